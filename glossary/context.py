"""Whether an entry applies where its letters stand: longer words, longer names, capitals, units.

The rules look at a bounded number of tokens around a place, so matching stays linear. They
reject where the surroundings show that something else is meant; where nothing speaks against
an entry it applies, because an editor put it there.
"""

from __future__ import annotations

from collections.abc import Callable

from glossary import senses
from glossary.folding import APOSTROPHES, HYPHENS, Tokens
from glossary.idioms import in_idiom
from glossary.lettering import Lettering
from glossary.lexicon import french
from glossary.longer import in_longer_name, in_tail_of_name, says_more
from glossary.place import BLANKS, Place, acronym, capital, courtesy, starts_sentence
from glossary.values import Case, Entry, Kind
from glossary.wordclass import is_adjective, is_noun

_HYPHEN = frozenset(HYPHENS)
_APOSTROPHE = frozenset(APOSTROPHES)
_VERB_ENDINGS = ("ait", "era", "ira", "aient", "eront", "iront")
#: What a common noun goes on with rather than a name: "Libération de deux otages".
_COMPLEMENTS = frozenset({"de", "d", "du", "des", "aux"})
_SHORT_WORDS = ("function_words", "clitics", "short_words")
_QUOTE_REACH = 90
_TITLE_WORDS = 8
_SHOUT_REACH = 4
_MIN_SHOUTED = 2


def applies(
    place: Place, entry: Entry, lettering: Lettering, is_name: Callable[[str], bool]
) -> bool:
    """Whether `entry` applies at `place`; `is_name` tells other names of the glossary."""
    if not _whole_word(place, entry, is_name) or _elsewhere(place, entry, lettering):
        return False
    if in_capitals(place):
        return not _common_word(place, entry)
    if _stressed(place, entry):
        return False
    if lettering.shouted:
        return entry.kind is Kind.PLACE and _dateline(place)
    raised = place.tokens.raw(place.first)[:1].isupper() and entry.case is not Case.ANY
    if not lettering.common:
        return not raised or not (in_longer_name(place, entry) or _opening_noun(place, entry))
    if _title_of_work(place) or not _noun(place, entry) or in_tail_of_name(place, entry):
        return False
    return not raised or _raised_noun(place, entry)


def _dateline(place: Place) -> bool:
    """Whether a place in capitals opens a line and a sign follows: "PÉKIN, 12 mars"."""
    tokens, after = place.tokens, place.last + 1
    first = place.first == 0 or "\n" in tokens.gap(place.first)
    return first and after < len(tokens.keys) and bool(tokens.gap(after).strip(BLANKS))


def _noun(place: Place, entry: Entry) -> bool:
    """Whether a single word stands where a noun can."""
    if place.last > place.first:
        return True
    word = place.tokens.raw(place.first)
    term, before = entry.kind is Kind.TERM, place.before()
    if (not term or says_more(entry)) and is_adjective(word, before):
        return False
    return is_noun(word, before, place.before(2), place.after(), term=term)


def _elsewhere(place: Place, entry: Entry, lettering: Lettering) -> bool:
    """Whether the place is a part of a lexical unit or the word has another sense there."""
    tokens, first, last = place.tokens, place.first, place.last
    if entry.kind is Kind.PERSON:
        return False
    if senses.in_known_name(tokens, first, last):
        return True
    # "Varsovie" as "Warsaw" fits in the English of "pacte de Varsovie".
    fits = entry.kind is Kind.PLACE and not lettering.common and not says_more(entry)
    if not fits and senses.in_lexical_unit(tokens, first, last):
        return True
    if in_idiom(tokens, first, last):
        return True
    if not lettering.common:
        return (
            first == last
            and place.starts_sentence
            and senses.other_sense(tokens, first, last, entry, settled=place.settled)
        )
    image = entry.kind is Kind.TERM and first == last and senses.simile(tokens, first, entry)
    return image or senses.other_sense(tokens, first, last, entry, settled=place.settled)


def _common_word(place: Place, entry: Entry) -> bool:
    """In a line of capitals, acronyms such as CE or SEC cannot be told from short words."""
    word = place.tokens.raw(place.first)
    if place.last > place.first:
        return False
    if any(french(name, word) for name in ("determiners", "openers", "links")):
        return True
    return entry.fr.isupper() and any(french(name, word) for name in _SHORT_WORDS)


def _stressed(place: Place, entry: Entry) -> bool:
    """Whether an acronym is a determiner in capitals for stress: "c'est LA question"."""
    word, after = place.tokens.raw(place.first), place.after()
    if place.last > place.first or not entry.fr.isupper() or not french("determiners", word):
        return False
    return after.islower() and not french("links", after) and not french("auxiliaries", after)


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
    if acronym(tokens.raw(place.first)):
        return capital(tokens.raw(mate))
    if entry.kind not in {Kind.PLACE, Kind.ORGANISATION}:
        return False
    if is_name(tokens.keys[mate]):
        return True
    if entry.kind is Kind.ORGANISATION or says_more(entry) or not capital(tokens.raw(mate)):
        return False
    beyond = tokens.gap(mate) if mate < place.first else _gap_after(tokens, mate)
    return beyond not in _HYPHEN and not french("name_parts", tokens.raw(mate))


def _gap_after(tokens: Tokens, index: int) -> str:
    return tokens.gap(index + 1) if index + 1 < len(tokens.keys) else ""


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


def _raised_noun(place: Place, entry: Entry) -> bool:
    """A common noun or title that has a capital here: a sentence start, or a name?"""
    before, after = place.before(), place.after()
    if courtesy(before):
        return entry.kind is Kind.TITLE and french("courtesy_long", before)
    named_after = capital(after) and not acronym(after)
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


def _opening_noun(place: Place, entry: Entry) -> bool:
    """Whether a bare name opens a sentence as the noun it is spelt like: "Aube glaciale".

    Only names of departments and the like, which have an article, cannot precede a verb so.
    """
    word, after = place.tokens.raw(place.first), place.after()
    if place.last > place.first or entry.kind is Kind.PERSON or not after.islower():
        return False
    if not place.starts_sentence:
        return False
    if after in {"et", "ou"}:
        ahead = place.after(2)
        return ahead.islower() and not any(
            french(name, ahead) for name in ("determiners", "links", "openers")
        )
    if after in _COMPLEMENTS and french("noun_names", word):
        return True
    return french("articled_names", word) and not _verb(after) and not french("clitics", after)


def _verb(word: str) -> bool:
    """A bare singular noun at the start of a sentence with a verb after it is a name."""
    return french("auxiliaries", word) or (word.islower() and word.endswith(_VERB_ENDINGS))


def _title_of_work(place: Place) -> bool:
    """Whether the place stands in a short title in quotation marks beside a word for a work."""
    tokens = place.tokens
    start = tokens.starts[place.first]
    low = max(0, start - _QUOTE_REACH)
    if tokens.text.find("«", low, start) < 0 and tokens.text.find("“", low, start) < 0:
        return False
    left = tokens.text[low:start]
    opening = max(left.rfind("«"), left.rfind("“"))
    if left.rfind("»") > opening or left.rfind("”") > opening:
        return False
    right = tokens.text[start : start + _QUOTE_REACH]
    closing = min((at for at in (right.find("»"), right.find("”")) if at >= 0), default=-1)
    title = (left[opening + 1 :] + right[: max(closing, 0)]).strip()
    if closing < 0 or not title[:1].isupper() or len(title.split()) > _TITLE_WORDS:
        return False
    before, after = _plain_words(left[:opening])[-3:], _plain_words(right[closing + 1 :])[:4]
    return any(french("works", word) for word in before) or any(
        french("staged", word) for word in after
    )


def _plain_words(text: str) -> list[str]:
    return [word.strip(",(") for word in text.replace("’", "'").replace("'", " ").split()]


def plural_before(tokens: Tokens, first: int) -> bool:
    """Whether the determiner before token `first` is in the plural."""
    if not first or tokens.gap(first).strip(BLANKS + APOSTROPHES + '«“"'):
        return False
    before = tokens.raw(first - 1).lower()
    if _counts(before):
        return True
    if not french("prenominal_plurals", before) or first < 2:
        return False
    return _counts(tokens.raw(first - 2).lower())


def _counts(word: str) -> bool:
    return french("plural_determiners", word) or (word.isdigit() and word not in {"0", "1"})
