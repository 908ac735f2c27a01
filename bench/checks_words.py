"""Adds rare English words to translate/checks/data/english_rare.txt from word lists, by hand.

    bench/checks_words.py LIST...

LISTs hold one word a line (those of SCOWL, American and British, size "huge"). Capitalised words,
words with marks, words of english.txt and regular forms of other words are left out, and so are
French words that are not English ones in everyday use: they are what the rule looks for.
"""

from __future__ import annotations

import sys
from pathlib import Path

from translate.checks.lexicon import is_english, is_french_folded
from translate.checks.untranslated import is_word

RARE = Path("translate/checks/data/english_rare.txt")
SHORTEST = 5


def main() -> None:
    """Write the list anew, with what the word lists add."""
    words = {
        word
        for name in sys.argv[1:]
        for word in Path(name).read_text(encoding="utf-8").split()
        if word.isascii() and word.isalpha() and word.islower() and len(word) >= SHORTEST
    }
    words |= {
        word.lower()
        for name in sys.argv[1:]
        for word in Path(name).read_text(encoding="utf-8").split()
        if word.isascii() and word.istitle() and word.isalpha() and word.endswith(PEOPLES)
    }
    before = RARE.read_text(encoding="utf-8").splitlines()
    added = {w for w in words if not is_english(w) and not is_french_folded(w) and not is_word(w)}
    # Shorter words first: a longer one may be a form of them.
    kept: set[str] = set()
    for word in sorted(added, key=len):
        stems = {word[: -len(end)] + rest for end, rest in ENDINGS if word.endswith(end)}
        if not stems & kept:
            kept.add(word)
    lines = [before[0], *sorted({*before[1:], *kept})]
    RARE.write_text("\n".join(lines) + "\n", encoding="utf-8")


# Adjectives of peoples and faiths, which some writers set without their capital.
PEOPLES = ("ic", "ian", "ean", "ish", "ese", "ist", "ite")
ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
           ("ly", ""), ("ness", ""))  # fmt: skip

if __name__ == "__main__":
    main()
