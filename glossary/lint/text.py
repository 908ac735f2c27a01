"""Rules about letters and signs: what looks right in a spreadsheet and is not."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from glossary.english import is_abbreviation
from glossary.folding import tokenize
from glossary.lexicon import french
from glossary.lint.spelling import spelling
from glossary.lint.values import Hit, Located, Material
from glossary.values import Kind

_TERMS = ("fr", "en", "forms_fr", "forms_en", "forbidden_en", "cues")
_ENDS = ",;:.?¿¡…"
_STARTS = ",;:.?…)]}»”"
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"))
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW", "ARABIC", "CJK", "HANGUL")


@dataclass(frozen=True, slots=True)
class _Letters:
    """The word lists of `data/letters.toml`."""

    english: frozenset[str]
    french: frozenset[str]
    accented: frozenset[str]
    loans: frozenset[str]
    lookalikes: frozenset[str]


@cache
def _letters() -> _Letters:
    file = resources.files("glossary").joinpath("lint", "data", "letters.toml")
    data = tomllib.loads(file.read_text("utf-8"))
    return _Letters(**{name: frozenset(values) for name, values in data.items()})


def punctuation(material: Material) -> Iterator[Hit]:
    """A term that begins or ends with a sign, or has half a pair of brackets or quotes."""
    for located in material.entries:
        for column, term in _terms(located):
            if term[-1] in _ENDS and not _abbreviated(term):
                yield located.hit(column, f"{term!r} ends in {term[-1]!r}", "leave the sign out")
            elif term[0] in _STARTS:
                yield located.hit(column, f"{term!r} begins with {term[0]!r}", "leave it out")
            for left, right in _PAIRS:
                if term.count(left) != term.count(right):
                    yield located.hit(
                        column,
                        f"{term!r} has {left!r} or {right!r} without the other",
                        "put the missing one",
                    )


def blanks(material: Material) -> Iterator[Hit]:
    """A cell with blanks at its ends, double blanks, tabs or line ends."""
    for located in material.entries:
        for column, cell in located.cells.items():
            if column not in _TERMS:
                continue
            if cell != cell.strip() or re.search(r"[ \u00a0]{2}|[\t\r\n]", cell):
                yield located.hit(
                    column, f"{cell[:60]!r} has blanks too many", "they are ignored; take them out"
                )


def invisible(material: Material) -> Iterator[Hit]:
    """A term with characters that cannot be seen: zero-width, soft hyphen, direction marks."""
    for located in material.entries:
        for column, term in _terms(located):
            found = next((char for char in term if _is_invisible(char)), "")
            if found:
                name = unicodedata.name(found, f"U+{ord(found):04X}")
                yield located.hit(
                    column, f"{term!r} holds an invisible character ({name})", "type it again"
                )


def mixed_scripts(material: Material) -> Iterator[Hit]:
    """A word with letters of two scripts, or of lookalikes of Latin letters only."""
    for located in material.entries:
        for column, term in _terms(located):
            if term.isascii():
                continue
            word = next((word for word in re.findall(r"\w+", term) if _is_mixed(word)), "")
            if word:
                odd = next(char for char in word if _script(char) not in {"LATIN", ""})
                yield located.hit(
                    column,
                    f"{word!r} holds {odd!r} ({unicodedata.name(odd, '?')}), which only looks "
                    "like a Latin letter",
                    "type the word again",
                )


def untranslated(material: Material) -> Iterator[Hit]:
    """English of several words that is the French, or keeps its accents or articles."""
    for located in material.entries:
        entry = located.entry
        if not located.live or entry.kind not in {Kind.TERM, Kind.TITLE}:
            continue
        words = [word.lower() for word in re.findall(r"[^\W\d_]+", entry.en)]
        if spelling(entry.fr) == spelling(entry.en):
            if len(words) > 1:
                yield located.hit("en", f"{entry.en!r} is the French", "translate it")
            continue
        own = {word.lower() for word in re.findall(r"[^\W\d_]+", entry.fr)}
        kept = [
            word
            for word in words
            if word in own
            and len(word) > 1
            and word not in _letters().loans
            and (_accented(word) or word in _letters().french)
        ]
        if kept:
            yield located.hit("en", f"{entry.en!r} keeps {kept[0]!r} of the French", "translate it")


def swapped(material: Material) -> Iterator[Hit]:
    """French that reads as English, or not as French, beside English that reads as French."""
    for located in material.entries:
        fr, en, kind = located.entry.fr, located.entry.en, located.entry.kind
        if not located.live or kind is Kind.PERSON or not _reads_french(en):
            continue
        common = kind in {Kind.TERM, Kind.TITLE} and " " in fr
        if _votes(fr, english=True) > _votes(fr, english=False) or (
            common and not _votes(fr, english=False) and spelling(fr) != spelling(en)
        ):
            yield located.hit("fr", f"{fr!r} looks English and {en!r} looks French", "swap the two")


def _reads_french(text: str) -> bool:
    return _votes(text, english=False) > _votes(text, english=True)


def _terms(located: Located) -> Iterator[tuple[str, str]]:
    """Yield (column, term) for every term of an entry; lists give their items."""
    entry = located.entry
    yield "fr", entry.fr
    if entry.en:  # a proposal may lack it
        yield "en", entry.en
    for column in ("forms_fr", "forms_en", "forbidden_en", "cues"):
        for term in getattr(entry, column):
            yield column, term


def _abbreviated(term: str) -> bool:
    """Whether a full stop at the end belongs to the term: "U.S.", "Inc.", "etc."."""
    if not term.endswith("."):
        return False
    last = term.split()[-1]
    if "." in last[:-1] or len(last) <= 4:
        return True
    return is_abbreviation(last[:-1]) or french("abbreviations", last[:-1])


def _is_invisible(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) in {"Cf", "Co", "Cn", "Zl", "Zp"}


@cache
def _script(char: str) -> str:
    """Return the script of a letter, "" for what is none or is of no script told here."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "")


def _is_mixed(word: str) -> bool:
    scripts = {_script(char) for char in word} - {""}
    lookalikes = len(word) > 1 and all(char in _letters().lookalikes for char in word)
    return lookalikes or ("LATIN" in scripts and len(scripts) > 1)


def _accented(word: str) -> bool:
    return any(char in _letters().accented for char in word)


def _votes(text: str, *, english: bool) -> int:
    words = tokenize(text).keys
    if english:
        return sum(word in _letters().english for word in words)
    return sum(word in _letters().french for word in words) + any(map(_accented, text.split()))
