"""What a rule can put right in one English sentence after terms are in: titles, names, figures.

Each mend is kept only if the sentence verifies no worse than before (`terms.judge`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from glossary import article_for
from glossary.values import PersonMention
from translate import possessives
from translate.checks import accents, numbers, outlets
from translate.dates import wire_days, wire_times
from translate.terms.judge import Judged, judge, quotation_marks
from translate.terms.wants import Origin, Want

_FRENCH_TITLE = re.compile(
    r"(?P<title>MM?|Mmes?|Mlles?|Mes?|Monsieur|Messieurs|Madame|Mesdames|Mademoiselle)\.?[\s\u00a0\u202f]"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:MM?|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle)\.?[\s\u00a0\u202f]+$"
)
#: A title for several people, and what of its list stands before a name of it.
_LIST_BEFORE = re.compile(r"\b(?:MM|Mmes|Mlles|Mes|Messieurs|Mesdames)\b\.?[^.;:!?]*$")
_LONGEST_LIST = 160
#: What stands for a courtesy title in the English: right, wrong, or what a small model makes of it.
_ENGLISH_TITLE = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Messrs|Mmes?|Mlle|MM?|My|Me|Mse)\b\.?\s+){1,2}$"
)
_BEFORE_NAME = (
    "Dr.", "Prof.", "Sir", "Lord", "Madam", "President", "Maître", "Minister", "Senator", "Sen.",
    "Judge", "Justice", "Prosecutor", "Mayor", "Ambassador", "General", "Gen.", "Colonel", "Col.",
    "Captain", "Capt.", "Chancellor", "Governor", "Gov.", "Prefect", "Commissioner", "Bishop",
    "Archbishop", "Cardinal", "Father", "Sister", "Prince", "Princess", "King", "Queen", "Pope",
)  # fmt: skip
#: The first sign of a sentence that is read: nothing is raised behind a figure.
_FIRST = re.compile(r"[^\W_]")
#: An article and the word it stands before; a capital "A" inside a sentence is a letter ("plan A").
_ARTICLE = re.compile(
    r"(?:(?<![\w'.-])(an?)|(?:(?<=^)|(?<=[.!?:] )|(?<=[\"“(]))(An?))( )([A-Za-z][\w'-]*)"
)
_SINGLE = re.compile(r"(?<!\w)'(?=\w)|(?<=[\w.,!?])'(?!\w)")
_STOPS = ".!?,"
_OPENING = '«“"'
_CLOSING = '»”"'
_TITLES = {"m": "Mr. ", "f": "Ms. "}
_PLURALS = {"m": "Messrs. "}
_PRONOUNS = {"m": "He", "f": "She"}
_PRONOUN = re.compile(r"(?:It|He|She)\b(?!')")
_SPEAKER = re.compile(
    r"(?P<who>Elle|Il)\s(?:a|avait|n'a|n’a)\s(?:\w+\s){0,2}?(?:dit|indiqué|déclaré|ajouté|affirmé"
    r"|précisé|estimé|expliqué|souligné|assuré|rappelé|noté|reconnu|confié|répété|raconté|insisté"
    r"|poursuivi|conclu|annoncé|répondu|regretté|salué|promis|jugé|martelé|lancé)\b"
)


def mend(
    source: str,
    wants: Sequence[Want],
    mentions: Sequence[PersonMention],
    judged: Judged,
    before: Sequence[PersonMention] = (),
) -> Judged:
    """Return `judged` with titles, pronouns, figures, times and marks put right where sure.

    Args:
        source: the French sentence. wants: what its English must hold.
        mentions: the people of this sentence. before: those of the sentence before it.
    """
    steps: tuple[Callable[[Judged], str | None], ...] = (
        lambda now: _titles(wants, mentions, now),
        lambda now: _pronoun(source, before, now.text),
        lambda now: _possessives(source, wants, mentions, now),
        lambda now: accents.restore(source, now.text),
        lambda now: outlets.repair(source, now.text),
        lambda now: numbers.repair(source, now.text),
        lambda now: wire_times(source, now.text),
        lambda now: wire_days(source, now.text),
        lambda now: _articles(_capital(source, now.text)),
        lambda now: _quotes(source, now.text),
    )
    for step in steps:
        text = step(judged)
        if text is None or text == judged.text:
            continue
        candidate = judge(source, wants, text, judged.score)
        worse = any(a > b for a, b in zip(candidate.harm, judged.harm, strict=True))
        if not worse and len(candidate.missing) <= len(judged.missing):
            judged = candidate
    return judged


def with_title(source: str, start: int, text: str, at: int) -> tuple[int, int]:
    """Return `start` and `at` moved before the courtesy titles of a name, where both have one.

    The title of a list stands before its first name in the French: `start` stays at the others.
    """
    french = _TITLE_BEFORE.search(source[max(0, start - 16) : start])
    english = _ENGLISH_TITLE.search(text[:at])
    listed = not french and _LIST_BEFORE.search(source[max(0, start - _LONGEST_LIST) : start])
    if not english or not (french or listed):
        return start, at
    return start - len(french[0] if french else ""), english.start()


def _titles(wants: Sequence[Want], mentions: Sequence[PersonMention], judged: Judged) -> str | None:
    """Give each person the courtesy title of their gender, where the French has a title.

    The title follows the person, not the source: "M. Daskal" for a woman is "Ms. Daskal". The
    "Me" of a lawyer has no English and goes. Each name of "Mmes X, Y et Z" gets its own.
    """
    text = judged.text
    for want, verdict in reversed(list(zip(wants, judged.verdicts, strict=True))):
        if want.origin is not Origin.PERSON or verdict.start < 0:
            continue
        title = _title_for(want, mentions)
        if title is None:
            continue
        before = text[: verdict.start]
        old = _ENGLISH_TITLE.search(before)
        if old:
            before = before[: old.start()]
        elif title and before.rstrip().endswith(_BEFORE_NAME):
            continue  # "Dr. Oyono" and the like: a title of another kind stands there
        text = f"{before}{title}{text[verdict.start :]}"
    return text


def _title_for(want: Want, mentions: Sequence[PersonMention]) -> str | None:
    """Return "Mr. " or "Ms. " for a name with a courtesy title, "" for a lawyer's, else None."""
    for mention in mentions:
        title = _FRENCH_TITLE.match(f"{mention.shared_title} {mention.surface}".lstrip())
        if not title or not mention.start <= want.start < mention.end:
            continue
        if title["title"].lower() in {"me", "mes"}:
            return ""
        genders = {person.gender for person in mention.people or mention.candidates}
        gender = genders.pop() if len(genders) == 1 else ""
        return (_PLURALS if len(mention.people) > 1 else _TITLES).get(gender)
    return None


def _pronoun(source: str, before: Sequence[PersonMention], text: str) -> str | None:
    """Put "She" or "He" for a French "Elle" or "Il" that speaks, after a sentence about a person.

    Only at the start of a sentence, with a verb of speech, where the person named last in the
    sentence before has that gender: elsewhere "elle" may well be a country.
    """
    french = _SPEAKER.match(source)
    english = _PRONOUN.match(text)
    if not french or not english or not before or len(before[-1].people) != 1:
        return None
    gender = "f" if french["who"].lower() == "elle" else "m"
    if before[-1].people[0].gender != gender:
        return None
    return _PRONOUNS[gender] + text[english.end() :]


def _possessives(
    source: str, wants: Sequence[Want], mentions: Sequence[PersonMention], judged: Judged
) -> str:
    ends = [
        verdict.end
        for want, verdict in zip(wants, judged.verdicts, strict=True)
        if want.origin is Origin.PERSON and verdict.end > 0
    ]
    return possessives.repair(source, mentions, judged.text, min(ends, default=-1))


def _capital(source: str, text: str) -> str:
    """Give the English a capital where the French sentence opens with one."""
    french, english = _FIRST.search(source), _FIRST.search(text)
    if not french or not english or not french[0].isupper() or not english[0].islower():
        return text
    word = text[english.start() :].split(" ", 1)[0]
    if not word.islower():  # "iPhone", "eBay"
        return text
    return text[: english.start()] + english[0].upper() + text[english.end() :]


def _articles(text: str) -> str:
    """Mend "a industrial" and "an port": the sound of the next word decides."""

    def mended(hit: re.Match[str]) -> str:
        proper = article_for(hit[4])
        proper = proper.capitalize() if hit[2] else proper
        return f"{proper}{hit[3]}{hit[4]}"

    return _ARTICLE.sub(mended, text)


def _quotes(source: str, text: str) -> str | None:
    """Put back quotation marks that the English lost at an end of the sentence, or has single."""
    french = source.strip()
    lacking = quotation_marks(french) - quotation_marks(text)
    if lacking not in {1, 2} or not text:
        return None
    doubled, count = _SINGLE.subn('"', text)
    if count == lacking:  # single marks used for quoting
        return doubled
    opens, closes = french[0] in _OPENING, french.rstrip(_STOPS)[-1:] in _CLOSING
    if opens and not text.startswith('"'):
        text, lacking = f'"{text}', lacking - 1
    if lacking and closes and not text.rstrip(_STOPS).endswith('"') and text[-1] != '"':
        text, lacking = f'{text}"', lacking - 1
    return text if not lacking else None
