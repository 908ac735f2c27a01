"""`translate doctor`: which model is in use, and does everything work."""

from __future__ import annotations

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--model", default="embedded", show_default=True, help="Model to look at.")
def doctor(model: str) -> None:
    """Say which model is in use and whether all works, in one page."""
    from translate.doctor import examine

    report = examine(model)
    width = max(len(line.name) for line in report)
    for line in report:
        click.echo(f"{'ok ' if line.ok else 'BAD'}  {line.name:<{width}}  {line.detail}")
    if not all(line.ok for line in report):
        click.get_current_context().exit(1)
