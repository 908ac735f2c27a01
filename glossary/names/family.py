"""Relatives: "son frère Kenta", "Anton et Karl Tammsaar", "les Vetrov" for Vetrov and Vetrova."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary.names.article import Article, attached_roles
from glossary.names.candidates import shares_surname
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found
from glossary.values import MentionKind

#: How many sentences back a relative must have been spoken of, with a kin noun and without.
_WITH_KIN = 2
_BARE = 1
#: Endings of Slavic surnames, masculine and feminine.
_SLAVIC = (
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ine", "ina"), ("ski", "ska"), ("sky", "ska"),
    ("ski", "skaia"), ("sky", "skaya"), ("cki", "cka"), ("y", "a"), ("y", "aya"), ("yi", "aia"),
    ("k", "kova"), ("ek", "kova"), ("a", "ova"), ("l", "lova"), ("r", "rova"),
)  # fmt: skip


class Families:
    """The people of an article by family name."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._bearers: dict[str, list[int]] = {}
        for person in range(len(article.profiles)):
            for surname in sorted(self._surnames(person)):
                self._bearers.setdefault(surname, []).append(person)

    def _surnames(self, person: int) -> set[str]:
        profile = self.article.profiles[person]
        return {form.words[i] for form in profile.forms for i in form.surname}

    def relative_of(self, found: Found, person: int, last_seen: Callable[[int], int | None]) -> str:
        """Return in words whose family name settles a first name, "" if nobody's.

        Args:
            found: a mention, taken only if it is a first name alone.
            person: the candidate.
            last_seen: the last sentence before the mention in which a person was meant.
        """
        if found.fits[person].kind is not MentionKind.FIRST or found.courtesy is not None:
            return ""
        if shares_surname(self.article, found, person):
            surname = self.article.profiles[person].forms[0].display_surname
            return f"shares the surname {surname} that follows"
        tokens, lex = self.article.sentences[found.sentence], lexicon()
        roles = attached_roles(found, tokens)
        reach = _WITH_KIN if any(lex.has("kin", tokens[r.head].fold) for r in roles) else _BARE
        for surname in sorted(self._surnames(person)):
            for other in self._bearers[surname]:
                seen = last_seen(other)
                if other != person and seen is not None and found.sentence - seen <= reach:
                    return f"first name beside {self.article.profiles[other].name_en}"
        return ""

    def related(self, one: int, other: int) -> bool:
        """Whether two people share a family name, a part of one or its feminine form."""
        left, right = self._parts(one), self._parts(other)
        return not left.isdisjoint(right)

    def _parts(self, person: int) -> set[str]:
        """Return the surnames, the parts of double ones and their feminine forms."""
        parts = {part for name in self._surnames(person) for part in (name, *name.split("-"))}
        return parts | {form for part in parts for form in _feminine(part)}

    def feminine_bearers(self, words: Sequence[str]) -> list[int]:
        """Return who bears a surname in its feminine form ("Vetrova" for "Vetrov")."""
        forms = _feminine(words[-1])
        return sorted({p for form in forms for p in self._bearers.get(form, ())})


def _feminine(surname: str) -> set[str]:
    return {
        surname[: len(surname) - len(ending)] + form
        for ending, form in _SLAVIC
        if surname.endswith(ending)
    }
