"""Verbs that are negative by themselves ("exclure"), and what English says for them."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.negation_french import Negation
from translate.checks.tables import listed, rows
from translate.checks.text import Word, fold


def negative_verb(found: tuple[Word, ...], negation: Negation) -> str:
    """Return the negative verb that "ne ... pas" itself negates ("n'exclut pas"), "" if none."""
    for word in found[max(0, negation.at) : negation.end + 3]:
        if any(word.fold.startswith(row[0]) for row in rows("negative_verbs.tsv")):
            return word.surface
    return ""


@cache
def _answers(denied: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (row[0], listed(row[1]) + (listed(row[2]) if denied else ()))
        for row in rows("negative_verbs.tsv")
    )


def negative_verbs(*, denied: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each beginning of a negative verb and its answers, with those of "ne pas" `denied`."""
    return _answers(denied)


def verb_kept(verb: str, english: str) -> bool:
    """Whether the folded English has a word that answers a negative verb of the French."""
    folded = fold(verb)
    return any(
        re.search(rf"\b{re.escape(answer)}", english)
        for row in rows("negative_verbs.tsv")
        if folded.startswith(row[0])
        for answer in listed(row[1])
    )
