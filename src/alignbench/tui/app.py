"""The app: a project, its screens, help, palette, themes."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from alignbench.messages import t
from alignbench.project import Project
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.type_ahead import TypingApp
from alignbench.tui.dialogs.draft_question import keep_drafts
from alignbench.tui.dialogs.help import Help, marks_legend
from alignbench.tui.dialogs.theme import choose_theme
from alignbench.tui.dialogs.tour import Tour
from alignbench.tui.library.lines import columns_explained
from alignbench.tui.lost_terminal import is_terminal, leave_without_terminal
from alignbench.tui.notices import complain
from alignbench.tui.palette import Entry, all_entries, marks_title, palette, palette_entries
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.screens import Screens
from alignbench.tui.signals import HANGUP, leave_on_signals
from alignbench.tui.state import read_state, state_file, wants_ascii, write_state
from alignbench.tui.stylesheet import LastingStylesheet
from alignbench.tui.themes import THEMES
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.layout_view import LayoutView

_LOOK_FOR_TERMINAL = 2.0
"""Seconds between two looks whether the terminal is there still."""


class Workbench(TypingApp):
    """alignbench in a terminal."""

    TITLE = "alignbench"
    # Those of all screens: each that a screen brings later makes Textual read all of them again.
    CSS_PATH = [  # noqa: RUF012
        Path(__file__).parent / name
        for name in (
            "library/screen.tcss", "review/screen.tcss", "issues/screen.tcss",
            "dialogs/dialogs.tcss",
        )
    ]  # fmt: skip
    CSS = """
    ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
    .-narrow ToastRack { margin: 0; }
    .-narrow Toast {
        width: 100%; max-width: 100%; max-height: 3; margin: 0; padding: 0 1; border-left: none;
    }
    Workbench.-ascii .dialog, Workbench.-ascii Help VerticalScroll { border: ascii $primary; }
    Workbench.-ascii Input, Workbench.-ascii Input:focus { border: ascii $primary; }
    Workbench.-ascii Input.-textual-compact { border: none; }
    Workbench.-ascii CandidatesPanel, Workbench.-ascii IssueDetail {
        border-top: ascii $foreground 25%;
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p", "command_palette", t("more"), id="palette", tooltip=t("Every command by name")
        ),
        Binding(
            "f1,question_mark,？", "help", t("help"), True, "?", id="help",
            tooltip=t("Every key of this screen"),
        ),
    ]  # fmt: skip

    def __init__(
        self, project: Project, document: str | None = None, told_of_keys: Sequence[str] = ()
    ) -> None:
        """`told_of_keys`: what is said of keys that the user's own keymap takes, once."""
        super().__init__()
        self._told_of_keys = "\n".join(told_of_keys)
        self.project = project
        self.screens = Screens(self, project, self._offer_tour)
        self._document = document
        self._state_file = state_file()
        self._state = read_state(self._state_file)
        self.stylesheet = LastingStylesheet(variables=self.get_css_variables())
        for theme in THEMES:
            self.register_theme(theme)
        known = self._state.theme in self.available_themes
        self.theme = self._state.theme if known else THEMES[0].name

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        leave_without_terminal(driver, self._hang_up)
        return driver

    def _look_for_terminal(self) -> None:
        if not is_terminal():
            self._hang_up()

    def _hang_up(self) -> None:
        self.exit(return_code=128 + HANGUP)

    def on_mount(self) -> None:
        """Open the document asked for, the only one there is, or the library."""
        leave_on_signals(self)
        if is_terminal():
            self.set_interval(_LOOK_FOR_TERMINAL, self._look_for_terminal)
        glyphs.use_colour(not self.no_color)
        self._draw_marks(wants_ascii(self._state, os.environ, self.console.encoding))
        self.theme_changed_signal.subscribe(self, lambda _: self._keep_theme())
        if (outdated := self.project.models.outdated()) is not None:
            complain(self, outdated)
        self._tell_of_keys()
        names = [summary.name for summary in self.project.documents()]
        waiting = [pair for pair in self.project.pairs() if not pair.imported]
        if self._document is None and len(names) == 1 and not waiting:
            self._document = names[0]
        if self._document is not None:
            self.screens.show_review(self._document)
        else:
            self.screens.show_library(fresh=True)

    def action_help(self) -> None:
        """Explain the keys of this screen."""
        from alignbench.tui.library.screen import LibraryScreen

        if isinstance(self.screen, CommandScreen):
            library = isinstance(self.screen, LibraryScreen)
            legend = (t("Columns"), columns_explained()) if library else marks_legend()
            self.push_screen(
                Help(self.screen.commands.values(), legend=legend, about=self.screen.about)
            )

    def action_command_palette(self) -> None:
        """Open the palette, but not over a question or a running job."""
        screen = self.screen
        if isinstance(screen, ModalScreen):
            return
        entries = all_entries(self, screen, self.screens.show_library)
        entries += [
            Entry(t("The workbench"), each.title, "", each.help, each.callback)
            for each in self._own_commands(screen)
        ]

        def done(answer: tuple[str, int] | None) -> None:
            if answer is not None:
                entries[answer[1]].run()

        self.push_screen(palette(entries, self.size.width), done)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The screen's commands first, then Textual's own."""
        if isinstance(screen, CommandScreen):
            yield from palette_entries(screen)
        yield from self._own_commands(screen)

    def _own_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What is to be done on any screen."""
        yield SystemCommand(
            t("Tour"), t("Eight steps: what one sees, and which key does what."), self.show_tour
        )
        yield SystemCommand(
            marks_title(),
            t("For terminals and fonts that lack the marks, or have them after all"),
            self.toggle_marks,
        )
        yield from super().get_system_commands(screen)

    def search_themes(self) -> None:
        """List the themes, and show each while it is pointed at."""
        choose_theme(self)

    def show_tour(self) -> None:
        """Show what one sees, and which key does what, in eight steps."""
        screen = self.screen
        explained: Callable[[str], Sequence[Region]] = lambda _: ()  # noqa: E731
        if isinstance(screen, ReviewScreen):
            screen.make_way()
            explained = screen.explained
        self.push_screen(Tour(explained))

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, by whatever way; what is typed just now stays as a draft."""
        keep_drafts(self.screen_stack)
        super().exit(result, return_code, message)

    def _tell_of_keys(self) -> None:
        """Say once which commands gave keys up to the user's own."""
        if self._told_of_keys != self._state.keys:
            self._state = replace(self._state, keys=self._told_of_keys)
            write_state(self._state_file, self._state)
            if self._told_of_keys:
                self.notify(
                    self._told_of_keys, title=t("Your own keys"), markup=False, timeout=12
                )  # fmt: skip

    def _offer_tour(self) -> None:
        """Say once that there is a tour."""
        if not self._state.tour:
            self._state = replace(self._state, tour="offered")
            write_state(self._state_file, self._state)
            self.notify(
                t("ctrl+p, then type tour: eight steps, two minutes."),
                title=t("New here?"), markup=False, timeout=15,
            )  # fmt: skip

    def toggle_marks(self) -> None:
        """Draw marks in ASCII from now on, or as they are meant, and remember it."""
        self._draw_marks(not glyphs.is_ascii())
        self._state = replace(self._state, marks="ascii" if glyphs.is_ascii() else "drawn")
        write_state(self._state_file, self._state)

    def _draw_marks(self, ascii_: bool) -> None:
        glyphs.use_ascii(ascii_)
        self.set_class(ascii_, "-ascii")
        for screen in self.screen_stack:
            for widget in screen.walk_children(Widget):
                widget.notify_style_update()  # which drops what was drawn
                widget.refresh()
                if isinstance(widget, LayoutView):
                    widget.lay_out_anew()  # signs of changed words take room

    @property
    def failure(self) -> BaseException | None:
        """What ended the app before its time."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def _fatal_error(self) -> None:
        """End without the pages of traceback that Textual prints: `tui.run` raises the error."""
        self._close_messages_no_wait()

    def _keep_theme(self) -> None:
        self._state = replace(self._state, theme=self.theme)
        write_state(self._state_file, self._state)
