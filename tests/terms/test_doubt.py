"""A term is not asked for where the model read its French in another sense than it usually does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import glossary
from tests.terms.scripted import ScriptedEngine
from translate import terms
from translate.engines.base import Decoding
from translate.pipeline import Settings, Translator
from translate.reading import read_bytes

FRENCH = "Le bureau de Mireille est rayé."
PLAIN = "Mireille's desk is scratched."
LINKS = [("bureau", "desk"), ("bureau", "office")]
USUAL = {"bureau": "office", "Bureau.": "The office."}


def _words(**cells: str) -> glossary.Glossary:
    return glossary.from_rows([{"fr": "bureau", "en": "branch office", "kind": "term", **cells}])


def _shown(
    french: Sequence[str] = (FRENCH,),
    plain: Sequence[str] = (PLAIN,),
    words: glossary.Glossary | None = None,
    usual: dict[str, str] | None = None,
    links: Sequence[tuple[str, str]] = LINKS,
) -> list[list[str]]:
    """Return for each sentence the English words on which a want is doubted."""
    engine = ScriptedEngine(USUAL if usual is None else usual, links=links)
    matcher = glossary.Matcher(words or _words())
    wants = [terms.wants_of(text, matcher.find(text), []) for text in french]
    assert all(wants), "each sentence has the term"
    doubts = terms.doubts_of(engine, french, wants, plain, decoding=Decoding())
    for own, found in zip(wants, doubts, strict=True):
        assert len(terms.without(own, found)) == len(own) - len(found)
    return [[doubt.shown for doubt in found] for found in doubts]


def test_a_reading_the_model_departs_for_counts() -> None:
    """The model says "office" for the word alone and "desk" here: it read the sentence."""
    assert _shown() == [["desk"]]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"usual": {"bureau": "desk", "Bureau.": "Office."}}, id="its usual word"),
        pytest.param({"usual": {"bureau": "burrow", "Bureau.": "Buro."}}, id="it babbles"),
        pytest.param({"links": [("rayé", "desk")]}, id="renders another word"),
        pytest.param({"plain": ["The desk in Mireille's office is scratched."]}, id="both"),
        pytest.param({"plain": ["Mireille's counter is scratched."]}, id="no known sense"),
        pytest.param({"plain": [""]}, id="nothing"),
        pytest.param({"words": _words(en="coworking hub")}, id="English of the desk's own"),
        pytest.param({"words": _words(forbidden_en="desk")}, id="forbidden"),
        pytest.param({"french": ["Au siège, le bureau de Mireille est rayé."]}, id="a cue"),
    ],
)
def test_what_leaves_the_entry_alone(changed: dict[str, object]) -> None:
    """No departure, no known sense, or a word the desk forbids: the term is asked for."""
    assert _shown(**changed) == [[]]  # type: ignore[arg-type]


def test_one_sense_holds_in_an_article() -> None:
    """A sentence in which the model has the entry's sense settles it for the others."""
    other = "Le bureau ouvrira mardi."
    assert _shown([FRENCH, other], [PLAIN, "The office will open Tuesday."]) == [[], []]
    assert _shown([FRENCH, other], [PLAIN, "It will open Tuesday."]) == [["desk"], []]


@pytest.mark.parametrize(("author", "said"), [("Lou", 1), ("visavis", 0)])
def test_the_page_says_it(author: str, said: int) -> None:
    """The English stays the model's, and of a desk's own entry the page tells why, each time."""
    [article] = read_bytes(FRENCH.encode(), name="a.txt", any_language=True)
    engine = ScriptedEngine({FRENCH: PLAIN, **USUAL}, {}, LINKS)
    translator = Translator(engine, _words(author=author), Settings(summary_sentences=0))
    first, second = translator.translate([article]), translator.translate([article])
    assert first == second
    [document] = first
    assert document.hits == ()
    assert document.translations[0].text == PLAIN
    told = [found.message for found in document.findings if "reads" in found.message]
    assert told == ["'bureau': 'branch office' was not asked for, the model reads 'desk'"] * said
