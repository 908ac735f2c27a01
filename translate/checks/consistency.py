"""One French term, two English ones: within a sentence or pair, and over an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from translate.checks.lexicon import translations
from translate.checks.numerals import classes
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, french_stem, words
from translate.values import Finding, Level

_LINKS = frozenset({"de", "d", "du", "des", "la", "le", "l", "les", "a", "au", "aux", "en"})
_LONGEST = 4  # words of a term
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


def _varies(term: Term, times: int, forms: dict[str, str], english: Counter[str]) -> list[str]:
    """Return the English words that share one word of the term between them."""
    for stem in term:
        found = _renderings(forms.get(stem, stem), english)
        if len(found) >= 2 and max(found.values()) < times:
            return sorted(found)
    return []


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find terms that come twice in the French and differ in the English of one pair."""
    french, english = words(source, french=True), words(target)
    stems = Counter(english_stem(word.fold) for word in english)
    forms = _first_forms(french)
    findings = []
    for term, times in _terms(french, source).items():
        if times < 2:
            continue
        found = _varies(term, times, forms, stems) or _once(term, times, forms, stems)
        if found:
            shown = " ... ".join(forms.get(stem, stem) for stem in term)
            message = f'"{shown}" comes {times} times in the French, with different English words'
            findings.append(
                Finding(rule="term", level=Level.WARNING, segment=segment, message=message,
                        suggestion=" / ".join(found))
            )  # fmt: skip
            break
    return findings


def _once(term: Term, times: int, forms: dict[str, str], english: Counter[str]) -> list[str]:
    """Return the words of a rendering that comes once only, where nothing of it is repeated."""
    found = [_renderings(forms.get(stem, stem), english) for stem in term]
    if not all(found) or any(max(one.values()) >= times for one in found):
        return []
    return [max(one, key=lambda stem: one[stem]) for one in found]


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
