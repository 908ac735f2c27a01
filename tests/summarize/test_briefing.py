"""Briefing: events, copies, what items share and where their figures differ."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Sentence, SummarizeError
from summarize.briefing import Briefing, Event, Figure, Item, brief
from summarize.briefing.clusters import average_link, vectors, whole
from summarize.briefing.figures import figures

WIRE = (
    "Quelque 240 personnes ont été évacuées lundi après l'explosion d'une cuve à la distillerie.",
    "Quatre ouvriers ont été blessés, dont un grièvement, selon les pompiers.",
    "La cuve contenait 800 hectolitres d'alcool, a précisé la préfecture de Port-Lagune.",
    "L'explosion s'est produite vers 5 h 40 dans l'atelier nord de la distillerie Bracieux.",
    "En 2009, un accident avait fait 12 blessés dans la même usine.",
)
DAILY = (
    "Le bilan de l'explosion de Port-Lagune est passé à sept blessés, a indiqué mardi le maire.",
    "L'explosion s'est produite vers 5 h 40 dans l'atelier nord de la distillerie Bracieux.",
    "Au total, 410 habitants ont dû quitter leur logement, selon la mairie.",
    "Le syndicat CGT affirme que la cuve contenait 1 100 hectolitres d'alcool la nuit du drame.",
)
OTHER = (
    "Le Sénat ostravien a adopté mercredi la réforme des retraites par 61 voix contre 40.",
    "Les syndicats appellent à une grève générale le 14 mars.",
)


def item(id_: str, texts: tuple[str, ...], title: str, date: dt.date | None = None) -> Item:
    body = (Sentence(text=text, paragraph=i + 1) for i, text in enumerate(texts))
    return Item(id=id_, sentences=(Sentence(text=title, kind="title"), *body), date=date)


WIRE_ITEM = item("b", WIRE, "Explosion dans une distillerie de Port-Lagune", dt.date(2025, 3, 3))
DAILY_ITEM = item("a", DAILY, "Port-Lagune : sept blessés à la distillerie", dt.date(2025, 3, 4))
OTHER_ITEM = item("c", OTHER, "Ostravie : le Sénat vote la réforme des retraites")
ITEMS = [WIRE_ITEM, DAILY_ITEM, OTHER_ITEM]


def explosion(briefing: Briefing) -> Event:
    return next(event for event in briefing.events if "a" in event.items)


def values(event: Event, topic: str) -> set[tuple[str, float]]:
    found = [difference for difference in event.differences if difference.topic == topic]
    return {(figure.ref.item, figure.value) for d in found for figure in d.figures}


def test_items_on_one_event_stand_together_by_date() -> None:
    """Two papers on the explosion make an event, the vote another; the larger comes first."""
    assert [event.items for event in brief(ITEMS).events] == [("b", "a"), ("c",)]


def test_event_is_led_by_its_latest_item_and_named_by_its_terms() -> None:
    """The newest dated item leads; the terms are words of the event as written."""
    event = explosion(brief(ITEMS))
    assert event.lead.item == "a"
    assert {"distillerie", "Lagune"} & set(event.terms)


def test_differing_figures_stand_side_by_side() -> None:
    """Each figure keeps its item; the accident of 2009 is background and stays out."""
    event = explosion(brief(ITEMS))
    assert values(event, "injured") == {("b", 4), ("a", 7)}
    assert values(event, "displaced") == {("b", 240), ("a", 410)}
    assert values(event, "hectoli") == {("b", 800), ("a", 1100)}


def test_sentence_of_the_agency_is_found_in_both() -> None:
    """The sentence both papers took over is listed once with its two places."""
    (group,) = explosion(brief(ITEMS)).shared
    assert [(ref.item, ref.sentence) for ref in group] == [("b", 4), ("a", 2)]


def test_changed_figure_changes_there_and_nowhere_else() -> None:
    """A figure edited in one source moves its own entry only."""
    texts = (*DAILY[:2], DAILY[2].replace("410", "415"), DAILY[3])
    edited = [
        WIRE_ITEM,
        item("a", texts, "Port-Lagune : sept blessés à la distillerie", DAILY_ITEM.date),
    ]
    before, after = explosion(brief([WIRE_ITEM, DAILY_ITEM])), explosion(brief(edited))
    assert values(after, "displaced") == {("b", 240), ("a", 415)}
    assert [d for d in after.differences if d.topic != "displaced"] == [
        d for d in before.differences if d.topic != "displaced"
    ]


@given(order=st.permutations(ITEMS))
def test_order_of_files_makes_no_difference(order: list[Item]) -> None:
    """Any order of the items gives the same briefing."""
    assert brief(order) == brief(ITEMS)


def test_copies_and_empty_items_are_left_out_with_their_reason() -> None:
    """A copy cut from below points at the full text; an item without a sentence at nothing."""
    cut = item("z", WIRE[:4], "Une cuve explose à Port-Lagune")
    empty = Item(id="e", sentences=(Sentence(text="Où ?", kind="question"),))
    briefing = brief([*ITEMS, cut, empty])
    assert [(out.item, out.copy_of) for out in briefing.left_out] == [("e", ""), ("z", "b")]
    assert briefing.events == brief(ITEMS).events


def test_twenty_copies_make_one_event() -> None:
    """One is kept, nineteen are listed as its copies."""
    briefing = brief([item(f"{n:02}", WIRE, "Explosion à Port-Lagune") for n in range(20)])
    assert [event.items for event in briefing.events] == [("00",)]
    assert {out.copy_of for out in briefing.left_out} == {"00"}
    assert len(briefing.left_out) == 19


def test_one_item_has_no_differences_and_none_gives_an_empty_briefing() -> None:
    """There is nothing to set side by side in a single article."""
    (event,) = brief([WIRE_ITEM]).events
    assert (event.differences, event.shared) == ((), ())
    assert brief([]) == Briefing()


def test_related_events_share_a_theme() -> None:
    """The trial over the explosion is an event of its own under the same theme as the blast."""
    trial = item(
        "d",
        (
            "Le patron Luc Bracieux comparaîtra le 9 juin à Mauzens pour mise en danger d'autrui.",
            "Deux anciens cadres sont cités comme témoins par 18 familles, selon le parquet.",
            "Le parquet de Mauzens avait ouvert une enquête confiée à 3 juges d'instruction.",
            "Son avocat, Paul Ferrand, plaidera la relaxe et demande 2 expertises.",
            "Une cuve d'alcool de la distillerie de Port-Lagune a explosé.",
            "L'explosion avait fait des blessés dans l'atelier nord de la distillerie.",
        ),
        "Le patron de Bracieux jugé en juin",
    )
    briefing = brief([*ITEMS, trial])
    assert ("d",) in [event.items for event in briefing.events]
    themes = {
        frozenset(id_ for index in theme.events for id_ in briefing.events[index].items)
        for theme in briefing.themes
    }
    assert themes == {frozenset("abd"), frozenset("c")}


def test_every_event_stands_in_one_theme() -> None:
    """Themes divide the events among them."""
    briefing = brief(ITEMS)
    indices = sorted(index for theme in briefing.themes for index in theme.events)
    assert indices == list(range(len(briefing.events)))


def test_two_items_with_one_id_are_an_error() -> None:
    """Refs would be ambiguous."""
    with pytest.raises(SummarizeError, match="'a'"):
        brief([DAILY_ITEM, DAILY_ITEM])


FIGURES = {
    "Douze soldats et trois chauffeurs ont été tués.": [(12, "dead"), (3, "dead")],
    "Neuf passagers ont été sauvés et 4 restent introuvables.": [(9, "rescued"), (4, "missing")],
    "Le navire avait 90 passagers à bord.": [(90, "aboard")],
    "Le taux passe de 3 % à 2,5 % le 12 mai à 14 heures.": [(3, "%"), (2.5, "%")],
    "Un pêcheur de 83 ans a vu le feu depuis 3 km.": [],
    "Il manque 40 millions d'euros.": [(40e6, "euro")],
    "Les pompiers ont fermé trois écoles après la mort d'un élève.": [(3, "ecole")],
}


@pytest.mark.parametrize("text", FIGURES)
def test_what_a_figure_counts(text: str) -> None:
    """People go by what happened to them, all else by its noun; dates, ages and hours are left."""
    found = figures(Item(id="x", sentences=(Sentence(text=text),)))
    assert [(figure.value, figure.topic) for figure in found] == FIGURES[text]


def test_span_of_a_figure_is_the_number_as_written() -> None:
    """The span lets a page mark the figure in its sentence."""
    text = "Quelque 1 200 tonnes ont brûlé."
    (figure,) = figures(Item(id="x", sentences=(Sentence(text=text),)))
    assert isinstance(figure, Figure)
    assert text[figure.start : figure.end] == "1 200"


def test_hundred_items_take_seconds_and_large_events_hold_together() -> None:
    """Fifty reworded reports of each of two events are two events, in a few seconds."""

    def reworded(texts: tuple[str, ...], by: int) -> tuple[str, ...]:
        cuts = ((text.split(), by % len(text.split())) for text in texts)
        return tuple(" ".join([*words[cut:], *words[:cut]]) for words, cut in cuts)

    items = [item(f"w{n}", reworded(WIRE, n), "Port-Lagune, distillerie") for n in range(50)]
    items += [item(f"o{n}", reworded(OTHER, n), "Ostravie, retraites") for n in range(50)]
    start = time.perf_counter()
    groups = average_link(vectors(list(map(whole, items))), [1] * 100, 0.2)
    assert sorted(map(len, groups)) == [50, 50]
    assert time.perf_counter() - start < 10
