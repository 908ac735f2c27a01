"""Names keep their accents: "Trevignon" is "Trévignon", where English has no form of its own."""

from __future__ import annotations

import re
import unicodedata

from translate.checks import exonyms
from translate.checks.lexicon import is_english, is_nationality
from translate.checks.text import fold, words


def restore(source: str, target: str) -> str | None:
    """Return `target` with the accents of the French names it has without; None if it has none.

    Left alone: places with an English form (Montreal), English words (an "Élection" that opens the
    French sentence), peoples.
    """
    found = words(source, french=True)
    known = {
        index for first, last, _ in exonyms.find(source, found) for index in range(first, last)
    }
    mended = target
    for index, word in enumerate(found):
        bare = _bare(word.surface)
        if index in known or not word.capital or bare == word.surface or len(bare) < 3:
            continue
        if is_english(fold(word.surface)) or is_nationality(fold(word.surface)):
            continue
        mended = re.sub(rf"(?<!\w){re.escape(bare)}(?!\w)", word.surface, mended)
    return mended if mended != target else None


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
