"""Results of the model come back exactly, under all that decides them; a fault costs nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import glossary
from tests.memory.helpers import entry, filled, sentence
from translate.engines.base import Decoding, Engine, Hypothesis, Request, Term
from translate.engines.ct2 import CT2Engine
from translate.engines.pseudo import PseudoEngine
from translate.memory.database import Database
from translate.memory.decodes import BATCH, RememberingEngine
from translate.memory.recall import Recall
from translate.memory.store import Memory
from translate.pipeline import Settings, Translator
from translate.reading import read_bytes
from translate.rendering import to_markdown
from translate.values import Span

FR = "Le port de Kervanec rouvre lundi."
DECODING = Decoding()


class Counting(PseudoEngine):
    """The pseudo engine, counting what it is asked."""

    def __init__(self, **identity: str) -> None:
        super().__init__(Path())
        self.info = replace(self.info, **identity)
        self.asked: list[Request] = []

    def translate(self, requests: Sequence[Request], **more: object) -> list[Hypothesis]:
        del more
        self.asked += requests
        return [
            Hypothesis(text=f"{len(self.asked)}: {r.text}", score=-0.123456789, pieces=2)
            for r in requests
        ]


Remembering = Callable[..., tuple[Counting, RememberingEngine]]


@pytest.fixture
def remembering(tmp_path: Path) -> Remembering:
    """Return a call that gives a new engine before one and the same memory."""
    database = Database(tmp_path / "memory.sqlite")

    def make(**identity: str) -> tuple[Counting, RememberingEngine]:
        engine = Counting(**identity)
        return engine, RememberingEngine(engine, database, lambda fault: pytest.fail(str(fault)))

    yield make
    database.close()


def test_a_second_call_decodes_nothing(remembering: Remembering) -> None:
    """Text, score to the last bit, pieces: the hypothesis is the same; progress is counted."""
    requests = [Request(text=FR), Request(text="Oui."), Request(text=FR)]
    _, first = remembering()
    made = first.translate(requests, decoding=DECODING)
    first.flush()
    engine, second = remembering()
    counted: list[int] = []
    assert second.translate(requests, decoding=DECODING, progress=counted.append) == made
    assert engine.asked == []
    assert counted == [6, 1, 6]
    assert second.hits == 3


TERM = Request(text=FR, terms=(Term(span=Span(start=3, end=7), en="harbor"),))


@pytest.mark.parametrize(
    ("identity", "decoding", "request_"),
    [
        ({"digest": "1" * 64}, DECODING, Request(text=FR)),
        ({"precision": "int8"}, DECODING, Request(text=FR)),
        ({"engine": "other"}, DECODING, Request(text=FR)),
        ({}, Decoding(beam=1), Request(text=FR)),
        ({}, Decoding(repetition_penalty=1.2), Request(text=FR)),
        ({}, DECODING, Request(text=FR + " ")),
        ({}, DECODING, TERM),
        ({}, DECODING, replace(TERM, terms=(replace(TERM.terms[0], en="port"),))),
    ],
)
def test_whatever_decides_the_result_is_in_the_key(
    remembering: Remembering, identity: dict[str, str], decoding: Decoding, request_: Request
) -> None:
    """Another model, precision, engine, decoding, French, or wanted English is decoded anew."""
    _, first = remembering()
    first.translate([Request(text=FR)], decoding=DECODING)
    first.flush()
    engine, second = remembering(**identity)
    second.translate([request_], decoding=decoding)
    assert engine.asked == [request_]


def test_results_are_known_before_they_are_written(remembering: Remembering) -> None:
    """What waits to be written answers too; many results are written without being asked to."""
    engine, first = remembering()
    requests = [Request(text=sentence(number)) for number in range(BATCH)]
    made = first.translate(requests[:3], decoding=DECODING)
    assert first.translate(requests[:3], decoding=DECODING) == made
    assert len(engine.asked) == 3
    first.translate(requests, decoding=DECODING)
    other, second = remembering()
    assert second.translate(requests[:3], decoding=DECODING) == made
    assert other.asked == []


def test_what_failed_is_tried_again(remembering: Remembering, tmp_path: Path) -> None:
    """A failure is no result."""

    class Failing(Counting):
        def translate(self, requests: Sequence[Request], **more: object) -> list[Hypothesis]:
            del more
            self.asked += requests
            return [Hypothesis(text="", score=float("-inf"), failed="too long") for _ in requests]

    engine = Failing()
    database = Database(tmp_path / "other.sqlite")
    again = RememberingEngine(engine, database, lambda fault: pytest.fail(str(fault)))
    for _ in range(2):
        assert again.translate([Request(text=FR)], decoding=DECODING)[0].failed == "too long"
    assert len(engine.asked) == 2
    database.close()


ARTICLE = (
    "La préfète Oriane Valquevère a reçu lundi Bertil Skovgaard à Plouzarnec.\n\n"
    "Mme Valquevère a fait saisir 4 317 tonnes de ferraille au port de Kerzelec. "
    "Le ministre des Affaires étrangères n'a pas exclu un cessez-le-feu.\n\n"
    "M. Skovgaard a refusé 2,8 millions d'euros, selon Taddeo Brunacci.\n"
)


def _page(engine: Engine, memory: Path | None, text: str = ARTICLE) -> str:
    recall = Recall(Memory(memory), pytest.fail) if memory else None
    translator = Translator(engine, glossary.starter(), Settings(), recall)
    [article] = read_bytes(text.encode(), name="article.txt", any_language=True)
    page = to_markdown(translator.translate([article])[0])
    if recall:
        recall.close()
    return page


def _decodes(path: Path) -> int:
    memory = Memory(path)
    count = memory.counts().decodes
    memory.close()
    return count


def test_a_page_is_the_same_with_and_without_hits(embedded: Path, tmp_path: Path) -> None:
    """On the embedded model, byte for byte: no memory, an empty, a full, a partly full one."""
    engine, memory = CT2Engine(embedded), tmp_path / "memory.sqlite"
    plain = _page(engine, None)
    assert _page(engine, memory) == plain
    decodes = _decodes(memory)
    assert decodes >= 4
    assert _page(engine, memory) == plain
    assert _decodes(memory) == decodes
    longer = ARTICLE + "\nLe conseil municipal votera jeudi le budget de la ville.\n"
    assert _page(engine, memory, longer) == _page(engine, None, longer)


def test_a_memory_that_cannot_be_written_is_told_once_and_done_without(tmp_path: Path) -> None:
    """A full file: what is known still helps, the run goes on, one message."""
    memory = Memory(tmp_path / "memory.sqlite")
    with memory.database.reading() as link:
        pages = link.execute("PRAGMA page_count").fetchone()[0]
        link.execute(f"PRAGMA max_page_count={pages + 24}")
    told: list[str] = []
    recall = Recall(memory, told.append)
    engine = recall.engine(PseudoEngine(Path()))
    for number in range(4 * BATCH):
        engine.translate([Request(text=sentence(number))], decoding=DECODING)
    assert len(told) == 1
    assert "disk is full; going on without it" in told[0]
    kept = memory.counts().decodes
    assert 0 < kept < 4 * BATCH
    assert memory.database.problems() == []
    engine.translate([Request(text=sentence(0))], decoding=DECODING)
    assert engine.hits == 1  # type: ignore[attr-defined]
    memory.close()


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_memory_that_may_not_be_written_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk's memory on a read-only share gives its sentences and takes none."""
    path = tmp_path / "memory.sqlite"
    filled(path, entry(FR, "The port of Kervanec is reopening Monday.")).close()
    # Root may write anything, so the answer of the system is played.
    monkeypatch.setattr("translate.memory.database.os.access", lambda *_: False)
    before = path.read_bytes()
    assert "The port of Kervanec is reopening Monday." in _page(
        PseudoEngine(Path()), path, FR + " Il fera beau demain à Plouzarnec.\n"
    )
    assert path.read_bytes() == before
