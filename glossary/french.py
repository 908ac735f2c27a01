"""French inflection by rule: the forms in which a term of a glossary can stand in a text.

The rules over-generate on purpose: a form that is no French word does no harm in matching. What
must not be generated is another word ("capital" → "capitale"), so feminines of common nouns are
limited to the endings of people's names of function and of adjectives.
Source of the rules: Grevisse & Goosse, *Le Bon Usage*, chapters on number and gender.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product, takewhile

from glossary.folding import HYPHENS, TOKEN, key
from glossary.lexicon import french
from glossary.values import Kind

_PLURALS: dict[str, tuple[str, ...]] = {
    "oeil": ("yeux",),
    "ciel": ("cieux", "ciels"),
    "aieul": ("aïeux", "aïeuls"),
    "monsieur": ("messieurs",),
    "madame": ("mesdames",),
    "mademoiselle": ("mesdemoiselles",),
    "gentilhomme": ("gentilshommes",),
    "bonhomme": ("bonshommes",),
    "tout": ("tous",),
}
_FEMININES: dict[str, tuple[str, ...]] = {
    "roi": ("reine",),
    "prince": ("princesse",),
    "duc": ("duchesse",),
    "comte": ("comtesse",),
    "maire": ("maire", "mairesse"),
    "maitre": ("maître", "maîtresse"),
    "empereur": ("impératrice",),
    "chef": ("cheffe", "chef"),
    "beau": ("belle",),
    "nouveau": ("nouvelle",),
    "vieux": ("vieille",),
    "blanc": ("blanche",),
    "franc": ("franche",),
    "public": ("publique",),
    "grec": ("grecque",),
    "turc": ("turque",),
    "long": ("longue",),
    "gros": ("grosse",),
    "bas": ("basse",),
    "faux": ("fausse",),
    "doux": ("douce",),
    "roux": ("rousse",),
    "tiers": ("tierce",),
    "heros": ("héroïne",),
    "copain": ("copine",),
    "homme": ("femme",),
}
#: (ending, endings of the feminine); the first that fits is used.
_FEMININE_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("teur", ("trice", "teuse", "teure")),
    ("eur", ("eure", "euse", "rice")),
    ("ier", ("ière",)),
    ("er", ("ère",)),
    ("ien", ("ienne",)),
    ("éen", ("éenne",)),
    ("on", ("onne", "one")),
    ("an", ("ane", "anne")),
    ("el", ("elle",)),
    ("eil", ("eille",)),
    ("et", ("ète", "ette")),
    ("if", ("ive",)),
    ("euf", ("euve",)),
    ("eux", ("euse",)),
    ("oux", ("ouse",)),
    ("e", ("e",)),
)
#: Endings that mark a person or an adjective, where a common noun may be made feminine.
_PERSON_ENDINGS = ("eur", "ier", "ien", "éen", "ant", "ent", "é", "u", "ais", "ois", "iste", "ger")
_CONTRACTIONS = {"le": ("au", "du"), "les": ("aux", "des")}
_MAX_INFLECTED_WORDS = 4
_MAX_FORMS = 96


@dataclass(frozen=True, slots=True)
class Form:
    """One way an entry can be written.

    Attributes:
        text: the form. plural: whether it is in the plural where the base form is not.
        contraction: "au", "du", "aux" or "des" that must stand before `text` in place of the
            article the entry begins with; "" if there is none.
        base: whether `text` is what the editor wrote.
        feminine: whether it is in the feminine where the base form is not.
    """

    text: str
    plural: bool = False
    contraction: str = ""
    base: bool = False
    feminine: bool = False


def _fixed(word: str) -> bool:
    """Acronyms and words with digits do not inflect."""
    return (word.isupper() and len(word) > 1) or any(char.isdigit() for char in word)


def _like(word: str, model: str) -> str:
    """Give `word` the initial capital of `model`."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def plurals(word: str) -> tuple[str, ...]:
    """Return the plural forms of one French word, the likeliest first."""
    known = _PLURALS.get(key(word))
    if known:
        return tuple(_like(form, word) for form in known)
    if _fixed(word) or word[-1:].lower() in {"s", "x", "z"}:
        return (word,)
    if word.endswith("al"):
        return (word[:-1] + "ux", word + "s")
    if word.endswith("ail"):
        return (word + "s", word[:-2] + "ux")
    if word.endswith(("au", "eu", "ou")):
        return (word + "x", word + "s")
    return (word + "s",)


def feminines(word: str) -> tuple[str, ...]:
    """Return the feminine forms of one French adjective or noun of function."""
    known = _FEMININES.get(key(word))
    if known:
        return tuple(_like(form, word) for form in known)
    if _fixed(word):
        return (word,)
    for ending, forms in _FEMININE_ENDINGS:
        if word.endswith(ending):
            return tuple(word[: -len(ending)] + form for form in forms)
    return (word + "e",)


def _may_be_feminine(head: str, kind: Kind) -> bool:
    """Whether the head of a term names a person or is an adjective."""
    if kind is Kind.TITLE:
        return True
    lowered = head.lower()
    if lowered == "homme":
        return True
    return (
        kind is Kind.TERM
        and lowered.endswith(_PERSON_ENDINGS)
        and not french("no_feminine", lowered)
    )


def _variants(word: str, *, feminine: bool, plural: bool) -> tuple[str, ...]:
    """The word unchanged and agreed: not every word of a term agrees ("des chèques carburant")."""
    forms = feminines(word) if feminine else (word,)
    if plural:
        forms = tuple(form for base in forms for form in plurals(base))
    return tuple(dict.fromkeys((*forms, word)))


def _is_link(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether word `at` is a preposition or article, not a part of a word ("sous-marin")."""
    start, end = spans[at]
    return french("links", text[start:end]) and text[end : end + 1] not in HYPHENS[:3]


def _inflect(text: str, kind: Kind) -> Iterator[Form]:
    spans = [found.span() for found in TOKEN.finditer(text)]
    words = [text[start:end] for start, end in spans]
    zone = 0
    while zone < min(len(words), _MAX_INFLECTED_WORDS) and not _is_link(text, spans, zone):
        zone += 1
    if not zone:
        return
    feminine = (False, True) if _may_be_feminine(words[0], kind) else (False,)
    for plural, female in product((False, True), feminine):
        choices = [_variants(word, feminine=female, plural=plural) for word in words[:zone]]
        for choice in islice(product(*choices), _MAX_FORMS // 4):
            form = text
            for (start, end), word in zip(reversed(spans[:zone]), reversed(choice), strict=True):
                form = form[:start] + word + form[end:]
            if form != text:
                yield Form(form, plural=plural, feminine=female)


def only_plural(text: str) -> bool:
    """Whether a base form is a plural ("bons offices"), so that its English has its number."""
    words = TOKEN.findall(text)
    zone = [word.lower() for word in takewhile(lambda word: not french("links", word), words)]
    if not zone or french("invariables", zone[0]):
        return False
    return all(word.endswith(("s", "x")) for word in zone)


def forms(text: str, kind: Kind) -> tuple[Form, ...]:
    """Return every form under which `text` is looked for, the base form first.

    Names of people and places do not inflect. A leading article contracts with "à" and "de"
    ("le Caire" → "au Caire"); the preposition is then not part of the match.
    """
    found = {text: Form(text, base=True)}
    first, _, rest = text.partition(" ")
    if rest:
        for contraction in _CONTRACTIONS.get(first.lower(), ()):
            found[f"{contraction} {rest}"] = Form(rest, contraction=contraction)
    if kind not in {Kind.PERSON, Kind.PLACE}:
        for form in _inflect(text, kind):
            found.setdefault(form.text, form)
    elif kind is Kind.PLACE and text[:1].islower():
        for form in _inflect(text, Kind.ORGANISATION):
            found.setdefault(form.text, form)
    return tuple(found.values())
