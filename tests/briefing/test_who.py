"""Full names at first mention, in sentences taken out of their page."""

from __future__ import annotations

from dataclasses import replace

from translate.briefing.who import introduced
from translate.pages import Name, Row

from .articles import vote

ROWS = [
    Row(id="s1", french="M. Wang a refusé.", english="Mr. Wang refused."),
    Row(id="s2", french="M. Wang reviendra.", english="Mr. Wang will return."),
    Row(id="s3", french="Le maire a ri.", english="The mayor laughed."),
]


def person(english: str, *french: str, status: str = "settled", segments: tuple[str, ...]) -> Name:
    return Name(french=french, english=english, kind="person", status=status, segments=segments)


def said(*names: Name, rows: list[Row] = ROWS) -> list[tuple[str, str]]:
    found = introduced(rows, replace(vote(), names=names))
    return [(row.french, row.english) for row in found]


def test_name_is_added_once_in_both_languages() -> None:
    """The French gets the name as the French writes it."""
    wang = person("Wang Yi", "Wang Yi", "M. Wang", segments=("s1", "s2"))
    assert said(wang)[:2] == [
        ("M. Wang [Wang Yi] a refusé.", "Mr. Wang [Wang Yi] refused."),
        ("M. Wang reviendra.", "Mr. Wang will return."),
    ]


def test_inferred_and_ambiguous_are_marked() -> None:
    """A question mark where the page infers, candidates where it does not know."""
    inferred = person("Wang Yi", "M. Wang", status="inferred", segments=("s1",))
    assert said(inferred)[0][1] == "Mr. Wang [Wang Yi?] refused."
    open_ = person("Wang Yi or Wang Lin", "M. Wang", status="ambiguous", segments=("s1",))
    assert said(open_)[0] == (
        "M. Wang [? Wang Yi ou Wang Lin] a refusé.",
        "Mr. Wang [? Wang Yi or Wang Lin] refused.",
    )


def test_two_people_of_one_name_are_told_apart_by_sentence() -> None:
    """Each row gets the one that the page lists for it."""
    first = person("Wang Yi", "M. Wang", segments=("s1",))
    second = person("Wang Lin", "M. Wang", segments=("s2",))
    english = [english for _, english in said(first, second)]
    assert english[:2] == ["Mr. Wang [Wang Yi] refused.", "Mr. Wang [Wang Lin] will return."]


def test_long_list_of_sentences_counts_for_all_unless_a_form_is_shared() -> None:
    """Pages list eight sentences only; a ninth is still his, if nobody shares the form."""
    many = tuple(f"s{n}" for n in range(10, 18))
    wang = person("Wang Yi", "M. Wang", segments=many)
    assert said(wang)[0][1] == "Mr. Wang [Wang Yi] refused."
    other = person("Wang Lin", "M. Wang", segments=("s9",))
    assert said(wang, other)[0][1] == "Mr. Wang refused."


def test_nothing_is_added_where_it_does_not_fit_both() -> None:
    """A role, a full name, or an English without the surname stays as it is."""
    mayor = person("Paul Varin", "Paul Varin", "Le maire", segments=("s3",))
    assert said(mayor)[2] == ("Le maire a ri.", "The mayor laughed.")
    full = [Row(id="s1", french="Wang Yi a refusé.", english="Wang Yi refused.")]
    wang = person("Wang Yi", "Wang Yi", "M. Wang", segments=("s1",))
    assert said(wang, rows=full) == [("Wang Yi a refusé.", "Wang Yi refused.")]
    lost = [Row(id="s1", french="M. Wang a refusé.", english="He refused.")]
    assert said(wang, rows=lost) == [("M. Wang a refusé.", "He refused.")]
    half = [Row(id="s1", french="Wang Yi a refusé.", english="Mr. Wang refused.")]
    assert said(wang, rows=half) == [("Wang Yi a refusé.", "Mr. Wang refused.")]
