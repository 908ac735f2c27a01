"""The model store: find, list, add and verify MarianMT checkpoints.

An added model is a folder below `models_folder()` in Hugging Face layout, always with
safetensors weights, plus ``visavis.json``: where it came from and its digest when it was added.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from translate.errors import ModelError
from translate.models import checkpoint
from translate.models.folders import embedded_folder, models_folder
from translate.models.hub import WANTED, WEIGHTS, fetch

EMBEDDED = "embedded"
MANIFEST = "visavis.json"
_HUB_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
#: Largest weights file that is taken in.
MAX_WEIGHTS = 8 * 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredModel:
    """One model that `--model` takes by name."""

    name: str
    folder: Path
    origin: str
    digest: str
    bytes: int


def resolve(name: str) -> Path:
    """Return the checkpoint folder that `name` means: "embedded", an added model or a folder.

    Raises:
        ModelError: there is no such model; the message says how to add it.
    """
    if name == EMBEDDED:
        return embedded_folder()
    stored = models_folder() / slug(name)
    if (stored / "config.json").is_file():
        return stored
    folder = Path(name).expanduser()
    if (folder / "config.json").is_file():
        return folder
    known = ", ".join(model.name for model in list_models())
    raise ModelError(
        f"no model {name!r}. Known: {known}. `translate models add {name}` adds one from a folder "
        "or, where there is a network, from the Hugging Face hub"
    )


def name_of(folder: Path) -> str:
    """Return the name under which the checkpoint in `folder` was added, else the folder's."""
    if (folder / MANIFEST).is_file():
        return _manifest(folder)["name"]
    return folder.name


def list_models() -> list[StoredModel]:
    """Return the embedded model and all added ones, by name."""
    found = [_describe(embedded_folder(), EMBEDDED, "shipped with visavis")]
    root = models_folder()
    for folder in sorted(root.iterdir()) if root.is_dir() else []:
        if not (folder / MANIFEST).is_file():
            continue
        try:
            manifest = _manifest(folder)
            found.append(_describe(folder, manifest["name"], manifest["origin"]))
        except ModelError as error:
            found.append(
                StoredModel(
                    name=folder.name, folder=folder, origin=f"damaged: {error}", digest="", bytes=0
                )
            )
    return found


def add(source: str, *, name: str = "") -> StoredModel:
    """Add the checkpoint `source` (a folder, or a name on the hub) under `name`.

    A ``pytorch_model.bin`` is converted with torch under ``weights_only``: nothing in it is run.

    Raises:
        ModelError: it cannot be fetched, is no MarianMT model, or its weights cannot be read.
    """
    folder = Path(source).expanduser()
    name = name or (folder.resolve().name if folder.is_dir() else source)
    if name == EMBEDDED:
        raise ModelError(f"{EMBEDDED!r} is the shipped model; choose another name with --name")
    root = models_folder()
    root.mkdir(parents=True, exist_ok=True)
    target = root / slug(name)
    scratch = Path(tempfile.mkdtemp(prefix=".add-", dir=root))
    try:
        if folder.is_dir():
            origin = str(folder.resolve())
        elif _HUB_NAME.fullmatch(source) and not source.startswith("."):
            origin = f"hub:{source}"
            folder = fetch(source, scratch / "fetched")
        else:
            raise ModelError(f"{source!r} is neither a folder nor a hub name such as owner/model")
        ready = scratch / "ready"
        _take_in(folder, ready)
        _check(ready)
        manifest = {"name": name, "origin": origin, "digest": checkpoint.digest(ready)}
        (ready / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        ready.rename(target)
    except OSError as error:
        raise ModelError(f"{source} cannot be added to {root}: {error}") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return _describe(target, name, origin)


def verify(name: str) -> StoredModel:
    """Check that the model `name` is whole: files, shapes, and the digest it was added with.

    Raises:
        ModelError: it is not, with what is wrong.
    """
    folder = resolve(name)
    _check(folder)
    model = _describe(folder, name, "")
    if (folder / MANIFEST).is_file() and _manifest(folder)["digest"] != model.digest:
        raise ModelError(
            f"{folder} has changed since it was added; `translate models add` it again"
        )
    return model


def slug(name: str) -> str:
    """Return the folder name of a model called `name`; never leaves the store."""
    return re.sub(r"[^\w.-]", "-", name.replace("/", "--")).lstrip(".") or "model"


def _take_in(folder: Path, ready: Path) -> None:
    ready.mkdir()
    for part in WANTED:
        if (folder / part).is_file():
            shutil.copyfile(folder / part, ready / part)
    weights, pickled = (folder / name for name in WEIGHTS)
    for path in (weights, pickled):
        if path.is_file() and path.stat().st_size > MAX_WEIGHTS:
            raise ModelError(f"{path} is larger than {MAX_WEIGHTS >> 30} GiB: no Marian model")
    if weights.is_file():
        shutil.copyfile(weights, ready / weights.name)
    elif pickled.is_file():
        _convert(pickled, ready / weights.name)
    else:
        raise ModelError(f"{folder} has neither model.safetensors nor pytorch_model.bin")


def _convert(pickled: Path, output: Path) -> None:
    """Write the tensors of a torch checkpoint as safetensors, without unpickling objects."""
    try:
        import torch
        from safetensors.torch import save_file
    except ImportError as error:
        raise ModelError(
            f"{pickled.name} must be converted once, which needs torch: "
            "`pip install 'visavis[marian]'`, then add the model again"
        ) from error
    try:
        state = torch.load(str(pickled), map_location="cpu", weights_only=True)
        # Tied weights share memory, which safetensors refuses: each gets its own copy.
        tensors = {key: value.contiguous().clone() for key, value in state.items()}
    except Exception as error:  # a stranger's pickle fails in every way there is
        raise ModelError(f"{pickled} is not a plain torch checkpoint: {error}") from error
    save_file(tensors, str(output))


def _check(folder: Path) -> None:
    config = checkpoint.read_config(folder)
    vocabulary = checkpoint.read_vocabulary(folder)
    if len(vocabulary) > config.vocab_size:
        raise ModelError(
            f"{folder}: vocab.json has more tokens than the model ({config.vocab_size})"
        )
    from translate.engines.tokenizer import Tokenizer

    Tokenizer(folder)
    weights = checkpoint.read_weights(folder)
    shape = (config.vocab_size, config.d_model)
    names = ("model.shared.weight", "model.encoder.embed_tokens.weight")
    if all(name not in weights or weights[name].shape != shape for name in names):
        raise ModelError(f"{folder}: the embeddings do not fit config.json; fetch the model again")


def _describe(folder: Path, name: str, origin: str) -> StoredModel:
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    return StoredModel(
        name=name, folder=folder, origin=origin, digest=checkpoint.digest(folder), bytes=size
    )


def _manifest(folder: Path) -> dict[str, str]:
    raw = checkpoint.read_json(folder / MANIFEST)
    if not isinstance(raw, dict) or not {"name", "origin", "digest"} <= raw.keys():
        raise ModelError(f"{folder / MANIFEST} is damaged; add the model again")
    return {key: str(value) for key, value in raw.items()}
