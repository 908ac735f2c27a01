"""Negations lost, invented or turned round.

Every negation of the French must be answered in the English by a negation or by a word that can
carry one ("ne ... guère": "few"; "n'a pas souhaité": "declined"; "ne ... que": "only"), and every
negation of the English needs a cause in the French. Cues are tables; `negation_french` reads the
French.
"""

from __future__ import annotations

import re
from collections import Counter

from translate.checks import negation_turns
from translate.checks.lexicon import likeliest, translations
from translate.checks.negation_antonyms import accounted, answered, implied, rendered
from translate.checks.negation_english import (
    COUNTED,
    SUPPORT_STEMS,
    TOKEN,
    English,
    apart,
    negative_stems,
)
from translate.checks.negation_french import Negation, read
from translate.checks.negation_verbs import negative_verb, negative_verbs, verb_kept
from translate.checks.tables import items
from translate.checks.text import Word, english_stem, fold, plain
from translate.values import Finding, Level

_COMPARING = frozenset(["moins", "autre", "autres", "avant", "peu"])
_SANS_IDIOM = re.compile(
    r"\bsans (?:doute|abri|papiers?|precedent|cesse|frontieres|culottes?|emploi|fil|faute"
    r"|compter|plus"
    r"|conteste|equivoque|conditions?|delai|detour|appel|surprise|equivalent|pareil|egal|relache|fin"
    r"|limites?|merci|pitie|gene|coeur|domicile|grade|parler|oublier|rire|ciller|broncher"
    r"|reserve|commune mesure|dire|scrupules?|doutes?|nul doute|aucun doute|ambages|encombre"
    r"|effort|peine|difficulte|mal|bruit|relache|tarder|attendre|exception|distinction)\b"
    r"|\bnon sans\b|\bsans-|\bsans pour autant\b"
    r"|\bsans que(?! (?:personne|rien|aucune?|nul|quiconque)\b)\b"
)
_SANS_QUE = re.compile(r"\bsans qu(?:e |')")  # "sans que rien ne ...": one denial, that of "rien"
_DENIED_WORDS = 5  # words after the second element that a negation may deny
_DENIED = re.compile(r"\b(?:pas|non|jamais|rien|personne) (?:\w+ ){0,3}sans\b")
_FEW_FRENCH = re.compile(
    r"(?<!un )(?<!depuis )(?<!sous )(?<!si )(?<!d'ici )\bpeu d(?:e |')(?!temps|jours|mois)"
)
_MANY_CALL = re.compile(r"\bil est peu\b|\bpeu probable\b|\btres peu\b")
_EXCEPT_FRENCH = re.compile(r"\b(?:sauf|hormis|excepte|a l'exception d|a l'exclusion d)\b")
_ALL_NOT = re.compile(
    r"\b(?:tous|toutes)(?: les| ces| ses| leurs)? [^,;.]{2,40}\bn(?:e |')\S+ pas\b"
)
_PROPER = re.compile(r"(?:pas|jamais|aucune?(?:ment)?|ni|non|rien|nul(?:le)?(?:ment)?|personne)$")
_LEST = re.compile(r"\bde (?:peur|crainte) qu")
_DREAD = re.compile(r"\b(?:redout|crai[gn]n?|apprehend)\w*|\b(?:peur|crainte) que\b")
_FEAR = re.compile(r"\b(?:fear\w*|lest|afraid)\b")
_NONE = re.compile(r"\b(?:none of|no one|nobody|none|not any)\b|^no\b")
_NOT_ALL = re.compile(r"\bnot (?:all|every)|\bnot? everyone\b")
_DOUBLE = re.compile(r"\b(?:not|n't|never) (?:\w+ )?(un[a-z]{4,})\b")
_SCARCELY = re.compile(r"\b(?:few|little|hardly|barely|scarcely|rarely)\b")
_RESTRICTION = re.compile(r"\b(?:only|just|solely|nothing but|merely)\b")
_FRENCH_PREFIX = re.compile(r"\b(?:in|im|ir|il|mal|me|de|anti|non|inde)\w{4,}|\brare|\bexclu")


def _real(negations: tuple[Negation, ...]) -> list[Negation]:
    return [n for n in negations if n.kind not in {"que", "expletive", "alone"}]


def _answers(negations: list[Negation], english: English, needed: int = 1) -> int:
    """Return how many negations the English can answer, by its cues, looking until `needed`."""
    total = english.count(idioms=True) + english.carriers() + 2 * english.until
    kinds = {negation.kind for negation in negations}
    total += english.affirmed
    if (kinds & {"guere"} and english.has("few")) or (
        kinds & {"rien", "personne", "aucun"} and _SCARCELY.search(english.text)
    ):
        total += 1
    if kinds & {"plus", "jamais"} and _RESTRICTION.search(english.text):
        total += 1  # "n'a jamais aimé que le vin"
    if "plus" in kinds and "out of" in english.text:
        total += 1
    if total < needed:
        total += english.recast()
    if total < len(negations) and english.has("weak", free=True):
        total += 1
    if total < len(negations) and "plus" in kinds and english.has("gone", free=True):
        total += 1  # "ne vit plus": "has left"
    return total


def _support(
    source: str, target: str, found: tuple[Word, ...], negations: tuple[Negation, ...]
) -> int:
    """Return how many negations of the English the French can account for."""
    text = fold(plain(source))
    claimed = {at for n in negations for at in (n.end, n.subject)}
    proper = sum(bool(_PROPER.match(w.fold)) for at, w in enumerate(found) if at not in claimed)
    total = proper + sum(n.kind != "expletive" for n in negations)
    real = any(n.kind not in {"expletive", "alone", "que"} for n in negations)
    dread = _DREAD.search(text) and _FEAR.search(fold(target))  # "redoute que ... ne", never "not"
    total += sum(n.kind == "expletive" for n in negations) if real and not dread else 0
    total += len(re.findall(r"\bsans\b|\bjusqu'a ce qu|\btarde|\bplutot que\b", text))
    total += "unless" not in target and "a moins qu" in text
    total += bool(_LEST.search(text)) and not _FEAR.search(fold(target))
    total += "before" not in fold(target) and "avant qu" in text
    comparing = any(n.kind == "expletive" for n in negations)
    negative = items("english_negative.txt")
    stems = {english_stem(token) for token in TOKEN.findall(fold(plain(target)))}
    meant = _meant(found)  # "possible ... impossible": one English word may stand for two
    for word in found:
        if word.fold in COUNTED or (comparing and word.fold in _COMPARING):
            continue
        if any(meant[stem] == 1 for stem in translations(word.fold) & stems):
            continue  # "empêcher" given as "prevent" accounts for no "not" beside it
        total += (
            word.fold in items("negative_support.txt")
            or word.fold.startswith(SUPPORT_STEMS)
            or word.fold in negative
            or likeliest(word.fold) in negative_stems()
        )
    return total


def _meant(found: tuple[Word, ...]) -> Counter[str]:
    """Return how many different French words translate to each English stem."""
    return Counter(stem for folded in {w.fold for w in found} for stem in translations(folded))


def _finding(
    segment: str, message: str, level: Level = Level.ERROR, suggestion: str = ""
) -> Finding:
    return Finding(
        rule="negation", level=level, segment=segment, message=message, suggestion=suggestion
    )


def _shown(source: str, found: tuple[Word, ...], negation: Negation) -> str:
    start = found[max(0, negation.at - 1)].start
    return source[start : found[min(negation.end + 1, len(found) - 1)].end]


def _pieces(source: str, found: tuple[Word, ...], negations: list[Negation]) -> list[str]:
    """Return what each negation denies, folded: from its verb on, a few words."""
    ends = (min(n.end + _DENIED_WORDS, len(found) - 1) for n in negations)
    return [
        fold(plain(source[found[n.at].start : found[end].end]))
        for n, end in zip(negations, ends, strict=True)
    ]


def _restricted(english: English) -> bool:
    """Whether the English has something for "ne ... que"."""
    return bool(
        english.has("only")
        or _SCARCELY.search(english.text)
        or rendered("negative_restrictions.tsv", english.french, apart(english.text))
    )


def _lost(source: str, english: English, segment: str) -> list[Finding]:
    found, negations = read(source)
    real = _real(negations)
    bare = _SANS_QUE.sub(" ", _SANS_IDIOM.sub(" ", fold(plain(source))))
    without = len(re.findall(r"\bsans\b", bare))
    findings = []
    if _DENIED.search(fold(plain(source))):
        without = 0  # "pas sans": a denial denied
    without = max(0, without - english.affixed())
    needed = len(real) + without
    lacking = needed - _answers(real, english, needed) if real else 0
    if lacking > 0:
        lacking -= answered(_pieces(source, found, real), english.french, english.text)
    if lacking > 0:
        shown = " / ".join(f'"{_shown(source, found, negation)}"' for negation in real)
        findings.append(
            _finding(segment, f"a negation of the French is lost in the English: {shown}")
        )
    restricting = [negation for negation in negations if negation.kind == "que"]
    if restricting and not _restricted(english):
        for negation in restricting:
            shown = _shown(source, found, negation)
            message = f'the restriction "{shown}" (ne ... que) is lost'
            findings.append(_finding(segment, message, suggestion="only"))
    text = fold(plain(source))
    headless = not negations and re.search(r"(?:^|[,.»] )(?:pas|aucune?|jamais|ni) ", text)
    if headless and not _answers([Negation("aucun", 0, 0)], english):
        findings.append(_finding(segment, "the negation of the French is lost in the English"))
    return findings


def _lost_words(source: str, english: English, segment: str) -> list[Finding]:
    """Judge "sans", "peu de", "sauf" and verbs such as "refuser"."""
    text = fold(plain(source))
    findings = []
    negative = english.has("grammar") or english.negative_words()
    few = _FEW_FRENCH.search(text) or _MANY_CALL.search(text)
    if few and not (english.has("few") or english.negative_words() or english.recast()):
        findings.append(_finding(segment, '"peu" is lost in the English', suggestion="few, little"))
    if _EXCEPT_FRENCH.search(text) and "sain et sauf" not in text and not english.has("except"):
        findings.append(_finding(segment, '"sauf" is lost in the English', suggestion="except"))
    kept = bool(re.search(r"\bsans\b", english.text))  # a title that stays French
    sans = "sans" in text and re.search(r"\bsans\b", _SANS_IDIOM.sub(" ", text))
    excused = sans and (kept or _DENIED.search(text) or english.recast())
    if sans and not excused and not (negative or english.has("lexical") or english.has("few")):
        findings.append(
            _finding(segment, '"sans" is lost in the English', Level.WARNING, "without")
        )
    for beginning, answers in negative_verbs(denied=bool(_real(read(source)[1]))):
        match = beginning in text and re.search(
            rf"(?<![\w-])(?:s'|d'|l'|qu')?{re.escape(beginning)}\w*", text
        )
        if (
            match
            and not english.has("grammar")
            and not any(re.search(rf"\b{re.escape(answer)}", english.text) for answer in answers)
            and not english.negative_words()
        ):
            findings.append(
                _finding(
                    segment, f'"{match.group()}" has no counterpart in the English', Level.WARNING
                )
            )
    return findings


def _turned(source: str, english: English, segment: str) -> list[Finding]:
    """Judge negations that the English invents, doubles or moves."""
    text = fold(plain(source))
    found, negations = read(source)
    findings = []
    excess = english.count() - _support(source, english.text, found, negations)
    if excess > 0 and not english.quoted_from(source):
        excess -= accounted(text, apart(english.text))
        excess -= implied(text, apart(english.text))
    if excess > 0 and not english.quoted_from(source):
        message = "the English negates what the French affirms"
        if any(n.kind == "expletive" for n in negations):
            message += ' ("ne" alone is no negation here)'
        findings.append(_finding(segment, message))
    restricts = [n for n in negations if n.kind == "que"]
    if _ALL_NOT.search(text) and _NONE.search(english.text) and not _NOT_ALL.search(english.text):
        findings.append(
            _finding(
                segment, '"tous ... ne ... pas" reads "none" in the English', suggestion="not all"
            )
        )
    double = _DOUBLE.search(english.text)
    if (
        double
        and double.group(1) in items("english_negative.txt")
        and not _FRENCH_PREFIX.search(re.sub(r"\bopposee?s?\b", "", text))
    ):
        findings.append(_finding(segment, f'double negation: "{double.group()}"'))
    real = _real(negations)
    if len(real) == 1 and not restricts and not english.has("grammar"):
        verb = negative_verb(found, real[0])
        if verb and verb_kept(verb, english.text) and not english.recast():
            message = f'"ne pas {verb}" reads without "not" in the English'
            findings.append(_finding(segment, message))
    return findings


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find negations lost, invented or turned round."""
    if not target.strip():
        return []
    english = English(source, target)
    findings = _lost(source, english, segment)
    findings = findings or _lost_words(source, english, segment)
    findings = findings or [
        _finding(segment, message) for message in negation_turns.check(source, target)
    ]
    return findings or _turned(source, english, segment)
