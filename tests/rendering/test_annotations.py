"""Identities, notes and marks of doubt in the English."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from translate.rendering import to_markdown
from translate.rendering.annotations import Insertion, annotate, annotated
from translate.values import Finding, HitStatus, Level, Mention, Span, Summary, SummaryPoint

from .factory import build, hit, mention, paragraph
from .pages import PARSERS, squeeze, tree
from .strategies import texts

PARTS = (
    paragraph(
        ("M. Wang a parlé.", "Mr. Wang spoke."),
        ("Wang Yi a insisté.", "Wang Yi insisted."),
        ("M. Wang est parti.", "Mr. Wang left."),
        ("Les précurseurs restent.", "Precursors remain."),
    ),
)
BARE = build(*PARTS)


def english(*, parts=PARTS, **more):
    """The English sentences with their annotations, as Markdown, and the notes."""
    document = build(*parts, **more)
    found = annotate(document)
    sentences = [annotated(item.text, found.of(item.segment)) for item in document.translations]
    return sentences, list(found.notes)


def wang(segment, surface="M. Wang", target="Mr. Wang", **more):
    """A mention of Wang Yi."""
    return mention(BARE, segment, surface, target, **{"person": "Wang Yi", **more})


def test_identity_at_first_short_mention_only():
    """Who is meant stands after the first mention that is not the full name, and never again."""
    mentions = (wang("s1"), wang("s2", "Wang Yi", "Wang Yi"), wang("s3"))
    sentences, notes = english(mentions=mentions)
    assert sentences[:3] == ["Mr. Wang \\[Wang Yi\\] spoke.", "Wang Yi insisted.", "Mr. Wang left."]
    assert notes == []


def test_no_identity_where_the_full_name_stands():
    """A full name needs no brackets, even if only its surname is the mention."""
    mentions = (wang("s2", "Wang", "Wang"), wang("s2", "Yi", "Yi"), wang("s3"))
    sentences, _ = english(mentions=mentions)
    assert sentences[1:3] == ["Wang Yi insisted.", "Mr. Wang \\[Wang Yi\\] left."]


def test_inferred_identity_is_shown_as_inferred():
    """An inferred identity has a question mark and a note with the reason."""
    mentions = (wang("s1", inferred=True, confidence=0.62, evidence=("cue “douane”", "titre")),)
    sentences, notes = english(mentions=mentions)
    assert sentences[0] == "Mr. Wang \\[Wang Yi?\\][^n1] spoke."
    assert notes == [
        "“M. Wang” is taken to be Wang Yi (inferred, confidence 62 %): cue “douane”; titre."
    ]


def test_people_nobody_knows_are_left_plain():
    """A mention without any candidate adds nothing to the text."""
    sentences, notes = english(mentions=(wang("s1", person=""),))
    assert (sentences[0], notes) == ("Mr. Wang spoke.", [])


def test_ambiguous_mention_lists_candidates_each_time():
    """Every ambiguous mention says who it can be."""
    open_ = {"person": "", "candidates": ("Wang Yi", "Wang Xiaohong"), "inferred": True}
    sentences, notes = english(mentions=(wang("s1", **open_), wang("s3", **open_)))
    assert notes == []  # nobody was inferred: there is no reason to give
    assert sentences[0] == "Mr. Wang \\[?: Wang Yi or Wang Xiaohong\\] spoke."
    assert sentences[2] == "Mr. Wang \\[?: Wang Yi or Wang Xiaohong\\] left."


def test_ambiguous_mention_not_found_in_the_english():
    """Without a place in the English, the mark stands at the end and names the French words."""
    mentions = (wang("s1", target="", person="", candidates=("Wang Yi", "Wang Xiaohong")),)
    sentences, _ = english(mentions=mentions)
    assert sentences[0] == "Mr. Wang spoke. \\[M. Wang?: Wang Yi or Wang Xiaohong\\]"


def test_identity_waits_for_a_place():
    """A mention that is not found in the English leaves the brackets to the next one."""
    sentences, _ = english(mentions=(wang("s1", target=""), wang("s3")))
    assert sentences[0] == "Mr. Wang spoke."
    assert sentences[2] == "Mr. Wang \\[Wang Yi\\] left."


def test_note_at_first_mention_of_a_person():
    """The note of a person is given once, after the brackets."""
    note = {"entry_id": "wang", "note": "Minister since 2021 [sic]"}
    sentences, notes = english(mentions=(wang("s1", **note), wang("s3", **note)))
    assert sentences[0] == "Mr. Wang \\[Wang Yi\\][^n1] spoke."
    assert sentences[2] == "Mr. Wang left."
    assert notes == ["**Wang Yi**: Minister since 2021 \\[sic\\]"]


def test_note_of_a_term_without_place_stands_at_the_end():
    """A noted term that the English lacks has its note at the end, with the mark of doubt."""
    term = hit(BARE, "s4", "précurseurs", "forerunners", HitStatus.MISSING, note="chemicals")
    sentences, notes = english(hits=(term,))
    assert sentences[3] == "Precursors remain.[^n1]\u00a0[⚠](#all-names)"
    assert notes == ["**forerunners** (*précurseurs*): chemicals"]


def test_used_terms_are_left_plain():
    """Terms that were used or repaired make no noise."""
    hits = (
        hit(BARE, "s4", "précurseurs", "Precursors"),
        hit(BARE, "s4", "restent", "remain", HitStatus.REPAIRED),
    )
    sentences, notes = english(hits=hits)
    assert (sentences[3], notes) == ("Precursors remain.", [])


def test_one_mark_for_each_sentence_with_its_gravest_finding():
    """A sentence has one mark, linked to its gravest finding; a remark has another sign."""
    findings = tuple(
        Finding(rule="x", level=level, segment=segment, message="")
        for segment, level in [
            ("s1", Level.INFO),
            ("s1", Level.ERROR),
            ("s1", Level.WARNING),
            ("s2", Level.INFO),
            ("", Level.ERROR),
        ]
    )
    term = hit(BARE, "s2", "Wang", "Wong", HitStatus.FORBIDDEN)
    sentences, _ = english(findings=findings, hits=(term,))
    assert sentences[0] == "Mr. Wang spoke.\u00a0[⚠](#f2)"
    assert sentences[1] == "Wang Yi insisted.\u00a0[⚠](#all-names)"
    assert sentences[2] == "Mr. Wang left."
    same = Finding(rule="term", level=Level.WARNING, segment="s2", message="")
    sentences, _ = english(findings=(same,), hits=(term,))
    assert sentences[1] == "Wang Yi insisted.\u00a0[⚠](#f1)"
    sentences, _ = english(findings=findings)
    assert sentences[1] == "Wang Yi insisted.\u00a0[ℹ](#f4)"


def test_insertions_keep_the_order_of_the_english():
    """Notes are numbered as they stand in the English, not as in the French."""
    parts = (
        paragraph(
            ("rouge et bleu", "blue and red"),
        ),
    )
    bare = build(*parts)
    hits = (
        hit(bare, "s1", "rouge", "red", note="first in French"),
        hit(bare, "s1", "bleu", "blue", note="first in English"),
    )
    sentences, notes = english(parts=parts, hits=hits)
    assert sentences == ["blue[^n1] and red[^n2]"]
    assert notes == ["**blue** (*bleu*): first in English", "**red** (*rouge*): first in French"]


def test_spans_count_in_the_plain_text():
    """Escapes and leading blanks do not move an insertion."""
    parts = (
        paragraph(
            ("a*b M. Wang & co", " a*b Mr. Wang & co"),
        ),
    )
    bare = build(*parts)
    found, _ = english(
        parts=parts, mentions=(mention(bare, "s1", "M. Wang", "Mr. Wang", "Wang Yi"),)
    )
    assert found == [" a\\*b Mr. Wang \\[Wang Yi\\] &amp; co"]


@given(text=texts, cuts=st.lists(st.integers(0, 60), max_size=5).map(sorted))
def test_insertions_lose_no_text(text, cuts):
    """A text cut anywhere for links and footnote marks is still that text."""
    insertions = [Insertion(at=cut, markdown="[⚠](#f1)[^n1]") for cut in cuts]
    root = tree(f"x{annotated(text, insertions)}\n\n[^n1]: note\n", PARSERS["cmark-gfm"])
    paragraph_ = root.find(".//p")
    marks = [*paragraph_.xpath(".//a[@href='#f1']"), *paragraph_.findall("sup")]
    assert len(marks) == 2 * len(cuts)
    for mark in marks:
        mark.drop_tree()
    assert squeeze(paragraph_.text_content()) == squeeze(f"x{text}")


def test_summary_points_stand_as_they_were_made():
    """Who is meant is said by the point itself; rendering escapes it and adds nothing."""
    points = (
        SummaryPoint(fr="M. Wang est parti.", en="Mr. Wang [Wang Yi] left.", segments=("s3",)),
        SummaryPoint(fr="M. Wang a parlé.", en="Mr. Wang spoke.", segments=("s1",)),
    )
    mentions = (wang("s1"), wang("s3"))
    page = to_markdown(build(*PARTS, mentions=mentions, summary=Summary(points=points)))
    assert "- Mr. Wang \\[Wang Yi\\] left. ([3](#s3))<br><em>M. Wang est parti.</em>" in page
    assert "- Mr. Wang spoke. ([1](#s1))" in page


def test_summary_carries_doubt():
    """A point that rests on a doubtful sentence is marked; a mere remark is left to the text."""
    points = (
        SummaryPoint(fr="Un.", en="One.", segments=("s1", "s2")),
        SummaryPoint(fr="Deux.", en="Two.", segments=("s1",)),
    )
    findings = (
        Finding(rule="x", level=Level.INFO, segment="s1", message=""),
        Finding(rule="x", level=Level.WARNING, segment="s2", message=""),
    )
    page = to_markdown(build(*PARTS, findings=findings, summary=Summary(points=points)))
    assert "- One.\u00a0[⚠](#f2) ([1](#s1), [2](#s2))<br>" in page
    assert "- Two. ([1](#s1))<br>" in page


def test_many_annotations_take_linear_time():
    """Thousands of mentions, hits and findings on one sentence are one pass each."""
    size = 20_000
    parts = (paragraph(("Wang " * size, "Wang " * size)),)
    span = Span(start=0, end=4)
    first = Mention(segment="s1", span=span, surface="Wang", person="Wang Yi", target_span=span)
    mentions = tuple(
        dataclasses.replace(first, person=f"Wang {at}", target_span=Span(start=at, end=at + 4))
        for at in range(0, size, 5)
    )
    sentences, _ = english(parts=parts, mentions=mentions)
    assert sentences[0].count("\\[Wang ") == len(mentions)
