"""The body of a page, line by line: sentences in both languages, names, findings, footnotes.

The English is what stands in the English column now, in whatever order. Where the sentence numbers
of a row no longer match on both sides, its sentences are taken together. One pass over the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from translate.pages import cells
from translate.pages.values import Name, Remark, Row

_HEADLINE = re.compile(r"# (?=<a id=\"s\d+\"></a>)")
_HEADING = re.compile(r"#{3,6} (?=<a id=\"s\d+\"></a>)")
#: The French of a title, in italics; formatters write `_` for `*`.
_FRENCH_TITLE = re.compile(r"[*_]\((.*)\)[*_]\s*\Z")
#: A point of the summary that stands for one sentence.
_POINT = re.compile(r"[-*] (.*) \(\[\d+\]\(#(s\d+)\)\)<br><em>(.*)</em>\s*\Z")
_FOOTNOTE = re.compile(r"\[\^n\d+\]: (.*)")
_TEXT, _NAMES, _FINDINGS, _OMITTED = "French", "French English Kind", "Level Rule", "Kind Why"
#: Labels that our tables give in small print to what is no paragraph.
_LABELS = {"quotation": "quote", "caption": "caption", "table": "table_row"}
#: What a page adds after part of a name.
_IDENTITY = re.compile(r" \[([^\[\]]+)\]")
_SIGN = re.compile(r"[⚠ℹ]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the lines below the front matter say."""

    rows: tuple[Row, ...]
    summary: tuple[Row, ...]
    names: tuple[Name, ...]
    remarks: tuple[Remark, ...]
    dateline: str


@dataclass(slots=True)
class _Parts:
    """What has been read so far."""

    rows: list[Row] = field(default_factory=list)
    summary: list[Row] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    dateline: str = ""


def read_body(lines: Sequence[str], start: int = 0) -> Body:
    """Return what `lines` from number `start` (from 0) on say; rows know their lines."""
    parts = _Parts()
    for number, kind, block in _blocks(lines, start):
        first = len(parts.rows)
        _take(kind, block, parts)
        parts.rows[first:] = [replace(row, line=number) for row in parts.rows[first:]]
        if not kind and (hit := _POINT.fullmatch(block[0])):
            parts.summary.append(
                Row(id=hit[2], french=cells.plain(hit[3]), english=cells.plain(hit[1]), line=number)
            )
    return Body(
        rows=tuple(_bare(parts.rows, parts.names)),
        summary=tuple(_bare(parts.summary, parts.names)),
        names=_with_notes(parts),
        remarks=tuple(parts.remarks),
        dateline=parts.dateline,
    )


def _blocks(lines: Sequence[str], start: int) -> Iterator[tuple[int, str, list[str]]]:
    """Yield from `start` table rows with their head as kind, and all other lines, with number."""
    head = ""
    for number, line in enumerate(lines[start:], start=start + 1):
        if not line.startswith("|"):
            head = ""
            yield number, "", [line]
            continue
        row = cells.cells_of(line)
        if not head:
            head = " ".join(row)
        elif not all(set(cell) <= set(":- ") for cell in row):
            yield number, head, row


def _take(head: str, row: list[str], parts: _Parts) -> None:
    """Add one line or table row to what has been read."""
    if not head:
        _take_line(row[0], parts)
    elif head.startswith(_NAMES) and len(row) >= 5:
        parts.names.append(_name(row))
    elif head.startswith(_FINDINGS) and len(row) >= 4:
        parts.remarks.append(_remark(row))
    elif head.startswith(_OMITTED) and len(row) >= 4 and row[0] == "dateline":
        parts.dateline = parts.dateline or cells.plain(row[3])
    elif head == f"{_TEXT} English" and len(row) >= 2:
        parts.rows += _text_rows(row[0], row[1], len(parts.rows))


def _take_line(line: str, parts: _Parts) -> None:
    """Read a headline, a heading or a footnote; everything else on a page follows from those."""
    if hit := _HEADLINE.match(line):
        parts.rows += _titles(line[hit.end() :], "", "title", len(parts.rows))
    elif hit := _HEADING.match(line):
        english, french = _split_heading(line[hit.end() :])
        parts.rows += _titles(english, french, "heading", len(parts.rows))
    elif hit := _FRENCH_TITLE.fullmatch(line):
        if parts.rows and parts.rows[-1].kind == "title" and not parts.rows[-1].french:
            parts.rows.append(replace(parts.rows.pop(), french=cells.plain(hit[1])))
    elif hit := _FOOTNOTE.fullmatch(line):
        for name, note in _notes(hit[1]):
            parts.notes.setdefault(cells.plain(name), cells.plain(note))


def _split_heading(text: str) -> tuple[str, str]:
    """Return English and French of a heading: "English *(French)*", or "English" alone."""
    stripped = text.rstrip()
    cut = max(stripped.rfind(" *("), stripped.rfind(" _("))
    if cut < 0:
        return text, ""
    return stripped[:cut], stripped[cut + 3 :].removesuffix(")*").removesuffix(")_")


def _notes(footnote: str) -> Iterator[tuple[str, str]]:
    """Yield names and what is noted of them: "**Name** (*nom*): note"."""
    pieces = footnote.split("**")
    for name, rest in zip(pieces[1::2], pieces[2::2], strict=False):
        mark = rest[2:3] if rest.startswith((" (*", " (_")) else ""
        said = rest.partition(f"{mark})")[2] if mark else rest
        if said.startswith(": "):
            yield name, said[2:]


def _titles(english: str, french: str, kind: str, paragraph: int) -> list[Row]:
    """Return a headline or heading as one row under its first id."""
    pieces = cells.by_anchor(english)
    return [
        Row(
            id=pieces[0][0],
            french=cells.plain(french),
            english=cells.plain(" ".join(piece[2] for piece in pieces)),
            kind=kind,
            paragraph=paragraph,
            doubt=cells.has_doubt(english),
        )
    ]


def _text_rows(french: str, english: str, paragraph: int) -> list[Row]:
    """Return the sentences of one row of a text table."""
    left, right = cells.by_anchor(french), cells.by_number(english)
    if not left:
        return []
    label = right[0][1] if right else ""
    kind = _kind(left[0][2], label)
    joined: tuple[tuple[str, str], ...] = ()
    ids, numbers = [piece[0] for piece in left], [piece[0] for piece in right]
    if sorted(ids) == sorted(numbers):
        at = {id_: place for place, id_ in enumerate(ids)}
        right.sort(key=lambda piece: at[piece[0]])
    else:
        joined = tuple((id_, cells.plain(cells.without_bullet(fr))) for id_, _, fr in left)
        whole_left = " ".join(piece[2] for piece in left)
        whole_right = " ".join(piece[2] for piece in right) if right else english
        left, right = [(left[0][0], "", whole_left)], [(left[0][0], "", whole_right)]
    return [
        Row(
            id=id_,
            french=cells.plain(cells.without_bullet(fr)),
            english=cells.plain(cells.without_bullet(en)),
            kind=kind,
            paragraph=paragraph,
            doubt=cells.has_doubt(en),
            joined=joined,
            numbers=tuple(numbers) if joined else (),
        )
        for (id_, _, fr), (_, _, en) in zip(left, right, strict=True)
    ]


def _kind(french: str, label: str) -> str:
    """Return what a row is, from its label and from how its French is set."""
    for word in label.split():
        if word in _LABELS:
            return _LABELS[word]
    if french.startswith("<b>"):
        return "list_item"
    if french.startswith("<strong>") and french.rstrip().endswith("</strong>"):
        return "question" if "?" in cells.plain(french)[-3:] else "standfirst"
    return "sentence"


def _name(row: Sequence[str]) -> Name:
    person = cells.plain(row[2]) == "person"
    french = cells.plain(row[0])
    return Name(
        french=tuple(french.split(", ")) if person else (french,),
        english=cells.plain(row[1]),
        kind=cells.plain(row[2]),
        status=cells.plain(row[3]),
        segments=cells.targets(row[4]),
    )


def _remark(row: Sequence[str]) -> Remark:
    where = cells.targets(row[2])
    return Remark(
        level=_SIGN.sub("", cells.plain(row[0])).strip(),
        rule=cells.plain(row[1]),
        segment=where[0] if where else "",
        message=cells.plain(row[3]),
        suggestion=cells.plain(row[4]) if len(row) > 4 else "",
    )


def _with_notes(parts: _Parts) -> tuple[Name, ...]:
    return tuple(replace(name, note=parts.notes.get(name.english, "")) for name in parts.names)


def _bare(rows: Sequence[Row], known: Sequence[Name]) -> Iterator[Row]:
    """Yield the rows without the identities that the page laid into their English."""
    names = {name.english for name in known if name.kind == "person"}

    def stays(hit: re.Match[str]) -> str:
        inside = hit[1]
        laid_in = inside.removesuffix("?") in names or inside.partition("?: ")[2] in names
        return "" if laid_in else hit[0]

    for row in rows:
        yield replace(row, english=_IDENTITY.sub(stays, row.english))
