"""Quotation marks and brackets: in pairs, of the English kind, and as many as in the French."""

from __future__ import annotations

import re

from translate.checks.lexicon import likeliest, translations
from translate.checks.tables import items
from translate.checks.text import english_stem, fold, plain, words
from translate.values import Finding, Level

_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_EMPTY = re.compile(r"\"\"|“”|''(?!\w)|\(\s*\)|\[\s*\]|«\s*»")
_LOOSE = re.compile(r"(?:^|[\s(\[])[\"“](?=\s)|\s\"(?=\s|$)")
_SINGLE_OPEN = re.compile(r"(?:^|(?<=[\s(\[\"“—-]))'(?=\w)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])'(?=$|[\s)\].,;:!?\"”—-])")
_ELISIONS = re.compile(r"(?i)'(?:s|em|til|tis|twas|cause|bout|n|\d0s|\d\d)\b")
_ENGLISH_QUOTE = re.compile(r"\"[^\"]*\"|“[^”]*”")
_INDIRECT = re.compile(
    r"\b(?:said|says|saying|add(?:ed|s|ing)|stat(?:ed|es|ing)|explain(?:ed|s|ing)"
    r"|insist(?:ed|s|ing)|warn(?:ed|s|ing)|believ(?:ed|es|ing)|argu(?:ed|es|ing)|not(?:ed|es|ing)"
    r"|according to|told|tells|whether|that|claim(?:ed|s|ing)|vow(?:ed|s|ing)|swor[en]|swears"
    r"|promis(?:ed|es|ing)|pledg(?:ed|es|ing)|threaten(?:ed|s|ing)|refus(?:ed|es|ing)"
    r"|den(?:ied|ies|ying)|admit(?:ted|s|ting)|conced(?:ed|es|ing)|complain(?:ed|s|ing)"
    r"|lament(?:ed|s|ing)|acknowledg(?:ed|es|ing)|assur(?:ed|es|ing)|call(?:ed|s|ing) (?:for|on))\b"
)
_SAID = (
    r"(?:said|says|add(?:ed|s)|stat(?:ed|es)|explain(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)"
    r"|not(?:ed|es)|told|tells|recall(?:ed|s)|declar(?:ed|es)|remember(?:ed|s)|ask(?:ed|s))"
)
_THAT = re.compile(r"\b\w+(?:ed|ing|s|said|told)(?:\s\w+){0,3}\sthat\b")
_FOLLOWED = re.compile(rf"[,?!]\s(?:[\w.'’-]+\s){{0,5}}{_SAID}\b(?!\s(?:that|it|he|she|they)\b)")
_ANNOUNCED = re.compile(rf"\b{_SAID}(?:\s\w+){{0,3}}:")
_FRENCH_FIRST = re.compile(r"\b(?:je|j'|nous|mon|ma|mes|notre|nos|moi)(?![\w])|\bj'")
_ENGLISH_FIRST = re.compile(r"\b(?:I|I'm|I've|we|our|my|us|me)\b", re.IGNORECASE)
_TITLE = 8  # words of the longest title of a work
_LONG = 6  # words from which a quotation may be reported indirectly
_COGNATE = 5  # letters that cognates share
_FEW = 2  # content words of a quotation that a paraphrase may stand for
_GLOSSES = ("so-called", "known as", "dubbed", "nicknamed", "called")
_FRENCH_QUOTE = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


def _unbalanced(text: str) -> list[str]:
    """Return the marks of `text` that lack their partner."""
    found = []
    for opening, closing in _PAIRS:
        if _depth(text, opening, closing):
            found.append(opening if text.count(opening) > text.count(closing) else closing)
    if text.count('"') % 2:
        found.append('"')
    return found


def _depth(text: str, opening: str, closing: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return True
    return depth != 0


def _single_quotes(text: str) -> bool:
    """Whether a single quotation mark opens and never closes."""
    straight = _ELISIONS.sub("", plain(text))
    return len(_SINGLE_OPEN.findall(straight)) > len(_SINGLE_CLOSE.findall(straight))


def _closed(source: str) -> bool:
    """Whether all quotations of the French close."""
    closed = source.count("«") == source.count("»") and source.count('"') % 2 == 0
    return closed and source.count("“") == source.count("”")


def _is_title(quote: str, source: str) -> bool:
    """Whether the quoted words are the title of a work or a name, which English sets without marks.

    They begin with a capital, do not open the sentence, end without a stop and are short.
    """
    at = source.find(quote)
    opens = (
        not source[:at].strip('«“" \u00a0\u202f')
        or source[:at].rstrip('«“" \u00a0\u202f')[-1:] in ":,.!?"
    )
    short = len(quote.split()) <= _TITLE and quote[:1].isupper() and quote[-1:] not in ".!?,…"
    return quote.istitle() if opens else short


def _reported(source: str, target: str) -> bool:
    """Whether a long quotation has become indirect speech ("said that")."""
    quotes = _FRENCH_QUOTE.findall(source)
    long = max((len(match.split()) for match in quotes), default=0)
    return long >= _LONG and bool(_INDIRECT.search(target))


def _direct(source: str, target: str, quotes: list[str]) -> bool:
    """Whether words of the French quotation are direct speech still: they need their marks.

    They are where nothing but the quotation stands in the French, where the speaker follows after a
    comma ("..., the mayor said"), after "said:", and where the first person has stayed.
    """
    outside = _FRENCH_QUOTE.sub(" ", source)
    if not any(len(word.fold) > 1 for word in words(outside, french=True)):
        return True
    if _FOLLOWED.search(target) or _ANNOUNCED.search(target):
        return True
    mine = any(_FRENCH_FIRST.search(fold(plain(quote))) for quote in quotes)
    return mine and bool(_ENGLISH_FIRST.search(target))


def _content(text: str) -> list[frozenset[str]]:
    """Return for each content word of a French text the English stems that may stand for it."""
    return [translations(word) | {english_stem(word)} for word in _words(text)]


def _words(text: str) -> list[str]:
    listed = items("french_function.txt") | items("french_light.txt")
    return [w.fold for w in words(text, french=True) if w.fold not in listed and len(w.fold) > 2]


def _said(source: str) -> list[str]:
    """Return the quotations of the French but titles of works and names."""
    quotes = [match.strip('«»“”" \u00a0\u202f') for match in _FRENCH_QUOTE.findall(source)]
    # Ships, newspapers and works ("« Aurora Due »") need no marks in English.
    return [quote for quote in quotes if not _is_title(quote, source)]


def _paraphrased(quotes: list[str], target: str) -> bool:
    """Whether no quoted word is rendered closely: "too early" for « prématuré » needs no marks.

    Close is the likeliest translation or a cognate.
    """
    english = {word.fold for word in words(target)}
    stems = {english_stem(word) for word in english}
    starts = {word[:_COGNATE] for word in english if len(word) >= _COGNATE}

    def close(word: str) -> bool:
        return likeliest(word) in stems or word in english or word[:_COGNATE] in starts

    content = [_words(quote) for quote in quotes]
    return all(0 < len(one) <= _FEW and not any(map(close, one)) for one in content)


def _bare(source: str, target: str) -> str:
    """Return the quotation of several whose words all stand outside the marks of the English."""
    quotes, quoted = _said(source), _ENGLISH_QUOTE.findall(target)
    if not 0 < len(quoted) < len(quotes):
        return ""
    rest = _ENGLISH_QUOTE.sub(" | ", target)
    if _THAT.search(rest):
        return ""  # reported: "adding that the road was icy"
    inside = {english_stem(word.fold) for word in words(" ".join(quoted))}
    outside = {english_stem(word.fold) for word in words(rest)}
    for quote in quotes:
        known = _content(quote)
        if known and all(one & outside and not one & inside for one in known):
            return quote
    return ""


def _moved(source: str, target: str) -> str:
    """Return the words of the one English quotation that stand outside the one French quotation.

    A word counts if it translates a word of the French outside the marks and none inside them.
    """
    french, english = _FRENCH_QUOTE.findall(source), _ENGLISH_QUOTE.findall(target)
    if len(french) != 1 or len(english) != 1:
        return ""
    listed = items("french_function.txt") | items("french_light.txt")
    stems: list[frozenset[str]] = []
    for part in (french[0], source.replace(french[0], " ")):
        content = [w.fold for w in words(part, french=True) if w.fold not in listed]
        stems.append(frozenset().union(*(translations(w) | {english_stem(w)} for w in content)))
    inside, outside = stems
    inner = [
        word for word in words(english[0])
        if word.fold not in items("english_function.txt") and len(word.fold) > 3
    ]  # fmt: skip
    alien = [english_stem(w.fold) in outside - inside for w in inner]
    edge = inner[-1:] if alien[-1:] == [True] else inner[:1] if alien[:1] == [True] else []
    others = {english_stem(w.fold) for w in words(_ENGLISH_QUOTE.sub(" ", target))}
    return edge[0].surface if edge and english_stem(edge[0].fold) not in others else ""


def _english_quotes(target: str) -> int:
    straight = plain(target)
    single = len(_SINGLE_CLOSE.findall(straight)) if _SINGLE_OPEN.search(straight) else 0
    return target.count('"') // 2 + target.count("“") + target.count("«") + single


def _lost(source: str, target: str) -> list[str]:
    """Return what became of quotations that close in the French and not in the English."""
    quotes = _said(source)
    glossed = any(phrase in target for phrase in _GLOSSES)
    if quotes and not glossed and not _english_quotes(target):
        said = _direct(source, target, _FRENCH_QUOTE.findall(source))
        if not said and (_reported(source, target) or _paraphrased(quotes, target)):
            return []
        return ["the quotation marks of the French are lost in the English"]
    if bare := _bare(source, target):
        return [f'the quotation marks of "{_short(bare)}" are lost in the English']
    if moved := _moved(source, target):
        return [f'"{moved}" is quoted in the English only']
    return []


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find quotation marks and brackets lost, left French or without partner."""
    found = []
    closed = _closed(source)
    if any(mark in target for mark in "«»"):
        found.append("French quotation marks were left in the English")
    french = set(_unbalanced(source))
    open_french = not closed
    for mark in _unbalanced(target):
        if mark in '"“”' and open_french:
            continue
        if mark in "()" and french & {"(", ")"}:
            continue
        found.append(f"the English has {mark} without its partner")
    if _EMPTY.search(target) and not _EMPTY.search(source):
        found.append("the English has an empty pair of quotation marks or brackets")
    elif _LOOSE.search(target) and not open_french:
        found.append("a quotation mark stands loose between blanks")
    if _single_quotes(target) and not open_french:
        found.append("a single quotation mark of the English does not close")
    if not found and closed:
        found += _lost(source, target)
    if "[" in source and "]" in source and not found and "[" not in target and "..." not in target:
        found.append("the square brackets of the French are lost in the English")
    return [
        Finding(rule="brackets", level=Level.ERROR, segment=segment, message=message)
        for message in found
    ]


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
