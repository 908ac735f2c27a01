"""Parts of the French without counterpart in the English, and parts of the English from nowhere.

The bilingual lexicon tells which content words are covered. One uncovered word is ordinary (no
lexicon is complete); a run of them is a clause that was dropped or invented, the more surely the
more the lengths disagree. The bounds were set on human translations of news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.checks.coverage import Covered, longest_gap, source_coverage, target_coverage
from translate.checks.tables import items, rows
from translate.checks.text import fold, parts, plain, words
from translate.checks.transliteration import same
from translate.values import Finding, Level

_CUT = re.compile(r"[,;:.!?()–—]|\s(?:-|et|ou)\s")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’»]?\s+(?=[\"“A-ZÀ-Ý«])")
_INVENTED = 2  # content words of an invented sentence, at least
_SURE = 3  # words the French has more without counterpart than the English: no mere paraphrase


@dataclass(frozen=True, slots=True)
class _Side:
    """Figures of one side: uncovered words, longest run of them, run within one clause."""

    uncovered: int
    gap: int
    clause: int
    total: int
    text: str
    listed: str


def _side(text: str, judged: tuple[Covered, ...]) -> _Side:
    size, first, last = longest_gap(judged)
    shown = text[judged[first].word.start : judged[last].word.end] if size else ""
    clause, listed = _clauses(text, judged)
    missing = sum(item.found is False for item in judged)
    return _Side(missing, size, clause, len(judged), shown, listed)


def _clauses(text: str, judged: tuple[Covered, ...]) -> tuple[int, str]:
    """Return the size of the largest clause without counterpart, and a run of such list items."""
    largest, listed = 0, ""
    run: list[list[Covered]] = []
    at = start = 0
    for cut in [match.start() for match in _CUT.finditer(text)] + [len(text)]:
        clause = []
        while at < len(judged) and judged[at].word.start < cut:
            clause.append(judged[at])
            at += 1
        if clause:
            lost = not any(item.found for item in clause)
            size = sum(item.found is False for item in clause)
            largest = max(largest, size if lost else 0)
            short = size > 0 and len(text[start:cut].split()) <= 3
            run = [*run, clause] if lost and short else []
            if len({item.word.fold for part in run for item in part}) >= 2 and len(run) >= 2:
                listed = text[run[0][0].word.start : clause[-1].word.end]
        start = cut + 1
    return largest, listed


def _omitted(french: _Side, english: _Side, ratio: float) -> bool:
    more = french.uncovered - english.uncovered
    return (
        (french.gap >= 4 and ratio < 0.85 and more >= 1)
        or (french.gap >= 3 and ((ratio < 0.6 and more >= 2) or (more >= 3 and ratio < 0.9)))
        or (french.gap >= 2 and ratio < 0.55 and more >= 1)
        or (french.clause >= 3 and more >= 2 and ratio < 0.95)
        or (french.gap >= 6 and more >= 2)
    )


def _whole_sentence(source: str, target: str) -> str:
    """Return a sentence of the English for which the French has none, "" if all have theirs.

    Sought only where the English has more sentences and the French lacks no counterpart.
    """
    sentences = [part for part in _SENTENCE.split(target) if part.strip()]
    if len(sentences) <= len([part for part in _SENTENCE.split(source) if part.strip()]):
        return ""
    judged = target_coverage(source, target)
    at = 0
    for sentence in sentences:
        start = target.find(sentence, at)
        at = start + len(sentence)
        inside = [item for item in judged if start <= item.word.start < at]
        lost = [item for item in inside if item.found is False]
        if len(lost) >= _INVENTED and len(lost) == len(inside):
            return sentence
    return ""


def _added(french: _Side, english: _Side, ratio: float) -> bool:
    more = english.uncovered - french.uncovered
    return (
        (english.gap >= 4 and more >= 3 and ratio > 1.2)
        or (english.gap >= 3 and more >= 3 and ratio > 1.6)
        or (english.gap >= 2 and ratio > 2.4)
        or (english.clause >= 4 and more >= 3 and ratio > 1.0)
        or (english.clause >= 3 and more >= 3 and ratio > 1.35)
        or english.gap >= 8
    )


def invented_names(source: str, target: str) -> list[str]:
    """Return persons and countries of the English that nothing in the French suggests."""
    judged = target_coverage(source, target)
    french = {
        part for word in words(source, french=True) for part in (word.fold, *parts(word.surface))
    }
    found: list[str] = []
    run: list[Covered] = []
    for item in [*judged, None]:
        word = item.word if item else None
        follows = bool(run) and word is not None and target[run[-1].word.end : word.start] == " "
        strange = item is not None and word is not None and _strange(item, french)
        if strange and item is not None and (not run or follows):
            run.append(item)
            continue
        if run:
            found += _names_of(run, target)
        run = [item] if strange and item is not None else []
    return found


def _strange(item: Covered, french: set[str]) -> bool:
    word = item.word
    if item.found is not False or not word.capital or word.start == 0 or word.surface.isupper():
        return False
    return not any(same(other, word.fold) for other in french)


def _names_of(run: list[Covered], target: str) -> list[str]:
    text = target[run[0].word.start : run[-1].word.end]
    country = any(item.word.surface in items("countries.txt") for item in run)
    person = any(item.word.surface in items("first_names.txt") for item in run)
    return [text] if country or (len(run) >= 2 and person) else []


def leaked(source: str, target: str) -> str:
    """Return the formula of debates and minutes in the English that the French has no cause for."""
    low, french = fold(plain(target)), fold(plain(source))
    for phrase, *cause in rows("formulas.tsv"):
        if phrase in low and not any(word in french for word in cause[0].split(",")):
            return phrase
    return ""


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find dropped and invented parts."""
    if not target.strip():
        message = "the English is empty"
        if not source.strip():
            return []
        return [Finding(rule="omission", level=Level.ERROR, segment=segment, message=message)]
    french = _side(source, source_coverage(source, target))
    english = _side(target, target_coverage(source, target))
    ratio = len(target.split()) / max(1, len(source.split()))
    findings = []
    if _omitted(french, english, ratio):
        message = f'nothing in the English stands for "{_short(french.text)}"'
        level = Level.WARNING if french.uncovered - english.uncovered >= _SURE else Level.INFO
        findings.append(Finding(rule="omission", level=level, segment=segment, message=message))
    elif french.listed:
        message = f'nothing in the English stands for "{_short(french.listed)}"'
        findings.append(
            Finding(rule="omission", level=Level.WARNING, segment=segment, message=message)
        )
    extra = leaked(source, target)
    names = [] if french.gap >= 2 else invented_names(source, target)
    if _added(french, english, ratio) and not findings:
        extra = extra or english.text
    if not findings and french.uncovered <= 1:
        extra = extra or _whole_sentence(source, target)
    extra = extra or next(iter(names), "")
    if extra:
        message = f'"{_short(extra)}" of the English has no counterpart in the French'
        findings.append(
            Finding(rule="addition", level=Level.WARNING, segment=segment, message=message)
        )
    return findings


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87] + "..."
