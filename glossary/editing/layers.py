"""Glossary files laid over each other, every row with its place: to search, to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.editing.sheet import Row, Sheet
from glossary.folding import key, tokenize
from glossary.rows import clean
from glossary.values import Kind

_SEARCHED = ("fr", "en", "forms_fr", "forms_en", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row, its file, and the row of a later file that stands in its place, if any."""

    row: Row
    sheet: Sheet
    replaced: Place | None = None

    def __str__(self) -> str:
        return f"{self.sheet.name}:{self.row.line}"


def lay(sheets: Sequence[Sheet]) -> tuple[Place, ...]:
    """Return all rows, those of the last file first; later ones win as `glossary.load` has it."""
    layers: list[list[Place]] = []
    by_id: dict[str, Place] = {}
    by_name: dict[tuple[str, str], Place] = {}
    for sheet in reversed(sheets):
        layer = [
            Place(
                row=row,
                sheet=sheet,
                replaced=by_id.get(row.id) or by_name.get(_name(row)),
            )
            for row in sheet.rows
        ]
        for place in layer:
            if place.replaced is None:
                by_id[place.row.id] = by_name[_name(place.row)] = place
        layers.append(layer)
    return tuple(place for layer in layers for place in layer)


def matching(places: Iterable[Place], text: str) -> Iterator[Place]:
    """Yield the places that hold every word of `text`, accents and capitals folded."""
    words = key(clean(text)).split()
    for place in places:
        values = place.row.values
        cells = key(" ".join([place.row.id, *(values.get(column, "") for column in _SEARCHED)]))
        if all(word in cells for word in words):
            yield place


def rivals(places: Iterable[Place], place: Place) -> Iterator[Place]:
    """Yield the rows in force that claim the same French as `place`, or for people the surname."""
    mine = _claims(place.row)
    for other in places:
        if other.row is not place.row and not other.replaced and mine & _claims(other.row):
            yield other


def _claims(row: Row) -> frozenset[str]:
    values = row.values
    forms = [values.get("fr", ""), *values.get("forms_fr", "").split(";")]
    claims = {" ".join(tokenize(form).keys) for form in forms} - {""}
    if values.get("kind", "").lower() == Kind.PERSON:
        claims |= {claim.rsplit(" ", 1)[-1] for claim in claims}
    return frozenset(claims)


def _name(row: Row) -> tuple[str, str]:
    return row.values.get("fr", ""), row.values.get("kind", "").lower() or Kind.TERM
