"""Files laid over each other: what replaces what, what is found, who are rivals."""

from __future__ import annotations

from glossary.editing import Place, Sheet, lay, matching, rivals

BELOW = Sheet.parse(
    b"id,fr,en,kind,forms_fr,note\n"
    b"p,pont,bridge,term,,\n"
    b"e,\xc3\xa9cluse,lock,term,sas,Of a canal.\n"
    b"b,Anna Berg,Anna Berg,person,,\n",
    "below.csv",
)
ABOVE = Sheet.parse(
    b"id,fr,en,kind\ne,porte,gate,term\nq,pont,deck,\nq2,sas,airlock,term\n"
    b"z,Ole Berg,Ole Berg,person\n",
    "above.csv",
)


def by_id(places: tuple[Place, ...], id_: str, sheet: Sheet) -> Place:
    (found,) = [one for one in places if one.row.id == id_ and one.sheet is sheet]
    return found


def test_later_rows_replace_by_id_and_by_name() -> None:
    """The same id, or the same French and kind; the later file comes first."""
    places = lay([BELOW, ABOVE])
    assert [str(place) for place in places[:2]] == ["above.csv:2", "above.csv:3"]
    assert str(by_id(places, "e", BELOW).replaced) == "above.csv:2"
    assert str(by_id(places, "p", BELOW).replaced) == "above.csv:3"
    assert by_id(places, "b", BELOW).replaced is None


def test_words_are_found_in_any_searched_column() -> None:
    """All words must be there, in whatever cells, accents and capitals folded."""
    places = lay([BELOW])
    assert [one.row.id for one in matching(places, "ECLUSE canal")] == ["e"]
    assert [one.row.id for one in matching(places, "sas")] == ["e"]
    assert [one.row.id for one in matching(places, "écluse pont")] == []


def test_rivals_share_french_or_a_surname() -> None:
    """A form counts as French; rows that are replaced are no rivals."""
    places = lay([BELOW, ABOVE])
    assert [one.row.id for one in rivals(places, by_id(places, "e", BELOW))] == ["q2"]
    assert [one.row.id for one in rivals(places, by_id(places, "z", ABOVE))] == ["b"]
    assert [one.row.id for one in rivals(places, by_id(places, "q", ABOVE))] == []


def test_an_entry_is_found_by_id_french_or_form() -> None:
    """The id comes first, then the French, then other forms."""
    assert [row.id for row in BELOW.find("b")] == ["b"]
    assert [row.id for row in BELOW.find("Ecluse")] == ["e"]
    assert [row.id for row in BELOW.find("SAS")] == ["e"]
    assert BELOW.find("none") == ()
