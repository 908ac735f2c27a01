"""Reading back the bilingual pages that `translate run` writes, as a person edited them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.errors import InputError
from translate.pages.body import read_body
from translate.pages.fingerprints import Written, fingerprint, read_fingerprints
from translate.pages.values import Page, Row
from translate.rendering.frontmatter import read_provenance

_BRACKETS = re.compile(r" \[[^\[\]]+\]")


def read_page(text: str, *, href: str = "", name: str = "page") -> Page:
    """Return what one of our Markdown pages says.

    Args:
        href: where the briefing is to point for it. name: what errors call it.

    Raises:
        InputError: it is no page of ours.
    """
    provenance = read_provenance(text)
    if provenance is None or not provenance.source or not provenance.end:
        raise InputError(f"{name} is no bilingual page of visavis: give the French article instead")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    fields = provenance.fields
    body = read_body(lines, provenance.end + 1)
    written = read_fingerprints(lines)
    rows = body.rows
    if provenance.edited and written:
        rows = tuple(_compared(row, written) for row in rows)
    return Page(
        source=provenance.source,
        digest=provenance.source_digest,
        engine=provenance.engine,
        version=provenance.version,
        edited=provenance.edited,
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        author=fields.get("author", ""),
        url=fields.get("url", ""),
        status=fields.get("status", ""),
        dateline=body.dateline,
        date=_date(fields.get("date", "")),
        href=href,
        rows=rows,
        names=body.names,
        remarks=body.remarks,
        tracked=bool(written) or not provenance.edited,
        gone=_gone(rows, written),
        summary=tuple(
            replace(point, changed=point.id in written and _changed(point, written))
            for point in body.summary
        ),
        reviewer=fields.get("reviewer", ""),
    )


def _changed(point: Row, written: Mapping[str, Written]) -> bool:
    return written[point.id].english != fingerprint(point.english)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _compared(row: Row, written: Mapping[str, Written]) -> Row:
    """Return `row` told whether its English and its French are still those that were written."""
    own = written.get(row.id)
    # Where the table of names is gone, nothing tells who was laid in but the text itself.
    bare = _BRACKETS.sub("", row.english)
    if own and own.english == fingerprint(bare):
        row = replace(row, english=bare)
    changed = bool(row.joined) or own is None or own.english != fingerprint(row.english)
    return replace(row, changed=changed, french_changed=_other_french(row, written))


def _other_french(row: Row, written: Mapping[str, Written]) -> tuple[str, ...]:
    """Return the ids of the sentences of `row` whose French is not the one that was written."""
    return tuple(
        id_
        for id_, french in row.joined or ((row.id, row.french),)
        if id_ in written and written[id_].french not in {"", fingerprint(french)}
    )


def _gone(rows: Sequence[Row], written: Mapping[str, Written]) -> tuple[str, ...]:
    """Return the ids of sentences that were written and stand on the page no more."""
    there = {id_ for row in rows for id_, _ in row.joined or ((row.id, ""),)}
    return tuple(id_ for id_ in written if id_ not in there)
