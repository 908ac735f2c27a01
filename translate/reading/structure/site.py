"""How much a line speaks of the page it stands on rather than of the news.

A page speaks to its reader in a small language of its own: commands ("Voir plus de messages"),
"vous" and "votre" beside things of the page (compte, newsletter, appareil), items parted by bars.
The words and their weights are data; a line's score is their sum, less what only news says.
"""

from __future__ import annotations

import re
from functools import lru_cache

from translate.reading.features import ends_sentence, ends_with_stop, fold, is_body, words
from translate.reading.tables import load

#: Longer lines are judged as running text.
LONGEST = 300
_TOKEN = re.compile(r"[a-z0-9]+(?:[-'.][a-z0-9]+)*'?|[€/]")
_SENTENCE = re.compile(r"[.!?…]\s+")
_BARS = re.compile(r"\s[|·•›»>–—]\s|\s{2,}|\t")
_LONGEST_ENTRY = 6
# "Suivre ce sujet", "Gérer mes alertes", "Voir plus de …": a command about what is at hand.
_AT_HAND = re.compile(
    r"[a-z'-]+ (?:a |sur |dans |sans )?"
    r"(?:cet?|cette|ces|mon|ma|mes|notre|nos|plus|tout|tous|toutes|moins)\b"
)
_PHONE = re.compile(r"\b0\d(?:[ .]\d\d){4}\b|\+\d{2,3}[ .]\d")
_ADDRESS = re.compile(
    r"\b(?:rue|avenue|boulevard|place|quai|chemin|route|allee|impasse|case postale|bp)\b"
    r".{2,40}\b\d{4,5} [a-z]"
)
_SHORT = 5
#: Pictures on buttons.
_SYMBOLS = frozenset("▶►▸☰✕✖×←→↑↓↩⟵⟶✉☎☆★♡♥⚙⌂🔊🔍🔗🔔🎧")


@lru_cache(maxsize=1)
def _verbs() -> dict[str, float]:
    """Opening words of commands with their weights."""
    table = load("site")["verbs"]
    found: dict[str, float] = {}
    for weight in ("1", "2"):
        for verb in table[weight].split():
            found[verb] = float(weight)
            if verb.endswith("er"):
                found[f"{verb[:-1]}z"] = float(weight)
    found |= dict.fromkeys(table["irregular"].split(), 1.0)
    return found


@lru_cache(maxsize=1)
def _reflexive() -> frozenset[str]:
    """Forms of "s'abonner": infinitives, "je m'abonne", "abonnez-vous"."""
    table = load("site")["verbs"]
    forms: set[str] = set()
    for verb in table["reflexive"].split():
        pronouns = ("s'", "m'", "vous ") if verb[0] in "aeiouh" else ("se ", "me ", "vous ")
        forms |= {f"{pronoun}{verb}" for pronoun in pronouns}
    forms |= {f"{stem}-vous" for stem in table["reflexive_stems"].split()}
    for verb in table["first_person"].split():
        forms.add(f"je m'{verb}" if verb[0] in "aeiouh" else f"je me {verb}")
    return frozenset(forms)


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], float]:
    """Entries of all weights as tuples of tokens."""
    table = load("site")
    found: dict[tuple[str, ...], float] = {}
    for group in (table["against"], table["words"]):
        for weight, text in group.items():
            for entry in text.replace("\n", " ").split(","):
                tokens = tuple(_TOKEN.findall(entry))
                if tokens:
                    found.setdefault(tokens, float(weight))
    for form in _reflexive():
        found.setdefault(tuple(_TOKEN.findall(form)), 4.0)
    return found


@lru_cache(maxsize=16384)
def site_score(text: str) -> float:
    """Sum of the evidence that a line is a page's own; negative when it reads as news."""
    if len(text) > LONGEST:
        return 0.0
    folded = fold(text)
    score = _vocabulary(_TOKEN.findall(folded)) + _commands(folded)
    bars = len(_BARS.findall(text.strip()))
    score += min(bars, 3) * 0.5
    if _PHONE.search(folded) or _ADDRESS.search(folded):
        score += 1.5
    if text[0] in _SYMBOLS:
        score += 1.5
    if "@" in text or "www." in folded:
        score += 2
    if "«" in text or "»" in text.rstrip("» "):
        score -= 2
    return score


def _vocabulary(tokens: list[str]) -> float:
    table, total, at = _phrases(), 0.0, 0
    seen: set[tuple[str, ...]] = set()
    while at < len(tokens):
        for size in range(min(_LONGEST_ENTRY, len(tokens) - at), 0, -1):
            key = tuple(tokens[at : at + size])
            if key in table:
                # A word said twice proves no more than said once.
                total += table[key] if key not in seen else 0.0
                seen.add(key)
                at += size
                break
        else:
            at += 1
    return total


def _commands(folded: str) -> float:
    """Weight of the commands with which the sentences of a line open."""
    total = 0.0
    for sentence in _SENTENCE.split(folded):
        first = _TOKEN.findall(sentence[:40])[:1]
        weight = _verbs().get(first[0].split("-")[0], 0.0) if first else 0.0
        if weight and _AT_HAND.match(sentence):
            weight += 1.0
        total += weight
    return min(total, 3.0)


def is_menu(text: str) -> bool:
    """Whether a line of four and more words is a row of section names."""
    tokens = _TOKEN.findall(fold(text)) if len(text) <= 160 else []
    names = sum(token in _menu_words() for token in tokens)
    return len(tokens) >= 4 and not ends_sentence(text) and 4 * names >= 3 * len(tokens)


@lru_cache(maxsize=1)
def _menu_words() -> frozenset[str]:
    return frozenset(load("site")["menu"]["words"].split())


def is_site_line(text: str, *, near: bool = False) -> bool:
    """Whether a line is the page's own; `near` when what stands around it is.

    The longer a line and the more it reads as a sentence, the more evidence it takes.
    """
    if len(text) > LONGEST:
        return False
    size = words(text)
    if size == 0:
        return False
    needed = 3.0 + 0.12 * max(0, size - _SHORT)
    if ends_with_stop(text):
        needed += 0.5
    if is_body(text):
        if not near and not _addresses(text):
            return False
        needed += 1.0
    if near:
        needed -= 2.0
    return site_score(text) >= needed and _throughout(text)


def _addresses(text: str) -> bool:
    """Whether a paragraph speaks to its reader, or of itself: news names things of a page too."""
    folded = fold(text)
    return _commands(folded) > 0 or not _addressing().isdisjoint(_TOKEN.findall(folded))


@lru_cache(maxsize=1)
def _addressing() -> frozenset[str]:
    return frozenset(load("site")["addressing"]["words"].split())


def _throughout(text: str) -> bool:
    """Whether more than one sentence in a paragraph speaks of the page: one may be a button."""
    sentences = [part for part in _SENTENCE.split(text) if words(part) >= 2]
    if len(sentences) < 3:
        return all(site_score(part) >= -1 for part in sentences)
    scores = [site_score(part) for part in sentences]
    return min(scores) >= -2 and 2 * sum(score >= 1 for score in scores) >= len(scores)


def is_plain_item(text: str) -> bool:
    """Whether a line could be an item of a menu or a headline: short, no sentence."""
    return len(text) <= 100 and not ends_sentence(text) and not text.endswith((",", ";", ":"))
