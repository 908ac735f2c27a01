"""What a rule puts right in one English sentence, and what it must leave alone."""

from __future__ import annotations

import pytest

import glossary
from glossary.names import resolve
from translate import terms
from translate.mend import mend
from translate.terms.judge import judge

ROWS = [{"fr": "Paul Kerdoncuff", "en": "Paul Kerdoncuff", "kind": "person", "gender": "m"}]


def _mended(french: str, english: str) -> str:
    mentions = resolve([french], list(glossary.from_rows(ROWS).entries)).mentions
    wants = terms.wants_of(french, [], mentions)
    return mend(french, wants, mentions, judge(french, wants, english, -0.3)).text


CASES = (
    ("Le port ferme.", "the port closes.", "The port closes."),
    ("Dix-sept pêcheurs sont partis.", "17 fishermen left.", "17 fishermen left."),
    ("Une usine ferme.", "A industrial plant closes.", "An industrial plant closes."),
    ("« Un vieux port », dit-il.", '"A old port," he says.', '"An old port," he says.'),
    ("Le groupe A ouvre le bal.", "Group A opens the ball.", "Group A opens the ball."),
    ("L'hépatite A est là.", "Hepatitis A is here.", "Hepatitis A is here."),
    ("M. Paul Kerdoncuff part.", "Paul Kerdoncuff leaves.", "Mr. Paul Kerdoncuff leaves."),
    ("M. Paul Kerdoncuff, ministre, part.", "Minister Paul Kerdoncuff leaves.",
     "Minister Paul Kerdoncuff leaves."),
    ("Mme Paul Kerdoncuff part.", "Mrs. Paul Kerdoncuff leaves.", "Mr. Paul Kerdoncuff leaves."),
)  # fmt: skip


@pytest.mark.parametrize(("french", "english", "wanted"), CASES)
def test_mend(french: str, english: str, wanted: str) -> None:
    """Capitals, articles and courtesy titles, where the French tells."""
    assert _mended(french, english) == wanted
