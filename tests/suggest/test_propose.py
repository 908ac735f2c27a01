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
from translate.suggest.values import Line, Source

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


def _rendered(*english: str, french: str = "Le zorbal brun part.") -> tuple[Proposal, ...]:
    """Return what is proposed of a page where one French sentence has these translations."""
    rows = [f"{french} | {text}" for text in english]
    return propose([_one(*rows)], (), min_count=9)


@pytest.mark.parametrize(
    "english",
    [
        ("The western ship leaves.",) * 3 + ("The west ship leaves.",) * 2,
        ("The ships leave.",) * 3 + ("The ship leaves.",) * 2,
        ("The Ship leaves.",) * 3 + ("The ship leaves.",) * 2,
        ("The ship leaves.",) * 5,
        ("The ship leaves.",) * 2,
    ],
)
def test_forms_of_one_word_are_one_way(english: tuple[str, ...]) -> None:
    """Number, capitals and endings make no second way, nor do too few places."""
    assert _rendered(*english, french="Le navire ouest part.") == ()


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
