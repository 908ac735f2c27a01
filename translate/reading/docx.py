"""DOCX to units, with the standard library: a zip of XML files, read with its dangers refused.

Paragraphs come in document order, also those of tables and text boxes; headers, footers,
footnotes and comments follow. Deleted text of tracked changes is left out, inserted text kept.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from translate.errors import InputError
from translate.reading.inline import InlineText
from translate.reading.normal import normalize
from translate.reading.source import Source
from translate.reading.units import Role, Unit
from translate.values import InlineKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: A zip bomb unpacks to far more than any article.
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_RATIO = 200
_DEEPEST = 200
_BROKEN = "not a readable DOCX file. Open it in a word processor and save it again as .docx."
_HEADING_WORDS = ("heading", "titre", "berschrift")
_STYLES_OF = {
    Role.TITLE: "title titre",
    Role.STANDFIRST: "subtitle soustitre sous-titre chapo chapeau",
    Role.CAPTION: "caption lgende légende legende",
    Role.QUOTE: "quote citation intensequote citationintense",
    Role.BYLINE: "signature auteur",
}
_STYLES = {name: role for role, names in _STYLES_OF.items() for name in names.split()}
_EXTRA_PARTS = (
    ("header", Role.FURNITURE, "running head"),
    ("footer", Role.FURNITURE, "running foot"),
    ("footnotes", Role.NONE, ""),
    ("endnotes", Role.NONE, ""),
    ("comments", Role.METADATA, "comment of the word processor"),
)


class _NoDoctype(ET.TreeBuilder):
    """Builds the tree of a part; a document type, the home of entities, is refused."""

    def doctype(self, _name: str, _pubid: str | None, _system: str | None) -> None:
        raise InputError(
            "its XML declares a document type or entities, which DOCX never needs; refused."
        )


@dataclass(slots=True)
class _Document:
    archive: zipfile.ZipFile
    name: str
    styles: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def read(data: bytes, name: str) -> list[Source]:
    """Read a DOCX file.

    Raises:
        InputError: when it is no DOCX, is damaged, encrypted, unpacks to more than 200 MB or holds
            XML entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive)
            return [_source(_Document(archive, name))]
    except InputError as error:
        raise InputError(f"{name}: {error}") from error
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, KeyError, OSError, EOFError) as error:
        raise InputError(f"{name}: {_BROKEN}") from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise InputError(
            f"{name}: encrypted or packed in a way that is not read. {_BROKEN}"
        ) from error


def _check_size(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    if (
        unpacked > _MOST_UNPACKED
        or (unpacked > 2**24 and unpacked / packed > _MOST_RATIO)
        or len(infos) > 5000
    ):
        raise InputError(f"unpacks to {unpacked // 2**20} MB; refused as a zip bomb.")


def _tree(document: _Document, part: str) -> ET.Element:
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314  document types are refused
    with document.archive.open(part) as stream:
        remaining = _MOST_UNPACKED
        while chunk := stream.read(65536):
            remaining -= len(chunk)
            if remaining < 0:
                raise InputError("unpacks to more than it says; refused as a zip bomb.")
            parser.feed(chunk)
    root: ET.Element = parser.close()
    return root


def _source(document: _Document) -> Source:
    names = set(document.archive.namelist())
    if "word/document.xml" not in names:
        raise InputError(_BROKEN)
    if "word/styles.xml" in names:
        document.styles = _styles(_tree(document, "word/styles.xml"))
    units = _part_units(document, "word/document.xml")
    for stem, role, reason in _EXTRA_PARTS:
        for part in sorted(n for n in names if n.startswith(f"word/{stem}") and n.endswith(".xml")):
            extra = _part_units(document, part)
            units += [
                Unit(
                    text=u.text,
                    gap=u.gap,
                    role=role or u.role,
                    reason=reason or u.reason,
                    inlines=u.inlines,
                )
                for u in extra
            ]
    return Source(units=units)


def _styles(root: ET.Element) -> dict[str, str]:
    """Style ids to their names, small letters, blanks gone."""
    found = {}
    for style in root.iter(f"{_W}style"):
        label = style.find(f"{_W}name")
        key = style.get(f"{_W}styleId", "")
        found[key] = (
            (label.get(f"{_W}val", key) if label is not None else key).lower().replace(" ", "")
        )
    return found


def _part_units(document: _Document, part: str) -> list[Unit]:
    document.links = _links(document, part)
    units: list[Unit] = []
    _walk(document, _tree(document, part), units, 0)
    return units


def _links(document: _Document, part: str) -> dict[str, str]:
    folder, _, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels"
    if rels not in document.archive.namelist():
        return {}
    root = _tree(document, rels)
    return {r.get("Id", ""): r.get("Target", "") for r in root if r.get("TargetMode") == "External"}


def _walk(document: _Document, element: ET.Element, units: list[Unit], depth: int) -> None:
    """Collect paragraphs and table rows in document order."""
    if depth > _DEEPEST:
        raise InputError("nested too deeply; refused.")
    for child in element:
        if child.tag == f"{_W}p":
            units += _paragraph(document, child, depth)
        elif child.tag == f"{_W}tr":
            units += _row(document, child, depth)
        elif child.tag not in {_FALLBACK, f"{_W}del"}:
            _walk(document, child, units, depth + 1)


def _row(document: _Document, row: ET.Element, depth: int) -> list[Unit]:
    """A row with one filled cell is a layout table; others are rows of figures."""
    cells: list[list[Unit]] = []
    for cell in row.iter(f"{_W}tc"):
        inner: list[Unit] = []
        _walk(document, cell, inner, depth + 1)
        if inner:
            cells.append(inner)
        if cell.find(f".//{_W}tbl") is not None:
            return [unit for one in cells for unit in one]
    if len(cells) < 2 or any(len(cell) > 1 for cell in cells):
        return [unit for cell in cells for unit in cell]
    return [Unit(text="\t".join(cell[0].text for cell in cells), role=Role.TABLE_ROW)]


def _paragraph(document: _Document, paragraph: ET.Element, depth: int) -> list[Unit]:
    lines = [InlineText()]
    boxes: list[ET.Element] = []
    _runs(document, paragraph, lines, boxes, 0)
    role, level, marker = _look(document, paragraph)
    units: list[Unit] = []
    for line in lines:
        unit = line.unit(role=role, gap=int(not units and role is not Role.LIST_ITEM), level=level)
        if unit is not None:
            units.append(replace(unit, marker="" if units else marker))
    for box in boxes:
        _walk(document, box, units, depth + 1)
    return units


def _runs(
    document: _Document,
    element: ET.Element,
    lines: list[InlineText],
    boxes: list[ET.Element],
    depth: int,
) -> None:
    if depth > _DEEPEST:
        raise InputError("nested too deeply; refused.")
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            lines[-1].add(normalize(child.text or ""))
        elif tag == f"{_W}tab":
            lines[-1].add("\t")
        elif tag in {f"{_W}br", f"{_W}cr"}:
            lines.append(lines[-1].continued())
        elif tag == f"{_W}noBreakHyphen":
            lines[-1].add("-")
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag == f"{_W}r":
            _marked_run(document, child, lines, boxes, depth)
        elif tag == f"{_W}hyperlink":
            href = document.links.get(child.get(f"{_R}id", ""), "")
            lines[-1].open(InlineKind.LINK, href)
            _runs(document, child, lines, boxes, depth + 1)
            lines[-1].close(InlineKind.LINK)
        elif tag not in {_FALLBACK, f"{_W}del", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText"}:
            _runs(document, child, lines, boxes, depth + 1)


def _marked_run(
    document: _Document,
    run: ET.Element,
    lines: list[InlineText],
    boxes: list[ET.Element],
    depth: int,
) -> None:
    kinds = list(_run_marks(run))
    for kind in kinds:
        lines[-1].open(kind)
    _runs(document, run, lines, boxes, depth + 1)
    for kind in reversed(kinds):
        lines[-1].close(kind)


def _run_marks(run: ET.Element) -> Iterator[InlineKind]:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return
    for tag, kind in (("b", InlineKind.STRONG), ("i", InlineKind.EMPHASIS)):
        mark = properties.find(f"{_W}{tag}")
        if mark is not None and mark.get(f"{_W}val", "1") not in {"0", "false", "off"}:
            yield kind


def _look(document: _Document, paragraph: ET.Element) -> tuple[Role, int, str]:
    """Role, heading level and list marker after a paragraph's style and numbering."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return Role.NONE, 0, ""
    style = properties.find(f"{_W}pStyle")
    key = style.get(f"{_W}val", "") if style is not None else ""
    name = document.styles.get(key, key.lower())
    if name in _STYLES:
        return _STYLES[name], 0, ""
    digits = "".join(c for c in name if c.isdigit())
    if any(word in name for word in _HEADING_WORDS) and digits:
        return Role.HEADING, min(int(digits[:1]) or 1, 6), ""
    if properties.find(f"{_W}numPr") is not None or name.startswith(("list", "puce", "liste")):
        numbered = "number" in name or "numro" in name or "numéro" in name
        return Role.LIST_ITEM, 0, "1." if numbered else "-"
    return Role.NONE, 0, ""
