"""Fixtures shared by all tests: folders of the user's are moved to a temporary place."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden pages anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden pages anew")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the user's models, cache and memory."""
    patch = pytest.MonkeyPatch()
    patch.setenv("VISAVIS_MODELS", str(tmp_path_factory.mktemp("models")))
    patch.setenv("VISAVIS_CACHE", str(tmp_path_factory.mktemp("cache")))
    patch.setenv("VISAVIS_MEMORY", str(tmp_path_factory.mktemp("memory") / "memory.sqlite"))


@pytest.fixture(scope="session")
def embedded() -> Path:
    """Return the folder of the model that ships."""
    from translate.models.folders import embedded_folder

    return embedded_folder()
