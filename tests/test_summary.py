"""Summaries of an article: who is meant, what is not verbatim, nothing that the rows do not say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from tests.rendering.factory import build, mention, paragraph
from tests.rendering.strategies import documents
from translate.backquotes import RULE
from translate.summary import NOT_VERBATIM, summary_of, unsupported
from translate.values import (
    BilingualDocument,
    BlockKind,
    Finding,
    Level,
    Mention,
    Summary,
    SummaryPoint,
)

FIRST = (
    "Le port de Kervanec rouvrira lundi après 12 jours de travaux, a annoncé M. Le Dantec.",
    "The harbor of Kervanec will reopen Monday after 12 days of work, Mr. Le Dantec said.",
)
SECOND = (
    "M. Le Dantec promet aussi 4 317 tonnes de sel aux pêcheurs de Kervanec.",
    "Mr. Le Dantec also promises 4,317 metric tons of salt to the fishers of Kervanec.",
)


def document(*pairs: tuple[str, str]) -> BilingualDocument:
    return build(*(paragraph(pair) for pair in pairs))


def summarized(
    made: BilingualDocument,
    *mentions: Mention,
    findings: tuple[Finding, ...] = (),
    count: int = 3,
) -> BilingualDocument:
    texts = [translation.text for translation in made.translations]
    summary = summary_of(
        made.article, made.segments, texts, mentions=mentions, findings=findings, count=count
    )
    return replace(made, summary=summary, mentions=mentions)


def le_dantec(made: BilingualDocument, segment: str, **more: object) -> Mention:
    name = more.pop("person", "Tanguy Le Dantec")
    return mention(made, segment, "M. Le Dantec", "Mr. Le Dantec", str(name), **more)


def test_first_mention_says_who_is_meant() -> None:
    """The full name stands in brackets once, in both languages."""
    made = document(FIRST, SECOND)
    points = summarized(made, le_dantec(made, "s1"), le_dantec(made, "s2")).summary.points
    assert points[0].fr.endswith("a annoncé M. Le Dantec [Tanguy Le Dantec].")
    assert points[0].en.endswith("Mr. Le Dantec [Tanguy Le Dantec] said.")
    assert (points[1].fr, points[1].en) == SECOND


def test_french_name_is_the_one_the_article_writes() -> None:
    """A name with another spelling in English keeps its own in French."""
    before = ("Sergueï Varenkov visite le port.", "Sergei Varenkov visits the harbor.")
    after = ("M. Varenkov a refusé hier l'offre de 40 millions.", "Mr. Varenkov refused it: 40.")
    made = document(before, after)
    mentions = (
        mention(made, "s1", "Sergueï Varenkov", "Sergei Varenkov", "Sergei Varenkov"),
        mention(made, "s2", "M. Varenkov", "Mr. Varenkov", "Sergei Varenkov", inferred=True),
    )
    [point] = summarized(made, *mentions, count=1).summary.points
    assert point.segments == ("s2",)
    assert point.fr.startswith("M. Varenkov [Sergueï Varenkov?] a refusé")
    assert point.en.startswith("Mr. Varenkov [Sergei Varenkov?] refused")


def test_ambiguous_mention_lists_its_candidates() -> None:
    """Nobody is guessed: both who it could be are named."""
    made = document(FIRST)
    open_ = le_dantec(made, "s1", person="", candidates=("Anne Le Dantec", "Yves Le Dantec"))
    [point] = summarized(made, open_).summary.points
    assert "M. Le Dantec [? Anne Le Dantec ou Yves Le Dantec]" in point.fr
    assert "Mr. Le Dantec [? Anne Le Dantec or Yves Le Dantec]" in point.en


def test_what_tells_namesakes_apart_is_no_stranger_in_the_summary() -> None:
    """Capitals of what stands behind their names are accounted for like the names."""
    made = document(FIRST)
    namesakes = ("Yves Le Dantec (Mayor of Kerzelec)", "Yves Le Dantec (Skipper)")
    told = summarized(made, le_dantec(made, "s1", person="", candidates=namesakes))
    assert "(Mayor of Kerzelec)" in told.summary.points[0].en
    assert unsupported(told) == ()


def test_pronoun_of_a_sentence_left_out_is_named_with_a_question_mark() -> None:
    """ "Elle" at the start means the only woman of the sentence before, a caption."""
    before = ("Mme Oriane Valquevère au port.", "Oriane Valquevère at the harbor.")
    after = (
        "Elle a annoncé lundi la saisie de 4 317 tonnes de ferraille au ministère de Kerzelec.",
        "She announced Monday the seizure of 4,317 metric tons of scrap.",
    )
    made = build(paragraph(before, kind=BlockKind.CAPTION), paragraph(after))
    woman = mention(
        made, "s1", "Mme Oriane Valquevère", "Oriane Valquevère", "Oriane Valquevère", gender="f"
    )
    [point] = summarized(made, woman, count=1).summary.points
    assert point.fr.startswith("Elle [Oriane Valquevère?] a annoncé")
    assert point.en.startswith("She [Oriane Valquevère?] announced")


def test_retold_quotation_is_marked() -> None:
    """A finding of the rule tells that the words are not the speaker's own."""
    made = document(
        ("« Nous rouvrirons le port lundi », a dit John Marlow.", '"We reopen," said John Marlow.')
    )
    finding = Finding(rule=RULE, level=Level.INFO, segment="s1", message="speaks English")
    assert summarized(made, findings=(finding,)).summary.points[0].en.endswith(NOT_VERBATIM)
    assert NOT_VERBATIM not in summarized(made).summary.points[0].en


def test_every_point_is_linked_and_agrees_with_its_row() -> None:
    """Points name their segments; names in brackets are no disagreement."""
    made = document(FIRST, SECOND)
    done = summarized(made, le_dantec(made, "s1"))
    assert [point.segments for point in done.summary.points] == [("s1",), ("s2",)]
    assert unsupported(done) == ()


def test_other_numbers_and_names_than_the_rows_are_reported() -> None:
    """A figure or name that only the point has, or has lost, is named with its point."""
    made = document(FIRST)
    fr, en = FIRST
    wrong = SummaryPoint(
        fr=fr.replace("12 jours", "13 jours"), en=en.replace("Kervanec", "Brest"), segments=("s1",)
    )
    assert unsupported(replace(made, summary=Summary(points=(wrong,)))) == (
        "point 1, French: 13 is not in the row, 12 of the row is missing",
        "point 1, English: Brest is not in the row, Kervanec of the row is missing",
    )


def test_no_sentences_asked_for_gives_none() -> None:
    """A length of 0 and an article without sentences have no summary."""
    made = document(FIRST)
    assert summarized(made, count=0).summary == Summary()
    assert summarized(build(), count=3).summary == Summary()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_summary_of_any_article_agrees_with_its_rows(document: BilingualDocument) -> None:
    """Nothing is invented, whatever the text."""
    assert unsupported(summarized(document)) == ()
