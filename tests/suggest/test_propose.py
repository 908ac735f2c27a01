"""What is proposed of articles and pages, and what is not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glossary
from glossary import Entry, EntryStatus, Kind
from translate.suggest import Proposal, Reason, propose, read
from translate.suggest.renderings import merged
from translate.suggest.values import Line, Place, Source, Way

HERE = Path(__file__).parent
STARTER = glossary.starter().entries


def _sources() -> list[Source]:
    """Return the rows of rows.tsv as three pages."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for row in (HERE / "rows.tsv").read_text(encoding="utf-8").splitlines():
        name, french, english = row.split("\t")
        lines[name].append(Line(id=f"s{len(lines[name]) + 1}", french=french, english=english))
    return [Source(name=name, digest=name, lines=tuple(own)) for name, own in lines.items()]


def _by_french(proposals: tuple[Proposal, ...]) -> dict[str, Proposal]:
    return {one.fr: one for one in proposals}


def _one(*rows: str) -> Source:
    """Return a page of rows "French | English"."""
    pairs = [row.split(" | ") for row in rows]
    return Source(
        name="one",
        digest="one",
        lines=tuple(Line(id=f"s{at}", french=fr, english=en) for at, (fr, en) in enumerate(pairs)),
    )


def test_names_of_articles() -> None:
    """Twelve articles without pages: all names a person found in them, and nothing else."""
    wanted = {
        tuple(line.split("\t"))
        for line in (HERE / "expected_names.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    found = propose(read([str(HERE / "articles")]).sources, STARTER, limit=1000)
    assert {(one.fr, one.kind.value, one.en, one.note) for one in found} == wanted


def test_a_term_in_two_ways() -> None:
    """The most frequent English is proposed, the other is a candidate for what must not stand."""
    found = _by_french(propose(_sources(), ()))["précurseur"]
    assert (found.en, found.forbidden_en, found.kind) == ("precursor", ("forerunner",), Kind.TERM)
    assert found.reasons == (Reason.VARIES,)
    assert found.why == ("rendered in several ways: precursor 5, forerunner 2",)
    assert (found.count, found.articles, found.trouble) == (7, 3, 2)


def test_evidence_shows_each_way() -> None:
    """The sentences of a varied term have both renderings, in both languages, with their place."""
    found = _by_french(propose(_sources(), ()))["précurseur"]
    english = " ".join(one.english for one in found.evidence)
    assert "precursors" in english
    assert "forerunners" in english
    assert len(found.evidence) == 3
    assert {(one.source, one.segment) for one in found.evidence} >= {("a", "s1"), ("b", "s1")}


def test_an_altered_name() -> None:
    """What stands for a name in the English is told and becomes a forbidden form."""
    found = _by_french(propose(_sources(), STARTER))["Maëlle Kerbrat"]
    assert (found.en, found.kind, found.gender) == ("Maëlle Kerbrat", Kind.PERSON, "f")
    assert found.forbidden_en == ("Kerbat",)
    assert Reason.ALTERED in found.reasons
    assert (found.count, found.trouble) == (3, 1)


def test_words_of_general_vocabulary_vary_by_nature() -> None:
    """ "mesure" has three renderings and is no term."""
    assert "mesure" not in _by_french(propose(_sources(), STARTER, min_count=1))


@pytest.mark.parametrize("status", list(EntryStatus))
def test_what_was_decided_is_not_proposed_again(status: EntryStatus) -> None:
    """Approved, waiting or declined: an entry with that French keeps its proposal away."""
    entry = Entry(id="p", fr="precurseurs", en="x", status=status)
    entries = (*STARTER, replace(entry, forms_fr=("précurseur", "Maelle Kerbrat")))
    found = _by_french(propose(_sources(), entries))
    assert not {"précurseur", "Maëlle Kerbrat"} & set(found)
    assert "Rozenn Tanguy" in found


@pytest.mark.parametrize("status", list(EntryStatus))
def test_inflected_forms_of_what_was_decided(status: EntryStatus) -> None:
    """An entry in the singular keeps away its plural that no rule can undo."""
    source = _one(
        "Les zorbals bruns partent. | The brown grindles leave.",
        "Les zorbals bruns restent. | The brown grindles stay.",
        "Les zorbals bruns arrivent. | The dark grindles arrive.",
        "Les zorbals bruns attendent. | The dark grindles wait.",
        *("Une maison brûle. | A house burns.", "Une école ouvre. | A school opens.") * 2,
    )
    assert [one.fr for one in propose([source], ())] == ["zorbals brun"]
    entry = Entry(id="z", fr="zorbal brun", en="x", status=status)
    assert propose([source], [entry]) == ()


def test_an_editor_outranks_the_model() -> None:
    """The way an editor wrote it is proposed even where the model wrote another more often."""
    source = _one(
        "La force intérimaire reste. | The interim force stays.",
        "La force intérimaire part. | The interim force leaves.",
        "Le chef de la force intérimaire parle. | The head of the interim force speaks.",
        "La force intérimaire attend. | The temporary force waits.",
    )
    edited = (*source.lines[:3], replace(source.lines[3], edited=True))
    (found,) = propose([replace(source, lines=edited)], ())
    assert (found.fr, found.en) == ("force intérimaire", "temporary force")
    assert Reason.CORRECTED in found.reasons


@pytest.mark.parametrize(
    ("ways", "left"),
    [
        ({"western": 3, "west": 2}, ["western 5"]),
        ({"whale": 3, "whaleboat": 2}, ["whale 3", "whaleboat 2"]),
        ({"base": 3, "slatted base": 2, "bed": 1}, ["base 5", "bed 1"]),
        ({"Sérac": 2, "Serac": 2}, ["Serac 4"]),
        ({"vote": 2, "election": 4}, ["election 4", "vote 2"]),
    ],
)
def test_forms_of_one_word_are_one_way(ways: dict[str, int], left: list[str]) -> None:
    """Endings, accents and further words make no second way; the most frequent comes first."""
    place = Place(source=0, line=0, start=0, end=1)
    found = merged(Way(text=text, count=count, place=place) for text, count in ways.items())
    assert [f"{way.text} {way.count}" for way in found] == left


def test_one_correction_of_two_is_too_little() -> None:
    """A term needs three places, whoever wrote its English."""
    source = _one(
        "La force intérimaire reste. | The interim force stays.",
        "La force intérimaire part. | The temporary force leaves.",
    )
    lines = (source.lines[0], replace(source.lines[1], edited=True))
    assert propose([replace(source, lines=lines)], ()) == ()


def test_a_surname_altered_elsewhere() -> None:
    """A surname that another article leaves unexplained belongs to the one person who has it."""
    first = _one(
        "Le ministre Ilario Bontempi a parlé. | Minister Ilario Bontempi spoke.",
        "Selon Ilario Bontempi, tout va bien. | According to Ilario Bontempi, all is well.",
    )
    second = replace(
        _one("Hier, Bontempi a quitté le pays. | Yesterday, Bontemi left the country."),
        name="two",
        digest="two",
    )
    (found,) = propose([first, second], ())
    assert (found.fr, found.forbidden_en) == ("Ilario Bontempi", ("Bontemi",))


def test_general_vocabulary_that_editors_corrected() -> None:
    """Two corrections make a word of general vocabulary worth an entry."""
    lines = tuple(
        Line(id=f"s{at}", french=fr, english=en, edited=edited)
        for at, (fr, en, edited) in enumerate(
            [
                ("La mesure plaît.", "The measure pleases.", False),
                ("La mesure déplaît.", "The measure displeases.", False),
                ("La mesure commence.", "The action begins.", True),
                ("La mesure finit.", "The action ends.", True),
                ("La mesure dure.", "The measure lasts.", False),
            ]
        )
    )
    source = Source(name="x", digest="x", lines=lines)
    (found,) = propose([source], ())
    assert (found.fr, found.en, found.forbidden_en) == ("mesure", "action", ("measure",))
    unedited = tuple(replace(line, edited=False) for line in lines)
    assert propose([replace(source, lines=unedited)], ()) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ils vivent à Zorvane. Ils quittent Zorvane", Kind.PLACE),
        ("Ils sont dans la Zorvane. Ils aiment la Zorvane", Kind.PLACE),
        ("Ils voient Sète (Zorvane). Demain, Zorvane votera", Kind.PLACE),
        ("Le fleuve Zorvane coule. Voici le fleuve Zorvane", Kind.PLACE),
        ("Demain, Zorvane embauche. Demain, Zorvane licencie", Kind.ORGANISATION),
        ("Voici la Fédération zorvanienne des ports. Voici la Fédération zorvanienne des ports",
         Kind.ORGANISATION),
        ("Voici les ZRVN partout. On mange des ZRVN ici", Kind.TERM),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: Kind) -> None:
    """Places are told by what stands before them, bodies by their head, acronyms by theirs."""
    lines = tuple(Line(id=f"s{at}", french=one) for at, one in enumerate(text.split(". ")))
    assert [one.kind for one in propose([Source(name="x", digest="x", lines=lines)], ())] == [kind]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Demain, la Zorvanie votera. Pourtant, la Zorvanie hésite.", {"Zorvanie"}),
        ("Mardi, Demain. Mardi, il a dit : Demain.", set()),
        ("Selon les Zorvaniens, tout va bien. Les Zorvaniens rient.", set()),
        ("M. Falbert parle. M. Falbert rit.", set()),
        ("Demain, la CGRV et la CGRV parlent encore.", {"CGRV"}),
        ("LE PORT DE ZORVANE. LE PORT DE ZORVANE FERME.", set()),
        ("Voici le tome IV et le tome IV du chapitre XII.", set()),
    ],
)
def test_capitals(text: str, wanted: set[str]) -> None:
    """A capital makes a name only inside a sentence, and not for peoples, titles and figures."""
    lines = tuple(Line(id=f"s{at}", french=one) for at, one in enumerate(text.split(". ")))
    found = propose([Source(name="x", digest="x", lines=lines)], ())
    assert {one.fr for one in found} == wanted


def test_a_bare_surname_is_no_entry() -> None:
    """Variants are one proposal under the full name, whatever the order and the accents."""
    source = _one(
        "Wu Jiancheng a parlé. | Wu Jiancheng spoke.",
        "M. Wu a souri. | Mr. Wu smiled.",
        "Selon Wu Jiancheng, tout va bien. | According to Wu Jiancheng, all is well.",
    )
    (found,) = propose([source], ())
    assert (found.fr, found.count) == ("Wu Jiancheng", 3)


def test_limit_and_least_count() -> None:
    """The limit keeps the most useful; a higher least count leaves out rare names."""
    every = propose(_sources(), STARTER)
    assert propose(_sources(), STARTER, limit=1) == every[:1]
    assert [one.score for one in every] == sorted((one.score for one in every), reverse=True)
    often = propose(_sources(), STARTER, min_count=4)
    assert {one.fr for one in often} < {one.fr for one in every}


_PIECES = """le la de l' d' à Kervanec Office CGT (CGT) précurseurs The of , . : « » M. Mme Zorv ; =
Étienne dit \x1b[31m"""
_WORDS = st.sampled_from(_PIECES.split())
_TEXT = st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXT, _TEXT), max_size=6))
def test_any_text_gives_the_same_twice(rows: list[tuple[str, str]]) -> None:
    """No text breaks it, the result is the same each time, and places stand in the French."""
    lines = tuple(Line(id=f"s{at}", french=fr, english=en) for at, (fr, en) in enumerate(rows))
    source = Source(name="x", digest="x", lines=lines)
    found = propose([source], (), min_count=1)
    assert found == propose([source], (), min_count=1)
    assert all(one.count >= 1 and one.trouble <= one.count for one in found)
    assert all(one.evidence for one in found)
