"""Ten thousand inputs nobody would send: each adds up to what was read, or is refused in words."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.reading import read_bytes
from translate.segments import segment
from translate.values import Article

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path
    for folder in (ROOT / "examples", Path(__file__).parent / "data")
    for path in folder.rglob("*")
    if path.suffix in {".txt", ".md", ".html", ".jsonl"}
)
ODD = ("«", "»", '"', "\u200f", "\u202e", "\x00", "\xa0", " \n", "|", "<", "[", "M. ", "...", "\r")
ODD += ("\u00ad", "é", "\ufeff", "0", "# ")
CODINGS = ("utf-16", "cp1252", "latin-1", "mac_roman", "utf-8-sig")
LOTS, EACH = 8, 1250


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = (chance.randrange(len(data) + 1) for _ in range(2))
    return data[start:] + data[:end]


def _insert(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(ODD) * chance.randint(1, 4) + text[at:]
    return text.encode()


def _noise(data: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(data) and chance.randint(0, 3000))


def _one_sign(data: bytes, chance: random.Random) -> bytes:
    return (chance.choice(ODD) * (len(data) and chance.randint(1, 3000))).encode()


def _recode(data: bytes, chance: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(CODINGS), "replace")


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _insert,
    _noise,
    _one_sign,
    _recode,
)


def _adds_up(article: Article) -> bool:
    kept = [part.text for part in segment(article)]
    kept += [block.text for block in article.blocks if not block.translated]
    return len("".join("".join(kept).split())) == len("".join(article.text.split()))


@pytest.mark.parametrize("lot", range(LOTS))
def test_fuzzed_files(lot: int) -> None:
    """Mutated files of ours, random bytes, only quotes or blanks, other encodings."""
    chance = random.Random(lot)  # noqa: S311 - a seed that repeats, no secret
    read, reasons = 0, []
    for number in range(EACH):
        path = chance.choice(FILES)
        data = WAYS[number % len(WAYS)](path.read_bytes()[:6000], chance)
        name = f"x{chance.choice([path.suffix, '.txt'])}"
        try:
            articles = read_bytes(data, name=name, any_language=bool(number % 2))
        except InputError as error:
            reasons.append(str(error).strip())
            continue
        read += len(articles)
        assert all(_adds_up(article) for article in articles)
    assert all(reasons)
    assert read > EACH // 5  # most of it must not be refused
