"""Write the expected blocks of every file in data/ anew; read the diff before committing it."""

from __future__ import annotations

from pathlib import Path

from translate.reading import read_path
from translate.values import Article

DATA = Path(__file__).parent / "data"
EXPECTED = Path(__file__).parent / "expected"


def as_lines(articles: tuple[Article, ...]) -> str:
    """One line a block: article, kind, reason, text."""
    rows = []
    for article in articles:
        rows.append(
            f"# {article.source} | title={article.title} | author={article.author} | "
            f"dateline={article.dateline} | published={article.published}"
        )
        rows += [
            "\t".join((block.kind, block.reason, block.text.replace("\t", "⇥")))
            for block in article.blocks
        ]
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for path in sorted(DATA.iterdir()):
        (EXPECTED / f"{path.name}.tsv").write_text(as_lines(read_path(path)), encoding="utf-8")
