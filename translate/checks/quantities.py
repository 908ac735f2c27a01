"""Finds the quantities of a French or English text: figures, number words, fractions, times.

Values are exact fractions in the unit written. A quantity knows its unit or currency, whether it
is a percentage, and the range of code points where it stands.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from translate.checks.lexer import tokens
from translate.checks.numerals import Numeral, classes, read
from translate.checks.quantity import Quantity, roman, shared
from translate.checks.spoken_times import spoken
from translate.checks.tables import items
from translate.checks.text import plain
from translate.checks.units import months, symbols, unit_words

FRACTIONS = {
    True: {
        "moitie": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquieme": 5, "cinquiemes": 5,
        "sixieme": 6, "sixiemes": 6, "septieme": 7, "huitieme": 8, "huitiemes": 8, "dixieme": 10,
        "dixiemes": 10, "centieme": 100, "centiemes": 100, "millieme": 1000, "milliemes": 1000,
    },
    False: {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
        "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
        "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    },
}  # fmt: skip
_SHARES = frozenset({"tiers", "quart", "quarts"})  # also known when something else is meant
_SUFFIX = {True: {"e", "er", "re", "eme", "nd", "nde", "ieme"}, False: {"st", "nd", "rd", "th"}}


class _Parser:
    """Walks the tokens of one text from left to right."""

    def __init__(self, text: str, french: bool) -> None:
        self.text, self.french = text, french
        self.tokens = tokens(text, french=french)
        self.found: list[Quantity] = []

    def fold(self, at: int) -> str:
        return self.tokens[at].fold if 0 <= at < len(self.tokens) else ""

    def gap(self, at: int) -> str:
        """Return the text before token `at`, "" beyond the end."""
        return self.tokens[at].gap if at < len(self.tokens) else ""

    def add(self, first: int, last: int, value: Fraction, kind: str, **more: object) -> int:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        quantity = Quantity(
            value=value, kind=kind, start=start, end=end, surface=self.text[start:end]
        )
        self.found.append(replace(quantity, **more))  # type: ignore[arg-type]
        return last

    def run(self) -> list[Quantity]:
        at = 0
        while at < len(self.tokens) - 1:
            at = (
                self.century(at) or self.decade(at) or self.time(at) or self.fraction(at)
                or self.number(at) or at + 1
            )  # fmt: skip
        return self.found

    def century(self, at: int) -> int | None:
        if not self.french:
            return None
        value = roman(self.tokens[at].text)
        after = self.fold(at + 1)
        if value is None:
            return None
        joined = after in {"et", "au", "siecle", "siecles", "e", "er"} or after[:1] in {
            "i",
            "v",
            "x",
        }
        ahead = [self.fold(n) for n in range(at, at + 9)]
        if joined and ("siecle" in ahead or "siecles" in ahead):
            return self.add(at, at + 1, Fraction(value), "century")
        if self.tokens[at].text[-1] in "er":
            return self.add(at, at + 1, Fraction(value), "weak")
        return None

    def decade(self, at: int) -> int | None:
        token = self.tokens[at]
        if self.french:
            if self.fold(at) not in {"annees", "decennie"} or at + 1 >= len(self.tokens):
                return None
            numeral = read(self.tokens, at + 1, french=True)
            if numeral and self.fold(numeral.last) == "a":
                return None  # "les années 2010 à 2014"
            if numeral is None or numeral.value % 10 or not 10 <= numeral.value <= 2100:
                return None
            return self.add(at + 1, numeral.last, numeral.value, "decade", digits=numeral.digits)
        tail = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        plural = tail is not None and tail.text == "s" and tail.gap in {"", "'"}
        if token.value is not None and plural and token.value % 10 == 0 and token.value >= 10:
            return self.add(at, at + 2, token.value, "decade", digits=True)
        return None

    def time(self, at: int) -> int | None:
        token = self.tokens[at]
        told = spoken(self.tokens, at, french=self.french)
        if told:
            return self.add(at, told[0], Fraction(told[1]), "time")
        if self.french and token.fold in {"midi", "minuit"}:
            if token.gap == "-" or self.fold(at + 1) == "et":
                return at + 1
            return self.add(at, at + 1, Fraction(720 if token.fold == "midi" else 0), "time")
        if not self.french and token.fold in {"noon", "midday", "midnight"}:
            return self.add(at, at + 1, Fraction(0 if token.fold == "midnight" else 720), "time")
        if token.value is None:
            return None
        if token.value.denominator != 1 and (self.french or len(token.text) > 5):
            return None
        return self._french_time(at) if self.french else self._english_time(at)

    def _french_time(self, at: int) -> int | None:
        hour = int(self.tokens[at].value or 0)
        if self.fold(at + 1) == "s" and self.tokens[at + 2].value is not None:
            seconds = (
                Fraction(f"{hour}.{self.tokens[at + 2].text}")
                if len(self.tokens[at + 2].text) == 2
                else None
            )
            return self.add(at, at + 3, seconds, "cardinal", digits=True) if seconds else None
        if (
            self.gap(at + 1) == ":"
            and hour < 24
            and re.fullmatch(r"[0-5]\d", self.tokens[at + 1].text)
        ):
            last = at + 3 if self.fold(at + 2) in {"h", "heures"} else at + 2
            value = Fraction(hour * 60 + int(self.tokens[at + 1].text))
            return self.add(at, last, value, "time", digits=True)
        if self.fold(at + 1) not in {"h", "heures", "heure"} or hour > 24:
            return None
        minutes, last = 0, at + 2
        if last < len(self.tokens) and self.gap(last) in {"", " "}:
            token = self.tokens[last]
            if token.value is not None and len(token.text) == 2 and token.value < 60:
                minutes, last = int(token.value), last + 1
        if self.fold(at + 1) != "h" and last == at + 2:
            return None  # "20 heures" may be a duration: left to the units
        if self.fold(last) in {"min", "mn", "minutes"}:
            return None
        return self.add(at, last, Fraction(hour % 24 * 60 + minutes), "time", digits=True)

    def _english_time(self, at: int) -> int | None:
        token, last, minutes = self.tokens[at], at + 1, 0
        hour = int(token.value or 0)
        if (
            last < len(self.tokens)
            and self.gap(last) == ":"
            and self.tokens[last].value is not None
        ):
            minutes, last = int(self.tokens[last].value or 0), last + 1
        if re.fullmatch(r"\d{1,2}\.[0-5]\d", token.text):
            minutes = int(token.text[-2:])  # "8.30pm"
        half = self.fold(last)
        if half in {"a", "p"} and self.fold(last + 1) == "m":
            half, stop = half + "m", last + 2
        elif half in {"am", "pm"}:
            stop = last + 1
        elif self.fold(last) in {"gmt", "utc"} and hour >= 100 and len(token.text) == 4:
            return self.add(at, last, Fraction(hour // 100 * 60 + hour % 100), "time", digits=True)
        elif last > at + 1 and hour <= 24:
            return self.add(at, last, Fraction(hour * 60 + minutes), "time", digits=True)
        else:
            return None
        if hour > 12:
            return None
        value = hour % 12 * 60 + minutes + (720 if half == "pm" else 0)
        return self.add(at, stop, Fraction(value), "time", digits=True)

    def fraction(self, at: int) -> int | None:
        token = self.tokens[at]
        names = FRACTIONS[self.french]
        if token.fold in {"demi", "half"} and self._multiplier(at):
            return self._half_of(at)
        if token.fold in {"moitie", "half"}:
            kind = "fraction" if token.fold == "moitie" and self.fold(at - 1) != "a" else "weak"
            return self.add(at, at + 1, Fraction(1, 2), kind)
        count = self._count(at)
        if count is None:
            return None
        top, here = count
        name = self.fold(here)
        if name not in names or name == "half" or self.gap(here) not in {" ", "-"}:
            return None
        value = Fraction(top, names[name])
        if not self._is_share(here, top, name):
            return self.add(at, here + 1, value, "weak") if name in _SHARES else None
        last, value = self._times_scale(here + 1, value)
        return self.add(at, last, value, "fraction")

    def _count(self, at: int) -> tuple[int, int] | None:
        token = self.tokens[at]
        if token.fold in {"un", "une", "le", "les", "du", "au", "et", "a", "one", "l"}:
            return 1, at + 1
        if token.value is not None or token.fold in classes(self.french):
            numeral = read(self.tokens, at, french=self.french)
            if numeral and numeral.value.denominator == 1 and 1 <= numeral.value < 100:
                return int(numeral.value), numeral.last
        return None

    def _is_share(self, here: int, top: int, name: str) -> bool:
        after, gap = self.fold(here + 1), self.gap(here + 1)
        ends = gap.strip() != "" or here + 1 >= len(self.tokens)
        if self.french:
            if after in {"d", "de"} and self.fold(here + 2) in {
                "finale",
                "heure",
                "tour",
                "siecle",
            }:
                return False
            if name in {"tiers", "quart"} or top > 1:
                return after in {"d", "de", "des", "du"} or top > 1
            return (
                top == 1
                and self.fold(here - 1) in {"un", "le"}
                and (after in {"de", "des", "du", "d"} or ends)
            )
        if top > 1:
            share = top == 3 or gap == "-" or after in {"of", "finals"} or self.gap(here) == "-"
            return name.endswith("s") and (share or not name.startswith("quarter"))
        return (
            after in {"of", "less", "more", "as", "to", "point", "by", "in", "since", "compared"}
            or ends
            or self.fold(here - 1) == "one"
        ) and self.fold(here - 1) in {"a", "one"}

    def _multiplier(self, at: int) -> bool:
        ahead = at + 1
        if self.fold(ahead) in {"a", "an"}:
            ahead += 1
        kind = classes(self.french).get(self.fold(ahead), ("", 0))[0]
        return kind in {"scale", "about", "hundred"} and self.gap(at + 1) in {" ", "-"}

    def _half_of(self, at: int) -> int:
        ahead = at + 2 if self.fold(at + 1) in {"a", "an"} else at + 1
        value = Fraction(classes(self.french)[self.fold(ahead)][1], 2)
        self.finish(Numeral(value, at, ahead + 1, "cardinal"))
        return ahead + 1

    def _times_scale(self, at: int, value: Fraction) -> tuple[int, Fraction]:
        """Multiply "un quart" by the scale in "un quart de million"."""
        ahead = at
        while self.fold(ahead) in {"de", "d", "of", "a"} and ahead < at + 2:
            ahead += 1
        kind, scale = classes(self.french).get(self.fold(ahead), ("", 0))
        return (ahead + 1, value * scale) if ahead > at and kind == "scale" else (at, value)

    def number(self, at: int) -> int | None:
        numeral = read(self.tokens, at, french=self.french)
        token = self.tokens[at]
        hundred = (
            self.french
            and token.fold.startswith("cent")
            and (self.fold(at - 1) == "pour" or (at > 0 and self.tokens[at - 1].value is not None))
        )
        if numeral is None or hundred:
            return None
        if token.value is not None:
            before = self.tokens[at - 1] if at else None
            glued = before is not None and before.value is None and token.gap in {"", "-"}
            if glued and before is not None and (before.text.isupper() or token.gap == ""):
                return self.add(at, at + 1, token.value, "code", digits=True)
            tail = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
            if tail and tail.gap == "" and tail.fold in _SUFFIX[self.french]:
                return self.ordinal(at, at + 2, token.value)
        if numeral.kind == "ordinal":
            return self.ordinal(at, numeral.last, numeral.value)
        numeral = self._mixed(numeral)
        self.finish(numeral)
        return numeral.last

    def _mixed(self, numeral: Numeral) -> Numeral:
        """Join "2 1/2"."""
        tail = self.tokens[numeral.last : numeral.last + 2]
        halves = [token.value for token in tail if token.value]
        if len(halves) < 2 or tail[0].gap != " " or tail[1].gap != "/" or halves[0] >= halves[1]:
            return numeral
        return replace(numeral, value=numeral.value + halves[0] / halves[1], last=numeral.last + 2)

    def ordinal(self, first: int, last: int, value: Fraction) -> int:
        after = self.fold(last)
        kind = "century" if after in {"century", "centuries", "siecle", "siecles"} else "ordinal"
        digits = self.tokens[first].value is not None
        day = after in months(self.french) or self.fold(first - 1) in months(self.french)
        return self.add(first, last, value, kind, digits=digits, day=day)

    def finish(self, numeral: Numeral) -> None:
        """Store a numeral with its unit."""
        first, last = numeral.first, numeral.last
        self.add(
            first, last, numeral.value, numeral.kind,
            digits=numeral.digits, other=numeral.other, unit=self.unit(first, last),
            day=self.fold(last) in months(self.french)
            or self.fold(first - 1) in months(self.french),
        )  # fmt: skip

    def unit(self, first: int, last: int) -> str:
        before, after = self.gap(first).rstrip(), self.gap(last).lstrip()
        if before[-1:] in symbols():
            return symbols()[before[-1]]
        if after[:1] == "%" or (self.fold(last), self.fold(last + 1)) in {
            ("pour", "cent"), ("per", "cent"), ("percentage", "points"), ("percentage", "point"),
        }:  # fmt: skip
            return "percent"
        if self.fold(last) in {"percent", "pc", "pct"}:
            return "percent"
        if after[:1] in symbols():
            return symbols()[after[0]]
        if after[:1] == "°":
            return "degree"
        return self._unit_word(last)

    def _unit_word(self, at: int) -> str:
        table = unit_words(self.french)
        for here in range(at, min(at + 4, len(self.tokens))):
            if self.gap(here) not in {" ", "-", "'", "", ".", ". "}:
                return ""
            word = self.fold(here)
            if word in table and not self.gap(here + 1).startswith("'"):
                return self._franc(table[word], here)
            if word not in items("unit_links.txt"):
                return ""
        return ""

    def _franc(self, unit: str, at: int) -> str:
        near = {self.fold(at - 1), self.fold(at + 1)}
        if unit == "franc":
            if near & {"suisse", "suisses", "swiss"}:
                return "franc-swiss"
            return "franc-cfa" if "cfa" in near else unit
        return unit


@lru_cache(maxsize=4)  # several rules ask about one pair in turn
def parse(text: str, *, french: bool) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order."""
    return tuple(shared(_Parser(text, french).run(), plain(text)))
