"""The author's name out of a byline: without "Par", office, place and agency."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"(?:(?:propos|textes?|article|entretien|dossier|reportage|récit|enquête|photos?)?\s*"
    r"(?:et photos? )?(?:recueillis|réalisée?|rédigée?|écrite?)?\s*(?<!\S)par|"
    r"de notre envoyée? spéciale?|de|"
    r"(?:textes?|auteure?s?|autrice|signé|signature|journaliste|correspondante?)\s*:)\s+|"
    r"d['’](?=[A-ZÀ-Ý])|signé\s+",
    re.IGNORECASE,
)
# "notre chroniqueur judiciaire Prénom Nom".
_OFFICE = re.compile(r"(?:notre|nos|votre|le|la) (?:[a-zà-ÿ'’-]+ ){1,5}(?=[A-ZÀ-Ý])")
_TAIL = re.compile(
    r"[,(\s]+avec (?:l['’])?(?:AFP|Reuters|agences?|AP|ATS|Belga)\b.*|"
    r"\s*[,(–—-]\s*(?:notre |nos |l['’])?(?:envoyée?s? spécia|correspondant|journaliste|chroniqueu|"
    r"stagiaire|rédact|éditorialist|photograph|(?:grande? )?report).*|"
    r"\s*[,(]\s*(?:à|au|aux|en) [A-ZÀ-Ý].*|"
    r"\s*[.,;/|–—-]?\s*(?:[Pp]hotos?|[Vv]idéos?|[Ii]mages?) ?: .*"
)
# "(Agence X, rédaction de Prénom Nom, édité par …)".
_EDITOR = re.compile(
    r"\b(?:rédaction|reportage|rédigé|écrit)\s?(?:de |d['’]|par |:)\s*([^,;()]{3,60})"
)


def author_of(byline: str) -> str:
    """Return the name or names in a byline; all of it when nothing can be taken off."""
    if byline.startswith("("):
        editor = _EDITOR.search(byline[:300])
        if editor is not None:
            return editor[1].strip()
    byline = byline.strip(" ()|")
    opening = _OPENING.match(byline)
    bare = byline[opening.end() :] if opening else byline
    office = _OFFICE.match(bare)
    bare = bare[office.end() :] if office else bare
    short = _TAIL.sub("", bare[:300], count=1).strip(" .,;–—-()|")
    return short or bare.strip(" .,;–—-()|")
