"""The whole way on small articles of our own: names, figures, terms, omissions, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glossary
from tests.terms.scripted import ScriptedEngine
from translate.engines.base import Engine
from translate.engines.ct2 import CT2Engine
from translate.engines.pseudo import PseudoEngine
from translate.errors import InputError
from translate.pipeline import Settings, Translator
from translate.reading import read_bytes
from translate.values import BilingualDocument, HitStatus


@pytest.fixture(scope="module")
def engine(embedded: Path) -> Engine:
    """Return the embedded model's engine."""
    return CT2Engine(embedded)


def _document(
    text: str, engine: Engine, words: glossary.Glossary | None = None, **settings_: int
) -> BilingualDocument:
    [article] = read_bytes(text.encode(), name="article.txt", any_language=True)
    own = Settings(**settings_)  # type: ignore[arg-type]
    translator = Translator(engine, words or glossary.Glossary(), own)
    return translator.translate([article])[0]


def _scripted(pairs: Mapping[str, str]) -> ScriptedEngine:
    return ScriptedEngine(pairs)


STRANGERS = (
    "La préfète Oriane Valquevère a reçu lundi Bertil Skovgaard à Plouzarnec.\n\n"
    "Mme Valquevère a fait saisir 4 317 tonnes de ferraille au port de Kerzelec.\n\n"
    "M. Skovgaard a refusé 2,8 millions d'euros, selon Taddeo Brunacci.\n"
)


def test_no_name_or_figure_of_strangers_is_lost_in_silence(engine: Engine) -> None:
    """Each invented name and the figure is in the English of its sentence, or is a finding."""
    document = _document(STRANGERS, engine)
    english = {translation.segment: translation.text for translation in document.translations}
    wanted = {
        "s1": ("Oriane Valquevère", "Bertil Skovgaard", "Plouzarnec"),
        "s2": ("Valquevère", "4,317", "Kerzelec"),
        "s3": ("Skovgaard", "2.8 million", "Taddeo Brunacci"),
    }
    for segment, names in wanted.items():
        said = " ".join(found.message for found in document.findings if found.segment == segment)
        for name in names:
            assert name in english[segment] or name.replace(",", " ").split()[0] in said, name


def test_a_made_up_term_is_exactly_where_the_french_has_it(engine: Engine) -> None:
    """A desk's word for "fentanyl" stands in the rows that have it, and in no other."""
    words = glossary.from_rows([{"fr": "fentanyl", "en": "ZQXANOL", "kind": "term"}])
    text = (
        "La police a saisi du fentanyl dans le port.\n\nLe maire a salué l'opération.\n\n"
        "Le fentanyl venait de l'étranger, selon les enquêteurs.\n"
    )
    document = _document(text, engine, words)
    has = ["ZQXANOL" in translation.text for translation in document.translations]
    assert has == [True, False, True]
    assert {hit.status for hit in document.hits} <= {HitStatus.USED, HitStatus.REPAIRED}


def test_forerunners_never(engine: Engine) -> None:
    """ "précurseurs" are precursors with the starter glossary, whatever stands around them."""
    text = (
        "Les précurseurs chimiques arrivent par bateau.\n\n"
        "Washington demande un contrôle des « précurseurs » du fentanyl.\n\n"
        "Aucun précurseur n'a été trouvé à bord.\n"
    )
    for translation in _document(text, engine, glossary.starter()).translations:
        assert "precursor" in translation.text.lower()
        assert "forerunner" not in translation.text.lower()


def test_a_courtesy_title_follows_the_person() -> None:
    """ "M. Kerdoncuff" for a woman is "Ms. Kerdoncuff", with a note on the source."""
    pairs = {
        "La maire, Mme Rozenn Kerdoncuff, a parlé.": "The mayor, Mrs. Rozenn Kerdoncuff, spoke.",
        "M. Kerdoncuff a salué l'accord.": "Mr. Kerdoncuff welcomed the deal.",
        "Elle a ajouté que le port rouvrirait.": "It added that the port would reopen.",
    }
    document = _document("\n\n".join(pairs), _scripted(pairs))
    assert [translation.text for translation in document.translations] == [
        "The mayor, Ms. Rozenn Kerdoncuff, spoke.",
        "Ms. Kerdoncuff welcomed the deal.",
        "She added that the port would reopen.",
    ]
    said = [finding.message for finding in document.findings if finding.rule == "title"]
    assert len(said) == 1
    assert "[sic]" in said[0]
    assert {mention.person for mention in document.mentions} == {"Rozenn Kerdoncuff"}


def test_each_name_of_a_list_has_its_title() -> None:
    """ "MM. X et Y" is "Mr. X and Ms. Y" where Y is a woman; no rule takes offence."""
    pairs = {
        "Ugo Roch, Anne Le Kerdoncuff et Léa Sée sont élus.": "Ugo Roch, Anne Le Kerdoncuff and "
        "Léa Sée are elected.",
        "MM. Roch et Le Kerdoncuff ont signé.": "Messrs. Roch and Le Kerdoncuff have signed.",
        "Mmes Le Kerdoncuff et Sée ont souri.": "Ms. Le Kerdoncuff and Sée smiled.",
    }
    document = _document("\n\n".join(pairs), _scripted(pairs))
    assert [translation.text for translation in document.translations[1:]] == [
        "Mr. Roch and Ms. Le Kerdoncuff have signed.",
        "Ms. Le Kerdoncuff and Ms. Sée smiled.",
    ]
    assert [finding.message for finding in document.findings] == [
        "'Le Kerdoncuff' [sic] in the French: MM. for a woman"
    ]


def test_brothers_are_messrs() -> None:
    """One surname for several men takes the title of several."""
    pairs = {
        "Ugo Kerdoncuff et Yann Kerdoncuff ont vendu.": "Ugo Kerdoncuff and Yann Kerdoncuff sold.",
        "MM. Kerdoncuff ont signé.": "Mr. Kerdoncuff signed.",
    }
    document = _document("\n\n".join(pairs), _scripted(pairs))
    assert document.translations[1].text == "Messrs. Kerdoncuff signed."


def test_a_country_that_speaks_is_no_woman() -> None:
    """ "Elle" after a sentence about a country stays "it"."""
    pairs = {
        "La Norvège a refusé l'accord.": "Norway refused the deal.",
        "Elle a ajouté que le port rouvrirait.": "It added that the port would reopen.",
    }
    document = _document("\n\n".join(pairs), _scripted(pairs))
    assert document.translations[1].text == "It added that the port would reopen."


def test_a_lost_quotation_mark_comes_back() -> None:
    """One end lost is mended; where it cannot be told, it is left to the checks."""
    pairs = {
        "« Le port rouvrira lundi », a dit le maire.": '"The port will reopen Monday, he said.'
    }
    mended = {"« Le port rouvrira lundi. »": "The port will reopen Monday."}
    assert _document(next(iter(mended)), _scripted(mended)).translations[0].text == (
        '"The port will reopen Monday."'
    )
    document = _document(next(iter(pairs)), _scripted(pairs))
    assert "brackets" in {finding.rule for finding in document.findings}


def test_the_summary_points_at_its_rows(engine: Engine) -> None:
    """French and English of a point are those of the segment it names; 0 sentences is none."""
    document = _document(STRANGERS, engine, summary_sentences=2)
    texts = {segment.id: segment.text for segment in document.segments}
    assert 1 <= len(document.summary.points) <= 2
    for point in document.summary.points:
        said = re.sub(r" \[[^]]+\]", "", point.fr)  # the full name a first mention is given
        assert said == texts[point.segments[0]]
    assert not _document(STRANGERS, engine, summary_sentences=0).summary.points


def test_a_segment_the_engine_fails_on_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row is there, empty-handed and flagged; the other rows are translated."""
    from translate.engines.base import Hypothesis

    engine = PseudoEngine(Path())
    plain = engine.translate

    def failing(requests: list[object], **options: object) -> list[Hypothesis]:
        return [
            Hypothesis(text="", score=float("-inf"), failed="no memory")
            if "port" in getattr(request, "text", "")
            else plain([request], **options)[0]  # type: ignore[arg-type, list-item]
            for request in requests
        ]

    monkeypatch.setattr(engine, "translate", failing)
    document = _document("Le port est fermé.\n\nLa gare est ouverte.\n", engine)
    assert document.translations[0].text == "[not translated]"
    assert document.translations[1].text == "La gare est ouverte."
    assert ("omission", "s1") in {(finding.rule, finding.segment) for finding in document.findings}


_LINES = st.lists(
    st.text(alphabet="abcdé ABC.,!?«»\"'()0123456789-–\u00a0\n|#*<>", max_size=80), max_size=8
)


@settings(max_examples=60)
@given(_LINES)
def test_segments_and_omissions_are_the_article(lines: list[str]) -> None:
    """Whatever the text, its parts add up to it, or the input is refused."""
    text = "\n".join(lines)
    try:
        articles = read_bytes(text.encode(), name="x.txt", any_language=True)
    except InputError:
        return
    translator = Translator(PseudoEngine(Path()), glossary.Glossary(), Settings())
    for document in translator.translate(articles):
        covered = sum(len("".join(segment.text.split())) for segment in document.segments)
        covered += sum(
            len("".join(block.text.split()))
            for block in document.article.blocks
            if not block.translated
        )
        assert covered == len("".join(document.article.text.split()))


SMALL_MENDS = (
    ("De faux tableaux ont été saisis.", "fake art was seized.", "Fake art was seized."),
    ("Un industriel a parlé.", "A industrial leader spoke.", "An industrial leader spoke."),
    ("La séance ouvre à 14 heures.", "The session opens at 14 a.m.", "The session opens at 2 p.m."),
    ("Il est né le 17 novembre.", "He was born on 17 November.", "He was born on Nov. 17."),
)  # fmt: skip


@pytest.mark.parametrize(("french", "plain", "wanted"), SMALL_MENDS)
def test_what_a_rule_can_put_right(french: str, plain: str, wanted: str) -> None:
    """Capitals, articles, clock times and days follow the French and wire style."""
    document = _document(french, _scripted({french: plain}))
    assert document.translations[0].text == wanted


def test_a_desks_term_that_was_left_alone_is_said() -> None:
    """Another sense is likelier: the term is not applied, and the page says so."""
    words = glossary.from_rows([{"fr": "four", "en": "kiln", "kind": "term"}])
    pairs = {"Il sort le pain du four.": "He takes the bread out of the oven."}
    document = _document(next(iter(pairs)), _scripted(pairs), words)
    assert not document.hits
    [finding] = [found for found in document.findings if found.rule == "term"]
    assert "'kiln' was not asked for" in finding.message


def test_a_back_translated_quotation_is_told_once() -> None:
    """The people of the article and the checks both see it: the reader is told by one of them."""
    pairs = {
        "« Rien n'est fait », a déclaré Antony Blinken, le secrétaire d'État américain.": (
            '"Nothing is done," said Antony Blinken, the U.S. secretary of state.'
        )
    }
    document = _document(next(iter(pairs)), _scripted(pairs), glossary.starter())
    assert [found.rule for found in document.findings].count("backquote") == 1


def test_namesakes_between_whom_nothing_decides_are_told_apart() -> None:
    """The page names both with what their notes say first, without dates; a name alone is bare."""
    from glossary.values import Entry, Kind, Person
    from translate.annotate import told_apart

    def person(note: str, cues: tuple[str, ...] = (), name: str = "Jean Le Bris") -> Person:
        entry = Entry(id=note, fr=name, en=name, kind=Kind.PERSON, note=note, cues=cues)
        return Person(id=note, name_fr=name, name_en=name, surname="Le Bris", entry=entry)

    people = (
        person("Mayor of Tréguidel since 2020; born here."),
        person("", cues=("voilier", "régate")),
        person("Baker.", name="Luc Le Bris"),
    )
    assert told_apart(people) == (
        "Jean Le Bris (Mayor of Tréguidel)",
        "Jean Le Bris (voilier, régate)",
        "Luc Le Bris",
    )
