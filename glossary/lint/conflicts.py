"""Rules about entries that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from glossary.french import forms
from glossary.lint.spelling import by_form, lettering, spelling, written
from glossary.lint.values import Hit, Located, Material
from glossary.values import Case, Kind

#: Entries of one form that are compared with each other; more are compared with the first ones.
_COMPARED = 8
#: Entries of a ring that a message names.
_SHOWN = 5
_HINT = (
    "no English is applied where two stand against each other: keep one, or tell them apart "
    "by dates or case (people: by cues)"
)


def conflicting_english(material: Material) -> Iterator[Hit]:
    """The same French with different English and nothing that tells the two apart."""
    approved = [located for located in material.entries if located.applies]
    for located, column, form, first in _against(approved):
        yield located.hit(
            column,
            f"{form!r} is {located.entry.en!r} here, but {first.entry.en!r} for "
            f"{first.seen_from(located)}",
            _HINT,
        )


def conflicting_proposal(material: Material) -> Iterator[Hit]:
    """A proposed entry that would contradict another, should it be approved."""
    live = [located for located in material.entries if located.live]
    for located, column, form, first in _against(live):
        if located.applies and first.applies:
            continue
        yield located.hit(
            column,
            f"{form!r} would be {located.entry.en!r} here, but {first.entry.en!r} for "
            f"{first.seen_from(located)}",
            "approve one of the two",
        )


def _against(entries: Sequence[Located]) -> Iterator[tuple[Located, str, str, Located]]:
    """Yield (entry, column, form, the earlier entry it contradicts)."""
    for places in by_form(entries).values():
        for at, (located, column, form) in enumerate(places):
            for first, _, other in places[: min(at, _COMPARED)]:
                if not _same_english(first, located) and not _apart(first, other, located, form):
                    yield located, column, form, first
                    break


def inflected_conflict(material: Material) -> Iterator[Hit]:
    """A plural or feminine that the tool derives from one entry is another entry's own French."""
    live = [located for located in material.entries if located.live]
    own: dict[str, Located] = {}
    for located in live:
        for _, form in written(located):
            own.setdefault(lettering(form), located)
    for located in live:
        told: set[str] = set()
        for column, form in written(located):
            for derived in forms(form, located.entry.kind):
                if derived.base or derived.contraction:
                    continue
                other = own.get(lettering(derived.text))
                if other is None or other is located or other.entry.id in told:
                    continue
                if _same_english(other, located) or _apart(other, form, located, form):
                    continue
                told.add(other.entry.id)
                yield located.hit(
                    column,
                    f"{derived.text!r} is also a form of {form!r}; {other.seen_from(located)} "
                    f"wants {other.entry.en!r} for it",
                    "say it in one entry, with the other English in forms_en",
                )


def wanted_and_forbidden(material: Material) -> Iterator[Hit]:
    """Two entries of the same French: one wants the English that the other forbids."""
    live = [located for located in material.entries if located.live]
    for places in by_form(live).values():
        if len(places) < 2:
            continue
        wanted: dict[str, Located] = {}
        for located, _, _ in places:
            for english in (located.entry.en, *located.entry.forms_en):
                wanted.setdefault(english.lower(), located)
        for located, _, _ in places:
            for english in located.entry.forbidden_en:
                other = wanted.get(english.lower())
                if other is not None and other is not located:
                    yield located.hit(
                        "forbidden_en",
                        f"{english!r} is forbidden here and wanted by {other.seen_from(located)}",
                        "decide which entry is right",
                    )


def wanted_elsewhere(material: Material) -> Iterator[Hit]:
    """English that one entry forbids and an entry of other French has as its own."""
    live = [located for located in material.entries if located.live]
    wanted: dict[str, Located] = {}
    for located in live:
        wanted.setdefault(located.entry.en.lower(), located)
    for located in live:
        own = {spelling(form) for _, form in written(located)}
        for english in located.entry.forbidden_en:
            other = wanted.get(english.lower())
            if other is None or located.entry.en.lower() in map(
                str.lower, other.entry.forbidden_en
            ):
                continue  # nothing, or told as crossed
            if any(spelling(form) in own for _, form in written(other)):
                continue
            yield located.hit(
                "forbidden_en",
                f"{english!r} is forbidden here and is the English of {other.seen_from(located)}",
                "right only if the two French words really differ",
            )


def crossed_forbidding(material: Material) -> Iterator[Hit]:
    """One entry wants X and forbids Y, another wants Y and forbids X."""
    live = [located for located in material.entries if located.live]
    wants: dict[tuple[str, str], Located] = {}
    for located in live:
        for english in located.entry.forbidden_en:
            wants.setdefault((located.entry.en.lower(), english.lower()), located)
    for located in live:
        for english in located.entry.forbidden_en:
            other = wants.get((english.lower(), located.entry.en.lower()))
            if other is not None and other is not located:
                yield located.hit(
                    "forbidden_en",
                    f"wants {located.entry.en!r} and forbids {english!r}; "
                    f"{other.seen_from(located)} has it the other way round",
                    "right only if the two French words really differ in that way",
                )


def cycle(material: Material) -> Iterator[Hit]:
    """The English of one entry is the French of another, and so on back to the first."""
    steps: dict[str, list[Located]] = {}
    for located in material.entries:
        if located.live and spelling(located.entry.fr) != spelling(located.entry.en):
            steps.setdefault(spelling(located.entry.fr), []).append(located)
    for ring in _rings(steps):
        shown = ring[:_SHOWN]
        names = [*(item.entry.fr for item in shown), *(["…"] if len(ring) > _SHOWN else [])]
        yield ring[-1].hit(
            "en",
            f"the entries go round: {' → '.join([*names, ring[0].entry.fr])} "
            f"(lines {', '.join(str(item.line) for item in shown)})",
            "French and English are probably swapped in one of them",
        )


def _rings(steps: Mapping[str, Sequence[Located]]) -> Iterator[list[Located]]:
    """Yield rings of entries, no two with the same first or last entry.

    Each entry is a step from its French to its English. Depth-first search, without recursion; a
    word that was left is not entered again, so the work is linear but for the rings themselves.
    """
    done: set[str] = set()
    told: set[str] = set()
    for start in steps:
        if start in done:
            continue
        depth = {start: 0}
        path: list[Located] = []
        stack = [iter(steps[start])]
        while stack:
            located = next(stack[-1], None)
            if located is None:
                stack.pop()
                done.add(depth.popitem()[0])
                if path:
                    path.pop()
                continue
            after = spelling(located.entry.en)
            if after in depth:
                here = spelling(located.entry.fr)
                if not {after, here} & told:
                    told |= {after, here}
                    yield [*path[depth[after] :], located]
            elif after in steps and after not in done:
                depth[after] = len(stack)
                path.append(located)
                stack.append(iter(steps[after]))


def _same_english(one: Located, other: Located) -> bool:
    """Whether two entries want the same; a proposal without English wants nothing yet."""
    if not one.entry.en or not other.entry.en:
        return True
    return one.entry.en.lower() == other.entry.en.lower()


def _apart(one: Located, form: str, other: Located, own: str) -> bool:
    """Whether dates, capitals or, for people, cues tell two entries apart."""
    first, second = one.entry, other.entry
    if first.valid_to and second.valid_from and first.valid_to < second.valid_from:
        return True
    if second.valid_to and first.valid_from and second.valid_to < first.valid_from:
        return True
    if first.kind is Kind.PERSON and second.kind is Kind.PERSON:
        return bool(first.cues or second.cues)
    any_case = Case.ANY in {first.case, second.case}
    return not any_case and lettering(form) != lettering(own)
