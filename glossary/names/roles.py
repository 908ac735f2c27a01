"""Role phrases around a name: "le ministre du Commerce, …", "…, cousine du préfet,"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.names.folding import Token
from glossary.names.lexicon import lexicon

_LONGEST = 16
_DEFINITE = frozenset(["le", "la", "l", "son", "sa"])
_ANY_ARTICLE = _DEFINITE | {"un", "une"}
#: Endings of nouns that nearly always name a person.
_ENDINGS = (
    "ateur", "atrice", "teuse", "iste", "logue", "icien", "icienne", "naute", "ographe", "ologiste"
)  # fmt: skip
_PREPOSITIONS = frozenset(
    ["selon", "dans", "sur", "sous", "depuis", "pendant", "vers", "pour", "par", "devant", "apres"]
)
_OPENING = frozenset(["a", "au", "aux", "dans", "devant", "apres", "avant", "sur", "sous", "lors"])
_COPULA = frozenset(["est", "etait", "sera", "fut", "reste", "restait", "devient", "s"])
_ENDS_APPOSITION = frozenset(["et", "sur", "pour", "dans", "lors"])


@dataclass(frozen=True, slots=True)
class Role:
    """A role phrase: token positions ``[start, end)``, the head noun's position, its gender.

    `comma` tells whether a comma stands between the phrase and the name.
    """

    start: int
    end: int
    head: int
    gender: str
    comma: bool


def is_role(token: Token) -> bool:
    """Whether the word is a noun for a person's role or kin, by the list or by its ending."""
    word, lex = token.fold, lexicon()
    if word in lex.roles:
        return True
    ending = len(word) > 6 and word.endswith(_ENDINGS) and not token.cap
    return ending and not lex.has("thing_heads", word)


def _stops(token: Token) -> bool:
    """Whether a word ends a role phrase; "à" is no form of "avoir"."""
    return lexicon().has("role_stops", token.fold) and token.text not in {"à", "À"}


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb of speech there, not a noun like "juge" or "la critique"."""
    lex, word = lexicon(), tokens[at].fold
    led = at == 0 or lex.has("determiners", tokens[at - 1].fold)
    return lex.has("speech", word) and word not in lex.roles and not led


def _is_preposition(token: Token) -> bool:
    return lexicon().has("links", token.fold) and token.fold not in {"la", "le", "l", "les"}


def gender_of(tokens: Sequence[Token], head: int) -> str:
    """Return the gender that a role noun and its determiner tell, "" if none."""
    own = lexicon().roles.get(tokens[head].fold, "")
    at = head - 1
    while at >= 0 and head - at <= 3 and tokens[at + 1].joined:
        word = tokens[at].fold
        if word in {"la", "une", "cette"} or (word in {"sa", "ma"} and own != "m"):
            return "f"
        if word in {"le", "un", "du", "au", "ce", "cet"}:
            return "m"
        at -= 1
    return own


def role_before(tokens: Sequence[Token], at: int) -> Role | None:
    """Find the role phrase that ends just before the name at token `at`."""
    if at == 0 or tokens[at].gap.strip() not in {"", ","}:
        return None
    comma = tokens[at].gap.strip() == ","
    if not comma and _is_preposition(tokens[at - 1]):
        return None  # "l'avocat de X" is not X's role.
    start = at
    while start > 0 and at - start < _LONGEST:
        before = tokens[start - 1]
        if _stops(before) or (start < at and tokens[start].gap.strip()):
            break
        if _is_verb(tokens, start - 1):
            break  # "Le chef de la marine cite M. X"
        if _ends_other_name(tokens, start - 1) and start < at:
            break
        start -= 1
    heads = [i for i in range(start, at) if is_role(tokens[i])]
    if not heads:
        heads = _led_noun(tokens, at)
    if not heads:
        return None
    head = _head(tokens, start, heads) if comma else heads[-1]
    if opens_with_another(tokens, at):
        return None
    return Role(_phrase_start(tokens, start, head), at, head, gender_of(tokens, head), comma)


def opens_with_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether "Au chevet du maire, X ..." opens a sentence with X at `at`: X is not the mayor.

    In "Aux côtés du maire, X, ..." a comma after the name makes it an apposition.
    """
    if not 2 < at < _LONGEST or tokens[0].fold not in _OPENING or tokens[at].gap.strip() != ",":
        return False
    heads = [i for i in range(2, at) if is_role(tokens[i])]
    led = any(tokens[i - 1].fold in {"du", "l", "la"} for i in heads)
    if not led or any(t.gap.strip() for t in tokens[1:at]):
        return False
    end = at
    while end < len(tokens) and (tokens[end].cap or (end > at and tokens[end].gap.strip() == ".")):
        end += 1
    return end < len(tokens) and tokens[end].gap.strip() != ","


def _ends_other_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital belongs to another name, not to a phrase like "de la Défense"."""
    if not tokens[at].cap:
        return False
    first = at
    while first > 0 and at - first < 4 and tokens[first].joined and tokens[first - 1].cap:
        first -= 1
    if first == 0 or tokens[first].gap.strip():
        return first > 0
    return not lexicon().has("links", tokens[first - 1].fold) and not is_role(tokens[first])


def _led_noun(tokens: Sequence[Token], at: int) -> list[int]:
    """Take "le" + noun right before a name for a role whatever the noun ("le pompier X")."""
    lex = lexicon()
    head = at - 1
    if _is_verb(tokens, head):
        return []
    if head > 1 and tokens[head].fold.endswith(lex.demonym_endings):
        head -= 1  # "l'explorateur norvégien X"
    leads = _ANY_ARTICLE if tokens[at].gap.strip() else _DEFINITE
    if head < 1 or tokens[head - 1].fold not in leads:
        return []
    if tokens[at].gap.strip() and head > 1 and tokens[head - 2].fold in _PREPOSITIONS:
        return []  # "Selon le bureau, X", "Dans la foule, X"
    inside = tokens[head + 1 : at]
    word = tokens[head].fold
    thing = any(lex.has(key, word) for key in ("thing_heads", "place_heads", "times"))
    if tokens[head].cap or thing or lex.has("function", word) or any(t.gap.strip() for t in inside):
        return []
    return [head]


def _head(tokens: Sequence[Token], start: int, heads: Sequence[int]) -> int:
    """Pick the head of an apposition: its first role noun that a determiner introduces."""
    lex = lexicon()
    for head in heads:
        first = head == start
        led = any(lex.has("determiners", t.fold) for t in tokens[max(start, head - 2) : head])
        if first or led:
            return head
    return heads[-1]


def _phrase_start(tokens: Sequence[Token], start: int, head: int) -> int:
    """Return where the head's phrase begins: at most two words and a determiner before it."""
    at = head
    while at > start and head - at < 3:
        at -= 1
        if lexicon().has("determiners", tokens[at].fold):
            return at
    return head


def role_after(tokens: Sequence[Token], at: int) -> Role | None:
    """Find the apposition that begins just after the name that ends before token `at`."""
    if at >= len(tokens) or tokens[at].gap.strip() not in {",", ", («", "("}:
        return None
    end = at
    while end < len(tokens) and end - at < _LONGEST:
        token = tokens[end]
        if _stops(token) or token.fold in _ENDS_APPOSITION or (end > at and token.gap.strip()):
            break
        end += 1
    heads = [i for i in range(at, min(end, at + 5)) if is_role(tokens[i])]
    if not heads:
        return None
    if any(
        tokens[i].cap and not lexicon().has("links", tokens[i - 1].fold)
        for i in range(heads[0] + 1, end)
    ):
        return None  # ", la candidate Odile Vasseur" speaks of the next person.
    # ", le procureur" and ", ministre du Commerce"; not ", a dit le ministre".
    lead = tokens[at : heads[0]]
    if len(lead) > 3 or any(t.cap and not lexicon().has("determiners", t.fold) for t in lead):
        return None
    return Role(at, end, heads[0], gender_of(tokens, heads[0]), True)


def clause_after(tokens: Sequence[Token], at: int) -> Role | None:
    """Find the clause after a name that tells an office: ", qui dirige les services ...,"."""
    if at + 2 >= len(tokens) or tokens[at].gap.strip() != "," or tokens[at].fold != "qui":
        return None
    if tokens[at + 1].gap.strip() or not lexicon().has("heads_office", tokens[at + 1].fold):
        return None
    end = at + 2
    while end < len(tokens) and end - at < _LONGEST and not tokens[end].gap.strip():
        end += 1
    return Role(at + 2, end, at + 2, "", True)


def subject_end(tokens: Sequence[Token]) -> int:
    """Return where "Le chef de la marine" ends before the verb of a sentence, 0 if none opens it.

    Who is named after the verb is somebody else, unless the verb is "être".
    """
    if not tokens or tokens[0].fold not in {"le", "la", "l"}:
        return 0
    lex, led = lexicon(), False
    for at in range(1, min(len(tokens), _LONGEST)):
        token = tokens[at]
        if token.gap.strip():
            return 0
        if led and token.text not in {"à", "en", "y"} and not token.cap:
            if token.fold in _COPULA:
                return 0
            if lex.has("verbs", token.fold) or lex.has("speech", token.fold):
                return at
        led |= at < 3 and is_role(token)
    return 0


def own_kin(tokens: Sequence[Token], last: int) -> set[int]:
    """Return where relatives of the person stand whose name ends at `last`: "X et sa sœur".

    They are others than the person; ", sa sœur," right after the name is the person.
    """
    lex = lexicon()
    return {
        at
        for at in range(last + 2, min(len(tokens), last + _LONGEST))
        if lex.has("kin", tokens[at].fold)
        and tokens[at - 1].fold in {"son", "sa", "ses"}
        and not (at == last + 2 and tokens[at - 1].gap.strip())
    }
