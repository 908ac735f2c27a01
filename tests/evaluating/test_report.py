"""The page and the table: whole, escaped, the same each time."""

from __future__ import annotations

import json
from functools import cache
from html.parser import HTMLParser

import pytest

import glossary
from tests.evaluating.sets import news, worn
from translate.evaluating import Corpus, Evaluation, evaluate, given
from translate.evaluating.html import below_baseline, marked, to_html, worst_of
from translate.evaluating.table import as_data, cells, heads, rows

EVIL = '<script>alert("1")</script> & <b>bold</b>\x1b[2J'
VOID = {"meta"}


class _Tags(HTMLParser):
    """Collects elements and sees that each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@cache
def _evaluation(*, baseline: bool = True) -> Evaluation:
    corpus = news()
    own = given("system", worn(corpus.references[0], 5))
    other = given("other", worn(corpus.references[0], 4)) if baseline else None
    return evaluate(corpus, own, other, words=glossary.starter(), resamples=20)


def test_the_page_is_whole_and_needs_nothing_else() -> None:
    """Every element is closed; no script, no address, no event handler."""
    page = to_html(_evaluation(), worst=5)
    tags = _Tags()
    tags.feed(page)
    assert not tags.open
    assert not {"script", "link", "img", "iframe", "a"} & tags.seen
    assert tags.attributes <= {"lang", "charset", "name", "content", "class", "scope"}
    assert "http" not in page
    assert "prefers-color-scheme: dark" in page


def test_the_page_shows_what_the_table_shows() -> None:
    """Each figure, signature and fingerprint stands in both."""
    evaluation = _evaluation()
    page = to_html(evaluation, worst=3)
    for row in rows(evaluation):
        assert all(
            f"<td>{cell.replace('<', '&lt;')}</td>" in page for cell in cells(evaluation, row)
        )
    assert evaluation.corpus.digest[:16] in page
    assert "seed:12345" in page
    assert page.count("<article>") == 6


def test_the_same_evaluation_gives_the_same_page() -> None:
    """Byte for byte, also when measured again."""
    one, again = (to_html(made, worst=4) for made in (_evaluation(), _evaluation.__wrapped__()))
    assert one == again


def test_hostile_text_stays_text() -> None:
    """Markup and control characters of sentences and names do nothing."""
    corpus = Corpus(name=f"{EVIL}.tsv", sources=(EVIL,), references=((EVIL,),))
    evaluation = evaluate(corpus, given(EVIL, ("x",)), words=glossary.Glossary(), resamples=2)
    page = to_html(evaluation, worst=1)
    assert "<script" not in page
    assert "<b>" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;" in page


def test_the_worst_stand_first() -> None:
    """By chrF, ties by line; and by the fall below the baseline, falls only."""
    evaluation = _evaluation()
    own, other = (measured.sentences for measured in evaluation.systems)
    worst = worst_of(evaluation, 7)
    assert [own[at] for at in worst] == sorted(own)[:7]
    falls = below_baseline(evaluation, 60)
    assert falls
    assert all(own[at] < other[at] for at in falls)
    assert below_baseline(_evaluation(baseline=False), 60) == []


@pytest.mark.parametrize(
    ("reference", "text", "lost", "extra"),
    [
        ("The dike broke.", "The dike broke.", "The dike broke.", "The dike broke."),
        (
            "The old dike broke.",
            "The dike gave way.",
            'The <mark class="lost">old</mark> dike <mark class="lost">broke.</mark>',
            'The dike <mark class="extra">gave way.</mark>',
        ),
        # Capitals and marks at the ends of words are no difference.
        ("“No,” he said.", "No he said", "“No,” he said.", "No he said"),
        ("", "a", "", '<mark class="extra">a</mark>'),
    ],
)
def test_words_that_differ_are_marked(reference: str, text: str, lost: str, extra: str) -> None:
    """Neighbours share a mark; the text itself is untouched."""
    assert marked(reference, text) == (lost, extra)


def test_the_data_are_json() -> None:
    """Figures as numbers, the same as in the table."""
    evaluation = _evaluation(baseline=False)
    data = json.loads(json.dumps(as_data(evaluation)))
    (system,) = data["systems"]
    assert data["data"]["sha256"] == evaluation.corpus.digest
    assert system["scores"]["BLEU"]["score"] == evaluation.systems[0].scores[0].value
    assert system["terms"]["found"] == evaluation.control.found > 20
    assert len(system["sentence_chrf"]) == 60
    assert heads(evaluation) == ["system", "reference"]
