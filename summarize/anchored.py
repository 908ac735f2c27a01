"""The default method: the lead, from where the news begins, without what does not stand alone.

News is written so that its first sentences are its summary, and no scorer beats them there. They
fail where the piece opens with a scene, in mid-story, or in the order of events. So the method
looks for the first sentence that bears the marks of news (the anchor) and then trades marks
against distance from it. Marks are the features of `summarize.features`, weighed by a logistic
regression on which sentences editors' key facts stand in (``bench/summaries.py`` fits it again and
prints what leave-one-article-out validation gives).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from summarize import features, lexicon
from summarize.values import Sentence
from summarize.vectors import Floats
from summarize.words import tokens

#: Log-odds that a sentence with the feature holds a key fact, other features being equal.
WEIGHTS: Mapping[str, float] = {
    "attribution": 0.54,
    "colour": -0.29,
    "stance": 0.47,
    "institution": 0.33,
    "day": 0.25,
    "background": -0.30,
    "year": -0.17,
    "pluperfect": -0.21,
    "quotation": -0.33,
    "figures": 0.80,
    "names": 0.34,
    "length": 0.78,
    "centrality": 0.42,
    "title": 0.35,
}
LEANING = -0.51
BIAS = -2.11
#: The first sentence with at least these log-odds is where the news begins.
ANCHOR = -0.5
#: Log-odds lost by the natural logarithm of one plus the distance from the anchor.
DECAY = 2.0
#: In an interview the answers carry no order of weight.
INTERVIEW_DECAY = 0.5
_INTERVIEW_QUESTIONS = 3
#: How much farther a sentence before the anchor counts than one after it.
BEFORE = 3.0
#: An editor wrote the standfirst as a summary.
_STANDFIRST = 1.0
#: A figure that the article itself takes back is chosen last.
_OUTDATED = -6.0


def worth(sentences: Sequence[Sentence], title: str, leaning: Sequence[bool]) -> Floats:
    """Return the log-odds that each sentence holds a key fact, its place left aside."""
    marks = features.matrix([sentence.text for sentence in sentences], title)
    weights = np.array([WEIGHTS[name] for name in features.NAMES])
    standfirst = np.array([s.kind == "standfirst" for s in sentences], dtype=np.float64)
    outdated = np.array(
        [lexicon.contains("outdated", tokens(s.text)) for s in sentences], dtype=np.float64
    )
    leans = np.array(leaning, dtype=np.float64)
    score: Floats = marks @ weights + BIAS + LEANING * leans
    return score + _STANDFIRST * standfirst + _OUTDATED * outdated


def anchored(
    sentences: Sequence[Sentence], title: str, leaning: Sequence[bool], questions: int
) -> Floats:
    """Return scores that start from the anchor and fall with the distance from it.

    Args:
        sentences: those that may be chosen, in reading order.
        leaning: for each, whether it needs the one before.
        questions: how many interview questions stand among them.
    """
    marks = worth(sentences, title, leaning)
    if not marks.size:
        return marks
    alone = np.where(leaning, -np.inf, marks)
    news = np.flatnonzero(alone >= ANCHOR)
    anchor = int(news[0]) if news.size else int(np.argmax(alone))
    distance = np.arange(marks.size) - anchor
    distance = np.where(distance < 0, -BEFORE * distance, distance)
    decay = INTERVIEW_DECAY if questions >= _INTERVIEW_QUESTIONS else DECAY
    return marks - decay * np.log1p(distance)
