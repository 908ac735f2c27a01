"""A set of data as the gate sees it: a fingerprint, and figures of which more is better."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from translate.engines.base import Engine
from translate.evaluating import Corpus, System, translated

Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A set of data.

    Attributes:
        content: gives what the fingerprint is taken of, piece by piece.
        measure: gives its figures by name, 0 to 100 as a rule.
        margin: how far below the measured value a floor is set. Figures that pass through the int8
            kernels of a processor differ a little between processors; the others do not.
    """

    name: str
    content: Callable[[], Iterable[bytes]]
    measure: Callable[[], Figures]
    margin: float = 0.0

    def fingerprint(self) -> str | None:
        """Return the SHA-256 of the data, hexadecimal; None when the set is not there."""
        made = hashlib.sha256()
        try:
            for piece in self.content():
                made.update(len(piece).to_bytes(8, "big") + piece)
        except FileNotFoundError:
            return None
        return made.hexdigest()


def files(paths: Sequence[Path]) -> Iterator[bytes]:
    """Yield the names and bytes of files.

    Raises:
        FileNotFoundError: one of them is not there.
    """
    for path in paths:
        yield path.name.encode()
        yield path.read_bytes()


def scored(script: Path, *arguments: str, answers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return what a scorer says of `answers`: the JSON at the end of what it prints.

    "{}" among the arguments is the file of answers, as JSON Lines.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "answers.jsonl"
        lines = (json.dumps(answer, ensure_ascii=False) + "\n" for answer in answers)
        out.write_text("".join(lines), encoding="utf-8")
        command = [str(out) if part == "{}" else part for part in arguments]
        done = subprocess.run(
            [sys.executable, str(script), *command], check=True, capture_output=True, text=True
        )
    shown = done.stdout.rstrip()
    start = 0 if shown.startswith("{") else shown.rindex("\n") + 1
    found: dict[str, Any] = json.loads(shown[start:])
    return found


@cache
def engine() -> Engine:
    """Return the embedded model on the default engine, loaded once."""
    from translate.engines.registry import DEFAULT_ENGINE, create
    from translate.models import store

    return create(DEFAULT_ENGINE, store.resolve("embedded"))


def translation(corpus: Corpus, glossaries: Sequence[Path] = ()) -> System:
    """Return a corpus translated by the whole pipeline, with the starter glossary and more."""
    import glossary
    from translate.pipeline import Settings, Translator

    words = glossary.merge([glossary.starter(), *(glossary.load([path]) for path in glossaries)])
    translator = Translator(engine(), words, Settings(summary_sentences=0))
    return translated("embedded", translator, corpus.sources)


def scores(corpus: Corpus, system: System) -> Figures:
    """Return BLEU and chrF of a translated corpus."""
    from sacrebleu.metrics import BLEU, CHRF

    references = [list(reference) for reference in corpus.references]
    texts = list(system.hypotheses)
    return {
        "BLEU": BLEU().corpus_score(texts, references).score,
        "chrF": CHRF().corpus_score(texts, references).score,
    }


def share(right: int, total: int) -> float:
    """Return a percentage."""
    return 100 * right / total
