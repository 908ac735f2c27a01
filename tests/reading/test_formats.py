"""Markdown, HTML, DOCX and JSON Lines; metadata from a head or a sidecar."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

import pytest

from translate.errors import InputError
from translate.reading import read_bytes, read_path
from translate.values import Article, BlockKind, InlineKind

BODY = "Le conseil municipal a voté hier soir la fermeture de la piscine. Elle rouvrira en mai."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _one(text: str, name: str) -> Article:
    (article,) = read_bytes(text.encode(), name=name)
    return article


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in article.blocks]


def test_markdown_inlines_stand_where_they_say() -> None:
    """Emphasis, strong, links and code are data over the text, their marks are gone."""
    article = _one(
        f"# La piscine ferme\n\n{BODY} *Oui*, **vraiment** : [ici](https://x.example) `a*b`.\n",
        "a.md",
    )
    found = {(i.kind, i.span.of(article.text), i.href) for i in article.inlines}
    assert found == {
        (InlineKind.EMPHASIS, "Oui", ""),
        (InlineKind.STRONG, "vraiment", ""),
        (InlineKind.LINK, "ici", "https://x.example"),
        (InlineKind.CODE, "a*b", ""),
    }
    assert "**" not in article.text


def test_markdown_levels_and_markers() -> None:
    """Headings keep their level, list items their marker."""
    article = _one(f"# Un\n\n{BODY}\n\n### Trois\n\n3. trois\n4. quatre\n\n- puce\n", "a.md")
    assert [
        (b.kind, b.level, b.marker) for b in article.blocks if b.kind is not BlockKind.PARAGRAPH
    ] == [
        (BlockKind.TITLE, 1, ""),
        (BlockKind.HEADING, 3, ""),
        (BlockKind.LIST_ITEM, 0, "3."),
        (BlockKind.LIST_ITEM, 0, "4."),
        (BlockKind.LIST_ITEM, 0, "-"),
    ]


def test_yaml_head_and_sidecar(tmp_path: Path) -> None:
    """The head fills the article and is listed; a sidecar wins over it."""
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntitre: La piscine\ndate: 2024-03-02\noutlet: L'Écho\n---\n{BODY}\n")
    (tmp_path / "a.txt.yml").write_text("outlet: Le Fanal\nauteur: [A. Bé, C. Dé]\n")
    (article,) = read_path(path)
    assert (article.title, article.outlet, article.author) == (
        "La piscine",
        "Le Fanal",
        "A. Bé, C. Dé",
    )
    assert article.published == dt.date(2024, 3, 2)
    assert _kinds(article)[0] == ("metadata", "titre: La piscine")
    assert _kinds(article)[-1] == ("paragraph", BODY)


@pytest.mark.parametrize("sidecar", ["- a\n- b\n", "a: [\n", "date: 99/99/2024\n"])
def test_bad_sidecar(tmp_path: Path, sidecar: str) -> None:
    """A sidecar that is no mapping, no YAML or holds no date is named."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.yml").write_text(sidecar)
    with pytest.raises(InputError, match=r"a\.(yml|txt)"):
        read_path(tmp_path / "a.txt")


def test_html_metadata_and_zones() -> None:
    """What the page marks as navigation, related or hidden is told from the article."""
    page = f"""<html><head><title>x</title><meta property="og:site_name" content="L'Écho">
    <meta property="article:published_time" content="2024-03-02T10:00:00+01:00">
    <link rel="canonical" href="https://echo.example/1"></head><body>
    <nav><a href="/">Accueil</a></nav><article><h1>La piscine ferme</h1><p>{BODY}</p>
    <div style="display:none">Caché</div><aside>Lire aussi : le lac</aside>
    <ul class="related-links"><li><a href="/2">Le lac gèle</a></li></ul></article></body></html>"""
    article = _one(page, "a.html")
    assert (article.outlet, article.url) == ("L'Écho", "https://echo.example/1")
    assert article.published == dt.date(2024, 3, 2)
    assert _kinds(article) == [
        ("boilerplate", "Accueil"),
        ("title", "La piscine ferme"),
        ("paragraph", BODY),
        ("boilerplate", "Lire aussi : le lac"),
        ("boilerplate", "Le lac gèle"),
    ]


def test_html_wrapper_with_a_bad_name_keeps_the_text() -> None:
    """A wrapper called "page-with-sidebar" does not make the page a sidebar."""
    article = _one(
        f'<div class="page-with-sidebar"><h1>La piscine</h1><p>{BODY}</p></div>', "a.html"
    )
    assert ("paragraph", BODY) in _kinds(article)


def test_html_without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra our own rules decide, and a note says so with the pip line."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article = _one(f"<h1>La piscine</h1><p>{BODY}</p>", "a.htm")
    assert "pip install" in article.notes[0]
    assert _kinds(article)[-1] == ("paragraph", BODY)


def _docx(document: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def test_docx() -> None:
    """Styles, lists, tables, marks, notes and running heads of a word processor are read."""
    style = '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    styles = f"<w:styles {W}>{style}</w:styles>"
    document = f"""<w:document {W}><w:body>
    <w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr>
    <w:r><w:t>La piscine ferme</w:t></w:r></w:p>
    <w:p><w:r><w:t xml:space="preserve">{BODY} </w:t></w:r>
    <w:r><w:rPr><w:b/></w:rPr><w:t>Oui.</w:t></w:r>
    <w:del><w:r><w:delText>Non.</w:delText></w:r></w:del></w:p>
    <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>le bassin ;</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc>
    <w:tc><w:p><w:r><w:t>12 000</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"""
    header = f"<w:hdr {W}><w:p><w:r><w:t>L'Écho, page 3</w:t></w:r></w:p></w:hdr>"
    data = _docx(document, styles=styles, header1=header)
    (article,) = read_bytes(data, name="a.docx")
    assert _kinds(article) == [
        ("title", "La piscine ferme"),
        ("paragraph", f"{BODY} Oui."),
        ("list_item", "le bassin ;"),
        ("table_row", "2023\t12 000"),
        ("boilerplate", "L'Écho, page 3"),
    ]
    assert [i.span.of(article.text) for i in article.inlines] == ["Oui."]


def test_docx_of_python_docx() -> None:
    """A file made by python-docx reads as it was written."""
    import docx  # a test dependency: without it this test fails, it does not skip

    made = docx.Document()
    made.add_heading("La piscine ferme", 0)
    made.add_paragraph(BODY)
    made.add_paragraph("premier point", style="List Bullet")
    buffer = io.BytesIO()
    made.save(buffer)
    (article,) = read_bytes(buffer.getvalue(), name="a.docx")
    assert [kind for kind, _ in _kinds(article)] == ["title", "paragraph", "list_item"]


def test_docx_dangers() -> None:
    """Zip bombs, entities and files that are no DOCX are refused with a reason."""
    bomb = _docx(" " * 30_000_000)
    entity = _docx(f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}>&a;</w:document>')
    deep = _docx(f"<w:document {W}>" + "<w:sdt>" * 5000 + "</w:sdt>" * 5000 + "</w:document>")
    for data, words in (
        (bomb, "zip bomb"),
        (entity, "entities"),
        (deep, "deeply"),
        (b"PK\x03\x04", "DOCX"),
    ):
        with pytest.raises(InputError, match=words):
            read_bytes(data, name="a.docx")


def test_jsonl() -> None:
    """One article a line, with its fields; the second is numbered."""
    record = f'"text": "{BODY}"'
    lines = f'{{"title": "La piscine", {record}, "date": "2024-03-02"}}\n\n{{{record}}}\n'
    first, second = read_bytes(lines.encode(), name="a.jsonl")
    assert (first.title, first.published, second.source) == (
        "La piscine",
        dt.date(2024, 3, 2),
        "a.jsonl#2",
    )


def test_jsonl_reports_all_bad_lines() -> None:
    """Every bad line is reported at once, by number."""
    with pytest.raises(InputError) as caught:
        read_bytes(b'{"text": ""}\n{"title": "x"}\nnon\n[1]\n', name="a.jsonl")
    assert [f"a.jsonl:{n}" in str(caught.value) for n in (1, 2, 3, 4)] == [True] * 4


def test_labels_of_a_copy() -> None:
    """Labels ("TITRE :") say what follows them, and are metadata themselves."""
    copy = (
        f"TITRE : La piscine ferme\nCHAPÔ : Pour deux mois.\nTEXTE :\n\n{BODY}\n\n"
        f"INTER : Et le lac ?\n\n{BODY.replace('hier', 'lundi')}\n\nLÉGENDE : Le bassin vide.\n"
    )
    article = _one(copy, "a.txt")
    assert article.title == "La piscine ferme"
    kinds = [kind for kind, text in _kinds(article) if not text.endswith(":")]
    assert kinds == ["title", "standfirst", "paragraph", "heading", "paragraph", "caption"]


def test_two_articles_without_a_rule() -> None:
    """Headline, author and date of its own behind two blank lines begin an article."""
    first = f"La piscine ferme ses portes\nPar Jeanne Corbel\n2 avril 2024\n\n{BODY}\n"
    second = first.replace("La piscine ferme", "Le gymnase ouvre").replace("hier", "lundi")
    articles = read_bytes(f"{first}\n\n{second}".encode(), name="a.txt")
    assert [a.title for a in articles] == [
        "La piscine ferme ses portes",
        "Le gymnase ouvre ses portes",
    ]
    (one,) = read_bytes(f"{first}\n{second}".encode(), name="a.txt")
    assert one.title == "La piscine ferme ses portes"
