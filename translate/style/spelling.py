"""American and British spelling of single words, where the word and its neighbours leave no doubt.

The pairs come from the word lists of SCOWL (Kevin Atkinson), see ``data/README.md``. British means
the spelling of the British press: -ise, not the -ize of Oxford. A word with a capital is taken for
a part of a name ("Department of Defense", "Pearl Harbor") unless it opens the sentence and small
letters follow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.style.tables import contexts, listed, names, respellings
from translate.style.values import Spelling
from translate.values import Span

_TOKEN = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d_]+)(?P<tail>['’][^\W\d_]+)?")
_CHUNK = re.compile(r"\S+")
#: What makes a run without blanks an address, a handle, a path: its letters are no words.
_OPAQUE = re.compile(r"[/\\@#_]|\w\.\w")
_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """``text[start:end]`` is `old` and becomes `new`."""

    start: int
    end: int
    old: str
    new: str

    def within(self, spans: Sequence[Span]) -> bool:
        """Return whether it touches one of `spans`."""
        return any(self.start < span.end and span.start < self.end for span in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    word: str
    tail: str
    start: int
    end: int
    gap: str

    @property
    def small(self) -> str:
        """The word in small letters with its tail ("driver's")."""
        return (self.word + self.tail.replace("’", "'")).lower()


def respelt(text: str, spelling: Spelling) -> tuple[Change, ...]:
    """Return the words of `text` that `spelling` has otherwise, in order.

    Args:
        text: one English sentence. spelling: AS_IS gives no change.
    """
    if spelling is Spelling.AS_IS:
        return ()
    tokens = _tokens(text)
    table, senses = respellings(spelling), contexts(spelling)
    opaque = [hit.span() for hit in _CHUNK.finditer(text) if _OPAQUE.search(hit[0].rstrip(".,;:"))]
    starts = [start for start, _ in opaque]
    every = frozenset(token.small for token in tokens)
    changes = []
    for index, token in enumerate(tokens):
        word = token.word.lower()
        new = table.get(word) or (word in senses and _in_context(tokens, index, spelling, every))
        if not new or not _is_word(tokens, index):
            continue
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < opaque[at][1]:
            continue
        new = new.capitalize() if token.word[0].isupper() else new
        end = token.start + len(token.word)
        changes.append(Change(start=token.start, end=end, old=token.word, new=new))
    return tuple(changes)


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return `text` with the changes, which do not overlap."""
    pieces, at = [], 0
    for change in sorted(changes, key=lambda change: change.start):
        pieces += [text[at : change.start], change.new]
        at = change.end
    return "".join([*pieces, text[at:]])


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    for hit in _TOKEN.finditer(text):
        tokens.append(
            _Token(
                word=hit["word"] or hit["number"],
                tail=hit["tail"] or "",
                start=hit.start(),
                end=hit.end(),
                gap=text[at : hit.start()],
            )
        )
        at = hit.end()
    return tokens


def _in_context(
    tokens: Sequence[_Token], index: int, spelling: Spelling, every: frozenset[str]
) -> str:
    """Return what a word with several senses becomes here, "" where its neighbours do not tell."""
    before, after = _before(tokens, index), _after(tokens, index)
    for rule in contexts(spelling)[tokens[index].word.lower()]:
        if rule.before.holds(*before) and rule.after.holds(*after) and rule.sentence.holds(*every):
            return rule.becomes
    return ""


def _before(tokens: Sequence[_Token], index: int) -> tuple[str, ...]:
    """Return the word before, and "#" or "#-" where it is a number."""
    gap = tokens[index].gap
    if not index or gap.strip() not in {"", *_HYPHENS}:
        return ()
    word = tokens[index - 1].small
    if word.isdigit() or word in listed("number"):
        return (word, "#", "#-") if gap in _HYPHENS else (word, "#")
    return (word,)


def _after(tokens: Sequence[_Token], index: int) -> tuple[str, ...]:
    if index + 1 == len(tokens) or tokens[index + 1].gap.strip() not in {"", *_HYPHENS}:
        return ()
    return (tokens[index + 1].small,)


def _is_word(tokens: Sequence[_Token], index: int) -> bool:
    """Return whether a token is a common English word, no name or part of one, and not French."""
    token = tokens[index]
    joined = [tokens[index - 1]] if index and token.gap in _HYPHENS else []
    if index + 1 < len(tokens) and tokens[index + 1].gap in _HYPHENS:
        joined.append(tokens[index + 1])
    if any(not other.word.islower() and not other.word.isdigit() for other in joined):
        return False
    if _is_french(tokens, index):
        return False
    if token.word.islower():
        return True
    return index == 0 and token.word.istitle() and _opens_sentence(tokens)


def _opens_sentence(tokens: Sequence[_Token]) -> bool:
    """Return whether the first word has its capital from its place alone."""
    if tokens[0].word.lower() in names():
        return False
    # The words between may be parts of a name: "Organization for Security and Cooperation".
    for token in tokens[1:]:
        if token.word.lower() not in listed("inside_names"):
            return token.word.islower() or token.word.isdigit()
    return len(tokens) > 1


def _is_french(tokens: Sequence[_Token], index: int) -> bool:
    """Return whether a French word stands before it, or after it ("programme commun de ...")."""
    near = [tokens[index - 1]] if index and tokens[index].gap.isspace() else []
    for token in tokens[index + 1 : index + 3]:
        if not token.gap.isspace():
            break
        near.append(token)
    return any(token.word in listed("french") for token in near)
