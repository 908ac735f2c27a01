"""Names across pages: people and terms of a whole briefing, English names for themes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.briefing.values import NameView, Term
from translate.checks import exonyms
from translate.pages import Name, Page

#: Statuses that say the English of a term stands on the page.
_OPEN = ("missing", "forbidden", "ambiguous")


def names_of(pages: Sequence[tuple[str, Page]]) -> tuple[NameView, ...]:
    """Return the people, then the terms of labelled pages, each once, by English name."""
    merged: dict[tuple[bool, str], tuple[Name, list[str]]] = {}
    for label, page in pages:
        for name in page.names:
            key = (name.kind != "person", name.english)
            known, labels = merged.setdefault(key, (name, []))
            merged[key] = (_together(known, name), labels)
            if label not in labels:
                labels.append(label)
    return tuple(
        NameView(name=name, labels=tuple(labels))
        for _, (name, labels) in sorted(merged.items(), key=lambda item: item[0])
    )


def _together(known: Name, other: Name) -> Name:
    """Return one name with the forms, the note and the graver status of both."""
    doubtful = other if _is_open(other) and not _is_open(known) else known
    return replace(
        known,
        french=tuple({_spaced(form): form for form in (*other.french, *known.french)}.values()),
        status=doubtful.status,
        note=known.note or other.note,
    )


def _spaced(form: str) -> str:
    return " ".join(form.split())


def _is_open(name: Name) -> bool:
    return name.status == "inferred" or any(word in name.status for word in _OPEN)


def theme_terms(words: Sequence[str], pages: Iterable[Page]) -> tuple[Term, ...]:
    """Return the terms of a theme: words that stand side by side are one name; English if known."""
    pages = list(pages)
    text = "\n".join(row.french for page in pages for row in page.rows)
    english = {
        form.casefold(): name.english
        for page in pages
        for name in page.names
        if not _is_open(name)
        for form in name.french
    }
    terms = []
    for phrase in _phrases(words, text):
        known = english.get(phrase.casefold()) or _exonym(phrase)
        terms.append(Term(text=known or phrase, french=not known and phrase.islower()))
    return tuple(dict.fromkeys(terms))


def _exonym(phrase: str) -> str:
    """Return the English name of a place or institution that the checks know, else ""."""
    return (
        next(iter(exonyms.table().get(exonyms.bare(phrase), ())), "")
        if phrase[:1].isupper()
        else ""
    )


def _phrases(words: Sequence[str], text: str) -> list[str]:
    """Join words that the text writes next to each other ("Baie", "Comeau")."""
    left = list(words)
    found = []
    while left:
        phrase = left.pop(0)
        for other in list(left):
            pair = re.search(
                rf"\b(?:{re.escape(phrase)}[-\s]{re.escape(other)}"
                rf"|{re.escape(other)}[-\s]{re.escape(phrase)})\b",
                text,
            )
            if pair and phrase[0].isupper() and other[0].isupper():
                phrase = pair[0]
                left.remove(other)
        found.append(phrase)
    return found
