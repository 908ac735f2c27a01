"""Currencies: 5 M€ must stay euros, livres must not become books."""

from __future__ import annotations

import re
from functools import cache

from translate.checks.numbers import compare, is_money
from translate.checks.quantities import parse
from translate.checks.quantity import Quantity
from translate.checks.tables import listed, rows
from translate.checks.text import fold, plain, words
from translate.checks.units import unit_words
from translate.values import Finding, Level

# Other senses of currency words, in English.
_MISREAD = {
    "pound": ("book", "books"), "krona": ("wreath", "wreaths"), "mark": ("brand", "brands"),
    "real": ("royal", "royals"), "franc": ("frank", "franks"), "sol": ("floor", "floors", "ground"),
}  # fmt: skip
_GENERIC = {"franc": {"franc-swiss", "franc-cfa", "franc"}, "rupee": {"rupiah"}}
_AMBIGUOUS = frozenset({"pound", "mark", "sol", "real", "leu", "won", "rand", "cent", "point"})
_PLAIN = frozenset(
    {"euro", "dollar", "yen", "yuan", "rouble", "rupee", "franc-swiss", "dirham", "dinar", "peso"}
)
_LARGE = 10_000  # so many "livres" are money, not weight and not books


def _same(source: str, target: str) -> bool:
    return (
        source == target or target in _GENERIC.get(source, ()) or source in _GENERIC.get(target, ())
    )


def _money(quantity: Quantity) -> bool:
    return is_money(quantity) and (quantity.unit not in _AMBIGUOUS or quantity.value >= _LARGE
                                   or quantity.unit == "cent")  # fmt: skip


def check(source: str, target: str, segment: str) -> list[Finding]:
    """Find amounts whose currency has changed or gone."""
    english = {word.fold for word in words(target)}
    currencies = {unit_words(french=False).get(word) for word in english}
    findings = []
    for wanted, found in compare(source, target).matched:
        if not _money(wanted) or _same(wanted.unit, found.unit):
            continue
        if wanted.unit == "cent" and english & {"cents", "cent", "centimes", "pence"}:
            continue
        known = _same_any(wanted.unit, currencies) or _symbol(wanted.unit, target)
        if is_money(found) and not (wanted.unit == "cent" and found.unit != "euro"):
            message = f'"{_shown(source, wanted)}" reads "{_shown(target, found)}" in the English'
        elif (
            not known
            and not found.unit
            and found.kind != "weak"
            and (
                set(_MISREAD.get(wanted.unit, ())) & english
                or wanted.digits
                or wanted.value > _LARGE
            )
        ):
            message = f'the currency of "{_shown(source, wanted)}" is lost in the English'
        elif not known and found.unit and not is_money(found) and wanted.unit != "cent":
            message = f'"{_shown(source, wanted)}" reads "{_shown(target, found)}" in the English'
        else:
            continue
        findings.append(
            Finding(rule="currency", level=Level.ERROR, segment=segment, message=message,
                    suggestion=wanted.unit)
        )  # fmt: skip
    return (
        findings or _invented(source, target, segment) or _varieties(source, target, segment)
        or _elsewhere(source, target, segment) or _words(source, target, segment)
    )  # fmt: skip


def _invented(source: str, target: str, segment: str) -> list[Finding]:
    """Judge a figure that only the English counts in a currency, another than the French names.

    "212 millions d'euros, contre 48 millions" given as "212 million euros, against $48 million".
    """
    french = {
        quantity.unit for quantity in parse(source, french=True) if is_money(quantity)
    }  # fmt: skip
    return [
        Finding(
            rule="currency", level=Level.ERROR, segment=segment,
            message=f'"{found.surface}" is money ({found.unit}) in the English only',
        )
        for wanted, found in compare(source, target).matched
        if french and not wanted.unit and is_money(found)
        and not any(_same(unit, found.unit) for unit in french)
    ]  # fmt: skip


def _varieties(source: str, target: str, segment: str) -> list[Finding]:
    """Judge the country of a currency: "couronnes suédoises" are no Danish kroner."""
    french, english = fold(plain(source)), fold(plain(target))
    table = [row for row in rows("currency_varieties.tsv") if _wears(french, row[0], row[1])]
    marked = _marked(english) if table else {}
    findings = []
    for currency, stem, forms, _ in table:
        other = {
            form
            for name, rival, more, _ in rows("currency_varieties.tsv")
            if name == currency and rival != stem and not _wears(french, currency, rival)
            for form in listed(more)
        } - {*listed(forms)}
        wrong = sorted(other & marked.get(currency, set()))
        if wrong:
            message = f'the {currency} "{stem}..." of the French reads "{wrong[0]}" in the English'
            findings.append(
                Finding(rule="currency", level=Level.ERROR, segment=segment, message=message)
            )
    books = re.search(r"\bbooks?\b", english) and not re.search(r"\b(?:pounds?|lira)\b", english)
    if books and any(_wears(french, "pound", stem) for stem in _POUNDS):
        message = 'the "livres" of the French are books in the English'
        findings.append(
            Finding(rule="currency", level=Level.ERROR, segment=segment, message=message)
        )
    return findings


def _elsewhere(source: str, target: str, segment: str) -> list[Finding]:
    """Judge a country that only the English gives a currency: "livres" in Beirut, "sterling".

    Looked at where the French names another country that has such a currency, and not this one.
    """
    french, english = fold(plain(source)), fold(plain(target))
    marked = _marked(english)
    units = {unit.partition("-")[0] for word in words(source, french=True)
             if (unit := unit_words(french=True).get(word.fold))}  # fmt: skip
    table = [row for row in rows("currency_varieties.tsv") if row[0] in units & set(marked)]
    told = [row for row in table if _told(french, (row[1], *listed(row[3])))]
    findings = []
    for currency, stem, forms, _ in table:
        others = [row for row in told if row[0] == currency and row[1] != stem]
        own = any(row[0] == currency and row[1] == stem for row in told)
        shared = {form for row in others for form in listed(row[2])}
        wrong = sorted({*listed(forms)} & marked[currency] - shared)
        if others and not own and wrong:
            message = f'"{wrong[0]}" says another country\'s {currency} than the French'
            findings.append(
                Finding(rule="currency", level=Level.ERROR, segment=segment, message=message)
            )
    return findings


def _told(french: str, beginnings: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(beginning)}", french) for beginning in beginnings)


def _wears(french: str, currency: str, stem: str) -> bool:
    """Whether the adjective stands after a word of the currency."""
    return stem in french and bool(_worn(currency, stem).search(french))


@cache
def _worn(currency: str, stem: str) -> re.Pattern[str]:
    forms = [w for w, unit in unit_words(french=True).items() if unit.startswith(currency)]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))}) {re.escape(stem)}")


@cache
def _variety_words() -> frozenset[str]:
    table = rows("currency_varieties.tsv")
    return frozenset(form for row in table for form in listed(row[2]))


def _marked(english: str) -> dict[str, set[str]]:
    """Return currency → the adjectives that stand before its words in the English, "sterling"."""
    found: dict[str, set[str]] = {}
    table = unit_words(french=False)
    tokens = re.findall(r"[a-z.]+", english)
    for before, word, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False):
        unit = table.get(word.rstrip("."), "").partition("-")[0]
        if unit:
            near = {before, word, after, word.rstrip("."), after.rstrip(".")}
            found.setdefault(unit, set()).update(near & _variety_words())
    return found


_POUNDS = ("sterling", "egyptien", "libanais", "syrien", "turque", "soudanais")


def _words(source: str, target: str, segment: str) -> list[Finding]:
    """Judge currencies named without a figure ("l'euro")."""
    named = {
        unit_words(french=True).get(word.fold, "") for word in words(source, french=True)
    } & _PLAIN
    found = {unit_words(french=False).get(word.fold, "") for word in words(target)} & _PLAIN
    lost = {unit for unit in named - found if not _symbol(unit, target)}
    if lost and found - named:
        message = f"the currency {min(lost)} of the French is {min(found - named)} in the English"
        return [Finding(rule="currency", level=Level.ERROR, segment=segment, message=message)]
    return []


def _same_any(unit: str, found: set[str | None]) -> bool:
    return any(_same(unit, other) for other in found if other)


def _symbol(unit: str, target: str) -> bool:
    marks = {"euro": "€", "dollar": "$", "pound": "£", "yen": "¥", "cent": "¢"}
    return marks.get(unit, "\0") in plain(target)


def _shown(text: str, quantity: Quantity) -> str:
    """Return the figure with the word or two after it."""
    tail = fold(text[quantity.end :]).split()[:2]
    end = quantity.end
    for _ in tail[:2]:
        end = text.find(" ", end + 1) if text.find(" ", end + 1) > 0 else len(text)
    return text[quantity.start : end].rstrip(" ,.;:")
