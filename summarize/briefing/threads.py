"""Subjects that several items of an event come back to: their sentences, item by item.

Figures that differ are found by what they count; what has no figure ("the owner is on the run",
"the owner was arrested") is set side by side by what the sentences are about: a word that stands
where subjects stand in two items or more, and is rare enough to tell one matter from another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from summarize import lexicon
from summarize.briefing.values import Item, Ref, Thread
from summarize.features import tells_background
from summarize.selection import SUMMARY_KINDS
from summarize.vectors import content_stems
from summarize.words import fold, stem, tokens, words_as_written

#: So many threads of one event, so many sentences of one item in a thread.
_MOST = 4
_PER_ITEM = 2
#: What may stand before a subject that opens its sentence.
_DETERMINERS = frozenset(("l", "le", "la", "les", "un", "une", "des", "son", "sa", "ses", "leurs"))
#: A word in a larger share of the event's sentences is what the event itself is about.
_COMMON = 0.25
_SHORTEST = 5
#: Word lists that name who speaks, when, and how: no matter of their own.
_NO_MATTER = ("days", "attribution", "stance", "dispute", "people", "numbers")


def threads(items: Sequence[Item], shared: Collection[Ref]) -> tuple[Thread, ...]:
    """Return the subjects that the items of one event come back to, best first.

    Args:
        shared: sentences that items carry alike; they differ in nothing and are passed over.
    """
    places = _places(items, shared)
    total = sum(len(item.sentences) for item in items)
    bodies: dict[str, dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    heads: dict[str, set[Ref]] = defaultdict(set)
    for ref, words in places.items():
        for word in dict.fromkeys(words):
            bodies[word][ref.item].append(ref)
        heads[_subject(words)].add(ref)
    barred = _barred(items)
    ranked = sorted(
        (-len(by_item), sum(map(len, by_item.values())), word)
        for word, by_item in bodies.items()
        if len({ref.item for ref in heads[word]}) > 1
        and len(word) >= _SHORTEST
        and word not in barred
        and sum(map(len, by_item.values())) <= max(_COMMON * total, len(by_item))
    )
    found = {word: _best(bodies[word], heads[word], items) for _, _, word in ranked}
    return _chosen(found, items)


def _places(items: Sequence[Item], shared: Collection[Ref]) -> dict[Ref, tuple[str, ...]]:
    """Return the stems of every sentence that the items do not carry alike."""
    return {
        ref: tuple(map(stem, tokens(sentence.text)))
        for item in items
        for index, sentence in enumerate(item.sentences)
        if sentence.kind in SUMMARY_KINDS
        and not tells_background(sentence.text)
        and (ref := Ref(item=item.id, sentence=index)) not in shared
    }


def _barred(items: Sequence[Item]) -> set[str]:
    """Return the stems that are no matter of their own, the event's own words among them."""
    titles = Counter(
        word
        for item in items
        for word in {
            word
            for sentence in item.sentences
            if sentence.kind == "title"
            for word in content_stems(sentence.text)
        }
    )
    named = {word for word, count in titles.items() if count > 1}
    return named.union(
        stem(word) for name in _NO_MATTER for word in lexicon.words(name) if len(word) > 2
    )


def _subject(words: Sequence[str]) -> str:
    """Return the word that opens a sentence as its subject may, "" if another kind of word does."""
    head = words[1:2] if words[:1] and words[0] in _DETERMINERS else words[:1]
    return head[0] if head else ""


def _best(
    by_item: Mapping[str, Sequence[Ref]], heads: Collection[Ref], items: Sequence[Item]
) -> list[Ref]:
    """Return of each item the sentences whose subject it is, else the first that has the word."""
    refs: list[Ref] = []
    for item in items:
        own = by_item.get(item.id, ())
        about = [ref for ref in own if ref in heads]
        refs += about[:_PER_ITEM] or own[:1]
    return refs


def _chosen(found: Mapping[str, Sequence[Ref]], items: Sequence[Item]) -> tuple[Thread, ...]:
    """Return the first threads that are not about the same sentences as an earlier one."""
    used: set[Ref] = set()
    out: list[Thread] = []
    for word, refs in found.items():
        if len(out) == _MOST:
            break
        if len(used.intersection(refs)) * 2 < len(refs):
            used.update(refs)
            out.append(Thread(word=_as_written(word, refs, items), refs=tuple(refs)))
    return tuple(out)


def _as_written(word: str, refs: Sequence[Ref], items: Sequence[Item]) -> str:
    """Return the form of a stem that the sentences have most often."""
    texts = {item.id: item.sentences for item in items}
    forms = Counter(
        form
        for ref in refs
        for form in words_as_written(texts[ref.item][ref.sentence].text)
        if stem(fold(form)) == word
    )
    return min(forms, key=lambda form: (-forms[form], form))
