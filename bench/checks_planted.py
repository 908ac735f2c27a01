"""Plants faults into human translations and counts those that the quality checks find.

    bench/checks_planted.py FILE.tsv.gz ... [--seed N] [--sample N] [--alarms]

Each FILE has lines of French, a tab, English (news test sets of WMT, UD-PUD). Alarms on the
untouched pairs are counted too; --alarms prints them to be read: most are real differences.
"""

# ruff: noqa: ARG001 - all kinds of fault have one signature

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from translate.checks import check_pair
from translate.checks.lexicon import is_english, translations
from translate.checks.text import english_stem, fold
from translate.values import Finding, Level

Pair = tuple[str, str]
Plant = Callable[[random.Random, str, str], str | None]

MONTHS = [
    *("January", "February", "March", "April", "June", "July", "August", "September", "October"),
    *("November", "December"),
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
STRANGERS = ["Bergman", "Osaka", "Toledo", "Hoffman", "Karachi", "Mendoza", "Tanaka", "Gomez"]
SWAPS = {"million": "billion", "billion": "million", "thousand": "million"}
UNITS = {"hours": "days", "days": "weeks", "years": "months", "months": "years", "weeks": "days",
         "minutes": "hours", "kilometers": "miles", "kilometres": "miles"}  # fmt: skip
MONEY = (("$", "€"), ("€", "$"), ("£", "€"), (" dollars", " euros"), (" euros", " dollars"))
AUX = "is|are|was|were|has|have|had|will|would|could|should|must|can"
NEGATED = re.compile(rf"\b({AUX}|does|do|did) not\b")
FRENCH_NEGATION = re.compile(r"\b(?:pas|jamais|aucune?|rien|personne|sans|ni|non|ne|guère)\b|n['’]")
_FEWEST, _MOST = 6, 45  # words of a French sentence that is used


def cut(text: str, hit: re.Match[str], new: str) -> str:
    """Return `text` with `new` in the place of `hit`."""
    return re.sub(" +", " ", text[: hit.start()] + new + text[hit.end() :])


def pick(rng: random.Random, pattern: str, text: str) -> re.Match[str] | None:
    """Return one match of `pattern`, by chance."""
    hits = list(re.finditer(pattern, text))
    return rng.choice(hits) if hits else None


def a_name(rng: random.Random, fr: str, en: str) -> re.Match[str] | None:
    """Return a capitalised word of the English that the French has too."""
    hits = [
        hit
        for hit in re.finditer(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{4,}\b", en)
        if fold(hit[0]) in fold(fr) and en.count(hit[0]) == 1 and hit[0] not in [*MONTHS, *DAYS]
    ]
    return rng.choice(hits) if hits else None


def digit(rng: random.Random, fr: str, en: str) -> str | None:
    """Change a digit."""
    hit = pick(rng, r"\d", en)
    return cut(en, hit, rng.choice([d for d in "123456789" if d != hit[0]])) if hit else None


def figure_dropped(rng: random.Random, fr: str, en: str) -> str | None:
    """Drop a figure."""
    hit = pick(rng, r"(?<![\w.,$£€-])\d[\d,.]* (?=[a-z])", en)
    return cut(en, hit, "") if hit else None


def name_misspelt(rng: random.Random, fr: str, en: str) -> str | None:
    """Exchange two letters of a name, drop one or replace one."""
    hit = a_name(rng, fr, en)
    if not hit:
        return None
    word, at = hit[0], rng.randrange(1, len(hit[0]) - 1)
    tails = (word[at + 1] + word[at] + word[at + 2 :], word[at + 1 :], "q" + word[at + 1 :])
    return cut(en, hit, word[:at] + rng.choice(tails))


def name_exchanged(rng: random.Random, fr: str, en: str) -> str | None:
    """Put another name in the place of one."""
    hit = a_name(rng, fr, en)
    return cut(en, hit, rng.choice(STRANGERS)) if hit else None


def negation_dropped(rng: random.Random, fr: str, en: str) -> str | None:
    """Drop the only "not"."""
    hits = list(NEGATED.finditer(en))
    return cut(en, hits[0], hits[0][1]) if len(hits) == 1 and FRENCH_NEGATION.search(fr) else None


def negation_added(rng: random.Random, fr: str, en: str) -> str | None:
    """Negate a sentence that neither side negates."""
    hit = re.search(rf"\b(?:{AUX})\b", en)
    if not hit or FRENCH_NEGATION.search(fr) or re.search(r"\b(?:not?|never|nor|without)\b", en):
        return None
    return cut(en, hit, f"{hit[0]} not")


def repeated(rng: random.Random, fr: str, en: str) -> str | None:
    """Say two to four words twice."""
    words = en.split()
    if len(words) < 10:
        return None
    at, size = rng.randrange(2, len(words) - 5), rng.choice([2, 3, 4])
    return " ".join([*words[: at + size], *words[at : at + size], *words[at + size :]])


def french_left(rng: random.Random, fr: str, en: str) -> str | None:
    """Put a French word back in the place of its translation."""
    for word in re.findall(r"(?<![\w'’-])[a-zà-ÿœ]{6,}(?![\w'’-])", fr):
        for hit in re.finditer(r"\b[a-z]{6,}\b", en):
            if not is_english(fold(word)) and english_stem(hit[0]) in translations(fold(word)):
                return cut(en, hit, word)
    return None


def mark_dropped(rng: random.Random, fr: str, en: str) -> str | None:
    """Drop one quotation mark or bracket."""
    hit = pick(rng, r'[()\[\]"“”]', en)
    return cut(en, hit, "") if hit else None


def quotation_dropped(rng: random.Random, fr: str, en: str) -> str | None:
    """Drop all quotation marks."""
    quoted = re.search('[«“"]', fr) and re.search('["“”]', en)
    return re.sub('["“”]', "", en) if quoted else None


def magnitude(rng: random.Random, fr: str, en: str) -> str | None:
    """Make millions of billions."""
    hit = re.search(r"\b(?:million|billion|thousand)\b", en)
    return cut(en, hit, SWAPS[hit[0]]) if hit else None


def unit(rng: random.Random, fr: str, en: str) -> str | None:
    """Change the unit after a figure."""
    hit = re.search(rf"(?<=\d )(?:{'|'.join(UNITS)})\b", en)
    return cut(en, hit, UNITS[hit[0]]) if hit else None


def currency(rng: random.Random, fr: str, en: str) -> str | None:
    """Change the currency."""
    return next((en.replace(old, new) for old, new in MONEY if old in en), None)


def date(rng: random.Random, fr: str, en: str) -> str | None:
    """Change a month or a weekday."""
    hit = pick(rng, rf"\b(?:{'|'.join([*MONTHS, *DAYS])})\b", en)
    kin = MONTHS if hit and hit[0] in MONTHS else DAYS
    return cut(en, hit, rng.choice([one for one in kin if one != hit[0]])) if hit else None


def clause_dropped(rng: random.Random, fr: str, en: str) -> str | None:
    """Drop a clause of six words or more between commas."""
    parts = re.split(r"(?<=,) ", en)
    long = [at for at, part in enumerate(parts) if len(part.split()) >= 6]
    if len(parts) < 2 or not long:
        return None
    del parts[rng.choice(long)]
    return " ".join(parts).rstrip(",.") + "."


KINDS: tuple[Plant, ...] = (
    digit, figure_dropped, magnitude, unit, currency, date, name_misspelt, name_exchanged,
    negation_dropped, negation_added, repeated, french_left, mark_dropped, quotation_dropped,
    clause_dropped,
)  # fmt: skip


def alarms(pair: Pair) -> list[Finding]:
    """Return the findings above a remark."""
    return [finding for finding in check_pair(*pair) if finding.level is not Level.INFO]


def load(path: Path) -> list[Pair]:
    """Return the pairs of one file, very short and very long sentences left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines]
    return [(fr, en) for fr, en in rows if _FEWEST <= len(fr.split()) <= _MOST]


def main() -> None:
    """Print alarms on right pairs by rule, and recall by kind of fault."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--sample", default=60, type=int, help="faults of each kind")
    parser.add_argument("--alarms", action="store_true")
    args = parser.parse_args()
    rng = random.Random(args.seed)  # noqa: S311 - a sample, no secret
    sets = [load(path) for path in args.files]
    right = [pair for one in sets for pair in rng.sample(one, min(200, len(one)))]
    found = [(pair, alarms(pair)) for pair in right]
    for pair, findings in found if args.alarms else ():
        for finding in findings:
            print(finding.level, finding.rule, finding.message, *pair, sep=" | ")
    rules = Counter(rule for _, findings in found for rule in {one.rule for one in findings})
    share = sum(bool(findings) for _, findings in found) / len(right)
    print(f"right pairs with a warning or error: {share:.1%} of {len(right)}", dict(rules))
    everything = [pair for one in sets for pair in one]
    for plant in KINDS:
        own = random.Random(f"{args.seed}{plant.__name__}")  # noqa: S311
        hits = total = 0
        for fr, en in own.sample(everything, len(everything)):
            bad = plant(own, fr, en)
            if total == args.sample:
                break
            if bad and bad != en and not alarms((fr, en)):
                total += 1
                hits += bool(alarms((fr, bad)))
        print(f"{plant.__name__:18} {hits}/{total}")


if __name__ == "__main__":
    main()
