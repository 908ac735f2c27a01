"""Whether an article gives reason to think of a glossary person whom it never names in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from glossary.names.article import Article
from glossary.names.evidence import Reason
from glossary.names.folding import tokenize
from glossary.names.lexicon import lexicon
from glossary.names.spans import Found
from glossary.names.topics import cue_hits, key_of
from glossary.values import MentionKind

#: The cluster weight from which a person counts as present.
PRESENT = 1.0
#: How much of a cue must stand somewhere in the article.
_CUE_PART = 0.6
#: In how many sentences a cue is looked for: the time stays linear.
_LOOK_AT = 20
_POLITICAL = ("government", "diplomacy", "defence", "parliament", "campaign", "royalty")


class Support:
    """What the whole article says for people it never introduces; answers are kept."""

    def __init__(
        self,
        article: Article,
        founds: Sequence[Found],
        clusters: Mapping[tuple[tuple[str, ...], int], Reason],
    ) -> None:
        self.article = article
        fields = lexicon().fields
        self._political = frozenset(i for i, f in enumerate(fields) if f.name in _POLITICAL)
        self._prominent: dict[int, bool] = {}
        for found in founds:
            for person in found.fits:
                if self._is_bare(found, person):
                    political = self._speaks_of_politics(found.sentence)
                    self._prominent[person] = political or self._prominent.get(person, False)
        self._company_by = self._read_company(clusters)
        self._where: dict[str, list[int]] = {}
        for number in range(len(article.sentences)):
            for key in article.words((number, 0)).by_key:
                self._where.setdefault(key, []).append(number)
        self._known: dict[int, str] = {}

    def _is_bare(self, found: Found, person: int) -> bool:
        """Whether a mention is the surname of somebody prominent and of nobody else."""
        fit = found.fits[person]
        whole = fit.kind is MentionKind.BARE and fit.strength >= 1.0
        return whole and len(found.fits) == 1 and self._is_prominent(person)

    def _read_company(
        self, clusters: Mapping[tuple[tuple[str, ...], int], Reason]
    ) -> dict[int | str, list[int]]:
        """Return two glossary people who are surely in the article, by field and surname."""
        facts = self.article.facts
        present = {p for p in range(len(facts)) if facts[p].introduced is not None}
        present |= {person for (_, person), reason in clusters.items() if reason.weight >= PRESENT}
        present |= {p for p, political in self._prominent.items() if political}
        company: dict[int | str, list[int]] = {}
        for person in sorted(p for p in present if self.article.profiles[p].entry is not None):
            for key in self._keys(person):
                if len(pair := company.setdefault(key, [])) < 2:
                    pair.append(person)
        return company

    def of(self, person: int) -> str:
        """Return in words what in the article points at a person, "" if nothing does."""
        if person not in self._known:
            self._known[person] = (
                self._company(person) or self._prominence(person) or self._cue(person)
            )
        return self._known[person]

    def _company(self, person: int) -> str:
        """Somebody of the glossary in the same field, or of the same family, is in the article.

        Politics is one field here.
        """
        for key in self._keys(person):
            for other in self._company_by.get(key, ()):
                if other != person:
                    relation = "bears the family name" if isinstance(key, str) else "in the company"
                    return f"{relation} of {self.article.profiles[other].name_en}"
        return ""

    def _keys(self, person: int) -> list[int | str]:
        """Return the fields of a person, then the family names."""
        profile, fields = self.article.profiles[person], self.article.facts[person].fields
        if fields & self._political:
            fields |= self._political
        surnames = {form.words[i] for form in profile.forms for i in form.surname}
        return [*sorted(fields), *sorted(surnames)]

    def _prominence(self, person: int) -> str:
        """A head of state or government is called by the surname alone in political texts."""
        if person not in self._prominent:
            return ""
        peers = [p for p in islice(self._prominent, 2) if p != person]
        if peers:
            return f"in the company of {self.article.profiles[peers[0]].name_en}"
        if self._prominent[person]:
            return "well known, and the sentence is political"
        return ""

    def _is_prominent(self, person: int) -> bool:
        profile, facts = self.article.profiles[person], self.article.facts[person]
        words = {t.fold for text in profile.texts for t in tokenize(text)}
        leads = not words.isdisjoint(lexicon().words["prominent"])
        return leads and not facts.fields.isdisjoint(self._political)

    def _speaks_of_politics(self, sentence: int) -> bool:
        words = self.article.words((sentence, 0))
        stems = tuple(lexicon().words["political"])
        told = not self._political.isdisjoint(words.signs)
        return told or any(word.startswith(stems) for _, word in words.sequence)

    def _cue(self, person: int) -> str:
        """A cue of the person stands somewhere in the article."""
        for cue in self.article.profiles[person].cues:
            rarest = min((self._where.get(key_of(word), []) for word in cue), key=len)
            for number in rarest[:_LOOK_AT]:
                words = self.article.words((number, 0))
                if cue_hits(cue, words, frozenset())[0] >= _CUE_PART:
                    return f"the article speaks of “{self.article.profiles[person].said(cue)}”"
        return ""
