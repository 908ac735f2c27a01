"""TMX 1.4b (Translation Memory eXchange, LISA OSCAR 2005): pairs of texts, read and written.

For memories as for glossaries: a unit is one pair of texts, a sentence or a term, with who made and
changed it, notes and properties. Reading and writing are streamed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from glossary.formats import xml
from glossary.formats.values import MAX_BYTES, FormatError, Loss, Remark

_STAMP = "%Y%m%dT%H%M%SZ"
#: Elements that hold native codes of a document: their content is no text of the sentence.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_FIELDS = ("creationdate", "creationid", "changedate", "changeid")
_LINE_BREAK = "lb"
#: Texts of one language in one unit; real files have two or three, hostile ones ten thousand.
_MAX_VARIANTS = 20

Tell = Callable[[Remark], None]
Lose = Callable[[Loss], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One pair of a TMX file.

    Attributes:
        source, target: text without inline codes, blanks as they stand in the file.
        source_lang, target_lang: BCP 47 tags as written ("fr-CA"; case is kept).
        id: the `tuid`, "" if there is none.
        creationdate, changedate: in UTC, to the second; None when absent or unreadable.
        props: (type, text) of each property, of the unit and of its two texts.
        line: where it stands in the file, 1-based; 0 for a unit that is to be written.
    """

    source: str
    target: str
    source_lang: str = "fr"
    target_lang: str = "en"
    id: str = ""
    creationid: str = ""
    creationdate: dt.datetime | None = None
    changeid: str = ""
    changedate: dt.datetime | None = None
    props: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    line: int = 0


def read(
    data: bytes, source: str = "fr", target: str = "en", *, tell: Tell | None = None
) -> list[Unit]:
    """Return all units of a file at once; see `iter_units`."""
    return list(iter_units(data, source, target, tell=tell))


def iter_units(
    file: bytes | Path | BinaryIO,
    source: str = "fr",
    target: str = "en",
    *,
    max_bytes: int = MAX_BYTES,
    tell: Tell | None = None,
) -> Iterator[Unit]:
    """Yield the pairs of two languages (primary subtags) in file order.

    A file from English to French is turned round. Variants count as the language: a unit with fr-FR
    and fr-CA beside one en gives two pairs. Inline codes (`bpt ept it ph ut`) are dropped with what
    they hold, a line break among them becomes a blank, the text of `hi` stays. `tell` hears what is
    not taken over: other languages, inline codes, units without a pair, dates that cannot be read.

    Raises:
        FormatError: not TMX, refused (see `xml.records`), or a path that cannot be read.
    """
    hear = tell or _ignore
    nodes = xml.records(file, {"header", "tu"}, max_bytes=max_bytes)
    root = next(nodes)
    if root.name != "tmx":
        raise FormatError(f"line {root.line}: begins with <{root.name}>, TMX begins with <tmx>")
    srclang = ""
    for node in nodes:
        if node.name == "header":
            srclang = node.attributes.get("srclang", "")
        elif node.name == "tu":
            way = node.attributes.get("srclang", srclang)
            if primary(way) == target:
                hear(Remark(line=node.line, what=f"direction {target} to {source}, turned round"))
            yield from _units(node, source, target, hear)


def write(
    units: Iterable[Unit],
    *,
    srclang: str = "fr",
    segtype: str = "sentence",
    lose: Lose | None = None,
) -> str:
    """Return a TMX document; see `stream`."""
    return "".join(stream(units, srclang=srclang, segtype=segtype, lose=lose))


def stream(
    units: Iterable[Unit],
    *,
    srclang: str = "fr",
    segtype: str = "sentence",
    lose: Lose | None = None,
) -> Iterator[str]:
    """Yield a TMX document piece by piece, a unit each, the same text for the same units.

    `segtype` is "sentence" for memories, "phrase" for glossaries. `lose` hears of characters that
    XML cannot hold (controls), which are left out.
    """
    hear = lose or _ignore
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        '<tmx version="1.4">\n  <header creationtool="visavis"'
        f" creationtoolversion={xml.quote(version('visavis'))} segtype={xml.quote(segtype)}"
        f' o-tmf="visavis" adminlang="en" srclang={xml.quote(srclang)} datatype="plaintext"/>\n'
        "  <body>\n"
    )
    for unit in units:
        yield _written(unit, srclang, hear)
    yield "  </body>\n</tmx>\n"


def primary(tag: str) -> str:
    """Return the primary language of a tag: "fr" for "FR_ca" and "fr-CA"."""
    return tag.replace("_", "-").partition("-")[0].strip().lower()


def _ignore(_said: object) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a `tu` or `tuv` says of itself."""

    attributes: Mapping[str, str]
    props: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Variant:
    tag: str
    text: str
    said: _Said


def _units(node: xml.Node, source: str, target: str, tell: Tell) -> Iterator[Unit]:
    """The pairs of one `tu`: each source text with the first target, then the other targets."""
    texts: dict[str, list[_Variant]] = {source: [], target: []}
    for variant in node.children("tuv"):
        tag = variant.attributes.get(xml.LANG) or variant.attributes.get("lang", "")
        language = primary(tag)
        if language not in texts:
            tell(Remark(line=variant.line, what=f"language {tag or 'without name'}"))
        elif len(texts[language]) == _MAX_VARIANTS:
            tell(Remark(line=variant.line, what=f"more than {_MAX_VARIANTS} texts of a language"))
        else:
            segments = variant.children("seg")
            if any(map(_has_codes, segments)):
                tell(Remark(line=variant.line, what="formatting inside a text"))
            text = "".join(map(_text, segments))
            if text.strip():
                texts[language].append(_Variant(tag, text, _said(variant)))
    for language, found in texts.items():
        if not found:
            tell(Remark(line=node.line, what=f"unit without {language} text"))
            return
    said, sources, targets = _said(node), texts[source], texts[target]
    pairs = [(one, targets[0]) for one in sources] + [(sources[0], one) for one in targets[1:]]
    for one, other in pairs:
        yield _unit(said, one, other, node.line, tell)


def _said(node: xml.Node) -> _Said:
    return _Said(
        attributes=node.attributes,
        props=tuple(
            (prop.attributes.get("type", ""), prop.text()) for prop in node.children("prop")
        ),
        notes=tuple(note.text() for note in node.children("note")),
    )


def _unit(said: _Said, one: _Variant, other: _Variant, line: int, tell: Tell) -> Unit:
    sayings = (said, other.said, one.said)  # who and when: some tools put it on the target text
    who = {
        name: next((said.attributes[name] for said in sayings if said.attributes.get(name)), "")
        for name in _FIELDS
    }
    return Unit(
        source=one.text,
        target=other.text,
        source_lang=one.tag,
        target_lang=other.tag,
        id=said.attributes.get("tuid", ""),
        creationid=who["creationid"],
        creationdate=_date(who["creationdate"], line, tell),
        changeid=who["changeid"],
        changedate=_date(who["changedate"], line, tell),
        props=tuple(prop for said in sayings for prop in said.props),
        notes=tuple(note for said in sayings for note in said.notes),
        line=line,
    )


def _text(segment: xml.Node) -> str:
    """The text of a `seg` or `hi` without native codes."""
    parts: list[str] = []
    for part in segment.content:
        if isinstance(part, str):
            parts.append(part)
        elif part.name not in _CODES:
            parts.append(_text(part))
        elif part.attributes.get("type") == _LINE_BREAK:
            parts.append(" ")
    return "".join(parts)


def _has_codes(segment: xml.Node) -> bool:
    return any(part.name in _CODES or _has_codes(part) for part in segment.children())


def _date(value: str, line: int, tell: Tell) -> dt.datetime | None:
    if not value:
        return None
    try:
        return dt.datetime.strptime(value, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        tell(Remark(line=line, what="a date that is not written YYYYMMDDThhmmssZ"))
        return None


def _written(unit: Unit, srclang: str, lose: Lose) -> str:
    def legal(text: str, column: str) -> str:
        text, gone = xml.legal(text)
        if gone:
            lose(Loss(entry=unit.id, column=column, count=gone))
        return text

    attributes = {
        "tuid": unit.id,
        "srclang": "" if unit.source_lang == srclang else unit.source_lang,
        "creationdate": _stamp(unit.creationdate),
        "creationid": unit.creationid,
        "changedate": _stamp(unit.changedate),
        "changeid": unit.changeid,
    }
    opening = "".join(
        f" {name}={xml.quote(legal(value, name))}" for name, value in attributes.items() if value
    )
    lines = [f"    <tu{opening}>"]
    lines += [f"      <note>{xml.escape(legal(note, 'note'))}</note>" for note in unit.notes]
    lines += [
        f"      <prop type={xml.quote(legal(type_, 'prop'))}>"
        f"{xml.escape(legal(text, type_))}</prop>"
        for type_, text in unit.props
    ]
    lines += [
        f"      <tuv xml:lang={xml.quote(legal(tag, 'language'))}>"
        f"<seg>{xml.escape(legal(text, column))}</seg></tuv>"
        for tag, text, column in (
            (unit.source_lang, unit.source, "source"),
            (unit.target_lang, unit.target, "target"),
        )
    ]
    return "\n".join([*lines, "    </tu>\n"])


def _stamp(when: dt.datetime | None) -> str:
    if when is None:
        return ""
    aware = when if when.tzinfo else when.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).strftime(_STAMP)
