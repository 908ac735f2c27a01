"""The command group: commands are imported when called, files alone mean `run`."""

from __future__ import annotations

import difflib
from importlib.metadata import version
from typing import Any

import click

from translate.cli.lazy import LazyGroup
from translate.errors import ConfigError, VisavisError

#: command -> ("module:command", one line for --help), in the order shown.
COMMANDS = {
    "run": ("translate.cli.run:run", "Translate French articles (the default command)."),
    "brief": ("translate.cli.brief:brief", "Write a bilingual briefing of many articles."),
    "check": ("translate.cli.check:check", "Check edited pages, TMX or pairs of sentences."),
    "evaluate": ("translate.cli.evaluate:evaluate", "Score translations against references."),
    "adapt": ("translate.cli.adapt:adapt", "Fine-tune a model on your own corrections."),
    "glossary": ("translate.cli.glossary:glossary", "Keep a glossary: check, compare, exchange."),
    "memory": ("translate.cli.memory:memory", "Keep what people translated; learn from pages."),
    "models": ("translate.cli.models:models", "List, add and verify Marian models."),
    "doctor": ("translate.cli.doctor:doctor", "Say which model is in use and whether all works."),
}
DEFAULT = "run"


class VisavisGroup(LazyGroup):
    """A lazy group with a default command, and our errors as exit codes."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of arguments that name none."""
        at = 0
        while at < len(args) and args[at].startswith("--config"):
            at += 1 if "=" in args[at] else 2
        if at < len(args) and args[at] not in {*COMMANDS, "--help", "-h", "--version"}:
            args = [*args[:at], DEFAULT, *args[at:]]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; errors of ours become a message on stderr and their exit code."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if not isinstance(error, _roots()):
                raise
            from translate.rendering.escape import clean

            click.echo(clean(f"Error: {error}"), err=True)  # it may quote a file
            ctx.exit(getattr(error, "exit_code", 1))


def _roots() -> tuple[type[Exception], ...]:
    """Return the error roots of our three packages; imported late, since --help needs none."""
    from glossary.errors import GlossaryError
    from summarize.errors import SummarizeError

    return VisavisError, GlossaryError, SummarizeError


def _configure(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    del param
    from translate.cli.config import defaults

    try:
        ctx.default_map = defaults(value)
        _check_keys(ctx, ctx.default_map)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


def _check_keys(ctx: click.Context, options: dict[str, Any]) -> None:
    """Refuse keys that no command has: a typing mistake must not pass in silence."""
    for command, values in options.items():
        found = cli.get_command(ctx, command)
        known = {parameter.name for parameter in found.params} if found else ()
        for key in values:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                hint = f"; did you mean {close[0]!r}?" if close else ""
                raise ConfigError(f"the options file has {key!r}, which {command} has not{hint}")


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value and not ctx.resilient_parsing:
        click.echo(f"visavis {version('visavis')}")
        ctx.exit()


@click.group(
    cls=VisavisGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 some inputs failed, the rest is written; 2 usage; 3 findings at "
    "or above --fail-on.",
)
@click.option(
    "--config",
    metavar="FILE",
    is_eager=True,
    expose_value=False,
    callback=_configure,
    help="Options file; else ./visavis.toml, or [tool.visavis] of ./pyproject.toml.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Translate French news into annotated, side-by-side English. Offline by default.

    `translate ARTICLE.txt` writes outputs/ARTICLE.md. `translate COMMAND --help` tells more.
    """
