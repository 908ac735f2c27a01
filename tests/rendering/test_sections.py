"""Banner, tables and parts around the text."""

from __future__ import annotations

import dataclasses

from translate.rendering import to_markdown
from translate.rendering.names import name_rows
from translate.rendering.sections import banner, names_and_terms, source_line
from translate.values import BlockKind, Finding, HitStatus, Level, Origin, Span, TermHit

from .factory import build, hit, left_out, mention, paragraph

PARTS = tuple(paragraph((f"Phrase {n} de M. Roy.", f"Sentence {n} of Mr. Roy.")) for n in range(12))
BARE = build(*PARTS)


def test_banner_says_what_the_page_is():
    """The banner names status, engine, findings and the sentences to look at first."""
    finding = Finding(rule="x", level=Level.WARNING, segment="s1", message="")
    document = build(
        *PARTS,
        scores=[-0.5, -2.0, None, -0.1, -0.9],
        reviewed=["s2"],
        findings=(finding, finding),
    )
    assert banner(document) == (
        "> **Machine draft, 1 of 12 sentences reviewed.** Engine: ctranslate2, model "
        "visavis-fr-en.<br>\n"
        "> [Findings](#all-findings): 2 warnings.<br>\n"
        "> Look first at [5](#s5), [1](#s1), [4](#s4): the engine was least sure there."
    )


def test_banner_counts_sentences_that_are_not_the_engines():
    """Sentences from the memory and from people are counted."""
    document = build(paragraph(("Un.", "One."), ("Deux.", "Two."), ("Trois.", "Three.")))
    origins = (Origin.MEMORY, Origin.MEMORY, Origin.HUMAN)
    translations = tuple(
        dataclasses.replace(item, origin=origin)
        for item, origin in zip(document.translations, origins, strict=True)
    )
    text = banner(dataclasses.replace(document, translations=translations))
    assert "Sentences: 2 from the translation memory, 1 by a person." in text
    assert "The checks found nothing." in text
    assert "Look first" not in text


def test_source_line_shows_only_what_is_known():
    """Nothing is shown for what the source does not say, nor a link that is none."""
    assert source_line(BARE) == ""
    article = {"outlet": "L’Écho_du port", "url": "javascript:alert(1)"}
    assert source_line(build(*PARTS, article=article)) == "**L’Écho\\_du port**"
    assert source_line(build(*PARTS, article={"author": "- A. Roy"})) == "\\- A. Roy"


def test_findings_gravest_first_with_stable_anchors():
    """The table is sorted by level; the anchors follow the document's order."""
    findings = (
        Finding(rule="a", level=Level.INFO, segment="", message="one | two"),
        Finding(rule="b", level=Level.ERROR, segment="s3", message="m", suggestion="s"),
    )
    page = to_markdown(build(*PARTS, findings=findings))
    rows = [line for line in page.splitlines() if line.startswith('| <a id="f')]
    assert rows == [
        '| <a id="f2"></a>⚠\u00a0error | b | [3](#s3) | m | s |',
        '| <a id="f1"></a>ℹ\u00a0note | a | whole article | one &#124; two |  |',
    ]


def test_terms_are_grouped_by_entry():
    """One row for an entry, with a count for each status and the first places."""
    statuses = [HitStatus.USED] * 9 + [HitStatus.MISSING]
    hits = tuple(
        hit(BARE, f"s{n}", "Phrase", "Sentence", status, evidence=f"way {n % 2}")
        for n, status in enumerate(statuses, start=1)
    )
    (row,) = name_rows(build(*PARTS, hits=hits))
    assert (row.status, row.why) == ("used 9×, missing 1×", "way 1; way 0")
    table = names_and_terms(build(*PARTS, hits=hits))
    assert "[8](#s8) and 2 more | way 1; way 0 |" in table


def test_glossary_person_has_one_row():
    """A settled term hit of a person who is mentioned adds no row; an open one does."""
    person = {"person": "Anne Roy", "entry_id": "roy"}
    mentions = (
        mention(BARE, "s1", "M. Roy", "Mr. Roy", evidence=("role",), confidence=0.8, **person),
        mention(BARE, "s2", "Roy", "Roy", inferred=True, **person),
    )
    used = hit(BARE, "s1", "Roy", "Roy", entry_id="roy", kind="person")
    missing = dataclasses.replace(used, status=HitStatus.MISSING)
    (row,) = name_rows(build(*PARTS, mentions=mentions, hits=(used,)))
    assert (row.french, row.english, row.status) == ("M. Roy, Roy", "Anne Roy", "inferred")
    assert (row.segments, row.why) == (("s1", "s2"), "role (80 %)")
    rows = name_rows(build(*PARTS, mentions=mentions, hits=(used, missing)))
    assert [row.status for row in rows] == ["inferred", "missing"]


def test_open_questions_have_their_own_rows():
    """Ambiguous mentions list candidates; a mention without any is unknown."""
    mentions = (
        mention(BARE, "s1", "M. Roy", "Mr. Roy", "", candidates=("A", "B", "C"), confidence=0.4),
        mention(BARE, "s2", "M. Roy", "Mr. Roy", ""),
    )
    rows = name_rows(build(*PARTS, mentions=mentions))
    assert [(row.english, row.status, row.why) for row in rows] == [
        ("A, B or C", "ambiguous", "confidence (40 %)"),
        ("unknown", "unknown", ""),
    ]


def test_omitted_parts_say_where_they_stood():
    """Each omitted part has kind, reason, place and full text, also the longest."""
    long = "Lire aussi | " * 500
    page = to_markdown(
        build(
            left_out(BlockKind.BOILERPLATE, long, "link box"),
            PARTS[0],
            left_out(BlockKind.CREDIT, "Photo X"),
        )
    )
    assert f"| boilerplate | link box | before [1](#s1) | {'Lire aussi &#124; ' * 500} |" in page
    assert "| credit | not part of the text | at the end | Photo X |" in page


def test_reading_notes_are_shown():
    """What the reader of the file had to guess is said."""
    page = to_markdown(build(*PARTS, article={"notes": ("# encodage : cp1252",)}))
    assert "## How the source was read\n\n- \\# encodage : cp1252\n" in page


def test_a_term_that_stands_in_another_form_says_so():
    """The names table tells which accepted English the text has, if not the entry's own."""
    found = TermHit(
        entry_id="t",
        fr="partie civile",
        en="civil party",
        kind="term",
        segment="s1",
        source_span=Span(start=0, end=1),
        target_span=Span(start=0, end=3),
        status=HitStatus.USED,
        evidence="in the plain translation",
    )
    page = to_markdown(build(*PARTS, hits=(found,)))
    row = next(line for line in page.splitlines() if line.startswith("| partie civile"))
    assert "in the plain translation; as “" in row
