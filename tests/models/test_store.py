"""Models are found, added, listed and verified; a stranger's files are taken with tongs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import tiny
from translate.cli.group import cli
from translate.errors import ModelError
from translate.models import checkpoint, store


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tiny checkpoint."""
    return tiny.make(tmp_path_factory.mktemp("tiny") / "fr-en-tiny")


@pytest.fixture(autouse=True)
def _empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a store of its own."""
    monkeypatch.setenv("VISAVIS_MODELS", str(tmp_path / "store"))


def test_the_embedded_model_is_always_there() -> None:
    """It is listed first and is whole."""
    assert [found.name for found in store.list_models()] == ["embedded"]
    assert store.verify("embedded").digest == checkpoint.digest(store.resolve("embedded"))


def test_add_a_folder_and_use_it_by_name(model: Path) -> None:
    """The copy has the same digest and says where it came from."""
    added = store.add(str(model))
    assert added.name == "fr-en-tiny"
    assert added.digest == checkpoint.digest(model)
    assert store.resolve("fr-en-tiny") != model
    assert [found.name for found in store.list_models()] == ["embedded", "fr-en-tiny"]
    assert store.verify("fr-en-tiny").digest == added.digest


def test_a_folder_can_be_used_without_adding(model: Path) -> None:
    """`--model FOLDER` works too."""
    assert store.resolve(str(model)) == model


def test_an_unknown_model_says_how_to_add_it() -> None:
    """The message has the command."""
    with pytest.raises(ModelError, match="translate models add Helsinki-NLP/opus-mt-fr-en"):
        store.resolve("Helsinki-NLP/opus-mt-fr-en")


def test_a_changed_model_is_found_out(model: Path) -> None:
    """A byte that changed after adding is noticed."""
    folder = store.add(str(model)).folder
    with (folder / "source.spm").open("ab") as stream:
        stream.write(b"\0")
    with pytest.raises(ModelError, match=r"has changed since|no SentencePiece"):
        store.verify("fr-en-tiny")


@pytest.mark.parametrize("name", ["../evil", "/etc/passwd", "..", "a/../../b", ".hidden"])
def test_no_name_leaves_the_store(model: Path, tmp_path: Path, name: str) -> None:
    """Slashes and dots become part of one folder name."""
    folder = store.add(str(model), name=name).folder
    assert folder.parent == tmp_path / "store"


def test_the_shipped_name_is_taken(model: Path) -> None:
    """Nobody's model passes for the embedded one."""
    with pytest.raises(ModelError, match="is the shipped model"):
        store.add(str(model), name="embedded")


def _broken(model: Path, folder: Path, name: str, content: bytes | None) -> Path:
    shutil.copytree(model, folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    return folder


FAULTS = (
    ("config.json", None, r"config\.json cannot be read"),
    ("config.json", b"{", "no valid JSON"),
    ("config.json", b'{"model_type": "bert"}', "not a MarianMT model"),
    ("config.json", b'{"model_type": "marian", "d_model": -4}', "missing or out of range"),
    ("vocab.json", b'{"a": 0, "b": 7}', "one id from 0"),
    ("vocab.json", b"[1, 2]", "one id from 0"),
    ("source.spm", None, r"has no source\.spm"),
    ("source.spm", b"nonsense", "no SentencePiece model"),
    ("model.safetensors", b"nonsense" * 9, "is damaged"),
    ("model.safetensors", None, "neither model.safetensors nor pytorch_model.bin"),
)


@pytest.mark.parametrize(("name", "content", "message"), FAULTS)
def test_a_broken_model_is_refused_and_nothing_is_left(
    model: Path, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    """Each fault has its words; the store stays empty."""
    folder = _broken(model, tmp_path / "broken", name, content)
    with pytest.raises(ModelError, match=message):
        store.add(str(folder))
    assert list((tmp_path / "store").iterdir()) == []


def test_models_command(model: Path) -> None:
    """add, list, verify from the command line; a damaged manifest shows, and fails verify."""
    run = CliRunner().invoke
    assert run(cli, ["models", "add", str(model), "--name", "desk"]).exit_code == 0
    listed = run(cli, ["models", "list"]).stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["embedded", "desk"]
    assert run(cli, ["models", "verify"]).stdout.count(": ok, digest") == 2
    (store.resolve("desk") / store.MANIFEST).write_text(json.dumps({"name": "desk"}))
    assert "damaged" in run(cli, ["models", "list"]).stdout
    assert run(cli, ["models", "verify", "desk"]).exit_code == 1
    assert run(cli, ["models", "verify", "absent"]).exit_code == 1


def test_another_model_changes_text_and_signature(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--model is no decoration."""
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text("Le port de la ville a été fermé lundi matin.", encoding="utf-8")
    store.add(str(model), name="desk")
    store.add(str(tiny.make(tmp_path / "other", seed=2)), name="other")
    pages = []
    for name in ("desk", "other"):
        done = CliRunner().invoke(cli, ["--model", name, "port.txt", "-o", name])
        assert done.exit_code == 0, done.output
        pages.append(Path(name, "port.md").read_text(encoding="utf-8"))
    rows = [next(row for row in page.splitlines() if row.startswith("| <a")) for page in pages]
    assert rows[0] != rows[1]
    for name, page in zip(("desk", "other"), pages, strict=True):
        assert f"model:{name}|digest:{checkpoint.digest(store.resolve(name))[:12]}" in page
