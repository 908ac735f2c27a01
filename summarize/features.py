"""What a sentence shows about its worth for a summary: documented features, one number each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from summarize import lexicon
from summarize.cohesion import is_quotation
from summarize.graph import lexrank
from summarize.vectors import Floats, content_stems
from summarize.words import tokens

_INNER_CAPITAL = re.compile(r"[^\W\d_],?[ ’'\u00a0-][«“\"(]?[A-ZÀ-Ý]")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_PLUPERFECT = re.compile(r"\bav(?:ait|aient) (?:\w+ )?\w+(?:é|i|u|is|it|ert)e?s?\b")
_FIGURE = re.compile(r"\d[\d.,]*")
_MOST_FIGURES = 3
_MOST_NAMES = 5
_LONG = 40

Words = tuple[str, ...]


def _figures(text: str, words: Words) -> float:
    spelled = sum(word in lexicon.words("numbers") for word in words)
    return min(len(_FIGURE.findall(text)) + spelled, _MOST_FIGURES) / _MOST_FIGURES


def _listed(name: str) -> Callable[[str, Words], float]:
    return lambda _text, words: float(lexicon.contains(name, words))


#: Features that a sentence shows alone, each between 0 and 1.
ALONE: Mapping[str, Callable[[str, Words], float]] = {
    # A source is named: "selon", "a annoncé".
    "attribution": _listed("attribution"),
    # A verb of voice or mood: "raconte", "ironise".
    "colour": _listed("colour"),
    # A verb of dispute or demand: "accuse", "réclame".
    "stance": _listed("stance"),
    # A noun of those who decide: "ministère", "préfecture".
    "institution": _listed("institutions"),
    "day": _listed("days"),
    "background": _listed("background"),
    "year": lambda text, _: float(_YEAR.search(text) is not None),
    "pluperfect": lambda text, _: float(_PLUPERFECT.search(text) is not None),
    "quotation": lambda text, _: float(is_quotation(text)),
    "figures": _figures,
    # Capitals inside the sentence.
    "names": lambda text, _: min(len(_INNER_CAPITAL.findall(text)), _MOST_NAMES) / _MOST_NAMES,
    "length": lambda _, words: min(len(words), _LONG) / _LONG,
}
#: Names of the columns of `matrix`: those above, LexRank over the highest LexRank of the article,
#: and the share of the title's content words that the sentence repeats.
NAMES = (*ALONE, "centrality", "title")


def tells_background(text: str) -> bool:
    """Return whether the sentence tells what was so before the news, by any of its marks."""
    words = tokens(text)
    return any(ALONE[name](text, words) for name in ("background", "pluperfect"))


def matrix(texts: Sequence[str], title: str = "") -> Floats:
    """Return one row of features for every sentence, each between 0 and 1."""
    stems = [content_stems(text) for text in texts]
    rank = lexrank(stems)
    wanted = frozenset(content_stems(title))
    out = np.zeros((len(texts), len(NAMES)))
    for row, text in enumerate(texts):
        words = tokens(text)
        out[row, : len(ALONE)] = [feature(text, words) for feature in ALONE.values()]
        out[row, -1] = len(wanted.intersection(stems[row])) / max(len(wanted), 1)
    out[:, -2] = rank / rank.max(initial=1e-12)
    return out
