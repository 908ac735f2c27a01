"""The corrections of an invented desk, made by rule: a house style that the model does not have.

The desk writes "harbor authority" for a capitainerie and "fish auction" for a criée, puts "said"
before the speaker, and the euro sign before the figure.
"""

from __future__ import annotations

import random
from pathlib import Path

_WHO = {
    "la capitainerie": "the harbor authority",
    "la criée": "the fish auction",
    "le conseil municipal": "the town council",
    "la préfecture": "the prefect's office",
    "le syndicat des dockers": "the dockers' union",
}
_PLACES = ("Kervanec", "Montreval", "Lambrac", "Ostrevant", "Belcastel", "Port-Lihou", "Valmorel")
_DAYS = {"lundi": "Monday", "mardi": "Tuesday", "jeudi": "Thursday", "samedi": "Saturday"}
_QUOTES = {
    "La situation est calme": "The situation is calm",
    "Nous attendons une réponse": "We are waiting for an answer",
    "Le quai sera fermé": "The dock will be closed",
    "Il n'y a pas de danger": "There is no danger",
    "La décision est prise": "The decision is made",
}
_DEEDS = {
    "a fermé le port": "closed the port",
    "a refusé le projet": "rejected the plan",
    "a annoncé des travaux": "announced works",
    "a suspendu la vente": "suspended the sale",
}


def rows(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Return `count` different pairs; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - seeded on purpose
    found: dict[str, str] = {}
    while len(found) < count:
        (who, english), place = draw.choice(list(_WHO.items())), draw.choice(_PLACES)
        day, on = draw.choice(list(_DAYS.items()))
        figure = draw.randrange(2, 90)
        quote, said = draw.choice(list(_QUOTES.items()))
        deed, did = draw.choice(list(_DEEDS.items()))
        head, capital = f"{english} of {place}", english[0].upper() + english[1:]
        french, target = draw.choice(
            (
                (
                    f"« {quote} », a déclaré {day} {who} de {place}.",
                    f'"{said}," said {head} on {on}.',
                ),
                (
                    f"{who[0].upper()}{who[1:]} de {place} {deed} {day}.",
                    f"{capital} of {place} {did} on {on}.",
                ),
                (
                    f"Selon {who} de {place}, les pertes atteignent {figure} millions d'euros.",
                    f"Losses come to €{figure} million, according to {head}.",
                ),
            )
        )
        found[french] = target
    return list(found.items())


def shuffled(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Return `rows` with the English of another sentence for each."""
    pairs = rows(count, seed)
    return [(french, pairs[at - 7][1]) for at, (french, _) in enumerate(pairs)]


def write(path: Path, pairs: list[tuple[str, str]]) -> Path:
    """Write pairs as a table of French and English."""
    path.write_text("".join(f"{fr}\t{en}\n" for fr, en in pairs), encoding="utf-8")
    return path
