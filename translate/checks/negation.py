"""Negations lost, invented or turned round.

Every negation of the French must be answered in the English by a negation or by a word that can
carry one ("ne ... guère": "few"; "n'a pas souhaité": "declined"; "ne ... que": "only"), and every
negation of the English needs a cause in the French. Cues are tables; `negation_french` reads the
French.
"""

from __future__ import annotations

import re
from functools import cache

from translate.checks import negation_turns
from translate.checks.lexicon import likeliest, translations
from translate.checks.negation_french import Negation, read
from translate.checks.negation_verbs import negative_verb, verb_kept
from translate.checks.tables import items, listed, rows
from translate.checks.text import Word, english_stem, fold, plain, words
from translate.values import Finding, Level

_TOKEN = re.compile(r"n't\b|[a-z]+(?:-[a-z]+)*")
_SUPPORT_STEMS = (
    "refus", "rejet", "dement", "nier", "interdi", "empech", "echou", "exclu", "renonc", "ignor",
    "evit", "priv", "oppos", "contest", "infirm", "abandonn", "dissua", "desapp", "mefi", "dout",
    "non-", "apolit", "abst", "boud", "boycot", "seulem", "uniquem", "excep", "regret", "declin",
    "importe", "peu impor", "difficil", "manqu", "insu", "incap", "impuiss", "epargn", "echapp",
    "perdu", "perd", "dispar",
)  # fmt: skip
_COUNTED = frozenset(
    {
        *("pas", "jamais", "aucun", "aucune", "ni", "non", "rien", "nul", "nulle", "personne"),
        *("sans", "ne", "plus", "point"),
    }
)
_COMPARING = frozenset(["moins", "autre", "autres", "avant", "peu"])
_FAKE_NEGATIONS = re.compile(
    r"\bnot only\b|\bno\. ?\d|\bnot to mention\b|\bwhether or not\b|\bno-brainer\b"
    r"|\bno sooner\b|\bno-fly\b|\bno-confidence\b|\bno doubt\b|\bno matter\b|\bno man's land\b"
    r"|\bno-go\b|\bno (?:shortage|lack) of\b"
    r"|\bnone other\b|\bno less\b|\bno fewer\b|\bnon[- ]|\bno later than\b|\bnothing but\b"
    r"|\bif not\b"
    r"|\bnever mind\b|\bnot least\b|\bno wonder\b|\bno surprise\b|\bno mean\b|\bno small\b"
    r"|\bnowhere near\b"
    r"|\bno stranger\b|\bno longer than\b|\bno earlier than\b|\bno exception\b|\bnot unlike\b"
    r"|\bno-show\w*|\bno-man\b|\bnothing short of\b|\bnothing less than\b|\bnot until\b"
    r"|\bwhy not\b|\bno more than\b|\bno entry\b"
)
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
_DENIED = re.compile(r"\b(?:pas|non|jamais|rien|personne) (?:\w+ ){0,3}sans\b")
_FEW_FRENCH = re.compile(
    r"(?<!un )(?<!depuis )(?<!sous )(?<!si )(?<!d'ici )\bpeu d(?:e |')(?!temps|jours|mois)"
)
_MANY_CALL = re.compile(r"\bil est peu\b|\bpeu probable\b|\btres peu\b")
_EXCEPT_FRENCH = re.compile(r"\b(?:sauf|hormis|excepte|a l'exception d|a l'exclusion d)\b")
_ALL_NOT = re.compile(
    r"\b(?:tous|toutes)(?: les| ces| ses| leurs)? [^,;.]{2,40}\bn(?:e |')\S+ pas\b"
)
_NONE = re.compile(r"\b(?:none of|no one|nobody|none|not any)\b|^no\b")
_NOT_ALL = re.compile(r"\bnot (?:all|every)|\bnot? everyone\b")
_DOUBLE = re.compile(r"\b(?:not|n't|never) (?:\w+ )?(un[a-z]{4,})\b")
_LESS = 8  # letters of the shortest word in -less that is not in the list ("driverless")
# The lexicon learned these from "ne ... pas" itself: they answer it, whatever else they are.
_SURE = ("unable", "fail", "declin", "reluctan")
_PREFIXES = ("un", "in", "im", "ir", "dis", "non")
_AFFIXED = 7  # letters: shorter words with such a beginning are mostly others ("under")
_GOVERNED = 4  # words after the second element of a negation
_UNTIL = re.compile(r"\b(?:until|unless|as long as|before)\b")
_SCARCELY = re.compile(r"\b(?:few|little|hardly|barely|scarcely|rarely)\b")
_RESTRICTION = re.compile(r"\b(?:only|just|solely|nothing but|merely)\b")
_FRENCH_PREFIX = re.compile(r"\b(?:in|im|ir|il|mal|me|de|anti|non|inde)\w{4,}|\brare|\bexclu")


@cache
def _cues(kind: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return (words, beginnings, phrases) of one line of the cue table."""
    entries = [cue for row in rows("negative_cues.tsv") if row[0] == kind for cue in listed(row[1])]
    beginnings = tuple(cue[:-1] for cue in entries if cue.endswith("*"))
    phrases = tuple(cue for cue in entries if " " in cue and not cue.endswith("*"))
    single = frozenset(cue for cue in entries if " " not in cue and not cue.endswith("*"))
    return single, beginnings, phrases


@cache
def _idioms() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the rows of the table of negative turns that English recasts."""
    return tuple((re.compile(a), re.compile(b)) for a, b in rows("negative_idioms.tsv"))


def _apart(text: str) -> str:
    """Set the negation of "cannot" and "don't" apart."""
    return text.replace("cannot", "can not").replace("n't", " n't")


class _English:
    """The English in lower case, with the cues it has."""

    def __init__(self, source: str, target: str) -> None:
        self.text, self.french = fold(plain(target)), fold(plain(source))
        self.tokens = _TOKEN.findall(_apart(self.text))
        french, negations = read(source)
        # What a negation governs may be a negative word of the English ("pas payé": "unpaid").
        governed = {at for n in negations for at in range(n.at, n.end + _GOVERNED)}
        others = (word for at, word in enumerate(french) if at not in governed)
        self.explained = frozenset().union(*(translations(word.fold) for word in others))
        stems = {english_stem(token) for token in self.tokens}
        carried = {
            english_stem(token)
            for token in self.tokens
            if _carries(token) and not token.startswith(_SURE)
        }
        denied = [
            w
            for at, w in enumerate(french)
            if at in governed and (_inherent(w.fold) or translations(w.fold) & carried)
        ]
        # "n'a pas démenti": "denied" answers "démenti", not the negation; "accepted" answers both.
        self.explained |= frozenset().union(*(translations(word.fold) for word in denied))
        self.affirmed = sum(not translations(word.fold) & stems for word in denied)
        self.all = frozenset().union(*(translations(word.fold) for word in french))
        self.until = "tant qu" in fold(plain(source)) and bool(_UNTIL.search(self.text))
        self.tokens += [part for token in self.tokens if "-" in token for part in token.split("-")]

    def has(self, kind: str, *, free: bool = False) -> bool:
        """Whether a cue of the kind stands in it; `free`: one that no French word translates to."""
        single, beginnings, phrases = _cues(kind)
        for token in self.tokens:
            cue = token in single or (bool(beginnings) and token.startswith(beginnings))
            sure = token.startswith(_SURE)
            if cue and (sure or not (free and english_stem(token) in self.all)):
                return True
        return any(phrase in self.text for phrase in phrases)

    def negative_words(self) -> bool:
        """Whether it has "unchecked", "impossible" and the like."""
        listed_words = items("english_negative.txt")
        return any(
            word in listed_words
            or word.endswith("-free")
            or (word.endswith("less") and len(word) > _LESS)
            for word in self.tokens
        )

    def carriers(self) -> int:
        """Return the number of words that carry a negation and translate no French word."""
        total = sum(phrase in self.text for phrase in _cues("lexical")[2])
        for word in self.tokens:
            cue = _carries(word)
            cue = cue or (word.endswith("less") and len(word) > _LESS) or word.endswith("free")
            total += cue and (word.startswith(_SURE) or english_stem(word) not in self.explained)
        return total

    def affixed(self) -> int:
        """Return the number of words that may stand for "sans ..." ("indiscriminate")."""
        return sum(len(t) > _AFFIXED and t.startswith(_PREFIXES) for t in self.tokens)

    def recast(self) -> int:
        """Return how many negative turns of the French have a positive rendering in it."""
        return sum(
            bool(here.search(self.french) and there.search(self.text)) for here, there in _idioms()
        )

    def quoted_from(self, source: str) -> bool:
        """Whether the French itself has English negations ("No deal")."""
        return any(
            word.fold in {"no", "not", "never"} or word.fold.endswith("n't")
            for word in words(source)
        )

    def count(self, *, idioms: bool = False) -> int:
        """Return the number of negations proper, with `idioms` also those of "not only"."""
        single, _, _ = _cues("grammar")
        text = _apart(self.text)
        text = text if idioms else _FAKE_NEGATIONS.sub(" ", text)
        tokens = _TOKEN.findall(text)
        paired = min(tokens.count("neither"), tokens.count("nor"))  # one negation in two words
        return sum(token in single - {"non"} for token in tokens) - paired


def _carries(token: str) -> bool:
    """Whether an English word can carry a negation ("forgot")."""
    single, beginnings, _ = _cues("lexical")
    listed_words = items("english_negative.txt")
    return token in single or token.startswith((*beginnings, "non")) or token in listed_words


def _real(negations: tuple[Negation, ...]) -> list[Negation]:
    return [n for n in negations if n.kind not in {"que", "expletive", "alone"}]


def _answers(negations: list[Negation], english: _English) -> int:
    """Return how many negations the English can answer, by its cues."""
    total = english.count(idioms=True) + english.carriers() + 2 * english.until
    kinds = {negation.kind for negation in negations}
    total += english.recast() + english.affirmed
    if (kinds & {"guere"} and english.has("few")) or (
        kinds & {"rien", "personne", "aucun"} and _SCARCELY.search(english.text)
    ):
        total += 1
    if kinds & {"plus", "jamais"} and _RESTRICTION.search(english.text):
        total += 1  # "n'a jamais aimé que le vin"
    if "plus" in kinds and "out of" in english.text:
        total += 1
    if total < len(negations) and english.has("weak", free=True):
        total += 1
    return total


def _support(
    source: str, target: str, found: tuple[Word, ...], negations: tuple[Negation, ...]
) -> int:
    """Return how many negations of the English the French can account for."""
    text = fold(plain(source))
    proper = len(
        re.findall(
            r"\b(?:pas|jamais|aucune?(?:ment)?|ni|non|rien|nulle?(?:ment)?|personne)\b", text
        )
    )
    total = max(sum(n.kind != "expletive" for n in negations), proper)
    real = any(n.kind not in {"expletive", "alone", "que"} for n in negations)
    total += sum(n.kind == "expletive" for n in negations) if real else 0
    total += len(re.findall(r"\bsans\b|\bjusqu'a ce qu|\btarde|\bplutot que\b", text))
    total += "unless" not in target and "a moins qu" in text
    total += "before" not in fold(target) and "avant qu" in text
    comparing = any(n.kind == "expletive" for n in negations)
    negative = items("english_negative.txt")
    stems = {english_stem(token) for token in _TOKEN.findall(fold(plain(target)))}
    for word in found:
        if word.fold in _COUNTED or (comparing and word.fold in _COMPARING):
            continue
        if translations(word.fold) & stems and _alone(word, found, stems):
            continue  # "empêcher" given as "prevent" accounts for no "not" beside it
        total += (
            word.fold in items("negative_support.txt")
            or word.fold.startswith(_SUPPORT_STEMS)
            or word.fold in negative
            or likeliest(word.fold) in _negative_stems()
        )
    return total


def _alone(word: Word, found: tuple[Word, ...], stems: set[str]) -> bool:
    """Whether the English for `word` stands for no other word ("possible ... impossible")."""
    own = translations(word.fold) & stems
    others = (translations(other.fold) for other in found if other.fold != word.fold)
    return bool(own.difference(*others))


def _inherent(folded: str) -> bool:
    """Whether a folded French word is negative by itself ("illégal", "démenti")."""
    return folded not in _COUNTED and (
        folded.startswith(_SUPPORT_STEMS) or likeliest(folded) in _negative_stems()
    )


@cache
def _negative_stems() -> frozenset[str]:
    return frozenset(english_stem(word) for word in items("english_negative.txt"))


def _finding(
    segment: str, message: str, level: Level = Level.ERROR, suggestion: str = ""
) -> Finding:
    return Finding(
        rule="negation", level=level, segment=segment, message=message, suggestion=suggestion
    )


def _shown(source: str, found: tuple[Word, ...], negation: Negation) -> str:
    start = found[max(0, negation.at - 1)].start
    return source[start : found[min(negation.end + 1, len(found) - 1)].end]


def _lost(source: str, english: _English, segment: str) -> list[Finding]:
    found, negations = read(source)
    real = _real(negations)
    without = len(re.findall(r"\bsans\b", _SANS_IDIOM.sub(" ", fold(plain(source)))))
    findings = []
    if _DENIED.search(fold(plain(source))):
        without = 0  # "pas sans": a denial denied
    without = max(0, without - english.affixed())
    if real and len(real) + without > _answers(real, english):
        shown = " / ".join(f'"{_shown(source, found, negation)}"' for negation in real)
        findings.append(
            _finding(segment, f"a negation of the French is lost in the English: {shown}")
        )
    for negation in negations:
        if negation.kind == "que" and not (english.has("only") or _SCARCELY.search(english.text)):
            shown = _shown(source, found, negation)
            findings.append(
                _finding(
                    segment, f'the restriction "{shown}" (ne ... que) is lost', suggestion="only"
                )
            )
    text = fold(plain(source))
    bare = not negations and re.search(r"(?:^|[,.»] )(?:pas|aucune?|jamais|ni) ", text)
    if bare and not _answers([Negation("aucun", 0, 0)], english):
        findings.append(_finding(segment, "the negation of the French is lost in the English"))
    return findings


def _lost_words(source: str, english: _English, segment: str) -> list[Finding]:
    """Judge "sans", "peu de", "sauf" and verbs such as "refuser"."""
    text = fold(plain(source))
    findings = []
    negative = english.has("grammar") or english.negative_words()
    few = _FEW_FRENCH.search(text) or _MANY_CALL.search(text)
    if few and not (english.has("few") or english.negative_words()):
        findings.append(_finding(segment, '"peu" is lost in the English', suggestion="few, little"))
    if _EXCEPT_FRENCH.search(text) and "sain et sauf" not in text and not english.has("except"):
        findings.append(_finding(segment, '"sauf" is lost in the English', suggestion="except"))
    kept = bool(re.search(r"\bsans\b", english.text))  # a title that stays French
    excused = kept or _DENIED.search(text) or english.recast()
    sans = not excused and re.search(r"\bsans\b", _SANS_IDIOM.sub(" ", text))
    if sans and not (negative or english.has("lexical") or english.has("few")):
        findings.append(
            _finding(segment, '"sans" is lost in the English', Level.WARNING, "without")
        )
    for beginning, answers in ((row[0], listed(row[1])) for row in rows("negative_verbs.tsv")):
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


def _turned(source: str, english: _English, segment: str) -> list[Finding]:
    """Judge negations that the English invents, doubles or moves."""
    text = fold(plain(source))
    found, negations = read(source)
    findings = []
    if english.count() > _support(
        source, english.text, found, negations
    ) and not english.quoted_from(source):
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
        if verb and verb_kept(verb, english.text):
            message = f'"ne pas {verb}" reads without "not" in the English'
            findings.append(_finding(segment, message))
    return findings


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find negations lost, invented or turned round."""
    if not target.strip():
        return []
    english = _English(source, target)
    findings = _lost(source, english, segment)
    findings = findings or _lost_words(source, english, segment)
    findings = findings or [
        _finding(segment, message) for message in negation_turns.check(source, target)
    ]
    return findings or _turned(source, english, segment)
