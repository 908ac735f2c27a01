"""`translate glossary lint`: what an editor should look at, by line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.common import chosen, glossary_option

if TYPE_CHECKING:
    from glossary.lint import Finding, Sheet

_LEVELS = ("error", "warning", "info")
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}
_FINDINGS = 3


def _list_rules(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if not value or ctx.resilient_parsing:
        return
    from glossary.lint import RULES

    wide = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.name:{wide}}  {rule.level:7}  {rule.summary}")
    ctx.exit()


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@glossary_option
@click.option(
    "--corpus",
    multiple=True,
    metavar="PATH",
    help="Articles or folders of them: also tell which entries never occur there.",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out a rule; may be repeated.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are written; github: annotations of a workflow.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Exit with 3 when a finding is at this level or above.",
)
@click.option(
    "--rules",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_rules,
    help="List the rules and exit.",
)
def lint(
    glossaries: tuple[Path, ...],
    corpus: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    fail_on: str,
) -> None:
    """Find faults, contradictions and doubtful entries of a glossary.

    Findings go to standard output, one a line: FILE:LINE:CELL: LEVEL RULE: what is wrong (what to
    do). Exit codes: 0 nothing at --fail-on or above, 1 an article of --corpus cannot be read,
    3 findings.
    """
    import datetime as dt

    from glossary.lint import RULES, Level, read_sheet
    from glossary.lint import lint as run_rules
    from translate.cli.glossary.corpus import Corpus
    from translate.errors import ConfigError

    unknown = set(ignore) - {rule.name for rule in RULES}
    if unknown:
        raise ConfigError(f"no rule is called {min(unknown)!r}; --rules lists them")
    sheets = [read_sheet(path) for path in chosen(glossaries)]
    articles = Corpus(corpus)
    findings = run_rules(
        sheets,
        today=dt.date.today(),  # noqa: DTZ011 - the editor's own day
        articles=list(articles.articles()) if corpus else None,
        rules=[rule for rule in RULES if rule.name not in ignore],
    )
    for line in _written(findings, form):
        click.echo(line)
    click.echo(_summary(sheets, findings), err=True)
    bad = fail_on != "never" and any(
        finding.level.rank <= Level(fail_on).rank for finding in findings
    )
    click.get_current_context().exit(_FINDINGS if bad else 1 if articles.failed else 0)


def _written(findings: Sequence[Finding], form: str) -> Iterator[str]:
    """Yield the lines of the findings; nothing in a file can end a line or steer a terminal."""
    from translate.rendering.escape import clean

    if form == "json":
        rows = [
            {
                "path": finding.path,
                "line": finding.line,
                "column": finding.column,
                "level": finding.level.value,
                "rule": finding.rule,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in findings
        ]
        yield json.dumps(rows, ensure_ascii=False, indent=2)
        return
    for finding in findings:
        text = _annotation(finding) if form == "github" else _coloured(finding)
        yield clean(text).replace("\n", " ") if form == "github" else text


def _coloured(finding: Finding) -> str:
    from translate.rendering.escape import clean

    def plain(text: str) -> str:
        return clean(text).replace("\n", " ")

    where = click.style(f"{plain(finding.path)}:{finding.line}:{finding.column}:", bold=True)
    level = click.style(finding.level.value, fg=_COLOURS[finding.level], bold=True)
    hint = click.style(f" ({plain(finding.hint)})", dim=True) if finding.hint else ""
    return f"{where} {level} {finding.rule}: {plain(finding.message)}{hint}"


def _annotation(finding: Finding) -> str:
    """Return a workflow command of GitHub Actions; a cell number is no column there."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def prop(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    line = f",line={finding.line}" if finding.line else ""
    hint = f" ({finding.hint})" if finding.hint else ""
    where = f"file={prop(finding.path)}{line},title={prop(finding.rule)}"
    return f"::{_GITHUB[finding.level]} {where}::{data(finding.message + hint)}"


def _summary(sheets: Sequence[Sheet], findings: Sequence[Finding]) -> str:
    entries = sum(len(sheet.entries) for sheet in sheets)
    noun = "entry" if entries == 1 else "entries"
    files = f" in {len(sheets)} files" if len(sheets) > 1 else ""
    counts = {level: sum(finding.level == level for finding in findings) for level in _LEVELS}
    said = ", ".join(
        f"{number} {level}{'s' if number > 1 and level != 'info' else ''}"
        for level, number in counts.items()
        if number
    )
    return f"{entries:,} {noun}{files}: {said or 'nothing found'}"
