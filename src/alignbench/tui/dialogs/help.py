"""Help: every key of the screen one came from, by group, made from the commands themselves."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from alignbench.messages import t
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import in_order
from alignbench.tui.widgets import glyphs

ANYWHERE = (
    ("ctrl+p", "Every command by name; themes too"),
    ("?  f1", "This help"),
    ("ctrl+q", "Leave at once; everything is kept"),
)


class Help(ModalScreen[None]):
    """Keys and what they do."""

    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help VerticalScroll {
        width: 92; max-width: 100%; height: 90%;
        padding: 0 2; background: $panel; border: round $primary;
        border-title-style: bold; border-subtitle-color: $text-muted;
        scrollbar-size-vertical: 1; scrollbar-color: $primary 50%;
        scrollbar-background: $panel; scrollbar-background-hover: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ,f1,question_mark,？", "dismiss", "close", id="help-close"),
        Binding("j,ｊ", "scroll(1)", show=False, id="help-down"),
        Binding("k,ｋ", "scroll(-1)", show=False, id="help-up"),
    ]

    def __init__(
        self, commands: Iterable[Command[Any]], *, marks: bool = False, about: str = ""
    ) -> None:
        """`marks`: explain the marks of the gutter too; `about` is said first."""
        super().__init__()
        self._about = about
        self._commands = list(commands)
        self._marks = marks

    def compose(self) -> ComposeResult:
        """One long text that scrolls."""
        with VerticalScroll() as scroll:
            scroll.border_title = "Keys"
            scroll.border_subtitle = "escape closes"
            yield Static(help_text(self._commands, marks=self._marks, about=self._about))

    def action_scroll(self, lines: int) -> None:
        """Scroll; the arrows do so by themselves."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def help_text(commands: Iterable[Command[Any]], *, marks: bool = False, about: str = "") -> Group:
    """The help of `commands`, by group, after what is `about` the place where one is."""
    parts: list[Text | Table] = [Text(about + "\n")] if about else []
    if marks:
        parts += section(t("Marks"), marks_explained())
    parts += [
        Text(
            "Letters work in full width too; whatever a key does, the mouse or ctrl+p does.", "dim"
        )
    ]
    for group, members in grouped(commands):
        parts += section(group, [(each.key_names, each.help) for each in members])
    parts += section("Anywhere", ANYWHERE)
    return Group(*parts)


def marks_explained() -> list[tuple[str, str]]:
    """The marks of the gutter, of findings and of the map."""
    return [
        (glyphs.CONFIRMED, "confirmed"),
        (glyphs.SUGGESTED, "suggested"),
        (glyphs.DOUBTFUL, "suggested, and in doubt"),
        (glyphs.NOTHING, "one side is empty: left out, or added"),
        (glyphs.CROSSING, "crosses another link: the translator moved something"),
        (f"{glyphs.MINOR}  {glyphs.MAJOR}  {glyphs.CRITICAL}", "a finding: minor, major, critical"),
        (glyphs.FLAG, "flagged"),
        (glyphs.NOTE, "has a note"),
        (glyphs.REWORDED, "a better English is proposed"),
        (glyphs.LATER, "marked to come back to"),
        (glyphs.PART, "before each further sentence of a link"),
        (
            f"{glyphs.MAP_CONFIRMED}  {glyphs.MAP_SUGGESTED}  {glyphs.MAP_LITTLE_DOUBT}"
            f"  {glyphs.MAP_DOUBTFUL}  {glyphs.MAP_FOUND}  {glyphs.HERE}",
            "on the map: confirmed, suggested, some doubt, much doubt, a finding, here",
        ),
    ]


def section(title: str, lines: Iterable[tuple[str, str]]) -> list[Text | Table]:
    """A heading and a table of two columns."""
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(width=18, no_wrap=True)
    table.add_column(ratio=1)
    for key, what in lines:
        table.add_row(Text(f"  {glyphs.key_name(key)}", "bold"), Text(what))
    return [Text(f"\n{title}", "bold underline"), table]


def grouped(commands: Iterable[Command[Any]]) -> list[tuple[str, list[Command[Any]]]]:
    """Commands that help explains, by group, what one needs first before the rest."""
    explained = [command for command in in_order(commands) if command.explained]
    return [(group, list(members)) for group, members in groupby(explained, lambda c: c.group)]
