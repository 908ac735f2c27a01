"""Learning from pages: what was changed, nothing else, never of a wrong sentence."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from tests.briefing.articles import WIRE, document
from tests.memory.helpers import NOW
from tests.rendering.factory import build, mention, paragraph, sample
from translate.errors import InputError
from translate.memory.learn import Lesson, lesson
from translate.memory.teaching import teach
from translate.pages import read_page
from translate.rendering import to_markdown
from translate.values import BlockKind


def _learn(page: str, **more: str) -> Lesson:
    return lesson(read_page(page), name="page.md", now=NOW, **more)


def _taught(found: Lesson) -> dict[str, tuple[str, str]]:
    return {item.row: (item.source, item.target) for item in found.entries}


@pytest.fixture
def page() -> str:
    """Return a page of five sentences."""
    return to_markdown(document(WIRE, "depeche.txt"))


def test_an_untouched_page_teaches_nothing(page: str) -> None:
    """Nobody stands for what the machine wrote."""
    assert _learn(page) == Lesson(entries=(), untouched=5)


def test_the_changed_sentence_is_learned_with_where_it_was(page: str) -> None:
    """French, English, article, row, date and author."""
    found = _learn(page.replace("one seriously", "one of them **badly**"), author="A. B.")
    [item] = found.entries
    assert item.row == "s3"
    assert item.source == next(row.french for row in read_page(page).rows if row.id == "s3")
    assert "injured, one of them badly, Prefect" in item.target
    assert (item.article, item.author, item.made) == ("depeche.txt", "A. B.", NOW)
    assert item.digest == read_page(page).digest
    assert found.untouched == 4


def test_what_the_page_lays_in_is_not_learned() -> None:
    """Identity, footnote mark and sign of doubt are no part of a learned sentence."""
    text = ("M. Varin visite le port.", "Mr. Varin visits the harbor.")
    bare = build(paragraph(text))
    made = build(
        paragraph(text),
        mentions=(mention(bare, "s1", "M. Varin", "Mr. Varin", "Paul Varin", inferred=True),),
    )
    shown = to_markdown(made)
    assert "Paul Varin?" in shown
    found = _learn(shown.replace("visits the harbor.", "is visiting the port."))
    assert _taught(found) == {"s1": (text[0], "Mr. Varin is visiting the port.")}


def test_a_reviewed_page_teaches_all(page: str) -> None:
    """Status and reviewer stand in the head."""
    head = 'status: reviewed\nreviewer: "Solenn Kerbrat"'
    found = _learn(page.replace('status: "machine draft, unreviewed"', head))
    assert list(_taught(found)) == ["s1", "s2", "s3", "s4", "s5"]
    assert {item.author for item in found.entries} == {"Solenn Kerbrat"}


def test_every_mark_of_the_sample_page_reads_back(page: str) -> None:
    """A reviewed page with all kinds of annotation teaches its own English."""
    made = sample()
    text = re.sub(r'status: "[^"]*"', "status: reviewed", to_markdown(made), count=1)
    english = {item.segment: item.text for item in made.translations}
    assert {row: pair[1] for row, pair in _taught(_learn(text)).items()} == english


def test_sentences_without_their_numbers_are_refused(page: str) -> None:
    """A merged pair teaches nothing, and it is said where and why; others are learned."""
    edited = page.replace("<sub>3</sub>\u00a0Four", "Four")
    edited = re.sub(r"(\| <sub>4</sub>\u00a0)", r"\1Well, ", edited)
    found = _learn(edited)
    assert list(_taught(found)) == ["s4"]
    [refusal] = found.refusals
    assert refusal.rows == ("s2", "s3")
    assert "needs its own" in refusal.reason
    assert edited.split("\n")[refusal.line - 1].count("<sub>2</sub>") == 2


def test_sentences_that_changed_places_keep_their_french(page: str) -> None:
    """Order does not matter, numbers do."""
    swapped = re.sub(
        r"(<sub>2</sub>\u00a0)([^|<]*?) (<sub>3</sub>\u00a0)([^|<]*) \|",
        r"\3\4 \1Indeed, \2 |",
        page,
    )
    assert swapped != page
    found = _learn(swapped)
    french = {row.id: row.french for row in read_page(page).rows}
    assert {row: pair[0] for row, pair in _taught(found).items()} == {"s2": french["s2"]}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (r"(\| <sub>4</sub>\u00a0)[^|<]*(?=<sub>5)", r"\1 ", "no English"),
        (r"(\| <sub>4</sub>\u00a0)[^|<]*(?=<sub>5)", r"\1[not translated] ", "not translated yet"),
        (r"(</a><sub>4</sub>\u00a0)(.*\| <sub>4</sub>\u00a0)", r"\1Bref, \2Oh, ", "was changed"),
    ],
)
def test_what_is_no_translation_is_refused(page: str, old: str, new: str, reason: str) -> None:
    """Deleted English, the placeholder, and French that the article does not have."""
    edited, count = re.subn(old, new, page)
    assert count == 1
    found = _learn(edited)
    assert not found.entries
    assert found.refusals[0].rows == ("s4",)
    assert reason in found.refusals[0].reason


def test_a_row_that_stands_twice_is_refused(page: str) -> None:
    """A copied row leaves open which one counts."""
    line = next(line for line in page.split("\n") if "<sub>4</sub>" in line)
    twice = page.replace(line, line + "\n" + re.sub(r"(\| <sub>4</sub>\u00a0)", r"\1Oh, ", line))
    found = _learn(twice)
    assert not found.entries
    assert "twice" in found.refusals[0].reason


def test_a_page_that_does_not_tell_is_refused_unless_reviewed(page: str) -> None:
    """Without its digests only `status: reviewed` helps."""
    bare = re.sub(r"<!-- visavis-sentences.*?-->", "", page, flags=re.DOTALL)
    with pytest.raises(InputError, match="status: reviewed"):
        _learn(bare.replace("one seriously", "one badly"))
    reviewed = bare.replace('status: "machine draft, unreviewed"', "status: reviewed")
    assert len(_learn(reviewed).entries) == 5


def test_a_headline_is_learned() -> None:
    """Titles and headings are sentences too."""
    made = build(
        paragraph(("Le port rouvre", "Port reopens"), kind=BlockKind.TITLE),
        paragraph(("La suite", "The rest"), kind=BlockKind.HEADING, level=2),
    )
    page = to_markdown(made).replace("Port reopens", "Harbor reopens").replace("The rest", "Next")
    assert _taught(_learn(page)) == {
        "s1": ("Le port rouvre", "Harbor reopens"),
        "s2": ("La suite", "Next"),
    }


def test_articles_of_one_file_are_told_apart() -> None:
    """The second article of a file has rows of its own."""
    made = build(paragraph(("Oui.", "Yes.")), article={"source": "deux.txt#2", "digest": "ab" * 32})
    [item] = _learn(to_markdown(made).replace("Yes.", "Aye.")).entries
    assert item.digest == "ab" * 32 + "#2"


def test_rows_that_cannot_be_read_are_told(page: str, tmp_path: Path) -> None:
    """A row that lost the shape of a table row took its edit with it: that must not be silent."""
    line = next(line for line in page.split("\n") if "<sub>4</sub>" in line)
    file = tmp_path / "page.md"
    file.write_text(page.replace(line, line.strip("| ")), encoding="utf-8")
    taught = teach(None, file, now=dt.datetime.now(dt.UTC))
    assert taught.lesson.gone == ("s4", "s5")  # the table ends there
    assert list(taught.warnings(file)) == [
        f"{file}: sentence 4, 5 not found on the page, or not in a row of its table"
    ]
