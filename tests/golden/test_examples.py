"""The examples as pages, on the pseudo engine: structure, people, terms, omissions at a glance.

The pages beside this file are read as Markdown; `--update-golden` writes them anew. The English
column is the French with the terms put in: what a real engine says changes with its model.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import glossary
from translate.engines.pseudo import PseudoEngine
from translate.inputs import SUFFIXES
from translate.pipeline import Settings, Translator
from translate.reading import read_path
from translate.rendering import read_provenance, to_markdown

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(
    path
    for path in (ROOT / "examples").iterdir()
    if path.suffix in SUFFIXES and path.stem != "README"
)


@pytest.fixture(scope="module")
def translator() -> Translator:
    """Return the pseudo engine with the starter glossary."""
    return Translator(PseudoEngine(Path()), glossary.starter(), Settings())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_page(path: Path, translator: Translator, request: pytest.FixtureRequest) -> None:
    """The page of an example is the one that was read and committed."""
    [document] = translator.translate(read_path(path))
    # The front matter has digests that any edit of the glossary changes; it has tests of its own.
    page = to_markdown(document).split("---\n", 2)[2]
    golden = Path(__file__).parent / f"{path.stem}.md"
    if request.config.getoption("--update-golden"):
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_gallery_page_is_of_this_example(path: Path) -> None:
    """The committed gallery was made from the example as it stands, by machine alone."""
    [article] = read_path(path)
    found = read_provenance((ROOT / "outputs" / f"{path.stem}.md").read_text(encoding="utf-8"))
    assert found is not None
    assert found.source_digest == article.digest
    assert not found.edited
