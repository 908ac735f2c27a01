"""The word lists that name resolution reads, loaded once from the data files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from glossary.names.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Courtesy:
    """A courtesy title. `gender` is "m", "f" or ""; `plural` for "MM.".

    `role` has role nouns that the title tells of ("Me": "avocat"), () for plain titles.
    """

    gender: str
    plural: bool
    role: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of activity: beginnings of words for its people, its topics and its sure signs.

    `label` is the English that readers see.
    """

    name: str
    label: str
    roles: tuple[tuple[str, ...], ...]
    topics: tuple[tuple[str, ...], ...]
    signs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists, folded. `words` has the sets of words.toml and titles.toml by name.

    `short_names` has for a given name the short forms that stand for it ("william": "bill").
    """

    courtesy: dict[str, Courtesy]
    words: dict[str, frozenset[str]]
    roles: dict[str, str]
    first_names: dict[str, str]
    short_names: dict[str, frozenset[str]]
    fields: tuple[Field, ...]
    demonym_endings: tuple[str, ...]

    def has(self, name: str, word: str) -> bool:
        """Whether the folded `word` is in the list called `name`."""
        return word in self.words[name]


#: Endings of masculine role nouns and what the feminine puts in their place.
_FEMININE = (
    ("teur", ("trice", "teure")),
    ("seur", ("seuse", "seure")),
    ("eur", ("euse", "eure", "eresse")),
    ("ier", ("iere",)),
    ("er", ("ere",)),
    ("ien", ("ienne",)),
    ("ant", ("ante",)),
    ("ent", ("ente",)),
    ("if", ("ive",)),
    ("ain", ("aine",)),
    ("at", ("ate",)),
    ("al", ("ale",)),
    ("el", ("elle",)),
    ("on", ("onne",)),
    ("in", ("ine",)),
    ("e", ("ee", "esse")),
    ("u", ("ue",)),
    ("l", ("le",)),
    ("c", ("que",)),
    ("f", ("ffe",)),
)


def feminine_forms(noun: str) -> tuple[str, ...]:
    """Return the possible feminine forms of a folded masculine role noun ("directeur")."""
    for ending, forms in _FEMININE:
        if noun.endswith(ending):
            return tuple(noun[: -len(ending)] + form for form in forms)
    return (noun + "e",)


_OWN_GENDER = {
    "roi": "m", "reine": "f", "prince": "m", "princesse": "f", "empereur": "m", "imperatrice": "f",
    "duc": "m", "duchesse": "f", "comte": "m", "baron": "m", "tsar": "m", "homme": "m",
    "femme": "f", "garcon": "m", "fille": "f", "epouse": "f", "epoux": "m", "mari": "m",
    "compagne": "f", "compagnon": "m", "veuve": "f", "veuf": "m", "fils": "m", "pere": "m",
    "mere": "f", "frere": "m", "soeur": "f", "oncle": "m", "tante": "f", "neveu": "m",
    "niece": "f", "gendre": "m", "belle-fille": "f", "beau-frere": "m", "belle-soeur": "f",
    "beau-fils": "m", "belle-mere": "f", "beau-pere": "m", "grand-pere": "m", "grand-mere": "f",
    "petit-fils": "m", "petite-fille": "f", "jumeau": "m", "jumelle": "f", "conjointe": "f",
    "cousine": "f", "cousin": "m", "demi-frere": "m", "demi-soeur": "f", "conjoint": "m",
    "cheffe": "f", "poetesse": "f", "pape": "m", "moine": "m", "abbe": "m", "eveque": "m",
    "infante": "f", "infant": "m",
}  # fmt: skip


def _roles(data: dict[str, Any], kin: frozenset[str]) -> dict[str, str]:
    """Map every role noun to its gender, "" when the noun does not tell."""
    roles = dict.fromkeys(fold(data["epicene"]).split(), "")
    masculine = fold(data["masculine"]).split()
    for noun in masculine:
        for form in feminine_forms(noun):
            roles.setdefault(form, "f")
    for noun in masculine:
        roles[noun] = roles.get(noun, "m") if noun in fold(data["epicene"]).split() else "m"
    roles |= dict.fromkeys(fold(data["nouns"]).split(), "") | dict.fromkeys(kin, "")
    for noun, gender in _OWN_GENDER.items():
        roles[noun] = gender
    return roles


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in fold(text).split(";") if phrase.strip())


def _read(name: str) -> dict[str, Any]:
    path = resources.files("glossary.names").joinpath("data", name)
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the word lists (read on first use)."""
    titles, words, names, fields = map(
        _read, ("titles.toml", "words.toml", "first_names.toml", "fields.toml")
    )
    sets = {
        key: frozenset(fold(text).split())
        for table in (
            titles["rules"],
            words,
            {k: v for k, v in names.items() if k not in {"m", "f", "short"}},
        )
        for key, text in table.items()
    }
    short: dict[str, set[str]] = {}
    for form, whole in names["short"].items():
        for name in whole.split():
            short.setdefault(name, set()).add(form)
    first = dict.fromkeys(sets["both"], "")
    for gender in "mf":
        for name in fold(names[gender]).split():
            first[name] = gender if first.get(name, gender) == gender else ""
    return Lexicon(
        courtesy={
            title: Courtesy(
                gender=code[0].strip("-"),
                plural=code[1] == "p",
                role=tuple(titles["professions"].get(title, "").split()),
            )
            for title, code in titles["courtesy"].items()
        },
        words=sets,
        roles=_roles(titles["roles"], sets["kin"]),
        first_names=first,
        short_names={name: frozenset(forms) for name, forms in short.items()},
        fields=tuple(
            Field(
                name=name,
                label=row.get("label", name),
                roles=_phrases(row["roles"]),
                topics=_phrases(row["topics"]),
                signs=_phrases(row.get("signs", "")),
            )
            for name, row in fields.items()
        ),
        demonym_endings=tuple(fold(words["demonym_endings"]).split()),
    )
