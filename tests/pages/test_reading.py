"""Reading our own pages back: nothing lost, edits respected, hostile pages harmless."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.briefing.articles import WIRE, document, page
from tests.growth import assert_growth
from tests.rendering.factory import build, hit, mention, paragraph, sample
from tests.rendering.strategies import documents
from translate.errors import InputError
from translate.pages import read_page
from translate.rendering import to_markdown
from translate.rendering.escape import clean
from translate.values import BlockKind, Finding, Level


def squeezed(text: str) -> str:
    """Text without blanks of any kind, as a page can show it."""
    return "".join(clean(text).replace("\u200b", "").split())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_page_is_read_back_whole(document) -> None:
    """Every sentence of any article comes back in both languages, character for character."""
    page_ = read_page(to_markdown(document))
    french = {segment.id: segment.text for segment in document.segments}
    english = {item.segment: item.text for item in document.translations}
    assert squeezed("".join(row.french for row in page_.rows)) == squeezed(
        "".join(french[id_] for id_ in _in_page_order(document))
    )
    assert squeezed("".join(row.english for row in page_.rows)) == squeezed(
        "".join(english[id_] for id_ in _in_page_order(document))
    )


def _in_page_order(document) -> list[str]:
    """Ids with the headline first, as the page has them."""
    blocks = document.article.blocks
    title = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.TITLE), None)
    return [s.id for s in sorted(document.segments, key=lambda s: (s.block != title, s.block))]


def test_head_of_a_page_is_read() -> None:
    """Outlet, date, source and status come from the front matter."""
    found = page(WIRE, "depeche.txt", "Agence du Littoral", None)
    assert (found.source, found.outlet, found.date) == ("depeche.txt", "Agence du Littoral", None)
    assert found.status == "machine draft, unreviewed"
    assert not found.edited


def test_kinds_of_rows_are_told_apart() -> None:
    """What may not be chosen for a summary keeps its kind."""
    kinds = {
        BlockKind.TITLE: "title",
        BlockKind.HEADING: "heading",
        BlockKind.STANDFIRST: "standfirst",
        BlockKind.PARAGRAPH: "sentence",
        BlockKind.QUESTION: "question",
        BlockKind.QUOTE: "quote",
        BlockKind.LIST_ITEM: "list_item",
        BlockKind.TABLE_ROW: "table_row",
        BlockKind.CAPTION: "caption",
    }
    texts = {kind: f"Kerzelec ferme{' ?' * (kind is BlockKind.QUESTION)}" for kind in kinds}
    made = build(
        *(paragraph((texts[kind], "Closed"), kind=kind, level=2, marker="-") for kind in kinds)
    )
    rows = read_page(to_markdown(made)).rows
    assert [row.kind for row in rows] == list(kinds.values())
    assert [row.french for row in rows] == list(texts.values())


def test_names_notes_and_findings_are_read() -> None:
    """The tables under the text give people, terms with their notes, and doubtful sentences."""
    bare = build(paragraph(("M. Varin visite le port.", "Mr. Varin visits the harbor.")))
    made = build(
        paragraph(("M. Varin visite le port.", "Mr. Varin visits the harbor.")),
        mentions=(mention(bare, "s1", "M. Varin", "Mr. Varin", "Paul Varin", inferred=True),),
        hits=(hit(bare, "s1", "port", "harbor", note="A harbor, not a bearing."),),
        findings=(
            Finding(
                rule="name", level=Level.ERROR, segment="s1", message="look", suggestion="a | b"
            ),
        ),
    )
    found = read_page(to_markdown(made))
    assert [(name.english, name.kind, name.status) for name in found.names] == [
        ("Paul Varin", "person", "inferred"),
        ("harbor", "term", "used"),
    ]
    assert found.names[1].note == "A harbor, not a bearing."
    assert [
        (remark.level, remark.rule, remark.segment, remark.suggestion) for remark in found.remarks
    ] == [("error", "name", "s1", "a | b")]
    assert [(row.english, row.doubt) for row in found.rows] == [
        ("Mr. Varin visits the harbor.", True)
    ]


def test_sample_page_is_read() -> None:
    """The sample of the rendering tests, with every kind of annotation, reads as its document."""
    made = sample()
    rows = {row.id: row for row in read_page(to_markdown(made)).rows}
    english = {item.segment: item.text for item in made.translations}
    assert {id_: row.english for id_, row in rows.items()} == english


def test_edited_english_is_what_counts() -> None:
    """The words that a person put into the English column are read, and the page is edited."""
    text = to_markdown(document(WIRE, "depeche.txt"))
    found = read_page(text.replace("one seriously", "one of them **badly**"))
    assert found.edited
    assert "Four workers were injured, one of them **badly**, Prefect" in found.rows[2].english


def test_row_without_its_numbers_is_taken_whole() -> None:
    """Where a person removed the sentence numbers, the row is one sentence under its first id."""
    text = to_markdown(document(WIRE, "depeche.txt"))
    lines = [
        line if "240 people" not in line else line.replace("<sub>3</sub>\u00a0Four", "Four")
        for line in text.split("\n")
    ]
    rows = read_page("\n".join(lines)).rows
    assert rows[1].id == "s2"
    assert rows[1].french.endswith("Aurore Vendel.")
    assert rows[1].english.endswith("Prefect Aurore Vendel said.")
    assert [row.id for row in rows] == ["s1", "s2", "s4", "s5"]


@pytest.mark.parametrize("text", ["", "Bonjour", "---\ntitle: x\n---\n", "| a | b |"])
def test_other_texts_are_refused(text: str) -> None:
    """What we did not make is an error that says what to give instead."""
    with pytest.raises(InputError, match=r"x\.md is no bilingual page"):
        read_page(text, name="x.md")


@given(data=st.data())
def test_a_mangled_page_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever a person cut or pasted, nothing else than our own error comes out."""
    text = to_markdown(document(WIRE, "depeche.txt"))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    pasted = data.draw(st.sampled_from(["", "|", "**", "[^n1]: **", '<a id="s9"></a>', "\n", "~"]))
    try:
        read_page(text[:start] + pasted + text[end:])
    except InputError:
        return


@pytest.mark.parametrize(
    "filling",
    ["**", "[", " [", "| a ", "\\", "<sub>1", '<a id="s1"></a>', "[^n1]", "*(", ")* ", "&amp"],
)
def test_hostile_lines_take_linear_time(filling: str) -> None:
    """Half a megabyte of any mark, in the text or in a note, is no trap."""
    page_ = to_markdown(document(WIRE, "depeche.txt"))

    def run(size: int) -> None:
        hostile = filling * (size // len(filling))
        read_page(page_.replace("one seriously", hostile) + f"\n[^n1]: **{hostile}\n*({hostile}\n")

    assert_growth(run, 125_000)


TWO = paragraph(("Un dort.", "One sleeps."), ("Deux court.", "Two runs."))


def test_rows_know_their_lines() -> None:
    """Each row names the line of the file where it stands."""
    text = to_markdown(sample())
    lines = text.split("\n")
    for row in read_page(text).rows:
        assert f'<a id="{row.id}"></a>' in lines[row.line - 1]


def test_sentences_in_another_order_keep_their_numbers() -> None:
    """English sentences that changed places within a row still face their French."""
    text = to_markdown(build(TWO))
    before = {row.id: row.english for row in read_page(text).rows}
    moved = text.replace(
        "<sub>1</sub>\u00a0One sleeps. <sub>2</sub>\u00a0Two runs.",
        "<sub>2</sub>\u00a0Two runs. <sub>1</sub>\u00a0One sleeps.",
    )
    assert moved != text
    assert {row.id: row.english for row in read_page(moved).rows} == before


def test_numbers_that_do_not_match_are_told() -> None:
    """Sentences taken together keep their ids, their French and the numbers that are left."""
    text = to_markdown(build(TWO))
    [row] = read_page(text.replace(" <sub>2</sub>\u00a0Two", " and two")).rows
    assert row.joined == (("s1", "Un dort."), ("s2", "Deux court."))
    assert row.numbers == ("s1",)
    assert row.english == "One sleeps. and two runs."


def test_english_before_the_first_number_is_not_lost() -> None:
    """What a person typed in front of a number belongs to the sentence."""
    text = to_markdown(build(paragraph(("Un dort.", "One sleeps."))))
    [row] = read_page(text.replace("| <sub>1</sub>\u00a0One", "| Here <sub>1</sub>\u00a0one")).rows
    assert row.english == "Here one sleeps."


def test_a_page_that_a_formatter_set_anew_is_the_same_page() -> None:
    """Titles, headings and footnotes are read with `_` for `*`, and with aligned tables."""
    text = to_markdown(sample())
    formatted = "\n".join(
        line.replace(" | ", "     |   ") if line.startswith("|") else _underscored(line)
        for line in text.split("\n")
    )
    assert "_(" in formatted
    assert read_page(formatted).rows == read_page(text).rows
    assert read_page(formatted).names == read_page(text).names


def _underscored(line: str) -> str:
    return line.replace("*(", "_(").replace(")*", ")_").replace(" (*", " (_").replace("*)", "_)")


def test_a_heading_without_its_french_keeps_its_english() -> None:
    """The French that an editor took off a heading is missing there, the English is not."""
    text = to_markdown(sample())
    [heading] = [line for line in text.split("\n") if line.startswith("### <a")]
    row = next(
        row
        for row in read_page(text.replace(heading, heading.partition(" *(")[0])).rows
        if row.kind == "heading"
    )
    assert (row.english, row.french) == ("An expected response", "")
