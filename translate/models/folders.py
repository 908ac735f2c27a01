"""Where models and conversions are kept on this machine."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path

import platformdirs


def embedded_folder() -> Path:
    """Return the folder of the model that ships in the package."""
    return Path(str(resources.files("translate.models") / "embedded"))


def models_folder() -> Path:
    """Return the folder of added models; `VISAVIS_MODELS` moves it."""
    own = os.environ.get("VISAVIS_MODELS")
    return Path(own) if own else Path(platformdirs.user_data_dir("visavis")) / "models"


def cache_folder() -> Path:
    """Return the folder of what can be made again; `VISAVIS_CACHE` moves it."""
    own = os.environ.get("VISAVIS_CACHE")
    return Path(own) if own else Path(platformdirs.user_cache_dir("visavis"))
