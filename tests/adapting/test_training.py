"""Mechanics on a tiny checkpoint: the loss, the loop, what is written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests import tiny
from tests.adapting import desk
from translate.adapting.network import Codec, Network
from translate.adapting.training import Data, train
from translate.adapting.values import Pair, Plan, Round

pytestmark = pytest.mark.torch


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tiny checkpoint."""
    return tiny.make(tmp_path_factory.mktemp("adapting") / "base")


def _data(base: Path, count: int = 30) -> Data:
    codec = Codec(base)
    pairs = [codec.pair(Pair(*row)) for row in desk.rows(count + 20)]
    short = [pair for pair in pairs if max(map(len, pair)) < 60]
    return Data(pairs=short[:-15], replay=short[-15:-8], aside=short[-8:], unreplayed=short[-12:-8])


def test_the_loss_is_that_of_transformers(base: Path) -> None:
    """The mean negative log-likelihood of a batch is what the library computes, padding apart."""
    network, data = Network(base, threads=1), _data(base)
    config, torch = network.model.config, network.torch
    for source, target in data.aside[:3]:
        want = network.model(
            input_ids=torch.tensor([[*source, config.eos_token_id]]),
            labels=torch.tensor([[*target, config.eos_token_id]]),
        ).loss
        found, count = network.loss([(source, target)], smoothing=0.0)
        assert float(found.detach()) == pytest.approx(float(want.detach()), rel=0.02)
        assert count == len(target) + 1
    together, count = network.loss(data.aside, smoothing=0.1)
    alone = [network.loss([pair], smoothing=0.1) for pair in data.aside]
    assert count == sum(tokens for _, tokens in alone)
    assert float(together.detach()) * count == pytest.approx(
        sum(float(mean.detach()) * tokens for mean, tokens in alone), rel=0.01
    )


def test_the_loss_falls_and_the_same_seed_gives_the_same(base: Path) -> None:
    """Training lowers the loss on pairs that it does not see, the same way each time."""
    plan = Plan(rate=0.01, rounds=3, seed=5)
    courses = []
    for _ in range(2):
        network, heard = Network(base, threads=1), list[Round]()
        courses.append(train(network, _data(base), plan, told=heard.append))
        assert tuple(heard) == courses[-1].rounds
        assert network.mean_loss(_data(base).aside, batch=4) == pytest.approx(
            courses[-1].loss, rel=0.01
        )
    first = courses[0]
    assert first == courses[1]
    assert first.best.loss < first.rounds[0].loss - 0.5
    assert first.memory[1] <= first.memory[0]


def test_training_that_helps_nothing_changes_nothing(base: Path) -> None:
    """With a rate that wrecks the model the old weights come back, after `patience` rounds."""
    network = Network(base, threads=1)
    before = network.state()
    course = train(network, _data(base), Plan(rate=30.0, warmup=1, rounds=9, patience=2))
    assert len(course.rounds) == 3
    assert course.best.number == 0
    after = network.state()
    assert all(network.torch.equal(before[name], after[name]) for name in before)


def test_what_is_written_is_read_everywhere(base: Path, tmp_path: Path) -> None:
    """transformers, our two engines and the store take the checkpoint; it is float16."""
    from safetensors.numpy import load_file
    from transformers import MarianMTModel

    from translate.engines.base import Decoding, Request
    from translate.engines.ct2 import CT2Engine
    from translate.engines.marian import MarianEngine
    from translate.models import store

    network = Network(base, threads=1)
    train(network, _data(base), Plan(rate=0.01, rounds=1))
    network.export(base, tmp_path / "desk")
    weights = load_file(str(tmp_path / "desk" / "model.safetensors"))
    assert {value.dtype for value in weights.values()} == {np.dtype("float16")}
    loaded = MarianMTModel.from_pretrained(str(tmp_path / "desk"))
    mine, theirs = network.model.state_dict(), loaded.float().state_dict()
    assert all(network.torch.allclose(mine[name], theirs[name], atol=1e-2) for name in theirs)
    requests = [Request(text="Le port de la ville a été fermé lundi matin.")]
    ours = CT2Engine(tmp_path / "desk", quantization="float32").translate(
        requests, decoding=Decoding(beam=1)
    )
    reference = MarianEngine(tmp_path / "desk").translate(requests, decoding=Decoding(beam=1))
    assert ours[0].text == reference[0].text
    assert store.add(str(tmp_path / "desk"), name="tiny-desk").name == "tiny-desk"
    assert store.verify("tiny-desk").name == "tiny-desk"
