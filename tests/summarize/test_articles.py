"""The default method on invented articles of the kinds where a lead serves and where it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Limit, Sentence, select
from summarize.cohesion import leans

DATA = Path(__file__).parent / "data"
THREE = Limit(sentences=3)

Article = list[tuple[str, Sentence]]


def read_articles() -> dict[str, Article]:
    articles: dict[str, Article] = {}
    for line in (DATA / "articles.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            current = articles[line[3:]] = []
        elif line and not line.startswith("#"):
            marks, text = line.split(" | ", 1)
            mark, kind = marks.split()
            current.append((mark, Sentence(text=text, kind=kind)))
    return articles


ARTICLES = read_articles()


def marked(article: Article, mark: str) -> set[int]:
    return {i for i, (given, _) in enumerate(article) if given == mark}


@pytest.mark.parametrize("name", ARTICLES)
def test_summary_holds_what_it_must_and_nothing_that_misleads(name: str) -> None:
    """Every sentence marked + is chosen and none marked -."""
    article = ARTICLES[name]
    chosen = set(select([sentence for _, sentence in article], limit=THREE))
    assert marked(article, "+") <= chosen
    assert not marked(article, "-") & chosen


def test_lead_fails_on_these_articles() -> None:
    """The plain lead takes misleading sentences in several of them, so the cases can tell."""
    worse = [
        name
        for name, article in ARTICLES.items()
        if marked(article, "-")
        & set(select([sentence for _, sentence in article], method="lead", limit=THREE))
    ]
    assert len(worse) >= 5


def cases() -> list[tuple[str, bool]]:
    lines = (DATA / "leaning.txt").read_text("utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    return [(text, answer == "yes") for answer, text in rows]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_leaning(text: str, expected: bool) -> None:
    """A sentence leans exactly when it cannot be understood alone."""
    assert leans(text) is expected
