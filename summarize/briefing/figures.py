"""What the figures of an event count, and where its items give different ones."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from importlib import resources

from summarize import lexicon
from summarize.briefing.numerals import Number, is_number_word, numbers
from summarize.briefing.values import Difference, Figure, Item, Ref
from summarize.features import ALONE, tells_background
from summarize.selection import SUMMARY_KINDS
from summarize.vectors import content_stems
from summarize.words import fold, stem, tokens, words_as_written

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

    Figures of people are put together by what happened to them, some things by their kind, all
    others by the counted noun, and then only if they stand in different items, in sentences that
    share another word.
    """
    by_topic: dict[str, list[Figure]] = {}
    for item in items:
        for figure in figures(item):
            by_topic.setdefault(figure.topic, []).append(figure)
    out = []
    for topic, found in by_topic.items():
        same_kind = topic in _people_topics() or topic in _table("figure_nouns").values()
        kept = found if same_kind else _related(found, items)
        if len({figure.value for figure in kept}) > 1:
            out.append(Difference(topic=topic, figures=tuple(kept)))
    return tuple(out)


def figures(item: Item) -> list[Figure]:
    """Return the figures of the sentences that a summary could choose, in reading order.

    Sentences that tell what was so before the event are passed over, unless they name a source.
    """
    out: list[Figure] = []
    for index, sentence in enumerate(item.sentences):
        if sentence.kind not in SUMMARY_KINDS or _is_past(sentence.text):
            continue
        ref = Ref(item=item.id, sentence=index)
        before = [f.topic for f in out if f.ref.sentence == index - 1]
        found = numbers(sentence.text)
        for number, (topic, noun) in zip(
            found, _topics_of(sentence.text, found, before), strict=True
        ):
            if topic:
                figure = Figure(
                    ref=ref,
                    start=number.start,
                    end=number.end,
                    value=number.value,
                    topic=topic,
                    noun=noun,
                )
                out.append(figure)
    return out


def _is_past(text: str) -> bool:
    words = tokens(text)
    if ALONE["pluperfect"](text, words):
        return True
    return tells_background(text) and not ALONE["attribution"](text, words)


@functools.cache
def _table(name: str) -> Mapping[str, str]:
    """Return the topic of every word of ``data/<name>.txt`` that has one."""
    text = resources.files("summarize").joinpath("data", f"{name}.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if not line.startswith("#"))
    return {word: topic for topic, words in rows for word in tokens(words)}


def _topics() -> Mapping[str, str]:
    return _table("figure_topics")


@functools.cache
def _people_topics() -> frozenset[str]:
    return frozenset(_topics().values())


def _people() -> frozenset[str]:
    return lexicon.words("people")


def _topics_of(
    text: str, found: Sequence[Number], inherited: Sequence[str]
) -> list[tuple[str, str]]:
    """Return what each number of a sentence counts and the noun as written, "" where not known.

    Args:
        inherited: topics of the sentence before, taken over by people who are set against it.
    """
    out: list[tuple[str, str]] = []
    following = ""
    heir = next((t for t in reversed(inherited) if t in _people_topics()), "")
    against = lexicon.contains("contrast", tokens(text))
    for place in reversed(range(len(found))):
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        start = found[place - 1].end if place else 0
        after = _CLAUSE_END.split(text[found[place].end : end], maxsplit=1)[0]
        before = _CLAUSE_END.split(text[start : found[place].start])[-1]
        topic = _topic(found[place], after, before)
        noun = _word(after)
        if topic not in _people_topics() and fold(noun) in _people():
            if out and len(tokens(after)) <= _COORDINATED_WORDS and following in _people_topics():
                topic = following
            elif heir and against:
                topic = heir
        out.append((topic, noun))
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
    word = fold(_word(after))
    near = list(following[:_NEAR_WORDS])
    if word in _people():
        own = lexicon.words("topic_people")
        near = [*following, *(w for w in reversed(tokens(before)) if w not in own)]
    if topic := _strongest(near):
        return topic
    if word in lexicon.words("stopwords") or is_number_word(word):
        return ""
    return _table("figure_nouns").get(word) or stem(word)


def _strongest(words: Sequence[str]) -> str:
    """Return the topic of the first word that has one; words for people count last."""
    own = lexicon.words("topic_people")
    topics = [(_topics()[w], w) for w in words if w in _topics()]
    strong = [topic for topic, w in topics if topic != _WEAK_TOPIC and w not in own]
    weak = sorted((topic for topic, _ in topics), key=lambda topic: topic == _WEAK_TOPIC)
    return next(iter([*strong, *weak]), "")


def _word(after: str) -> str:
    """Return the counted noun: the word right after the number or after "de"; or ""."""
    words = words_as_written(after)[:2]
    if after[:1] in {",", ")", "."} or not words:
        return ""
    return words[-1] if fold(words[0]) in {"de", "d"} else words[0]


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
