"""Datelines in all their forms, and what only looks like one."""

from __future__ import annotations

import pytest

from translate.reading.structure.dateline import dateline_end

REST = "Le ministre est arrivé."


@pytest.mark.parametrize(
    "head",
    [
        "(Pékin) ",
        "PARIS, 12 mars (AFP) - ",
        "Genève, le 3 mai – ",
        "BRUXELLES (Belga) - ",
        "Berne, 4 mars (ats) ",
        "BELLEROCHE (corr.) – ",
        "Lomé, 12 mars 2024 (ATOP) — ",
        "Kinshasa, 12 mars (ACP).- ",
        "MADRID - ",
        "(AFP) - ",
        "TRÉVINAC. - ",
        "Saint-Denis de La Réunion, 2 avr. (AFP) - ",
        "De notre correspondant à Rome – ",
        "(Port-au-Prince, 3 mai) ",
        "Nations unies (New York), 5 sept (AFP) - ",
        "Alger – ",
    ],
)
def test_datelines(head: str) -> None:
    """The offset behind the dateline of a first paragraph."""
    assert dateline_end(head + REST, first=True) == len(head)


@pytest.mark.parametrize(
    "text",
    [
        "INFO LA VIGIE - Le dossier dort.",
        "Santé. Les pharmaciens pourront prescrire.",
        "M. Wang - Le ministre - est parti.",
        "H. B. – Sauvés, je ne sais pas.",
        "(Rires.) Vous savez bien.",
        "Russie : Trois alpinistes secourus.",
        "Le maire - Un ancien boucher - rit.",
        "EXCLUSIF - Le ministre démissionne.",
        "Paris est en fête. - Oui.",
    ],
)
def test_no_datelines(text: str) -> None:
    """Labels, speakers, stage directions and asides are no datelines."""
    assert dateline_end(text, first=True) == 0
