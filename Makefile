# `make demo` and `make check` need Python 3.11 or later and git; they set up .venv by themselves.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# A build of torch can be chosen: make check-all TORCH=torch==2.13.0
TORCH ?= torch

.PHONY: demo check check-all lint types imports test test-torch test-browser test-wheel gate gallery clean

demo: $(VENV)/demo.stamp  ## translate examples/ into outputs/demo/, offline
	$(BIN)/translate examples --output outputs/demo
	@echo "Open outputs/demo/*.md in a Markdown viewer, or see the gallery in outputs/."

check: lint types imports test  ## all that needs nothing but Python packages

check-all: check test-torch test-browser test-wheel  ## also what needs torch, Chromium, a build

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp
	$(BIN)/mypy

imports: $(VENV)/test.stamp
	$(BIN)/lint-imports

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n auto -m "not torch and not browser and not wheel"

test-torch: $(VENV)/torch.stamp
	$(BIN)/python -m pytest -m torch

test-browser: $(VENV)/test.stamp
	@command -v chromium >/dev/null || { echo "this lane needs Chromium: apt-get install chromium"; exit 1; }
	$(BIN)/python -m pytest -m browser

test-wheel: $(VENV)/test.stamp
	$(BIN)/python -m pytest -m wheel

gate: $(VENV)/test.stamp  ## quality floors; VISAVIS_EVAL=FOLDER adds the development data
	$(BIN)/python bench/gate.py

gallery: $(VENV)/demo.stamp  ## renew the committed pages in outputs/
	$(BIN)/translate examples --output outputs --overwrite --no-memory

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test]"
	@touch $@

$(VENV)/torch.stamp: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$(TORCH)" --editable ".[marian,training]"
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
