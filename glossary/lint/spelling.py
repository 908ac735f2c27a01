"""Keys under which two spellings of a French form are one for an editor."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from glossary.folding import composed, fold_gap, tokenize
from glossary.lint.values import Located


def spelling(text: str) -> str:
    """Return a key without capitals, with hyphens, apostrophes and blanks of any kind alike.

    Accents of small letters count ("cote" is not "côté"); a capital may lack its own.
    """
    return lettering(text).lower()


def lettering(text: str) -> str:
    """Like `spelling`, capitals kept."""
    cut = tokenize(text)
    parts: list[str] = []
    for at in range(len(cut.keys)):
        if at:
            parts.append(fold_gap(cut.gap(at)))
        word = composed(cut.raw(at))
        parts.append(word if word.isascii() else "".join(map(_capital, word)))
    tail = text[cut.ends[-1] :].strip() if cut.ends else text
    return "".join([*parts, tail])


def _capital(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0] if letter.isupper() else letter


def written(located: Located) -> Iterator[tuple[str, str]]:
    """Yield (column, French form) for each form that the editor wrote."""
    yield "fr", located.entry.fr
    for form in located.entry.forms_fr:
        yield "forms_fr", form


def by_form(entries: Iterable[Located]) -> dict[str, list[tuple[Located, str, str]]]:
    """Return for each spelling the (entry, column, form) that write it, in file order."""
    index: dict[str, list[tuple[Located, str, str]]] = {}
    for located in entries:
        for key, (column, form) in {
            spelling(form): (column, form) for column, form in reversed(list(written(located)))
        }.items():
            index.setdefault(key, []).append((located, column, form))
    return index
