"""One French term, two English ones: within a sentence or pair, and over an article."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translate.checks.coverage import links, target_coverage
from translate.checks.lexicon import translations
from translate.checks.numerals import classes
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, french_stem, words
from translate.values import Finding, Level

_LINKS = frozenset({"de", "d", "du", "des", "la", "le", "l", "les", "a", "au", "aux", "en"})
_LONGEST = 4  # words of a term
_ENGLISH_LINKS = frozenset({"of", "the", "for", "on", "a", "an"})
_GAP = 2  # such words in a row
_ASKED = 20  # terms of a pair, the most frequent ones
_MOST = 6  # phrases that are compared
_PUNCTUATION = re.compile(r"[^\w\s'’-]")
_APOSTROPHE = re.compile(r"['’]")

Term = tuple[str, ...]


def _terms(found: tuple[Word, ...], text: str) -> Counter[Term]:
    """Count candidate terms: two content words, side by side or joined by a preposition."""
    listed = items("french_function.txt") | items("french_light.txt") | set(classes(True))
    counts: Counter[Term] = Counter()
    for at, word in enumerate(found):
        if word.fold in listed or len(word.fold) < 3:
            continue
        for last in range(at + 1, min(at + _LONGEST, len(found))):
            other = found[last]
            gap = _APOSTROPHE.sub("", text[found[last - 1].end : other.start])
            if gap.strip() not in {"", "d", "l"}:
                break
            if other.fold in _LINKS:
                continue
            if other.fold not in listed and len(other.fold) >= 3:
                counts[french_stem(word.fold), french_stem(other.fold)] += 1
            break
    return counts


def _first_forms(found: tuple[Word, ...]) -> dict[str, str]:
    return {french_stem(word.fold): word.fold for word in reversed(found)}


def _renderings(folded: str, english: Counter[str]) -> Counter[str]:
    return Counter({stem: english[stem] for stem in translations(folded) if english[stem]})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An English phrase with words for a term: its stems, and the words of the term it renders.

    `more` says that it has words that render nothing known.
    """

    stems: tuple[str, ...]
    renders: frozenset[str]
    more: bool


def _mentions(term: Term, source: str, target: str) -> list[_Phrase]:
    """Return the English phrases that have words for the term.

    A phrase goes on over words without counterpart, for these may be its other rendering.
    """
    table = links(source, target)
    english = words(target)
    rendered: dict[int, set[str]] = {}
    for word, reached in zip(words(source, french=True), table, strict=True):
        if (stem := french_stem(word.fold)) in term:
            for at in reached:
                rendered.setdefault(at, set()).add(stem)
    strange = {item.word.start for item in target_coverage(source, target) if item.found is False}
    phrases: list[list[int]] = []
    for at, word in enumerate(english):
        if at not in rendered and word.start not in strange:
            continue
        last = phrases[-1][-1] if phrases else -1
        gap = target[english[last].end : word.start] if phrases else ""
        if phrases and not _PUNCTUATION.search(gap) and _within(english[last + 1 : at]):
            phrases[-1].append(at)
        else:
            phrases.append([at])
    return [
        _Phrase(
            tuple(dict.fromkeys(english_stem(english[at].fold) for at in phrase)),
            renders,
            any(at not in rendered for at in phrase),
        )
        for phrase in phrases
        if (renders := frozenset().union(*(rendered.get(at, ()) for at in phrase)))
    ]


def _within(between: tuple[Word, ...]) -> bool:
    return len(between) <= _GAP and all(word.fold in _ENGLISH_LINKS for word in between)


def _differ(phrases: list[_Phrase]) -> tuple[str, str] | None:
    """Return two renderings of some words, neither of which is a short form of the other."""
    for one, other in itertools.combinations(phrases[:_MOST], 2):
        short = set(one.stems) <= set(other.stems) or set(other.stems) <= set(one.stems)
        same = one.renders & other.renders or (one.more and other.more)
        if len(other.stems) > 1 and same and not short:
            return " ".join(one.stems), " ".join(other.stems)
    return None


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find terms that come twice in the French and differ in the English of one pair."""
    french = words(source, french=True)
    forms = _first_forms(french)
    findings = []
    counts = Counter(french_stem(word.fold) for word in french)
    for term, times in _terms(french, source).most_common(_ASKED):
        if times < 2 or any(counts[stem] > times for stem in term):
            continue  # words that stand elsewhere as well cannot be told apart
        if found := _differ(_mentions(term, source, target)):
            shown = " ... ".join(forms.get(stem, stem) for stem in term)
            message = f'"{shown}" comes {times} times in the French, with different English words'
            findings.append(
                Finding(rule="term", level=Level.WARNING, segment=segment, message=message,
                        suggestion=" / ".join(found))
            )  # fmt: skip
            break
    return findings


def check_article(pairs: Iterable[tuple[str, str, str]]) -> list[Finding]:
    """Find terms of an article that one segment renders in one way and another in another.

    `pairs` are (segment, French, English). A term counts where each segment has exactly one
    rendering of its first word; level INFO, for a synonym can be meant.
    """
    seen: dict[Term, tuple[str, str, str]] = {}
    reported: set[Term] = set()
    findings = []
    for segment, source, target in pairs:
        french = words(source, french=True)
        english = Counter(english_stem(word.fold) for word in words(target))
        forms = _first_forms(french)
        for term in _terms(french, source):
            head = _renderings(forms[term[0]], english)
            tail = _renderings(forms[term[1]], english)
            if len(head) != 1 or not tail or term in reported:
                continue
            stem = next(iter(head))
            before = seen.setdefault(term, (stem, segment, forms[term[0]]))
            if before[0] != stem:
                reported.add(term)
                name = f"{forms[term[0]]} ... {forms[term[1]]}"
                message = f'"{name}" is "{before[0]}..." in {before[1]}, "{stem}..." in {segment}'
                findings.append(
                    Finding(rule="term", level=Level.INFO, segment=segment, message=message)
                )
    return findings
