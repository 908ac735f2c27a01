"""Whether an entry applies where its letters stand: longer words, longer names, capitals, units.

The rules look at a bounded number of tokens around a place, so matching stays linear. They
reject where the surroundings show that something else is meant; where nothing speaks against
an entry it applies, because an editor put it there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from glossary import senses
from glossary.folding import APOSTROPHES, HYPHENS, Tokens
from glossary.idioms import in_idiom
from glossary.lettering import Lettering
from glossary.lexicon import french
from glossary.values import Case, Entry, Kind
from glossary.wordclass import is_noun

_BLANKS = " \u00a0\u202f\u2009"
_OPENING = '«“"‘([‹„'
_HYPHEN = frozenset(HYPHENS)
_APOSTROPHE = frozenset(APOSTROPHES)
_SENTENCE_END = ".!?…:"
_DASHES = "-–—•*·>#"
_OF = frozenset({"de", "d", "du", "des"})
_VERB_ENDINGS = ("ait", "era", "ira", "aient", "eront", "iront")
_QUOTE_REACH = 90
_TITLE_WORDS = 8
_SHOUT_REACH = 4
_MIN_SHOUTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Tokens `first` to `last` (inclusive) of a text."""

    tokens: Tokens
    first: int
    last: int

    def before(self, back: int = 1) -> str:
        """Return the raw token `back` places before, "" at the start or beyond a sentence end."""
        index = self.first - back
        if index < 0 or _breaks(self.tokens, index, self.first):
            return ""
        return self.tokens.raw(index)

    def after(self, ahead: int = 1) -> str:
        """Return the raw token `ahead` places after, "" unless only blanks lie between."""
        index = self.last + ahead
        if index >= len(self.tokens.keys):
            return ""
        for step in range(self.last + 1, index + 1):
            if self.tokens.gap(step).strip(_BLANKS):
                return ""
        return self.tokens.raw(index)

    @property
    def starts_sentence(self) -> bool:
        """Whether the first token opens a sentence, a line or a quotation after a colon."""
        return starts_sentence(self.tokens, self.first)

    @property
    def opens_quotation(self) -> bool:
        """Whether a quotation mark stands directly before."""
        gap = self.tokens.gap(self.first).rstrip(_BLANKS)
        return gap[-1:] in set(_OPENING)


def _breaks(tokens: Tokens, low: int, high: int) -> bool:
    """Whether more than blanks, hyphens and apostrophes lies between tokens low and high.

    The dot of an abbreviation ("M. Berger") is no break.
    """
    for index in range(low + 1, high + 1):
        rest = tokens.gap(index).strip(_BLANKS + APOSTROPHES + HYPHENS)
        if rest and not (rest == "." and _abbreviation(tokens, index - 1)):
            return True
    return False


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is the first of a sentence or line."""
    if index == 0:
        return True
    gap = tokens.gap(index)
    if "\n" in gap:
        return True
    end = tokens.ends[index - 1]
    left = tokens.text[max(0, end - 1) : end] + gap if tokens.raw(index - 1).endswith(".") else gap
    left = left.rstrip(_BLANKS + _OPENING + _DASHES)
    if left[-1:] not in set(_SENTENCE_END + "»”"):
        return False
    if left.strip() == "." and _abbreviation(tokens, index - 1):
        return False
    return any(mark in left for mark in _SENTENCE_END)


def _abbreviation(tokens: Tokens, index: int) -> bool:
    raw = tokens.raw(index)
    return french("abbreviations", raw) or (len(raw) == 1 and raw.isupper())


def applies(
    place: Place, entry: Entry, lettering: Lettering, is_name: Callable[[str], bool]
) -> bool:
    """Whether `entry` applies at `place`; `is_name` tells other names of the glossary."""
    if not _whole_word(place, entry, is_name) or _elsewhere(place, entry, lettering):
        return False
    if in_capitals(place):
        return not _function_word(place)
    if lettering.shouted:
        return entry.kind is Kind.PLACE and _dateline(place)
    raised = place.tokens.raw(place.first)[:1].isupper() and entry.case is not Case.ANY
    if not lettering.common:
        return not raised or _name(place, entry)
    if _title_of_work(place) or not _noun(place, entry):
        return False
    return not raised or _raised_noun(place, entry)


def _dateline(place: Place) -> bool:
    """Whether a place in capitals opens a line and a sign follows: "PÉKIN, 12 mars"."""
    tokens, after = place.tokens, place.last + 1
    first = place.first == 0 or "\n" in tokens.gap(place.first)
    return first and after < len(tokens.keys) and bool(tokens.gap(after).strip(_BLANKS))


def _noun(place: Place, entry: Entry) -> bool:
    """Whether a single word stands where a noun can."""
    if place.last > place.first:
        return True
    word = place.tokens.raw(place.first)
    participle = entry.kind is Kind.TERM
    return is_noun(word, place.before(), place.before(2), place.after(), participle=participle)


def _elsewhere(place: Place, entry: Entry, lettering: Lettering) -> bool:
    """Whether the place is a part of a lexical unit or the word has another sense there."""
    tokens, first, last = place.tokens, place.first, place.last
    if entry.kind is Kind.PERSON:
        return False
    if senses.in_lexical_unit(tokens, first, last) or in_idiom(tokens, first, last):
        return True
    if not lettering.common:
        return (
            first == last
            and place.starts_sentence
            and senses.other_sense(tokens, first, last, entry)
        )
    image = entry.kind is Kind.TERM and first == last and senses.simile(tokens, first, entry)
    return image or senses.other_sense(tokens, first, last, entry)


def _function_word(place: Place) -> bool:
    """In a line of capitals, an acronym such as CE cannot be told from the word "ce"."""
    word = place.tokens.raw(place.first)
    alone = place.first == place.last
    return alone and any(french(name, word) for name in ("determiners", "openers", "links"))


def _whole_word(place: Place, entry: Entry, is_name: Callable[[str], bool]) -> bool:
    """A part of a longer word, an address or a hashtag is no word; some prefixes leave one."""
    tokens, first, last = place.tokens, place.first, place.last

    if first:
        gap, mate = tokens.gap(first), tokens.keys[first - 1]
        if gap in _HYPHEN and not (
            french("free_prefixes", mate) or _paired(place, entry, first - 1, is_name)
        ):
            return False
        if gap in _APOSTROPHE and not french("elisions", mate):
            return False
    if tokens.gap(first).endswith(("#", "@")) or _in_address(tokens, first):
        return False
    if last + 1 == len(tokens.keys):
        return True
    gap, mate = tokens.gap(last + 1), tokens.keys[last + 1]
    if gap in _HYPHEN and not (
        french("free_suffixes", mate) or _paired(place, entry, last + 1, is_name)
    ):
        return False
    return gap not in _APOSTROPHE and not _in_address(tokens, last + 1)


def _paired(place: Place, entry: Entry, mate: int, is_name: Callable[[str], bool]) -> bool:
    """Whether a hyphen joins two names that keep their sense ("UE-Mercosur", "Minsk-Kiev").

    A place whose English says more than its name ("Nice", "City of Nice") only pairs with names
    of the glossary: it would not fit in "Nice-Matin".
    """
    tokens = place.tokens
    if _acronym(tokens.raw(place.first)):
        return _capital(tokens.raw(mate))
    if entry.kind not in {Kind.PLACE, Kind.ORGANISATION}:
        return False
    if is_name(tokens.keys[mate]):
        return True
    if entry.kind is Kind.ORGANISATION or _says_more(entry) or not _capital(tokens.raw(mate)):
        return False
    beyond = tokens.gap(mate) if mate < place.first else _gap_after(tokens, mate)
    return beyond not in _HYPHEN and not french("name_parts", tokens.raw(mate))


def _gap_after(tokens: Tokens, index: int) -> str:
    return tokens.gap(index + 1) if index + 1 < len(tokens.keys) else ""


def _says_more(entry: Entry) -> bool:
    return len(entry.en.split()) > len(entry.fr.split())


def _in_address(tokens: Tokens, index: int) -> bool:
    """Whether a dot or @ without blanks joins token `index` to the one before it."""
    if not index or tokens.gap(index) not in {".", "@"}:
        return False
    return not tokens.raw(index)[:1].isupper()


def in_capitals(place: Place) -> bool:
    """Whether the place and the words around it are in capitals, as in some headlines."""
    tokens = place.tokens
    if not _shouts(place):
        return False
    if place.last > place.first:
        return True
    low = max(0, place.first - _SHOUT_REACH)
    high = min(len(tokens.keys), place.last + 1 + _SHOUT_REACH)
    around = [tokens.raw(i) for i in range(low, place.first) if not _new_line(tokens, i, place)]
    around += [
        tokens.raw(i) for i in range(place.last + 1, high) if not _new_line(tokens, i, place)
    ]
    letters = [word for word in around if len(word) > 1 and word.isalpha()]
    return len(letters) >= _MIN_SHOUTED and all(word.isupper() for word in letters)


def _shouts(place: Place) -> bool:
    return all(place.tokens.raw(i).isupper() for i in range(place.first, place.last + 1))


def _new_line(tokens: Tokens, index: int, place: Place) -> bool:
    low, high = sorted((index, place.first if index < place.first else place.last))
    return "\n" in tokens.text[tokens.ends[low] : tokens.starts[high]]


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _acronym(word: str) -> bool:
    """Capitals, digits or both: no part of a person's name ("KX.7", "OTAN")."""
    return (len(word) > 1 and word.isupper()) or any(char.isdigit() for char in word)


def _raised_noun(place: Place, entry: Entry) -> bool:
    """A common noun or title that has a capital here: a sentence start, or a name?"""
    before, after = place.before(), place.after()
    if _courtesy(before):
        return entry.kind is Kind.TITLE and french("courtesy_long", before)
    named_after = _capital(after) and not _acronym(after)
    title = entry.kind is Kind.TITLE
    several = place.last > place.first
    if several and (title or place.starts_sentence or place.opens_quotation):
        return True
    if place.starts_sentence:
        return (title or not named_after) and not _verb(after)
    if place.opens_quotation or (title and not before):
        return not named_after
    if entry.kind is Kind.TERM and (named_after or not several):
        return False
    if not french("determiners", before):
        return False
    return before[:1].islower() or starts_sentence(place.tokens, place.first - 1)


def _verb(word: str) -> bool:
    """A bare singular noun at the start of a sentence with a verb after it is a name."""
    return french("auxiliaries", word) or (word.islower() and word.endswith(_VERB_ENDINGS))


def _courtesy(word: str) -> bool:
    return french("courtesy_short", word) or french("courtesy_long", word)


def _title_of_work(place: Place) -> bool:
    """Whether the place stands in a short title in quotation marks after a word for a work."""
    tokens = place.tokens
    start = tokens.starts[place.first]
    left = tokens.text[max(0, start - _QUOTE_REACH) : start]
    opening = max(left.rfind("«"), left.rfind("“"))
    if opening < 0 or left.rfind("»") > opening or left.rfind("”") > opening:
        return False
    inside = tokens.text[start : start + _QUOTE_REACH]
    closing = min((at for at in (inside.find("»"), inside.find("”")) if at >= 0), default=-1)
    title = (left[opening + 1 :] + inside[: max(closing, 0)]).strip()
    if closing < 0 or not title[:1].isupper() or len(title.split()) > _TITLE_WORDS:
        return False
    lead = left[:opening].replace("’", "'").replace("'", " ").split()[-3:]
    return any(french("works", word.strip(",(")) for word in lead)


def _name(place: Place, entry: Entry) -> bool:
    """A name of the glossary: does it stand alone, or inside a longer name it is not part of?"""
    before, after = place.before(), place.after()
    if entry.kind is Kind.TITLE or _acronym(place.tokens.raw(place.last)):
        return True
    if entry.kind is not Kind.PERSON and _courtesy(before):
        return False
    if _named_before(place, entry, before) or _named_after(place, entry, after):
        return False
    return not (entry.kind is Kind.PLACE and _named_of(place, entry))


def _named_before(place: Place, entry: Entry, before: str) -> bool:
    """A capital before and no function word: "York" in "New York", "Nice" in "Claire Nice"."""
    if place.last > place.first or not _capital(before):
        return False
    if _acronym(before):
        return entry.kind is Kind.PLACE
    if place.tokens.gap(place.first).strip(_BLANKS):
        return False
    if french("openers", before) or french("determiners", before):
        return False
    opens = starts_sentence(place.tokens, place.first - 1)
    if opens and before.endswith("ant"):
        return False
    return entry.kind in {Kind.PLACE, Kind.PERSON} or not opens


def _named_after(place: Place, entry: Entry, after: str) -> bool:
    """A capital after: "Nice" in "Nice Matin". A person's full name may follow a place."""
    if not _capital(after) or _acronym(after) or entry.fr == entry.en:
        return False
    if entry.kind is Kind.PERSON:
        return True
    if entry.kind is Kind.PLACE:
        articled = french("masculine_articles", place.before())
        return articled or not _capital(place.after(2))
    return place.last == place.first


def _named_of(place: Place, entry: Entry) -> bool:
    """Where the English says what a place is, it does not fit in "Stade de Nice"."""
    if not _says_more(entry) or place.before().lower() not in _OF:
        return False
    head = place.before(2)
    return _capital(head) and not starts_sentence(place.tokens, place.first - 2)


def plural_before(tokens: Tokens, first: int) -> bool:
    """Whether the determiner before token `first` is in the plural."""
    if not first or tokens.gap(first).strip(_BLANKS + APOSTROPHES + '«“"'):
        return False
    before = tokens.raw(first - 1).lower()
    if _counts(before):
        return True
    if not french("prenominal_plurals", before) or first < 2:
        return False
    return _counts(tokens.raw(first - 2).lower())


def _counts(word: str) -> bool:
    return french("plural_determiners", word) or (word.isdigit() and word not in {"0", "1"})
