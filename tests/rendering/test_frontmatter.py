"""Front matter: any value is a YAML string, and a later run knows the page again."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import given

from translate.rendering import read_provenance, to_markdown

from .factory import SIGNATURE, build, paragraph, sample
from .strategies import texts


def front_matter(page):
    """The front matter as a YAML reader sees it."""
    _, head, _ = page.split("---\n", 2)
    return yaml.safe_load(head)


def test_fields():
    """All that identifies the article and what made the page is there."""
    fields = front_matter(to_markdown(sample()))
    assert fields.pop("content").isalnum()
    assert fields == {
        "title": "Le port de Vaubrun suspend ses exportations d’engrais",
        "outlet": "Courrier de Vaubrun",
        "author": "Hélène Marchand",
        "date": "2024-02-06",
        "url": "https://courrier.example/economie/port_vaubrun?page=1",
        "status": "machine draft, unreviewed",
        "source": "vaubrun.html",
        "source_sha256": "0" * 64,
        "engine": str(SIGNATURE),
        "glossary_sha256": SIGNATURE.glossary_digest,
        "generator": "visavis 0.1.0",
    }


@given(title=texts, outlet=texts, source=texts)
def test_any_value_is_a_yaml_string(title, outlet, source):
    """No title or file name ends the front matter, adds a key or changes its own value."""
    article = {"title": title, "outlet": outlet, "source": source}
    page = to_markdown(build(paragraph(("Oui.", "Yes.")), article=article))
    fields = front_matter(page)
    for key, value in article.items():
        assert fields.get(key, "") == value.replace("\ud800", "\ufffd")
    assert set(fields) - set(article) == {
        *("status", "source_sha256", "engine", "glossary_sha256", "generator", "content")
    }
    read = read_provenance(page)
    assert read is not None
    assert (read.source, read.edited) == (source.replace("\ud800", "\ufffd"), False)


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("Ms. Lin", "Mrs. Lin"),
        lambda page: page.replace('machine draft, unreviewed"', 'reviewed"'),
        lambda page: page.replace("content:", "contents:"),
        lambda page: page + "\nSeen by the desk.\n",
        lambda page: page.replace("---\n", "---\neditor: desk\n", 1),
    ],
    ids=["sentence", "status", "digest", "added line", "added key"],
)
def test_edits_are_seen(change):
    """Whatever a person changes, in the text or in the front matter, is an edit."""
    page = change(to_markdown(sample()))
    read = read_provenance(page)
    assert read is not None
    assert read.edited


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("\n", "\r\n"),
        lambda page: "\ufeff" + page,
        lambda page: page + "\n\n",
        lambda page: page.rstrip("\n"),
    ],
    ids=["CRLF", "BOM", "blank lines at the end", "no last newline"],
)
def test_what_tools_do_is_no_edit(change):
    """Line ends, a byte order mark and blanks at the end are not a person's work."""
    read = read_provenance(change(to_markdown(sample())))
    assert read is not None
    assert not read.edited
    assert (read.version, read.source, read.engine) == ("0.1.0", "vaubrun.html", str(SIGNATURE))
    assert read.source_digest == "0" * 64


@pytest.mark.parametrize(
    "page",
    [
        "",
        "---",
        "# Titre\n\ngenerator: visavis 0.1.0\n",
        "---\ntitle: x\n---\ngenerator: visavis 0.1.0\n",
        "---\ngenerator: hugo\n---\n",
        "---\n- une liste\n---\n",
        "---\ngenerator: visavisage 1\n---\n",
        "---\ngenerator: " + "[" * 100_000 + "\n---\n",
    ],
)
def test_other_pages_are_not_ours(page):
    """A page is ours only by the generator line of its front matter."""
    assert read_provenance(page) is None


def test_generator_without_quotes():
    """A person's YAML tool may drop the quotes: the page is still ours, and edited."""
    read = read_provenance("---\ngenerator: visavis 0.1.0\nsource: 'a.txt'\n---\n\nTexte\n")
    assert read is not None
    assert (read.version, read.source, read.edited) == ("0.1.0", "a.txt", True)


def test_status_counts_reviewed_sentences():
    """The status says how far a person has come."""
    part = paragraph(("Un.", "One."), ("Deux.", "Two."))
    some = to_markdown(build(part, reviewed=["s2"]))
    every = to_markdown(build(part, reviewed=["s1", "s2"]))
    assert front_matter(some)["status"] == "machine draft, 1 of 2 sentences reviewed"
    assert front_matter(every)["status"] == "reviewed"


def test_date_is_iso():
    """The date is given as in ISO 8601."""
    article = {"published": dt.date(987, 7, 3)}
    page = to_markdown(build(paragraph(("Oui.", "Yes.")), article=article))
    assert front_matter(page)["date"] == "0987-07-03"
    assert "3 July 987" in page
