"""Which sentences of a page a person changed: told by the page itself, never of a wrong one."""

from __future__ import annotations

import re
from dataclasses import replace

import cmarkgfm
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.briefing.articles import WIRE, document
from tests.rendering.factory import build, paragraph, sample
from tests.rendering.strategies import documents
from translate.pages import Page, read_page
from translate.rendering import to_markdown
from translate.values import BlockKind, Origin


def _changed(page: Page) -> list[str]:
    return [row.id for row in page.rows if row.changed]


def _wire() -> str:
    return to_markdown(document(WIRE, "depeche.txt"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(document=documents(), data=st.data())
def test_only_the_edited_sentence_is_changed(document, data: st.DataObject) -> None:
    """On any page, a word put into the English of one sentence changes that one and no other."""
    page = to_markdown(document)
    rows = [row for row in read_page(page).rows if row.kind not in {"title", "heading"}]
    assert not _changed(read_page(page))
    if not rows:
        return
    id_ = data.draw(st.sampled_from(rows)).id
    number = id_.removeprefix("s")
    mark = re.compile(rf"(?<!</a>)(<sub>{number}(?: [a-z ]+)?</sub>\u00a0)")
    edited, count = mark.subn(r"\1Zounds! ", page)
    assert count == 1
    assert _changed(read_page(edited)) == [id_]


def test_every_mark_a_page_lays_in_is_no_change() -> None:
    """Identities, footnotes and signs of doubt are not the editor's words."""
    page = to_markdown(sample()) + "\nA note of mine at the end.\n"
    assert read_page(page).edited
    assert _changed(read_page(page)) == []


def test_a_page_without_its_tables_still_tells_what_was_changed() -> None:
    """An editor who cuts the names away changes no sentence by that."""
    page = to_markdown(sample())
    start, end = page.index('## <a id="all-names">'), page.index("<!-- visavis-sentences")
    assert "\\[" in page[:start]
    found = read_page(page[:start] + page[end:])
    assert found.edited
    assert _changed(found) == []
    english = {item.segment: item.text for item in sample().translations}
    assert {row.id: row.english for row in found.rows} == english


def test_titles_are_watched_too() -> None:
    """The headline's English is a sentence like others."""
    page = _wire()
    edited = re.sub(r'(# <a id="s1"></a>)', r"\1Oh: ", page, count=1)
    assert _changed(read_page(edited)) == ["s1"]


def test_the_comment_is_not_shown_and_belongs_to_the_digest() -> None:
    """No renderer shows the digests; a page whose digests were altered counts as edited."""
    page = _wire()
    assert "visavis-sentences" in page
    assert "visavis-sentences" not in re.sub(
        r"<!--.*?-->", "", cmarkgfm.github_flavored_markdown_to_html(page), flags=re.DOTALL
    )
    assert read_page(re.sub(r"s2:[0-9a-f]{4}", "s2:0000", page)).edited


def test_windows_line_ends_and_blanks_are_no_change() -> None:
    """An editor that saves with CRLF, or puts an ordinary blank for the other, changes nothing."""
    page = _wire()
    assert _changed(read_page(page.replace("\n", "\r\n"))) == []
    assert _changed(read_page(page.replace("\u00a0", " "))) == []


def test_numbers_that_no_longer_match_count_as_changed() -> None:
    """Where an editor merged two sentences, the joined row is changed; the others are not."""
    page = _wire()
    edited = page.replace("<sub>3</sub>\u00a0Four", "Four")
    assert edited != page
    assert _changed(read_page(edited)) == ["s2"]


@pytest.mark.parametrize("edit", [False, True])
def test_a_page_without_its_comment_is_not_tracked(edit: bool) -> None:
    """Without digests nobody knows what was changed: the page says so."""
    page = re.sub(r"<!-- visavis-sentences.*?-->", "", _wire(), flags=re.DOTALL)
    page = page.replace("one seriously", "one gravely") if edit else page
    found = read_page(page)
    assert not found.tracked
    assert _changed(found) == []


def test_status_reviewed_stands_for_all() -> None:
    """An editor's `status: reviewed`, quoted or not, makes the whole page reviewed."""
    page = _wire()
    assert not read_page(page).reviewed
    for status in ('"reviewed"', "reviewed", "Reviewed"):
        edited = page.replace('status: "machine draft, unreviewed"', f"status: {status}")
        assert read_page(edited).reviewed


def test_a_text_cannot_forge_the_comment() -> None:
    """A sentence that holds such a comment is text."""
    forged = "<!-- visavis-sentences s1:00000000 -->"
    page = to_markdown(build(paragraph(("Le port ouvre.", forged))))
    assert _changed(read_page(page + "\nx")) == []


def test_french_that_was_changed_and_rows_that_are_gone_are_told() -> None:
    """The page remembers its French too: nobody should edit it, and no row may vanish unsaid."""
    two = paragraph(("Un dort.", "One sleeps."), ("Deux court.", "Two runs."))
    page = to_markdown(build(two, paragraph(("Trois rit.", "Three laughs."))))
    found = read_page(page.replace("Deux court.", "Dix courent."))
    assert [row.french_changed for row in found.rows] == [(), ("s2",), ()]
    assert _changed(found) == []
    without = "\n".join(line for line in page.split("\n") if "Trois" not in line)
    assert read_page(without).gone == ("s3",)
    assert read_page(page).gone == ()


def test_where_english_comes_from_is_shown_and_is_no_text() -> None:
    """Sentences by a person or from a memory say so in small print, in titles too."""
    made = build(
        paragraph(("Titre", "Title"), kind=BlockKind.TITLE),
        paragraph(("Un.", "One."), ("Deux.", "Two."), kind=BlockKind.CAPTION),
    )
    origins = (Origin.HUMAN, Origin.MEMORY, Origin.MODEL)
    translations = tuple(
        replace(item, origin=origin)
        for item, origin in zip(made.translations, origins, strict=True)
    )
    page = to_markdown(replace(made, translations=translations))
    assert '# <a id="s1"></a>Title <sub>1 human</sub>' in page
    assert "<sub>2 caption memory</sub>\u00a0One." in page
    rows = read_page(page).rows
    assert [(row.english, row.kind) for row in rows] == [
        ("Title", "title"),
        ("One.", "caption"),
        ("Two.", "caption"),
    ]
