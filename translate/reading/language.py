"""Which language a text is written in: function words for Latin script, else the script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from translate.reading.tables import load

_TOKEN = re.compile(r"[^\W\d_]+")
_SAMPLE = 60_000
#: Below this many words function words prove little, and the text gets the benefit of the doubt.
_FEW_WORDS = 12
#: A French article may quote another language at length.
_NEARLY = 0.6


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is in; "" when nothing tells.

    Latin script is decided by the share of function words, each counted by how few of the
    languages share it. The middle of a long text counts too, not the menu at its top only.
    """
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        text = text[:_SAMPLE] + " " + text[middle : middle + _SAMPLE]
    script = _script(text)
    if script:
        return script
    tokens = _TOKEN.findall(text.lower())
    scores = _scores(tokens)
    best = max(scores, key=lambda code: scores[code])
    if scores["fr"] >= _NEARLY * scores[best] and (scores["fr"] > 0 or len(tokens) < _FEW_WORDS):
        return "fr"
    if len(tokens) < _FEW_WORDS:
        return best if scores[best] >= max(2.0, 2.5 * scores["fr"]) else "fr"
    return best if scores[best] > 0.02 * len(tokens) else ""


def _script(text: str) -> str:
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    foreign = [c for c in letters if c > "\u036f"]
    if 2 * len(foreign) <= len(letters):
        return ""
    scripts = load("languages")["scripts"]
    names = Counter(unicodedata.name(c, "").split(" ")[0] for c in foreign[:2000])
    return next((scripts[name] for name, _ in names.most_common(3) if name in scripts), "")


def _scores(tokens: list[str]) -> dict[str, float]:
    counts = Counter(tokens)
    profiles = {code: set(words.split()) for code, words in load("languages")["words"].items()}
    sharing = Counter(word for profile in profiles.values() for word in profile)
    return {
        code: sum(counts[word] / sharing[word] for word in profile)
        for code, profile in profiles.items()
    }


def language_name(code: str) -> str:
    """English name of a language that `detect_language` returned."""
    return str(load("languages")["names"].get(code, "an unknown language"))
