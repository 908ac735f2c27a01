"""Scores are those of the sacrebleu command on the same files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from tests.evaluating.sets import news, worn, write
from translate.evaluating import Corpus, System, given
from translate.evaluating.scores import corpus_scores, sentence_scores

RESAMPLES = 200


CELL = re.compile(r"([\d.]+) \(([\d.]+) ± ([\d.]+)\)(?: \(p = ([\d.]+)\))?")


def _sacrebleu(*arguments: str) -> str:
    command = [
        sys.executable,
        "-m",
        "sacrebleu",
        *arguments,
        "-m",
        "bleu",
        "chrf",
        "ter",
        "-w",
        "6",
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the set as plain files: two references, a system, a weaker one."""
    folder = tmp_path_factory.mktemp("scores")
    reference = news().references[0]
    texts = {
        "reference": reference,
        "second": worn(reference, 9),
        "system": worn(reference, 7),
        "baseline": worn(reference, 3),
    }
    return {name: str(write(folder / name, lines)) for name, lines in texts.items()}


@pytest.mark.parametrize("references", [1, 2])
@pytest.mark.parametrize("plus", [False, True])
def test_single_scores_are_sacrebleus(files: dict[str, str], references: int, plus: bool) -> None:
    """BLEU, chrF, chrF++ and TER with one and two references, signatures included."""
    paths = [files["reference"], files["second"]][:references]
    words = "2" if plus else "0"
    shown = _sacrebleu(*paths, "-i", files["system"], "--chrf-word-order", words, "-f", "json")
    rows = json.loads(shown)
    corpus = _corpus(references)
    (scores,) = corpus_scores(corpus, [_system()], plus=plus, resamples=RESAMPLES)
    assert [score.metric for score in scores] == [row["name"] for row in rows]
    for score, row in zip(scores, rows, strict=True):
        assert score.value == pytest.approx(row["score"], abs=1e-5)
        parts = str(row["signature"]).split("|")
        assert set(parts) <= set(score.signature.split("|"))


def test_the_paired_bootstrap_is_sacrebleus(files: dict[str, str]) -> None:
    """Scores, intervals and p-values are those of --paired-bs with the same seed."""
    paths = [files["baseline"], files["system"]]
    resamples = str(RESAMPLES)
    # Its JSON fails on NumPy 2, so the table is read.
    shown = _sacrebleu(
        files["reference"], "-i", *paths, "--paired-bs", "--paired-bs-n", resamples, "-f", "latex"
    )
    theirs = [line for line in shown.splitlines() if CELL.search(line)]
    systems = [given("baseline", worn(news().references[0], 3)), _system()]
    found = corpus_scores(_corpus(1), systems, resamples=RESAMPLES)
    for line, scores in zip(theirs, found, strict=True):
        for cell, score in zip(CELL.findall(line), scores, strict=True):
            ours = [score.value, score.mean, score.interval]
            assert ours == pytest.approx([float(figure) for figure in cell[:3]], abs=1e-5)
            assert score.p_value == (pytest.approx(float(cell[3]), abs=1e-4) if cell[3] else None)


def test_the_seed_is_kept_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """One seed, one interval, named in the signature; the environment is left as it was."""
    monkeypatch.setenv("SACREBLEU_SEED", "99")
    one, again, other = (
        corpus_scores(_corpus(1), [_system()], resamples=RESAMPLES, seed=seed)[0][0]
        for seed in (7, 7, 8)
    )
    assert one == again
    assert one.mean != other.mean
    assert "seed:7" in one.signature
    monkeypatch.delenv("SACREBLEU_SEED")
    corpus_scores(_corpus(1), [_system()], resamples=2)
    assert "SACREBLEU_SEED" not in os.environ


def test_the_same_text_is_no_significant_difference() -> None:
    """A system against itself: no difference, and no small p."""
    found = corpus_scores(_corpus(1), [_system(), _system()], resamples=RESAMPLES)
    for baseline, system in zip(*found, strict=True):
        assert baseline.value == system.value
        assert baseline.p_value is None
        assert system.p_value is not None
        assert system.p_value < 1


def test_sentence_scores_tell_the_best_from_the_worst() -> None:
    """A sentence that is its reference has chrF 100, an empty one 0."""
    corpus = _corpus(1)
    lines = list(corpus.references[0])
    lines[4] = ""
    scores = sentence_scores(corpus, given("x", lines))
    assert scores[4] == 0
    assert scores[5] == pytest.approx(100)


def _corpus(references: int) -> Corpus:
    found = news()
    both = (found.references[0], worn(found.references[0], 9))
    return Corpus(name="news", sources=found.sources, references=both[:references])


def _system() -> System:
    return given("system", worn(news().references[0], 7))
