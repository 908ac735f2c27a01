"""Rules about entries that say one thing twice."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.lint.spelling import by_form
from glossary.lint.values import Hit, Located, Material
from glossary.rows import identify
from glossary.values import Kind


def duplicate_id(material: Material) -> Iterator[Hit]:
    """One id on two lines of a file; an id that is derived means the same French and kind."""
    for sheet in material.sheets:
        seen: dict[str, int] = {}
        for line, row in sheet.rows:
            own, fr = row.get("id", "").strip(), row.get("fr", "").strip()
            if not (own or fr):
                continue
            id_ = identify(row)
            first = seen.setdefault(id_, line)
            if first == line:
                continue
            if own:
                message, column = f"id {id_!r} is already that of line {first}", "id"
                hint = "give this entry an id of its own"
            else:
                message = f"{fr!r} stands already on line {first}, with the same kind"
                column, hint = "fr", "remove one of the two, or give each an id if both are meant"
            yield Hit(
                path=sheet.path,
                line=line,
                column=sheet.places.get(column, 0),
                message=message,
                hint=hint,
            )


def duplicate_entry(material: Material) -> Iterator[Hit]:
    """The same French, however written, with the same English and kind; two people have cues."""
    for first, column, located, own, form in _twice(material):
        if first.entry.kind is not located.entry.kind or "forms_fr" in {column, own}:
            continue
        namesakes = located.entry.kind is Kind.PERSON and first.entry.cues and located.entry.cues
        if first.entry.id != located.entry.id and not namesakes:
            yield located.hit(
                "fr",
                f"{form!r} has the same English as {first.seen_from(located)}",
                "keep one entry and give it both spellings in forms_fr",
            )


def duplicate_form(material: Material) -> Iterator[Hit]:
    """A form that another entry with the same English already has."""
    for first, column, located, own, form in _twice(material):
        same_kind = first.entry.kind is located.entry.kind
        if column == own == "fr" and same_kind:
            continue
        yield located.hit(
            own,
            f"{form!r} is already a form of {first.seen_from(located)}, with the same English",
            "keep the form in one entry",
        )


def redundant_form(material: Material) -> Iterator[Hit]:
    """A form that repeats the entry's own French or English."""
    for located in material.entries:
        entry = located.entry
        for column, base, forms in (
            ("forms_fr", entry.fr, entry.forms_fr),
            ("forms_en", entry.en, entry.forms_en),
        ):
            if base in forms:
                yield located.hit(column, f"{base!r} is the entry itself", "remove the form")


def _twice(material: Material) -> Iterator[tuple[Located, str, Located, str, str]]:
    """Yield (first entry, its column, later entry, its column, form) that share French, English."""
    live = [located for located in material.entries if located.live]
    for places in by_form(live).values():
        seen: dict[str, tuple[Located, str]] = {}
        for located, column, form in places:
            first, own = seen.setdefault(located.entry.en.lower(), (located, column))
            if first is not located:
                yield first, own, located, column, form
