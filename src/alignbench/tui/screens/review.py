"""The review screen: Japanese left, English right, doubt first."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.widgets import Footer

from alignbench.domain.flags import FlagDraft
from alignbench.review import Project, ReviewSession
from alignbench.tui.commands.catalog import REVIEW_COMMANDS, bindings, by_id
from alignbench.tui.commands.reviewing import Mode
from alignbench.tui.finding import Match, find_matches
from alignbench.tui.linking import Linking
from alignbench.tui.screens.dialogs import FlagQuestion, Question, TextQuestion
from alignbench.tui.screens.reviewing import EditingScreen
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.candidates import CandidatesPanel
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.search_bar import SearchBar

LOOK_EVERY = 2.0
"""Seconds between two looks at whether another window has written."""
COMMANDS = by_id(REVIEW_COMMANDS)


class ReviewScreen(EditingScreen):
    """One document under review."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW_COMMANDS)]
    BINDING_GROUP_TITLE = "Review"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 (as Textual has it)

    mode: var[Mode] = var(Mode.REVIEW, init=False)

    def __init__(self, project: Project, name: str) -> None:
        super().__init__()
        self.project = project
        self.session: ReviewSession = project.review(name)
        self._matches: list[Match] = []
        self._match: int | None = None
        self._linking: Linking | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield ProgressLine()
        yield BilingualView()
        yield CandidatesPanel()
        yield SearchBar()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the document where it was left."""
        self.view.focus()
        self.call_after_refresh(self.show_all, self._row_left())
        self.set_interval(LOOK_EVERY, self._look)

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys mean what applies now."""
        if action == "command":
            # While one types a search, letters are letters.
            typing = not self.is_mounted or not self.view.has_focus
            return not typing and COMMANDS[str(parameters[0])].applies(self)
        return super().check_action(action, parameters)

    def action_command(self, name: str) -> None:
        """Do what a key or the palette says."""
        COMMANDS[name].run(self)

    @property
    def mode_text(self) -> str:
        """What keys mean, where not the usual."""
        return {
            Mode.REVIEW: "",
            Mode.LINKING: "Linking by hand: space marks, tab changes sides, enter links",
            Mode.COPYING: "Copy: j Japanese, e English, y both",
        }[self.mode]

    def watch_mode(self, mode: Mode) -> None:
        """Show what keys mean now."""
        if mode is not Mode.LINKING:
            self._linking = None
        self._decorate()
        self.query_one(ProgressLine).show(self.session.summary, self.mode_text)
        self.refresh_bindings()

    # Messages

    @on(BilingualView.Moved)
    def _row_chosen(self) -> None:
        self.show_row()

    @on(BilingualView.Activated)
    def _row_activated(self) -> None:
        if self.mode is Mode.REVIEW:
            self.action_command("confirm-and-go-on")

    @on(BilingualView.PieceClicked)
    def _piece_clicked(self, event: BilingualView.PieceClicked) -> None:
        if self._linking is not None:
            link = self.session.rows[event.row].link
            numbers = link.ja if event.side == "ja" else link.en
            self._linking = self._linking.at(event.side, numbers[event.piece]).toggled()
            self._decorate()

    @on(CandidatesPanel.Chosen)
    def _candidate_clicked(self, event: CandidatesPanel.Chosen) -> None:
        self.choose(event.number)

    # Searching

    @property
    def search_bar(self) -> SearchBar:
        """The search line."""
        return self.query_one(SearchBar)

    @property
    def is_searching(self) -> bool:
        """Whether there are words to look for, and the document has the keys."""
        return self.search_bar.is_open and self.view.has_focus

    @on(SearchBar.Sought)
    def _seek(self, event: SearchBar.Sought) -> None:
        self._matches = find_matches(self.session.rows, event.words)
        below = (at for at, match in enumerate(self._matches) if match.row >= self.row)
        self._match = next(below, 0) if self._matches else None
        self._show_match()

    @on(SearchBar.Left)
    def _leave_search(self) -> None:
        self.view.focus()
        self.refresh_bindings()

    def step_match(self, step: int) -> None:
        """Go to the next match, or the one before."""
        if self._matches and self._match is not None:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()

    def _show_match(self) -> None:
        if self._match is not None:
            self.row = self._matches[self._match].row
        at = None if self._match is None else self._match + 1
        self.search_bar.show_count(at, len(self._matches))
        self._decorate()

    # Linking by hand

    def begin_linking(self) -> None:
        """Begin with this link's Japanese marked."""
        self._linking = Linking.begin(self.current.link, self.session.document)
        self.mode = Mode.LINKING

    def point(self, step: int) -> None:
        """Point at the next (1) or previous (-1) segment of this side, or (0) the other side."""
        if self._linking is not None:
            self._linking = self._linking.moved(step, self.session.rows, self.row)
            self._follow_pointer()

    def toggle_mark(self) -> None:
        """Mark the segment pointed at, or take its mark away."""
        if self._linking is not None:
            self._linking = self._linking.toggled()
            self._decorate()

    def link_marked(self) -> None:
        """Link what is marked."""
        if self._linking is not None:
            ja, en = self._linking.marked("ja"), self._linking.marked("en")
            self.mode = Mode.REVIEW
            self.edit(lambda session: session.link(ja, en))

    def _follow_pointer(self) -> None:
        if self._linking is not None:
            self.row = self._linking.row(self.session.rows)
        self._decorate()

    def _decorate(self) -> None:
        if self._linking is not None:
            self.view.decorate(self._linking.spans(self.session.document))
            return
        spans: dict[Any, list[tuple[int, int, str]]] = {}
        for at, match in enumerate(self._matches):
            style = "current-match" if at == self._match else "match"
            spans.setdefault((match.side, match.number), []).append((match.start, match.end, style))
        self.view.decorate(spans)

    # Questions

    def ask(self, title: str, body: str, then: Callable[[], None]) -> None:
        """Do `then` if the answer is yes."""
        self.app.push_screen(Question(title, body), lambda yes: then() if yes else None)

    @work
    async def ask_note(self) -> None:
        """Ask for a note on the chosen link."""
        row = self.row
        text = await self.app.push_screen_wait(TextQuestion("Note", self.current.link.note))
        if text is not None and text != self.session.rows[row].link.note:
            self.edit(lambda session: session.note(row, text.strip()))

    @work
    async def ask_flag(self) -> None:
        """Ask what kind of error there is in the chosen link."""
        row = self.row
        draft: FlagDraft | None = await self.app.push_screen_wait(FlagQuestion())
        if draft is not None:
            self.edit(lambda session: session.flag(row, draft))

    @work
    async def ask_segment(self) -> None:
        """Ask for a segment's number and go there."""
        hint = "12 is a Japanese segment, e12 an English one"
        text = await self.app.push_screen_wait(TextQuestion("Go to segment", hint=hint))
        if text is None:
            return
        side, digits = ("en", text.strip()[1:]) if text.strip()[:1] in ("e", "ｅ") else ("ja", text)
        if not digits.strip().isdecimal():
            self.say("Type a number, or e and a number.")
            return
        number = int(digits)
        rows = self.session.rows
        found = (
            at
            for at, row in enumerate(rows)
            if number in (row.link.ja if side == "ja" else row.link.en)
        )
        self.go_to(next(found, None), f"There is no segment {text.strip()}.")

    # Other windows, and leaving

    def _look(self) -> None:
        if self.app.screen is self and self.session.refresh():
            self.show_all(min(self.row, len(self.session.rows) - 1))
            self.say("Another window changed this document.")

    def leave(self) -> None:
        """Go back to the library."""
        self._keep_row()
        self.app.show_library()  # type: ignore[attr-defined]

    def on_unmount(self) -> None:
        """Remember the place."""
        self._keep_row()

    def _row_left(self) -> int:
        value = self.project.setting(f"row:{self.session.document.name}", "0")
        return min(int(value) if value.isdecimal() else 0, max(0, len(self.session.rows) - 1))

    def _keep_row(self) -> None:
        name = self.session.document.name
        if self.is_mounted and self.project.setting(f"row:{name}") != str(self.row):
            self.project.set_setting(f"row:{name}", str(self.row))
