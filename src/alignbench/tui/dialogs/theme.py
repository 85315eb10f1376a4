"""The list of themes, each shown at once on the screen behind it."""

from typing import Any

from rich.text import Text
from textual import on
from textual.app import App
from textual.theme import Theme
from textual.widgets import OptionList

from alignbench.messages import t
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.themes import THEMES
from alignbench.tui.widgets import glyphs


class ThemeChooser(Chooser):
    """Shows the theme that is pointed at. Dismisses as a `Chooser` does."""

    def __init__(self, themes: list[Theme], now: str) -> None:
        """`themes` in the order of the list; `now` is the name of the one in use."""
        self._themes = themes
        names = [theme.name for theme in themes]
        super().__init__(
            t("Themes"), [_line(theme) for theme in themes],
            t("type to find   arrows show it   enter keeps it   esc: as it was"),
            at=names.index(now) if now in names else 0, typing=True,
        )  # fmt: skip

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._themes[int(str(event.option.id))].name


def choose_theme(app: App[Any]) -> None:
    """List the themes, show each while it is pointed at, and keep the one that is chosen."""
    themes = in_order(list(app.available_themes.values()))
    was = app.theme

    def done(answer: tuple[str, int] | None) -> None:
        app.theme = was if answer is None else themes[answer[1]].name

    app.push_screen(ThemeChooser(themes, was), done)


def in_order(themes: list[Theme]) -> list[Theme]:
    """Our own first."""
    own = [theme.name for theme in THEMES]
    return sorted(themes, key=lambda theme: (theme.name not in own, theme.name))


def _line(theme: Theme) -> Text:
    """`paper-light   light   our own`, with the theme's own colours."""
    line = Text(f"{theme.name:<24}")
    line.append(t("dark  ") if theme.dark else t("light "), "dim")
    for colour in (theme.primary, theme.secondary, theme.warning, theme.error, theme.success):
        if colour and colour.startswith("#"):
            line.append(f" {glyphs.BAR_DONE}", colour)
    own = any(theme.name == each.name for each in THEMES)
    return line.append(t("  our own") if own else "", "bold")
