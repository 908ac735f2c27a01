"""The raw cells of one record, so that a change rewrites only its own cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LINE_ENDS = ("\r\n", "\n", "\r")


def split(raw: str, separator: str) -> tuple[list[str], str]:
    r"""Cut a record into raw cells and its line end; joined by the separator they are the record.

    >>> split('a,"b, c"\n', ",")
    (['a', '"b, c"'], '\n')
    """
    end = next((end for end in _LINE_ENDS if raw.endswith(end)), "")
    body = raw.removesuffix(end)
    cells: list[str] = []
    start, quoted = 0, body.startswith('"')
    at = 1 if quoted else 0
    while at < len(body):
        if quoted:
            closing = body.find('"', at)
            if closing < 0:
                break
            doubled = body.startswith('""', closing)
            at = closing + (2 if doubled else 1)
            quoted = doubled
            continue
        found = body.find(separator, at)
        if found < 0:
            break
        cells.append(body[start:found])
        start = at = found + 1
        if body.startswith('"', at):
            quoted, at = True, at + 1
    cells.append(body[start:])
    return cells, end


def rewrite(raw: str, separator: str, header: Sequence[str], values: Mapping[str, str]) -> str:
    """Return a record with the cells of the columns in `values` replaced, the others untouched."""
    cells, end = split(raw, separator)
    for column, value in values.items():
        at = header.index(column)
        cells += [""] * (at + 1 - len(cells))
        cells[at] = quote(value, separator, always=cells[at].startswith('"'))
    return separator.join(cells) + end


def quote(value: str, separator: str, *, always: bool = False) -> str:
    """Return a cell as CSV writes it, in quotes where it must be."""
    if not always and not any(char in value for char in (separator, '"', "\n", "\r")):
        return value
    return '"' + value.replace('"', '""') + '"'
