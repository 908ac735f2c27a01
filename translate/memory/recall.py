"""What a run asks of a memory; a memory that fails is told once and done without."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from translate.engines.base import Engine
from translate.memory.decodes import RememberingEngine
from translate.memory.similar import Match, best_like, difference
from translate.memory.store import Memory
from translate.memory.values import Entry, Kind, MemoryFileError
from translate.values import Article, Finding, Level, Origin, Segment, Status

RULE = "memory"
#: Characters of a remembered text that a remark shows.
_SHOWN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The English that stands for one sentence, and what else is remembered of it."""

    entry: Entry
    others: tuple[Entry, ...] = ()
    same_article: bool = False

    @property
    def origin(self) -> Origin:
        """Return "human" for what a person of this desk wrote, "memory" for what was imported."""
        return Origin.HUMAN if self.entry.kind is Kind.HUMAN else Origin.MEMORY

    @property
    def status(self) -> Status:
        """Return "reviewed" for what a person of this desk wrote."""
        return Status.REVIEWED if self.entry.kind is Kind.HUMAN else Status.UNREVIEWED


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What is remembered of an article: by segment id, and a digest of it, "" if nothing is."""

    by_segment: Mapping[str, Remembered] = field(default_factory=dict)
    digest: str = ""


class Recall:
    """A memory as a run uses it.

    Args:
        memory: open; `close` closes it.
        tell: hears why the memory is not used any further, once.
    """

    def __init__(self, memory: Memory, tell: Callable[[str], None]) -> None:
        self._memory = memory
        self._tell = tell
        self._fault: MemoryFileError | None = None
        self._said: set[str] = set()
        self._engine: RememberingEngine | None = None

    def engine(self, engine: Engine) -> Engine:
        """Return `engine` with the memory before it."""
        self._engine = RememberingEngine(engine, self._memory.database, self._told)
        return self._engine

    def close(self) -> None:
        """Write what is still to be kept, and let the memory go."""
        if self._engine:
            self._engine.flush()
        self._memory.close()

    @property
    def is_empty(self) -> bool:
        """Whether no person's sentence is remembered."""
        try:
            return bool(self._fault) or self._memory.is_empty()
        except MemoryFileError as fault:
            self._give_up(fault)
            return True

    def exact(self, article: Article, segments: Sequence[Segment]) -> Recalled:
        """Return what people wrote for the very sentences of `article`."""
        if self._fault:
            return Recalled()
        try:
            known = self._memory.exact(segment.text for segment in segments)
        except MemoryFileError as fault:
            self._give_up(fault)
            return Recalled()
        own = identity(article.source, article.digest)
        by_segment = {
            segment.id: _chosen(known[segment.text], own, segment.id)
            for segment in segments
            if segment.text in known
        }
        return Recalled(by_segment=by_segment, digest=_digest(by_segment))

    def findings(self, segments: Sequence[Segment], recalled: Recalled) -> Iterator[Finding]:
        """Yield where remembered English comes from, and what is like the other sentences."""
        yield from _provenance(recalled)
        for segment in segments:
            found = recalled.by_segment.get(segment.id)
            if found and found.others:
                yield _other_words(segment, found.others)
            elif not found and (match := self._similar(segment.text)):
                yield _likeness(segment, match)

    def _similar(self, text: str) -> Match | None:
        if self._fault:
            return None
        try:
            return best_like(self._memory.database, text)
        except MemoryFileError as fault:
            self._give_up(fault)
            return None

    def _give_up(self, fault: MemoryFileError) -> None:
        self._fault = fault
        self._told(fault)

    def _told(self, fault: MemoryFileError) -> None:
        if str(fault) not in self._said:
            self._said.add(str(fault))
            self._tell(f"{fault}; going on without it")


def identity(source: str, digest: str) -> str:
    """Return what tells one article from another, "" if unknown.

    That is the digest of its file, however it is called, and its place in it ("port.txt#2").
    """
    part = source.rpartition("#")[2] if "#" in source else ""
    return f"{digest}#{part}" if part.isdecimal() and digest else digest


def _chosen(entries: Sequence[Entry], own: str, row: str) -> Remembered:
    """Choose among `entries` (people's first, newest first): this row's, this article's, newest."""
    first = entries[0].kind
    rivals = [entry for entry in entries if entry.kind is first]
    best = min(
        rivals,
        key=lambda entry: (
            not own or (entry.digest, entry.row) != (own, row),
            not own or entry.digest != own,
        ),
    )
    # What the same article has elsewhere, in other words, was put there on purpose.
    others = {
        entry.target: entry
        for entry in reversed(rivals)
        if entry.target != best.target and not (own and entry.digest == own == best.digest)
    }
    return Remembered(
        entry=best,
        others=tuple(others.values()),
        same_article=bool(own) and best.digest == own,
    )


def _digest(by_segment: Mapping[str, Remembered]) -> str:
    """Return 12 hexadecimal digits of all that is remembered, "" if nothing is."""
    if not by_segment:
        return ""
    lines = [f"{id_}\t{item.origin}\t{item.entry.target}" for id_, item in by_segment.items()]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "replace")).hexdigest()[:12]


def _provenance(recalled: Recalled) -> Iterator[Finding]:
    """Yield one remark for each article and file that others' sentences come from.

    The sentences say themselves that they are remembered; a remark for each would be a flood.
    """
    groups: dict[str, list[str]] = {}
    for id_, found in recalled.by_segment.items():
        if not found.same_article:
            groups.setdefault(_from(found.entry), []).append(id_)
    for source, ids in groups.items():
        if len(ids) == 1:
            yield _remark(ids[0], f"100 %: the English was {source}; see that it fits here")
        else:
            message = f"100 %: sentences {_ranges(ids)} were {source}; see that they fit here"
            yield _remark("", message)


def _ranges(ids: Sequence[str]) -> str:
    """Return numbers as readers see them, in runs: "2–5, 7"."""
    numbers = [int(id_.removeprefix("s")) for id_ in ids]
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _other_words(segment: Segment, others: Sequence[Entry]) -> Finding:
    told = "; ".join(f"“{_short(other.target)}” ({_from(other)})" for other in others[:3])
    return _remark(segment.id, f"remembered in other words too: {told}")


def _likeness(segment: Segment, match: Match) -> Finding:
    where = f", {match.article}" if match.article else ""
    message = (
        f"{match.percent} % like “{_short(match.source)}” ({match.kind}{where}, {match.made}); "
        f"here {difference(segment.text, match.source)}"
    )
    return _remark(segment.id, message, _short(match.target))


def _from(entry: Entry) -> str:
    """Say where an entry comes from: "written for port.txt by A. B. on 2026-11-28"."""
    human = entry.kind is Kind.HUMAN
    place = f" {'for' if human else 'from'} {entry.article}" if entry.article else ""
    author = f" by {entry.author}" if entry.author else ""
    return f"{'written' if human else 'imported'}{place}{author} on {entry.made.date()}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _remark(segment: str, message: str, suggestion: str = "") -> Finding:
    return Finding(
        rule=RULE, level=Level.INFO, segment=segment, message=message, suggestion=suggestion
    )
