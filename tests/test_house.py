"""House rules that a machine can hold: small rooms, no paths of somebody's machine."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(
    path
    for room in ("translate", "glossary", "summarize", "training")
    for path in (ROOT / room).rglob("*.py")
)
MAX_MODULE, MAX_FUNCTION = 400, 50


def _functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_small_rooms(path: Path) -> None:
    """A module has at most 400 lines, a function at most 50."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_MODULE
    long = [found for found in _functions(ast.parse(text)) if found[1] > MAX_FUNCTION]
    assert not long


def test_no_absolute_paths_of_a_machine() -> None:
    """No tracked text names a home or a work folder of somebody's machine."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "*.py", "*.md", "*.toml", "Makefile", ".ci/run"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    for name in filter(None, names):
        text = (ROOT / name).read_text(encoding="utf-8")
        for path in ("/" + "work/", "/" + "root/"):
            assert path not in text, f"{name}: {path}"
