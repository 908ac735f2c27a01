"""`select`: limits, kinds, methods, errors, and what holds for any input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import METHODS, SUMMARY_KINDS, Limit, Sentence, SummarizeError, select
from summarize.words import word_count
from tests.growth import assert_growth

BODY = [
    "Le port de Brénac sera fermé aux cargos à partir du 3 juin, a annoncé mardi la préfecture.",
    "Deux grues menacent de s'effondrer, selon un rapport de 140 pages.",
    "Elles datent de 1974.",
    "Le syndicat des dockers réclame 200 embauches.",
    "« Nous bloquerons le chenal », prévient son secrétaire, Luc Amiel.",
    "La capitainerie détournera 45 navires vers Salins.",
]


def sentences(*texts: str, kind: str = "sentence") -> list[Sentence]:
    return [Sentence(text=text, kind=kind, paragraph=i) for i, text in enumerate(texts)]


WORDS = (
    *("Le", "la", "maire", "ministre", "Il", "Elle", "annoncé", "selon", "12", "lundi", "Paris"),
    *("Mais", ",", ".", "«", "»", "?", "M.", "Durand", "port", "eau"),
)
words = st.sampled_from(WORDS)
texts = st.lists(words, max_size=12).map(" ".join) | st.text(max_size=30)
articles = st.lists(
    st.builds(
        Sentence,
        text=texts,
        kind=st.sampled_from(["sentence", "title", "caption", "question", "standfirst", "x"]),
    ),
    max_size=25,
)
limits = st.one_of(
    st.builds(Limit, sentences=st.integers(1, 30)),
    st.builds(Limit, words=st.integers(1, 200)),
    st.builds(Limit, share=st.floats(0.01, 1)),
)


@given(article=articles, limit=limits, method=st.sampled_from(METHODS))
def test_indices_are_valid_sorted_and_within_the_limit(
    article: list[Sentence], limit: Limit, method: str
) -> None:
    """Indices rise, point at kinds that may be chosen, and respect the limit; twice the same."""
    chosen = select(article, method=method, limit=limit)
    assert list(chosen) == sorted(set(chosen))
    assert all(article[i].kind in SUMMARY_KINDS for i in chosen)
    assert chosen == select(article, method=method, limit=limit)
    length = sum(word_count(article[i].text) for i in chosen)
    whole = sum(word_count(s.text) for s in article if s.kind in SUMMARY_KINDS)
    if limit.sentences is not None:
        assert len(chosen) <= limit.sentences
    elif len(chosen) > 1:
        assert length <= (limit.words if limit.words is not None else whole * (limit.share or 0))


@given(article=articles, method=st.sampled_from(METHODS))
def test_something_is_chosen_where_something_can(article: list[Sentence], method: str) -> None:
    """An article with a plain statement never gets an empty summary."""
    article = [*article, Sentence(text="Le conseil de Vaurac a voté lundi le budget du lycée.")]
    assert select(article, method=method, limit=Limit(words=1))


@pytest.mark.parametrize("method", METHODS)
def test_each_method_gives_its_own_choice_of_the_asked_size(method: str) -> None:
    """Three sentences are asked and three come."""
    assert len(select(sentences(*BODY), method=method, limit=Limit(sentences=3))) == 3


def test_lead_is_the_first_sentences_that_may_be_chosen() -> None:
    """The caption in front is passed over."""
    article = [*sentences("Le port vu du ciel.", kind="caption"), *sentences(*BODY)]
    assert select(article, method="lead", limit=Limit(sentences=3)) == (1, 2, 3)


def test_leaning_sentence_comes_only_with_its_support() -> None:
    """However long the summary, "Elles datent" stands after the grues it speaks of."""
    for size in range(1, len(BODY) + 1):
        chosen = select(sentences(*BODY), limit=Limit(sentences=size))
        assert 2 not in chosen or 1 in chosen


def test_article_that_leans_as_a_whole_still_gets_a_summary() -> None:
    """When every sentence leans, the best one is taken all the same."""
    article = sentences("Il a dit oui.", "Elle a annoncé lundi la vente de 12 navires.")
    assert select(article, limit=Limit(sentences=1)) == (1,)


def test_repeated_sentence_is_chosen_once() -> None:
    """A second, nearly equal sentence is left out by all methods."""
    again = BODY[0].replace("a annoncé mardi la préfecture", "a annoncé la préfecture mardi")
    for method in METHODS:
        chosen = select(sentences(BODY[0], again, BODY[3]), method=method, limit=Limit(sentences=3))
        assert chosen == (0, 2)


@pytest.mark.parametrize(
    "text",
    ["Où vont les grues ?", "« Pourquoi nous ? »", "Le port, lundi. (Photo L. Amiel)", "***", ""],
)
def test_no_usable_sentence_gives_an_empty_summary(text: str) -> None:
    """Questions, credited captions and ornaments are never a summary."""
    assert select(sentences(text), limit=Limit(sentences=3)) == ()


def test_words_limit_passes_over_what_does_not_fit() -> None:
    """The best sentence opens; a shorter one fills the rest."""
    chosen = select(sentences(*BODY), limit=Limit(words=25))
    assert 0 in chosen
    assert len(chosen) == 2


def test_share_of_everything_takes_every_sentence_that_stands() -> None:
    """A share of 1 leaves out nothing but repeats and what may not be chosen."""
    assert select(sentences(*BODY), limit=Limit(share=1)) == tuple(range(len(BODY)))


def test_unknown_method_is_an_error_that_names_the_known_ones() -> None:
    """The message lists what can be chosen."""
    with pytest.raises(SummarizeError, match="lexrank"):
        select(sentences(*BODY), method="lexrnak", limit=Limit(sentences=1))


@pytest.mark.parametrize(
    "given_",
    [
        {},
        {"sentences": 0},
        {"words": -4},
        {"share": 0.0},
        {"share": 1.5},
        {"sentences": 1, "words": 9},
    ],
)
def test_length_that_makes_no_sense_is_an_error(given_: dict[str, float]) -> None:
    """None, several or out of range."""
    with pytest.raises(SummarizeError):
        Limit(**given_)  # type: ignore[arg-type]


@pytest.mark.parametrize("method", METHODS)
def test_time_is_quadratic_at_most(method: str) -> None:
    """A long file, two thousand sentences, does not explode."""

    def run(lots: int) -> None:
        texts = (f"{text} Lot {n} du quai {n * 7}." for n in range(lots) for text in BODY)
        select(sentences(*texts), method=method, limit=Limit(share=0.3))

    assert_growth(run, 84, power=2)
