"""What `glossary review` shows: one proposed entry, its evidence, its rivals.

Nothing of a file can steer the terminal: control characters are taken out, and rich reads no
markup in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from translate.cli.glossary.desk import shown
from translate.suggest.rows import EVIDENCE, SEPARATOR

if TYPE_CHECKING:
    from glossary.reviewing import Session
    from glossary.values import Entry

KEYS = "[a]ccept  [e]dit  [d]ecline  [s]kip  [u]ndo  [q]uit"
#: Columns that are shown where they have something, in this order, with their labels.
_FIELDS = {
    "forms_fr": "other French", "forms_en": "other English", "forbidden_en": "not to stand",
    "gender": "gender", "speaks": "speaks", "cues": "cues", "valid_from": "from",
    "valid_to": "to", "note": "note", "source": "source",
}  # fmt: skip


class Screen:
    """Prints on standard output; colours only where it is a terminal."""

    def __init__(self) -> None:
        self._console = Console(markup=False, highlight=False, emoji=False)

    def show(self, session: Session, rivals: Sequence[Entry]) -> None:
        """Show the current item, or that the end is reached."""
        item = session.current
        if item is None:
            self.say("All have been seen.  [u]ndo  [q]uit")
            return
        french, english = shown(item.values.get("fr", "")), shown(item.values.get("en", ""))
        head = Text().append(f"{session.at + 1}/{len(session.items)}  ", style="dim")
        head.append(french, style="bold").append(" → ")
        head.append(english or "to be filled in", style="bold green" if english else "yellow")
        head.append(f"  {shown(item.values.get('kind', '') or 'term')}", style="cyan")
        self._console.rule(style="dim")
        self._console.print(head)
        self._fields(item.values)
        self._evidence(item.values.get(EVIDENCE, ""), french)
        self._rivals(rivals)
        self.say(KEYS, style="dim")

    def say(self, message: str, style: str = "") -> None:
        """Say one thing."""
        self._console.print(Text(shown(message), style=style))

    def _fields(self, values: Mapping[str, str]) -> None:
        table = Table.grid(padding=(0, 2))
        for column, label in _FIELDS.items():
            if values.get(column):
                table.add_row(Text(label, style="dim"), Text(shown(values[column])))
        if table.row_count:
            self._console.print(Padding(table, (0, 0, 0, 2)))

    def _evidence(self, cell: str, french: str) -> None:
        """Show the sentences, French above English."""
        for piece in filter(None, cell.split(SEPARATOR.strip())):
            where, _, sentences = shown(piece).strip().partition(": ")
            source, _, target = sentences.partition(" → ")
            self._console.print(Padding(Text(where, style="dim"), (0, 0, 0, 2)))
            line = Text(source)
            line.highlight_words([french], "bold", case_sensitive=False)
            self._console.print(Padding(line, (0, 0, 0, 4)))
            if target and target != "?":
                self._console.print(Padding(Text(target, style="green"), (0, 0, 0, 4)))

    def _rivals(self, rivals: Sequence[Entry]) -> None:
        for rival in rivals:
            line = f"in the glossary: {rival.fr} → {rival.en} ({rival.kind})"
            self._console.print(Padding(Text(shown(line), style="magenta"), (0, 0, 0, 2)))
