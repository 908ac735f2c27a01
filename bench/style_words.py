"""Writes translate/style/data/spelling.tsv from the word lists of SCOWL.

    bench/style_words.py FOLDER

FOLDER holds SCOWL's final lists (american-words.10, british-words.10, english-words.10, ...; the
Debian package `scowl` has them in /usr/share/dict/scowl). A pair is kept when one side stands in
the American lists alone, the other in the British lists alone, and one of `CHANGES` leads from the
one to the other. Words with two senses ("meter", "program") stand in both lists, so they make no
pair; left_out.tsv names the pairs that a style must not touch, with the reason.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

DATA = Path("translate/style/data")
#: Sizes of SCOWL: up to 60 is what a dictionary for the hand has. The words of size 70 are often
#: terms of botany that look like others; its verbs in -ize are as sure as those of the rest.
SIZES = (10, 20, 35, 40, 50, 55, 60)
LARGE = 70
_VERB = re.compile(r"[a-z]{4,}i[sz](?:e[drs]?|ers?|ing|ations?|able)")
HEAD = """\
# American and British spellings: us	uk. Made by bench/style_words.py from SCOWL 2020.12.07
# (copyright and permission: see NOTICE); do not edit, add to spelling_more.tsv instead.
"""
#: American letters and British ones, as regular expressions on the American word.
CHANGES = (
    ("z", "s"), ("or", "our"), ("er(?=s?$)", "re"), ("er(?=ed$)", "r"), ("er(?=ing$)", "r"),
    ("(?<=eo)u?ver", "uvre"), ("euver", "oeuvr"), ("euver(?=s?$)", "oeuvre"), ("er", "re"),
    ("(?<=[aeiou])l(?=ed|ing|er|or|y|is|ation|e?d$)", "ll"), ("l", "ll"), ("ll", "l"),
    ("e", "ae"), ("e", "oe"), ("u", "ou"), ("o", "ou"), ("ense", "ence"), ("og(?=s?$)", "ogue"),
    ("g(?=ing)", "ge"), ("dgm", "dgem"), ("(?=able|abl|abil)", "e"), ("gray", "grey"),
    ("raft", "raught"), ("low", "lough"), ("f", "ph"), ("k", "c"), ("ck", "qu"), ("que", "cque"),
    ("inum", "inium"), ("ti", "te"), ("check", "chequ"), ("checkbook", "chequebook"),
    ("jewel", "jewelle"), ("ajama", "yjama"), ("cti", "cte"), ("ticed", "tised"), ("cing", "sing"),
    ("mustache", "moustache"), ("carburetor", "carburettor"), ("dry", "dri"), ("icor", "iquor"),
    ("ice(?=$)", "ise"), ("dbit", "tbit"), ("ony", "oney"), ("ogy", "ogey"), ("ror$", "rore"),
    ("tsar", "czar"), ("let", "lette"), ("cerin", "cerine"), ("chaperon", "chaperone"),
    ("netist", "nettist"), ("numskull", "numbskull"), ("hankie", "hanky"), ("artifact", "artefact"),
    ("licorice", "liquorice"), ("forg", "foreg"), ("chaperons", "chaperones"),
)  # fmt: skip


def words(folder: Path, name: str) -> set[str]:
    """Return the words of the lists `name` up to the last of `SIZES`, and the verbs of `LARGE`."""
    found: set[str] = set()
    for size in SIZES:
        path = folder / f"{name}-words.{size}"
        if path.exists():
            found.update(path.read_text(encoding="latin-1").split())
    large = (folder / f"{name}-words.{LARGE}").read_text(encoding="latin-1").split()
    found.update(filter(_VERB.fullmatch, large))
    return {word for word in found if word.isascii() and word.isalpha()}


def steps(word: str) -> Iterator[str]:
    """Yield `word` after each of `CHANGES` at each of its places."""
    for pattern, repl in CHANGES:
        for hit in re.finditer(pattern, word):
            yield word[: hit.start()] + repl + word[hit.end() :]


def british_of(word: str, british: set[str]) -> set[str]:
    """Return the British words that one change of `word` gives, else those of two changes."""
    once = set(steps(word))
    return once & british or {two for one in once for two in steps(one)} & british


def main() -> None:
    """Write the table; tell which words of either side found no partner."""
    folder = Path(sys.argv[1])
    american, british = words(folder, "american"), words(folder, "british")
    both = words(folder, "english") | (american & british)
    american, british = american - both, british - both
    left_out = {
        line.split("\t")[0]
        for name in ("left_out.tsv", "spelling_more.tsv")
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    }
    pairs = {
        word: found.pop()
        for word in sorted(american - left_out)
        if len(found := british_of(word, british)) == 1
    }
    rows = "".join(f"{us}\t{uk}\n" for us, uk in pairs.items())
    (DATA / "spelling.tsv").write_text(HEAD + rows, encoding="utf-8")
    print(len(pairs), "pairs")
    print("without partner:", *sorted(american - left_out - pairs.keys()))
    print("without partner:", *sorted(british - set(pairs.values())))


if __name__ == "__main__":
    main()
