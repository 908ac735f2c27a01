"""Who signs: initials, a name with a place, an office, below the text they close."""

from __future__ import annotations

import re
from collections.abc import MutableSequence, Sequence

from translate.reading.features import ends_sentence, fold, is_body, looks_like_name, words
from translate.reading.structure import labels as tags
from translate.reading.structure.matching import byline_label, is_line
from translate.reading.units import Label, Role, Unit
from translate.values import BlockKind

Labels = MutableSequence[Label | None]
_LONGEST = 90
# "D. G.", "J.-F. C.", "G.DM.", "M. T. (par courriel)", "M. F. D. /nd".
_INITIALS = re.compile(
    r"[(–—-]{0,2} ?[A-ZÀ-Ý][A-Za-z]{0,2}\.(?:[ -]?[A-ZÀ-Ý]{1,3}[a-z]?\.){1,3}"
    r"(?: ?[(/,–-].{0,40})?\)?"
)
_PLACE = r"(?:[A-ZÀ-Ý][\w’'.À-ÿ-]*|de|du|des|la|le|les|sur|sous|en|lès|et|à|aux?)"
# "Prénom Nom, Ville (Département)", "Prénom Nom (Ville)", "Prénom Nom/Ville".
_NAME_PLACE = re.compile(
    rf"([^,:()/\d]{{4,50}}?)(?: ?/ ?|, (?:à )?| ?[–—-] ){_PLACE}(?: {_PLACE}){{0,5}} ?"
    r"(?:\([^()]{2,30}\))?"
)
_NAME_OFFICE = re.compile(r"([^,:()/\d]{4,50}?), [a-zà-ÿ][a-zà-ÿ’' -]{3,60}")
_NAME_NOTE = re.compile(r"([^,:()/\d]{4,50}?) \([^()]{2,40}\)")
_TITLED = re.compile(
    r"(?:Drs?|Prs?|Pr|Me|Mgr|Mme|Mlle|MM?\.|Docteur|Professeur|Maître) (?=[A-ZÀ-Ý])"
)
_ANONYMOUS = re.compile(
    r"(?:une?|des|quelques) (?:groupe d[e'] ?)?(?:lectrices?|lecteurs?|abonnee?s?|habitante?s?|"
    r"riveraine?s?|parents?|contribuable|usagere?s?|citoyenn?e?s?|retraitee?s?|voisine?s?)\b.{0,60}"
)
# "Le maire,", "Pour le préfet et par délégation,": the office above the name.
_OFFICE = re.compile(r"(?:pour )?(?:le|la|les|votre|l')\s?[a-z' -]{4,60},")
_TEXT = (None, tags.PARAGRAPH, tags.LIST_ITEM, tags.TABLE_ROW)
#: Paragraphs above a name that are searched for their author's voice.
_LOOK = 6
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”")
_OWN_VOICE = re.compile(r"\b(?:je|j'|moi|mon|ma|mes|nous|notre|nos|votre|vos)\b")


def is_initials(text: str) -> bool:
    """Whether a line holds an author's initials and nothing else."""
    return len(text) <= 60 and _INITIALS.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Whether a line could sign a text: a name, a name with a place, initials, "un lecteur"."""
    if len(text) > _LONGEST or (ends_sentence(text) and not is_initials(text)):
        return False
    bare = _TITLED.sub("", text.strip(" –—-"), count=1)
    if is_initials(text) or looks_like_name(bare) or (bare != text and words(bare) == 1):
        return True
    match = (
        _NAME_PLACE.fullmatch(bare) or _NAME_OFFICE.fullmatch(bare) or _NAME_NOTE.fullmatch(bare)
    )
    if match is not None:
        name = match[1].strip()
        return looks_like_name(name) or is_initials(name)
    return _ANONYMOUS.fullmatch(fold(bare)) is not None


def mark_signatures(units: Sequence[Unit], labels: Labels, start: int) -> None:
    """Label what signs the text above it: right below a paragraph, or behind the last one."""
    texts = [i for i, label in enumerate(labels) if label in _TEXT]
    final = texts[-1] if texts else -1
    last = max((i for i in texts if labels[i] is None and is_body(units[i].text)), default=-1)
    for i in range(max(start, 1), len(units)):
        below_text = labels[i - 1] is None and units[i].gap <= 0
        if labels[i] is tags.BYLINE and below_text and _own_voice(units, labels, i):
            labels[i] = tags.SIGNATURE
        if not _is_open(units[i], labels[i]):
            continue
        if _is_office(units, i) or _signs(units, labels, i, last, final):
            i_label = tags.SIGNATURE if _own_voice(units, labels, i) else tags.BYLINE
            labels[i] = i_label
        elif _goes_on(units, labels, i):
            labels[i] = labels[i - 1]


def _is_open(unit: Unit, label: Label | None) -> bool:
    return label is None and unit.role is Role.NONE


def _signs(units: Sequence[Unit], labels: Labels, i: int, last: int, final: int) -> bool:
    text = units[i].text
    if not (is_signature(text) or (byline_label(text) is not None)):
        return False
    above = units[i - 1]
    label = labels[i - 1]
    # Behind a paragraph, or an office that has signed already.
    closed = (label is None and ends_sentence(above.text)) or _is_signed(label)
    if not closed or label is tags.HEADING:
        return False
    if _is_signed(label) and above.text.endswith(","):
        return True
    ended = i + 1 >= len(units) or units[i + 1].gap > 0 or labels[i + 1] is not None
    ended = ended or i > last
    if units[i].gap <= 0:
        return ended or is_initials(text) or _goes_on(units, labels, i + 1, after=True)
    return is_initials(text) or i >= max(last, final)


def _is_signed(label: Label | None) -> bool:
    return label is not None and label.kind in {BlockKind.SIGNATURE, BlockKind.BYLINE}


def _goes_on(units: Sequence[Unit], labels: Labels, i: int, *, after: bool = False) -> bool:
    """The office or place on the line below a name."""
    if i >= len(units) or not _is_open(units[i], labels[i]) or units[i].gap > 0:
        return False
    text = units[i].text
    short = len(text) <= 80 and words(text) <= 10 and not ends_sentence(text)
    short = short and not any(c.isdigit() for c in text)
    ended = i + 1 >= len(units) or units[i + 1].gap > 0 or labels[i + 1] is not None
    return short and ended and (after or _is_signed(labels[i - 1])) and text[-1] not in ":,;"


def _is_office(units: Sequence[Unit], i: int) -> bool:
    if i + 1 >= len(units) or not is_signature(units[i + 1].text):
        return False
    return len(units[i].text) <= 70 and _OFFICE.fullmatch(fold(units[i].text)) is not None


def _own_voice(units: Sequence[Unit], labels: Labels, i: int) -> bool:
    """Whether the text above speaks in its author's own voice, as letters and speeches do."""
    if _is_signed(labels[i - 1]):
        return labels[i - 1] is tags.SIGNATURE
    if _is_office(units, i) or is_line(units[i - 1].text, "letter_closings"):
        return True
    at = i - 1
    while at >= max(i - _LOOK, 0) and labels[at] is None and ends_sentence(units[at].text):
        said = _QUOTED.sub(" ", units[at].text)
        if _OWN_VOICE.search(fold(said)) is not None:
            return True
        at -= 1
    return False
