"""Terms that are nearly there: garbled first letters, plurals on the wrong word."""

from __future__ import annotations

import pytest

from glossary import from_rows, verify
from glossary.matching import Matcher
from translate import terms
from translate.terms.slips import one_plural, ungarbled

GARBLED = (
    ("Mylicitor Odile Sarn spoke.", "Me Odile Sarn a parlé.", "solicitor"),
    ("He met Inrister Sarn.", "Il a vu Me Sarn.", "barrister"),
    ("The bribunal closed early.", "Le prud'homme a fermé tôt.", "tribunal"),
    ("A mevenger was caught.", "Un ripeur a été pris.", "scavenger"),
)
RIGHT = (
    ("The reduction began.", "La baisse a commencé.", "production"),
    ("The nations met.", "Les nations se réunissent.", "donation"),
    ("A long journey ended.", "Un long voyage s'achève.", "attorney"),
    ("Ms. Vestorney spoke.", "Mme Vestorney a parlé.", "attorney"),
    ("The infirmary closed.", "Le dispensaire ferme.", "pharmacy"),
    ("Two hamburgers, please.", "Deux sandwichs.", "Luxembourgers"),
    ("The grounds were sold.", "Le terrain est vendu.", "compounds"),
    ("The stationer came.", "Le papetier est venu.", "pensioner"),
    ("", "", "attorney"),
    ("The law firm spoke.", "Le cabinet a parlé.", "law office"),
)


@pytest.mark.parametrize(("text", "source", "english"), GARBLED)
def test_garbled_first_letters(text: str, source: str, english: str) -> None:
    """A word that is none, with the term's last letters, becomes the term."""
    mended = ungarbled(text, source, english)
    assert mended is not None
    assert english in mended.lower()
    assert len(mended.split()) == len(text.split())


@pytest.mark.parametrize(("text", "source", "english"), RIGHT)
def test_right_words_stay(text: str, source: str, english: str) -> None:
    """English words and names of the French that end alike are no slips."""
    assert ungarbled(text, source, english) is None


PLURALS = (
    ("point de vente", "drug corner", "Les points de vente.", "The drugs corners.",
     "The drug corners."),
    ("rond-point", "traffic circle", "Les ronds-points.", "Traffics circles.", "Traffic circles."),
    ("guetteur", "street lookout", "Un guetteur.", "A streets lookout.", "A street lookout."),
    ("garde côtière", "coast guard vessel", "La garde côtière.", "A coasts guard vessel.",
     "A coast guard vessel."),
    ("fiche", "wanted-person notice", "Des fiches.", "Wanted-persons notices.",
     "Wanted-person notices."),
)  # fmt: skip
KEPT = (
    ("procureur général", "attorney general", "Les procureurs généraux.", "Attorneys general met."),
    ("directeur", "director delegate", "Les directeurs.", "The directors delegate met."),
    ("ministre", "woman minister", "Les ministres.", "The women ministers met."),
    ("point de vente", "drug corner", "Les points de vente.", "The drug corners."),
    ("réduire les coûts", "cut costs", "Il veut réduire les coûts.", "He cuts costs."),
    ("club", "sports club", "Les clubs.", "The sports clubs."),
    ("réunion", "minister meeting", "La réunion.", "The ministers' meeting."),
    ("secrétaire", "secretary of state", "Les secrétaires.", "The secretaries of state."),
    ("garde côtière", "coast guard vessel", "Les gardes côtières.", "The coastguard vessels."),
)


def _mended(french: str, english: str, source: str, text: str) -> str:
    words = from_rows([{"fr": french, "en": english, "kind": "term"}])
    [want] = terms.wants_of(source, Matcher(words).find(source), [])
    [verdict] = verify([want.match], text)
    assert verdict.found
    return one_plural(text, want, verdict)


@pytest.mark.parametrize(("french", "english", "source", "text", "wanted"), PLURALS)
def test_one_plural(french: str, english: str, source: str, text: str, wanted: str) -> None:
    """Only the noun of a term takes the plural."""
    assert _mended(french, english, source, text) == wanted


@pytest.mark.parametrize(("french", "english", "source", "text"), KEPT)
def test_right_plurals_stay(french: str, english: str, source: str, text: str) -> None:
    """What the entry has so, irregular pairs, possessives and verbs are left alone."""
    assert _mended(french, english, source, text) == text
