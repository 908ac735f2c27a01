"""What a single line looks like: the observations that the rules are built on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPELLED = {"’": "'", "‘": "'", "`": "'", "´": "'", "œ": "oe", "æ": "ae", "‑": "-", "‐": "-"}
_CLOSERS = " \u00a0\u202f»”“’\"')]›*"
_INNER_STOP = re.compile(
    r"(?<!\b[A-ZÀ-Ý])[.!?…][\s\u00a0\u202f]*[»”\")]*\s+[«“\"(–—-]*[\s\u00a0\u202f]*[A-ZÀ-Ý0-9]"
)
_PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "d’",
        "la",
        "le",
        "les",
        "van",
        "den",
        "der",
        "von",
        "el",
        "al",
        "ben",
        "ibn",
        "bin",
        "ould",
        "da",
        "dos",
        "di",
        "y",
        "e",
        "l'",
        "l’",
        "mac",
        "st",
    ]
)
_NAME_WORD = re.compile(r"(?:[dlDLNO]['’])?[A-ZÀ-Ý](?:[\w'’.-]*)$|[A-Z]\.(?:-?[A-Z]\.)*$")
_ARTICLES = frozenset({"LE", "LA", "LES", "UN", "UNE", "DES", "DU", "AU", "EN", "À", "NOS", "VOS"})
_COURTESY = frozenset({"madame", "monsieur", "mesdames", "messieurs", "cher", "chère", "chers"})
_OPENING = re.compile(r"[\s«“”\"„'‘’(\[–—-]*")


class _Folding(dict[int, str]):
    """Character to folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code).lower()
        plain = _SPELLED.get(char)
        if plain is None:
            decomposed = unicodedata.normalize("NFD", char)
            plain = "".join(c for c in decomposed if not unicodedata.combining(c))
        self[code] = plain
        return plain


_FOLDING = _Folding()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Small letters, no accents, plain apostrophes, single blanks: what rules are written in."""
    return " ".join(text.translate(_FOLDING).split())


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS)[-1:] in ".!?…"


def ends_with_stop(text: str) -> bool:
    """Whether a line ends with a full stop (an ellipsis is none)."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(".") and not bare.endswith("..")


def is_question(text: str) -> bool:
    """Whether a line ends with a question mark."""
    return text.rstrip(_CLOSERS).endswith("?")


def inner_stops(text: str) -> int:
    """Count places inside a line where one sentence seems to end and another to begin."""
    return sum(1 for _ in _INNER_STOP.finditer(text))


def is_caps(text: str) -> bool:
    """Whether a line is set in capitals (at least three letters)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def is_other_script(text: str) -> bool:
    """Whether most letters of a line are of another script than ours."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and 2 * sum(
        c > "\u036f" and not "\u1e00" <= c <= "\u1eff" for c in letters
    ) > len(letters)


def starts_small(text: str) -> bool:
    """Whether the first character of a line, opening quotes aside, is a small letter."""
    match = _OPENING.match(text)
    return text[match.end() if match else 0 :][:1].islower()


def words(text: str) -> int:
    """Count the words of a line, signs standing alone aside."""
    return sum(1 for word in text.split() if any(c.isalnum() for c in word))


def is_body(text: str) -> bool:
    """Whether a line reads as running text: long, or several sentences, and ended like one."""
    if len(text) >= 200:
        return True
    if not ends_sentence(text) and not text.endswith(":"):
        return False
    return len(text) >= 90 or (len(text) >= 40 and inner_stops(text) >= 1)


def looks_like_name(text: str) -> bool:
    """Whether a line could be a name: two to six capitalised words, initials, particles."""
    bare = text.strip(" .,–—-")
    if (
        not bare
        or len(bare) > 60
        or any(c.isdigit() for c in bare)
        or any(c in ':;!?«»"/()' for c in bare)
    ):
        return False
    # "LE MOT DU MAIRE" is none, "Le Goff Anne" may be.
    if is_caps(bare) and bare.split()[0] in _ARTICLES:
        return False
    parts = bare.replace(" & ", " ").replace(",", " ").split()
    if parts and parts[0].lower() in _COURTESY:
        return False
    parts = [part for part in parts if part.lower() not in {"et", *_PARTICLES}]
    return 2 <= len(parts) <= 6 and all(_NAME_WORD.match(part) for part in parts)
