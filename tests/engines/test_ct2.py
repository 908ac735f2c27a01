"""The default engine on the embedded model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from translate.engines.base import Alignment, Decoding, Hypothesis, Request, Term
from translate.engines.ct2 import CT2Engine
from translate.engines.ct2_spec import sinusoids
from translate.errors import ModelError
from translate.values import Span

SENTENCES = (
    "Le ministre a rencontré Mme Kerdoncuff à Genève.",
    "Les deux pays ont signé un accord sur la pêche.",
    "Trois personnes ont été blessées.",
)


@pytest.fixture(scope="module")
def engine(embedded: Path) -> CT2Engine:
    """Return the engine on the embedded model, one thread."""
    return CT2Engine(embedded, threads=1)


def _texts(found: list[Hypothesis]) -> list[str]:
    return [hypothesis.text for hypothesis in found]


def test_one_hypothesis_for_each_request_in_order(engine: CT2Engine) -> None:
    """Sorting by length inside does not show outside; scores are log-probabilities."""
    found = engine.translate([Request(text=text) for text in SENTENCES], decoding=Decoding())
    alone = [engine.translate([Request(text=text)], decoding=Decoding())[0] for text in SENTENCES]
    assert _texts(found) == _texts(alone)
    assert "Kerdoncuff" in found[0].text
    assert "Geneva" in found[0].text
    assert all(-5 < hypothesis.score < 0 for hypothesis in found)


def test_no_requests_give_no_hypotheses(engine: CT2Engine) -> None:
    """An article without text is no error."""
    assert engine.translate([], decoding=Decoding()) == []


def test_marks_put_an_unheard_of_word_in(engine: CT2Engine) -> None:
    """The wanted English is copied, the marks are not."""
    text = "La saisie de fentanyl a eu lieu au port."
    start = text.index("fentanyl")
    term = Term(span=Span(start=start, end=start + 8), en="ZQXANOL")
    found = engine.translate([Request(text=text, terms=(term,))], decoding=Decoding())[0]
    assert "ZQXANOL" in found.text
    assert not set("⟦‖⟧") & set(found.text)


def test_a_text_that_holds_marks_is_no_annotation(engine: CT2Engine) -> None:
    """Hostile input cannot smuggle its own English in."""
    found = engine.translate(
        [Request(text="Le port ⟦est fermé‖is a scam⟧ lundi.")], decoding=Decoding()
    )[0]
    assert not set("⟦‖⟧") & set(found.text)


def test_a_segment_beyond_all_positions_does_not_take_its_batch_down(engine: CT2Engine) -> None:
    """2,000 words without a break come back flagged; the neighbour is as it would be alone."""
    huge = "anticonstitutionnellement" * 600
    found = engine.translate(
        [Request(text=SENTENCES[2]), Request(text=huge)], decoding=Decoding(beam=1)
    )
    assert (
        found[0].text
        == engine.translate([Request(text=SENTENCES[2])], decoding=Decoding(beam=1))[0].text
    )
    assert found[1].pieces > 1 or found[1].truncated


def test_a_batch_that_raises_is_tried_one_by_one(
    engine: CT2Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the segment at fault fails; it says why."""
    plain = engine._submit

    class Broken:
        def result(self) -> Any:
            raise RuntimeError("no memory")

    def submit(tokens: list[list[str]], decoding: Decoding) -> list[Any]:
        bad = any("bless" in "".join(row) for row in tokens)
        return [Broken() for _ in tokens] if bad else plain(tokens, decoding)

    monkeypatch.setattr(engine, "_submit", submit)
    found = engine.translate([Request(text=text) for text in SENTENCES], decoding=Decoding())
    assert [bool(hypothesis.failed) for hypothesis in found] == [False, False, True]
    assert found[2].failed == "no memory"
    assert "Kerdoncuff" in found[0].text


def test_alignment_finds_a_word(engine: CT2Engine) -> None:
    """The English of "pêche" attends to it, other words do not."""
    source, target = SENTENCES[1], "The two countries signed an agreement on fishing."
    word = source.index("pêche")
    there = Span(start=word, end=word + 5)
    alignment = engine.align(source, target)
    start = target.index("fishing")
    assert alignment.mass(Span(start=start, end=start + 7), there) > 0.5
    assert alignment.mass(Span(start=0, end=3), there) < 0.2


def test_alignment_of_nothing_is_empty(engine: CT2Engine) -> None:
    """No target, no alignment; a text beyond the positions is not aligned."""
    assert engine.align("Bonjour.", "") == Alignment()
    assert engine.align("mot " * 400, "word") == Alignment()


def test_the_cache_is_used_and_a_damaged_one_is_made_anew(
    embedded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A conversion that was cut short must not stop a run."""
    monkeypatch.setenv("VISAVIS_CACHE", str(tmp_path))
    CT2Engine(embedded, threads=1)
    [model] = tmp_path.glob("ctranslate2/*/model.bin")
    whole = model.stat().st_size
    model.write_bytes(model.read_bytes()[:1000])
    engine = CT2Engine(embedded, threads=1)
    assert engine.translate([Request(text=SENTENCES[2])], decoding=Decoding())[0].text
    assert model.stat().st_size == whole


def test_nothing_can_be_written(
    embedded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the cache cannot be made, the model is converted in a scratch folder and works."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("VISAVIS_CACHE", str(blocked))
    engine = CT2Engine(embedded, threads=1)
    assert engine.translate([Request(text=SENTENCES[2])], decoding=Decoding())[0].text


def test_a_folder_without_model_is_refused(tmp_path: Path) -> None:
    """The message names the file that is missing."""
    with pytest.raises(ModelError, match=r"config\.json cannot be read"):
        CT2Engine(tmp_path)


def test_position_encodings_are_sines_then_cosines() -> None:
    """Row 0 is zeros then ones, as in Marian."""
    table = sinusoids(4, 6)
    assert table.shape == (4, 6)
    assert table[0].tolist() == [0, 0, 0, 1, 1, 1]
