"""The `translate` command line: one file per command, thin (parse, call, write)."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the console script's entry point."""
    from translate.cli.group import cli

    # A pipe in a C locale must still carry French and English.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
