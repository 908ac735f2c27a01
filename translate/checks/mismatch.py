"""English of another sentence, opposites, and roles exchanged ("Le chat poursuit le chien")."""

from __future__ import annotations

import re

from translate.checks.coverage import Covered, source_coverage, target_coverage
from translate.checks.exonyms import find
from translate.checks.lexicon import translations
from translate.checks.negation_french import read
from translate.checks.numbers import compare
from translate.checks.omission import leaked
from translate.checks.opposites import opposites
from translate.checks.text import english_stem, fold, french_stem, plain, words
from translate.values import Finding, Level

_SHARE = 0.8  # of the content words of both sides without counterpart: another sentence
_FEW = 4  # content words: with fewer, all of them must lack a counterpart
_LEAST = 3  # content words from which a share says anything
_KNOWN = 4  # letters of the shortest stem that counts for a word it begins
_STEM = 5  # letters of an English word by which a lexicon stem is known
_FRENCH_NEGATION = re.compile(r"\b(?:pas|manque a|sans|non|aucune?|jamais|moins|peu)\b")
_AGE = re.compile(r"\byears?[- ]old\b")
_PASSIVE = re.compile(r"\b(?:by|from|with|between|and|was|were|been|being|is|are)\b")
#: Words that begin with "un" and deny nothing.
_PLAIN_UN = (
    r"unemploy|under|union|unit(?:s|y|ed?)?\b|unite|univers|until|unanim|unique|unif|unveil|uncle"
)
_NEGATION = re.compile(
    rf"\b(?:not|no|never|without|cannot|nor|neither|(?!{_PLAIN_UN})un\w+)\b|n't\b"
)


def _share(judged: tuple[Covered, ...]) -> float:
    return sum(item.found is False for item in judged) / len(judged) if judged else 0.0


def _foreign(source: str, target: str) -> bool:
    """Whether nearly no word of either side has a counterpart."""
    french, english = source_coverage(source, target), target_coverage(source, target)
    if compare(source, target).matched:
        return False  # figures in common
    fewest, share = min(len(french), len(english)), min(_share(french), _share(english))
    return fewest >= _LEAST and (share >= _SHARE or (fewest < _FEW and share == 1))


def _opposed(source: str, target: str) -> list[str]:
    """Return messages for words given as their opposites.

    A word counts only if none of its own translations stands in the English, the opposite does, and
    no other word of the French accounts for that.
    """
    french, english = fold(plain(source)), _AGE.sub(" ", fold(plain(target)))
    if read(source)[1] or _NEGATION.search(english) or _FRENCH_NEGATION.search(french):
        return []
    at_start = {word.start: word for word in words(source, french=True)}
    stems = {english_stem(word.fold) for word in words(target)}
    for sense, right, opposite, wrong in opposites("opposites.tsv"):
        for here, good, there, bad in (
            (sense, right, opposite, wrong),
            (opposite, wrong, sense, right),
        ):
            word = here.search(french)
            shown = bad.search(english)
            if not word or not shown or there.search(french) or good.search(english):
                continue
            lost = at_start.get(word.start())
            kept = translations(lost.fold) & stems if lost else frozenset()
            if not lost or any(not bad.match(stem) for stem in kept):
                continue
            if not _accounted(french, word.start(), shown.group()):
                return [
                    f'"{lost.surface}" reads "{_word_at(english, shown.start())}" in the English'
                ]
    return []


def _word_at(text: str, at: int) -> str:
    match = re.match(r"\w+", text[at:])
    return match.group() if match else ""


def _accounted(french: str, at: int, english: str) -> bool:
    """Whether some other word of the French translates to the English opposite."""
    return any(
        stem.startswith(english[:_STEM]) or (len(stem) >= _KNOWN and english.startswith(stem))
        for other in words(french, french=True)
        if other.start != at
        for stem in translations(other.fold)
    )


def _roles(source: str, target: str) -> list[str]:
    """Return messages where subject and object of one verb have changed places.

    Looked at only where a plain sentence has two names, or two nouns known to the lexicon, with
    the verb between them, in both languages, and the English is not in the passive.
    """
    first = _first_name_pair(source, target, _clause_end(source))
    if first:
        (one, other), gap = first
        if not _PASSIVE.search(gap):
            return [f"{one} and {other} have changed places in the English"]
    return _noun_roles(source, target)


def _clause_end(source: str) -> int:
    match = re.search(r"[,;:.!?]", source)
    return match.start() if match else len(source)


def _first_name_pair(source: str, target: str, end: int) -> tuple[tuple[str, str], str] | None:
    """Return two names around a verb that the English has in reverse order, and what is between."""
    found = words(source, french=True)
    places = [
        (found[a].start, source[found[a].start : found[b - 1].end], names)
        for a, b, names in find(source, found)
        if found[a].start < end
    ]
    if len(places) != 2 or places[0][0] > 6:
        return None
    spots = [_where(target, names) for _, _, names in places]
    if min(spots) < 0 or spots[0] < spots[1]:
        return None
    between = source[places[0][0] + len(places[0][1]) : places[1][0]].lower()
    if (
        not re.match(r"^ [^\W\d_]+(?: [^\W\d_]+)? (?:la |le |l'|les )$", plain(between))
        or " de " in between
    ):
        return None
    if "," in target[spots[1] : spots[0]] or spots[1] > 6:
        return None
    return (places[0][1], places[1][1]), target[spots[1] : spots[0]].lower()


def _where(target: str, names: tuple[str, ...]) -> int:
    low = fold(target)
    spots = [low.find(fold(name)) for name in names if name != "*"]
    spots = [spot for spot in spots if spot >= 0]
    return min(spots, default=-1)


def _noun_roles(source: str, target: str) -> list[str]:
    """Judge "Le chien a mordu le facteur" by the lexicon: det noun verb det noun."""
    match = re.match(
        r"^(?:un|une|le|la|les|des|l'|deux|trois) ?(?P<one>[^\W\d_]+) (?:a|ont|avait"
        r"|avaient) (?P<verb>[^\W\d_]+) "
        r"(?:un|une|le|la|les|des|l')? ?(?P<other>[^\W\d_]+)",
        fold(plain(source)),
    )
    if not match:
        return []
    english = [english_stem(word.fold) for word in words(target)]
    one = _spot(english, match["one"])
    verb = _spot(english, match["verb"])
    other = _spot(english, match["other"])
    if min(one, verb, other) < 0 or not other < verb < one:
        return []
    if _PASSIVE.search(" ".join(word.fold for word in words(target)[other : one + 1])):
        return []
    return [f'"{match["one"]}" and "{match["other"]}" have changed places in the English']


def _spot(english: list[str], folded: str) -> int:
    known = translations(folded) | {french_stem(folded)}
    return next((at for at, stem in enumerate(english) if stem in known), -1)


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find English that says something else altogether."""
    if not source.strip() or not target.strip():
        return []
    found = []
    if _foreign(source, target) and fold(source) != fold(target):
        leak = leaked(source, target)
        found.append(f'the English is of another sentence ("{leak}")' if leak
                     else "the English seems to be of another sentence")  # fmt: skip
    found = found or _opposed(source, target) or _roles(source, target)
    return [
        Finding(rule="mismatch", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]
