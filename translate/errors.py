"""One error root. Every error says what is wrong, where, and what to do about it."""

from __future__ import annotations


class VisavisError(Exception):
    """Root of all errors of this package; the command line turns it into `exit_code`."""

    exit_code = 1


class InputError(VisavisError):
    """An input file cannot be used: missing, binary, empty, too large, not French, ..."""


class ModelError(VisavisError):
    """A model is missing, damaged or not a Marian model."""


class EngineError(VisavisError):
    """An engine is unknown, or what it needs is not installed."""


class OutputError(VisavisError):
    """A result cannot be written, or would overwrite what a person edited."""


class ConfigError(VisavisError):
    """An option or a configuration file makes no sense."""

    exit_code = 2
