"""TBX-Basic written: version 3 (ISO 30042:2019), categories as tags (DCT), and the older 2008 form.

Choices, where TBX-Basic has no category of its own: the kind is the `subjectField`; further forms
are admitted terms, forbidden English deprecated ones; `gender` is the grammatical gender of the
French; author and date are the last modification, the author also a person of the back matter,
because `responsibility` must point somewhere. What is left (`speaks`, `cues`, `valid_from`,
`valid_to`, `case`, `status`) are notes of the form ``visavis speaks: ar``: people see them, every
tool keeps them, and they are read back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.formats import xml, xmlids
from glossary.formats.cells import said
from glossary.formats.values import Loss, Written
from glossary.values import Entry

#: How the notes begin that hold columns of ours.
LABEL = "visavis"
LABELLED = re.compile(rf"{LABEL} (\w+): (.*)", re.DOTALL)
NOTED = ("speaks", "cues", "valid_from", "valid_to", "case", "status")
PREFERRED, ADMITTED, DEPRECATED = (
    f"{name}Term-admn-sts" for name in ("preferred", "admitted", "deprecated")
)
GENDERS = {"m": "masculine", "f": "feminine"}
#: category -> (meta element of the 2008 form, module of version 3)
_CATEGORIES = {
    "subjectField": ("descrip", "min"),
    "administrativeStatus": ("termNote", "min"),
    "grammaticalGender": ("termNote", "basic"),
    "source": ("admin", "basic"),
    "transactionType": ("transac", "basic"),
    "responsibility": ("transacNote", "basic"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """The names of one version of the standard."""

    opening: str
    root: str
    header: str
    entry: str
    language: str
    term: str
    people: str
    tags: bool


_V3 = _Style(
    opening='<tbx type="TBX-Basic" style="dct" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"'
    ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">',
    root="tbx",
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    people="refObjectSec",
    tags=True,
)
_V2008 = _Style(
    opening='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
    '<martif type="TBX-Basic" xml:lang="fr">',
    root="martif",
    header="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    people="refObjectList",
    tags=False,
)


def write(entries: Sequence[Entry], *, version: int = 3) -> Written:
    """Return a TBX-Basic file: version 3, or 2 for the form of 2008 (`martif`)."""
    writer = _Writer(_V3 if version == 3 else _V2008, entries)
    text = "\n".join(writer.lines(entries)) + "\n"
    return Written(data=text.encode(), losses=tuple(writer.losses))


class _Writer:
    def __init__(self, style: _Style, entries: Sequence[Entry]) -> None:
        self.losses: list[Loss] = []
        self._style = style
        taken = {xmlids.encode(entry.id) for entry in entries}
        self._people = _people(entries, taken)

    def lines(self, entries: Iterable[Entry]) -> Iterator[str]:
        style = self._style
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield style.opening
        yield f"  <{style.header}>"
        yield f"    <fileDesc><sourceDesc><p>{LABEL} glossary, French to English</p></sourceDesc>"
        yield f"    </fileDesc>\n  </{style.header}>"
        yield "  <text>\n    <body>"
        for entry in entries:
            yield from self._entry(entry)
        yield "    </body>"
        if self._people:
            yield f'    <back>\n      <{style.people} type="respPerson">'
            for name, id_ in self._people.items():
                item = f'<item type="fn">{xml.escape(xml.legal(name)[0])}</item>'
                yield f'        <refObject id="{id_}">{item}</refObject>'
            yield f"      </{style.people}>\n    </back>"
        yield f"  </text>\n</{style.root}>"

    def _entry(self, entry: Entry) -> Iterator[str]:
        style = self._style

        def field(category: str, value: str, column: str, attributes: str = "") -> str:
            meta, module = _CATEGORIES[category]
            text = self._text(entry, column, value)
            if style.tags:
                return f"<{module}:{category}{attributes}>{text}</{module}:{category}>"
            return f'<{meta} type="{category}"{attributes}>{text}</{meta}>'

        yield f"      <{style.entry} id={xml.quote(xmlids.encode(entry.id))}>"
        yield "        " + field("subjectField", entry.kind, "kind")
        for column, text in _notes(entry):
            yield f"        <note>{self._text(entry, column, text)}</note>"
        if entry.source:
            yield "        " + field("source", entry.source, "source")
        if entry.author or entry.date:
            parts = [field("transactionType", "modification", "author")]
            if entry.date:
                parts.append(f"<date>{entry.date.isoformat()}</date>")
            if entry.author:
                target = f' target="{self._people[entry.author]}"'
                parts.append(field("responsibility", entry.author, "author", target))
            yield "        <transacGrp>" + "".join(parts) + "</transacGrp>"
        for language, terms in (("fr", _french(entry)), ("en", _english(entry))):
            if not terms:
                continue  # the English of what is only proposed may be missing
            yield f'        <{style.language} xml:lang="{language}">'
            yield from (f"          {line}" for line in self._terms(entry, terms, field))
            yield f"        </{style.language}>"
        yield f"      </{style.entry}>"

    def _terms(
        self, entry: Entry, terms: Iterable[tuple[str, str, str]], field: Callable[..., str]
    ) -> Iterator[str]:
        for column, term, status in terms:
            parts = [f"<term>{self._text(entry, column, term)}</term>"]
            parts.append(field("administrativeStatus", status, column))
            if column == "fr" and entry.gender in GENDERS:
                parts.append(field("grammaticalGender", GENDERS[entry.gender], "gender"))
            yield f"<{self._style.term}>{''.join(parts)}</{self._style.term}>"

    def _text(self, entry: Entry, column: str, value: str) -> str:
        text, gone = xml.legal(value)
        if gone:
            self.losses.append(Loss(entry=entry.id, column=column, count=gone))
        return xml.escape(text)


def _people(entries: Iterable[Entry], taken: set[str]) -> dict[str, str]:
    """An id for each author, none of them the id of an entry."""
    people: dict[str, str] = {}
    for entry in entries:
        if entry.author and entry.author not in people:
            id_ = f"person-{len(people) + 1}"
            while id_ in taken:
                id_ = f"_{id_}"
            taken.add(id_)
            people[entry.author] = id_
    return people


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.note:
        labelled = LABELLED.match(entry.note)
        yield "note", f"{LABEL} note: {entry.note}" if labelled else entry.note
    cells = said(entry)
    for column in NOTED:
        if column in cells:
            yield column, f"{LABEL} {column}: {cells[column]}"


def _french(entry: Entry) -> list[tuple[str, str, str]]:
    return [("fr", entry.fr, PREFERRED), *(("forms_fr", form, ADMITTED) for form in entry.forms_fr)]


def _english(entry: Entry) -> list[tuple[str, str, str]]:
    return [
        *([("en", entry.en, PREFERRED)] if entry.en else []),
        *(("forms_en", form, ADMITTED) for form in entry.forms_en),
        *(("forbidden_en", form, DEPRECATED) for form in entry.forbidden_en),
    ]
