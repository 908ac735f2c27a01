"""Rules about files: what the reader refuses, what a later file overrides."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.lint.values import Hit, Material


def refused(material: Material) -> Iterator[Hit]:
    """What `glossary.load` refuses a file for."""
    for sheet in material.sheets:
        for fault in sheet.faults:
            yield Hit(
                path=fault.path,
                line=fault.line,
                column=fault.column,
                message=fault.message,
                hint="nothing of the file is applied until this is mended",
            )


def overrides(material: Material) -> Iterator[Hit]:
    """An entry that replaces one of an earlier file."""
    for lost, won in material.overridden:
        column = "fr" if lost.entry.fr == won.entry.fr else "id"
        yield won.hit(
            column,
            f"takes the place of {lost.seen_from(won)}: {lost.entry.en!r} becomes {won.entry.en!r}",
            "",
        )
