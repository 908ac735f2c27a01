"""The default method: the lead, from where the news begins, without what does not stand alone.

News is written so that its first sentences are its summary, and no scorer beats them there. They
fail where the piece opens with a scene, in mid-story, or in the order of events. So the method
looks for the first sentence that bears the marks of news (the anchor) and then trades marks
against distance from it. Marks are the features of `summarize.features`, weighed by a logistic
regression on which sentences hold an editor's key facts (``bench/summaries.py`` fits it again and
prints what leave-one-article-out validation gives).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from summarize import features, lexicon
from summarize.budget import Candidate
from summarize.cohesion import leaning
from summarize.values import Sentence
from summarize.vectors import Floats
from summarize.words import tokens, word_count

#: Log-odds that a sentence with the feature holds a key fact, other features being equal.
WEIGHTS: Mapping[str, float] = {
    "attribution": 0.43,
    "colour": -0.35,
    "stance": 0.48,
    "institution": 0.31,
    "day": 0.28,
    "background": -0.30,
    "year": -0.17,
    "pluperfect": -0.22,
    "quotation": -0.34,
    "figures": 0.85,
    "names": 0.32,
    "length": 0.79,
    "centrality": 0.44,
    "title": 0.36,
    "leaning": -0.55,
    "bias": -2.18,
}
#: The first sentence with at least these log-odds is where the news begins: half-way between the
#: best scene and the plainest lead of the articles it was fitted on.
ANCHOR = -0.5
#: Log-odds lost by the natural logarithm of one plus the distance from the anchor.
DECAY = 2.0
#: In an interview the answers carry no order of weight.
INTERVIEW_DECAY = 0.5
_INTERVIEW_QUESTIONS = 3
#: How much farther a sentence before the anchor counts than one after it.
BEFORE = 3.0
#: An answer of fewer words leans on its question.
_SHORT_ANSWER = 8
#: An editor wrote the standfirst as a summary.
_STANDFIRST = 1.0
#: A figure that the article itself takes back is chosen last.
_OUTDATED = -6.0


def design(texts: Sequence[str], title: str, leans: Sequence[bool]) -> Floats:
    """Return the columns that `WEIGHTS` weighs, in its order, one row a sentence."""
    marks = features.matrix(texts, title)
    return np.column_stack([marks, np.array(leans, dtype=np.float64), np.ones(len(texts))])


def candidates(
    sentences: Sequence[Sentence],
    kept: Sequence[int],
    weights: Mapping[str, float] = WEIGHTS,
) -> list[Candidate]:
    """Return the sentences that may be chosen, scored, with what each leans on.

    Args:
        sentences: the whole article. kept: indices of those that may be chosen.
        weights: log-odds by feature, with the names of `WEIGHTS`.
    """
    title = next((s.text for s in sentences if s.kind == "title"), "")
    texts = [sentences[i].text for i in kept]
    needs = _supports(sentences, kept)
    leans = [support is not None for support in needs]
    values = np.array([weights[name] for name in WEIGHTS])
    worth: Floats = design(texts, title, leans) @ values
    worth += [_STANDFIRST * (sentences[i].kind == "standfirst") for i in kept]
    worth += [_OUTDATED * lexicon.contains("outdated", tokens(text)) for text in texts]
    questions = sum(sentence.kind == "question" for sentence in sentences)
    decay = INTERVIEW_DECAY if questions >= _INTERVIEW_QUESTIONS else DECAY
    scores = worth - decay * np.log1p(_distances(worth, leans))
    return [
        Candidate(index=i, score=float(score), words=word_count(text), needs=support)
        for i, text, score, support in zip(kept, texts, scores, needs, strict=True)
    ]


def _distances(worth: Floats, leans: Sequence[bool]) -> Floats:
    """Return how far each sentence stands from the anchor."""
    if not worth.size:
        return worth
    alone = worth if all(leans) else np.where(leans, -np.inf, worth)
    news = np.flatnonzero(alone >= ANCHOR)
    anchor = int(news[0]) if news.size else int(np.argmax(alone))
    distance = np.arange(worth.size, dtype=np.float64) - anchor
    return np.where(distance < 0, -BEFORE * distance, distance)


def _supports(sentences: Sequence[Sentence], kept: Sequence[int]) -> list[int | None]:
    """Return for each kept sentence what it leans on; see ``Candidate.needs``."""
    leans = leaning([sentences[i].text for i in kept])
    supports: list[int | None] = []
    for place, index in enumerate(kept):
        before = kept[place - 1] if place else -1
        asked = any(s.kind == "question" for s in sentences[before + 1 : index])
        if asked and (leans[place] or word_count(sentences[index].text) < _SHORT_ANSWER):
            supports.append(-1)
        else:
            supports.append(before if leans[place] else None)
    return supports
