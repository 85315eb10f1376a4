"""The review screen: Japanese left, English right, doubt first."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Region
from textual.widget import Widget

from alignbench.checks.plain_names import plain_name
from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t
from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.tui.commands.command import bindings, by_id
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.issues.texts import explanation_of
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.commands.all_commands import FOOTER, REVIEW_COMMANDS
from alignbench.tui.review.controllers.clipboard import MEANT
from alignbench.tui.review.controllers.concordance import Visit
from alignbench.tui.review.controls import ReviewControls
from alignbench.tui.review.kept_row import KeptRow
from alignbench.tui.review.mode import Mode
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.key_line import KeyLine
from alignbench.tui.widgets.minimap import Minimap
from alignbench.tui.widgets.pointer import BoundaryMoved, Pointed, SegmentLinked
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.search_bar import SearchBar

LOOK_EVERY = 2.0
"""Seconds between two looks at whether another window has written."""


class ReviewScreen(CommandScreen[None]):
    """One document under review."""

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW_COMMANDS, FOOTER)]
    commands = by_id(REVIEW_COMMANDS)
    BINDING_GROUP_TITLE = "Review"
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (30, "-tall"), (44, "-very-tall")]  # noqa: RUF012

    def __init__(
        self, project: Project, session: ReviewSession, leave: Callable[[], None],
        visit: Visit, row: int | None = None, *, is_over: bool = False,
    ) -> None:  # fmt: skip
        """`leave` goes back to the library, or if it `is_over` another document to that one.

        `visit` opens another document over this one; `row` is where to begin, if not where one
        left.
        """
        super().__init__()
        self._controls = ReviewControls(
            self, project, session, leave, visit, is_over=is_over
        )  # fmt: skip
        self._kept_row = KeptRow(project, session)
        if row is not None:
            self._kept_row.seen = row

    @property
    def controls(self) -> ReviewControls:
        """What the commands act on."""
        return self._controls

    @property
    def session(self) -> ReviewSession:
        """The review of this document."""
        return self.controls.page.session

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield ProgressLine()
        with Horizontal(id="texts"):
            yield BilingualView()
            yield Minimap()
        yield CandidatesPanel()
        yield SearchBar(after=t("enter, n: next   N: back   esc ends the search"))
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the document where it was left."""
        if not self.query(BilingualView):
            return  # the app is left already
        page = self.controls.page
        page.view.focus()
        page.view.moves_boundaries = True
        self.query_one(Minimap).follow(page.view)
        self.call_after_refresh(self._begin)
        self.call_after_refresh(self.controls.jobs.check_at_opening)
        self.looking = self.set_interval(LOOK_EVERY, self.look)

    def _begin(self) -> None:
        page = self.controls.page
        page.show_all(self._kept_row.seen)
        page.arrived = page.place

    @property
    def is_typing(self) -> bool:
        """While one types a search, letters are letters."""
        return self.controls.search.is_typing

    @property
    def about(self) -> str:
        """The selected finding: what it says, and what its check looks for."""
        page = self.controls.page
        found = page.selection.selected(page.row)
        if found is None:
            return ""
        finding = found.finding
        name = f"{plain_name(finding.check)}, {finding.check}"
        return f"{finding.message}  ({name})\n{explanation_of(finding.check)}"

    def on_key(self, event: events.Key) -> None:
        """A key that says nothing on copying ends it, and then means what it always means."""
        meant = event.key == "escape" or event.character in MEANT
        if self.controls.page.mode is Mode.COPYING and not meant:
            self.controls.clipboard.leave()

    def action_command(self, name: str) -> None:
        """Do what a key or the palette says, but nothing to a row that nobody sees."""
        page = self.controls.page
        page.arrived = None
        if not (self.commands[name].on_row and page.bring_back()):
            super().action_command(name)

    def make_way(self) -> None:
        """Have the chosen row at the top, as far as the text goes on below it."""
        view = self.controls.page.view
        if self.session.rows:
            top = view.sheet.heights.top(self.controls.page.row)
            view.scroll_to(y=top, animate=False, immediate=True)

    def explained(self, name: str) -> list[Region]:
        """Where a thing that the tour explains stands on the screen now."""
        view = self.controls.page.view
        if name == "row":
            heights, row = view.sheet.heights, self.controls.page.row
            if not self.session.rows:
                return []
            top = view.region.y + heights.top(row) - round(view.scroll_y)
            lines = Region(view.region.x, top, view.region.width, heights.height(row))
            return [lines.intersection(view.region)]
        parts: dict[str, type[Widget]] = {
            "heading": ProgressLine, "panel": CandidatesPanel, "keys": KeyLine,
        }  # fmt: skip
        return [part.region for part in self.query(parts[name])]

    # Messages

    @on(BilingualView.Moved)
    def _row_chosen(self, event: BilingualView.Moved) -> None:
        self._kept_row.seen = event.row
        self.controls.page.show_row()

    @on(BilingualView.Activated)
    def _row_activated(self, event: BilingualView.Activated) -> None:
        page = self.controls.page
        if page.mode is Mode.REVIEW and event.row == page.row:
            self.controls.links.confirm_and_go_on()

    @on(BilingualView.PieceClicked)
    def _piece_clicked(self, event: BilingualView.PieceClicked) -> None:
        self.controls.manual_links.click(event.row, event.side, event.piece)

    @on(SegmentLinked)
    def _segment_linked(self, event: SegmentLinked) -> None:
        if self.controls.page.mode is not Mode.COPYING:
            self.controls.manual_links.link_clicked(event.row, event.side, event.piece)

    @on(BoundaryMoved)
    def _boundary_moved(self, event: BoundaryMoved) -> None:
        page = self.controls.page
        meant = event.row == page.row or event.link == page.current.link.id
        if meant and page.mode is Mode.REVIEW and not page.bring_back():
            self.controls.links.move_boundary(event.side, event.step)

    @on(Pointed)
    def _pointed(self, event: Pointed) -> None:
        if event.row is None or event.row >= len(self.session.rows):
            self.controls.lit_words.point_nowhere()
        else:
            self.controls.lit_words.point(event.row, event.side, event.place)

    @on(CandidatesPanel.Selected)
    def _candidate_selected(self, event: CandidatesPanel.Selected) -> None:
        if self.controls.page.mode is Mode.REVIEW:
            self.controls.candidates.tell_selected(event.number)
        else:
            self.controls.page.panel.select(None)

    @on(CandidatesPanel.Taken)
    def _candidate_clicked_again(self, event: CandidatesPanel.Taken) -> None:
        page = self.controls.page
        if page.mode is Mode.REVIEW and not page.bring_back():
            self.controls.candidates.choose(event.number)

    @on(CandidatesPanel.FindingChosen)
    def _finding_clicked(self, event: CandidatesPanel.FindingChosen) -> None:
        if self.controls.page.mode is Mode.REVIEW:
            self.controls.findings.step(event.at - self.controls.findings.at)

    @on(CandidatesPanel.FlagChosen)
    def _flag_clicked(self, event: CandidatesPanel.FlagChosen) -> None:
        if self.controls.page.mode is Mode.REVIEW:
            self.controls.notes.change_flag(event.at)

    @on(ProgressLine.NextWanted)
    def _numbers_clicked(self) -> None:
        if self.controls.page.mode is Mode.REVIEW:
            self.controls.navigation.next_doubtful(1)

    @on(Minimap.Chosen)
    def _map_clicked(self, event: Minimap.Chosen) -> None:
        self.controls.page.row = event.row

    @property
    def search_bar(self) -> SearchBar:
        """The search line."""
        return self.controls.search.bar

    @on(SearchBar.Sought)
    def _seek(self, event: SearchBar.Sought) -> None:
        self.controls.search.seek(event.words)

    @on(SearchBar.Left)
    def _search_left(self) -> None:
        self.controls.search.leave_bar()

    # Other windows, and leaving

    def look(self) -> None:
        """See what other windows did, unless a question or a job is in front."""
        page = self.controls.page
        if self.app.screen is not self or page.mode is Mode.LINKING:
            return
        self._kept_row.keep()
        place = page.place
        try:
            changed = self.session.refresh()
        except AlignbenchError as error:
            self.looking.stop()
            page.complain(error)
            return
        if changed:
            page.show_all(page.row_at(place))
            self.controls.jobs.check_soon()
            page.say(t("Another window changed this document; this is how it stands now."))

    def on_unmount(self) -> None:
        """Remember the place."""
        self._kept_row.keep()
