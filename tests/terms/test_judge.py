"""What counts as harm in a candidate, and what only looks like it."""

from __future__ import annotations

import glossary
from glossary.names import resolve
from translate import terms
from translate.terms.guards import figure_matches
from translate.terms.judge import Judged, judge

ROWS = [
    {"fr": "Jo Kerdoncuff", "en": "Jo Kerdoncuff", "kind": "person", "gender": "m",
     "forms_en": "Joseph Kerdoncuff"},
]  # fmt: skip


def _judged(french: str, english: str) -> Judged:
    mentions = resolve([french], list(glossary.from_rows(ROWS).entries)).mentions
    return judge(french, terms.wants_of(french, [], mentions), english, -0.3)


def test_a_short_name_does_not_take_the_place_of_the_full_one() -> None:
    """Both names are found, each where it stands, and neither counts as doubled."""
    found = _judged(
        "Jo Kerdoncuff est arrivé lundi, et M. Kerdoncuff a parlé.",
        "Jo Kerdoncuff arrived on Monday, and Mr. Kerdoncuff spoke.",
    )
    assert [verdict.found for verdict in found.verdicts] == ["Jo Kerdoncuff", "Kerdoncuff"]
    assert found.missing == ()
    assert found.doubled == 0


def test_a_name_said_once_more_is_doubled() -> None:
    """Three names of one man for two in the French."""
    found = _judged(
        "Jo Kerdoncuff est arrivé, et M. Kerdoncuff a parlé.",
        "Jo Kerdoncuff arrived, and Kerdoncuff, Mr. Kerdoncuff spoke.",
    )
    assert found.doubled > 0


def test_what_the_french_doubles_is_no_harm() -> None:
    """ "Bora Bora" is a name; "the the" is none."""
    assert _judged("Elle vit à Bora Bora.", "She lives on Bora Bora.").doubled == 0
    assert _judged("Elle vit à Bora Bora.", "She lives on the the island.").doubled == 1


def test_the_hour_of_a_clock_time_is_asked_for_as_the_time() -> None:
    """ "14" alone would be met by "14 a.m."."""
    french = "La séance du 3 mai ouvre à 14\u00a0heures devant 62 élus."
    found = figure_matches(french, "The sitting of May 3 opens at 4 p.m. before officials.")
    assert [(match.surface, match.entry.en) for match in found] == [
        ("14\u00a0heures", "2 p.m."),
        ("62", "62"),
    ]
