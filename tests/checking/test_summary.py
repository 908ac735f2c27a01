"""The summary of an edited page: what was changed there, and what was forgotten there."""

from __future__ import annotations

from tests.checking.pages import page, spotted

_FRENCH = "Quelque 70 000 tonnes de sel attendent sur le quai depuis janvier."
_ENGLISH = "Some 70,000 metric tons of salt have been waiting on the quay since January."
_POINT = f"- {_ENGLISH} ([3](#s3))<br><em>{_FRENCH}</em>"
_BRISK = "About 70,000 metric tons of salt have sat on the quay since January."


def _found(row: str = _ENGLISH, point: str = _ENGLISH) -> list[tuple[str, str, str]]:
    """Return rule, sentence and line of what is found with these words in row and summary."""
    text = page().replace(_ENGLISH, row).replace("## Article", f"{_POINT}\n\n## Article", 1)
    text = text.replace(_POINT, _POINT.replace(_ENGLISH, point))
    lines = text.split("\n")
    return [
        (item.finding.rule, item.finding.segment, lines[item.line - 1][:2])
        for item in spotted(text)
    ]


def test_a_summary_that_says_what_the_rows_say_is_right() -> None:
    """As written, and with the same edit in both places; other right words are no fault either."""
    assert _found() == []
    assert _found(_BRISK, _BRISK) == []
    assert _found(point=_BRISK) == []


def test_a_figure_changed_in_the_summary_only_is_found_there() -> None:
    """The table is right, and the summary is what gets copied."""
    wrong = _ENGLISH.replace("70,000", "17,000")
    assert _found(point=wrong) == [("number", "s3", "- ")]


def test_an_edit_that_the_summary_lacks_is_told() -> None:
    """The row is better now, the summary has what was there before."""
    assert _found(row=_BRISK) == [("summary", "s3", "- ")]
