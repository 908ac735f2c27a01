"""Hyphens at line ends: the word's own, or the wrapping's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.reading import read_bytes
from translate.reading.plain.hyphens import joins_without_hyphen

JOINED = """
pro|priétaire inter|ruption contre|partie contre|bande porte|feuille auto|route anti|corps mi|nistre
sous|crire entre|prise par|ler ex|traction super|marché moi|tié garde|rie bas|sin extra|ordinaire
main|tenant franco|phonie mini|stère post|iers toi|lette grande|ment nou|velle chan|tier gran|deur
"""
KEPT = """
pare|brise contre|allée contre|attaque porte|parole porte|avions auto|école pro|russe chef|lieu
soixante|dix dit|il chou|fleur mi|temps non|respect sous|marin grand|mère sans|abri demi|heure
ex|ministre avant|garde après|midi moi|même garde|robe compte|rendu week|end vice|président
centre|ville savoir|faire procès|verbal rond|point lave|vaisselle rendez|vous tire|bouchon
"""


@pytest.mark.parametrize("word", JOINED.split())
def test_joined(word: str) -> None:
    """Words that only look like compounds are joined."""
    left, right = word.split("|")
    assert joins_without_hyphen(f"dans le {left}-", f"{right} de la ville")


@pytest.mark.parametrize("word", KEPT.split())
def test_kept(word: str) -> None:
    """Compounds keep their hyphen."""
    left, right = word.split("|")
    assert not joins_without_hyphen(f"dans le {left}-", f"{right} de la ville")


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text(left: str, right: str) -> None:
    """Whatever the text, before a capital or a figure the hyphen stays."""
    assert not joins_without_hyphen(left + "-", "X" + right)
    assert not joins_without_hyphen(left + "-", "7" + right)


def test_sentence_goes_on_behind_page_furniture() -> None:
    """A word parted by running head, page number and footnote is put together again."""
    page = (
        "Bulletin de Valmy                              n° 12 – mars 2024\n\n"
        "La salle des fêtes sera rénovée cet été, a confirmé le conseil,\n"
        "réuni mardi soir. Les travaux dureront quatre mois et seront fi-\n"
        "nancés par un emprunt dont le détail a été présenté puis ren-\n"
        "Bulletin de Valmy                              n° 12 – mars 2024\n"
        "2\n1. Délibération du 5 mars.\n"
        "du public hier, après bien des débats entre les élus de la ville.\n"
    )
    (article,) = read_bytes(page.encode(), name="a.txt")
    assert "puis rendu public hier" in article.text
