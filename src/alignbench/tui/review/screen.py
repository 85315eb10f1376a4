"""The review screen: Japanese left, English right, doubt first."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import var

from alignbench.domain.errors import AlignbenchError
from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.tui.commands.catalogue import REVIEW_COMMANDS, bindings, by_id
from alignbench.tui.dialogs.issue import ask_change, ask_flag
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.dialogs.report import ReportWriter
from alignbench.tui.issues.screen import IssuesScreen
from alignbench.tui.review import segment_questions
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.commands.review_command import Mode
from alignbench.tui.review.findings import FindingsScreen
from alignbench.tui.review.manual_link import Linking
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.minimap import Minimap
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.search_bar import SearchBar

LOOK_EVERY = 2.0
"""Seconds between two looks at whether another window has written."""
COPYING_KEYS = frozenset("jeyｊｅｙ")
"""Characters that mean something while copying, beside escape."""


class ReviewScreen(FindingsScreen):
    """One document under review."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW_COMMANDS)]
    commands = by_id(REVIEW_COMMANDS)
    BINDING_GROUP_TITLE = "Review"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (30, "-tall")]  # noqa: RUF012

    mode: var[Mode] = var(Mode.REVIEW, init=False)

    def __init__(self, project: Project, session: ReviewSession) -> None:
        super().__init__(session)
        self.project = project
        self._linking: Linking | None = None
        self._row_seen = self._row_kept = self._row_left()
        # Not asked of the view: when the screen goes, the view is gone already.

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield ProgressLine()
        with Horizontal(id="texts"):
            yield BilingualView()
            yield Minimap()
        yield CandidatesPanel()
        yield SearchBar()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the document where it was left."""
        self.view.focus()
        self.query_one(Minimap).follow(self.view)
        self.call_after_refresh(self.show_all, self._row_seen)
        self.call_after_refresh(self.check_document)
        self._looking = self.set_interval(LOOK_EVERY, self._look)

    # Commands

    def on_key(self, event: events.Key) -> None:
        """A key that says nothing on copying ends it, and then means what it always means."""
        meant = event.key == "escape" or event.character in COPYING_KEYS
        if self.mode is Mode.COPYING and not meant:
            self.mode = Mode.REVIEW

    @property
    def mode_text(self) -> str:
        """What keys mean, where not the usual."""
        if self._linking is not None:
            return f"Linking by hand   {self._linking.summary}"
        return "Copy: j Japanese, e English, y both" if self.mode is Mode.COPYING else ""

    def watch_mode(self, mode: Mode) -> None:
        """Show what keys mean now."""
        if mode is not Mode.LINKING:
            self._linking = None
        self.decorate()
        self.show_progress()
        self.refresh_bindings()

    # Messages

    @on(BilingualView.Moved)
    def _row_chosen(self, event: BilingualView.Moved) -> None:
        self._row_seen = event.row
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
            self.decorate()

    @on(CandidatesPanel.Chosen)
    def _candidate_clicked(self, event: CandidatesPanel.Chosen) -> None:
        if self.mode is Mode.REVIEW:
            self.choose(event.number)

    @on(CandidatesPanel.FindingChosen)
    def _finding_clicked(self, event: CandidatesPanel.FindingChosen) -> None:
        if self.mode is Mode.REVIEW:
            self.step_finding(event.at - self.finding_at)

    @on(CandidatesPanel.FlagChosen)
    def _flag_clicked(self, event: CandidatesPanel.FlagChosen) -> None:
        if self.mode is Mode.REVIEW:
            self.change_flag(event.at)

    @on(Minimap.Chosen)
    def _map_clicked(self, event: Minimap.Chosen) -> None:
        self.row = event.row

    # Linking by hand

    def begin_linking(self) -> None:
        """Begin with this link's Japanese marked."""
        self._linking = Linking.begin(self.current.link, self.session.document)
        self.mode = Mode.LINKING

    def point(self, step: int) -> None:
        """Point at the next (1) or previous (-1) segment of this side, or (0) the other side."""
        if self._linking is not None:
            self._linking = self._linking.moved(step, self.session.rows, self.row)
            self.row = self._linking.row(self.session.rows)
            self.decorate()

    def toggle_mark(self) -> None:
        """Mark the segment pointed at, or take its mark away."""
        if self._linking is not None:
            self._linking = self._linking.toggled()
            self.decorate()

    def link_marked(self) -> None:
        """Link what is marked; without a segment on each side, say so and stay."""
        if self._linking is not None:
            ja, en = self._linking.marked("ja"), self._linking.marked("en")
            if ja and en:
                self.mode = Mode.REVIEW
                self.row = self.row_at(("ja", ja[0]))
            self.edit_aligning("Linking by hand", lambda session: session.link(ja, en))

    def decorate(self) -> None:
        """Draw marks and pointer, or what was found."""
        if self._linking is not None:
            self.view.decorate(self._linking.spans(self.session.document))
            self.show_progress()
        else:
            super().decorate()

    # Questions

    def ask(self, title: str, body: str, then: Callable[[], None]) -> None:
        """Do `then` if the answer is yes."""
        self.app.push_screen(Question(title, body), lambda yes: then() if yes else None)

    @work
    async def ask_note(self) -> None:
        """Ask for a note on the chosen link."""
        await segment_questions.ask_note(self)

    @work
    async def ask_flag(self) -> None:
        """Ask what kind of error there is in the chosen link."""
        row = self.row
        draft = await ask_flag(self, row)
        if draft is not None:
            self.edit(lambda session: session.flag(row, draft))

    @work
    async def change_flag(self, at: int) -> None:
        """Let a person change what one of the chosen link's flags says."""
        flag = self.current.flags[at]
        draft = await ask_change(self, self.row, flag)
        if draft is not None:
            self.edit(lambda session: session.edit_flag(flag.id, draft))

    @work
    async def ask_segment(self) -> None:
        """Ask for a segment's number and go there."""
        await segment_questions.ask_segment(self)

    def show_issues(self) -> None:
        """List all findings and flags; come back to the pair that is chosen there."""
        write: ReportWriter | None = getattr(self.app, "write_report", None)
        self.over = screen = IssuesScreen(self, self.project.root, write)
        self.app.push_screen(screen, self._issues_left)

    def _issues_left(self, row: int | None) -> None:
        self.over = None
        self.show_all(min(self.row if row is None else row, len(self.session.rows) - 1))

    # Other windows, and leaving

    def _look(self) -> None:
        """See what other windows did, unless a question or a job is in front."""
        if self.app.screen is not self or self.mode is Mode.LINKING:
            return
        self._keep_row()
        place = self._place()
        try:
            changed = self.session.refresh()
        except AlignbenchError as error:
            self._looking.stop()
            self.complain(error)
            return
        if changed:
            self.show_all(self.row_at(place))
            self.checker.ask(self)
            self.say("Another window changed this document; this is how it stands now.")

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
        if self._row_kept == self._row_seen:
            return
        try:
            self.project.set_setting(f"row:{self.session.document.name}", str(self._row_seen))
            self._row_kept = self._row_seen
        except AlignbenchError:
            return  # A place forgotten is no reason to hold anyone back.
