"""TBX read: version 3 in both styles (DCT, DCA), and the form of 2008 (`martif`).

The three differ in names only: a category is a tag of its own or the `type` of a meta element.
Namespaces are not compared, since they changed between editions of the standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.formats import tbx, xml, xmlids
from glossary.formats.cells import Row, complete, joined, reading
from glossary.formats.tmx import primary
from glossary.formats.values import FormatError, Reading, Remark
from glossary.values import EntryStatus, Kind

_ROOTS = ("tbx", "martif")
_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_META = frozenset(
    {"admin", "adminNote", "descrip", "descripNote", "termNote", "transac", "transacNote"}
    | {"ref", "xref"}
)
_GROUPS = frozenset({"adminGrp", "descripGrp", "termNoteGrp", "termGrp"})
#: administrativeStatus, without "Term-admn-sts", of terms that must not be used.
_BANNED = frozenset({"deprecated", "superseded", "obsolete"})
_PROCESS = {
    "finalized": EntryStatus.APPROVED,
    "provisionallyProcessed": EntryStatus.PROPOSED,
    "unprocessed": EntryStatus.PROPOSED,
}
_GENDERS = {name: letter for letter, name in tbx.GENDERS.items()}


@dataclass(slots=True)
class _Term:
    text: str
    status: str
    gender: str


@dataclass(slots=True)
class _Concept:
    """What one concept says, before it is brought into our columns."""

    node: xml.Node
    own: bool
    remarks: list[Remark]
    terms: dict[str, list[_Term]] = field(default_factory=lambda: {"fr": [], "en": []})
    cells: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def omit(self, what: str, node: xml.Node | None = None) -> None:
        self.remarks.append(Remark(line=(node or self.node).line, what=what))


def read(data: bytes, path: str) -> Reading:
    """Read the concepts that have a French and an English term.

    The preferred term of a language, else the first, is the base form; others are forms;
    superseded and deprecated English is forbidden. Ids are taken from files of ours only, since
    "c1" names another concept in every file.

    Raises:
        FormatError: no TBX, or refused (see `xml.records`).
    """
    nodes = xml.records(data, _ENTRIES | {"fileDesc"})
    root = next(nodes)
    if root.name not in _ROOTS:
        raise FormatError(
            f"line {root.line}: begins with <{root.name}>, TBX begins with <tbx> or <martif>"
        )
    remarks: list[Remark] = []
    return reading(list(_rows(nodes, remarks)), path, remarks=remarks)


def _rows(nodes: Iterator[xml.Node], remarks: list[Remark]) -> Iterator[Row]:
    own = False
    for node in nodes:
        if node.name == "fileDesc":
            own = node.text().strip().startswith(tbx.LABEL)
        elif node.name in _ENTRIES:
            row = _row(_Concept(node=node, own=own, remarks=remarks))
            if row is not None:
                yield node.line, row


def _row(concept: _Concept) -> dict[str, str] | None:
    for node in concept.node.children():
        if node.name in _LANGUAGES:
            _language(node, concept)
        else:
            _field(node, concept)
    french, english = concept.terms["fr"], concept.terms["en"]
    wanted = [term for term in english if term.status not in _BANNED]
    if concept.own:  # there the base form is marked, and what is only proposed may lack English
        wanted = [_Term("", "preferred", ""), *wanted] if not _preferred(wanted) else wanted
    for language, terms in (("fr", french), ("en", wanted)):
        if not terms:
            concept.omit(f"concept without {language} term")
            return None
    cells, line = concept.cells, concept.node.line
    base, english_base = _base(french), _base(wanted)
    cells["fr"], cells["en"] = base.text, english_base.text
    _set(cells, "forms_fr", joined(_others(french, base), line, concept.remarks))
    _set(cells, "forms_en", joined(_others(wanted, english_base), line, concept.remarks))
    banned = [term.text for term in english if term.status in _BANNED]
    _set(cells, "forbidden_en", joined(banned, line, concept.remarks))
    if base.gender and (concept.own or cells.get("kind") == Kind.PERSON):
        cells["gender"] = base.gender
    elif base.gender:
        concept.omit("field grammaticalGender")
    _set(cells, "note", " / ".join(concept.notes))
    if concept.own:
        return complete({"id": xmlids.decode(concept.node.attributes.get("id", "")), **cells})
    return cells


def _set(cells: dict[str, str], column: str, value: str) -> None:
    if value:
        cells[column] = value


def _preferred(terms: list[_Term]) -> list[_Term]:
    return [term for term in terms if term.status == "preferred"]


def _base(terms: list[_Term]) -> _Term:
    sound = [term for term in terms if term.status not in _BANNED]
    return (_preferred(terms) or sound or terms)[0]


def _others(terms: list[_Term], base: _Term) -> list[str]:
    return [term.text for term in terms if term is not base]


def _field(node: xml.Node, concept: _Concept) -> None:
    """Take over one field of the concept or of a language."""
    if node.name in _GROUPS:
        for child in node.children():
            _field(child, concept)
        return
    if node.name == "transacGrp":
        _transaction(node, concept)
        return
    category, text = _category(node), " ".join(node.text().split())
    if category == "note":
        _note(text, concept)
    elif category == "definition":
        concept.notes.append(text)
    elif category == "subjectField" and text in list(Kind):
        concept.cells["kind"] = text
    elif category == "source" and "source" not in concept.cells:
        concept.cells["source"] = text
    elif category == "processStatus" and text in _PROCESS:
        concept.cells["status"] = _PROCESS[text]
    else:
        concept.omit(f"field {category}", node)


def _category(node: xml.Node) -> str:
    return node.attributes.get("type", node.name) if node.name in _META else node.name


def _note(text: str, concept: _Concept) -> None:
    labelled = tbx.LABELLED.fullmatch(text) if concept.own else None
    if labelled and labelled[1] in tbx.NOTED:
        concept.cells[labelled[1]] = labelled[2]
    elif labelled and labelled[1] == "note":
        concept.notes.append(labelled[2])
    elif text:
        concept.notes.append(text)


def _transaction(node: xml.Node, concept: _Concept) -> None:
    """Author and date of the last modification; of the origination when there is none."""
    said = {_category(child): " ".join(child.text().split()) for child in node.children()}
    if said.get("transactionType") == "origination" and "date" in concept.cells:
        concept.omit("field origination", node)
        return
    for category in sorted(said.keys() - {"transactionType", "responsibility", "date"}):
        concept.omit(f"field {category} of a transaction", node)
    for category, column in (("responsibility", "author"), ("date", "date")):
        if said.get(category):
            # Dates of the 2008 form may have a time of day behind them.
            value = said[category] if column == "author" else said[category].partition("T")[0]
            concept.cells[column] = value


def _language(node: xml.Node, concept: _Concept) -> None:
    tag = node.attributes.get(xml.LANG) or node.attributes.get("lang", "")
    terms = concept.terms.get(primary(tag))
    if terms is None:
        concept.omit(f"language {tag or 'without name'}", node)
        return
    for child in node.children():
        if child.name in _TERMS:
            terms += _term(child, concept)
        else:
            _field(child, concept)


def _term(node: xml.Node, concept: _Concept) -> list[_Term]:
    """The term of a section, if it has one; what else it says is not taken over."""
    text, status, gender = "", "", ""
    for part in _flat(node):
        category = _category(part)
        value = " ".join(part.text().split())
        if category == "term":
            text = value
        elif category in {"administrativeStatus", "normativeAuthorization"}:
            status = value.partition("Term")[0]
        elif category == "grammaticalGender" and value in _GENDERS:
            gender = _GENDERS[value]
        elif category == "processStatus" and value in _PROCESS:
            concept.cells["status"] = _PROCESS[value]
        else:
            concept.omit(f"field {category} of a term", part)
    return [_Term(text, status, gender)] if text else []


def _flat(node: xml.Node) -> Iterator[xml.Node]:
    for child in node.children():
        if child.name in _GROUPS:
            yield from _flat(child)
        else:
            yield child
