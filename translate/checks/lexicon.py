"""Word lists and the small bilingual lexicon behind the rules, loaded on first use and cached."""

from __future__ import annotations

from functools import cache, lru_cache

from translate.checks.tables import items, listed, rows
from translate.checks.text import english_stem, fold, french_stem


def is_english(folded: str) -> bool:
    """Whether a folded word is an English one that could be mistaken for French."""
    return folded in items("english.txt")


def is_rare_english(folded: str) -> bool:
    """Whether a folded word is a rare English one: no proof that it was translated."""
    return folded in items("english_rare.txt")


def is_french(word: str) -> bool:
    """Whether a word in lower case is a French common word."""
    return word in items("french.txt")


@cache
def _folded_french() -> frozenset[str]:
    return frozenset(fold(word) for word in items("french.txt"))


def is_french_folded(folded: str) -> bool:
    """Whether a folded word is a French common word."""
    return folded in _folded_french()


@cache
def _pairs() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split()) for row in rows("lexicon.tsv")}


@cache
def _likeliest() -> dict[str, str]:
    return {row[0]: row[1].split(" ", 1)[0] for row in rows("lexicon.tsv")}


def likeliest(folded: str) -> str:
    """Return the likeliest English stem for a folded French word, "" if it is unknown."""
    return _likeliest().get(french_stem(folded), "")


@cache
def _demonyms() -> dict[str, frozenset[str]]:
    """Return French adjective of nationality (folded, singular) → English stems."""
    return {
        form: frozenset(english_stem(fold(name)) for name in listed(row[1]))
        for row in rows("demonyms.tsv")
        for form in listed(row[0])
    }


@cache
def _more() -> dict[str, frozenset[str]]:
    return {
        row[0]: frozenset(english_stem(word) for word in row[1].split())
        for row in rows("lexicon_more.tsv")
    } | {form + plural: stems for form, stems in _demonyms().items() for plural in ("", "s")}


@cache
def _common() -> dict[str, frozenset[str]]:
    return {
        french_stem(row[0]): frozenset(english_stem(word) for word in row[1].split())
        for row in rows("lexicon_common.tsv")
    }


def is_common(folded: str) -> bool:
    """Whether a folded French word says so little that its loss is no loss."""
    return french_stem(folded) in _common()


@lru_cache(maxsize=65536)
def translations(folded: str) -> frozenset[str]:
    """Return the English stems known for a folded French word (none: the word is unknown)."""
    stem = french_stem(folded)
    return (
        _pairs().get(stem, frozenset())
        | _common().get(stem, frozenset())
        | _more().get(folded, frozenset())
        | _more().get(folded.removesuffix("s"), frozenset())
    )


@cache
def _families() -> dict[str, frozenset[str]]:
    families: dict[str, frozenset[str]] = {}
    for base, forms in rows("english_irregular.tsv"):
        regular = (base, f"{base}s", f"{base.removesuffix('e')}ing")
        stems = frozenset(map(english_stem, (*regular, *forms.split())))
        families |= {stem: families.get(stem, frozenset()) | stems for stem in stems}
    return families


@lru_cache(maxsize=65536)
def english_stems(folded: str) -> frozenset[str]:
    """Return the stems of a folded English word in all its forms ("spoken", "speak")."""
    stem = english_stem(folded)
    return _families().get(stem, frozenset()) | {stem}


@cache
def _nationalities() -> frozenset[str]:
    listing = [row[0] for row in rows("demonyms.tsv") if len(row) == 2]
    listing += [row[1] for row in rows("english_speakers.tsv") if row[0] == "nationality"]
    return frozenset(form for field in listing for form in listed(field))


def is_nationality(folded: str) -> bool:
    """Whether a folded French word is an adjective of nationality, in any number."""
    return folded in _nationalities() or folded.removesuffix("s") in _nationalities()


def is_demonym(folded: str) -> bool:
    """Whether a folded French word is an adjective of any country, in any number."""
    forms = {folded, folded.removesuffix("s")}
    return is_nationality(folded) or bool(forms & _demonyms().keys())


@cache
def _country_stems() -> tuple[str, ...]:
    return tuple(
        folded.rstrip("aeiouy") for folded in map(fold, items("countries.txt")) if len(folded) > 3
    )


def country_of(folded: str) -> bool:
    """Whether a folded English word is a country or its people ("brazil", "brazilian")."""
    return folded.startswith(_country_stems())
