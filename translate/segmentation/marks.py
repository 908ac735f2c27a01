"""Characters that matter to sentence limits."""

from __future__ import annotations

#: Marks that can end a sentence.
TERMINATORS = frozenset(".!?…‥‽⁇⁈⁉。！？")
DASHES = frozenset("-‐‑‒–—―−")
APOSTROPHES = frozenset("'’ʼ")
OPENERS = frozenset("«“‘„‹\"'([{¿¡<")
CLOSERS = frozenset("»”›)]}")
#: Close what stands open; straight quotes are judged by their surroundings.
BRACKETS = {")": "(", "]": "[", "}": "{"}
#: Stick to the full stop before them: footnote calls.
CALLS = frozenset("*†‡¹²³⁴⁵⁶⁷⁸⁹⁰")
#: After a stop, these go on with the sentence.
CONTINUERS = frozenset(",;:)]}%/=&°_»”›")
#: Marks without width; they never decide anything.
INVISIBLES = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff\0"
)
