"""The built wheel, in an environment with nothing else, offline: what a user installs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the files git knows and return it."""
    tree = tmp_path_factory.mktemp("tree")
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, names):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tree / name)
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(tree)], check=True
    )
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone and return the folder of the environment's commands."""
    venv = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    subprocess.run([str(venv / "bin" / "pip"), "install", "--quiet", str(wheel)], check=True)
    return venv / "bin"


def test_the_wheel_has_the_model_once_and_no_strays(wheel: Path) -> None:
    """Weights, tokenizer, glossary and rules are in; tests and examples are not."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert names.count("translate/models/embedded/model.safetensors") == 1
    assert "translate/models/embedded/source.spm" in names
    assert "glossary/data/news.csv" in names
    assert "translate/segmentation/rules.toml" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "translate",
        "glossary",
        "summarize",
    }
    assert wheel.stat().st_size < 60e6


def _offline(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `command` in a namespace without network (Linux)."""
    own = {
        "HOME": str(folder),
        "PATH": os.environ["PATH"],
        "VISAVIS_CACHE": str(folder / "cache"),
        "VISAVIS_MODELS": str(folder / "models"),
    }
    prefix = ["unshare", "--net", "--map-root-user"]
    return subprocess.run(
        [*prefix, *command], cwd=folder, env=own, capture_output=True, text=True, check=False
    )


def test_main_job_offline(installed: Path, tmp_path: Path) -> None:
    """Examples in, pages out, with the embedded model, no network, no torch."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = _offline([str(installed / "translate"), "examples"], tmp_path)
    assert done.returncode == 0, done.stderr
    pages = sorted((tmp_path / "outputs").glob("*.md"))
    assert len(pages) == 6
    assert all("Machine draft, unreviewed" in page.read_text("utf-8") for page in pages)


def test_doctor_offline(installed: Path, tmp_path: Path) -> None:
    """All is well in the bare environment."""
    done = _offline([str(installed / "translate"), "doctor"], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "BAD" not in done.stdout


def test_an_extra_that_is_missing_says_how_to_get_it(installed: Path, tmp_path: Path) -> None:
    """The other engine names its pip line."""
    (tmp_path / "a.txt").write_text("Le port est fermé depuis lundi matin.", encoding="utf-8")
    done = _offline([str(installed / "translate"), "a.txt", "--engine", "marian"], tmp_path)
    assert done.returncode == 2
    assert "pip install 'visavis[marian]'" in done.stderr
