"""From the corpora of the manifest to token arrays: clean, select, vary, encode."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training import arrays, augment, cleaning, corpora, selection
from training.corpora import Corpus, Pair
from training.wire import wire_style

#: Tokens of the longest side that is trained on.
LONGEST = 160
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the text is.

    Attributes:
        folder: of the corpora. held_out: evaluation sets, whose sentences are not trained on.
        domain: files whose French is what the model is for; they steer `select`.
        dev: files that become arrays as they are.
    """

    folder: Path
    held_out: tuple[Path, ...] = ()
    domain: tuple[Path, ...] = ()
    dev: tuple[Path, ...] = ()


def prepare(
    sources: Sources,
    chosen: Sequence[Corpus],
    tokenizer: Path,
    out: Path,
    *,
    seed: int,
    tell: Callable[[str], None],
) -> None:
    """Write ``NAME.npz`` for each corpus and each development file to `out`.

    Raises:
        ValueError: when a corpus or the tokenizer is missing, or nothing of a corpus is left.
    """
    out.mkdir(parents=True, exist_ok=True)
    pieces = _pieces(tokenizer)
    held_out = cleaning.prints(
        itertools.chain.from_iterable(
            corpora.pairs(path) for path in (*sources.held_out, *sources.dev)
        )
    )
    texts = {
        corpus.name: list(
            cleaning.cleaned(corpora.read(sources.folder, corpus), held_out=held_out)
            if corpus.clean
            else corpora.read(sources.folder, corpus)
        )
        for corpus in chosen
    }
    for corpus in chosen:
        if corpus.select < 1:
            texts[corpus.name] = _selected(texts[corpus.name], corpus, sources, pieces)
    names = augment.Names.of([pair for rows in texts.values() for pair in rows])
    for corpus in chosen:
        chance = random.Random(f"{seed} {corpus.name}")
        rows = _varied(texts[corpus.name], corpus, names, chance)
        packed = arrays.pack(_encoded(rows, pieces), longest=LONGEST)
        arrays.save(out / f"{corpus.name}.npz", packed)
        tell(f"{corpus.name}: {len(texts[corpus.name])} pairs, {len(packed)} in the arrays")
    for path in sources.dev:
        name = path.name.split(".")[0]
        arrays.save(
            out / f"{name}.npz", arrays.pack(_encoded(corpora.pairs(path), pieces), longest=LONGEST)
        )
        tell(f"{name}: development")


def _selected(rows: list[Pair], corpus: Corpus, sources: Sources, pieces: Any) -> list[Pair]:
    domain = [french for path in sources.domain for french, _ in corpora.pairs(path)]
    if not domain:
        raise ValueError(f"{corpus.name} is to be selected from: name files like it with --domain")
    best = selection.nearest(
        pieces.encode([french for french, _ in rows]),
        pieces.encode(domain),
        keep=corpus.select,
        vocabulary=pieces.get_piece_size(),
    )
    return [rows[index] for index in best]


def _varied(
    rows: Sequence[Pair], corpus: Corpus, names: augment.Names, chance: random.Random
) -> Iterator[Pair]:
    for copy in range(corpus.copies):
        # The first of several copies is left as written.
        swap = corpus.swap * 2 * copy / (corpus.copies - 1) if corpus.copies > 1 else corpus.swap
        for pair in rows:
            french, english = augment.varied(
                pair, names, chance, swap=min(1.0, swap), unaccent=corpus.unaccent
            )
            yield french, wire_style(english)


def _encoded(rows: Iterable[Pair], pieces: Any) -> Iterator[tuple[list[int], list[int]]]:
    for some in _chunks(rows):
        yield from zip(
            pieces.encode([french for french, _ in some]),
            pieces.encode([english for _, english in some]),
            strict=True,
        )


def _chunks(rows: Iterable[Pair]) -> Iterator[list[Pair]]:
    every = iter(rows)
    while some := list(itertools.islice(every, _AT_ONCE)):
        yield some


def _pieces(tokenizer: Path) -> Any:
    import sentencepiece

    path = tokenizer / "source.spm"
    if not path.is_file():
        raise ValueError(f"{tokenizer} has no source.spm; run `python -m training subwords` first")
    return sentencepiece.SentencePieceProcessor(model_file=str(path))
