"""The briefing as a whole: who says what, what differs, what is missing, and nothing invented."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rendering.factory import Part, paragraph
from tests.rendering.pages import PARSERS, foreign, tree
from translate.briefing import Failure, assemble, to_markdown
from translate.briefing.values import Report
from translate.pages import Page

from .articles import DAILY, VOTE, WIRE, daily, page, vote, wire

PAGES = [wire(), daily(), vote()]
PAGE_LINK = re.compile(r"[\w.%-]+\.md(?:#s\d+)?")
GOLDEN = Path(__file__).parent / "golden" / "briefing.md"


def briefing(pages: list[Page], failures: tuple[Failure, ...] = ()) -> str:
    return to_markdown(assemble(pages, failures))


def body(text: str) -> str:
    """All but the front matter, which changes with every release."""
    return text.split("---\n", 2)[2].lstrip()


def section(text: str, heading: str) -> str:
    """The part under a second-level heading, its own heading left out."""
    return re.split(r"\n## ", text.partition(heading)[2], maxsplit=1)[0]


def event(report: Report, label: str):
    return next(view for view in report.glance if label in [e.label for e in view.entries])


def test_golden() -> None:
    """Three articles read as committed (python -m tests.briefing.update_golden renews it)."""
    assert body(briefing(PAGES)) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("parser", PARSERS.values(), ids=PARSERS)
def test_it_renders_without_a_leak(parser) -> None:
    """Two readers of GitHub's Markdown see tables and links, and no markup of another kind."""
    hostile = (
        paragraph(("Le <b>port</b> | `rouvre` [lundi](x) [^n1]", "The <i>x</i> | $y$ # **z**")),
    )
    pages = [*PAGES, page(hostile, "d'hier (2) <b>.txt", "A|B `c` [d](http://e.f)")]
    root = tree(briefing(pages), parser)
    strange = [thing for thing in foreign(root) if not PAGE_LINK.fullmatch(thing)]
    assert strange == []
    assert len(root.findall(".//table")) > 4


@given(order=st.permutations(PAGES))
def test_order_of_files_makes_no_difference(order: list[Page]) -> None:
    """The same pages in any order give the same bytes."""
    assert briefing(order) == briefing(PAGES)


def test_figures_stand_side_by_side_with_their_sources() -> None:
    """Both tolls and both counts of evacuees are in the first screen, each after its paper."""
    glance = section(briefing(PAGES), "## At a glance")
    assert (
        "**Injured**: 4 workers were injured (Agence du Littoral); "
        "7 injured (Le Quotidien)" in glance
    )
    assert (
        "**Displaced**: about 240 people were evacuated Monday (Agence du Littoral); "
        "410 residents had to leave their homes (Le Quotidien)" in glance
    )


def test_a_changed_figure_changes_there_and_nowhere_else() -> None:
    """410 becomes 415 in one paper: the lines that change all name that paper."""
    changed = (
        *DAILY[:1],
        replace(
            DAILY[1],
            pairs=[tuple(text.replace("410", "415") for text in pair) for pair in DAILY[1].pairs],
        ),
        *DAILY[2:],
    )
    other = page(changed, "quotidien.txt", "Le Quotidien", dt.date(2025, 3, 4))
    same = page(DAILY, "quotidien.txt", "Le Quotidien", dt.date(2025, 3, 4))
    before = briefing([wire(), same, vote()]).split("\n")
    after = briefing([wire(), other, vote()]).split("\n")
    differing = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(differing) > 2
    for a, b in differing:
        assert a.replace("410", "415") == b or a.startswith("content:")
        assert "Le Quotidien" in b or b.startswith("content:")


def test_each_item_has_source_date_and_both_languages() -> None:
    """An item names its paper and date, links its page, and quotes both languages."""
    view = event(assemble(PAGES), "Le Quotidien")
    entry = next(entry for entry in view.entries if entry.label == "Le Quotidien")
    assert entry.title_en == "Port-Lagune: seven injured at the Bracieux distillery"
    assert entry.quote.date == dt.date(2025, 3, 4)
    assert "410 habitants" in entry.quote.french
    assert "410 residents" in entry.quote.english
    assert entry.quote.href == "quotidien.md"
    assert 20 <= len(entry.quote.french.split()) <= 64


def test_a_person_is_named_in_full_where_a_sentence_is_taken_out() -> None:
    """ "M. Quernec" of the dispute is the mayor of a sentence that is not quoted with it."""
    view = event(assemble(PAGES), "Le Quotidien")
    claim = next(quote for quote in view.claims if "conteste" in quote.french)
    assert claim.french.startswith("M. Quernec [Louis Quernec] conteste")
    assert claim.english.startswith("Mr. Quernec [Louis Quernec] disputes")


def test_same_subject_is_set_side_by_side() -> None:
    """What each paper says of the operator stands together, though no figure differs."""
    view = event(assemble(PAGES), "Le Quotidien")
    matter = next(matter for matter in view.matters if matter.french == "exploitant")
    assert [quote.label for quote in matter.quotes] == ["Agence du Littoral", "Le Quotidien"]


def test_sentence_carried_alike_is_said_to_be() -> None:
    """The sentence of both papers is listed once, with both."""
    (group,) = event(assemble(PAGES), "Le Quotidien").shared
    assert {quote.label for quote in group} == {"Agence du Littoral", "Le Quotidien"}


def test_timeline_has_full_dates_only() -> None:
    """Dates of articles and a full date in the text are lines; the undated paper is named."""
    report = assemble(PAGES)
    assert [(moment.date, moment.published) for moment in report.timeline] == [
        (dt.date(2025, 3, 3), True),
        (dt.date(2025, 3, 4), True),
        (dt.date(2025, 3, 5), False),
    ]
    assert report.undated == ("ostravie",)


def test_a_warning_on_a_quoted_sentence_is_listed() -> None:
    """Who reads the briefing sees which of its sentences a check doubts."""
    (doubt,) = assemble(PAGES).doubts
    assert (doubt.label, doubt.remark.segment) == ("Agence du Littoral", "s3")
    assert "[⚠](#findings)" in section(briefing(PAGES), "## Themes")


def test_finding_of_a_retold_quotation_marks_it() -> None:
    """What an English speaker said is not shown as his words."""
    parts: tuple[Part, ...] = (
        paragraph(
            (
                "« Le port de Kervanec rouvrira lundi matin », a déclaré John Marlow aux navires.",
                '"The harbor will reopen Monday," John Marlow said in Kervanec.',
            )
        ),
    )
    made = page(parts, "a.txt")
    marked = replace(made, remarks=(remark(made.rows[0].id),))
    assert "[back-translated, not verbatim]" in assemble([marked]).glance[0].lead.english
    assert "back-translated" not in assemble([made]).glance[0].lead.english


def remark(segment: str):
    from translate.pages import Remark

    return Remark(level="note", rule="backquote", segment=segment, message="speaks English")


def test_copies_stand_once_and_are_named() -> None:
    """Twenty files with one text: one item, nineteen left out with the reason."""
    copies = [page(WIRE, f"copie{n:02}.txt") for n in range(20)]
    report = assemble(copies)
    assert len(report.glance) == 1
    (entry,) = report.glance[0].entries
    assert len(entry.same_text) == 19
    reasons = {out.reason for out in report.left_out}
    assert reasons == {"nearly the same text as copie00"}
    assert "same text: copie01; copie02" in briefing(copies)


def test_one_article_and_none() -> None:
    """A single article says that there is nothing to compare; no article says so too."""
    text = briefing([wire()])
    assert "One article only" in text
    assert "side by side.**" not in text
    assert "No article has a sentence" in briefing([])


def test_what_has_no_usable_sentence_is_left_out_with_its_reason() -> None:
    """A page with only a caption, a page with nothing and an unreadable file are named."""
    from translate.values import BlockKind

    caption = page(
        (paragraph(("Le port (photo)", "The harbor (photo)"), kind=BlockKind.CAPTION),), "photo.txt"
    )
    nothing = page((Part(BlockKind.BOILERPLATE, text="Lire aussi"),), "vide.txt")
    text = briefing([vote(), caption, nothing], (Failure(source="x.bin", reason="is binary"),))
    left = section(text, "Left out\n")
    assert "- [photo](photo.md): no sentence that could stand in a briefing" in left
    assert "- [vide](vide.md): the page has no translated sentence" in left
    assert "- x.bin: is binary" in left
    assert "photo" not in section(text, "## At a glance")


def test_undated_without_outlet_invents_nothing() -> None:
    """The file name stands for the source, "undated" for the date."""
    text = briefing([vote()])
    assert "(**ostravie**, undated, [2](ostravie.md#s2))" in text
    assert "| ostravie | not given | undated | ostravie.txt |" in text


def test_edited_page_wins_over_the_same_source() -> None:
    """Of two pages made from the same bytes, the one that a person edited is used."""
    plain, edited = vote(), replace(vote(), edited=True, href="edited.md")
    report = assemble([plain, edited])
    assert report.glance[0].lead.href == "edited.md"
    assert [out.reason for out in report.left_out] == ["the same file as ostravie.txt"]
    assert "1 page edited by hand" in briefing([plain, edited])


def test_labels_tell_sources_apart() -> None:
    """Two articles of one paper are told apart by file, two files of one name by number."""
    pages = [
        page(WIRE, "un/a.txt", "Le Quotidien"),
        page(VOTE, "deux/a.txt"),
        page(DAILY, "un/b.txt", "Le Quotidien"),
        page(VOTE[:1] + WIRE[1:2], "trois/a.txt"),
    ]
    labels = [label for label, _ in assemble(pages).sources]
    assert sorted(labels) == ["Le Quotidien, a", "Le Quotidien, b", "a", "a (2)"]


def test_no_page_no_link() -> None:
    """Without pages sentences are numbers, and no link is broken."""
    text = briefing([page(VOTE, "ostravie.txt", href="")])
    assert "(**ostravie**, undated, sentence 2)" in text
    assert "](" not in section(text, "## At a glance")


def test_theme_is_named_in_english_where_a_name_is_known() -> None:
    """Places of the checks' table are in English, other words stay French."""
    parts = (
        paragraph(
            ("L'Allemagne ferme ses centrales.", "Germany closes its plants."),
            ("L'Allemagne importe du charbon, selon Berlin.", "Germany imports coal, Berlin says."),
        ),
    )
    terms = assemble([page(parts, "a.txt")]).themes[0].terms
    assert ("Germany", False) in [(term.text, term.french) for term in terms]
    assert any(term.french for term in terms)


def test_many_events_are_counted() -> None:
    """Each article on something else: a briefing of all, the first screen with some of them."""
    names = [
        f"{a}{b}vec" for a in ("Ker", "Plou", "Tre", "Lan", "Gui") for b in "abcdefghijklmnopqrst"
    ]
    pages = []
    for name in names:
        text = " ".join(f"{name}{other[:3]} {name[::-1]}" for other in names[:6])
        made = paragraph((f"Le {name} de {text} a fermé lundi, selon {name}.", f"{name} closed."))
        pages.append(page((made,), f"{name}.txt"))
    text = briefing(pages)
    assert "92 more events below." in text
    assert text.count("\n#### ") == 100
