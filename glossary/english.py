"""English inflection: plurals, "a" or "an", and stems under which two spellings are one.

Source of the rules: Quirk et al., *A Comprehensive Grammar of the English Language*, 5.73-5.103
(number); exceptions stand in `glossary/data/english_words.csv`, British and American spellings in
`glossary/data/british_american.csv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from glossary.lexicon import data_rows, word_sets
from glossary.values import Entry, Kind

_VOWELS = frozenset("aeiou")
_ADJECTIVE_ENDINGS = ("less", "able", "ible", "ful", "ous", "wide")
_INVARIABLE_ENDINGS = ("ware", "craft", "men", "people", "folk", "ics", "ese")
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
_PERIOD = re.compile(r"(?:[A-Z]\.)+\Z")
#: Words whose plural is also that of another one ("bases", "axes").
_SAME_PLURAL = {"basis": "base", "axis": "axe", "ellipsis": "ellipse"}
_TEENS = ("11", "18")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    plural: dict[str, str]
    singular: dict[str, str]
    invariable: frozenset[str]
    head_first: frozenset[tuple[str, ...]]
    spoken: frozenset[str]
    an: frozenset[str]
    a: frozenset[str]
    american: dict[str, str]
    links: frozenset[str]
    not_a_man: frozenset[str]
    count_ing: frozenset[str]
    institutions: frozenset[str]
    feminine: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    sets = word_sets("english_words.csv")
    plural = {one: many for one, _, many in (pair.partition(":") for pair in sets["plural"])}
    american = {row["british"]: row["american"] for row in data_rows("british_american.csv")}
    return _Lexicon(
        plural=plural,
        singular={many: one for one, many in plural.items()},
        invariable=frozenset(word.lower() for word in sets["invariable"]),
        head_first=frozenset(tuple(pair.split(":")) for pair in sets["head_first"]),
        spoken=sets["spoken_acronym"],
        an=sets["an"],
        a=sets["a"],
        american=american,
        links=sets["links"],
        not_a_man=sets["not_a_man"],
        count_ing=sets["count_ing"],
        institutions=sets["institutions"],
        feminine={one: her for one, _, her in (pair.partition(":") for pair in sets["feminine"])},
    )


def _plural_word(word: str) -> str:
    """The plural of one English noun, hyphens allowed; a plural stays as it is."""
    head, hyphen, last = word.rpartition("-")
    lowered = last.lower()
    lexicon = _lexicon()
    if lowered in lexicon.singular or lowered in lexicon.invariable or lowered.endswith("."):
        return word
    if lowered.endswith(_INVARIABLE_ENDINGS) or _is_mass(lowered):
        return word
    known = lexicon.plural.get(lowered)
    if known:
        return head + hyphen + (known.capitalize() if last[:1].isupper() else known)
    if last.isupper() and len(last) > 1:
        return word if last.endswith("S") and len(last) > 4 else word + "s"
    if lowered.endswith("s") and not lowered.endswith(("ss", "us", "is")):
        return word
    if lowered.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if lowered.endswith("y") and lowered[-2:-1] not in _VOWELS and len(lowered) > 1:
        return word[:-1] + "ies"
    if lowered.endswith("man") and lowered not in lexicon.not_a_man:
        return word[:-2] + "en"
    return word + "s"


def _is_mass(lowered: str) -> bool:
    """Whether a noun in -ing names an activity, which is not counted ("brokering")."""
    return len(lowered) > 5 and lowered.endswith("ing") and lowered not in _lexicon().count_ing


def _head(words: list[str]) -> int:
    """Index of the word that takes the plural: before a preposition, else the last."""
    for index, word in enumerate(words):
        if word.lower() in _lexicon().links and index:
            return index - 1
    if len(words) > 1 and (words[-2].lower(), words[-1].lower()) in _lexicon().head_first:
        return len(words) - 2
    return len(words) - 1


def english_plural(term: str) -> str:
    """Return the plural of an English term: "minister of state" → "ministers of state".

    What is a plural already, does not count ("riot police") or is no noun ("of full age",
    "dockless") is returned as it is.
    """
    words = term.split(" ")
    at = _head(words)
    word = words[at]
    if words[0].lower() in _lexicon().links or word.lower().endswith(_ADJECTIVE_ENDINGS):
        return term
    first, hyphen, rest = word.partition("-")
    parts = word.lower().split("-")
    lexicon = _lexicon()
    if tuple(parts) in lexicon.head_first or (len(parts) > 2 and parts[1] in lexicon.links):
        words[at] = _plural_word(first) + hyphen + rest
    else:
        words[at] = _plural_word(word)
    return " ".join(words)


def inflect(entry: Entry, plural: bool) -> str:
    """Return the English to ask for: the entry's, in the plural if the French stands in it.

    Proper names take no plural: people, places, and names with a capital ("Pink Cumulus"),
    acronyms and common words for institutions ("Wheat Ministries") aside.
    """
    return entry.en if not plural or _is_proper(entry) else english_plural(entry.en)


def _is_proper(entry: Entry) -> bool:
    words = entry.en.split(" ")
    if entry.kind in {Kind.PERSON, Kind.PLACE}:
        return words[0][:1].isupper()
    head = words[_head(words)]
    if not head[:1].isupper() or (head.isupper() and len(head) > 1):
        return False
    if entry.kind is Kind.TITLE or head.lower() in _lexicon().institutions:
        return False
    return entry.kind is Kind.ORGANISATION or (len(words) > 1 and words[0][:1].isupper())


def feminine(entry: Entry) -> Entry:
    """Return the entry with the English for a woman ("businesswoman") where it has one.

    The gendered English of the entry still counts only as its feminine; further forms stay.
    """
    words = entry.en.split(" ")
    at = _head(words)
    head, hyphen, last = words[at].rpartition("-")
    hers = _lexicon().feminine.get(last.lower())
    if not hers:
        return entry
    words[at] = head + hyphen + (hers.capitalize() if last[:1].isupper() else hers)
    return replace(entry, en=" ".join(words))


def article_for(word: str) -> str:
    """Return "a" or "an" as the sound of the first word asks: "an hour", "a U.N. envoy"."""
    first = re.split(r"[\s\u00a0]", word.strip(" \"'“‘("), maxsplit=1)[0].rstrip(".,;:\"'”’)")
    if not first:
        return "a"
    if first[0].isdigit():
        number = re.split(r"\D", first)[0]
        return "an" if number[0] == "8" or number in _TEENS else "a"
    letters = next(filter(None, re.split(r"[-'’]", first)), "")
    if not letters:
        return "a"
    lexicon = _lexicon()
    if len(letters) == 1 and len(first) > 1 and first[1] in "-.":
        letters = letters.upper()
    if (letters.isupper() and letters not in lexicon.spoken) or _PERIOD.match(first + "."):
        return "an" if letters[0] in _LETTERS_WITH_VOWEL else "a"
    lowered = letters.lower()
    if lowered in lexicon.an:
        return "an"
    if lowered in lexicon.a or first.lower() in lexicon.a or _one_of_a(lowered):
        return "a"
    return "an" if lowered[0] in "aeiouáàâéèêëíîïóôöúûü" else "a"


def _one_of_a(lowered: str) -> bool:
    """Plurals and derivations of the words that begin with a "you" or "w" sound."""
    negations = ("unin", "unim", "unid")
    return lowered.startswith(("euro", "uni")) and not lowered.startswith(negations)


def is_abbreviation(word: str) -> bool:
    """Whether a word is written with a dot inside a sentence ("St. Gallen", "Sen. Roe")."""
    return word.lower() in word_sets("english_words.csv")["abbreviations"]


def stem(word: str) -> str:
    """Return a key that is the same for singular and plural, British and American spelling.

    It is applied to both sides of a comparison, so it may cut too much as long as it cuts alike.
    """
    lowered = word.lower().replace(".", "")
    american = _lexicon().american
    lowered = american.get(lowered, lowered)
    lowered = _lexicon().singular.get(lowered, lowered)
    lowered = _SAME_PLURAL.get(lowered, lowered)
    if len(lowered) > 2 and lowered.endswith("s") and not lowered.endswith(("ss", "us", "sis")):
        lowered = lowered[:-1]
        lowered = american.get(lowered, lowered)
    if lowered.endswith("men"):
        lowered = lowered[:-3] + "man"
    if lowered.endswith("ie"):
        lowered = lowered[:-2] + "y"
    lowered = lowered.replace("isation", "ization")
    for british, us in (("ise", "ize"), ("ised", "ized"), ("iser", "izer"), ("ising", "izing")):
        if lowered.endswith(british) and len(lowered) > len(british) + 2:
            lowered = lowered[: -len(british)] + us
            break
    if lowered.endswith(("se", "xe", "ze", "che", "she", "oe")):
        lowered = lowered[:-1]
    return lowered
