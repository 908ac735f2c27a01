"""Parts of the French without counterpart in the English, and parts of the English from nowhere.

The bilingual lexicon tells which content words are covered. One uncovered word is ordinary (no
lexicon is complete); a run of them is a clause that was dropped or invented, the more surely the
more the lengths disagree. The bounds were set on human translations of news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from translate.checks.coverage import (
    Covered,
    formulas,
    longest_gap,
    source_coverage,
    target_coverage,
)
from translate.checks.enumerations import dropped
from translate.checks.glosses import glosses
from translate.checks.numbers import compare
from translate.checks.tables import items, rows
from translate.checks.text import fold, parts, plain, words
from translate.checks.transliteration import same
from translate.values import Finding, Level

_CUT = re.compile(r"[,;:.!?()–—]|\s(?:-|et|ou)\s")
# "St. Lawrence", "Gen. Roux": a full stop after these ends no sentence.
_ABBREVIATED = r"(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b(?:Gen|Sen|Rep|Gov|Mrs|Col|Sgt|Rev)\.)"
_SENTENCE = re.compile(rf"(?<=[.!?]){_ABBREVIATED}[\"”’»]?\s+(?=[\"“A-ZÀ-Ý«])")
_INVENTED = 2  # content words of an invented sentence, at least
_WHOLE = 4  # words of a clause that is missed as a whole; one less if two of them have content
_BARE = 3  # words of a clause without content that may stand for one with it
_PEOPLE = 4  # letters of the shortest country that a people's name may begin with
_NEARLY = 7  # one word in so many may lack a counterpart
_SHORTER, _LONGER = 0.85, 1.15  # words of the English for one of the French
_UNSURE = 1  # words of the French of which nobody knows whether they are rendered
_RUN = 2  # French words in a row without counterpart: a name may stand for them
_MORE = 2  # words, likewise: with one more only, most are paraphrases
_SURE = 3  # words the French has more without counterpart than the English: no mere paraphrase


@dataclass(frozen=True, slots=True)
class _Side:
    """Figures of one side: uncovered words, longest run of them, run within one clause.

    `whole` is a clause of which nothing at all has a counterpart, `weight` the number of its words
    and `unsure` the number of all words of which that cannot be told.
    """

    uncovered: int
    gap: int
    clause: int
    total: int
    text: str
    listed: str
    whole: str
    weight: int
    unsure: int
    bare: bool


def _side(text: str, judged: tuple[Covered, ...], figures: tuple[int, ...] = ()) -> _Side:
    size, first, last = longest_gap(judged)
    shown = text[judged[first].word.start : judged[last].word.end] if size else ""
    clause, listed = _clauses(text, judged, figures)
    whole, weight = _whole(text, judged, figures)
    missing = sum(item.found is False for item in judged)
    unsure = sum(item.found is None for item in judged)
    return _Side(
        missing,
        size,
        clause,
        len(judged),
        shown,
        listed,
        whole,
        weight,
        unsure,
        _bare(text, judged),
    )


def _split(
    text: str, judged: tuple[Covered, ...], cuts: re.Pattern[str]
) -> list[tuple[str, int, tuple[Covered, ...]]]:
    """Return the parts between cuts: text, where it begins, words with content."""
    found = []
    at = start = 0
    for cut in [match.start() for match in cuts.finditer(text)] + [len(text)]:
        first = at
        while at < len(judged) and judged[at].word.start < cut:
            at += 1
        found.append((text[start:cut], start, judged[first:at]))
        start = cut + 1
    return found


def _lost(part: tuple[str, int, tuple[Covered, ...]], figures: tuple[int, ...]) -> int:
    """Return how many words of a part lack a counterpart, 0 if any word or figure has one."""
    text, start, clause = part
    if any(item.found for item in clause):
        return 0
    if any(start <= figure < start + len(text) for figure in figures):
        return 0
    return sum(item.found is False for item in clause)


def _clauses(text: str, judged: tuple[Covered, ...], figures: tuple[int, ...]) -> tuple[int, str]:
    """Return the size of the largest clause without counterpart, and a run of such list items.

    `figures` are the places of figures that the other side has as well.
    """
    largest, listed = 0, ""
    run: list[tuple[Covered, ...]] = []
    for part in _split(text, judged, _CUT):
        size, clause = _lost(part, figures), part[2]
        if not clause:
            continue
        largest = max(largest, size if len(clause) < len(judged) else 0)
        run = [*run, clause] if size and len(part[0].split()) <= 3 else []
        if len({item.word.fold for one in run for item in one}) >= 2 and len(run) >= 2:
            listed = text[run[0][0].word.start : clause[-1].word.end]
    return largest, listed


def _bare(text: str, judged: tuple[Covered, ...]) -> bool:
    """Whether a clause has no word with content ("c'est comme ça"): any words may render it."""
    found = _split(text, judged, _CUT)
    return any(not clause and len(shown.split()) >= _BARE for shown, _, clause in found)


def _whole(text: str, judged: tuple[Covered, ...], figures: tuple[int, ...]) -> tuple[str, int]:
    """Return the weightiest clause without any counterpart that is long enough to be missed."""
    found, weight = "", 0
    for part in _split(text, judged, _joints()):
        shown, _, clause = part
        enough = len(shown.split()) >= _WHOLE - (len(clause) > 1)
        if enough and len(clause) < len(judged) and (size := _lost(part, figures)) > weight:
            found, weight = shown.strip(), size
    return found, weight


@cache
def _joints() -> re.Pattern[str]:
    """Return where clauses and adjuncts begin: at marks and conjunctions, which stay with them."""
    joined = "|".join(map(re.escape, sorted(items("clause_joints.txt"), key=len, reverse=True)))
    return re.compile(rf"{_CUT.pattern}|\s(?=(?:{joined})(?:\s|(?<=')))")


def _omitted(french: _Side, english: _Side, ratio: float) -> bool:
    more = french.uncovered - english.uncovered
    if more < _MORE:
        return more > 0 and french.clause >= 3 and ratio < 0.7
    return (
        (french.gap >= 4 and ratio < 0.85)
        or (french.gap >= 3 and (ratio < 0.6 or (more >= 3 and ratio < 0.9)))
        or (french.gap >= 2 and ratio < 0.6)
        or (french.clause >= 3 and ratio < 0.95)
        or french.gap >= 6
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
    judged = _without(target_coverage(source, target), glosses(source, target))
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
    if len(word.fold) >= _PEOPLE and any(other.startswith(word.fold) for other in french):
        return False  # "malien", "Mali"
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


def _complete(side: _Side) -> bool:
    """Whether (nearly) all words of a side have counterparts."""
    return side.uncovered * _NEARLY <= side.total


def _missed(french: _Side, english: _Side, ratio: float) -> tuple[str, Level]:
    """Return the part of the French that the English lacks, "" if there is none, and how surely."""
    if _omitted(french, english, ratio):
        more = french.uncovered - english.uncovered
        return french.text, Level.WARNING if more >= _SURE else Level.INFO
    whole = not english.uncovered or (_complete(english) and ratio < _SHORTER)
    whole = (
        whole and not english.bare and french.weight > english.uncovered
    )  # of which each may stand for one
    return french.listed or (french.whole if whole else ""), Level.WARNING


def _invented(french: _Side, english: _Side, ratio: float) -> str:
    """Return the part of the English that the French has no cause for, "" if there is none."""
    if _added(french, english, ratio):
        return english.text
    whole = not french.uncovered or (_complete(french) and ratio > _LONGER)
    whole = whole and not french.bare and english.weight > french.uncovered + french.unsure
    if not whole or french.unsure > _UNSURE or fold(english.whole) in items("english_turns.txt"):
        return ""
    return english.whole


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find dropped and invented parts."""
    if not target.strip():
        message = "the English is empty"
        if not source.strip():
            return []
        return [Finding(rule="omission", level=Level.ERROR, segment=segment, message=message)]
    explained = glosses(source, target)
    matched = compare(source, target).matched
    french = _side(
        source, source_coverage(source, target), tuple(wanted.start for wanted, _ in matched)
    )
    english = _side(
        target,
        _without(target_coverage(source, target), explained),
        tuple(got.start for _, got in matched),
    )
    ratio = _length(target, explained) / max(1, _length(source, formulas(source)))
    missed, level = _missed(french, english, ratio)
    missed = missed or dropped(source, target)
    leak = leaked(source, target)
    if missed:
        message = f'nothing in the English stands for "{_short(missed)}"'
        lost = Finding(rule="omission", level=level, segment=segment, message=message)
        return [lost, *_extra(leak, segment)]
    extra = leak or _invented(french, english, ratio)
    if french.uncovered <= 1:
        extra = extra or _whole_sentence(source, target)
    if french.gap < _RUN:
        extra = extra or next(iter(invented_names(source, target)), "")
    return _extra(extra, segment)


def _extra(extra: str, segment: str) -> list[Finding]:
    if not extra:
        return []
    message = f'"{_short(extra)}" of the English has no counterpart in the French'
    return [Finding(rule="addition", level=Level.WARNING, segment=segment, message=message)]


def _length(text: str, spans: tuple[tuple[int, int], ...]) -> int:
    """Return the number of words of `text` outside `spans`."""
    return len(text.split()) - sum(len(text[a:b].split()) for a, b in spans)


def _without(
    judged: tuple[Covered, ...], spans: tuple[tuple[int, int], ...]
) -> tuple[Covered, ...]:
    """Return `judged` with the words inside `spans` accounted for."""
    return tuple(
        replace(item, found=True) if any(a <= item.word.start < b for a, b in spans) else item
        for item in judged
    )


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87] + "..."
