"""Gender that the words after a name tell: "Vidal est rentrée", "Morvan assure qu'elle"."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.names.folding import Token

_TO_BE = frozenset(["est", "etait", "sera", "fut", "serait", "ete", "restee", "reste"])
_AUXILIARY = frozenset(["a", "avait", "aura", "aurait", "s", "se", "n", "ne", "pas"])
_IMPERSONAL = frozenset(["faut", "fallait", "faudra", "y", "pleut", "s", "suffit", "reste", "est"])
_LOOK_AHEAD = 5


def participle_gender(tokens: Sequence[Token], at: int) -> str:
    """Return the gender of a participle with "être" right after a name, "" if there is none."""
    passive = False
    for token in tokens[at : at + _LOOK_AHEAD]:
        if token.gap.strip():
            return ""
        if token.fold in _TO_BE:
            passive = True
        elif passive:
            word = token.text.lower()
            return "f" if word.endswith(("ée", "ie", "ue")) else "m" if word.endswith("é") else ""
        elif token.fold not in _AUXILIARY:
            return ""
    return ""


def pronoun_gender(tokens: Sequence[Token], at: int) -> str:
    """Return the gender of the pronoun in "X assure qu'elle ...", "" if there is none."""
    for here in range(at, min(at + _LOOK_AHEAD, len(tokens) - 2)):
        if tokens[here].gap.strip():
            return ""
        if tokens[here].fold == "qu" and tokens[here + 1].fold in {"elle", "il"}:
            impersonal = tokens[here + 2].fold in _IMPERSONAL
            return "f" if tokens[here + 1].fold == "elle" else "" if impersonal else "m"
    return ""
