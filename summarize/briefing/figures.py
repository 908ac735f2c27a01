"""What the figures of an event count, and where its items give different ones."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from importlib import resources

from summarize import lexicon
from summarize.briefing.numerals import Number, numbers
from summarize.briefing.values import Difference, Figure, Item, Ref
from summarize.features import tells_background
from summarize.selection import SUMMARY_KINDS
from summarize.vectors import content_stems
from summarize.words import stem, tokens

_CLAUSE_END = re.compile(r"[;:.]\s")
_YEARS = range(1900, 2100)
#: A word of a topic this near after a number tells what it counts, whatever the noun.
_NEAR_WORDS = 3
#: Two numbers with no more words between them, and no topic, share that of the second.
_COORDINATED_WORDS = 3
#: Being aboard happens to everybody: any other topic tells more.
_WEAK_TOPIC = "aboard"
_SYMBOLS = {"%": "%", "€": "euro", "$": "dollar"}


def differences(items: Sequence[Item]) -> tuple[Difference, ...]:
    """Return the topics on which the items give more than one figure.

    Figures of people are put together by what happened to them, all others by the counted noun,
    and then only if they stand in different items, in sentences that share another word.
    """
    by_topic: dict[str, list[Figure]] = {}
    for item in items:
        for figure in figures(item):
            by_topic.setdefault(figure.topic, []).append(figure)
    out = []
    for topic, found in by_topic.items():
        kept = found if topic in _people_topics() else _related(found, items)
        if len({figure.value for figure in kept}) > 1:
            out.append(Difference(topic=topic, figures=tuple(kept)))
    return tuple(out)


def figures(item: Item) -> list[Figure]:
    """Return the figures of the sentences that a summary could choose, in reading order.

    Sentences that tell what was so before the event are passed over.
    """
    out = []
    for index, sentence in enumerate(item.sentences):
        if sentence.kind not in SUMMARY_KINDS or tells_background(sentence.text):
            continue
        ref = Ref(item=item.id, sentence=index)
        found = numbers(sentence.text)
        for number, topic in zip(found, _topics_of(sentence.text, found), strict=True):
            if topic:
                figure = Figure(
                    ref=ref, start=number.start, end=number.end, value=number.value, topic=topic
                )
                out.append(figure)
    return out


@functools.cache
def _topics() -> Mapping[str, str]:
    """Return the topic of every word that has one."""
    text = resources.files("summarize").joinpath("data", "figure_topics.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if not line.startswith("#"))
    return {word: topic for topic, words in rows for word in tokens(words)}


@functools.cache
def _people_topics() -> frozenset[str]:
    return frozenset(_topics().values())


def _people() -> frozenset[str]:
    return lexicon.words("people")


def _topics_of(text: str, found: Sequence[Number]) -> list[str]:
    """Return what each number of a sentence counts, "" where that is not known."""
    out: list[str] = []
    following = ""
    for place in reversed(range(len(found))):
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        start = found[place - 1].end if place else 0
        after = _CLAUSE_END.split(text[found[place].end : end], maxsplit=1)[0]
        before = _CLAUSE_END.split(text[start : found[place].start])[-1]
        topic = _topic(found[place], after, before)
        coordinated = bool(out) and len(tokens(after)) <= _COORDINATED_WORDS
        if coordinated and following in _people_topics() and _word(after) in _people():
            topic = following
        out.append(topic)
        following = topic
    return out[::-1]


def _topic(number: Number, after: str, before: str) -> str:
    """Return what a number counts, "" if it is a date, an hour, an age or counts nothing known."""
    following = tokens(after)
    if following[:1] and (following[0],) in lexicon.phrases("no_units"):
        return ""
    symbol = after.strip()[:1]
    if symbol in _SYMBOLS:
        return _SYMBOLS[symbol]
    if number.value in _YEARS and number.end - number.start == len("2024"):
        return ""
    word = _word(after)
    if word in _people():
        near = [*following, *reversed(tokens(before))]
    else:
        near = list(following[:_NEAR_WORDS])
    topics = [_topics()[w] for w in near if w in _topics()]
    strong = [topic for topic in topics if topic != _WEAK_TOPIC]
    if topics:
        return (strong or topics)[0]
    return "" if word in lexicon.words("stopwords") else stem(word)


def _word(after: str) -> str:
    """Return the counted noun, folded: the word right after the number or after "de"; or ""."""
    words = tokens(after)[:2]
    if after[:1] in {",", ")", "."} or not words:
        return ""
    return words[-1] if words[0] in {"de", "d"} else words[0]


def _related(found: Sequence[Figure], items: Sequence[Item]) -> list[Figure]:
    """Return the figures whose sentence shares words with that of a figure of another item."""
    if len({figure.ref.item for figure in found}) < 2:
        return []
    texts = {item.id: item.sentences for item in items}
    stems = [
        frozenset(content_stems(texts[figure.ref.item][figure.ref.sentence].text)) - {figure.topic}
        for figure in found
    ]
    kept = [
        any(
            other.ref.item != figure.ref.item and stems[i] & stems[j]
            for j, other in enumerate(found)
        )
        for i, figure in enumerate(found)
    ]
    return [figure for figure, keep in zip(found, kept, strict=True) if keep]
