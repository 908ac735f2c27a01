"""Which words translate which: eflomal both ways, links that both agree on."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpora import Pair

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['’]?|\d+(?:[.,\u00a0\u202f ]\d+)*|[^\w\s]")

Place = tuple[int, int]
#: One line of tokens per sentence, for both sides -> links (source token, target token).
Aligner = Callable[[Sequence[str], Sequence[str]], list[frozenset[tuple[int, int]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A pair with the places of its words and the links between them (indices of words)."""

    pair: Pair
    source: tuple[Place, ...]
    target: tuple[Place, ...]
    links: frozenset[tuple[int, int]]


def align(pairs: Sequence[Pair], aligner: Aligner | None = None) -> list[Aligned]:
    """Return `pairs` with word alignment; by `eflomal_links` unless told."""
    places = [(words(french), words(english)) for french, english in pairs]
    sides = [
        [_line(pair[side], place[side]) for pair, place in zip(pairs, places, strict=True)]
        for side in (0, 1)
    ]
    links = (aligner or eflomal_links)(sides[0], sides[1])
    return [
        Aligned(pair=pair, source=place[0], target=place[1], links=own)
        for pair, place, own in zip(pairs, places, links, strict=True)
    ]


def words(text: str) -> tuple[Place, ...]:
    """Return where the words, figures and marks of `text` stand; elided words are their own."""
    return tuple(hit.span() for hit in _WORD.finditer(text))


def eflomal_links(
    sources: Sequence[str], targets: Sequence[str]
) -> list[frozenset[tuple[int, int]]]:
    """Align with eflomal (Östling & Tiedemann 2016); links found in both directions.

    Raises:
        ValueError: when eflomal is not installed.
    """
    try:
        import eflomal
    except ImportError as error:
        raise ValueError("eflomal is not installed: pip install '.[training]'") from error
    with tempfile.TemporaryDirectory() as scratch:
        forward, back = Path(scratch) / "forward", Path(scratch) / "back"
        eflomal.Aligner().align(
            sources,
            targets,
            links_filename_fwd=str(forward),
            links_filename_rev=str(back),
            quiet=True,
        )
        both = [path.read_text(encoding="utf-8").splitlines() for path in (forward, back)]
    return [_links(one) & _links(other) for one, other in zip(*both, strict=True)]


def _links(line: str) -> frozenset[tuple[int, int]]:
    pairs = (link.split("-") for link in line.split())
    return frozenset((int(source), int(target)) for source, target in pairs)


def _line(text: str, places: Sequence[Place]) -> str:
    """Return the words lower-cased with blanks between; an aligner takes no empty line."""
    folded = (re.sub(r"\s", "_", text[start:end].lower()) for start, end in places)
    return " ".join(folded).replace("’", "'") or "."
