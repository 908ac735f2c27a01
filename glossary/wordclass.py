"""Is a word a noun where it stands? French spells many nouns like a verb or a function word.

"Il porte plainte" has no door, "nous sommes" no sum, "or" at the start of a sentence no gold.
Only what stands around the word is consulted: subject and object pronouns mark a verb, an
auxiliary marks a participle, a word that is mostly a function word needs a determiner, and a word
that is also a common form of a verb ("marche", "compte") needs what comes before a noun: a
determiner, a preposition, an adjective or a number.
"""

from __future__ import annotations

from glossary.lexicon import french

_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
_AFTER_EN = frozenset({"or", "été", "car"})
_OF = frozenset({"de", "d", "du"})
#: What follows a verb directly, but not a bare noun at the start of a clause.
_OBJECTS = frozenset({"la", "le", "les", "un", "une", "que", "qu", "ses", "son", "sa", "ce"})
_BEFORE_NOUNS = ("determiners", "plural_determiners", "adjectives_before", "prenominal")
_BEFORE_NAMED = (*_BEFORE_NOUNS, "prepositions", "openers", "helpers", "clitics", "links")


def is_noun(word: str, before: str, before_that: str, after: str = "", *, term: bool) -> bool:
    """Whether `word` can be a noun between the words around it ("" where a sign parts them).

    With `term` it is no title: a form such as "détenu" is taken for a participle after an
    auxiliary, and a verb form for a verb unless something speaks for the noun.
    """
    word, before = word.lower(), before.lower()
    if french("function_words", word):
        strict = french("determiners", before) and before != "de"
        return strict or (before == "en" and word in _AFTER_EN)
    if french("clitics", before):
        return False
    if french("object_pronouns", before) and french("clitics", before_that):
        return False
    if term and word.endswith(_PARTICIPLES):
        helper = before_that if french("adverbs", before) else before
        if french("helpers", helper):
            return False
    if not french("verb_nouns", word):
        return True
    return _nominal(before, before_that, after.lower(), term=term)


def is_adjective(word: str, before: str) -> bool:
    """Whether a word that is a noun or an adjective ("général") follows the noun it qualifies."""
    word, before = word.lower(), before.lower()
    if not before or not (
        french("adjective_nouns", word) or french("adjective_nouns", word.removesuffix("s"))
    ):
        return False
    return not (before.isdigit() or any(french(name, before) for name in _BEFORE_NAMED))


def _nominal(before: str, before_that: str, after: str, *, term: bool) -> bool:
    """Whether a word that can be a verb form stands where a noun does."""
    if not before:
        return after not in _OBJECTS
    if french("prepositions", before):
        return not (before == "en" and french("clitics", before_that))
    if before.isdigit() or any(french(name, before) for name in _BEFORE_NOUNS):
        return True
    if not term:
        return after not in _OBJECTS
    return before in {"et", "ou", "ni"} and after in _OF
