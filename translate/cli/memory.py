"""`translate memory`: what people translated, kept, exchanged and learned from pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from translate.cli.glossary.desk import shown

if TYPE_CHECKING:
    from translate.memory.store import Memory

Command = TypeVar("Command", bound=Callable[..., Any])
STDOUT = "-"
#: Lines of a file that are named where something is left out; the rest is counted.
_NAMED = 5


def _memory_option(command: Command) -> Command:
    return click.option(
        "--memory",
        type=click.Path(path_type=Path),
        help="Translation memory. [default: memory.sqlite in the user's data folder]",
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def memory() -> None:
    """Keep what people translated: learn it from edited pages, import, export, count, prune.

    `translate memory learn PAGE` takes an edited page back; the next run uses its sentences.
    """


@memory.command()
@click.argument("pages", nargs=-1, required=True)
@_memory_option
@click.option("--author", default="", help="Who edited; else `reviewer` in the page's head.")
@click.option("--dry-run", is_flag=True, help="Say what would be learned, keep nothing.")
def learn(pages: tuple[str, ...], memory: Path | None, author: str, dry_run: bool) -> None:
    """Take the sentences that a person changed on PAGES: pages of visavis, or folders of them.

    With `status: reviewed` in its head all sentences of a page are taken. Exit code 1 when
    something could not be taken.
    """
    from translate.memory import teaching

    now = dt.datetime.now(dt.UTC)
    files = teaching.pages_of(pages)
    store = None if dry_run else open_memory(memory, must_exist=False)
    bad = False
    for file in files:
        taught = teaching.teach(store, file, now=now, author=author)
        click.echo(shown(taught.summary(file)))
        for line in taught.warnings(file):
            click.echo(shown(line), err=True)
        for line in taught.complaints(file):
            click.echo(shown(line), err=True)
            bad = True
    if bad:
        click.get_current_context().exit(1)


@memory.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_memory_option
@click.option(
    "--origin",
    default="import",
    show_default=True,
    type=click.Choice(["import", "human", "as-marked"]),
    help="Who stands for it: human counts as reviewed; as-marked takes what our own export says.",
)
@click.option("--author", default="", help="Whom to name where the file names nobody.")
def import_(files: tuple[Path, ...], memory: Path | None, origin: str, author: str) -> None:
    """Take the pairs of FILES: TMX, tables (.tsv, .csv) of French and English, JSON Lines.

    A file is taken whole or not at all; the others are taken all the same. The first line of a
    table may name its columns (fr, en); JSON Lines have "fr" and "en".
    """
    from translate.errors import InputError
    from translate.memory import exchange
    from translate.memory.values import Kind

    store = open_memory(memory, must_exist=False)
    bad = False
    for file in files:
        told = _Told(file)
        marks = exchange.Marks(
            kind=None if origin == "as-marked" else Kind(origin),
            file=file.name,
            now=dt.datetime.now(dt.UTC),
            author=author,
        )
        try:
            added = store.add(exchange.read(file, marks, told.left, told.note))
        except InputError as error:
            click.echo(shown(f"failed  {error}"), err=True)
            bad = True
            continue
        told.say()
        gone = f", {told.left_out} left out" if told.left_out else ""
        known = added.same + added.older
        click.echo(
            shown(f"{file}: {added.new + added.replaced} taken, {known} known already{gone}")
        )
    if bad:
        click.get_current_context().exit(1)


class _Told:
    """What is said of a file that is taken in: the first places by line, the rest in numbers."""

    def __init__(self, file: Path) -> None:
        self.left_out = 0
        self._file = file
        self._places: list[str] = []
        self._notes: dict[str, list[int]] = {}

    def note(self, line: int, reason: str) -> None:
        """Hear of what is taken, but not as it stands."""
        self._notes.setdefault(reason, []).append(line)

    def left(self, line: int, reason: str) -> None:
        """Hear of what is left out."""
        self.left_out += 1
        if len(self._places) < _NAMED:
            self._places.append(f"line {line}: {reason}")

    def say(self) -> None:
        """Say what was left out, and what was not taken over as it stands."""
        for place in self._places:
            click.echo(shown(f"left out: {self._file}: {place}"), err=True)
        for reason, lines in self._notes.items():
            times = f", {len(lines)} times, first in" if len(lines) > 1 else ":"
            text = f"note: {self._file}: {reason}{times} line {lines[0]}"
            click.echo(shown(text), err=True)


@memory.command()
@click.argument("file")
@_memory_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["tmx", "tsv"]),
    help="Format, where the name of FILE does not tell.",
)
@click.option("--origin", type=click.Choice(["human", "import"]), help="Only these.")
@click.option("--overwrite", is_flag=True, help="Replace FILE.")
def export(
    file: str, memory: Path | None, format_: str | None, origin: str | None, overwrite: bool
) -> None:
    """Write what people translated to FILE (.tmx or .tsv), or to standard output (-)."""
    from translate import outputs
    from translate.memory import exchange
    from translate.memory.values import Kind

    format_ = format_ or ("tmx" if file == STDOUT else Path(file).suffix.lower().lstrip("."))
    writers = {"tmx": exchange.write_tmx, "tsv": exchange.write_tsv}
    if format_ not in writers:
        raise click.UsageError(f"{file} ends in neither .tmx nor .tsv; say --format")
    if file != STDOUT and Path(file).exists() and not overwrite:
        raise click.UsageError(f"{file} is there already; name another, or --overwrite it")
    store = open_memory(memory)
    damage: list[str] = []
    kinds = (Kind(origin),) if origin else tuple(Kind)
    pieces = writers[format_](store.readable(kinds, damage.append))
    if file == STDOUT:
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        outputs.write(Path(file), pieces)
        click.echo(f"written {file}", err=True)
    for message in damage:
        raise click.ClickException(f"{message}; what stands before is exported")


@memory.command()
@_memory_option
def stats(memory: Path | None) -> None:
    """Say what the memory holds, where it stands, and whether it is sound."""
    store = open_memory(memory)
    counts = store.counts()
    problems = store.database.problems()
    dates = f", {counts.oldest[:10]} to {counts.newest[:10]}" if counts.oldest else ""
    click.echo(f"memory     {store.path} ({counts.size / 1e6:.1f} MB)")
    click.echo(
        f"human      {_many(counts.human, 'sentence')} of {_many(counts.articles, 'article')}"
    )
    click.echo(f"imported   {_many(counts.imported, 'sentence')}{dates}")
    click.echo(f"decodes    {counts.decodes} results of models kept, so as not to decode twice")
    for model, count in sorted(counts.models.items()):
        click.echo(shown(f"           {count} of {model}"))
    click.echo(f"integrity  {'; '.join(problems) or 'sound'}")
    if problems:
        click.get_current_context().exit(1)


@memory.command()
@_memory_option
@click.option(
    "--older-than", type=click.IntRange(0, 100_000), metavar="DAYS", help="Only what is older."
)
@click.option("--people", is_flag=True, help="Sentences of people too; with --older-than.")
@click.option("--dry-run", is_flag=True, help="Count only.")
def prune(memory: Path | None, older_than: int | None, people: bool, dry_run: bool) -> None:
    """Let go kept results of models, which only costs time, and give their room back."""
    if people and older_than is None:
        raise click.UsageError("--people needs --older-than DAYS: not all goes at once")
    store = open_memory(memory)
    now = dt.datetime.now(dt.UTC)
    before = now - dt.timedelta(days=older_than) if older_than is not None else None
    sentences, decodes = store.prune(before=before, model_only=not people, dry_run=dry_run)
    verb = "would go" if dry_run else "gone"
    theirs, model = _many(sentences, "sentence"), _many(decodes, "result")
    click.echo(f"{theirs} of people and {model} of models {verb}")


def open_memory(path: Path | None, *, must_exist: bool = True) -> Memory:
    """Open the memory that is named, else the one that `run` has in the options file or its own."""
    from translate.memory.database import default_path
    from translate.memory.store import Memory

    context = click.get_current_context()
    own = (context.find_root().default_map or {}).get("run", {}).get("memory")
    store = Memory(path or (Path(own) if own else default_path()), must_exist=must_exist)
    context.call_on_close(store.close)
    return store


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
