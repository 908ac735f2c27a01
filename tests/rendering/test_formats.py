"""The registry of formats, and JSON Lines."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from translate.errors import ConfigError
from translate.rendering import RENDERERS, renderer, to_markdown

from .factory import sample
from .strategies import documents


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_renders_the_same_twice(name):
    """Each name of the registry leads to a pure function."""
    render = renderer(name)
    assert render(sample()) == render(sample())


def test_markdown_is_the_markdown_function():
    """The registry and the import give the same function."""
    assert renderer("markdown") is to_markdown


@pytest.mark.parametrize(
    ("name", "hint"), [("markdwn", "did you mean 'markdown'"), ("pdf", "markdown, jsonl")]
)
def test_unknown_format(name, hint):
    """An unknown format is a usage error that says what there is."""
    with pytest.raises(ConfigError, match=f"'{name}'.*{hint}"):
        renderer(name)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=documents())
def test_jsonl_holds_the_article(document):
    """Every line is JSON; sentences and omitted blocks come in order and miss nothing."""
    lines = renderer("jsonl")(document).splitlines()
    head, *records = [json.loads(line) for line in lines]
    assert head["type"] == "article"
    text = document.article.text
    for record in records:
        assert text[record["span"]["start"] : record["span"]["end"]] == record["fr"]
    assert [r["span"]["start"] for r in records] == sorted(r["span"]["start"] for r in records)
    kept = "".join("".join(r["fr"].split()) for r in records)
    assert kept == "".join(text.split())


def test_jsonl_carries_annotations():
    """Each sentence has its own hits, mentions and findings."""
    head, *records = map(json.loads, renderer("jsonl")(sample()).splitlines())
    assert head["status"] == "machine draft, unreviewed"
    assert head["summary"]["points"][0]["segments"] == ["s2"]
    by_id = {record["id"]: record for record in records if record["type"] == "segment"}
    assert by_id["s4"]["findings"][0]["suggestion"] == "8 billion"
    assert by_id["s8"]["hits"][0]["status"] == "missing"
    assert by_id["s8"]["mentions"][0]["candidates"] == ["Marc Duval", "Anne Duval"]
    assert [r["kind"] for r in records if r["type"] == "omitted"] == [
        *("metadata", "byline", "boilerplate", "credit")
    ]
