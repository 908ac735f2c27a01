"""Damaged files of every format: read or refused, never anything else."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError
from glossary.formats import registry
from glossary.formats.values import FormatError
from tests.glossary.formats.test_round_trips import FULL

_INSERTED = (b"\0", b"\xff", b'"', b"<", b">", b";", b"\r", b"&#0;", b"&x;", b"<![CDATA[", b"=1")
_DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 12),
        st.sampled_from(_INSERTED) | st.binary(max_size=4),
    ),
    min_size=1,
    max_size=4,
)


def _damaged(data: bytes, damage: list[tuple[float, int, bytes]]) -> bytes:
    for where, length, inserted in damage:
        at = int(where * len(data))
        data = data[:at] + inserted + data[at + length :]
    return data


def _repacked(data: bytes, part: int, damage: list[tuple[float, int, bytes]]) -> bytes:
    """A workbook of which one part is damaged, inside a sound archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for name in names:
            content = old.read(name)
            new.writestr(
                name, _damaged(content, damage) if name == names[part % len(names)] else content
            )
    return out.getvalue()


def _read(data: bytes, name: str) -> None:
    for form in (None, name):
        with contextlib.suppress(GlossaryError):
            registry.read(data, "x", form)


@pytest.mark.parametrize("name", registry.FORMATS)
def test_damaged_files(name: str) -> None:
    """Whatever is damaged, the reader gives a reading or an error of ours."""
    sound = registry.get(name).write([FULL]).data

    @settings(max_examples=60)
    @given(_DAMAGE)
    def check(damage: list[tuple[float, int, bytes]]) -> None:
        _read(_damaged(sound, damage), name)

    check()


def test_damaged_parts_of_a_workbook() -> None:
    """The XML inside a workbook is as little trusted as the archive."""
    sound = registry.get("xlsx").write([FULL]).data

    @settings(max_examples=60)
    @given(st.integers(0, 20), _DAMAGE)
    def check(part: int, damage: list[tuple[float, int, bytes]]) -> None:
        _read(_repacked(sound, part, damage), "xlsx")

    check()


def test_damage_found_by_fuzzing() -> None:
    """An encoding that is not known, and a compressed part that is broken inside."""
    with pytest.raises(FormatError, match="no well-formed XML: unknown encoding"):
        registry.read(b'<?xml version="1.0" encoding="X-9"?><tmx/>', "x.tmx")
    data = bytearray(registry.get("xlsx").write([FULL]).data)
    start = 30 + data[26] + data[28]  # behind the header of the first part
    data[start : start + 8] = b"\xff" * 8
    with pytest.raises(FormatError, match="is no XLSX workbook"):
        registry.read(bytes(data), "x.xlsx")
