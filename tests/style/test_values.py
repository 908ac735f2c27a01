"""The [style] table: what it takes, what it refuses."""

from __future__ import annotations

import pytest

from translate.errors import ConfigError
from translate.style import CourtesyTitles, Spelling, Style, style_of, style_of_pairs


def test_a_table_becomes_a_style() -> None:
    """Keys may have dashes; what is not said is the default, which changes nothing."""
    table = {"spelling": "uk", "courtesy-titles": "drop"}
    wanted = Style(spelling=Spelling.UK, courtesy_titles=CourtesyTitles.DROP)
    assert style_of(table) == wanted
    assert style_of({"courtesy_titles": "keep"}) == Style()
    assert not Style()
    assert Style(spelling=Spelling.US)


def test_a_signature_tells_styles_apart() -> None:
    """Each style that changes something has a text of its own, the default none."""
    styles = [
        Style(spelling=spelling, courtesy_titles=titles)
        for spelling in Spelling
        for titles in CourtesyTitles
    ]
    assert len({str(style) for style in styles}) == len(styles)
    assert str(Style()) == ""


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"speling": "uk"}, "did you mean 'spelling'"),
        ({"quotes": "curly"}, "known: spelling, courtesy_titles"),
        ({"spelling": "british"}, "known: us, uk"),
        ({"spelling": "as-is"}, "known: us, uk"),
        ({"spelling": "UK"}, "did you mean 'uk'"),
        ({"courtesy_titles": "droped"}, "did you mean 'drop'"),
        ({"courtesy_titles": True}, "cannot be True"),
        ({"spelling": ["uk"]}, "cannot be \\['uk'\\]"),
    ],
)
def test_what_is_unknown_is_refused(table: dict[str, object], message: str) -> None:
    """A key or a value nobody knows is an error that says what is known."""
    with pytest.raises(ConfigError, match=message):
        style_of(table)


def test_pairs_of_the_command_line() -> None:
    """Later ones win; one without "=" is refused."""
    pairs = ["spelling=us", "courtesy-titles = drop", "spelling=uk"]
    assert str(style_of_pairs(pairs)) == "uk-notitles"
    with pytest.raises(ConfigError, match="no KEY=VALUE"):
        style_of_pairs(["uk"])
