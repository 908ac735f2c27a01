"""Decide whether a site ends a sentence, from the text around it."""

from __future__ import annotations

from dataclasses import dataclass

from translate.segmentation import words
from translate.segmentation.marks import CLOSERS, CONTINUERS, DASHES, OPENERS, TERMINATORS
from translate.segmentation.rules import Abbreviation, Rules
from translate.segmentation.sites import Site, skip
from translate.segmentation.words import Initials, Word

_DOTS = frozenset(".…‥")
#: Longest label of a speaker (code points), as in "Le Courrier. – Que ferez-vous ?"
_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The sentence that a site may end.

    Attributes:
        start: its first character. first: whether it is the first of its paragraph.
        item: number of the list item before ("1." gives 1), 0 outside lists.
    """

    start: int
    first: bool
    item: int


def ends(text: str, site: Site, sentence: Sentence, rules: Rules) -> bool:
    """Whether a sentence ends at `site`; what encloses the site is judged elsewhere."""
    char = text[site.next]
    if char == "»":
        # Had it closed a quotation, it would belong to the site: it repeats the opening mark.
        return True
    if char in CONTINUERS or (char in TERMINATORS and site.next == site.end):
        return False
    if site.next == site.end:
        return _ends_glued(text, site, rules)
    if char.islower() and not words.is_brand(words.after(text, site.next)):
        return False
    if item_number(text, site, sentence) is not None:
        return False
    word = _stopped_word(text, site, rules)
    if char in DASHES:
        return _ends_before_dash(text, site, word, rules) and not _is_label(
            text, site, sentence, rules
        )
    if char in OPENERS:
        return _ends_before_opener(text, site, word)
    if char.isdigit():
        return _ends_before_digit(text, site, word, rules)
    if char.isupper():
        return _ends_before_capital(text, site, word, rules)
    return not word.abbreviates


def item_number(text: str, site: Site, sentence: Sentence) -> int | None:
    """Return n when the stop follows the number of the nth item of a list ("2. Fermer").

    Letters, Roman and dotted numbers give 0: nothing is counted from them.
    """
    if site.mark != "." or site.closed:
        return None
    label = words.before(text, site.start)
    start = site.start - len(label)
    number = int(label) if label.isdecimal() and len(label) <= 2 else 0
    if start == sentence.start:
        if sentence.first and (number or words.is_section_number(label)):
            return number
        return number if number in {1, sentence.item + 1} else None
    lead = text[max(0, start - 3) : start].rstrip()[-1:]
    follows = (lead == ":" and number == 1) or (lead in {";", ","} and number == sentence.item + 1)
    return number if follows else None


def _stopped_word(text: str, site: Site, rules: Rules) -> Word:
    """Return the word that the site's full stop may abbreviate; an empty one if none can be."""
    if site.mark != "." or site.closed:
        return words.NO_WORD
    return words.read(text, site.start, rules)


def _ends_glued(text: str, site: Site, rules: Rules) -> bool:
    """A missing blank ("fini.Le"): only where no address, number or brand can be meant."""
    char = text[site.next]
    opener = char in OPENERS and char not in "'\"<([{"
    if not (char.isupper() or opener):
        return False
    if site.closed or text[site.start - 1] in CLOSERS:
        return True
    word = words.last_before(text, site.start)
    if not words.is_plain(word, capital=site.mark != "."):
        return False
    if opener:
        return True
    following = words.after(text, site.next)
    if following.lower() in rules.suffixes or (site.mark == "." and words.kinds(word, rules)):
        return False
    # The rest of the token must be a word too: "www.Exemple.net" and "version.Final_2" are names.
    end = site.next + len(following)
    rest = text[end : end + 1]
    if rest == "." and text[end + 1 : end + 2].isalnum():
        return False
    return following.endswith("'") or not rest or rest.isspace() or rest in ".!?…,;:»)"


def _ends_before_dash(text: str, site: Site, word: Word, rules: Rules) -> bool:
    """A dash opens a reply, goes on with the sentence, or follows a number or initials."""
    beyond = site.next + 1
    if beyond < len(text) and text[beyond].isdigit():
        return site.mark not in {"…", "..."} and not word.abbreviates
    beyond = skip(text, beyond)
    if beyond == len(text) or text[beyond].islower() or text[beyond] in CONTINUERS:
        return False
    return not (word.abbreviates or words.numbers_part(word, rules))


def _is_label(text: str, site: Site, sentence: Sentence, rules: Rules) -> bool:
    """Whether the sentence so far is the name of a speaker or a place, up to a dash."""
    if site.mark != "." or not sentence.first or site.start - sentence.start > _LABEL:
        return False
    first, *others = text[sentence.start : site.start].split("(")[0].split(",")[0].split()
    if not first[0].isupper() or words.after(text, sentence.start).lower() in rules.answers:
        return False
    names = all(other[0].isupper() or other.lower() in rules.particles for other in others)
    opens = words.opens_sentence(text, sentence.start, rules, names=False)
    # "Le président. –", "Le Courrier. –", "Claire de Boisse. –"; but not "Il pleut. –"
    if first.lower() in rules.particles:
        return names or len(others) == 1
    return names and (not opens or words.after(text, sentence.start).lower() in rules.particles)


def _ends_before_opener(text: str, site: Site, word: Word) -> bool:
    """A quotation or a bracket follows."""
    inner = site.next
    while inner < len(text) and (text[inner] in OPENERS or text[inner].isspace()):
        inner += 1
    if site.mark != ".":
        return not text[inner : inner + 1].islower()
    if word.initials is not Initials.NONE:
        return text[site.next] not in "([{"
    return not word.kinds & {Abbreviation.NEVER, Abbreviation.NAME}


def _ends_before_digit(text: str, site: Site, word: Word, rules: Rules) -> bool:
    if site.closed:
        return True
    if site.mark == ".":
        return not _takes_number(text, site, word, rules)
    # "en... 2024": a pause, as a sentence seldom opens with figures.
    return not set(site.mark) <= _DOTS


def _takes_number(text: str, site: Site, word: Word, rules: Rules) -> bool:
    """Whether the abbreviation `word` goes on with the number that follows."""
    number = words.after(text, site.next)
    beyond = words.after(text, skip(text, site.next + len(number)))
    if Abbreviation.WEEKDAY in word.kinds:
        return beyond in rules.months
    if Abbreviation.MONTH in word.kinds:
        return word.previous[:1].isdigit() or (number.isdigit() and len(number) == 4)
    if Abbreviation.UNIT in word.kinds:
        # "14 h. 30", "41 min. 4 s."; but "La réunion dure 2 h. 5 élus ont parlé."
        small = Abbreviation.UNIT in words.kinds(beyond, rules)
        return word.previous.isdigit() and (small or len(number) == 2)
    if word.text.isdigit() and len(word.text) == len(number) == 2 and number.isdigit():
        # Pairs of figures in a row are a telephone number.
        return text[site.next + 2 : site.next + 3] == "." or word.previous.endswith(".")
    return word.abbreviates


def _ends_before_capital(text: str, site: Site, word: Word, rules: Rules) -> bool:
    if site.closed:
        return not words.is_inverted(words.after(text, site.next), rules)
    if site.mark == ".":
        return not _takes_capital(text, site, word, rules)
    if set(site.mark) <= _DOTS and words.before(text, site.start).lower() in rules.open_words:
        return words.opens_sentence(text, site.next, rules, names=False)
    return True


def _takes_capital(text: str, site: Site, word: Word, rules: Rules) -> bool:
    """Whether the abbreviation `word` goes on with the capitalised word that follows."""
    if Abbreviation.NEVER in word.kinds:
        return True
    if word.initials is Initials.ACRONYM:
        return not words.opens_sentence(text, site.next, rules, names=False)
    if word.initials is Initials.NAME or Abbreviation.NAME in word.kinds:
        return not words.opens_sentence(text, site.next, rules, names=True)
    return Abbreviation.NUMBER in word.kinds and words.is_number_like(
        words.after(text, site.next), rules
    )
