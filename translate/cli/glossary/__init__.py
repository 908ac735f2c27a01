"""`translate glossary`: what editors do with a glossary, one file per command."""

from __future__ import annotations

import click

from translate.cli.lazy import LazyGroup

#: command -> ("module:command", one line for --help), in the order shown.
SUBCOMMANDS: dict[str, tuple[str, str]] = {
    "add": ("translate.cli.glossary.add:add", "Add an entry."),
    "edit": ("translate.cli.glossary.edit:edit", "Change an entry."),
    "remove": ("translate.cli.glossary.remove:remove", "Take an entry out."),
    "search": ("translate.cli.glossary.search:search", "Find entries."),
    "show": ("translate.cli.glossary.show:show", "Show all about an entry."),
    "lint": ("translate.cli.glossary.lint:lint", "Find faults and doubtful entries."),
    "diff": ("translate.cli.glossary.diff:diff", "Tell what changed between two versions."),
    "suggest": (
        "translate.cli.glossary.suggest:suggest",
        "Propose entries from articles and their pages.",
    ),
    "review": ("translate.cli.glossary.review:review", "Decide on proposed entries."),
    "stats": ("translate.cli.glossary.stats:stats", "Count entries, people, forms, use."),
    "import": (
        "translate.cli.glossary.import_:import_",
        "Take in entries of a workbook or another tool.",
    ),
    "export": ("translate.cli.glossary.export:export", "Write it for another tool or for Excel."),
}


@click.group(
    cls=LazyGroup, table=SUBCOMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
def glossary() -> None:
    """Keep a glossary: add and change entries, check it, compare it, exchange it."""
