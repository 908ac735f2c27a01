"""Whether a sentence stands alone or leans on the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize import lexicon
from summarize.words import tokens

_OPENING_QUOTE = re.compile(r"\s*[«“\"„—–-]")
_CLOSING_QUOTE = re.compile(r"[»”\"]")
#: What ends the main clause, as far as a contrast with the sentence before is concerned.
_CLAUSE_END = re.compile(r",\s(?:qui|mais|et|tandis|alors)\b")
_POINTED = re.compile(r"\bc(?:e|et|ette|es)\s\w+-là\b", re.IGNORECASE)
_COURTESY = re.compile(r"(?:M\.|Mme|Mlle|Me)\s(?P<surname>[A-ZÀ-Ý]\w*)")
_CAPITALISED = re.compile(r"\b[A-ZÀ-Ý]\w*")
#: Determiners that point back when they open the speaker after a quotation.
_POINTING = frozenset({"son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces"})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles", "eux"})
_POINTING_QUOTES = frozenset({"c", "cela", "ca", "ceci", "ce"})
#: So many words after a closing quote belong to the verb and its subject.
_SPEAKER_WORDS = 6
_LONGEST_ADVERBIAL = 5


def is_quotation(text: str) -> bool:
    """Return whether the sentence opens with a quotation mark or a dialogue dash."""
    return _OPENING_QUOTE.match(text) is not None


def leans(text: str) -> bool:
    """Return whether the French sentence `text` needs the sentence before it to be understood.

    It opens with a pronoun, a pointing determiner or a connective, holds one that points back
    ("ce dernier", "au contraire"), or quotes somebody who is a pronoun only.
    """
    words = tokens(text)
    if lexicon.contains("leaning", words) or _POINTED.search(text):
        return True
    if is_quotation(text):
        return words[:1] != () and (words[0] in _POINTING_QUOTES or _speaker_leans(text))
    main_clause = tokens(_CLAUSE_END.split(text, maxsplit=1)[0])
    first_part = tokens(text.partition(",")[0])
    if lexicon.contains("contrast", main_clause) or lexicon.contains("partitive", first_part):
        return True
    if lexicon.opens_with("free_openers", words):
        return False
    return lexicon.opens_with("openers", words) or _adverbial_leans(text)


def leaning(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return for every sentence of an article, in reading order, whether it leans.

    Besides `leans`: a sentence that opens with "M. Untel" leans where no sentence before it has
    named Untel, for then the text begins in mid-story.
    """
    named: set[str] = set()
    found = []
    for text in texts:
        courtesy = _COURTESY.match(text)
        stranger = courtesy is not None and courtesy["surname"] not in named
        found.append(stranger or leans(text))
        named.update(_CAPITALISED.findall(text))
    return tuple(found)


def _adverbial_leans(text: str) -> bool:
    """Whether a connective and its comma open the sentence ("Depuis, ..." )."""
    head, mark, _ = text.replace(":", ",", 1).partition(",")
    opening = tokens(head) if mark else ()
    return len(opening) <= _LONGEST_ADVERBIAL and opening in lexicon.phrases("comma_openers")


def _speaker_leans(text: str) -> bool:
    """Whether who speaks is a pronoun or somebody's somebody: « ... », sourit son voisin."""
    closings = [match.end() for match in _CLOSING_QUOTE.finditer(text, 1)]
    if not closings:
        return False
    words = tokens(text[closings[-1] :])[:_SPEAKER_WORDS]
    return any(word in _PRONOUNS or word in _POINTING for word in words)
