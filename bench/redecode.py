"""What decoding a damaged sentence again changes: loops, lost names and figures, odd lengths.

    python -m bench.redecode PAIRS.tsv.gz [--limit 1000]

PAIRS are French and reference English. Every sentence is decoded plainly; those that lost a figure,
a name, a mark or a clause, or say a word twice, are decoded again with other options, and the
better one by checks and score is kept (`translate.terms.cascade.RETRIES`). No glossary is applied.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from bench.figures import engine
from translate import terms
from translate.checks import check_pair
from translate.engines.base import Decoding, Request
from translate.terms import cascade
from translate.typography import Quotes, english
from translate.values import Level

_SHOWN = 12
POLISH = partial(english, quotes=Quotes.STRAIGHT)


def findings(sources: Sequence[str], texts: Sequence[str]) -> Counter[str]:
    """Return how many sentences each rule warns about."""
    return Counter(
        rule
        for source, text in zip(sources, texts, strict=True)
        for rule in {
            found.rule for found in check_pair(source, text) if found.level is not Level.INFO
        }
    )


def again(sources: Sequence[str]) -> list[cascade.Outcome]:
    """Return what `translate` makes of sentences that have nothing wanted of them."""
    decoding = Decoding()
    decoded = engine().translate([Request(text=text) for text in sources], decoding=decoding)
    wants: list[tuple[terms.Want, ...]] = [() for _ in sources]
    return terms.apply(engine(), sources, wants, decoded, decoding=decoding, polish=POLISH)


def main() -> None:
    """Print the figures, and some of the sentences that changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--limit", type=int, default=100_000)
    options = parser.parse_args()
    with gzip.open(options.pairs, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t")[:2] for line in lines][: options.limit]
    sources, references = [row[0] for row in rows], [row[1] for row in rows]
    outcomes = again(sources)
    before = [outcome.first.text for outcome in outcomes]
    after = [outcome.final.text for outcome in outcomes]
    harmed = sum(any(outcome.first.harm) for outcome in outcomes)
    changed = [index for index, outcome in enumerate(outcomes) if before[index] != after[index]]
    print(f"{len(rows)} sentences, {harmed} decoded again, {len(changed)} changed by it")
    for name, texts in (("plain", before), ("again", after)):
        bleu = BLEU().corpus_score(texts, [references]).score
        chrf = CHRF().corpus_score(texts, [references]).score
        found = ", ".join(
            f"{rule} {count}" for rule, count in findings(sources, texts).most_common()
        )
        print(f"{name}: BLEU {bleu:.2f}, chrF {chrf:.2f}; sentences with findings: {found}")
    for title, texts in (("plain", before), ("again", after)):
        own = CHRF().corpus_score(
            [texts[index] for index in changed], [[references[index] for index in changed]]
        )
        print(f"chrF of the changed sentences, {title}: {own.score:.2f}")
    for index in random.Random(1).sample(changed, min(_SHOWN, len(changed))):  # noqa: S311
        print(f"\nfr     {sources[index]}\nplain  {before[index]}\nagain  {after[index]}")


if __name__ == "__main__":
    main()
