"""Compiled forms of the line rules, made on first use."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.reading.features import ends_with_stop, fold, is_caps, looks_like_name
from translate.reading.structure.labels import BYLINE, CAPTION, CREDIT
from translate.reading.tables import form, line_rules
from translate.reading.units import Label

#: Longer lines are running text, whatever they begin with.
LONGEST_RULE_LINE = 420
_BUTTONS = {"feedback buttons", "sharing links", "site navigation"}
_SIGNED = re.compile(
    r"([^,:()\d]{4,50}?)(?:,? (?:à|au|en|aux) (?:[A-ZÀ-Ý][\w’'-]*[ -]?){1,4}(?: ?\([^()]{2,30}\))?|"
    r",? ?\((?:à )?[A-ZÀ-Ý][\w ’'-]{2,30}\)|, (?:correspondante?|envoyée? spéciale?|"
    r"journaliste|stagiaire)\b.{0,50}| \((?:[Cc]orr|[Ss]tag|[Ee]nv|[Jj]ourn)[^()]{0,30}\))"
)
# Who did what: "Radio: Prénom Nom", "Adaptation web: pnm avec ats".
_SHARE = re.compile(
    r"(?:[Ss]ujet |[Rr]eportage )?"
    r"(?:[Rr]adio|TV|[Tt]élé|[Aa]daptation(?: web)?|[Mm]ontage|[Rr]éalisation|"
    r"[Ee]nquête|[Rr]echerches?|[Ii]mages?|[Vv]idéos?|[Tt]extes?|[Ii]nfographies?) ?: ?(.{2,60})"
)
# Speech with its reporting clause: "« Abonnez-vous ! », dit-il."
_SPOKEN = re.compile(r"[«“\"][^«»“”\"]{3,400}[»”\"],?[\s\u00a0\u202f][a-zà-ÿ'’-]+ [^:]{8,}[.!?…]$")
_BRACKETS = re.compile(r"^[\s•·▪■►>*|–—([«-]+(?=\w|©|#|http)|[\s•·|)\]»*–—]+$")


def bare(text: str) -> str:
    """Fold a line and strip bullets, brackets and rules around it."""
    folded = fold(text)
    return _BRACKETS.sub("", folded).strip(" :") or folded


def is_line(text: str, name: str) -> bool:
    """Whether a whole line has the form called `name` in the rules."""
    if len(text) > LONGEST_RULE_LINE:
        return False
    return form(name).fullmatch(fold(text)) is not None or (
        form(name).fullmatch(bare(text)) is not None
    )


@lru_cache(maxsize=16384)
def line_label(text: str) -> Label | None:
    """Label a line by what it says about itself, None when it says nothing."""
    if len(text) > LONGEST_RULE_LINE:
        return None
    if _SPOKEN.match(text):
        return None
    stopped = ends_with_stop(text) and len(text) > 12
    for candidate in dict.fromkeys((fold(text), bare(text))):
        for pattern, label in line_rules():
            if pattern.fullmatch(candidate):
                # A button is no sentence.
                return None if stopped and label.reason in _BUTTONS else label
    return None


def byline_label(text: str) -> Label | None:
    """Label a line that names its author or agency by words ("Par …", "…, avec AFP")."""
    if len(text) > 140 or (ends_with_stop(text) and len(text) > 40):
        return None
    bracketed = text.startswith("(") and text.endswith(")")
    if bracketed and is_line(text, "editors"):
        return BYLINE
    if is_line(text, "agency_names") or looks_like_signed(text):
        return BYLINE
    share = _SHARE.fullmatch(text)
    if share is not None and (looks_like_name(share[1]) or "avec " in share[1]):
        return BYLINE
    bare_text = text.strip(" –—-")
    if bare_text.startswith(("de ", "d'", "d’")) and len(text) <= 50:
        return BYLINE if looks_like_name(re.sub(r"^d(?:e |['’])", "", bare_text)) else None
    if not is_line(text, "bylines"):
        return None
    folded = bare(text)
    if folded.startswith("par "):
        rest = text.split(maxsplit=1)[1] if " " in text else ""
        head = rest.split(",")[0].split(" et ")[0].split("(")[0].split("|")[0].strip()
        known = folded.startswith(
            ("par la redaction", "par notre", "par nos", "par l'afp", "par afp")
        )
        short = head[:1].isupper() and len(head.split()) <= 5
        if not (known or looks_like_name(head) or is_caps(text) or short):
            return None
    return BYLINE


def _describes(text: str) -> bool:
    """Whether a line "Photo : …" tells what is on the picture, not who took it."""
    rest = text.split("©")[0].partition(":")[2].strip()
    return len(rest.split()) >= 4 and (rest[:1].islower() or not looks_like_name(rest))


def looks_like_signed(text: str) -> bool:
    """Whether a line is a name with a place or an office: "Prénom Nom, à Ville"."""
    match = _SIGNED.fullmatch(text.strip())
    return match is not None and looks_like_name(match[1])


def credit_label(text: str) -> Label | None:
    """Label a line that holds a photo credit and nothing else."""
    if len(text) > 120:
        return None
    if is_line(text, "credits"):
        return CAPTION if _describes(text) else CREDIT
    folded = bare(text)
    if folded.startswith(("photo ", "photos ", "image ", "dessin ", "infographie ")):
        rest = text.split(maxsplit=1)[1].strip(" )]")
        if is_caps(text) or looks_like_name(rest.split(",")[0].split("/")[0]):
            return CREDIT
    return None
