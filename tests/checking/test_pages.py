"""Pages that a person edited: faults are found and named, good edits are left alone."""

from __future__ import annotations

import pytest

import glossary
from tests.checking.pages import edited, page, spotted
from translate.values import Level


def test_a_right_page_has_no_finding() -> None:
    """The page as written is clean, so that every finding below comes from its edit."""
    assert spotted(page()) == []


FAULTS = [
    ("70,000", "17,000", "s3", "number"),
    ("since January", "since February", "s3", "date"),
    ("1.5 million euros", "1.5 billion euros", "s6", "number"),
    ("1.5 million euros", "1.5 million dollars", "s6", "currency"),
    ("Rozenn Le Dantec announced", "Rozenn Le Dentac announced", "s2", "name"),
    ("Ms. Le Dantec said", "Mr. Le Dantec said", "s4", "title"),
    ("Ms. Le Dantec said", "Mr. Rozenn Le Dantec said", "s4", "title"),
    ('"Nothing is settled,"', '"Everything is settled,"', "s4", "negation"),
    ('settled," Ms.', "settled, Ms.", "s4", "brackets"),
    ("were bought for", "were bought were bought for", "s6", "repetition"),
    ("Fishermen are", "Les pêcheurs are", "s5", "untranslated"),
    ("Two tugboats were bought for 1.5 million euros.", "", "s6", "omission"),
]


@pytest.mark.parametrize(("old", "new", "segment", "rule"), FAULTS)
def test_a_fault_of_an_edit_is_an_error(old: str, new: str, segment: str, rule: str) -> None:
    """It is found at its row, by its rule, new, and bad enough for exit code 3."""
    text = edited(old, new)
    found = [item for item in spotted(text) if item.finding.rule == rule]
    assert found
    assert {item.finding.segment for item in found} == {segment}
    assert any(item.finding.level is Level.ERROR and item.fresh for item in found)
    assert f'<a id="{segment}"></a>' in text.split("\n")[found[0].line - 1]


GOOD = [
    ("Ms. Le Dantec said", "she said"),
    ("Ms. Le Dantec said", "the mayor said"),
    ("Ms. Le Dantec said", "Le Dantec said"),
    ("Ms. Le Dantec said", "Mrs. Le Dantec said"),
    ("Ms. Le Dantec said", "said Rozenn Le Dantec"),
    ("Two tugboats", "2 tugs"),
    ("1.5 million euros", "€1.5m"),
    ("1.5 million euros", "EUR 1.5 million"),
    ("Some 70,000 metric tons", "Around seventy thousand tons"),
    ("announced Monday the reopening", "said on Monday that the port would reopen: the reopening"),
    ("Fishermen are demanding", "For their part, the fishermen demand"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), GOOD)
def test_a_good_edit_raises_no_alarm(old: str, new: str) -> None:
    """Pronouns, offices, numbers written otherwise, other words: nothing above a remark."""
    assert [item for item in spotted(edited(old, new)) if item.finding.level != Level.INFO] == []


def test_two_sentences_made_one_are_a_remark() -> None:
    """Merging is an editor's right; that a number is gone is said, as info."""
    text = edited(" port. <sub>3</sub>\u00a0Some 70,000", " port, where some 70,000")
    assert [(i.finding.segment, i.finding.level) for i in spotted(text)] == [("s3", Level.INFO)]


def test_a_sentence_dropped_with_its_number_is_an_error() -> None:
    """Its words are not in what is left of the row."""
    text = edited(
        " <sub>3</sub>\u00a0Some 70,000 metric tons of salt have been waiting on the quay since "
        "January.",
        "",
    )
    found = [i.finding for i in spotted(text) if i.finding.rule == "omission"]
    assert any(f.segment == "s3" and f.level is Level.ERROR for f in found)


def test_numbers_that_nobody_has_are_told() -> None:
    """A number typed wrong, and one that stands twice."""
    wrong = spotted(edited("<sub>6</sub>\u00a0Two", "<sub>9</sub>\u00a0Two"))
    assert any("number 9" in item.finding.message for item in wrong)
    twice = spotted(edited("<sub>5</sub>\u00a0Fishermen", "<sub>4</sub>\u00a0Fishermen"))
    assert any("number 4 stands twice" in item.finding.message for item in twice)


@pytest.mark.parametrize("tracked", [True, False])
def test_a_row_that_is_gone_is_an_error(tracked: bool) -> None:
    """The page remembers its sentences; without that, the numbers have a gap."""
    lines = [line for line in page().split("\n") if '<a id="s4">' not in line]
    if not tracked:
        lines = lines[: next(at for at, line in enumerate(lines) if line.startswith("<!--"))]
    found = spotted("\n".join(lines))
    assert [(i.finding.segment, i.finding.level) for i in found] == [
        ("s4", Level.ERROR),
        ("s5", Level.ERROR),
    ]


def test_french_that_was_changed_is_told() -> None:
    """Nobody should edit the source column."""
    found = spotted(edited("70 000 tonnes", "17 000 tonnes"))
    assert ("source", "s3") in {(i.finding.rule, i.finding.segment) for i in found}


def test_what_the_draft_had_is_told_apart() -> None:
    """A fault of a sentence nobody touched is not fresh; one of an edited sentence is."""
    from tests.checking.pages import PARTS
    from tests.rendering.factory import build, paragraph
    from translate.rendering import to_markdown

    bad = paragraph(("Il y a 12 cargos.", "There are 21 freighters."))
    text = to_markdown(build(*PARTS, bad, article={"source": "port.txt"}))
    assert [item.fresh for item in spotted(text)] == [False]
    found = spotted(text.replace("70,000", "17,000"))
    assert [(item.finding.segment, item.fresh) for item in found] == [("s3", True), ("s7", False)]


def test_a_forbidden_word_is_an_error_and_a_missing_term_a_warning() -> None:
    """The desk's own term decides; the starter's terms put otherwise are a remark."""
    row = {"fr": "remorqueur", "en": "tug", "kind": "term", "forbidden_en": "tugboat"}
    words = glossary.from_rows([row])
    assert [i.finding.level for i in spotted(page(), words)] == [Level.ERROR]
    other = spotted(edited("Two tugboats", "Two vessels"), words)
    assert [(i.finding.rule, i.finding.level) for i in other] == [("term", Level.WARNING)]
    assert spotted(edited("Two tugboats", "Two tugs"), words) == []


def test_an_apostrophe_tells_no_names_apart() -> None:
    """Typography made it straight after the name was verified."""
    from tests.rendering.factory import build, paragraph
    from translate.rendering import to_markdown

    pair = ("Nolwenn Keroc’h a signé.", "Nolwenn Keroc'h signed.")
    assert spotted(to_markdown(build(paragraph(pair), article={"source": "a.txt"}))) == []


@pytest.mark.parametrize(
    ("english", "level"),
    [
        ("Wei Danlong met the fishermen.", None),
        ("Wei met the fishermen.", Level.INFO),
        ("Wei Danglon met the fishermen.", Level.ERROR),
        ("She met the fishermen.", Level.ERROR),
    ],
)
def test_a_full_name_cut_to_the_surname_is_a_remark(english: str, level: Level | None) -> None:
    """Surnames that come first are surnames too; a misspelt full name is none."""
    from tests.rendering.factory import build, paragraph
    from translate.rendering import to_markdown

    words = glossary.from_rows([{"fr": "Wei Danlong", "en": "Wei Danlong", "kind": "person"}])
    pair = ("Wei Danlong a rencontré les pêcheurs.", english)
    found = spotted(to_markdown(build(paragraph(pair), article={"source": "a.txt"})), words)
    levels = [item.finding.level for item in found if item.finding.rule == "name"]
    assert max(levels, key=["info", "warning", "error"].index, default=None) == level


def test_a_sentence_without_end_is_read_in_part_and_that_is_said() -> None:
    """Names, terms and rules stop where the finding says; time stays bounded."""
    french, english = "Le maire M. Kerzel dit oui. " * 20_000, "The mayor says yes. " * 20_000
    found = spotted(f"{french}\t{english}\n", name="pairs.tsv")
    assert any("only the first 10,000 characters" in item.finding.message for item in found)
