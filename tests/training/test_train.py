"""Training on a sample made here: it learns, stops, goes on, and its result runs in our engines."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import sentencepiece

from training.config import Architecture, Plan

pytestmark = pytest.mark.torch
SMALL = Architecture(width=64, heads=2, feed_forward=128, encoder_layers=2, decoder_layers=1)
QUICK = Plan(batch=1_200, micro_batch=600, matrix_rate=0.02, other_rate=4e-3, warmup=5)
_WORDS = {
    "le port": "the port", "la mairie": "the town hall", "le maire": "the mayor",
    "une grève": "a strike", "la pêche": "fishing", "le vote": "the vote",
}  # fmt: skip
_VERBS = {"annonce": "announces", "refuse": "refuses", "prépare": "prepares", "suspend": "suspends"}


def _sample(count: int, seed: int) -> list[tuple[str, str]]:
    draw = random.Random(seed)
    rows = []
    for _ in range(count):
        who, what = draw.choice(list(_WORDS.items())), draw.choice(list(_WORDS.items()))
        verb, number = draw.choice(list(_VERBS.items())), draw.randrange(10, 99)
        rows.append(
            (f"{who[0]} {verb[0]} {what[0]} {number}", f"{who[1]} {verb[1]} {what[1]} {number}")
        )
    return rows


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    """Small matrices go faster on one thread, above all on a busy machine."""
    import torch

    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a tokenizer and arrays ``train`` and ``dev`` of the sample."""
    from training import arrays

    folder = tmp_path_factory.mktemp("training")
    rows = _sample(600, 1)
    (folder / "text").write_text("\n".join(side for row in rows for side in row), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "text"), model_prefix=str(folder / "spm"), vocab_size=120,
        pad_id=-1, bos_id=-1, eos_id=0, unk_id=1, split_digits=True, hard_vocab_limit=False,
        minloglevel=2,
    )  # fmt: skip
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    ids = {pieces.id_to_piece(number): number for number in range(pieces.get_piece_size())}
    ids["<pad>"] = len(ids)
    (folder / "vocab.json").write_text(json.dumps(ids), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((folder / "spm.model").read_bytes())
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"source_lang": "fr", "target_lang": "en", "tokenizer_class": "MarianTokenizer"})
    )
    for name, some in (("train", rows), ("dev", _sample(40, 2))):
        encoded = [(pieces.encode(fr), pieces.encode(en)) for fr, en in some]
        arrays.save(folder / f"{name}.npz", arrays.pack(encoded, longest=60))
    return folder


def _job(desk: Path, work: Path, **more: object):  # type: ignore[no-untyped-def]
    from training.run import Job

    given = {"updates": 60, "dev": ("dev",), "plan": QUICK, "shape": SMALL} | more
    return Job(data=desk, mix={"train": 1.0}, work=work, tokenizer=desk, **given)  # type: ignore[arg-type]


def _perplexity(said: list[str]) -> float:
    return float(next(line for line in said if line.startswith("dev:")).split()[-1])


def test_it_learns_goes_on_and_runs_in_our_engines(desk: Path, tmp_path: Path) -> None:
    """A run, a second one that goes on, a decay; the model then translates what it never saw."""
    from training.run import run
    from translate.engines.base import Decoding, Request
    from translate.engines.ct2 import CT2Engine
    from translate.engines.marian import MarianEngine
    from translate.models.checkpoint import read_vocabulary

    said: list[str] = []
    run(_job(desk, tmp_path), said.append)
    first = _perplexity(said)
    said.clear()
    run(_job(desk, tmp_path), said.append)
    assert said[0] == "going on at update 60"
    second = _perplexity(said)
    said.clear()
    run(_job(desk, tmp_path, updates=120, decay=True), said.append)
    last = _perplexity(said)
    assert last < second < first
    folder = tmp_path / "model"
    assert read_vocabulary(folder)
    unseen = [row for row in _sample(60, 3) if row not in _sample(600, 1)][:20]
    requests = [Request(text=fr) for fr, _ in unseen]
    ours = CT2Engine(folder, quantization="float32").translate(requests, decoding=Decoding())
    reference = MarianEngine(folder).translate(requests, decoding=Decoding())
    assert [one.text for one in ours] == [one.text for one in reference]
    right = sum(one.text == en for one, (_, en) in zip(ours, unseen, strict=True))
    assert right >= 15, [one.text for one in ours]
