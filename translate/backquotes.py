"""Who is quoted: quotations of a sentence, and the person of the article who speaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.values import PersonMention
from translate.checks import Speaker
from translate.values import Span

#: Rule name of the findings about quotations that went through French.
RULE = "backquote"
_MARKS = re.compile(r"[«»“”\"]")
#: Words before a name that make it the one spoken to or about, not the speaker.
_ASIDE = frozenset(
    {
        *("à", "au", "aux", "avec", "contre", "de", "des", "devant", "du", "envers", "entre"),
        *("par", "pour", "sur", "vers", "chez", "d", "et"),
    }
)
_LAST_WORD = re.compile(r"(\w+)['’\s]*(?:MM?\.|Mmes?|Me)?\s*\Z")
#: Stems of verbs of speech, and what else names a source.
_SPEECH = re.compile(
    r"\b(?:di(?:t|sent|sait)|déclar|affirm|indiqu|expliqu|ajout|précis|soulign|estim|avert|assur"
    r"|répond|répliqu|lanc|jug|not|rappel|promi|répét|réitér|dénonc|accus|appel|reconn|admi|confi"
    r"|insist|martel|résum|tweet|écri|plaid|selon|raill|iron|salu|qualifi|évoqu|parl|prévien"
    r"|prévenu|poursuiv|conclu|regrett|critiqu|réagi|commen)",
    re.IGNORECASE,
)
#: So many characters before and after a name may hold its verb.
_BEFORE, _AFTER = 36, 48


def speaker_of(text: str, mentions: Sequence[PersonMention]) -> Speaker | None:
    """Return who is quoted in `text`, None where that or their language is unknown.

    The speaker is the person named nearest to the quotation who stands beside a verb of speech,
    outside the quotation and not after a preposition ("à M. X").

    Args:
        mentions: the people named in this sentence, resolved.
    """
    quotations = quoted(text)
    speakers = [m for m in mentions if _may_speak(text, m, quotations)]
    if not quotations or not speakers:
        return None
    nearest = min(speakers, key=lambda m: (_distance(m, quotations), m.start))
    languages = {person.entry.speaks if person.entry else "" for person in nearest.people}
    if not all(languages):
        return None
    who = " and ".join(person.name_en for person in nearest.people)
    return Speaker(nearest.start, who, english=languages == {"en"})


def quoted(text: str) -> list[Span]:
    """Return what stands between quotation marks of any kind, marks included.

    A quotation that does not close runs to the end.
    """
    spans, start = [], -1
    for match in _MARKS.finditer(text):
        opens = match[0] in "«“" or (match[0] == '"' and start < 0)
        if opens and start < 0:
            start = match.start()
        elif not opens and start >= 0:
            spans.append(Span(start=start, end=match.end()))
            start = -1
    return [*spans, Span(start=start, end=len(text))] if start >= 0 else spans


def _may_speak(text: str, mention: PersonMention, quotations: Sequence[Span]) -> bool:
    if not mention.people or any(q.start <= mention.start < q.end for q in quotations):
        return False
    lead = text[max(0, mention.start - _BEFORE) : mention.start]
    before = _LAST_WORD.search(lead)
    if before is not None and before[1].lower() in _ASIDE:
        return False
    return bool(_SPEECH.search(lead) or _SPEECH.search(text[mention.end : mention.end + _AFTER]))


def _distance(mention: PersonMention, quotations: Sequence[Span]) -> int:
    return min(max(q.start - mention.end, mention.start - q.end) for q in quotations)
