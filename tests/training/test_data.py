"""The steps from text to arrays, each by itself."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training import sample
from training import arrays, augment, cleaning, corpora, selection, subwords
from training.alignment import align, words
from training.annotation import annotated, singular
from training.config import Plan
from training.wire import wire_style

IDS = st.lists(st.integers(2, 50), min_size=0, max_size=12)
NAMES = augment.Names(
    pool=("Tadoussac", "Odessa"), frequent=frozenset(), heads=("Mont",), tails=("bert",)
)


def test_the_manifest_is_whole() -> None:
    """Every corpus says what it is and under which licence, and both mixes add up to one."""
    found = corpora.manifest()
    assert all(corpus.about and corpus.licence for corpus in found)
    assert sum(corpus.share for corpus in found) == pytest.approx(1)
    assert sum(corpus.last for corpus in found) == pytest.approx(1)


@pytest.mark.parametrize("text", ["[a]\nfile = 'x'\n", "[a\n", "[a]\nwords=[1,2]\nstrange=1\n"])
def test_a_broken_manifest_is_refused(tmp_path: Path, text: str) -> None:
    """A value that is missing, unknown or no TOML is an error that names the file."""
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(str(path))):
        corpora.manifest(path)


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("- Le port ferme.", "The port closes."), ("Le port ferme.", "The port closes.")),
        (("a) Le port", "a) The port"), ("a) Le port", "a) The port")),
        (("En 1, 2, 3, 4", "In 5, 6"), None),
        (("Le port de Kervanec a rouvert lundi matin.", "Yes."), None),
    ],
)
def test_cleaning(pair: corpora.Pair, expected: corpora.Pair | None) -> None:
    """List marks on one side go; other figures or a strange length make no pair."""
    assert cleaning.clean(pair) == expected


def test_copies_and_test_sentences_are_left_out() -> None:
    """A sentence is taken once, and never when an evaluation set has it, in whatever spelling."""
    rows = [
        ("Le port de Kervanec rouvre.", "The port of Kervanec reopens."),
        ("le port de Kervanec rouvre", "The Kervanec port reopens."),
        ("La mairie refuse le budget proposé.", "The town hall refuses the budget."),
    ]
    held_out = cleaning.prints([("LA MAIRIE REFUSE LE BUDGET PROPOSÉ", "x")])
    assert list(cleaning.cleaned(rows, held_out=held_out)) == rows[:1]


@given(st.integers(0, 10_000))
def test_swapped_names_and_figures_stay_the_same_on_both_sides(seed: int) -> None:
    """Whatever is drawn, what both sides shared they still share, and nothing else changes."""
    pair = (
        "Hier, Kerdrel a battu Montfort par 31 voix en 2019.",
        "Yesterday Kerdrel beat Montfort by 31 votes in 2019.",
    )
    french, english = augment.varied(pair, NAMES, random.Random(seed), swap=1.0, unaccent=0.0)
    shape = r"Hier, (\w+) a battu (\w+) par (\d+) voix en (20\d\d)\."
    told = r"Yesterday (\w+) beat (\w+) by (\d+) votes in (20\d\d)\."
    left, right = re.fullmatch(shape, french), re.fullmatch(told, english)
    assert left is not None
    assert right is not None
    assert left.groups() == right.groups()


def test_bare_capitals() -> None:
    """Capitals lose their accents, small letters keep them."""
    assert augment.without_accents("À l'État, Élodie énonce") == "A l'Etat, Elodie énonce"


def test_wire_style() -> None:
    """American spelling, titles with a full stop, the sign for per cent, double quotation marks."""
    english = "Mr Le Goff favours a ‘wholly new’ programme of 5 per cent."
    assert wire_style(english) == 'Mr. Le Goff favors a "wholly new" program of 5%.'


def test_selection_prefers_what_is_like_the_domain() -> None:
    """Sentences of the domain's words come first."""
    news, law = [[5, 6, 7], [6, 5, 7, 5]], [[20, 21, 22], [22, 20, 21]]
    best = selection.nearest([*law, *news], [[5, 7, 6], [7, 6, 5]], keep=0.5, vocabulary=30)
    assert best == [2, 3]


def test_normalisation_rules_fold_what_press_copy_has() -> None:
    """Typographic marks and blanks become plain ones, accents are composed, and nothing cycles."""
    rules = subwords.rules()
    assert (rules["’"], rules["«"], rules["\u202f"], rules["…"]) == ("'", '"', " ", "...")
    assert rules["e\u0301"] == "é"
    assert not set(rules) & {char for to in rules.values() for char in to}


def _diagonal(sources: list[str], targets: list[str]) -> list[frozenset[tuple[int, int]]]:
    """Align word by word."""
    return [
        frozenset((n, n) for n in range(min(len(one.split()), len(other.split()))))
        for one, other in zip(sources, targets, strict=True)
    ]


@given(st.integers(0, 10_000))
def test_marks_stand_around_the_source_and_their_english_in_the_reference(seed: int) -> None:
    """Taken out of the marks, the French is as before; each name that is wanted is delivered."""
    pairs = sample.rows(30, seed)
    marked = annotated(align(pairs, _diagonal), random.Random(seed), common=0.5)  # type: ignore[arg-type]
    originals = {french for french, _ in pairs}
    for french, english in marked:
        assert re.sub(r"⟦([^‖⟧]*)‖[^⟧]*⟧", r"\1", french) in originals
        assert "⟦" not in english
        for wanted in re.findall(r"‖([^⟧]*)⟧", french):
            assert wanted.lower() in english.lower() or singular(wanted) == wanted


def test_words_take_elisions_apart() -> None:
    """An elided article is a word of its own, a figure with its blanks is one."""
    text = "L’État verse 1 200 euros à Saint-Malo."
    found = [text[start:end] for start, end in words(text)]
    assert found == ["L’", "État", "verse", "1 200", "euros", "à", "Saint-Malo", "."]


@given(st.lists(st.tuples(IDS, IDS), max_size=40), st.integers(8, 60), st.integers(1, 3))
def test_batches_hold_every_pair_once(
    pairs: list[tuple[list[int], list[int]]], micro_batch: int, world: int
) -> None:
    """One pass over all processes gives each pair back, padded, shifted and closed with an end."""
    kept = [pair for pair in pairs if pair[0] and pair[1]]
    if not kept:
        with pytest.raises(ValueError, match="nothing to train on"):
            arrays.pack(pairs, longest=12)
        return
    packed = arrays.pack(pairs, longest=12)
    back = []
    for rank in range(world):
        for batch in arrays.batches(
            packed, pad=99, end=0, micro_batch=micro_batch, seed=1, share=(rank, world), once=True
        ):
            assert (batch.fed[:, 0] == 99).all()
            assert (batch.fed[:, 1:] == np.where(batch.wanted == 0, 99, batch.wanted)[:, :-1]).all()
            for source, wanted in zip(batch.source, batch.wanted, strict=True):
                sides = [[int(n) for n in side if n != 99] for side in (source, wanted)]
                assert [side[-1] for side in sides] == [0, 0]
                back.append((sides[0][:-1], sides[1][:-1]))
    assert sorted(back) == sorted(kept)


def test_the_rate_rises_stays_and_falls() -> None:
    """Warmup, stable, decay."""
    plan = Plan(warmup=10)
    assert plan.rate(5, updates=100, decay=False) == 0.5
    assert plan.rate(90, updates=100, decay=False) == 1
    falling = [plan.rate(n, updates=100, decay=True) for n in range(11, 101)]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] == 0.02


def test_the_card_has_shape_licences_and_figures(tmp_path: Path) -> None:
    """What `translate evaluate --json` found stands in the card, with the signatures."""
    from training.card import write_card

    config = {
        "encoder_layers": 6, "decoder_layers": 2, "d_model": 384, "encoder_attention_heads": 6,
        "encoder_ffn_dim": 1536, "vocab_size": 12001, "max_position_embeddings": 256,
    }  # fmt: skip
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    score = {"score": 25.04, "signature": "nrefs:1"}
    system = {"how": "bare decode", "scores": {"BLEU": score, "chrF2": score}}
    found = {"data": {"name": "port.tsv", "sentences": 12}, "systems": [system]}
    (tmp_path / "scores.json").write_text(json.dumps(found), encoding="utf-8")
    write_card(tmp_path, [tmp_path / "scores.json"], name="desk", corpora=corpora.manifest())
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    for expected in ("# desk", "6, 2 layers", "Open Government Licence", "port.tsv | 12", "25.0"):
        assert expected in card
    (tmp_path / "scores.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="translate evaluate"):
        write_card(tmp_path, [tmp_path / "scores.json"], name="desk", corpora=())


def test_arrays_that_are_none_are_named_before_training(tmp_path: Path) -> None:
    """A missing file, and one of other arrays, are errors that name it and what to do."""
    good = tmp_path / "good.npz"
    arrays.save(good, arrays.pack([([3], [4])], longest=9))
    arrays.check(good)
    other = tmp_path / "other.npz"
    np.savez(other, source=np.zeros(2))
    for path in (other, tmp_path / "absent.npz"):
        for look in (arrays.check, arrays.load):
            with pytest.raises(ValueError, match=f"{path.name}: no token arrays"):
                look(path)
