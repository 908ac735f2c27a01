"""Is the English of a glossary there? Verdicts for the matches of one segment.

Words are compared by stem (see `glossary.english.stem`): number, possessive, British and American
spelling do not tell them apart, nor do hyphens ("top up shot", "top-up shot", "topup shot").
The names of people and places are compared letter by letter, hyphens and the style of
apostrophes aside: their accents count.
Capitals of the entry are required, its small letters match capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.english import is_abbreviation, stem
from glossary.folding import APOSTROPHES, HYPHENS, composed
from glossary.values import Kind, Match, Outcome, Verdict

_APOSTROPHE = f"[{APOSTROPHES}]"
#: A word, and apart from it the sign of a possessive ("leader's", "leaders'").
_WORD = re.compile(
    rf"((?:[A-Z]\.)+[A-Z]?|[^\W_]+(?:{_APOSTROPHE}(?![sS]\b)[^\W_]+)*)"
    rf"(?:{_APOSTROPHE}[sS]\b|(?<=s){_APOSTROPHE})?"
)
_STRAIGHT = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_BLANKS = " \u00a0\u202f\u2009\n"
_MAX_PARTS = 12
_THE = "the "


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of English; `joined` when only blanks, hyphens, a possessive part it from the last."""

    raw: str
    stem: str
    start: int
    end: int
    joined: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An English form to look for: joined stems, its words, signs before and after them."""

    stem: str
    words: tuple[_Word, ...]
    head: str
    tail: str


def _words(text: str, *, exact: bool) -> list[_Word]:
    words: list[_Word] = []
    end = 0
    for found in _WORD.finditer(text):
        gap = text[end : found.start()]
        rest = gap.strip(_BLANKS + HYPHENS)
        dot = rest == "." and bool(words) and is_abbreviation(words[-1].raw)
        joined = (not rest or dot) and gap.count("\n") < 2
        raw = found.group(1)
        words.append(
            _Word(
                raw,
                composed(_plain(raw)).lower() if exact else stem(_plain(raw)),
                found.start(1),
                found.end(1),
                joined,
            )
        )
        end = found.end()
    return words


def _plain(raw: str) -> str:
    """Return a word with the straight apostrophe: how it is set is a matter of typography."""
    return raw.translate(_STRAIGHT)


def _wanted(form: str, *, exact: bool) -> _Wanted | None:
    words = tuple(_words(form, exact=exact))
    if not words:
        return None
    return _Wanted(
        stem="".join(word.stem for word in words),
        words=words,
        head=form[: words[0].start].strip(),
        tail=form[words[-1].end :].strip(),
    )


def locate(
    forms: Iterable[str], target: str, *, capitals: bool = True, exact: bool = False
) -> tuple[tuple[int, int], ...]:
    """Return the spans of `target` where one of the English forms stands, without overlap.

    Longer forms are placed first; spans are returned in order. Without `capitals` the capitals
    of the forms are not required; with `exact` words are compared letter by letter instead of by
    stem; hyphens and blanks are one.
    """
    words = _words(target, exact=exact)
    found: list[tuple[int, int]] = []
    taken = bytearray(len(target))
    index = _by_stem(words)
    given = filter(None, (_wanted(form, exact=exact) for form in forms))
    for wanted in sorted(given, key=lambda item: -len(item.stem)):
        places = _places(wanted, words, index, target, capitals=capitals)
        found.extend(span for span in places if _take(span, taken))
    return tuple(sorted(found))


def _take(span: tuple[int, int], taken: bytearray) -> bool:
    """Mark the characters of a span as taken; False if one of them already is."""
    start, end = span
    if any(taken[start:end]):
        return False
    taken[start:end] = b"\1" * (end - start)
    return True


def _by_stem(words: Sequence[_Word]) -> dict[str, list[int]]:
    """Positions of words by the first letter of their stem."""
    index: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        index.setdefault(word.stem[:1], []).append(position)
    return index


def _places(
    wanted: _Wanted,
    words: Sequence[_Word],
    index: dict[str, list[int]],
    target: str,
    *,
    capitals: bool,
) -> Iterable[tuple[int, int]]:
    for first in index.get(wanted.stem[:1], ()):
        built, last = "", first
        while last < min(len(words), first + _MAX_PARTS):
            if last > first and not words[last].joined:
                break
            built += words[last].stem
            if not wanted.stem.startswith(built):
                break
            if built == wanted.stem:
                found = words[first : last + 1]
                if _signs(wanted, found, target) and (not capitals or _capitals(wanted, found)):
                    yield found[0].start - len(wanted.head), found[-1].end + len(wanted.tail)
                break
            last += 1


def _signs(wanted: _Wanted, words: Sequence[_Word], target: str) -> bool:
    """Whether the signs at the ends of the form ("+") are in the target."""
    before = not wanted.head or target.endswith(wanted.head, 0, words[0].start)
    return before and (not wanted.tail or target.startswith(wanted.tail, words[-1].end))


def _capitals(wanted: _Wanted, words: Sequence[_Word]) -> bool:
    """Whether the target has the capitals of the form; if cut differently, the first only."""
    pairs = list(zip(wanted.words, words, strict=False))
    if len(words) != len(wanted.words):
        pairs = pairs[:1]
    return all(_capital(form.raw, given.raw) for form, given in pairs)


def _capital(form: str, text: str) -> bool:
    """A capital of the form must be a capital in the text; an acronym must be one throughout."""
    form, text = form.replace(".", ""), text.replace(".", "")
    if form.isupper() and len(form) > 1:
        return text[: len(form)].isupper()
    return text[:1].isupper() or not form[:1].isupper()


def verify(matches: Sequence[Match], target: str) -> tuple[Verdict, ...]:
    """Judge each match of one segment against the segment's English, in the order given.

    Counting is strict: each match needs a place of its own, so a term that stands twice in the
    French and once in the English is USED once and MISSING once (English may have a pronoun for
    the second: the caller decides what to do). Longer English is placed before shorter, so that
    "minister" is not found inside the "prime minister" of another match; nor is a term found inside
    longer English that it forbids ("Gaza" in "Gaza band"). A match without place is FORBIDDEN if
    one of its forbidden words stands where nothing wanted does.
    """
    order = sorted(range(len(matches)), key=lambda at: -_size(matches[at]))
    taken = bytearray(len(target))
    used = _assign(matches, order, target, taken, _wanted_spans)
    left = [at for at in range(len(matches)) if at not in used]
    bad = _assign(matches, left, target, taken, _forbidden_spans)
    return tuple(
        _verdict(match, Outcome.USED, used[at], target)
        if at in used
        else _verdict(match, Outcome.FORBIDDEN, bad[at], target)
        if at in bad
        else Verdict(match=match, outcome=Outcome.MISSING)
        for at, match in enumerate(matches)
    )


def _size(match: Match) -> int:
    """Return the length by which a match is placed: of its longest English.

    Of a person, of the name as it is asked for here: "Biden" comes after "Joe Biden", though
    "Joseph Biden" would do for it.
    """
    if match.entry.kind is Kind.PERSON:
        return len(match.entry.en)
    return max(map(len, _english(match)))


def _assign(
    matches: Sequence[Match],
    order: Iterable[int],
    target: str,
    taken: bytearray,
    spans_of: Callable[[Match, str], tuple[tuple[int, int], ...]],
) -> dict[int, tuple[int, int]]:
    """Give each match, in `order`, the first of its spans that is still free."""
    # A span that was refused once stays refused, so matches of one entry share an iterator.
    iterators: dict[tuple[str, str, bool], Iterator[tuple[int, int]]] = {}
    given: dict[int, tuple[int, int]] = {}
    for at in order:
        name = (matches[at].entry.id, matches[at].entry.en, matches[at].plural)
        if name not in iterators:
            iterators[name] = iter(spans_of(matches[at], target))
        span = next((span for span in iterators[name] if _take(span, taken)), None)
        if span:
            given[at] = span
    return given


def _wanted_spans(match: Match, target: str) -> tuple[tuple[int, int], ...]:
    """Places of the English of a match.

    People and places are compared letter by letter ("Peters" is not "Peter"), families aside
    ("the Peters" for "les Peter"). Offices lose their capitals in the plural.
    """
    if match.entry.kind in {Kind.PERSON, Kind.PLACE}:
        spans = _names(match, target)
    else:
        generic = match.plural and match.entry.kind in {Kind.ORGANISATION, Kind.TITLE}
        spans = locate(_english(match), target, capitals=not generic)
    if not spans or not match.entry.forbidden_en:
        return spans
    bad = _forbidden_spans(match, target)
    return tuple(span for span in spans if not any(_inside(span, wider) for wider in bad))


def _inside(span: tuple[int, int], wider: tuple[int, int]) -> bool:
    """Whether `span` is a part of `wider`, not all of it."""
    return wider[0] <= span[0] and span[1] <= wider[1] and span != wider


def _names(match: Match, target: str) -> tuple[tuple[int, int], ...]:
    spans = locate(_english(match), target, exact=True)
    if match.entry.kind is not Kind.PERSON:
        return spans
    family = locate([f"{_THE}{name}s" for name in _english(match)], target, exact=True)
    return tuple(sorted((*spans, *((start + len(_THE), end) for start, end in family))))


def _forbidden_spans(match: Match, target: str) -> tuple[tuple[int, int], ...]:
    return locate(match.entry.forbidden_en, target)


def _english(match: Match) -> tuple[str, ...]:
    return (match.entry.en, *match.entry.forms_en)


def _verdict(match: Match, outcome: Outcome, span: tuple[int, int], target: str) -> Verdict:
    start, end = span
    return Verdict(match=match, outcome=outcome, start=start, end=end, found=target[start:end])
