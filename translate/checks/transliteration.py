"""One name, two romanisations: "Iouri Tkatchouk" in French, "Yurii Tkachuk" in English."""

from __future__ import annotations

import re
from functools import lru_cache

# In order: longer spellings first. Both sides end in one notation: C tch, S ch, Z j, J dj, u ou.
_FRENCH = (
    ("chtch", "SC"), ("tch", "C"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("dj", "J"),
    ("dzh", "J"),
    ("jj", "J"), ("kh", "h"), ("gh", "g"), ("gue", "ge"), ("gui", "gi"), ("qu", "k"), ("c", "k"),
    ("iou", "yu"), ("you", "yu"), ("oou", "u"), ("ou", "u"), ("w", "v"), ("ph", "f"), ("j", "Z"),
    ("x", "ks"), ("ts", "z"), ("tz", "z"),
)  # fmt: skip
_ENGLISH = (
    ("shch", "SC"), ("tch", "C"), ("sch", "S"), ("ch", "C"), ("sh", "S"), ("dzh", "J"), ("zh", "Z"),
    ("dj", "J"),
    ("j", "J"), ("kh", "h"), ("gh", "g"), ("qu", "k"), ("c", "k"), ("yu", "yu"), ("oo", "u"),
    ("ou", "u"), ("w", "v"), ("ph", "f"), ("x", "ks"), ("ts", "z"), ("tz", "z"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"^i(?=[aeu])")
_SOFT = re.compile(r"[iy]+|'")
_RUN = re.compile(r"i{2,}")


@lru_cache(maxsize=8192)
def key(folded: str, *, french: bool) -> str:
    """Return a form of a folded name that is the same for both romanisations."""
    text = folded.replace("-", "")
    for written, sound in _FRENCH if french else _ENGLISH:
        text = text.replace(written, sound)
    text = _SOFT.sub("i", text)
    text = _GLIDE.sub("", text).replace("iev", "ev").replace("ief", "ev").replace("iu", "u")
    text = _DOUBLE.sub(r"\1", text)
    for ending, short in (("ine", "in"), ("ef", "ev"), ("of", "ov"), ("ai", "i")):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            text = text[: -len(ending)] + short
            break
    return text


_MARKS = re.compile(r"ou|tch|dj|ch|j|kh|gu|ine$|ts|^ia|^ie|^iou|ai|oi|ie[vf]|ii")


def transliterated(french: str) -> bool:
    """Whether a folded French name shows spellings that English romanises in its own way."""
    return bool(_MARKS.search(french))


@lru_cache(maxsize=8192)
def even(folded: str) -> str:
    """Return a folded name without what romanisations differ in for any name, marked or not.

    The glide between vowels ("Natalia", "Nataliya"; "Ziad", "Ziyad"), i and y ("Zelensky",
    "Zelenskyy"), the Russian initial e ("Egor", "Yegor") and x for ks ("Alexeï", "Aleksei").
    """
    text = _RUN.sub("i", folded.replace("y", "i").replace("ks", "x"))
    return text[1:] if text.startswith("ie") else text


def same(french: str, english: str) -> bool:
    """Whether two folded names are one name in the French and the English romanisation."""
    if even(french) == even(english):
        return True
    return transliterated(french) and key(french, french=True) == key(english, french=False)
