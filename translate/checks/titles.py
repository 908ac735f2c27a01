"""Courtesy titles and the gender of persons: M. is Mr., Mme is Ms.; "la juge" is not "he"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from translate.checks.tables import items, listed, rows
from translate.checks.text import fold, plain, words
from translate.values import Finding, Level

_MALE_FRENCH = re.compile(r"(?<![\w.])(?:M\.|MM\.|Monsieur|monsieur|messieurs|Messieurs|Mgr)(?!\w)")
_FEMALE_FRENCH = re.compile(r"(?<!\w)(?:Mme|Mmes|Mlle|Mlles|Madame|madame|mesdames|Mesdames)(?!\w)")
_MALE_ENGLISH = re.compile(r"(?<!\w)(?:Mr|Messrs|Sir|Lord)\b")
_FEMALE_ENGLISH = re.compile(r"(?<!\w)(?:Ms|Mrs|Miss|Mmes|Lady|Madam)\b")
_LEFT = re.compile(
    r"(?<![\w.])(?:MM\.|M\.(?= [A-ZÀ-Ý])|Mme(?!\w)|Mmes(?!\w)|Mlle(?!\w)|Me(?= [A-ZÀ-Ý]))"
)
_INITIAL = re.compile(r"(?<![\w.])M\.(?= (?:[A-Z]\.|[A-Z]\w+))")
_FRENCH_NAMED = re.compile(
    r"(?<![\w.])(?P<title>M\.|Mme|Mlle)[\s\u00a0\u202f](?P<name>[A-ZÀ-Ý][\w'’-]+)"
)
_NAME = r"[A-ZÀ-Ý][\w'’-]+(?:[ \u00a0][A-ZÀ-Ý][\w'’-]+)*"
_FRENCH_GROUP = re.compile(
    rf"(?<![\w.])(?P<title>MM\.|Mmes|Mlles)[\s\u00a0\u202f](?P<names>{_NAME}"
    rf"(?:(?:, et |, | et ){_NAME})*)"
)
_ENGLISH_NAMED = re.compile(
    r"\b(?P<title>Mr|Ms|Mrs|Miss)\.? (?P<name>[A-ZÀ-Ý][\w'’-]+?)(?:['’]s)?\b"
)
_NAMED_BEFORE = re.compile(
    r"^[^.]*?\b[A-ZÀ-Ý][a-zà-ÿ'’-]+ [A-ZÀ-Ý][a-zà-ÿ'’-]+\b.*\b(?:le|un|ce|au|du) \w"
)
# Trades with a feminine of their own, as the subject of a sentence.
_TRADESMAN = re.compile(
    r"^(?:le |un |l')(?:infirm|boulang|ouvr|polic|pomp|fermi|jardin|caiss|cuisin|pass|romanc|berg"
    r"|chantr|act|chant|direct|senat|ambassad|procur|recteur|institut|lect|spectat|vend|chass|nag"
    r"|coiff|serv|dans|music|pharmac|chirurg|electric|gard|comed|histor|lyce|colleg)"
    r"(?:ier|er|eur|eu|teur|ien|icien)\b"
)
_MALE_PRONOUN = re.compile(r"\b(?:he|his|him|himself)\b")
_MALE = re.compile(r"\bmale [a-z]{3,}")  # "a male officer"
_SEX = re.compile(r"\b(?:masculin|male|hom+e|garcon|mach|viril|genre|sexe|sexis)\w*")
_FEMALE_PRONOUN = re.compile(r"\b(?:she|her|hers|herself)\b")
_EPICENE = (
    "ministre|juge|maire|porte-parole|journaliste|secretaire|commissaire|capitaine|juriste|analyste|"
    "artiste|athlete|cineaste|economiste|pianiste|violoniste|cycliste|syndicaliste|diplomate|chef|"
    "cheffe|prof|medecin|guide|gendarme|notaire|interprete|ingenieure?|virologue|sociologue|"
    "psychologue|politologue|geologue|archeologue|biologiste|chimiste|philosophe|premiere ministre|"
    "premier ministre|titulaire|responsable|propriétaire|collegue|ressortissante?|suspecte?"
    "|accusee?"
)
# Before such a noun an adjective with a gender of its own needs no article: "l'ancienne ministre".
_FEMININE = (
    "ancienne|nouvelle|premiere|actuelle|future|seule|derniere|prochaine|puissante|influente|grande"
    "|petite|vieille|talentueuse|brillante|fameuse|eminente"
)
_MASCULINE = (
    "ancien|nouveau|nouvel|premier|actuel|futur|seul|dernier|prochain|puissant|influent|grand|petit"
    "|vieux|talentueux|brillant|fameux|eminent"
)
_EITHER = "jeune|vice|celebre|riche|illustre|toute nouvelle"
_WOMAN = re.compile(
    rf"\b(?:(?:la|une|cette|sa) (?:(?:{_EITHER}) )?|(?:{_FEMININE}) )(?:{_EPICENE})\b"
)
_MAN = re.compile(rf"\b(?:(?:le|un|ce) (?:(?:{_EITHER}) )?|(?:{_MASCULINE}) )(?:{_EPICENE})\b")
_NAME_PART = r"[A-ZÀ-Ý][\w'-]{1,30}"
_FULL_NAME = rf"(?<![\w-])(?:{_NAME_PART}|[A-Z]\.) (?:(?:de|du|von|van|ben|al) )?{_NAME_PART}"
# A person who has not the office: "l'avocate de Paul Ferlay", or the second of two.
_OTHER_PERSON = re.compile(
    r"(?<!\w)(?:(?:de|du|des|a|à|par|avec|pour|contre|chez|que|et|ou|comme|sur|envers) |[dD]')"
    rf"{_FULL_NAME}|{_FULL_NAME}.{{1,300}}?{_FULL_NAME}"
)
_OWNED = re.compile(r"\b(?:son|sa|ses) (?:\w+ )?(?:veuve|heritiere|epouse|femme|avocate"
                    r"|adjointe|conseillere|(?:grand-|belle-)?mere|grand-pere|tante|oncle|niece|neveu|cousine?"
                    r"|fille|soeur|compagne|assistante|collaboratrice|ministre|mari|frere|pere"
                    r"|fils)s?\b")  # fmt: skip
_OTHER_MEN = re.compile(
    r"\b(?:il|ils|lui|homme|hommes|pere|fils|mari|frere|oncle|roi|prince|president|directeur|depute|"
    r"senateur|candidat|avocat|procureur|general|colonel|acteur|chanteur|auteur|patron|ouvrier|"
    r"garcon|enfant|enfants|joueur|entraineur|gouverneur|ambassadeur|representant|conseiller|eveque|"
    r"pape|soldat|etudiant|agent|conducteur|chauffeur|suspect|accuse|quelqu'un|chacun|celui|dernier|"
    r"ancien|premier|homologue|predecesseur|successeur|adversaire|rival|compatriote|voisin|ami|"
    r"policier|militaire|employe|chercheur|professeur|medecin|docteur|ministre|chef|maire)s?\b"
)
_OTHER_WOMEN = re.compile(
    r"\b(?:elle|elles|femme|femmes|mere|fille|filles|epouse|soeur|tante|reine|princesse|celle|"
    r"actrice|chanteuse|victime|personne|voisine|amie|veuve|dame|dames|ville|pays|navire|nation)\b"
)


#: Code points before "Me" that are the same in both: English words stand in the French itself.
_BEFORE = 6


def _male_role(text: str) -> bool:
    return bool(_MAN.search(text) or _TRADESMAN.search(text))


def _female_role(text: str, source: str) -> bool:
    if _WOMAN.search(text):
        return True
    roles = items("feminine_roles.txt")
    return any(word.fold in roles for word in words(source, french=True))


def _masculine(text: str) -> bool:
    """Whether a man other than the one spoken of may stand in the French: "le préfet"."""
    roles = items("masculine_roles.txt")
    return any(word.fold.removesuffix("s") in roles for word in words(text, french=True))


def _courtesy(source: str, target: str) -> list[tuple[str, str]]:
    """Return (message, suggestion) for courtesy titles of the wrong gender or left in French."""
    male, female = bool(_MALE_FRENCH.search(source)), bool(_FEMALE_FRENCH.search(source))
    found = []
    mistaken = _female_role(fold(plain(source)), source)  # the French itself says M. of a woman
    female_english = _FEMALE_ENGLISH.search(target)
    if male and not female and not mistaken and female_english:
        found.append(("the French says M., the English Ms.", "Mr."))
    if female and not male and _MALE_ENGLISH.search(target) and not _FEMALE_ENGLISH.search(target):
        found.append(("the French says Mme, the English Mr.", "Ms."))
    for match in _LEFT.finditer(target):
        start = match.start() - _BEFORE
        kept = start >= 0 and target[start : match.end()] in source
        if match.group() in source and not kept and not (match.group() == "M." and not male):
            found.append((f'the French title "{match.group()}" was left in the English', ""))
            break
    return found


def _by_name(source: str, target: str) -> list[tuple[str, str]]:
    """Return (message, suggestion) for persons whose own courtesy title has changed gender."""
    english = {m["name"]: m["title"] for m in _ENGLISH_NAMED.finditer(target)}
    found = []
    for french, name in _titled(source):
        female = french not in {"M.", "MM."}
        title = english.get(name, "")
        if title and female != (title in {"Ms", "Mrs", "Miss"}):
            wanted = "Ms." if female else "Mr."
            found.append((f"{french} {name} is {title}. in the English", f"{wanted} {name}"))
    return found


def _titled(source: str) -> Iterator[tuple[str, str]]:
    """Yield names of the French with their courtesy titles, also "Mmes Duc, Vial et Roux"."""
    for match in _FRENCH_NAMED.finditer(source):
        yield match["title"], match["name"]
    for match in _FRENCH_GROUP.finditer(source):
        for name in re.split(r", et |, | et ", match["names"]):
            yield match["title"], name.split()[-1]


def _nouns(source: str, target: str) -> list[tuple[str, str]]:
    """Return (message, suggestion) where a noun has changed its gender."""
    text, english = fold(plain(source)), fold(plain(target))
    found = []
    for noun, gender, *wrong in rows("title_words.tsv"):
        if noun not in text or not re.search(rf"(?<![\w-]){re.escape(noun)}(?![\w-])", text):
            continue
        found += [
            (f'"{noun}" of the French reads "{word}" in the English', "")
            for word in listed(wrong[0])
            if re.search(rf"\b{re.escape(word)}\b", english) and not _both(text, gender)
        ]
    return found


def _both(text: str, gender: str) -> bool:
    """Whether persons of the other gender stand in the French too."""
    other = _OTHER_MEN if gender == "f" else _OTHER_WOMEN
    return bool(other.search(text))


def _pronouns(source: str, target: str) -> list[tuple[str, str]]:
    """Return (message, suggestion) where the only person of the French changes gender."""
    text, english = fold(plain(source)), fold(plain(target))
    if _OWNED.search(text):
        return []  # "sa veuve": "his widow"
    woman = _female_role(text, source) or bool(_FEMALE_FRENCH.search(source))
    man = _male_role(text) or bool(_MALE_FRENCH.search(source))
    outside = re.sub(r"\"[^\"]*\"|“[^”]*”", " ", english)
    if _OTHER_PERSON.search(plain(source)):
        return []
    he = bool(_MALE_PRONOUN.search(outside) or (_MALE.search(outside) and not _SEX.search(text)))
    she = bool(_FEMALE_PRONOUN.search(outside))
    rest = _WOMAN.sub(" ", text)
    others = _OTHER_MEN.search(rest) or _masculine(rest)
    if woman and not man and he and not she and not others:
        return [("the French speaks of a woman, the English of a man", "she / her")]
    if man and _NAMED_BEFORE.search(source):
        return []  # the pronoun may stand for the person named first
    if man and not woman and she and not he and not _OTHER_WOMEN.search(text):
        return [("the French speaks of a man, the English of a woman", "he / his")]
    return []


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find titles and persons of the wrong gender."""
    found = _courtesy(source, target) or _by_name(source, target)
    found += _nouns(source, target) + _pronouns(source, target)
    return [
        Finding(rule="title", level=Level.ERROR, segment=segment, message=message,
                suggestion=suggestion)
        for message, suggestion in found
    ]  # fmt: skip


def repair(source: str, target: str, genders: Mapping[str, str] | None = None) -> str | None:
    """Return `target` with courtesy titles as AP writes them, None when nothing is to be mended.

    French titles left in place are put into English (MM. X et Y keeps one "Messrs."), and a title
    of the wrong gender is set right where the French has one gender only. `genders` ("m" or "f" by
    surname), where known from the article, overrules the French.
    """
    male, female = bool(_MALE_FRENCH.search(source)), bool(_FEMALE_FRENCH.search(source))
    female = female or (male and _female_role(fold(plain(source)), source))
    mended = target
    if male:
        mended = re.sub(r"(?<![\w.])MM\.(?= )", "Messrs.", mended)
        mended = _INITIAL.sub("Mr.", mended)
    if female:
        mended = re.sub(r"(?<!\w)(?:Mmes|Mme|Mlles|Mlle)\b\.?", "Ms.", mended)
    mended = re.sub(r"(?<!\w)Mr(?=\s)", "Mr.", mended)
    mended = (
        re.sub(r"(?<!\w)(?:Mrs\.?|Ms(?=\s)|Miss(?= [A-Z]))", "Ms.", mended) if female else mended
    )
    if male and not female and not _MALE_ENGLISH.search(mended):
        mended = re.sub(r"(?<!\w)(?:Ms|Mrs)\.", "Mr.", mended)
    if female and not male and not _FEMALE_ENGLISH.search(mended):
        mended = re.sub(r"(?<!\w)Mr\.", "Ms.", mended)
    for surname, gender in (genders or {}).items():
        wanted = "Ms." if gender == "f" else "Mr."
        mended = re.sub(
            rf"(?<!\w)(?:Mr|Ms|Mrs)\.? (?={re.escape(surname)}\b)", f"{wanted} ", mended
        )
    return mended if mended != target else None
