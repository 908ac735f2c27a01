"""The style on whole articles: what changes, what stays, that spans and verdicts follow."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import glossary
from tests.terms.scripted import ScriptedEngine
from translate import terms
from translate.pipeline import Settings, Translator
from translate.reading import read_bytes
from translate.rendering import renderer
from translate.segments import segment
from translate.style import CourtesyTitles, Spelling, Style
from translate.style.article import restyle
from translate.values import BilingualDocument, BlockKind, HitStatus, Level

UK = Style(spelling=Spelling.UK)
BARE = Style(courtesy_titles=CourtesyTitles.DROP)
BOTH = Style(spelling=Spelling.UK, courtesy_titles=CourtesyTitles.DROP)


def _document(
    pairs: Mapping[str, str], style: Style, words: glossary.Glossary | None = None, joint: str = ""
) -> BilingualDocument:
    text = (joint or "\n\n").join(pairs)
    [article] = read_bytes(text.encode(), name="article.txt", any_language=True)
    settings = Settings(style=style)
    translator = Translator(ScriptedEngine(pairs), words or glossary.Glossary(), settings)
    [document] = translator.translate([article])
    return document


def _english(document: BilingualDocument) -> list[str]:
    return [translation.text for translation in document.translations]


def _style_findings(document: BilingualDocument) -> list[str]:
    return [finding.message for finding in document.findings if finding.rule == "style"]


MINISTER = {
    "Le ministre Bertil Skovgaard a visité le port.": "Minister Bertil Skovgaard visited the port.",
    "M. Skovgaard a promis un centre de secours.": "Mr. Skovgaard promised a rescue center.",
    "« M. Skovgaard ment », a dit la maire.": '"Mr. Skovgaard is lying," the mayor said.',
}


def test_the_default_changes_nothing() -> None:
    """Without a style the English and the signature are as they always were."""
    document = _document(MINISTER, Style())
    assert _english(document) == list(MINISTER.values())
    assert document.signature.decoding.endswith("-straight-sum3")


def test_spelling_and_titles() -> None:
    """Titles go save in quotations, where British style drops the stop; spans follow."""
    document = _document(MINISTER, BOTH)
    assert _english(document) == [
        "Minister Bertil Skovgaard visited the port.",
        "Skovgaard promised a rescue centre.",
        '"Mr Skovgaard is lying," the mayor said.',
    ]
    assert _style_findings(document) == []
    english = {translation.segment: translation.text for translation in document.translations}
    for mention in document.mentions:
        assert mention.target_span is not None
        assert mention.target_span.of(english[mention.segment]).endswith("Skovgaard")
    assert document.signature.decoding.endswith("-uk-notitles")


def test_the_identity_stands_after_the_bare_name() -> None:
    """The page says who is meant behind the name without its title."""
    page = renderer("markdown")(_document(MINISTER, BARE))
    assert "Skovgaard \\[Bertil Skovgaard\\] promised" in page
    assert "Mr. Skovgaard promised" not in page


def test_two_of_one_name_keep_their_titles() -> None:
    """Husband and wife stay Mr. and Ms., and the page says so once."""
    pairs = {
        "Rozenn Kerdoncuff et Alan Kerdoncuff sont arrivés.": (
            "Rozenn Kerdoncuff and Alan Kerdoncuff arrived."
        ),
        "Mme Kerdoncuff a parlé.": "Ms. Kerdoncuff spoke.",
        "M. Kerdoncuff a écouté.": "Mr. Kerdoncuff listened.",
    }
    document = _document(pairs, BARE)
    assert _english(document) == list(pairs.values())
    [message] = _style_findings(document)
    assert "keeps its courtesy title" in message
    assert "Alan Kerdoncuff or Rozenn Kerdoncuff" in message


def test_a_name_that_is_also_a_thing_keeps_its_title() -> None:
    """A person called like a company of the glossary is not mistaken for it."""
    row = {"fr": "groupe Skovgaard", "en": "Skovgaard", "kind": "organisation"}
    pairs = {
        "Bertil Skovgaard dirige le groupe Skovgaard.": "Bertil Skovgaard runs Skovgaard.",
        "M. Skovgaard part.": "Mr. Skovgaard is leaving.",
    }
    document = _document(pairs, BARE, glossary.from_rows([row]))
    assert _english(document)[1] == "Mr. Skovgaard is leaving."
    assert "something else of that name" in _style_findings(document)[0]


@pytest.mark.parametrize(
    ("french", "english", "wanted"),
    [
        ("Selon M. Skovgaard, oui.", "According to Mr. Skovgaard, yes.", "Skovgaard"),
        ("Il dit que M. Skovgaard ment.", "He says that Mr. Skovgaard lies.", "Skovgaard"),
        ("Le chien de M. Skovgaard.", "Mr. Skovgaard's dog.", "Skovgaard's"),
        ("Un certain M. Skovgaard.", "A certain Mr. Skovgaard.", "Mr. Skovgaard"),
    ],
)
def test_where_a_title_goes(french: str, english: str, wanted: str) -> None:
    """After a conjunction it goes, after an article it is part of what is said."""
    pairs = {"Bertil Skovgaard est là.": "Bertil Skovgaard is there.", french: english}
    before, _, _ = english.partition("Mr. ")
    assert _english(_document(pairs, BARE))[1].startswith(before + wanted)


def test_a_particle_gets_the_capital_of_the_sentence() -> None:
    """ "Mr. de Brey" at the start leaves "De Brey"."""
    pairs = {
        "Le préfet Yann de Brey est venu.": "Prefect Yann de Brey came.",
        "M. de Brey a parlé.": "Mr. de Brey spoke.",
    }
    assert _english(_document(pairs, BARE))[1] == "De Brey spoke."


def test_a_quotation_over_two_sentences() -> None:
    """The second sentence of a quotation has no mark at its start, and keeps its title."""
    pairs = {
        "Bertil Skovgaard est parti.": "Bertil Skovgaard left.",
        "« Le port est sûr. ": '"The port is safe.',
        "M. Skovgaard le sait », dit-elle.": 'Mr. Skovgaard knows it," she said.',
        "M. Skovgaard se tait.": "Mr. Skovgaard says nothing.",
    }
    scripted = {key.strip(): value for key, value in pairs.items()}
    document = _document(scripted, BARE, joint=" ")
    assert _english(document)[-2:] == [
        'Mr. Skovgaard knows it," she said.',
        "Skovgaard says nothing.",
    ]
    assert _style_findings(document) == []


def test_a_block_of_speech_needs_no_marks() -> None:
    """In a quotation set as a block titles stay."""
    french = "Bertil Skovgaard est là.\n\n> M. Skovgaard ment.\n\nM. Skovgaard se tait.\n"
    scripted = {
        "Bertil Skovgaard est là.": "Bertil Skovgaard is there.",
        "M. Skovgaard ment.": "Mr. Skovgaard is lying.",
        "M. Skovgaard se tait.": "Mr. Skovgaard is silent.",
    }
    [article] = read_bytes(french.encode(), name="article.md", any_language=True)
    assert BlockKind.QUOTE in {block.kind for block in article.blocks}
    translator = Translator(ScriptedEngine(scripted), glossary.Glossary(), Settings(style=BARE))
    [document] = translator.translate([article])
    assert _english(document)[1:] == ["Mr. Skovgaard is lying.", "Skovgaard is silent."]
    assert _style_findings(document) == []


def test_what_a_memory_gave_is_told_and_never_altered() -> None:
    """The English that a person wrote before stays, with a finding for each slip of style."""
    [article] = read_bytes(b"Le port est gris.", name="article.txt", any_language=True)
    segments = segment(article)
    outcome = terms.remembered(segments[0].text, (), "Mr. Brey says the harbor is gray.")
    restyled, findings = restyle(article, segments, [()], [()], [outcome], BOTH)
    assert restyled == [outcome]
    assert [finding.suggestion for finding in findings] == ["harbour", "grey", "Brey"]
    assert {finding.level for finding in findings} == {Level.WARNING}


TERM = {"Le conseil de défense siège.": "The defense council is sitting."}


def test_a_term_keeps_the_spelling_of_its_entry() -> None:
    """A desk's own word stands as the glossary has it, and that is a remark."""
    row = {"fr": "conseil de défense", "en": "defense council", "kind": "term"}
    document = _document(TERM, UK, glossary.from_rows([row]))
    assert _english(document) == ["The defense council is sitting."]
    [finding] = [found for found in document.findings if found.rule == "style"]
    assert finding.level is Level.INFO
    assert finding.suggestion == "defence"


def test_a_term_takes_the_spelling_that_its_entry_has_too() -> None:
    """Where the entry accepts both forms, the desk's is put, and the hit still verifies."""
    row = {"fr": "conseil de défense", "en": "defense council", "kind": "term"}
    words = glossary.from_rows([{**row, "forms_en": "defence council"}])
    document = _document(TERM, UK, words)
    assert _english(document) == ["The defence council is sitting."]
    [hit] = document.hits
    assert hit.status is HitStatus.USED
    assert hit.target_span is not None
    assert hit.target_span.of(_english(document)[0]) == "defence council"
    assert _style_findings(document) == []


def test_notes_for_readers_follow() -> None:
    """The footnote of an entry has the spelling of the page."""
    row = {"fr": "conseil de défense", "en": "security council", "kind": "term"}
    words = glossary.from_rows([{**row, "note": "It meets on defense, in color."}])
    pairs = {"Le conseil de défense siège.": "The security council is sitting."}
    assert _document(pairs, UK, words).hits[0].note == "It meets on defence, in colour."


def test_the_summary_follows() -> None:
    """What the summary quotes is the English of the rows, in style."""
    document = _document(MINISTER, BOTH)
    assert document.summary.points
    said = " ".join(point.en for point in document.summary.points)
    assert "center" not in said
    assert not any(finding.rule == "summary" for finding in document.findings)


def test_british_words_are_no_french_left_over() -> None:
    """What the style put is not taken for French, though it looks like it ("organiser")."""
    pairs = {"Le maire salue l'organisateur du bal.": "The mayor hails the organizer of the ball."}
    document = _document(pairs, UK)
    assert _english(document) == ["The mayor hails the organiser of the ball."]
    assert document.findings == ()
