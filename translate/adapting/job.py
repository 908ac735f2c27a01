"""The whole adaptation: from pairs to a checkpoint, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic

import glossary
from translate.adapting import measuring, places, replay
from translate.adapting.marking import asking, marked, text_of
from translate.adapting.network import Codec, Network, libraries
from translate.adapting.pairs import cleaned, divided, without_strangers
from translate.adapting.table import card
from translate.adapting.training import Data, train
from translate.adapting.values import Cleaned, Pair, Parts, Plan, Report, Round
from translate.engines.base import Decoding, Engine
from translate.engines.ct2 import CT2Engine
from translate.engines.fitting import SPLIT_ABOVE
from translate.memory.keys import key
from translate.models.checkpoint import read_config
from translate.models.folders import embedded_folder
from translate.outputs import write

#: Above this share of pairs whose English is not that of their French, nothing is trained.
MOST_STRANGERS = 0.3


class Listener:
    """Hears how an adaptation goes on; this one does nothing with it."""

    def say(self, message: str) -> None:
        """Hear what begins or what was found."""

    def step(self, label: str, done: int, total: int) -> None:
        """Hear how far a step is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to adapt.

    Attributes:
        model: folder of the checkpoint. words: the glossary, empty for none.
        replay: file of sentences to replay, None for ours. threads: 0 is every core.
        decoding: for all that is measured.
    """

    model: Path
    words: glossary.Glossary
    replay: Path | None = None
    threads: int = 0
    overwrite: bool = False
    plan: Plan = field(default_factory=Plan)
    decoding: Decoding = field(default_factory=Decoding)


def adapt(
    read: Sequence[Pair],
    target: Path,
    settings: Settings,
    *,
    source: str,
    faulty: int = 0,
    listener: Listener | None = None,
) -> Report:
    """Adapt a model to the pairs `read`; write it to `target` unless the report refuses it.

    Args:
        source: where the pairs came from, for people. faulty: pairs that could not be read.

    Raises:
        ConfigError: `target` is there already. EngineError: torch is not installed.
        TooFewPairsError: too few pairs are usable. ModelError: the model cannot be used.
        OutputError: nothing can be written at `target`.
    """
    heard = listener or Listener()
    begun = monotonic()
    libraries()  # what is not installed is better said before minutes of work
    places.check(target, settings.model, overwrite=settings.overwrite)
    target = target.resolve()  # "." has no name
    work = _Work(settings, heard)
    found = work.clean(read, faulty)
    strange = _strangers(found)
    report = Report(
        origin=work.engine.info.model,
        digest=work.engine.info.digest,
        source=source,
        left_out=found.left_out,
        plan=settings.plan,
        refusals=(strange,) if strange else (),
        seconds=monotonic() - begun,
    )
    if strange:
        return report
    parts = divided(found.pairs)
    with places.scratch(target) as folder:
        made = folder / target.name
        report = work.measure(parts, made, work.train(parts, made, report))
        report = replace(report, seconds=monotonic() - begun)
        if not report.refusals:
            own = settings.model.resolve() == embedded_folder().resolve()
            write(made / "README.md", card(report, own=own))
            places.put(made, target, folder / "replaced")
    return report


class _Work:
    """The steps that need the model as it was."""

    def __init__(self, settings: Settings, heard: Listener) -> None:
        self._settings, self._heard = settings, heard
        self.engine = CT2Engine(settings.model, threads=settings.threads)
        self._codec = Codec(settings.model)
        self._limit = read_config(settings.model).max_positions - 1

    def clean(self, read: Sequence[Pair], faulty: int) -> Cleaned:
        """Return the pairs that can be used."""
        self._heard.say(f"cleaning {len(read) + faulty:,} pairs")
        found = cleaned(read, self._fits, faulty=faulty)
        drafts = self._decode(self.engine, "looking", found.pairs, Decoding(beam=1))
        return without_strangers(found, drafts)

    def train(self, parts: Parts, made: Path, report: Report) -> Report:
        """Train a network and write it to `made`; return `report` with how it went."""
        settings, heard = self._settings, self._heard
        own, count = list(parts.train), 0
        if self.engine.reads_marks:
            own, count = marked(parts.train, settings.words)
        replayed, origin = self._replay()
        encode = self._codec.pair
        again, never = replay.divided([pair for pair in replayed if self._fits(pair)])
        data = Data(
            pairs=[encode(pair) for pair in own if self._fits(pair)],
            replay=[encode(pair) for pair in again],
            aside=[encode(pair) for pair in parts.aside],
            unreplayed=[encode(pair) for pair in never],
        )
        heard.say(f"training on {len(data.pairs):,} pairs, at most {settings.plan.rounds} rounds")
        network = Network(settings.model, threads=settings.threads)
        current = Round(number=0, loss=0.0)

        def told(one: Round) -> None:
            nonlocal current
            current = one
            heard.say(f"round {one.number}: loss {one.loss:.3f} on the pairs set aside")

        def step(done: int, total: int) -> None:
            heard.step(f"round {current.number + 1}", done, total)

        course = train(network, data, settings.plan, step=step, told=told)
        heard.say(f"kept: {course.blend:.0%} of what training changed, loss {course.loss:.3f}")
        network.export(settings.model, made)
        return replace(
            report,
            parts=(len(parts.train), len(parts.aside), len(parts.held_out)),
            marked_pairs=count,
            replay=(len(data.replay), origin),
            course=course,
        )

    def measure(self, parts: Parts, made: Path, report: Report) -> Report:
        """Compare before and after on held-out pairs and on general text; judge it."""
        engines = self.engine, CT2Engine(made, threads=self._settings.threads)
        compared = []
        for name, pairs in (("held-out", parts.held_out), ("general", replay.general())):
            self._heard.say(f"measuring on {len(pairs)} {name} sentences")
            corpus = measuring.corpus_of(name, pairs)
            words, decoding = self._settings.words, self._settings.decoding
            compared.append(measuring.compare(corpus, engines, words, decoding))
        return replace(
            report,
            held_out=compared[0],
            general=compared[1],
            refusals=measuring.refusals(compared[0], compared[1]),
        )

    def _replay(self) -> tuple[list[Pair], str]:
        """Return sentences with the English of the unadapted model, some with terms in marks."""
        sources, origin = replay.sentences(self._settings.replay)
        marks = self.engine.reads_marks
        requests = [
            request if key(request.text)[-1] % 2 else type(request)(text=request.text)
            for request in asking(sources, self._settings.words)
        ]
        found = self.engine.translate(
            requests, decoding=self._settings.decoding, progress=self._counter("replay", sources)
        )
        pairs = zip(requests, found, strict=True)
        return [
            Pair(text_of(request, marks=marks), one.text)
            for request, one in pairs
            if one.text and one.pieces == 1 and not one.truncated
        ], origin

    def _decode(
        self, engine: Engine, label: str, pairs: Sequence[Pair], decoding: Decoding
    ) -> list[str]:
        from translate.engines.base import Request

        sources = [pair.source for pair in pairs]
        requests = [Request(text=source) for source in sources]
        counter = self._counter(label, sources)
        found = engine.translate(requests, decoding=decoding, progress=counter)
        return [one.text for one in found]

    def _counter(self, label: str, texts: Sequence[str]) -> Callable[[int], None]:
        done = 0

        def count(_words: int) -> None:
            nonlocal done
            done += 1
            self._heard.step(label, min(done, len(texts)), len(texts))

        return count

    def _fits(self, pair: Pair) -> bool:
        """Whether a pair is taken whole: engines split longer French, so it is never met."""
        source, target = self._codec.pair(pair)
        return 0 < len(source) <= min(SPLIT_ABOVE, self._limit) and 0 < len(target) < self._limit


def _strangers(found: Cleaned) -> str:
    """Return why the pairs are no translations of each other, "" if they are."""
    why = ("broken, the checks say", "English of another sentence")
    bad = sum(found.left_out.get(reason, 0) for reason in why)
    total = len(found.pairs) + bad
    if bad <= MOST_STRANGERS * total:
        return ""
    return (
        f"the English of {bad} of {total} pairs is not that of their French: lines seem to have "
        "slipped. Nothing was trained; put the pairs right first"
    )
