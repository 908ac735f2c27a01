"""Where names stand in a sentence: runs of capitals, courtesy titles, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from glossary.names.folding import Token
from glossary.names.forms import Fit, NameForm, fit, is_particle
from glossary.names.lexicon import Courtesy, lexicon
from glossary.names.roles import is_role

LONGEST_NAME = 7
#: "Van den", "de la", "Al ben": a longer row of particles is no part of a name.
MOST_PARTICLES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name as it stands: the mention of a known person, or an unknown run of capitals.

    Attributes:
        first, last: positions of its first and last word in the sentence, both inclusive;
            `lead` is where the mention with its title begins.
        words, particles, suffix: folded, as `forms.fit` wants them.
        fits: person index → fit. Empty for an unknown run.
        group: "" or how it stands with others: "half" of "MM. X et Y", "pair" ("M. et Mme X"),
            "plural" ("MM. X"). A half is one person, as if the title stood before each name.
    """

    sentence: int
    lead: int
    first: int
    last: int
    words: tuple[str, ...]
    particles: frozenset[str] = frozenset()
    suffix: str = ""
    courtesy: Courtesy | None = None
    group: str = ""
    fits: dict[int, Fit] = field(default_factory=dict)
    nickname: bool = False

    @property
    def several(self) -> bool:
        """Whether the title before the name is that of several people of the name."""
        return self.group in {"pair", "plural"}


class NameIndex:
    """Finds the people whose name holds given words."""

    def __init__(
        self,
        forms: Sequence[Sequence[NameForm]],
        nicknames: Sequence[Sequence[tuple[str, ...]]] = (),
    ) -> None:
        self.forms = forms
        self._by_word: dict[str, list[int]] = {}
        self._full: dict[tuple[str, ...], list[int]] = {}
        self._nick: dict[tuple[str, ...], list[int]] = {}
        self._acronyms: dict[str, list[int]] = {}
        self._fits: dict[tuple[tuple[str, ...], frozenset[str]], dict[int, Fit]] = {}
        for person, own in enumerate(forms):
            words = {part for form in own for w in form.words for part in (w, *w.split("-"))}
            for word in sorted(words):
                self._by_word.setdefault(word, []).append(person)
            for form in own:
                letters = "".join(part[:1] for w in form.words for part in w.split("-"))
                if len(letters) > 1:
                    self._acronyms.setdefault(letters, []).append(person)
                if len(form.words) > 1:
                    for order in {form.words, form.words[1:] + form.words[:1], form.words[::-1]}:
                        self._full.setdefault(order, []).append(person)
        for person, names in enumerate(nicknames):
            for name in names:
                self._nick.setdefault(name, []).append(person)

    def full(self, words: tuple[str, ...]) -> list[int]:
        """Return the people whose full name, in some order, is `words`."""
        return self._full.get(words, [])

    def nick(self, words: tuple[str, ...]) -> list[int]:
        """Return the people with this nickname."""
        return self._nick.get(words, [])

    def acronym(self, word: str) -> list[int]:
        """Return the people with these initials ("nkm")."""
        return self._acronyms.get(word, [])

    def fits(self, words: tuple[str, ...], particles: frozenset[str]) -> dict[int, Fit]:
        """Return everybody whose name fits `words`, with the best fit of their forms.

        The mentions of one form share the answer.
        """
        if (words, particles) not in self._fits:
            self._fits[words, particles] = self._fitting(words, particles)
        return self._fits[words, particles]

    def _fitting(self, words: tuple[str, ...], particles: frozenset[str]) -> dict[int, Fit]:
        bearers = [b for w in words if len(w) > 1 and (b := self._by_word.get(w))]
        rarest = min(bearers, key=len, default=[])
        if len(words) > 2:  # The name may lack a middle word of the mention.
            ends = (self._by_word.get(words[0], []), self._by_word.get(words[-1], []))
            rarest = [*rarest, *min(ends, key=len)]
        best: dict[int, Fit] = {}
        for person in rarest:
            found = [f for form in self.forms[person] if (f := fit(words, particles, form))]
            if found:
                best[person] = max(found, key=lambda f: f.strength)
        return best


def linked(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` may continue the name that the word before belongs to."""
    if at == 0 or at >= len(tokens):
        return False
    if tokens[at].joined:
        return True
    before, gap = tokens[at - 1], tokens[at].gap.strip()
    if before.cap and len(before.fold) == 1 and gap in {".", ".-"}:
        return True
    return gap in _QUOTED and (_quoted_middle(tokens, at) or _quoted_middle(tokens, at - 1))


#: The gaps around a quoted word inside a name: 'William « Bill » Tanner'.
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_QUOTED = frozenset([*_QUOTES, *_QUOTES.values()])


def _quoted_middle(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` stands in quotation marks between two capital words."""
    if at < 1 or at + 1 >= len(tokens) or not all(t.cap for t in tokens[at - 1 : at + 2]):
        return False
    return _QUOTES.get(tokens[at].gap.strip()) == tokens[at + 1].gap.strip()


def is_french_link(inside: Sequence[Token]) -> bool:
    """Whether the words between two capital words are a French "de", not a particle of a name.

    A capital particle belongs to the name: "Le Dantec", "de La Rochefoucauld".
    """
    french = any(not t.cap and t.fold in _FRENCH_LINKS for t in inside)
    return french and not inside[-1].cap


_FRENCH_LINKS = frozenset(["de", "du", "d", "des", "la", "le"])


def courtesy_at(tokens: Sequence[Token], at: int) -> Courtesy | None:
    """Return the courtesy title at `at`, if the word is one and a name may follow."""
    token, lex = tokens[at], lexicon()
    title = lex.courtesy.get(token.fold)
    if title is None or at + 1 >= len(tokens):
        return None
    if lex.has("capital_only", token.fold) and not token.cap:
        return None
    gap = tokens[at + 1].gap.strip()
    if gap not in {"", "."} or (token.fold == "mes" and not gap and not _are_lawyers(tokens, at)):
        return None
    return title


def _are_lawyers(tokens: Sequence[Token], at: int) -> bool:
    """Whether "Mes" without full stop is no possessive: "Mes Sée et Nadal plaideront"."""
    after = tokens[at + 1 : at + 4]
    if len(after) < 3 or not after[0].cap:
        return False
    name = after[2] if after[1].fold == "et" else after[1]
    return name.cap and (name is after[2] or name.gap.strip() == ",")


_JOINING = frozenset(["et", "ou", "ni"])
_MOST_TOLD = 12


def next_listed(tokens: Sequence[Token], end: int) -> tuple[int, bool]:
    """Return where "MM. X, Y et Z" goes on after the name that ends before `end`, -1 if it ends.

    What is told of a name may stand before the comma: "MM. X, maire de Foix, et Y (LR)". The
    second value tells whether the next name is the last ("et").
    """
    end = _past_told(tokens, end)
    if end >= len(tokens):
        return -1, False
    gap = tokens[end].gap.strip().removeprefix(")")
    last = tokens[end].fold in _JOINING and not tokens[end].cap and gap in {"", ","}
    here = end + 1 if last else end
    if here >= len(tokens) or not (last or gap == ","):
        return -1, last
    return (-1, True) if courtesy_at(tokens, here) else (here, last)


def _past_told(tokens: Sequence[Token], end: int) -> int:
    """Return where an apposition or a bracket after a name ends, `end` where there is none."""
    ahead = tokens[end : end + _MOST_TOLD]
    opening = ahead[0].gap.strip() if ahead else ""
    told = opening == "," and not ahead[0].cap and any(map(is_role, ahead[:3]))
    if not told and opening != "(":
        return end
    here = next((i for i, token in enumerate(ahead) if i and token.gap.strip()), 0)
    closing = ahead[here].gap.strip()[0] if here else ""
    return end + here if closing == {",": ",", "(": ")"}[opening] else end


def run_from(tokens: Sequence[Token], at: int) -> list[int]:
    """Return the positions of the words of the run of capitals that begins at `at`."""
    places, here = [at], at + 1
    while linked(tokens, here) and len(places) < LONGEST_NAME and not _is_titled(tokens, here):
        ahead = here
        while ahead < len(tokens) and ahead - here < 4 and linked(tokens, ahead):
            if not is_particle(tokens, ahead):
                break
            ahead += 1
        content = ahead < len(tokens) and linked(tokens, ahead) and not is_particle(tokens, ahead)
        if content and tokens[ahead].cap:
            places.append(ahead)
        elif tokens[here].cap and not lexicon().has("function", tokens[here].fold):
            places.append(here)
        else:
            break
        here = places[-1] + 1
    return places


def _is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a courtesy title begins the next name: "le couvreur de Quimper M. Kilbride"."""
    before = tokens[at - 1].fold
    if len(before) == 1 or (before in lexicon().first_names and tokens[at].fold == "m"):
        return False  # "J. M. Kilbride", "Dennis M. Kilbride"
    return courtesy_at(tokens, at) is not None and tokens[at + 1].cap


def between(tokens: Sequence[Token], places: Sequence[int]) -> frozenset[str]:
    """Return the particles that stand inside a run."""
    inside = set(places)
    return frozenset(tokens[i].fold for i in range(places[0], places[-1] + 1) if i not in inside)


def particles_before(
    tokens: Sequence[Token], first: int, *, any_french: bool
) -> tuple[int, frozenset[str]]:
    """Extend a name to the left over its particles; return where it begins and what they are.

    A lower-case French "de" before a bare name is a preposition as often as a particle, so it
    is taken only when `any_french` (after a courtesy title).
    """
    start, lex = first, lexicon()
    while start > 0 and linked(tokens, start) and first - start < MOST_PARTICLES:
        before = tokens[start - 1]
        foreign = lex.has("foreign_particles", before.fold)
        if not (foreign or (lex.has("particles", before.fold) and (any_french or before.cap))):
            break
        start -= 1
    return start, frozenset(t.fold for t in tokens[start:first])


def suffix_after(tokens: Sequence[Token], last: int) -> str:
    """Return the suffix that follows a name ("fils", "II"), "" if none."""
    at = last + 1
    if not linked(tokens, at) or not lexicon().has("suffixes", tokens[at].fold):
        return ""
    roman = tokens[at].text.isupper()
    if tokens[at].cap and not roman and tokens[at].fold not in {"jr", "sr", "junior", "senior"}:
        return ""
    if at + 1 < len(tokens) and tokens[at + 1].fold in {"de", "d", "du", "des"}:
        return ""
    return tokens[at].fold


def windows(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield half-open windows of a run, the longest first, from left to right."""
    for size in range(len(places), 0, -1):
        for start in range(len(places) - size + 1):
            yield start, start + size
