"""Who says what: sentences in which somebody takes a side or is named as a source."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarize import lexicon
from summarize.briefing.values import Claim, Item, Ref
from summarize.cohesion import is_quotation, leaning
from summarize.features import tells_background
from summarize.selection import SUMMARY_KINDS
from summarize.words import tokens

#: So many claims of one item, and of a whole event; a briefing points at the page for the rest.
_MOST = 4
_MOST_OF_EVENT = 16
#: What a sentence needs to be one: a side taken is worth more than a source named.
_STANCE, _CONTRAST, _ATTRIBUTION, _QUOTATION = 2.0, 2.0, 1.0, 1.0
_ENOUGH = 1.0
#: With so much a sentence is a claim though it tells of the past as well.
_LIVELY = 3.0


def claims(items: Sequence[Item], told: Sequence[Collection[int]]) -> tuple[Claim, ...]:
    """Return the claims of an event in the order of its items, the strongest if there are many.

    A claim is a sentence, after the sentence it leans on where it does. Claims are ranked by the
    marks of dispute and attribution of the word lists; ties go to the earlier one.

    Args:
        told: for each item the sentences that need no telling again.
    """
    found = [
        claim
        for item, indices in zip(items, told, strict=True)
        for claim in _of_item(item, indices)
    ]
    strongest = sorted(range(len(found)), key=lambda i: (-found[i].worth, i))[:_MOST_OF_EVENT]
    return tuple(found[i] for i in sorted(strongest))


def _of_item(item: Item, told: Collection[int]) -> list[Claim]:
    texts = [sentence.text for sentence in item.sentences]
    leans = leaning(texts)
    ranked = sorted(
        (-_worth(text), index)
        for index, text in enumerate(texts)
        if index not in told and _may_claim(item, index) and _worth(text) >= _ENOUGH
    )
    taken: set[int] = set(told)
    found: list[tuple[tuple[int, ...], float]] = []
    for worth, index in ranked:
        before = index - 1
        if index in taken or (leans[index] and not _supports(item, before, leans)):
            continue
        run = (before, index) if leans[index] and before not in taken else (index,)
        taken.update(run)
        found.append((run, -worth))
        if len(found) == _MOST:
            break
    return [
        Claim(refs=tuple(Ref(item=item.id, sentence=i) for i in run), worth=worth)
        for run, worth in sorted(found)
    ]


def _worth(text: str) -> float:
    words = tokens(text)
    return (
        _STANCE * lexicon.contains("dispute", words)
        + _CONTRAST * lexicon.contains("contrast", words)
        + _ATTRIBUTION * lexicon.contains("attribution", words)
        + _QUOTATION * (is_quotation(text) or "«" in text)
    )


def _may_claim(item: Item, index: int) -> bool:
    sentence = item.sentences[index]
    return (
        sentence.kind in SUMMARY_KINDS
        and not sentence.text.rstrip(' »”"').endswith("?")
        and (_worth(sentence.text) >= _LIVELY or not tells_background(sentence.text))
    )


def _supports(item: Item, index: int, leans: tuple[bool, ...]) -> bool:
    return index >= 0 and item.sentences[index].kind in SUMMARY_KINDS and not leans[index]
