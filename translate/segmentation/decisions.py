"""Decide whether a site ends a sentence, from the text around it."""

from __future__ import annotations

from dataclasses import dataclass

from translate.segmentation import words
from translate.segmentation.marks import (
    APOSTROPHES,
    CLOSERS,
    CONTINUERS,
    DASHES,
    OPENERS,
    TERMINATORS,
)
from translate.segmentation.rules import Abbreviation, Rules
from translate.segmentation.sites import Site, skip

_SOFT_MARKS = frozenset(".…‥")
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
    if is_marker(text, site, sentence):
        return False
    if char in DASHES:
        return _ends_before_dash(text, site, sentence, rules)
    if char in OPENERS:
        return _ends_before_opener(text, site, rules)
    if char.islower():
        return _is_brand(text, site.next) and not _abbreviates(text, site, rules)
    if char.isdigit():
        return _ends_before_digit(text, site, rules)
    if char.isalpha():
        return _ends_before_capital(text, site, rules)
    if char in APOSTROPHES:
        return False
    return not _abbreviates(text, site, rules)


def is_marker(text: str, site: Site, sentence: Sentence) -> bool:
    """Whether the stop follows the number of a list item ("2. Fermer la vanne.")."""
    if site.mark != "." or site.closed:
        return False
    label = words.before(text, site.start)
    start = site.start - len(label)
    if start == sentence.start:
        return _numbers_item(label, sentence)
    lead = text[max(0, start - 3) : start].rstrip()[-1:]
    if lead == ":":
        return label == "1"
    return lead in {";", ","} and label.isdecimal() and int(label[:3]) == sentence.item + 1


def _numbers_item(label: str, sentence: Sentence) -> bool:
    """Whether `label` at the head of a sentence is the number of a list item."""
    if label.isdecimal() and len(label) <= 2:
        return sentence.first or int(label) in {1, sentence.item + 1}
    figures = label.replace(".", "")
    dotted = figures != label and figures.isdecimal() and len(figures) <= 3
    return sentence.first and (words.is_roman(label) or dotted)


def _ends_glued(text: str, site: Site, rules: Rules) -> bool:
    """A missing blank ("fini.Le"): only where no address, number or brand can be meant."""
    char = text[site.next]
    if not (char.isupper() or (char in OPENERS and char not in "'\"<")):
        return False
    if site.closed or text[site.start - 1] in CLOSERS:
        return char.isupper() or char in "«“"
    word = words.last_before(text, site.start)
    if not _is_plain(word, site.mark):
        return False
    if char in OPENERS:
        return char not in "([{"
    following = words.after(text, site.next)
    if following.lower() in rules.suffixes:
        return False
    if site.mark == "." and words.kinds(word, rules):
        return False
    # The rest of the token must be a word too: "www.Exemple.net" and "version.Final_2" are names.
    end = site.next + len(following)
    if following.endswith("'") or text[end : end + 1] in {"", ",", ";", ":", "»", ")"}:
        return True
    return text[end].isspace() or (
        text[end] in TERMINATORS and (text[end] != "." or not text[end + 1 : end + 2].isalnum())
    )


def _is_plain(word: str, mark: str) -> bool:
    """Whether `word` is a common word or a number, no piece of an address or a file name."""
    if word.replace(",", "").isdecimal():
        return True
    return word.isalpha() and len(word) > 2 and (word.islower() or mark != ".")


def _ends_before_dash(text: str, site: Site, sentence: Sentence, rules: Rules) -> bool:
    """A dash opens a reply, goes on with the sentence, or follows a speaker's label."""
    beyond = site.next + 1
    if beyond < len(text) and text[beyond].isdigit():
        return site.mark not in {"…", "..."} and not _abbreviates(text, site, rules)
    beyond = skip(text, beyond)
    if beyond == len(text) or text[beyond].islower() or text[beyond] in CONTINUERS:
        return False
    if _abbreviates(text, site, rules) or _numbers_article(text, site, rules):
        return False
    return not _is_label(text, site, sentence, rules)


def _numbers_article(text: str, site: Site, rules: Rules) -> bool:
    """Whether a numbered part is announced ("Art. 2. – Le pont est fermé")."""
    word = words.before(text, site.start)
    part = words.last_before(text, site.start - len(word)).rstrip(".")
    return word[:1].isdigit() and (
        part.lower() in rules.parts or Abbreviation.NUMBER in words.kinds(part, rules)
    )


def _is_label(text: str, site: Site, sentence: Sentence, rules: Rules) -> bool:
    """Whether the sentence so far is the name of a speaker."""
    if site.mark != "." or not sentence.first or site.start - sentence.start > _LABEL:
        return False
    label = text[sentence.start : site.start]
    if not label[:1].isupper():
        return False
    first = words.after(text, sentence.start).lower()
    if first in rules.answers:
        return False
    return len(label.split()) <= 4 and (first not in rules.starters or first in rules.particles)


def _ends_before_opener(text: str, site: Site, rules: Rules) -> bool:
    """A quotation or a bracket follows."""
    inner = site.next
    while inner < len(text) and (text[inner] in OPENERS or text[inner].isspace()):
        inner += 1
    if site.mark not in {".", "。"} and inner < len(text) and text[inner].islower():
        return False
    if site.mark != ".":
        return True
    word = words.before(text, site.start)
    found = words.kinds(word, rules)
    if Abbreviation.NEVER not in found and words.initials(word) is not words.Initials.NONE:
        return text[site.next] not in "([{" and not site.closed
    return site.closed or not found & {Abbreviation.NEVER, Abbreviation.NAME}


def _ends_before_digit(text: str, site: Site, rules: Rules) -> bool:
    if site.closed:
        return True
    if site.mark == "." and _abbreviates_number(text, site, rules):
        return False
    # "en... 2024": a pause, as a sentence seldom opens with figures.
    return not (set(site.mark) <= _SOFT_MARKS and site.mark != ".")


def _abbreviates_number(text: str, site: Site, rules: Rules) -> bool:
    word = words.before(text, site.start)
    found = words.kinds(word, rules)
    number = words.after(text, site.next)
    previous = words.last_before(text, site.start - len(word))
    if Abbreviation.NEVER in found or Abbreviation.NUMBER in found:
        return True
    if Abbreviation.MONTH in found:
        return previous[:1].isdigit() or (number.isdigit() and len(number) == 4)
    if Abbreviation.UNIT in found:
        return previous.isdigit() and len(number) == 2
    if Abbreviation.NAME in found:
        return True
    if word.isdigit() and len(word) == 2 and number.isdigit() and len(number) == 2:
        # Pairs of figures in a row are a telephone number.
        return text[site.next + 2 : site.next + 3] == "." or previous.endswith(".")
    return words.initials(word) is not words.Initials.NONE


def _ends_before_capital(text: str, site: Site, rules: Rules) -> bool:
    if site.closed and _is_inverted(text, site.next, rules):
        return False
    if set(site.mark) <= _SOFT_MARKS and site.mark != "." and not site.closed:
        word = words.before(text, site.start).lower()
        return word not in rules.open_words or words.opens_sentence(
            text, site.next, rules, names=False
        )
    if site.mark != "." or site.closed:
        return True
    return not _abbreviates_capital(text, site, rules)


def _abbreviates_capital(text: str, site: Site, rules: Rules) -> bool:
    """Whether the word before the full stop is an abbreviation that goes on with a capital."""
    word = words.before(text, site.start)
    form = words.initials(word)
    if form is words.Initials.ACRONYM:
        return not words.opens_sentence(text, site.next, rules, names=False)
    if form is words.Initials.NAME and word != "M":
        if words.last_before(text, site.start - len(word)).lower() in rules.lettered:
            return False
        return not words.opens_sentence(text, site.next, rules, names=True)
    found = words.kinds(word, rules)
    if Abbreviation.NEVER in found:
        return True
    if Abbreviation.NAME in found and not words.opens_sentence(text, site.next, rules, names=True):
        return True
    if Abbreviation.NUMBER in found:
        following = words.after(text, site.next)
        return words.is_roman(following) or (
            len(following) == 1 and following.lower() not in {"à", "y"}
        )
    return False


def _abbreviates(text: str, site: Site, rules: Rules) -> bool:
    """Whether the full stop belongs to an abbreviation, whatever follows."""
    if site.mark != "." or site.closed:
        return False
    word = words.before(text, site.start)
    if words.initials(word) is not words.Initials.NONE:
        return True
    return bool(words.kinds(word, rules) - {Abbreviation.MONTH, Abbreviation.UNIT})


def _is_brand(text: str, at: int) -> bool:
    """Whether a name such as "iPhone" stands at `at`: a small letter, soon a capital."""
    word = words.after(text, at)
    rest = word.lstrip("abcdefghijklmnopqrstuvwxyz")
    return 1 <= len(word) - len(rest) <= 3 and len(rest) > 1 and rest[0].isupper()


def _is_inverted(text: str, at: int, rules: Rules) -> bool:
    """Whether a verb with its subject behind it stands at `at`, in capitals ("DIT-IL")."""
    word = words.after(text, at)
    return word.isupper() and word.lower().endswith(rules.inverted)
