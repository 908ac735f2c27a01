"""Measure terms the model speaks against, on sentence pairs: FILE.tsv.gz (French<TAB>English).

    python bench/readings.py FILE [LIMIT] [-v]

Where exactly one sense of a homograph has its English in the reference, that sense is taken as
the right one. A desk meets a word in one sentence and enters the sense it has there; each other
sentence with the word is then a trial. Counted: entries the matcher withholds, and of those it
lets through the ones that `translate.terms.doubts_of` takes back. Development only.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path

from glossary import Entry, Match, senses
from glossary.english import stem
from glossary.folding import tokenize
from glossary.number import single
from translate import terms
from translate.engines.base import Decoding, Request
from translate.engines.registry import create
from translate.models import store

#: Sentences of one word, so that the commonest words do not decide.
_MOST = 8
_LONGEST = 220
_Place = tuple[str, int, int]


def places(path: Path, limit: int | None) -> dict[str, list[_Place]]:
    """Return for each homograph its places: sentence, token, index of the right sense."""
    found: dict[str, list[_Place]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, limit):
            french, english = line.rstrip("\n").split("\t")[:2]
            tokens = tokenize(french)
            reference = {stem(word.strip(".,;:\"'()?!")) for word in english.split()}
            for at, folded in enumerate(tokens.keys):
                word = single(folded)
                known = senses.inventory().get(word, ())
                hits = [i for i, sense in enumerate(known) if sense.english & reference]
                if len(hits) != 1 or len(found[word]) == _MOST or len(french) > _LONGEST:
                    continue
                if tokens.keys.count(folded) == 1 and not senses.in_lexical_unit(tokens, at, at):
                    found[word].append((french, at, hits[0]))
    return found


def main() -> None:
    """Print how many entries of the right and of another sense are left out."""
    engine = create("ctranslate2", store.resolve("embedded"))
    limit = next((int(word) for word in sys.argv[2:] if word.isdigit()), None)
    found = places(Path(sys.argv[1]), limit)
    sources = list(dict.fromkeys(place[0] for own in found.values() for place in own))
    requests = [Request(text=text) for text in sources]
    decoded = engine.translate(requests, decoding=Decoding())
    plain = {text: given.text for text, given in zip(sources, decoded, strict=True)}
    counts: Counter[tuple[str, str]] = Counter()
    for word, own in found.items():
        known = senses.inventory()[word]
        for french, at, right in own:
            others = Counter(sense for _, _, sense in own)
            others[right] -= 1
            for index, weight in others.items():
                if index != right and known[index].english & known[right].english:
                    continue
                kind = "right" if index == right else "other"
                share = weight / max(1, len(own) - 1)
                counts["all", kind] += share  # type: ignore[assignment]
                tokens = tokenize(french)
                entry = Entry(id="x", fr=word, en=" ".join(sorted(known[index].english)))
                if senses.other_sense(tokens, at, at, entry):
                    counts["withheld by the matcher", kind] += share  # type: ignore[assignment]
                    continue
                start, end, surface = tokens.starts[at], tokens.ends[at], tokens.raw(at)
                match = Match(entry=entry, start=start, end=end, surface=surface)
                want = terms.Want(match=match, english=entry.en, origin=terms.Origin.TERM)
                [doubts] = terms.doubts_of(
                    engine, [french], [(want,)], [plain[french]], decoding=Decoding()
                )
                if doubts:
                    counts["doubted", kind] += share  # type: ignore[assignment]
                    if "-v" in sys.argv:
                        print(kind, surface, "as", entry.en, "reads", doubts[0].shown, "|", french)
    for what in ("all", "withheld by the matcher", "doubted"):
        print(f"{what:24} right sense {counts[what, 'right']:7.1f}", end="")
        print(f"   other sense {counts[what, 'other']:7.1f}")


if __name__ == "__main__":
    main()
