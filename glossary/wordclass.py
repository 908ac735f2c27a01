"""Is a word a noun where it stands? French spells many nouns like a verb or a function word.

"Il porte plainte" has no door, "nous sommes" no sum, "or" at the start of a sentence no gold.
Only what stands directly before is consulted: subject and object pronouns mark a verb, an
auxiliary marks a participle, and a word that is mostly a function word needs a determiner.
"""

from __future__ import annotations

from glossary.lexicon import french

_PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "us", "ues")
_AFTER_EN = frozenset({"or", "été", "car"})


def is_noun(word: str, before: str, before_that: str, *, participle: bool) -> bool:
    """Whether `word` can be a noun after the two words before it ("" where there are none).

    With `participle` a form such as "détenu" is taken for a participle after an auxiliary.
    """
    word, before = word.lower(), before.lower()
    if french("function_words", word):
        strict = french("determiners", before) and before != "de"
        return strict or (before == "en" and word in _AFTER_EN)
    if french("clitics", before):
        return False
    if french("object_pronouns", before) and french("clitics", before_that):
        return False
    if participle and word.endswith(_PARTICIPLES):
        helper = before_that if french("adverbs", before) else before
        return not french("helpers", helper)
    return True
