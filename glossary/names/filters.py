"""Names that mean no person: bridges, prizes, laws, maiden names, common words with a capital."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glossary.names.folding import Token
from glossary.names.lexicon import lexicon
from glossary.names.spans import linked

_OPENING = frozenset('«"“.:!?–—(\n•…*#')
_CONTRACTED = frozenset(["de", "du", "d", "des"])
_ARTICLES = frozenset(["le", "la", "l", "un", "une"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What the whole article tells about its words.

    Attributes:
        places: folded words that stand as a place somewhere ("l'île de Hallwang").
        things: folded words that name a thing somewhere ("le groupe Lagarde").
        located: folded words that follow "à", "en", "de" somewhere.
        common: folded words that stand in small letters somewhere.
    """

    places: frozenset[str]
    things: frozenset[str]
    located: frozenset[str]
    common: frozenset[str]


def read_traits(sentences: Iterable[Sequence[Token]]) -> Traits:
    """Collect the article's place names and small-letter words."""
    places, things, located, common = set[str](), set[str](), set[str](), set[str]()
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if not token.cap:
                common.add(token.fold)
            elif place_head(tokens, at) is not None:
                places.add(token.fold)
            elif _is_firm(tokens, at):
                things.add(token.fold)
            elif linked(tokens, at) and lexicon().has("locating", tokens[at - 1].fold):
                located.add(token.fold)
    return Traits(
        places=frozenset(places),
        things=frozenset(things),
        located=frozenset(located),
        common=frozenset(common),
    )


def starts_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital at `at` may be there only because a sentence or quotation begins."""
    return at == 0 or any(c in _OPENING for c in tokens[at].gap)


def place_head(tokens: Sequence[Token], at: int) -> int | None:
    """Return the position of "pont", "île", ... that makes the name at `at` a place."""
    lex, here = lexicon(), at - 1
    while here >= 0 and at - here <= 4 and not tokens[here + 1].gap.strip():
        token = tokens[here]
        if lex.has("place_heads", token.fold):
            return here
        if lex.has("eponym_heads", token.fold) and here < at - 1:
            return here
        titled = token.cap and (token.fold in lex.roles or token.fold in lex.courtesy)
        if token.fold not in _CONTRACTED and token.fold not in _ARTICLES and not titled:
            return None
        here -= 1
    return None


def street_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title at `at` is a part of an address ("rue du Docteur Roux")."""
    lex, here = lexicon(), at - 1
    while here >= 0 and at - here <= 2 and tokens[here].fold in _CONTRACTED | _ARTICLES:
        here -= 1
    return here >= 0 and lex.has("street_heads", tokens[here].fold)


def called_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the text itself says that a name is a place: "maire de X", "à X, le village"."""
    lex = lexicon()
    of = first > 1 and linked(tokens, first) and tokens[first - 1].fold in {"de", "d"}
    if of and lex.has("heads_of_places", tokens[first - 2].fold):
        return True
    after = tokens[last + 1 : last + 4]
    located = first > 0 and tokens[first - 1].fold in {"a", "de"}
    if not located or not after or after[0].gap.strip() not in {",", "("}:
        return False
    return any(lex.has("place_heads", t.fold) for t in after)


def thing_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` follows "prix", "loi", "agence", ... without a preposition."""
    if at == 0 or not linked(tokens, at):
        return False
    lex, before = lexicon(), tokens[at - 1].fold
    if at > 2 and tokens[at - 2].fold in {"de", "d"} and tokens[at - 3].fold in lex.roles:
        return False  # "le chef d'orchestre Wolfram von Arnstett"
    if tokens[at - 1].cap and lex.has("whole_bodies", before) and role_of(tokens, at - 1):
        return False  # "la présidente de la Commission Ursula Weiss"
    return lex.has("thing_heads", before) or lex.has("place_heads", before)


def _is_firm(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` is a thing's; of "la famille X" it is still that of people."""
    if at > 0 and lexicon().has("families", tokens[at - 1].fold):
        return False
    return thing_head(tokens, at) or (_of_a_body(tokens, at) and tokens[at - 1].fold != "des")


def _of_a_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether "la maison de cognac", "le groupe de presse" or "la tribu des" stands before."""
    if at < 2 or not linked(tokens, at) or not linked(tokens, at - 1):
        return False
    lex = lexicon()
    if tokens[at - 1].fold == "des":
        return lex.has("collectives", tokens[at - 2].fold)
    trade = at > 2 and linked(tokens, at - 2) and not tokens[at - 1].cap
    of = tokens[at - 2].fold in {"de", "d"} and tokens[at - 1].fold not in lex.roles
    return trade and of and lex.has("firms", tokens[at - 3].fold)


def role_of(tokens: Sequence[Token], at: int) -> str:
    """Return the role noun that the word at `at` completes ("chef de l’État"), "" if none."""
    here = at - 1
    while here >= 0 and at - here <= 3 and tokens[here + 1].joined:
        word = tokens[here].fold
        if word in lexicon().roles:
            return word if here < at - 1 else ""
        if word not in _CONTRACTED | _ARTICLES | {"a", "au", "aux", "general", "generale"}:
            return ""
        here -= 1
    return ""


def maiden(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` is the one a person was born with ("née Morvel")."""
    if at == 0 or not linked(tokens, at):
        return False
    girlhood = at > 1 and [t.fold for t in tokens[at - 2 : at]] == ["jeune", "fille"]
    return girlhood or tokens[at - 1].fold in {"ne", "nee", "nes", "nees"}


def verb_follows(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb in the third person seems to follow."""
    at = last + 1
    if at >= len(tokens) or tokens[at].gap.strip():
        return False
    word, lex = tokens[at].fold, lexicon()
    if tokens[at].cap or lex.has("particles", word) or tokens[at].text in {"à", "où"}:
        return False
    if lex.has("verbs", word) or lex.has("speech", word):
        return True
    present = word.endswith("e") and at + 1 < len(tokens) and not tokens[at + 1].gap.strip()
    if present and lex.has("after_verb", tokens[at + 1].fold):
        return True
    return len(word) > 4 and word.endswith(("ait", "era", "ient", "ira", "dra"))


def is_acronym(token: Token) -> bool:
    """Whether a word in capitals is short enough to be an acronym ("PAN")."""
    return 1 < len(token.text) < 6 and token.text.isupper()


def speaks(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb of speech follows within three words."""
    ahead = tokens[last + 1 : last + 4]
    return any(lexicon().has("speech", t.fold) for t in ahead)


def is_thing(tokens: Sequence[Token], first: int, last: int, *, full: bool) -> bool:
    """Whether the name at ``[first, last]`` names a thing or a place, or is a maiden name."""
    if maiden(tokens, first) or thing_head(tokens, first):
        return True
    after = last + 1
    if not full and (
        place_head(tokens, first) is not None
        or called_place(tokens, first, last)
        or _of_a_body(tokens, first)
    ):
        return True
    return after < len(tokens) and "&" in tokens[after].gap


def _is_visited(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "À X, ..." opens a clause or "à X, où ..." stands: X is a place."""
    if first == 0 or tokens[first - 1].fold not in {"a", "en"} or not linked(tokens, first):
        return False
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is None or after.gap.strip() != ",":
        return False
    return after.text.lower() == "où" or starts_clause(tokens, first - 1)


def bare_is_person(
    tokens: Sequence[Token], first: int, last: int, traits: Traits, *, shouting: bool
) -> bool:
    """Whether a bare name at ``[first, last]`` can be a person, judged by what stands around it."""
    lex, word = lexicon(), tokens[first].fold
    before = tokens[first - 1].fold if first > 0 and linked(tokens, first) else ""
    if is_thing(tokens, first, last, full=False) or _is_visited(tokens, first, last):
        return False
    if (before in _ARTICLES or before in {"du", "au", "aux"}) and last == first:
        return False
    if first == last and is_acronym(tokens[first]) and not shouting:
        return False
    follows = verb_follows(tokens, last)
    if first == last and lex.has("places", word):
        return follows and word not in traits.located and word not in traits.places
    if first == last and word in traits.things and starts_clause(tokens, first):
        return speaks(tokens, last)  # The firm or its founder: only a person speaks.
    if first == last and word in traits.things and (before == "chez" or _is_ware(tokens, first)):
        return False
    place_like = word in traits.places
    if place_like and lex.has("places_before", before):
        return False
    ordinary = first == last and (lex.has("ambiguous_words", word) or word in traits.common)
    if ordinary and (shouting or starts_clause(tokens, first)):
        return follows or _introduces_speech_or_age(tokens, last + 1)
    return True


def _is_ware(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plural noun stands right before a firm's name: "les chaussures X"."""
    if at < 2 or not linked(tokens, at) or not linked(tokens, at - 1):
        return False
    lex, noun = lexicon(), tokens[at - 1]
    plural = tokens[at - 2].fold in {"les", "des", "ces", "ses", "leurs"}
    person = any(w in lex.roles for w in (noun.fold, noun.fold.rstrip("s")))
    kept = person or lex.has("couple", noun.fold) or lex.has("function", noun.fold)
    return plural and not noun.cap and not kept


def _introduces_speech_or_age(tokens: Sequence[Token], at: int) -> bool:
    """Whether ": « ..." or ", 45 ans" follows a name."""
    if at >= len(tokens):
        return False
    gap = tokens[at].gap.strip()
    return gap.startswith(":") or (gap == "," and tokens[at].text.isdigit())


def explained(token: Token) -> bool:
    """Whether a capital word beside a name is accounted for: a nationality, a role, a place."""
    lex = lexicon()
    word = token.fold
    return (
        word in lex.roles
        or word in lex.courtesy
        or lex.has("demonyms", word)
        or lex.has("places", word)
        or (lex.has("function", word) and word not in lex.first_names)
        or lex.has("royal", word)
        or lex.has("labels", word)
        or lex.has("cheers", word)
        or (len(word) > 5 and word.endswith(lex.demonym_endings) and word not in lex.first_names)
    )


def is_shouting(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is set in capitals, so that a capital tells nothing."""
    words = [t for t in tokens if len(t.text) > 1]
    return len(words) > 2 and all(t.text.isupper() for t in words)
