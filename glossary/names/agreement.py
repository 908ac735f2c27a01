"""Gender that the words after a name tell: "Vidal est rentrée", "Morvan assure qu'elle"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.folding import Token
from glossary.names.lexicon import lexicon

_TO_BE = frozenset(["est", "etait", "sera", "fut", "serait", "ete"])
_AUXILIARY = frozenset(["a", "avait", "aura", "aurait", "s", "se", "n", "ne", "pas"])
_IMPERSONAL = frozenset(["faut", "fallait", "faudra", "y", "pleut", "s", "suffit", "reste", "est"])
_LOOK_AHEAD = 6
_PREPOSITIONS = frozenset(
    ["de", "d", "du", "a", "par", "pour", "avec", "chez", "sur", "contre", "sans", "et", "ou"]
)
#: A participle or adjective after these is not reached: "est la risée", "est de retour".
_NO_ADVERBS = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "de",
        "du",
        "d",
        "son",
        "sa",
        "ses",
        "a",
        "au",
        "aux",
        "en",
    ]
)
_FEMININE = ("ée", "ie", "ue", "ise", "uite", "dite", "erte", "inte")
_MASCULINE = ("é", "i", "u", "is", "uit", "dit", "ert", "int")
_STRESSED = {"elle": "f", "lui": "m"}
#: "Vidal, épuisée par la course, ..."
_AGENTS = frozenset(["par", "au", "aux", "dans", "depuis", "hier"])
_NOUNS = frozenset(["côté", "santé", "société", "majorité", "qualité", "activité", "moitié"])
#: The masculine is written so too: "unique", "analogue".
_EITHER = ("que", "gue")


def follows_preposition(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is no subject: in "la lettre de Vidal est arrivée" the letter is."""
    if first == 0 or not tokens[first].joined or tokens[first - 1].text.lower() == "où":
        return False
    return tokens[first - 1].fold in _PREPOSITIONS


def participle_gender(tokens: Sequence[Token], at: int) -> str:
    """Return the gender of a participle with "être" after a name, "" if there is none.

    An apposition after a comma counts too: "Vidal, épuisée, a renoncé", "Vidal, elle, ...".
    """
    if at < len(tokens) and tokens[at].gap.strip() == ",":
        return _apposed(tokens, at)
    passive = reflexive = False
    for token in tokens[at : at + _LOOK_AHEAD]:
        if token.gap.strip():
            return ""
        if token.fold in _TO_BE:
            passive = True
        elif not passive:
            if token.fold not in _AUXILIARY:
                return ""
            reflexive |= token.fold in {"s", "se"}
        elif token.fold in _NO_ADVERBS or token.cap:
            return ""
        elif not _is_adverb(token):
            gender = _ending_gender(token.text.lower())
            # "Elle s'est dit que", "elle s'est rendu compte": this masculine tells nothing.
            return "" if reflexive and gender == "m" else gender
    return ""


def _is_adverb(token: Token) -> bool:
    if token.text.lower().endswith(("é", "ée")):
        return False
    return token.fold.endswith("ment") or lexicon().has("function", token.fold)


def _ending_gender(word: str) -> str:
    if len(word) < 2 or word.endswith(_EITHER):
        return ""
    return "f" if word.endswith(_FEMININE) else "m" if word.endswith(_MASCULINE) else ""


def _apposed(tokens: Sequence[Token], at: int) -> str:
    word = tokens[at].text.lower()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    closed = after is not None and after.gap.strip() == ","
    if closed and word in _STRESSED:
        return _STRESSED[word]
    if not closed and (after is None or not after.joined or after.fold not in _AGENTS):
        return ""
    if len(word) < 4 or tokens[at].cap or word in _NOUNS:
        return ""
    return "f" if word.endswith("ée") else "m" if word.endswith("é") else ""


def pronoun_gender(tokens: Sequence[Token], at: int) -> str:
    """Return the gender of the pronoun in "X assure qu'elle ...", "" if there is none."""
    for here in range(at, min(at + _LOOK_AHEAD, len(tokens) - 2)):
        if tokens[here].gap.strip():
            return ""
        if tokens[here].fold == "qu" and tokens[here + 1].fold in {"elle", "il"}:
            impersonal = tokens[here + 2].fold in _IMPERSONAL
            return "f" if tokens[here + 1].fold == "elle" else "" if impersonal else "m"
    return ""
