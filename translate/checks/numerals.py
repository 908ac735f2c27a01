"""Reads number words and figures with scales: "quatre-vingt-dix", "1,5 million", "half a dozen".

The grammar is the ordinary one of both languages: units follow tens, hundreds multiply what stands
before them, scales close a group. Where two numerals do not combine ("deux, trois") reading stops.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from translate.checks.lexer import Token
from translate.checks.tables import rows
from translate.checks.text import fold

_JOINS = frozenset({" ", "-", "- ", ""})
_AND = {True: "et", False: "and"}
_HALVES = {True: frozenset({"demi", "demie", "demis"}), False: frozenset({"half"})}
_LETTER_SCALES = {
    "m": 10**6, "mn": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "g": 10**9,
    "bn": 10**9, "b": 10**9, "tn": 10**12, "mm": 10**6, "k": 10**3,
}  # fmt: skip
# "Les vingt premiers", "two second chances": these ordinals close no numeral.
_APART = frozenset({"premier", "premiere", "premiers", "premieres", "seconde"})
_ARTICLES = frozenset({"a", "an", "per"})


@cache
def classes(french: bool) -> dict[str, tuple[str, int]]:
    """Return folded number word → (class, value) of one language."""
    lang = "fr" if french else "en"
    return {fold(row[1]): (row[2], int(row[3])) for row in rows("numerals.tsv") if row[0] == lang}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read from tokens ``[first, last)``.

    Attributes:
        kind: cardinal, about (vingtaine), scale (a bare "millions"), ordinal, weak, one.
        digits: whether it is written with a figure.
    """

    value: Fraction
    first: int
    last: int
    kind: str
    digits: bool = False
    other: Fraction | None = None


def _joined(tokens: list[Token], at: int) -> bool:
    return tokens[at].gap in _JOINS


class _Reader:
    """Accumulates one numeral; `total` holds closed groups, `group` the open one."""

    def __init__(self, french: bool) -> None:
        self.french = french
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.last = ""
        self.scale = Fraction(10**15)
        self.about = False
        self.ordinal = False

    def take(self, kind: str, value: int) -> bool:
        """Take the next number word; False when it does not combine."""
        step = {"unit": self._small, "one": self._small, "teen": self._small, "ten": self._ten}
        if kind in step:
            done = step[kind](kind, value)
        elif kind == "hundred":
            done = self._hundred()
        elif kind in {"scale", "about"}:
            done = self._scale(kind, value)
        elif kind == "ordinal" and self.last in {"unit", "one", "teen", "ten", "hundred", "scale"}:
            done = self.ordinal = self._last_part(value)
        else:
            done = False
        if done:
            self.last = kind
        return done

    def _open(self) -> bool:
        return self.group is None or self.last in {"hundred", "scale"}

    def _add(self, value: int) -> bool:
        self.group = (self.group or Fraction(0)) + value
        return True

    def _small(self, kind: str, value: int) -> bool:
        if self._open():
            return self._add(value)
        rest = int(self.group or 0) % 100
        if self.last == "ten" and kind != "teen":
            return self._add(value)
        if self.french and kind == "teen" and rest in {60, 80}:
            return self._add(value)
        if self.french and self.last == "teen" and rest % 20 == 10 and value in {7, 8, 9}:
            return self._add(value)
        return False

    def _ten(self, _kind: str, value: int) -> bool:
        rest = int(self.group or 0) % 100
        if self.french and value == 20 and self.last == "unit" and rest == 4:
            return self._add(76)
        return self._open() and self._add(value)

    def _last_part(self, value: int) -> bool:
        """Take the ordinal that closes "vingt-quatrième" or "twenty-fourth"."""
        if self.french and value == 20:
            return self._ten("ten", value)
        if value >= 20:
            return self._open() and self._add(value)
        return self._small("teen" if value >= 10 else "unit", value)

    def _hundred(self) -> bool:
        if self._open():
            return self._add(100)
        rest = (self.group or Fraction(0)) % 100
        if self.last not in {"unit", "one", "teen"} or not rest:
            return False
        self.group = (self.group or Fraction(0)) - rest + rest * 100
        return True

    def _scale(self, kind: str, value: int) -> bool:
        if kind == "about" and self.last in {"scale", "about"}:
            return False
        group = self.group
        if group is None:
            if self.total and kind == "scale" and self.last == "scale":
                self.total *= value  # "mille milliards"
                return True
            group = Fraction(1)
        self.total += group * value
        self.group = None
        self.about = self.about or kind == "about"
        return True

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)


def _is_scale_letter(tokens: list[Token], at: int, figure: bool) -> bool:
    token = tokens[at]
    if not figure or token.fold not in _LETTER_SCALES or token.gap not in {"", " "}:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    tail = after.gap if after else ""
    money = tail.lstrip()[:1] in {"€", "$", "£"}
    before = tokens[at - 1].gap
    if token.gap == "" and token.fold == "m" and before.endswith(("€", "$", "£", "¥")):
        return True  # "€45m"
    if token.text in {"Md", "Mds", "md", "mds", "bn", "Mrd", "mio"}:
        return True
    if token.gap == "" and token.text in {"M", "m", "k", "K", "b", "B"}:
        return money or token.text in {"M", "k", "K"}
    if token.text in {"M", "G", "MM", "k"}:
        return money or bool(after and after.fold in {"d", "de", "euros", "chf", "eur", "fcfa"})
    return False


def read(tokens: list[Token], at: int, *, french: bool) -> Numeral | None:
    """Read the numeral that begins with token `at`, None if none does."""
    table = classes(french)
    start = tokens[at]
    if start.value is None and start.fold not in table:
        return None  # nearly every word: this is asked of each
    reader = _Reader(french)
    first, digits, other = at, False, start.other
    if start.value is not None:
        reader.group, reader.last, digits, at = start.value, "digits", True, at + 1
    else:
        kind, value = table[start.fold]
        if kind in {"ordinal", "weak"}:
            return Numeral(Fraction(value), first, at + 1, kind)
        if not reader.take(kind, value):
            return None
        at += 1
    while at < len(tokens) and not reader.ordinal:
        token = tokens[at]
        if _is_scale_letter(tokens, at, digits and reader.last == "digits"):
            reader.take("scale", _LETTER_SCALES[token.fold])
            at += 1
            continue
        if (
            digits
            and reader.last == "scale"
            and classes(french).get(token.fold, ("",))[0] != "scale"
        ):
            break  # "48 millions un an plus tôt": words do not go on where a figure began
        step = _combine(tokens, at, reader, table, french)
        if step is None:
            break
        at = step
    return _finish(tokens, reader, first, at, digits, other, french)


def _combine(
    tokens: list[Token], at: int, reader: _Reader, table: dict[str, tuple[str, int]], french: bool
) -> int | None:
    """Take the number word at `at` (perhaps after "et"/"and"/"a"); the next index, or None."""
    token = tokens[at]
    if not _joined(tokens, at):
        return None
    ahead = at
    if token.fold == _AND[french] or (french and token.fold in {"de", "d"} and reader.about):
        ahead = at + 1
        if ahead >= len(tokens) or not (_joined(tokens, ahead) or tokens[ahead].gap == "'"):
            return None
    word = tokens[ahead]
    if word.fold not in table or word.value is not None or word.fold in _APART:
        return None
    kind, value = table[word.fold]
    follower = tokens[ahead + 1] if ahead + 1 < len(tokens) else None
    if ahead > at and follower and reader.total and _closes(follower, reader, table):
        return None  # "three million and five million"
    if ahead > at:
        bridged = reader.last in {"ten", "hundred", "scale"} and kind in {
            "unit",
            "one",
            "teen",
            "ten",
        } | ({"ordinal"} if french else set())
        if token.fold == _AND[french] and not (bridged and (not french or reader.last == "ten")):
            return None
        if token.fold != _AND[french] and kind != "scale" and word.fold != "milliers":
            return None
        if token.fold != _AND[french]:
            reader.total *= value
            return ahead + 1
    if kind == "one" and ahead == at and reader.last == "scale" and reader.total >= 10**6:
        return None  # "90 millions un mois après"
    if french and word.fold == "cent" and ahead > 0 and tokens[ahead - 1].fold == "pour":
        return None
    return ahead + 1 if reader.take(kind, value) else None


def _closes(follower: Token, reader: _Reader, table: dict[str, tuple[str, int]]) -> bool:
    """Whether a scale follows that the group before it has used already."""
    kind, value = table.get(follower.fold, ("", 0))
    return kind == "scale" and value >= 10**6 and reader.total >= value


def _finish(
    tokens: list[Token], reader: _Reader, first: int, last: int, digits: bool,
    other: Fraction | None, french: bool,
) -> Numeral | None:  # fmt: skip
    value, kind = reader.value, "about" if reader.about else "cardinal"
    start = tokens[first]
    before = tokens[first - 1].fold if first and start.gap in _JOINS else ""
    lone_scale = not digits and classes(french)[start.fold][0] in {"scale", "about", "hundred"}
    plural = start.fold.endswith("s") and start.fold != "cents"
    if lone_scale and start.fold != "mille":
        counted = before in _ARTICLES or (french and start.fold in {"cent", "cents"})
        if french and classes(True)[start.fold][0] == "about":
            counted = not plural
        if plural or not counted:
            kind = "scale"
    if not digits and last == first + 1 and classes(french)[start.fold][0] == "one":
        kind = "one"
    last, value = _half(tokens, last, value, french)
    if kind == "one" and value != 1:
        kind = "cardinal"
    if reader.ordinal:
        kind = "ordinal"
    if french and tokens[last - 1].fold == "cents" and other is None:
        other = value / 100  # "trois cents" may be money
    elif digits and other is not None:
        other *= value / (start.value or 1)
    return Numeral(value, first, last, kind, digits, other)


def _half(tokens: list[Token], at: int, value: Fraction, french: bool) -> tuple[int, Fraction]:
    """Add "et demi(e)" / "and a half", with at most one noun before it ("une tonne et demie")."""
    for skip in (0, 1):
        here = at + skip
        tail = tokens[here : here + 3]
        if any(token.gap not in _JOINS for token in tokens[at : here + 2]):
            return at, value
        if not tail or tail[0].fold != _AND[french]:
            continue
        names = [token.fold for token in tail[1:]]
        if (french and names[:1] and names[0] in _HALVES[True]) or names == ["a", "half"]:
            scale = classes(french).get(tokens[at - 1].fold, ("", 0))
            unit = Fraction(scale[1]) if scale[0] == "scale" and not skip else Fraction(1)
            return (at if skip else here + (2 if french else 3)), value + unit / 2
    return at, value
