"""Briefing: events, copies, what items share and where their figures differ."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Limit, Sentence, SummarizeError, select
from summarize.briefing import Briefing, Event, Figure, Item, Ref, brief
from summarize.briefing.claims import claims
from summarize.briefing.clusters import average_link, vectors, whole
from summarize.briefing.figures import figures
from summarize.briefing.threads import threads

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


def test_large_events_hold_together() -> None:
    """Fifty reworded reports of each of two events are two events."""

    def reworded(texts: tuple[str, ...], by: int) -> tuple[str, ...]:
        cuts = ((text.split(), by % len(text.split())) for text in texts)
        return tuple(" ".join([*words[cut:], *words[:cut]]) for words, cut in cuts)

    items = [item(f"w{n}", reworded(WIRE, n), "Port-Lagune, distillerie") for n in range(50)]
    items += [item(f"o{n}", reworded(OTHER, n), "Ostravie, retraites") for n in range(50)]
    groups = average_link(vectors(list(map(whole, items))), [1] * 100, 0.2)
    assert sorted(map(len, groups)) == [50, 50]


def test_claims_are_who_says_what_beside_the_rest() -> None:
    """The mayor's reproach is a claim; what a summary or a figure tells already is none."""
    reproach = "Le maire reproche à la préfecture d'avoir tardé."
    items = [WIRE_ITEM, item("a", (*DAILY, reproach), "Port-Lagune : sept blessés")]
    event = explosion(brief(items))
    claimed = {ref for claim in event.claims for ref in claim.refs}
    told = {ref for refs in event.summaries for ref in refs}
    told |= {figure.ref for each in event.differences for figure in each.figures}
    assert Ref(item="a", sentence=5) in claimed
    assert not claimed & told


def test_claim_that_leans_brings_its_support() -> None:
    """A sentence set against the one before it is quoted with that one."""
    texts = (
        "Le juge Yvon Brec a ouvert le dossier de la digue lundi à Kerzelec devant la presse.",
        "Le syndicat des digues demande 40 millions d'euros, selon le maire de Kerzelec.",
        "La digue nord a cédé en mars, a indiqué la préfecture de Kerzelec dans un communiqué.",
        "Pour la mairie, la digue était entretenue.",
        "Elle dément au contraire tout retard de chantier.",
    )
    found = claims([item("k", texts, "La digue de Kerzelec")], [()])
    leaning = next(claim for claim in found if any(r.sentence == 5 for r in claim.refs))
    assert [r.sentence for r in leaning.refs] == [4, 5]


def test_claims_of_a_large_event_are_limited() -> None:
    """The strongest stay, in the order of the items."""
    texts = ("Le maire de Kerzelec conteste ces chiffres et accuse la préfecture.",)
    items = [item(f"{n:02}", texts, "Kerzelec") for n in range(40)]
    found = claims(items, [()] * 40)
    assert 0 < len(found) < 40
    assert [c.refs[0].item for c in found] == sorted(c.refs[0].item for c in found)


def test_threads_set_a_subject_side_by_side() -> None:
    """What two papers say of the owner stands together; what both carry alike does not."""
    first = (*WIRE, "Le propriétaire, Luc Bracieux, est en fuite.")
    second = (*DAILY, "Le propriétaire a été arrêté mardi à Mauzens.")
    items = [item("b", first, "Port-Lagune"), item("a", second, "Port-Lagune, distillerie")]
    found = threads(items, {Ref(item="b", sentence=4), Ref(item="a", sentence=2)})
    by_word = {thread.word: [(r.item, r.sentence) for r in thread.refs] for thread in found}
    assert by_word == {"propriétaire": [("b", 6), ("a", 5)]}


def test_lead_of_an_undated_event_is_the_most_central() -> None:
    """Without dates the item leads whose first news sentence the others share most of."""
    aside = (
        "Mauzens a promis mercredi 3 millions d'euros aux pompiers, a annoncé la ministre Ida Rey.",
        *WIRE[1:4],
    )
    items = [
        item("a", aside, "Explosion dans une distillerie de Port-Lagune"),
        item("b", WIRE, "Explosion dans une distillerie de Port-Lagune"),
        item("c", (WIRE[0].replace("Quelque", "Plus de"), *DAILY[2:]), "Distillerie, Port-Lagune"),
    ]
    (event,) = brief(items).events
    assert event.lead.item != "a"


def test_figure_of_people_set_against_the_one_before_counts_the_same() -> None:
    """ "plutôt ... 280 personnes" takes over that passengers are counted."""
    texts = (
        "Le bac parti de Mauzens avait 190 passagers à bord.",
        "Les survivants font état plutôt d'une foule de 280 personnes.",
    )
    found = figures(item("x", texts, "Le bac"))
    assert [(figure.value, figure.topic) for figure in found] == [(190, "aboard"), (280, "aboard")]


MORE_FIGURES = {
    "Des dizaines de disparus sont recherchés.": [(10, "missing", "disparus")],
    "Trente victimes seront enterrées vendredi.": [(30, "buried", "victimes")],
    "Selon Kerzelec, le virus cause 900 décès chaque année.": [(900, "dead", "décès")],
    "Six véhicules ont brûlé.": [(6, "vehicles", "véhicules")],
    "Huit camions ont brûlé.": [(8, "vehicles", "camions")],
    "Le virus cause 900 décès chaque année.": [],
    "En 2001, le même accident avait tué 12 personnes, selon le maire.": [],
}


@pytest.mark.parametrize("text", MORE_FIGURES)
def test_topic_and_noun_of_a_figure(text: str) -> None:
    """Burials are not deaths, trucks are vehicles; background counts only with its source."""
    found = figures(item("x", (text,), ""))
    assert [(f.value, f.topic, f.noun) for f in found] == MORE_FIGURES[text]


def test_summary_ends_once_it_has_enough_words() -> None:
    """A filler that would still fit is not added."""
    sentences = [Sentence(text=text) for text in (*WIRE[:3], "Le café est fermé.")]
    limit = Limit(words=60, enough=20)
    short = select(sentences, limit=limit)
    words = sum(len(sentences[i].text.split()) for i in short)
    assert 20 <= words < sum(len(s.text.split()) for s in sentences)
    assert set(short) < set(select(sentences, limit=Limit(words=60)))
