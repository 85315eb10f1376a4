"""Help: every key of the screen one came from, by group, made from the commands themselves."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, ClassVar

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from alignbench.messages import t
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.groups import in_order
from alignbench.tui.widgets import glyphs

ANYWHERE = (
    ("ctrl+p", t("Every command by name; themes too")),
    ("?  f1", t("This help")),
    ("ctrl+q", t("Leave at once; everything is kept")),
)


Legend = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and what stands under it: a sign, and what it means."""


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
        Binding("escape,q,ｑ,f1,question_mark,？", "close", t("close"), id="help-close"),
        Binding("slash,／", "seek", show=False, id="help-seek"),
        Binding("j,ｊ", "scroll(1)", show=False, id="help-down"),
        Binding("k,ｋ", "scroll(-1)", show=False, id="help-up"),
    ]

    def __init__(
        self, commands: Iterable[Command[Any]], *, legend: Legend | None = None, about: str = ""
    ) -> None:
        """`legend` explains what is on the screen, under a heading; `about` is said first."""
        super().__init__()
        self._about = about
        self._commands = list(commands)
        self._legend = legend

    def compose(self) -> ComposeResult:
        """One long text that scrolls."""
        with VerticalScroll() as scroll:
            scroll.border_title = t("Keys")
            scroll.border_subtitle = t("/ looks for words   escape closes")
            yield Input(placeholder=t("/ looks for words"), id="help-seek", compact=True)
            yield Static(DrawnOnce(self._text("")), id="help-text")

    def on_mount(self) -> None:
        """Begin where keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _text(self, words: str) -> Group:
        return help_text(self._commands, legend=self._legend, about=self._about, words=words)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show only what has the words."""
        self.query_one("#help-text", Static).update(DrawnOnce(self._text(event.value)))

    def on_input_submitted(self) -> None:
        """Go back to scrolling."""
        self.query_one(VerticalScroll).focus()

    def action_seek(self) -> None:
        """Look for words."""
        self.query_one(Input).focus()

    def action_close(self) -> None:
        """End the search, or close."""
        seek = self.query_one(Input)
        if seek.value:
            seek.value = ""
            self.query_one(VerticalScroll).focus()
        else:
            self.dismiss()

    def action_scroll(self, lines: int) -> None:
        """Scroll; the arrows do so by themselves."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


class DrawnOnce:
    """Text that is laid out once for a width: Textual asks its height and its lines, time again."""

    def __init__(self, text: RenderableType) -> None:
        self._text = text
        self._drawn: dict[int, list[Segment]] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The segments at this width."""
        width = options.max_width
        if width not in self._drawn:
            self._drawn[width] = list(console.render(self._text, options))
        return self._drawn[width]


def help_text(
    commands: Iterable[Command[Any]], *, legend: Legend | None = None, about: str = "",
    words: str = "",
) -> Group:  # fmt: skip
    """The help of `commands`, by group, after what is `about` the place where one is.

    With `words`, only the lines that have them all.
    """
    wanted = words.casefold().split()

    def kept(lines: Iterable[tuple[str, str]], title: str) -> list[Text | Table]:
        there = [
            line
            for line in lines
            if all(word in f"{title} {line[0]} {line[1]}".casefold() for word in wanted)
        ]
        return section(title, there) if there else []

    parts: list[Text | Table] = [Text(about + "\n")] if about and not wanted else []
    if legend is not None:
        parts += kept(legend[1], legend[0])
    if not wanted:
        said = t("Letters work in full width too; whatever a key does, the mouse or ctrl+p does.")
        parts.append(Text(said, "dim"))
    for group, members in grouped(commands):
        parts += kept([(each.key_names, f"{each.title}. {each.help}" if wanted else each.help)
                       for each in members], group)  # fmt: skip
    parts += kept(ANYWHERE, t("Anywhere"))
    return Group(*parts) if parts else Group(Text("\n" + t("Nothing found."), "dim"))


def marks_legend() -> Legend:
    """The marks of a document's screens, under their heading."""
    return t("Marks"), marks_explained()


def marks_explained() -> list[tuple[str, str]]:
    """The marks of the gutter, of findings and of the map."""
    return [
        (glyphs.CONFIRMED, t("confirmed")),
        (glyphs.SUGGESTED, t("suggested")),
        (glyphs.DOUBTFUL, t("suggested, and in doubt")),
        (glyphs.NOTHING, t("one side is empty: left out, or added")),
        (glyphs.CROSSING, t("crosses another link: the translator moved something")),
        (
            f"{glyphs.MINOR}  {glyphs.MAJOR}  {glyphs.CRITICAL}",
            t("a finding: minor, major, critical"),
        ),
        (glyphs.FLAG, t("flagged")),
        (glyphs.NOTE, t("has a note")),
        (glyphs.REWORDED, t("a better English is proposed")),
        (glyphs.LATER, t("marked to come back to")),
        (glyphs.PART, t("before each further sentence of a link")),
        (
            f"{glyphs.MAP_CONFIRMED}  {glyphs.MAP_SUGGESTED}  {glyphs.MAP_LITTLE_DOUBT}"
            f"  {glyphs.MAP_DOUBTFUL}  {glyphs.MAP_FOUND}  {glyphs.HERE}",
            t("on the map: confirmed, suggested, some doubt, much doubt, a finding, here"),
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
