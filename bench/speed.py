"""Speed and memory, side by side with what a user would pick instead, as ratios of one run.

    python bench/speed.py [TEXT ...] [--sentences 300] [--rounds 3]
    python bench/speed.py --memory 100 5000
    python bench/speed.py --first 200

TEXT are French articles, the examples unless told. The first form sets the whole call (reading,
names, terms, repairs, checks, summary, page) against transformers `generate` on the same checkpoint
(float32, extra `marian`) and against CTranslate2 alone on input that is tokenized and sorted
already. Systems take turns, the best of the rounds counts. The second form runs `translate` on so
many articles and reads its peak memory; the third says when the first page is there.
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import glossary
from translate.engines.base import Decoding
from translate.engines.ct2 import BATCH_TOKENS, CT2Engine
from translate.engines.tokenizer import Tokenizer
from translate.models.store import resolve
from translate.pipeline import Settings, Translator
from translate.reading import read_path
from translate.rendering import to_markdown
from translate.segments import segment
from translate.values import Article

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
BEAM = Decoding().beam
#: An article of the memory run has so many words, about.
SHORT = 40

System = Callable[[], object]


def articles_of(paths: Sequence[Path], sentences: int) -> list[Article]:
    """Return articles with at least so many sentences, those of `paths` over and over.

    A copy has other figures, so that no cache and no memory knows its sentences.
    """
    originals = [article for path in paths for article in read_path(path)]
    found: list[Article] = []
    count = 0
    for number in itertools.count():
        for article in originals:
            if count >= sentences:
                return found
            found.append(_copy(article, number))
            count += len(segment(article))
    return found


def _copy(article: Article, number: int) -> Article:
    if not number:
        return article
    shift = str.maketrans("123456789", "".join(str((n + number) % 9 + 1) for n in range(9)))
    blocks = tuple(replace(block, text=block.text.translate(shift)) for block in article.blocks)
    return replace(article, text=article.text.translate(shift), blocks=blocks)


def raw(engine: CT2Engine, tokenizer: Tokenizer, sources: Sequence[str]) -> System:
    """Return CTranslate2 alone on tokens that are sorted by length already."""
    tokens = sorted(([*tokenizer.encode(text), "</s>"] for text in sources), key=len, reverse=True)
    translator = engine._translator  # noqa: SLF001 - the very same threads and weights

    def run() -> object:
        return translator.translate_batch(
            tokens, max_batch_size=BATCH_TOKENS, batch_type="tokens", beam_size=BEAM
        )

    return run


def transformers_generate(model: Path, sources: Sequence[str], batch: int) -> System:
    """Return what the model card of a Marian checkpoint tells a user to write."""
    import torch
    from transformers import MarianMTModel, MarianTokenizer

    torch.set_num_threads(len(os.sched_getaffinity(0)))
    tokenizer = MarianTokenizer.from_pretrained(str(model), local_files_only=True)
    marian = MarianMTModel.from_pretrained(str(model), local_files_only=True).eval()

    def run() -> object:
        with torch.inference_mode():
            for at in range(0, len(sources), batch):
                texts = list(sources[at : at + batch])
                inputs = tokenizer(texts, return_tensors="pt", padding=True)
                output = marian.generate(**inputs, num_beams=BEAM, max_length=256)
                tokenizer.batch_decode(output, skip_special_tokens=True)
        return None

    return run


def whole(translator: Translator, articles: Sequence[Article]) -> System:
    """Return everything that `translate` does between a read article and its page."""

    def run() -> object:
        return [to_markdown(document) for document in translator.translate(articles)]

    return run


def best(systems: dict[str, System], rounds: int) -> dict[str, float]:
    """Return the shortest time of each system in seconds; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in systems}
    for _ in range(rounds):
        for name, system in systems.items():
            start = time.perf_counter()
            system()
            times[name].append(time.perf_counter() - start)
    return {name: min(found) for name, found in times.items()}


def compare(paths: Sequence[Path], sentences: int, rounds: int) -> None:
    """Print the table of the first form."""
    articles = articles_of(paths, sentences)
    sources = [one.text for article in articles for one in segment(article)]
    words = sum(len(text.split()) for text in sources)
    model = resolve("embedded")
    engine = CT2Engine(model)
    translator = Translator(engine, glossary.starter(), Settings())
    bare = Translator(engine, glossary.Glossary(), Settings(summary_sentences=0))
    systems = {
        "transformers generate, batch 1": transformers_generate(model, sources, 1),
        "transformers generate, batch 16": transformers_generate(model, sources, 16),
        "ctranslate2 alone, sorted tokens": raw(engine, Tokenizer(model), sources),
        "visavis without glossary": whole(bare, articles),
        "visavis": whole(translator, articles),
    }
    systems["visavis"]()  # word lists are read once a process
    times = best(systems, rounds)
    print(f"{len(articles)} articles, {len(sources)} sentences, {words} words, beam {BEAM}")
    print(f"{'':34}{'seconds':>9}{'words/s':>9}{'against visavis':>17}")
    for name, seconds in times.items():
        ratio = seconds / times["visavis"]
        print(f"{name:34}{seconds:9.2f}{words / seconds:9.0f}{ratio:16.2f}x")


def _folder_of(count: int, folder: Path, paths: Sequence[Path], words: int = SHORT) -> None:
    """Write `count` articles of about so many words to `folder`; no two alike."""
    pool = [one.text for path in paths for article in read_path(path) for one in segment(article)]
    turning = itertools.cycle(pool)
    for number in range(count):
        text = f"Dépêche {number}"
        while len(text.split()) < words:
            text += f"\n\n{next(turning)}"
        (folder / f"a{number:05}.txt").write_text(text + "\n", encoding="utf-8")


def _translate(folder: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-c", "from translate.cli import main; main()", str(folder / "in"),
        "-o", str(folder / "out"), "--quiet", *more,
    ]  # fmt: skip


def memory(counts: Sequence[int], paths: Sequence[Path]) -> None:
    """Print the peak memory of `translate` on so many articles."""
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in").mkdir()
            _folder_of(count, folder / "in", paths)
            environment = os.environ | {"VISAVIS_MEMORY": str(folder / "memory.sqlite")}
            process = subprocess.Popen(_translate(folder), env=environment)
            _, status, usage = os.wait4(process.pid, 0)
            pages = len(list((folder / "out").glob("*.md")))
            code = os.waitstatus_to_exitcode(status)
            print(f"{count} articles: {pages} pages, {usage.ru_maxrss / 1024:.0f} MB, exit {code}")


def first(count: int, paths: Sequence[Path]) -> None:
    """Print after how many seconds the first of so many pages is there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        (folder / "out").mkdir()
        _folder_of(count, folder / "in", paths, words=400)
        start = time.perf_counter()
        process: subprocess.Popen[Any] = subprocess.Popen(_translate(folder))
        while not list((folder / "out").glob("*.md")) and process.poll() is None:
            time.sleep(0.005)
        print(f"first page after {time.perf_counter() - start:.2f} s")
        process.kill()
        process.wait()


def main() -> None:
    """Run the form that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", nargs="+", type=int, metavar="COUNT")
    parser.add_argument("--first", type=int, metavar="COUNT")
    options = parser.parse_args()
    paths = options.texts or sorted(EXAMPLES.glob("0*"))
    paths = [path for path in paths if path.suffix != ".yml"]
    if options.memory:
        memory(options.memory, paths)
    elif options.first:
        first(options.first, paths)
    else:
        compare(paths, options.sentences, options.rounds)


if __name__ == "__main__":
    main()
