"""A look at the installation: versions, folders, models, one sentence through the engine."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from translate.engines.base import Decoding, Request
from translate.engines.registry import DEFAULT_ENGINE, create
from translate.errors import VisavisError
from translate.models import store
from translate.models.folders import cache_folder, models_folder

_PACKAGES = ("ctranslate2", "sentencepiece", "transformers", "sacrebleu")
_OPTIONAL = {
    "torch": "engine 'marian', conversion of .bin models",
    "trafilatura": "web pages",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the report."""

    name: str
    ok: bool
    detail: str


def examine(model: str) -> list[Line]:
    """Return the state of this installation, with `model` as the one in use."""
    lines = [
        Line(
            name="visavis",
            ok=True,
            detail=f"{metadata.version('visavis')}, Python {sys.version.split()[0]}",
        )
    ]
    lines += [_package(name) for name in _PACKAGES]
    lines += [_optional(name, use) for name, use in _OPTIONAL.items()]
    lines += [
        _try("model in use", lambda: _model(model)),
        _try("translation", lambda: _translate(model)),
        _try("starter glossary", _glossary),
        Line(name="options file", ok=True, detail=_options()),
        Line(name="added models", ok=True, detail=str(models_folder())),
        Line(name="cache", ok=True, detail=_cache()),
        _try("memory", _memory),
    ]
    return lines


def _package(name: str) -> Line:
    try:
        return Line(name=name, ok=True, detail=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Line(name=name, ok=False, detail=f"missing: pip install {name}")


def _optional(name: str, use: str) -> Line:
    try:
        return Line(name=name, ok=True, detail=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Line(name=name, ok=True, detail=f"not installed (only for: {use})")


def _try(name: str, look: Callable[[], str]) -> Line:
    try:
        return Line(name=name, ok=True, detail=look())
    except VisavisError as error:
        return Line(name=name, ok=False, detail=str(error))


def _model(model: str) -> str:
    found = store.verify(model)
    advice = ""
    if model == store.EMBEDDED:
        advice = (
            "; small, a draft translator. With a network once, "
            "`translate models add Helsinki-NLP/opus-mt-fr-en` gives a better one"
        )
    return f"{model}, digest {found.digest[:12]}{advice}"


def _translate(model: str) -> str:
    engine = create(DEFAULT_ENGINE, store.resolve(model))
    french = "Le ministre arrivera lundi à Genève."
    hypothesis = engine.translate([Request(text=french)], decoding=Decoding())[0]
    return f"{french} -> {hypothesis.text or hypothesis.failed}"


def _glossary() -> str:
    from glossary import starter

    glossary = starter()
    return f"{len(glossary.entries)} entries, digest {glossary.digest[:12]}"


def _options() -> str:
    for name in ("visavis.toml", "pyproject.toml"):
        if Path(name).is_file():
            return f"{Path(name).resolve()}{' [tool.visavis]' if name != 'visavis.toml' else ''}"
    return "none in this folder"


def _cache() -> str:
    folder = cache_folder()
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(nearest, os.W_OK):
        return str(folder)
    return f"{folder} cannot be written; models are converted anew in {_scratch()} for each run"


def _memory() -> str:
    from translate.memory.database import default_path
    from translate.memory.store import Memory

    path = default_path()
    if not path.exists():
        return f"{path}, none yet"
    memory = Memory(path)
    counts = memory.counts()
    memory.close()
    return f"{path}, {counts.human} sentences by people, {counts.size / 1e6:.1f} MB"


def _scratch() -> Path:
    return Path(tempfile.gettempdir())
