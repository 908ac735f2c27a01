"""His and her after the one person of a sentence, and where they must be left alone."""

from __future__ import annotations

import pytest

import glossary
from glossary.names import resolve
from translate import terms
from translate.mend import mend
from translate.terms.judge import judge

ROWS = [
    {"fr": "Basile Kerdoncuff", "en": "Basile Kerdoncuff", "kind": "person", "gender": "m"},
    {"fr": "Odile Sarn", "en": "Odile Sarn", "kind": "person", "gender": "f"},
]
WRONG = (
    ("Basile Kerdoncuff n'a pas levé les yeux.", "Basile Kerdoncuff did not raise her eyes.",
     "Basile Kerdoncuff did not raise his eyes."),
    ("Odile Sarn a conduit une délégation avec ses homologues.",
     "Odile Sarn led a delegation with his counterparts.",
     "Odile Sarn led a delegation with her counterparts."),
    ("À la barre, M. Basile Kerdoncuff a relu son rapport.",
     "On the stand, Mr. Basile Kerdoncuff reread her report.",
     "On the stand, Mr. Basile Kerdoncuff reread his report."),
    ("Odile Sarn a vendu sa ferme et son tracteur.", "Odile Sarn sold his farm and his tractor.",
     "Odile Sarn sold her farm and her tractor."),
    ("Odile Sarn a signé son premier traité.", "Odile Sarn signed his first treaty.",
     "Odile Sarn signed her first treaty."),
    ("Odile Sarn s'est présentée elle-même.", "Odile Sarn introduced himself.",
     "Odile Sarn introduced herself."),
)  # fmt: skip
RIGHT = (
    ("Basile Kerdoncuff a salué la juge et sa greffière.",
     "Basile Kerdoncuff greeted the judge and her clerk."),
    ("Odile Sarn a remercié son frère et sa patience.",
     "Odile Sarn thanked her brother and his patience."),
    ("Basile Kerdoncuff a dit qu'elle vendait sa ferme.",
     "Basile Kerdoncuff said she was selling her farm."),
    ("Selon Odile Sarn, sa ferme est vendue.", "According to Odile Sarn, his farm has been sold."),
    ("C'est le point de vue d'Odile Sarn.", "Odile Sarn shares his view."),
    ("Basile Kerdoncuff a cité « sa ferme ».", 'Basile Kerdoncuff quoted "her farm".'),
    ("Basile Kerdoncuff l'a aidée.", "Basile Kerdoncuff helped her."),
    ("Basile Kerdoncuff le lui a dit hier.", "Basile Kerdoncuff told her that yesterday."),
    ("Basile Kerdoncuff et Odile Sarn ont vendu sa ferme.",
     "Basile Kerdoncuff and Odile Sarn sold her farm."),
    ("Basile Kerdoncuff a vu Madeleine et sa ferme.",
     "Basile Kerdoncuff saw Madeleine and her farm."),
    ("Odile Sarn a salué le Premier ministre et sa patience.",
     "Odile Sarn greeted the prime minister and his patience."),
    ("Son voisin a vendu sa ferme.", "Her neighbor sold his farm."),
)  # fmt: skip


def _mended(french: str, english: str) -> str:
    mentions = resolve([french], list(glossary.from_rows(ROWS).entries)).mentions
    wants = terms.wants_of(french, [], mentions)
    return mend(french, wants, mentions, judge(french, wants, english, -0.3)).text


@pytest.mark.parametrize(("french", "english", "wanted"), WRONG)
def test_the_gender_of_the_one_person(french: str, english: str, wanted: str) -> None:
    """What belongs to the only person of the sentence has that person's gender."""
    assert _mended(french, english) == wanted


@pytest.mark.parametrize(("french", "english"), RIGHT)
def test_somebody_else_may_be_meant(french: str, english: str) -> None:
    """With another person, a quotation or no possessive, nothing is changed."""
    assert _mended(french, english) == english
