"""The desk's pairs: read, cleaned, divided. What is left out is counted, with its reason."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from translate.adapting.values import Cleaned, Pair, Parts, TooFewPairsError
from translate.checks import check_pair
from translate.memory import exchange
from translate.memory.keys import key
from translate.memory.store import Memory
from translate.memory.values import Kind
from translate.values import Level

#: Rules whose errors say that the English is not that of the French. A desk's own way with names,
#: titles and marks is no fault here: it is what is to be learned.
BROKEN = ("mismatch", "omission", "repetition", "untranslated", "number")
#: Share of the pairs held out to measure on, the fewest and the most of them.
HELD_OUT, FEWEST, MOST = 0.1, 20, 500
#: Share of the pairs set aside to tell when training has to stop, and the fewest.
ASIDE, FEWEST_ASIDE = 0.1, 8
#: The fewest pairs to train on.
FEWEST_TRAINED = 12
#: How many others an English sentence is compared with to see whether it belongs to its French.
_OTHERS = 9

Fits = Callable[[Pair], bool]


def from_table(path: Path) -> tuple[list[Pair], int]:
    """Return the pairs of a file that `translate memory import` takes, and how many have a fault.

    Raises:
        InputError: the file cannot be read or is of no known format.
    """
    faults: list[str] = []
    marks = exchange.Marks(kind=None, file=path.name, now=dt.datetime.now(dt.UTC))
    entries = exchange.read(path, marks, lambda _line, reason: faults.append(reason))
    return [Pair(entry.source, entry.target) for entry in entries], len(faults)


def from_memory(memory: Memory) -> list[Pair]:
    """Return what people of this desk wrote, the newest last."""
    found = sorted(memory.entries([Kind.HUMAN]), key=lambda entry: entry.made)
    return [Pair(entry.source, entry.target) for entry in found]


def cleaned(pairs: Iterable[Pair], fits: Fits, *, faulty: int = 0) -> Cleaned:
    """Return the pairs that can be used; of one French sentence the last English counts.

    Args:
        fits: whether the model takes a pair whole.
        faulty: pairs that could not even be read.
    """
    counts: Counter[str] = Counter({"empty or unreadable": faulty})
    last: dict[bytes, Pair] = {}
    for pair in pairs:
        if not (pair.source.strip() and pair.target.strip()):
            counts["empty or unreadable"] += 1
            continue
        own = key(pair.source)
        counts["duplicate"] += own in last
        last[own] = pair
    kept = []
    for pair in last.values():
        if not fits(pair):
            counts["too long for the model"] += 1
        elif _broken(pair):
            counts["broken, the checks say"] += 1
        else:
            kept.append(pair)
    return Cleaned(pairs=tuple(kept), left_out={why: n for why, n in counts.items() if n})


def without_strangers(found: Cleaned, drafts: Sequence[str]) -> Cleaned:
    """Leave out English that goes better with the French of other pairs than with its own.

    Args:
        drafts: the model's own English of each pair, which need not be good for this: nearly any
            draft is more like its own reference than like most others.
    """
    from rapidfuzz import fuzz

    count = len(found.pairs)
    others = range(1, min(_OTHERS, count - 1) + 1)
    kept = []
    for at, (pair, draft) in enumerate(zip(found.pairs, drafts, strict=True)):
        strange = [
            fuzz.token_sort_ratio(draft, found.pairs[(at + step * 7) % count].target)
            for step in others
            if (step * 7) % count
        ]
        own = fuzz.token_sort_ratio(draft, pair.target)
        if not strange or own > statistics.quantiles(strange, n=4)[2]:
            kept.append(pair)
    gone = count - len(kept)
    left_out = {**found.left_out, **({"English of another sentence": gone} if gone else {})}
    return Cleaned(pairs=tuple(kept), left_out=left_out)


def divided(pairs: Sequence[Pair]) -> Parts:
    """Divide `pairs` by a digest of the French: a pair stays where it is when others are added.

    Raises:
        TooFewPairsError: nothing would be left to train on.
    """
    count = len(pairs)
    least = FEWEST + FEWEST_ASIDE + FEWEST_TRAINED
    if count < least:
        raise TooFewPairsError(
            f"{count} usable pairs are too few to adapt a model: at least {least} are needed, "
            f"{FEWEST} of them to measure on; a glossary needs none"
        )
    held = min(max(round(count * HELD_OUT), FEWEST), MOST)
    aside = min(max(round(count * ASIDE), FEWEST_ASIDE), MOST)
    order = sorted(pairs, key=lambda pair: key(pair.source))
    return Parts(
        held_out=tuple(order[:held]),
        aside=tuple(order[held : held + aside]),
        train=tuple(order[held + aside :]),
    )


def _broken(pair: Pair) -> bool:
    found = check_pair(pair.source, pair.target, rules=BROKEN)
    return any(finding.level is Level.ERROR for finding in found)
