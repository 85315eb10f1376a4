"""The parts of the review screen, kept in step with the session: texts, map, panel, numbers."""

from collections.abc import Callable, Sequence
from typing import Any

from rich.text import Text
from textual.app import App

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.links import Candidate
from alignbench.messages import t
from alignbench.review import Change, ReviewSession, Row
from alignbench.review.filters import FilterableRows
from alignbench.review.shown_rows import ShownRows
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.notices import complain
from alignbench.tui.review.advice import advice_on
from alignbench.tui.review.candidate_lines import Advice
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.finding_selection import FindingSelection
from alignbench.tui.review.layers import Layers, Place
from alignbench.tui.review.mode import Mode
from alignbench.tui.review.session_rows import SessionSource, row_model
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.minimap import Minimap
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.row_marks import RowMarks
from alignbench.tui.widgets.row_model import RowModel

ADVISED = 20_000
"""Segments up to which candidates are prepared without being asked for."""


class ReviewPage:
    """Shows one session on the widgets of its screen, and what the controllers lay over it."""

    def __init__(self, screen: CommandScreen[None], session: ReviewSession) -> None:
        self.screen, self.session = screen, session
        document = session.document
        self.segments = len(document.ja.segments) + len(document.en.segments)
        self.selection = FindingSelection(session)
        self.layers = Layers()
        """What controllers draw upon the texts."""
        self.about_row: list[Callable[[], list[Text]]] = []
        """Lines of the panel on the chosen row."""
        self.row_shown: list[Callable[[], None]] = []
        """Called whenever the chosen row is shown."""
        self.changed: list[Callable[[Change], None]] = []
        """Called after a change was shown."""
        self.later: Callable[[Row], bool] = lambda _: False  # whether to come back to it
        self.arrived: Place | None = None
        """Where enter led to, if nothing was done since."""
        self._mode, self._mode_text = Mode.REVIEW, ""
        self.shown = ShownRows()
        """The filter that stands, and the rows that it leaves in view."""
        self._marks = RowMarks()
        self._drawn: tuple[Row, ...] = ()

    @property
    def app(self) -> App[Any]:
        """The app."""
        return self.screen.app

    @property
    def view(self) -> BilingualView:
        """The texts."""
        return self.screen.query_one(BilingualView)

    @property
    def panel(self) -> CandidatesPanel:
        """The panel below."""
        return self.screen.query_one(CandidatesPanel)

    @property
    def line(self) -> ProgressLine:
        """The line above."""
        return self.screen.query_one(ProgressLine)

    @property
    def is_there(self) -> bool:
        """Whether the screen still has its parts: threads answer late."""
        return self.screen.is_attached and bool(self.screen.query(CandidatesPanel))

    # The chosen row

    @property
    def row(self) -> int:
        """The number of the chosen row; set, it stays inside the document."""
        return self.view.cursor

    @row.setter
    def row(self, row: int) -> None:
        self.view.cursor = row

    @property
    def current(self) -> Row:
        """The chosen row."""
        return self.session.rows[self.row]

    @property
    def row_model(self) -> RowModel:
        """The chosen row as drawn."""
        return row_model(self.current)

    def row_at(self, place: Place) -> int:
        """The row that holds a segment; the chosen one if there is none."""
        found = self.session.row_holding(*place)
        return self.row if found is None else found

    @property
    def place(self) -> Place:
        """The first segment of the chosen row, which outlives edits of links."""
        if not self.session.rows:
            return "ja", 0
        link = self.current.link
        return ("ja", link.ja[0]) if link.ja else ("en", link.en[0])

    def arrive(self, row: int | None, otherwise: str = "") -> None:
        """Go to a row that was chosen with enter: another enter does not yet decide anything."""
        self.go_to(row, otherwise)
        self.arrived = self.place

    @property
    def has_arrived(self) -> bool:
        """Whether nothing was done yet in the chosen row since one came to it with enter."""
        return self.arrived is not None and self.arrived == self.place

    def go_to(self, row: int | None, otherwise: str = "") -> None:
        """Choose a row, shown for it if the filter hides it, or say why there is none."""
        if row is None:
            self.say(otherwise)
        else:
            self.uncover([row])
            self.row = row

    def uncover(self, rows: Sequence[int]) -> bool:
        """Show those of these rows that the filter hides; whether there are any."""
        hidden = [row for row in rows if 0 <= row < len(self._drawn) and not self.shown.has(row)]
        if hidden:
            self.show_only(self.shown.with_rows(hidden), self.row)
        return bool(hidden)

    def show_only(self, shown: ShownRows, row: int) -> None:
        """Show these rows and no others, with `row`, which is one of them, chosen."""
        self.shown = shown
        self.view.replace(self._source(), 0, len(self._drawn), row)
        self.show_progress()
        self.show_row()

    def bring_back(self) -> bool:
        """Show the chosen row if it was scrolled away, and say so; whether it was."""
        first, last = self.view.rows_in_view()
        if not self.session.rows or first <= self.row <= last:
            return False
        self.view.keep_in_view()
        self.say(t("Here is the chosen link again; press once more."))
        return True

    # What keys mean

    @property
    def mode(self) -> Mode:
        """What keys mean now."""
        return self._mode

    def enter(self, mode: Mode, text: str = "") -> None:
        """Have keys mean something else; `text` says what."""
        shows_all = Mode.LINKING in (mode, self._mode) and mode is not self._mode
        self._mode, self._mode_text = mode, text
        if shows_all and self.shown.is_filtered:
            self.show_only(self.shown.with_rows([self.row]), self.row)
        self.decorate()
        self.show_progress()
        self.screen.refresh_bindings()

    # Showing

    def show_all(self, row: int) -> None:
        """Draw the whole document anew, with `row` chosen; the filter looks at all rows again."""
        self.shown = self.shown.anew(self.filterable(), self._drawn, self.session.rows, row)
        self._drawn = self.session.rows
        self.view.show(self._source(), row)
        self._show_numbers()
        self.show_row()

    def show_change(self, change: Change, place: Place) -> int:
        """Draw the rows that changed; the row that holds `place` stays chosen.

        Says how many rows came into view because they changed although the filter hid them.
        """
        rows, many, come = self.session.rows, len(self._drawn), 0
        if change.first_row > change.last_row:  # a finding was settled: no row, but its mark
            self.view.replace(self._source(), 0, 0, self.row_at(place))
            self._show_numbers()
        else:
            first = change.first_row
            count = max(0, change.last_row - first + 1 - (len(rows) - many))
            come = self.shown.come(self._drawn, rows, first, count)
            self.shown = self.shown.after(self._drawn, rows, first, count)
            self.view.replace(self._source(), first, count, self.row_at(place))
            self._marks.splice(rows, self.session.findings.open_links, first, count)
            self._show_marks()
        self._drawn = rows
        self.show_row()
        for follow in self.changed:
            follow(change)
        return come

    def catch_up(self, place: Place) -> None:
        """Draw everything anew if the session has gone on without the screen, as after an error."""
        if self._drawn is not self.session.rows:
            found = self.session.row_holding(*place)
            self.show_all(min(self.row, len(self.session.rows) - 1) if found is None else found)

    def redraw(self) -> None:
        """Draw marks, numbers and panel anew; the rows are the same."""
        self.view.replace(self._source(), 0, 0, self.row)
        self._show_numbers()
        self.show_row()

    def show_row(self) -> None:
        """Show what is known of the chosen row."""
        self.screen.refresh_bindings()
        if not self.session.rows:
            self.panel.show(None)
            return
        self.selection.look_at(self.row)
        self.screen.query_one(Minimap).row = self.row
        self.panel.show(self._advice(None))
        for follow in self.row_shown:
            follow()
        self.decorate()
        self.tell_row()

    def tell_row(self) -> None:
        """Show in the panel what is known of words now."""
        self.panel.tell([line for lines in self.about_row for line in lines()])

    def show_candidates(self, row: int, found: list[Candidate]) -> None:
        """Show the candidates of a row, if it is still the chosen one."""
        if self.is_there and row == self.row and row < len(self.session.rows):
            self.panel.show(self._advice(found))
            self.tell_row()
            self.screen.refresh_bindings()

    def decorate(self) -> None:
        """Draw what the controllers lay over the texts, and under that."""
        self.view.underlay = self.layers.below
        self.view.decorate(self.layers.drawn())

    def show_progress(self) -> None:
        """Show how far the document is."""
        self.line.show(
            self.session.summary, self._marks.to_look_at(self._in_view), self._mode_text,
            self.shown.label,
        )  # fmt: skip

    @property
    def _in_view(self) -> bytes | None:
        return self.shown.flags if self.shown.is_filtered else None

    def filterable(self) -> FilterableRows:
        """The rows as a filter looks at them."""
        return FilterableRows(self.session.rows, self.session.findings.open_links)

    def say(self, text: str) -> None:
        """Tell what happened, for a moment, where it hides nothing."""
        self.line.tell(text)

    def complain(self, error: AlignbenchError) -> None:
        """Tell what failed and what to do."""
        complain(self.app, error)

    def _source(self) -> SessionSource:
        """The rows as drawn, with the worst severity of each one's open findings."""
        shown = None if self._mode is Mode.LINKING else self.shown.flags  # there one needs all
        return SessionSource(self.session.rows, self.session.findings.of, shown, self.later)

    def _show_numbers(self) -> None:
        self._marks.show(self.session.rows, self.session.findings.open_links)
        self._show_marks()

    def _show_marks(self) -> None:
        self.screen.query_one(Minimap).show(self._marks.map)
        self.show_progress()

    def _advice(self, found: list[Candidate] | None) -> Advice:
        asked = self.segments > ADVISED
        place = self._marks.place(self.row, self._in_view)
        return advice_on(self.session, self.row, found, self.selection, place, on_request=asked)
