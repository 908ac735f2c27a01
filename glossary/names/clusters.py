"""Evidence for people whom the article never introduces, summed over the mentions of one form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary.names import evidence as ev
from glossary.names.article import Article, Passage, named_in_full, passage_of
from glossary.names.evidence import Reason
from glossary.names.spans import Found

#: What a cue in the next sentence is worth of one in the same.
NEXT_TO_IT = 0.6
CLUSTER_LIMIT = 3.5

Clusters = dict[tuple[tuple[str, ...], int], Reason]


def read_clusters(
    article: Article, founds: Sequence[Found], soft: Callable[[Found, int], list[Reason]]
) -> Clusters:
    """Sum the soft evidence for people whom the article never introduces.

    All mentions of one form ("M. Wang") are taken together, because an article that never
    introduces a person calls only one person so. The evidence counts up to `CLUSTER_LIMIT`,
    scaled by its ratio to the best candidate's.
    """
    sums: dict[tuple[str, ...], dict[int, float]] = {}
    told: dict[tuple[tuple[str, ...], int], Reason] = {}
    groups: dict[tuple[str, ...], list[Found]] = {}
    for found in founds:
        if not named_in_full(found, article):
            groups.setdefault(found.words, []).append(found)
    for words, group in groups.items():
        beside = _beside(article, group)
        absent = {p for f in group for p in f.fits if not article.facts[p].introduced}
        for person in absent:
            own = [f for f in group if person in f.fits and not ev.contradicts(article, f, person)]
            reasons = [r for f in own for r in soft(f, person)]
            weight = sum(r.weight for r in reasons)
            if own:
                weight += NEXT_TO_IT * ev.neighbour_cue(article, beside, person)
            sums.setdefault(words, {})[person] = weight
            if reasons:
                told[words, person] = max(reasons, key=lambda r: r.weight)
    clusters: Clusters = {}
    for words, weights in sums.items():
        most = max(weights.values())
        for person, weight in weights.items():
            if weight > 0:
                share = min(weight, CLUSTER_LIMIT) * weight / most
                best = told.get((words, person))
                text = best.text if best else "the next sentence speaks of that role"
                clusters[words, person] = Reason(share, text, soft=True)
    return clusters


def _beside(article: Article, group: Sequence[Found]) -> list[Passage]:
    """Return the passages beside a group of mentions that hold none of them."""
    inside = {passage_of(found) for found in group}
    sentences = {found.sentence for found in group}
    beside = {p for number in sentences for p in article.passages_beside(number)}
    return sorted(beside - inside)
