"""A TMX file as a test set: its French as source, its English as reference."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, cast

from glossary.formats.tmx import iter_units
from glossary.formats.values import FormatError, Remark
from translate.errors import InputError
from translate.evaluating.values import Corpus


def read_tmx(path: Path) -> Corpus:
    """Return the pairs of French and English of a TMX file, perhaps gzipped, in file order.

    Raises:
        InputError: it cannot be read, is no TMX, or has no such pair; the languages that it has
            are named.
    """
    remarks: list[Remark] = []
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
            units = list(iter_units(cast("BinaryIO", stream), tell=remarks.append))
    except FormatError as error:
        raise InputError(f"{path}: {error}") from error
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} cannot be read: {reason}") from error
    if not units:
        said = sorted({remark.what for remark in remarks})
        raise InputError(
            f"{path} has no unit with French and English text"
            + (f" ({'; '.join(said[:6])})" if said else "")
        )
    return Corpus(
        name=path.name,
        sources=tuple(" ".join(unit.source.split()) for unit in units),
        references=(tuple(" ".join(unit.target.split()) for unit in units),),
    )
