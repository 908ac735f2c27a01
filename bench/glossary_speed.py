"""Measure the matcher: 10,000 entries on 1 MB of text, against the bare scans.

    python bench/glossary_speed.py [ENTRIES] [CHARACTERS]

The bare scans are pyahocorasick over the folded text with the same base forms (no word bounds, no
inflection, no capitals), and cutting the text into tokens. Words are made up, in French letters.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

import ahocorasick

from glossary import Matcher, from_rows
from glossary.folding import tokenize

_ONSETS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "j",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "ch",
    "tr",
    "pl",
    "gr",
    "br",
    "qu",
]
_RHYMES = [
    "a",
    "é",
    "on",
    "in",
    "eau",
    "ou",
    "i",
    "er",
    "ent",
    "al",
    "ier",
    "eur",
    "ique",
    "tion",
    "ance",
]


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(_ONSETS) + draw.choice(_RHYMES) for _ in range(draw.randint(2, 4)))


def _best(action: Callable[[], object], repeats: int = 3) -> float:
    times = []
    for _ in range(repeats):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the times and the ratios."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    draw = random.Random(7)  # noqa: S311 - a fixed seed is wanted
    words = [_word(draw) for _ in range(20_000)]
    terms = {" ".join(draw.sample(words, draw.choice((1, 1, 2, 3)))) for _ in range(entries)}
    rows = [{"fr": term, "en": f"term {number}"} for number, term in enumerate(sorted(terms))]
    parts: list[str] = []
    length = 0
    while length < size:
        part = draw.choice(rows)["fr"] if draw.random() < 0.02 else draw.choice(words)
        parts.append(part)
        length += len(part) + 1
    text = " ".join(parts)
    glossary = from_rows(rows)
    build = _best(lambda: Matcher(glossary), 1)
    matcher = Matcher(glossary)
    automaton = ahocorasick.Automaton()
    for row in rows:
        automaton.add_word(row["fr"], row["en"])
    automaton.make_automaton()
    bare = _best(lambda: sum(1 for _ in automaton.iter(text.lower())))
    cut = _best(lambda: tokenize(text))
    find = _best(lambda: matcher.find(text))
    half = _best(lambda: matcher.find(text[: size // 2]))
    count = len(matcher.find(text))
    print(f"{len(rows)} entries, {len(text)} characters, {count} matches; built in {build:.2f} s")
    print(f"pyahocorasick {bare:.3f} s, tokens {cut:.3f} s, find {find:.3f} s")
    print(
        f"find / pyahocorasick {find / bare:.1f}, find / tokens {find / cut:.1f}, "
        f"half the text {half / find:.2f} of the time"
    )


if __name__ == "__main__":
    main()
