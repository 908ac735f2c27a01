"""French left in the English: acronyms, words, phrases, and words only dressed as English."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from translate.checks import acronyms, kept, outlets
from translate.checks.lexicon import (
    is_english,
    is_french,
    is_french_folded,
    is_rare_english,
    translations,
)
from translate.checks.tables import items
from translate.checks.text import Word, fold, parts, plain, words
from translate.checks.units import unit_words
from translate.values import Finding, Level

_QUOTED = re.compile(r"[\"“«][^\"“”«»]{1,40}[\"”»]|(?<!\w)['‘][^'’]{1,40}['’](?!\w)")
# A capitalised article within a sentence begins a name: "Le Phare du soir".
_OUTLET = re.compile(
    r"[\w,] (?P<name>(?:Le |La |Les |L['’])[A-ZÀ-Ý][\w-]+"
    r"(?: (?:du |de la |des |de |et |à )[\w-]+){0,3})"
)
_SHORT_QUOTE = 4  # words: a quotation so short is kept on purpose, unless somebody says it
# Endings no English word has; a rare word with one of them, or with an accent, is French.
_FRENCH_ENDINGS = (
    "euse",
    "euses",
    "ement",
    "aient",
    "eaux",
    "eux",
    "iere",
    "ieres",
    "ille",
    "illes",
    "eur",
    "eurs",
    "ois",
    "oise",
    "oises",
    "aise",
    "aises",
    "ique",
    "iques",
    "elle",
    "elles",
    "oir",
    "erie",
    "eries",
    "oire",
    "age",
    "ages",
)
_ENGLISH_DRESS = ("", "ed", "d", "ing", "s", "es", "er", "ers")
_DRESSED = 60  # per cent of a French word that an English-looking word must share
_SHORTEST = 5  # letters of a word that is judged for being a word at all
#: Beside a word that is part of an address ("www.sel.cz", "@sel").
_ADDRESS = re.compile(r"[@#/_-]|\.\w")
_MIN_DRESSED = 5
_ALIKE = 4  # letters that a word and a cognate begin with
# Acronyms that English never uses, whether or not the French spells them so ("l'Otan").
_NEVER_ENGLISH = frozenset(
    {"UE", "OTAN", "ONU", "OMS", "PIB", "OCDE", "OPEP", "VIH", "ADN", "FMI", "BCE"}
)
_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w'’-]*(?: (?:du|des|de la|de|à|aux?)| d['’]| de l['’]) ?$")
_REACH = 40  # code points before a word in which such a name begins
_ERA = re.compile(r"\bJ\.\s?-\s?C\b|\bère\b")
_ERAS = frozenset({"BC", "BCE", "AD", "CE"})
_LONGEST_LOAN = 5  # words
_SHORTER = 4


def _quoted(target: str, word: Word, french: Container[str]) -> bool:
    """Whether the word stands in a short quotation, French from end to end, kept on purpose."""
    return any(
        match.start() < word.start < match.end() and len(match.group().split()) <= _SHORT_QUOTE
        and all(other.fold in french for other in words(match.group()))
        and not kept.spoken(match.group()[1:])
        for match in _QUOTED.finditer(target)
    )  # fmt: skip


def _without_loans(target: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop the words of phrases such as "fait accompli", which English has from French."""
    phrases = items("loan_phrases.txt")
    kept: list[Word] = []
    at = 0
    while at < len(target):
        for size in range(_LONGEST_LOAN, 0, -1):
            if " ".join(word.fold for word in target[at : at + size]) in phrases:
                at += size
                break
        else:
            kept.append(target[at])
            at += 1
    return tuple(kept)


def _left_acronyms(
    source: tuple[Word, ...], target: tuple[Word, ...], text: str
) -> list[tuple[str, str]]:
    """Return (acronym, English) for French acronyms left though English has its own."""
    french = {plain(word.surface) for word in source if word.surface.isupper()}
    found = []
    eras = _ERA.search(text)  # "avant J.-C.": BCE is no European Central Bank then
    for word in target:
        if eras and word.surface in _ERAS:
            continue
        known = acronyms.known().get(word.surface)
        sure = word.surface in french or word.surface in _NEVER_ENGLISH
        if sure and known and word.surface not in known:
            found.append((word.surface, known[0]))
    return found


@cache
def _papers() -> re.Pattern[str]:
    """Return a pattern for newspapers of the table, "Le Courrier picard", at any place."""
    nouns = "|".join(map(re.escape, outlets.nouns()))
    return re.compile(rf"\b(?P<name>(?:Le |La |Les |L')(?:{nouns})(?![\w-])(?: [a-zà-ÿ]+)?)")


def _outlets(source: str, target: str) -> list[tuple[int, int]]:
    """Return the spans of the English with names such as "Le Phare du soir", kept as they are."""
    names = {match["name"] for match in _OUTLET.finditer(source)}
    names |= {match["name"] for match in _papers().finditer(plain(source))}
    return [
        (at, at + len(name)) for name in names if (at := target.find(name)) >= 0
    ]  # fmt: skip


def _left_words(source: tuple[Word, ...], target: tuple[Word, ...], text: str) -> list[str]:
    """Return the words of the French that stand unchanged in the English and are not English."""
    french = {word.fold: plain(word.surface) for word in source if not word.capital}
    found = []
    whole = {word.fold for word in source}
    for word in target:
        if word.capital and word.start > 0:
            continue
        if word.fold not in french or len(word.fold) < 4:
            continue
        accent = not word.surface.isascii() and word.surface.lower() not in items(
            "english_accented.txt"
        )
        plural = word.fold.endswith("s") and is_english(word.fold[:-1])
        if word.fold in items("english_from_french.txt"):
            continue
        if (is_english(word.fold) or plural) and not (
            accent and french[word.fold].lower() == word.surface.lower()
        ):
            continue
        if word.fold in unit_words(french=False):
            continue  # bolivars and riels are called so
        compound = "-" in word.fold
        shared = compound and all(is_english(part) for part in parts(word.surface))
        if shared and not _otherwise(word.fold, word.fold):
            continue
        known = is_french(french[word.fold]) or is_french_folded(word.fold)
        known = known or (_otherwise(word.fold, word.fold) and not _in_name(text, word))
        known = known or (compound and all(map(is_french_folded, parts(word.surface))))
        accented = not word.surface.isascii() or word.fold.endswith(_FRENCH_ENDINGS)
        if (known or accented or _unheard(text, word)) and not _quoted(text, word, whole):
            found.append(word.surface)
    return found


def _unheard(text: str, word: Word) -> bool:
    """Whether a plain word of some length is in no English list, rare and inflected included."""
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 2]
    whole = word.surface.islower() and word.surface.isalpha() and not _ADDRESS.search(around)
    return whole and len(word.fold) >= _SHORTEST + 1 and not is_word(word.fold)


def _in_name(text: str, word: Word) -> bool:
    """Whether a word ends a French name such as "Courrier des cimes"."""
    return bool(_NAME_BEFORE.search(text[max(0, word.start - _REACH) : word.start]))


def _dressed(
    source: tuple[Word, ...], target: tuple[Word, ...], text: str
) -> list[tuple[str, str]]:
    """Return (English-looking word, French word) for "desavoued", "chamailling", "sevi"."""
    french = [word for word in source if not word.capital and len(word.fold) >= _MIN_DRESSED]
    found = []
    for word in target:
        folded = word.fold
        if word.capital or len(folded) < 4 or is_english(folded) or "-" in folded or "'" in folded:
            continue
        rare = is_listed(folded)
        for other in french:
            if other.fold == folded:
                break
            if rare and not _otherwise(other.fold, folded):
                continue
            shared = _shared(folded, other.fold)
            if shared < 4 or 100 * shared < _DRESSED * max(len(other.fold), len(folded)):
                continue
            if _is_dress(folded, other.fold) and not _quoted(text, word, {w.fold for w in source}):
                found.append((word.surface, other.surface))
                break
    return found


def _otherwise(french: str, english: str) -> bool:
    """Whether the lexicon translates a French word, and by no word that looks like `english`.

    The longest list of English words has many French ones ("rivage", "remercied").
    """
    if english in items("english_from_french.txt"):
        return False
    stems = translations(french)
    return bool(stems) and not any(_shared(stem, english) >= _ALIKE for stem in stems)


def _is_dress(english: str, french: str) -> bool:
    """Whether the English is the French word cut short, perhaps with an English ending."""
    return (
        any(
            english.endswith(ending) and french.startswith(english[: len(english) - len(ending)])
            for ending in _ENGLISH_DRESS
        )
        and len(french) - len(english) <= _SHORTER
    )


def _no_words(source: tuple[Word, ...], target: tuple[Word, ...], text: str) -> list[str]:
    """Return lower-case words that neither English nor the French has: the model made them up."""
    known = {part for word in source for part in (word.fold, *parts(word.surface))}
    return [
        word.surface
        for word in target
        if word.surface.isascii()
        and word.surface.islower()
        and word.surface.isalpha()
        and len(word.fold) >= _SHORTEST
        and word.fold not in known
        and not is_word(word.fold)
        and text[word.start - 1 : word.start] not in {"-", "."}
    ]


def is_listed(folded: str) -> bool:
    """Whether it is an English word, rare or inflected included."""
    return is_english(folded) or is_rare_english(folded) or _inflected_english(folded)


def is_word(folded: str) -> bool:
    """Whether it is an English word, rare, inflected or put together ("storefront") included."""
    return is_listed(folded) or any(
        is_english(folded[:cut]) and is_english(folded[cut:].removesuffix("s"))
        for cut in range(3, len(folded) - 2)
    )


def _shared(left: str, right: str) -> int:
    size = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        size += 1
    return size


def _inflected_english(folded: str) -> bool:
    """Whether it is a regular form of an English word of the list."""
    for ending, instead in (
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
        ("ly", ""), ("er", ""), ("ers", ""), ("ness", ""), ("ization", "ize"), ("isation", "ize"),
        ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"),
        ("our", "or"), ("tre", "ter"),
    ):  # fmt: skip
        stem = folded[: -len(ending)] + instead
        if folded.endswith(ending) and (is_english(stem) or is_rare_english(stem)):
            return True
    for prefix in (
        "anti",
        "non",
        "pre",
        "re",
        "co",
        "de",
        "pro",
        "semi",
        "un",
        "ultra",
        "micro",
        "eco",
    ):
        if folded.startswith(prefix) and is_english(folded[len(prefix) :]):
            return True
    return False


def _function_words(source: tuple[Word, ...], target: tuple[Word, ...], text: str) -> list[str]:
    """Return runs of lower-case French function words: "dans les" is never English."""
    listed_words = items("french_function.txt")
    french = {word.fold for word in source}
    found = []
    after = (*target[2:], None)
    before = (None, *target)
    for last, first, second, follower in zip(before, target, target[1:], after, strict=False):
        if (last and last.capital) and (follower and follower.capital):
            continue  # "Place de la Bastille"
        copied = first.fold in french and second.fold in french
        joined = text[first.end : second.start] in {" ", "\u00a0"}
        small = second.fold in listed_words or not is_english(second.fold)
        lower = not first.capital and not second.capital
        if copied and joined and small and lower and first.fold in listed_words:
            found.append(f"{first.surface} {second.surface}")
    return found


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find French that was left as it is."""
    spared = [*_outlets(source, target), *kept.names(source, target)]
    french = words(source, french=True)
    english = tuple(
        word for word in _without_loans(words(target))
        if not any(start <= word.start < end for start, end in spared)
    )  # fmt: skip
    if len(french) > 3 and fold(plain(source)).strip() == fold(plain(target)).strip():
        return [
            Finding(rule="untranslated", level=Level.ERROR, segment=segment,
                    message="the whole sentence was left in French")
        ]  # fmt: skip
    findings = [
        Finding(rule="untranslated", level=Level.ERROR, segment=segment, suggestion=wanted,
                message=f'the French acronym "{left}" was left in the English')
        for left, wanted in dict.fromkeys(_left_acronyms(french, english, source))
    ]  # fmt: skip
    findings += [
        Finding(rule="untranslated", level=Level.ERROR, segment=segment,
                message=f'"{word}" is no English word')
        for word in dict.fromkeys(acronyms.glued(source, target))
    ]  # fmt: skip
    left_words = _left_words(french, english, target) + _function_words(french, english, target)
    findings += [
        Finding(rule="untranslated", level=Level.ERROR, segment=segment,
                message=f'the French "{word}" was left in the English')
        for word in dict.fromkeys(left_words)
    ]  # fmt: skip
    findings += [
        Finding(rule="untranslated", level=Level.WARNING, segment=segment,
                message=f'"{word}" is no English word (French: "{french_word}")')
        for word, french_word in dict.fromkeys(_dressed(french, english, target))
    ]  # fmt: skip
    told = " ".join(finding.message for finding in findings)
    findings += [
        Finding(
            rule="untranslated",
            level=Level.WARNING,
            segment=segment,
            message=f'"{word}" is no English word',
        )
        for word in dict.fromkeys(_no_words(french, english, target))
        if f'"{word}"' not in told
    ]
    return findings
