"""A little news in two languages, made by rule: what the training tests learn from."""

from __future__ import annotations

import random
from pathlib import Path

_WHO = {
    "le port": "the port", "la mairie": "the town hall", "le maire": "the mayor",
    "la préfecture": "the prefecture", "le syndicat": "the union", "la compagnie": "the company",
}  # fmt: skip
_VERBS = {"annonce": "announces", "refuse": "refuses", "prépare": "prepares", "suspend": "suspends"}
_WHAT = {
    "une grève": "a strike", "un vote": "a vote", "un accord": "an agreement",
    "la pêche": "fishing", "des travaux": "works",
}  # fmt: skip
_PLACES = ("Kervanec", "Montreval", "Lambrac", "Ostrevant", "Belcastel")


def rows(count: int, seed: int) -> list[tuple[str, str]]:
    """Return `count` pairs; the same for the same seed."""
    draw = random.Random(seed)
    found = []
    for _ in range(count):
        who, what = draw.choice(list(_WHO.items())), draw.choice(list(_WHAT.items()))
        verb, number = draw.choice(list(_VERBS.items())), draw.randrange(10, 99)
        place = draw.choice(_PLACES)
        found.append(
            (
                f"À {place}, {who[0]} {verb[0]} {what[0]} le {number}",
                f"In {place}, {who[1]} {verb[1]} {what[1]} on {number}",
            )
        )
    return found


def write(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """Write pairs as TSV."""
    path.write_text("".join(f"{fr}\t{en}\n" for fr, en in pairs), encoding="utf-8")
    return path
