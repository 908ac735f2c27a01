"""`translate glossary import`: entries of another tool, or of a workbook that was edited."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.desk import change, existing, file_option, say, shown, stamp

if TYPE_CHECKING:
    from glossary.formats.importing import Plan
    from glossary.formats.values import Reading, Remark

STDIN = "-"
#: So many lines are named for a kind of thing that was not taken over.
_NAMED = 3


@click.command("import", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file")
@file_option
@click.option("--from", "form", metavar="FORMAT", help="Format; else it is found out.")
@click.option(
    "--status",
    type=click.Choice(["proposed", "approved"]),
    default="proposed",
    show_default=True,
    help="What new entries are; only approved ones are applied.",
)
@click.option(
    "--on-conflict",
    type=click.Choice(["keep", "replace", "fail"]),
    default="keep",
    show_default=True,
    help="Entries that differ: keep yours, take the file's, or stop.",
)
@click.option("--lenient", is_flag=True, help="Take the sound entries of a file with faults.")
@click.option("--dry-run", is_flag=True, help="Show what would be done; change nothing.")
def import_(
    file: str,
    path: Path,
    form: str | None,
    status: str,
    on_conflict: str,
    lenient: bool,
    dry_run: bool,
) -> None:
    """Bring entries of FILE (CSV, XLSX, TBX, TMX, pairs; - is standard input) into the glossary.

    Shows what is new and what differs, by column. Exit codes: 0 done; 1 the file has faults, or
    entries differ and --on-conflict is fail.
    """
    from glossary import load
    from glossary.formats import importing
    from glossary.values import EntryStatus

    name, reading = _read(file, form)
    _tell_remarks(reading.remarks)
    _tell_faults(reading, file, lenient=lenient)
    if path.exists():
        load([path])  # a glossary with faults is mended first
    sheet = existing(path)
    entries = [row.entry for row in sheet.rows if row.entry] if sheet else []
    found = importing.plan(entries, reading, EntryStatus(status))
    replacing = on_conflict == "replace"
    stale = any(one.stale for one in found.differing)
    for line in _report(found, replacing=replacing and not stale):
        click.echo(shown(line))
    if on_conflict == "fail" and found.differing:
        raise click.ClickException("entries differ (see above); nothing was imported")
    if replacing:
        importing.refuse_stale(found, file)
    own = stamp(sheet.header, {}) if sheet else {}
    made = importing.changes(found, replace_differing=replacing, stamped=own)
    say(_summary(found, name, reading, replacing=replacing))
    if dry_run:
        say(f"dry run: {path} is as it was")
    elif made:
        change(path, made, sheet, None)
    click.get_current_context().exit(1 if reading.problems else 0)


def _read(file: str, form: str | None) -> tuple[str, Reading]:
    from glossary.formats import registry
    from glossary.formats.values import MAX_BYTES

    if file == STDIN:
        return registry.read(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input", form)
    return registry.read_file(Path(file), form)


def _tell_faults(reading: Reading, file: str, *, lenient: bool) -> None:
    """Say every fault of the file.

    Raises:
        GlossaryError: there are some, and this is not lenient.
    """
    from glossary import GlossaryError

    count = len(reading.problems)
    if count and not lenient:
        raise GlossaryError(
            f"{shown(file)} has {count} fault{'s' * (count > 1)}; nothing was imported. "
            "Mend them, or take the sound entries with --lenient",
            reading.problems,
        )
    for problem in reading.problems:
        say(str(problem))


def _tell_remarks(remarks: Sequence[Remark]) -> None:
    lines: dict[str, list[int]] = {}
    for remark in remarks:
        lines.setdefault(remark.what, []).append(remark.line)
    for what, places in lines.items():
        different = [str(line) for line in dict.fromkeys(places) if line]
        named = ", ".join(different[:_NAMED]) + (", …" if len(different) > _NAMED else "")
        where = f" (line {named})" if named else ""
        times = f", {len(places)} times" if len(places) > 1 else ""
        head = "note" if "turned round" in what else "not taken over"
        say(f"{head}: {what}{times}{where}")


def _report(found: Plan, *, replacing: bool) -> Iterator[str]:
    for line, entry in found.new:
        about = f"{entry.kind}, {entry.status}, line {line}"
        yield f"new      {entry.fr} → {entry.en or '?'}  ({about})"
    for one in found.differing:
        done = "changed here meanwhile" if one.stale else "replaced" if replacing else "kept"
        yield f"differs  {one.id}  (line {one.line}, {done})"
        for column, (mine, theirs) in one.columns.items():
            yield f"         {column}: {mine or '(empty)'} → {theirs or '(empty)'}"
    for id_ in found.newer:
        yield f"newer    {id_}  (changed or removed here since the export; stays so)"
    for id_ in found.missing:
        yield f"missing  {id_}  (not in the workbook any more; stays, see `remove`)"


def _summary(found: Plan, name: str, reading: Reading, *, replacing: bool) -> str:
    parts = [f"{len(found.new)} new", f"{found.same + len(found.newer)} the same"]
    if found.differing:
        done = "replaced" if replacing else "kept"
        count = len(found.differing)
        parts.append(f"{count} {'differs' if count == 1 else 'differ'}, {done}")
    if reading.problems:
        parts.append(f"left out for faults: {len({one.line for one in reading.problems})}")
    return f"{name}: {', '.join(parts)}"
