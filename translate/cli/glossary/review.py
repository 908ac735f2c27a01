"""`translate glossary review`: proposed entries, one key each."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.glossary.desk import existing, file_option, say, stamp
from translate.cli.glossary.keys import QUIT, Keys, keys_of

if TYPE_CHECKING:
    from glossary import Entry
    from glossary.reviewing import Action, Keeper, Rivals, Session
    from translate.cli.glossary.review_screen import Screen

#: Where `glossary suggest` writes.
PROPOSED = Path("proposed.csv")
_EDIT = "e"
_HELP = "a accepts, e edits, d declines for good, s skips, u takes back the last step, q stops"
_ASSIGNMENT = re.compile(r"([a-z_]+)=(.*)", re.DOTALL)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@file_option
def review(file: Path | None, path: Path) -> None:
    """Decide on proposed entries, one key each: of FILE, else of the glossary or proposed.csv.

    Accepted entries go to the glossary with status approved, your name and the date. Declined ones
    stay in FILE as deprecated and are not proposed again. Each decision is saved at once: stop when
    you like and go on later. Without a terminal, keys are read from standard input, one a line;
    after e, the next line is the new English, or COLUMN=TEXT.
    """
    from glossary.reviewing import Keeper, Rivals, begin
    from translate.cli.glossary.review_screen import Screen

    source = file or _waiting(path)
    keeper = Keeper(source, path, lambda header: stamp(header, {}))
    session = begin(keeper.items())
    if not session.items:
        say(f"{source} has no proposed entries")
        return
    session = _walk(session, keeper, Rivals(_approved(path)), Screen())
    counts = Counter(item.decision for item in session.items)
    sums = ", ".join(f"{count} {decision}" for decision, count in counts.items())
    where = f"accepted entries are in {path}, the others in {source}"
    say(f"{sums}; {f'all are in {path}' if path == source else where}")


def _waiting(path: Path) -> Path:
    """Return the glossary if entries wait in it, else the file of proposals if there is one."""
    sheet = existing(path)
    waits = sheet and any(row.values.get("status", "").lower() == "proposed" for row in sheet.rows)
    if sheet is None and not PROPOSED.is_file():
        raise click.ClickException(
            f"there is neither {path} nor {PROPOSED}; `translate glossary suggest` makes proposals"
        )
    return PROPOSED if not waits and PROPOSED.is_file() else path


def _approved(path: Path) -> list[Entry]:
    """Return the entries that a proposal is compared with: the desk's and the starter's."""
    from glossary import EntryStatus
    from glossary.editing import read_starter

    sheets = [existing(path), read_starter()]
    entries = [row.entry for sheet in sheets if sheet for row in sheet.rows]
    return [one for one in entries if one and one.status is EntryStatus.APPROVED]


def _walk(session: Session, keeper: Keeper, rivals: Rivals, screen: Screen) -> Session:
    """Show, read a key, keep; until the person stops."""
    keys = keys_of(sys.stdin)
    shown_at = None
    while True:
        item = session.current
        if (item, session.at) != shown_at:
            screen.show(session, rivals.of(item.values.get("fr", "")) if item else ())
            shown_at = (item, session.at)
        key = keys.key()
        if key == QUIT:
            return session
        action = _action(key, session, keys)
        if action is None:
            screen.say(_HELP)
        else:
            session = _kept(session, action, keeper, screen)


def _kept(session: Session, action: Action, keeper: Keeper, screen: Screen) -> Session:
    """Return the next state once it is in the files; what others did meanwhile is shown."""
    from glossary.reviewing import difference, refreshed, step

    after = step(session, action)
    if after.notice:
        screen.say(after.notice, style="yellow")
        return after
    changed = difference(session, after)
    if changed:
        kept = keeper.keep(*changed)
        if kept.refused:
            screen.say(kept.refused, style="yellow")
            return refreshed(session, changed[1].id, kept.values)
    return after


def _action(key: str, session: Session, keys: Keys) -> Action | None:
    """Return what a key means, None if it means nothing."""
    from glossary.reviewing import Accept, Change, Decline, Skip, Undo

    simple: dict[str, Action] = {"a": Accept(), "d": Decline(), "s": Skip(), "u": Undo()}
    if key != _EDIT or session.current is None:
        return simple.get(key)
    value = keys.line("English, or COLUMN=TEXT", session.current.values.get("en", ""))
    found = _ASSIGNMENT.fullmatch(value)
    return Change(found[1], found[2]) if found else Change("en", value)
