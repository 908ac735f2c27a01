"""Names: those of the French must be in the English, as they are or in their English form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from translate.checks import acronyms, exchanged, name_order
from translate.checks import exonyms as places
from translate.checks.english_names import EnglishNames, latin, particles
from translate.checks.french_names import (
    COURTESY,
    PEOPLE,
    Reader,
    has_mark,
    initial,
    is_common,
    shouting,
)
from translate.checks.given_names import anglicised, is_given, romanised_forms, translated
from translate.checks.lexicon import is_french, translations
from translate.checks.numerals import classes
from translate.checks.quantity import roman
from translate.checks.text import Word, english_stem, fold, french_stem, parts, plain, words
from translate.values import Finding, Level

_DIRECTIONS = {
    "nord": "north", "sud": "south", "est": "east", "ouest": "west", "nouvelle": "new",
    "nouveau": "new", "haut": "upper", "haute": "upper", "bas": "lower", "basse": "lower",
    "grand": "greater", "grande": "great", "europe": "europe", "ville": "city",
}  # fmt: skip
_QUOTED_NAME = re.compile(r"[«“\"]\s?[^«»“”\".!?…,;]{3,50}\s?[»”\"]")
_MOST = 500  # words of either side that are looked at: a sentence has no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A name the English lacks.

    Attributes:
        name: as in the French, at ``source[start:end]``.
        near: English word that looks like it, "" if none.
        english: English forms that were looked for.
        partly: whether the rest of the full name is there ("Nguyen Thi" given as "Nguyen").
        last: whether it ends the name of a person whose given name has stayed.
    """

    name: str
    start: int
    end: int
    near: str = ""
    english: tuple[str, ...] = ()
    partly: bool = False
    last: bool = False


def _survives(word: Word, target: EnglishNames, *, person: bool, named: bool, common: bool) -> bool:
    """Whether the name is in the English; of persons by no translation."""
    folded = word.fold
    if target.has(folded):
        return True
    pieces = [part for part in parts(word.surface) if part not in particles()]
    if len(pieces) != 1 and all(_part_survives(part, target) for part in pieces):
        return True
    bare = folded.replace("-", "").replace("'", "")
    if len(folded) > 5 and bare in target.joined:
        return not (has_mark(word.surface) and target.has(bare))
    if target.romanised(folded):
        return True
    if any(target.has(form) for form in romanised_forms(folded)):
        return True
    if person:
        return False
    forms = latin(folded) + ((folded.removesuffix("e"),) if is_given(folded) else ())
    if any(form in target.capitals for form in forms):
        return True
    if named:
        return False
    # A translation that is the word itself proves nothing: the word is not there.
    stems = translations(folded) - {english_stem(folded), french_stem(folded)}
    return bool(stems & (target.stems if common else target.capital_stems))


def _part_survives(part: str, target: EnglishNames) -> bool:
    if is_given(part) and not target.has(part):
        return False  # "Marie-Gaillarde" is not put into English
    if places.present(places.table().get(part.capitalize(), ()), target.text, target.words):
        return True
    kept = target.has(part) or any(form in target.capitals for form in latin(part))
    kept = kept or target.romanised(part) or _DIRECTIONS.get(part, "-") in target.all
    return kept or bool(translations(part) & target.stems)


def survive(
    source: str, target: str, exonyms: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Missing, ...]:
    """Return the names of the French that the English lacks.

    `exonyms` adds English forms by French name without accents to those of the table.
    """
    source_words = words(source, french=True)
    if not target.strip() or shouting(source_words):
        return ()
    english = EnglishNames(target)
    reader = Reader(source, source_words)
    missing: list[Missing] = []
    covered = _titles_of_works(source, source_words, english, missing)
    for first, last, found in places.find(source, source_words):
        lone = last == first + 1 and is_french(source_words[first].surface.lower())
        given = reader.given(first)
        numeral = lone and source_words[first].fold in classes(True)
        if reader.counts(first) and last == first + 1 and (numeral or given):
            continue  # "la guerre de Trente Ans", "Diane Guellec"
        surname = last == first + 1 and reader.follows_given(first)  # "Albert Londres"
        titled = reader.titled(first) or surname
        if (lone and initial(source, source_words[first])) or titled:
            continue
        if covered & set(range(first, last)):
            continue
        covered.update(range(first, last))
        if not _place_survives(source_words[first:last], found, english):
            start, end = source_words[first].start, source_words[last - 1].end
            missing.append(Missing(name=source[start:end], start=start, end=end, english=found))
    for at, word in enumerate(source_words[:_MOST]):
        if at in covered or not word.capital or word.fold in COURTESY:
            continue
        acronym = word.surface.removesuffix("s").isupper() and len(word.surface) > 1
        if acronym or len(word.fold) < 2 or word.fold in {"md", "mds"}:
            continue
        if roman(plain(word.surface)) or source[word.start - 1 : word.start].isdigit():
            continue
        lost = _judge(reader, at, english, exonyms or {})
        if lost:
            missing.append(lost)
    return tuple(sorted(missing, key=lambda name: name.start))


def _titles_of_works(
    source: str, source_words: tuple[Word, ...], target: EnglishNames, missing: list[Missing]
) -> set[int]:
    """Judge quoted names such as « Belle Étoile », all in capitals: they are not translated."""
    covered: set[int] = set()
    for match in _QUOTED_NAME.finditer(source):
        inside = {n for n, w in enumerate(source_words) if match.start() < w.start < match.end()}
        names = [source_words[n] for n in inside]
        if len(names) < 2 or not all(w.capital and w.fold not in particles() for w in names):
            continue
        covered |= inside
        if not any(target.has(word.fold) for word in names):
            first, last = min(w.start for w in names), max(w.end for w in names)
            missing.append(Missing(name=source[first:last], start=first, end=last))
    return covered


def _place_survives(
    found: tuple[Word, ...], alternatives: tuple[str, ...], target: EnglishNames
) -> bool:
    forms = {fold(part) for form in alternatives for part in form.split()}
    lone = found[0].fold if len(found) == 1 else ""
    # "Chine" left as it is does not stand for "Chinese".
    foreign = lone not in forms and lone.removesuffix("s") not in forms
    there = [word for word in target.words if word.fold != lone or not foreign]
    if places.present(alternatives, target.text, there):
        return True
    own = [part for word in found for part in parts(word.surface) if part not in particles()]
    if lone and foreign and not forms & set(own):
        return False  # "Londres" left as it is, while "Salvador" may be no country
    return all(part in target.capitals for part in own)


def _judge(
    reader: Reader, at: int, target: EnglishNames, extra: Mapping[str, tuple[str, ...]]
) -> Missing | None:
    word = reader.words[at]
    certain = reader.certain(at)
    if certain is None:
        return None
    common = is_common(word)
    if not common:
        reader.hard.add(at)
    person = (
        reader.titled(at)
        or reader.headed(at)
        or (common and (reader.family(at) or reader.ranked(at) or at - 1 in reader.hard))
        or reader.follows_frequent(at)
    )
    named = reader.follows_given(at)
    alternatives = extra.get(places.bare(word.surface), ())
    english = anglicised(reader.words, at, target)
    if english and not translated(reader.words, at, target):
        return Missing(name=word.surface, start=word.start, end=word.end, near=english)
    if _survives(word, target, person=person, named=named, common=common) or (
        alternatives and places.present(alternatives, target.text, target.words)
    ):
        return None
    if translated(reader.words, at, target) or _by_surname(reader, at, target):
        return None
    alone = not (at and at - 1 in reader.hard) and not named and not reader.titled(at)
    if alone and PEOPLE.search(word.fold):
        return None  # "Nantais": English writes "of Nantes"
    near = exchanged.nearest(word, reader.known, target) or exchanged.intruder(
        reader.words, at, reader.source, target
    )
    return Missing(
        name=word.surface, start=word.start, end=word.end, english=alternatives,
        near=near, partly=_partly(reader, at, target), last=_last(reader, at, target),
    )  # fmt: skip


def _by_surname(reader: Reader, at: int, target: EnglishNames) -> bool:
    """Whether it belongs to the given names of a person whom the English calls by the surname."""
    last = at
    while last + 1 < len(reader.words) and reader.words[last + 1].capital and reader.adjacent(last):
        last += 1
    if last == at or not target.has(reader.words[last].fold):
        return False
    return not (
        exchanged.nearest(reader.words[at], reader.known, target)
        or anglicised(reader.words, at, target)
        or exchanged.intruder(reader.words, at, reader.source, target)
    )


def _partly(reader: Reader, at: int, target: EnglishNames) -> bool:
    """Whether the word before or after it, of the same full name, stands in the English."""
    found = reader.words
    before = at > 0 and found[at - 1].capital and reader.adjacent(at - 1) and not reader.titled(at)
    after = at + 1 < len(found) and found[at + 1].capital and reader.adjacent(at)
    return (before and target.has(found[at - 1].fold)) or (after and target.has(found[at + 1].fold))


def _last(reader: Reader, at: int, target: EnglishNames) -> bool:
    """Whether it ends a full name of which the English has the given name only."""
    ends = reader.follows_given(at) and not reader.counts(at)
    return ends and target.has(reader.words[at - 1].fold)


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find names lost or altered."""
    findings = [
        Finding(rule="name", level=Level.ERROR, segment=segment, message=message)
        for message in exchanged.nationality(source, target)
    ]
    findings += [
        Finding(rule="name", level=Level.WARNING, segment=segment, message=message)
        for message in acronyms.check(source, target) + name_order.check(source, target)
    ]
    lost = survive(source, target)
    told = {name.near for name in lost} | {name.name for name in lost}
    findings += [
        Finding(
            rule="name", level=Level.ERROR, segment=segment, suggestion=meant,
            message=f'"{written}" of the English is misspelt',
        )
        for written, meant in exchanged.misspelt(source, target)
        if written not in told and meant not in told
    ]  # fmt: skip
    instead = exchanged.stranger(source, target) if len(lost) == 1 else ""
    for name in lost:
        near = name.near or ("" if name.partly else instead)
        if near:
            message = f'the name "{name.name}" of the French reads "{near}" in the English'
        else:
            message = f'the name "{name.name}" of the French is not in the English'
        wanted = " / ".join(name.english[:3]) or name.name
        level = Level.ERROR if near or name.english else Level.WARNING
        if name.partly and not near and not name.last:
            level = Level.INFO  # a later mention may well go by the surname
        findings.append(
            Finding(rule="name", level=level, segment=segment, message=message, suggestion=wanted)
        )
    return findings


def repair(source: str, target: str, missing: Iterable[Missing]) -> str | None:
    """Return `target` with misspelt names set right, None when there is nothing safe to mend.

    A name is put in only where exactly one English word looks like it, and if it then survives.
    """
    mended = target
    for name in missing:
        if not name.near or name.english:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(name.near)}(?!\w)")
        if len(pattern.findall(mended)) == 1:
            mended = pattern.sub(name.name.replace("\\", ""), mended)
    if mended == target or len(survive(source, mended)) >= len(survive(source, target)):
        return None
    return mended
