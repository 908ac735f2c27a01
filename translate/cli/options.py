"""Options that several commands share, and the translator they describe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from glossary import Glossary
    from translate.engines.base import Engine
    from translate.memory.recall import Recall
    from translate.pipeline import Translator

Command = TypeVar("Command", bound=Callable[..., Any])


def _over_the_file(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Put what the command line says of the style after what the options file says."""
    name = param.name or ""
    if ctx.get_parameter_source(name) is click.core.ParameterSource.DEFAULT_MAP:
        return value
    return (*(ctx.lookup_default(name) or ()), *value)


#: The desk's own glossary, found where the command is called.
DESK = Path("glossary.csv")

_GLOSSARY = (
    click.option(
        "--glossary",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Glossary CSV, over the starter glossary; may be repeated, later ones win. "
        "[default: ./glossary.csv if there is one]",
    ),
    click.option(
        "--no-glossary", is_flag=True, help="Apply no glossary, not even the starter one."
    ),
    click.option(
        "--lenient", is_flag=True, help="Leave out faulty entries of a glossary and say so."
    ),
)
_STYLE = click.option(
    "--style",
    multiple=True,
    metavar="KEY=VALUE",
    callback=_over_the_file,
    help="House style: spelling=us or uk, courtesy_titles=keep or drop; may be repeated.",
)
_SENTENCES = (
    click.option("--model", default="embedded", show_default=True, help="Model: name or folder."),
    click.option("--engine", default="ctranslate2", show_default=True, help="Translation engine."),
    click.option(
        "--beam",
        default=4,
        show_default=True,
        type=click.IntRange(1, 16),
        help="Beam size; 1 greedy.",
    ),
    click.option(
        "--threads", default=0, type=click.IntRange(0, 256), help="CPU threads; 0 takes all cores."
    ),
    *_GLOSSARY,
    click.option(
        "--quotes",
        default="straight",
        show_default=True,
        type=click.Choice(["straight", "curly"]),
        help="Quotation marks of the English.",
    ),
)
_ARTICLES = (
    click.option(
        "--summary",
        default=3,
        show_default=True,
        type=click.IntRange(0, 50),
        help="Sentences of each page's summary; 0 for none.",
    ),
    click.option("--any-language", is_flag=True, help="Go on when a text does not look French."),
    _STYLE,
    click.option(
        "--memory",
        type=click.Path(path_type=Path),
        help="Translation memory. [default: memory.sqlite in the user's data folder]",
    ),
    click.option("--no-memory", is_flag=True, help="Neither use nor keep a translation memory."),
)


def translation_options(command: Command) -> Command:
    """Add to a command what decides how articles are translated."""
    for option in reversed((*_SENTENCES, *_ARTICLES)):
        command = option(command)
    return command


def sentence_options(command: Command) -> Command:
    """Add to a command what decides how sentences are translated, articles apart."""
    for option in reversed(_SENTENCES):
        command = option(command)
    return command


def glossary_options(command: Command) -> Command:
    """Add to a command what decides which glossary holds."""
    for option in reversed(_GLOSSARY):
        command = option(command)
    return command


def checking_options(command: Command) -> Command:
    """Add to a command what decides which glossary and which style hold."""
    for option in reversed((*_GLOSSARY, _STYLE)):
        command = option(command)
    return command


def translator(
    options: dict[str, Any], *, tell: Callable[[str], None] = lambda _message: None
) -> Translator:
    """Return the translator that the values of `translation_options` describe.

    `tell` hears why a memory is not used.

    Raises:
        click.UsageError: when options exclude each other.
    """
    from translate.engines.base import Decoding
    from translate.pipeline import Settings, Translator
    from translate.style import style_of_pairs
    from translate.typography import Quotes

    style = style_of_pairs(options.get("style", ()))
    memory = memory_of(options, tell)
    entries = glossary_of(options)
    engine = engine_of(options)
    settings = Settings(
        decoding=Decoding(beam=options["beam"]),
        quotes=Quotes(options["quotes"]),
        summary_sentences=options["summary"],
        style=style,
    )
    return Translator(engine, entries, settings, memory)


def memory_of(options: dict[str, Any], tell: Callable[[str], None]) -> Recall | None:
    """Return the memory that the options name, open until the command ends; None for none.

    One that cannot be opened now (no right to, a full disk) is told and done without.

    Raises:
        click.UsageError: when options exclude each other.
        MemoryFileError: the file is no memory, newer or damaged.
    """
    if options.get("no_memory", True):
        if options.get("memory"):
            raise click.UsageError("--memory and --no-memory exclude each other")
        return None
    from translate.memory.database import default_path
    from translate.memory.recall import Recall
    from translate.memory.store import Memory
    from translate.memory.values import MemoryUnavailableError

    try:
        memory = Memory(options["memory"] or default_path())
    except MemoryUnavailableError as error:
        tell(f"{error}; going on without it")
        return None
    recall = Recall(memory, tell)
    click.get_current_context().call_on_close(recall.close)
    return recall


def engine_of(options: dict[str, Any]) -> Engine:
    """Return the engine that the options name, on their model.

    Raises:
        ConfigError: there is no such engine or model, or it cannot be used.
    """
    from translate.engines.registry import create
    from translate.errors import ConfigError, EngineError, ModelError
    from translate.models import store

    try:
        model = store.resolve(options["model"])
        return create(options["engine"], model, threads=options["threads"])
    except (ModelError, EngineError) as error:
        raise ConfigError(str(error)) from error  # an option that makes no sense: exit code 2


def glossary_of(options: dict[str, Any]) -> Glossary:
    """Return the glossary that the values of `glossary_options` describe.

    `DESK` is taken when no other is named, and that is said.

    Raises:
        click.UsageError: when options exclude each other.
        ConfigError: a file cannot be used.
    """
    import glossary
    from translate.cli.glossaries import layered

    if options["no_glossary"]:
        if options["glossary"]:
            raise click.UsageError("--glossary and --no-glossary exclude each other")
        return glossary.Glossary()
    paths = options["glossary"]
    if not paths and DESK.is_file():
        paths = (DESK,)
        if not options.get("quiet"):
            click.echo(f"glossary: ./{DESK}", err=True)
    return layered(paths, lenient=options["lenient"], found=not options["glossary"])
