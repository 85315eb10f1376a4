"""Keeping the review screen's parts in step: the view, the panel, the progress line."""

from collections.abc import Callable

from textual.screen import Screen

from alignbench.domain.errors import AlignbenchError, ConflictError
from alignbench.domain.links import Candidate, Status
from alignbench.review import Change, ReviewSession, Row
from alignbench.tui.screens.working import run_job
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.candidates import Advice, CandidatesPanel
from alignbench.tui.widgets.picture import RowPicture
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.session_source import SessionSource, picture_of

Deed = Callable[[ReviewSession], Change | None]


class EditingScreen(Screen[None]):
    """A screen over one review session: choosing a row, editing, and showing what came of it."""

    session: ReviewSession

    @property
    def view(self) -> BilingualView:
        """The texts."""
        return self.query_one(BilingualView)

    @property
    def candidates(self) -> CandidatesPanel:
        """The panel below."""
        return self.query_one(CandidatesPanel)

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
    def picture(self) -> RowPicture:
        """The chosen row as drawn."""
        return picture_of(self.current)

    # Editing

    def edit(
        self, deed: Deed, *, say: bool = True, then: Callable[[], None] | None = None,
        otherwise: str = "",
    ) -> None:  # fmt: skip
        """Do something to the document and show it; `otherwise` is said where nothing was done."""
        place = self._place()
        many = len(self.session.rows)
        try:
            change = deed(self.session)
        except AlignbenchError as error:
            self.complain(error)
            if isinstance(error, ConflictError):
                self.show_all(self.row)
            return
        if change is None:
            self.say(otherwise)
            return
        self._show_change(change, many, place)
        if say:
            self.say(change.label)
        if then is not None:
            then()

    def edit_aligning(self, title: str, deed: Deed) -> None:
        """Do something that needs the model, which is prepared first, with progress."""
        if self.session.is_prepared:
            self.edit(deed)
            return
        run_job(self.app, title, self.session.prepare, lambda _: self.edit(deed), self.complain)

    def choose(self, number: int) -> None:
        """Link what the candidate of this number says."""
        shown = self.candidates.shown
        if number > len(shown):
            self.say(f"There is no candidate {number}.")
            return
        row, candidate = self.row, shown[number - 1]
        self.edit(lambda session: session.choose(row, candidate), then=self.go_on)

    # Moving

    def go_on(self) -> None:
        """Choose the next row that is not confirmed, from the end on from the beginning."""
        rows = self.session.rows
        order = (*range(self.row + 1, len(rows)), *range(self.row))
        following = next((at for at in order if rows[at].link.status is Status.SUGGESTED), None)
        self.go_to(following, "Every link is confirmed.")

    def go_to(self, row: int | None, otherwise: str) -> None:
        """Choose a row, or say why there is none."""
        if row is None:
            self.say(otherwise)
        else:
            self.row = row

    # Showing

    def show_all(self, row: int) -> None:
        """Draw the whole document anew, with `row` chosen."""
        self.view.show(SessionSource(self.session.rows), row)
        self.show_row()

    def show_row(self) -> None:
        """Show what is known of the chosen row, candidates as soon as they are there."""
        self.query_one(ProgressLine).show(self.session.summary, self.mode_text)
        self.refresh_bindings()
        if not self.session.rows:
            self.candidates.show(None)
            return
        self.candidates.show(self._advice(None))
        self._ask_candidates(self.row)

    @property
    def mode_text(self) -> str:
        """What keys mean, where not the usual."""
        return ""

    def say(self, text: str) -> None:
        """Tell what happened, for a moment."""
        self.app.notify(text, markup=False, timeout=3)

    def complain(self, error: AlignbenchError) -> None:
        """Tell what failed and what to do."""
        title = error.what if error.hint else ""
        self.app.notify(
            error.hint or error.what, title=title, severity="error", markup=False, timeout=8
        )

    def _show_change(self, change: Change, many: int, place: tuple[str, int]) -> None:
        """Draw the rows that changed; the row with the same first segment stays chosen."""
        rows = self.session.rows
        count = max(0, change.last_row - change.first_row + 1 - (len(rows) - many))
        self.view.replace(SessionSource(rows), change.first_row, count, self._row_at(place))
        self.show_row()

    def _place(self) -> tuple[str, int]:
        if not self.session.rows:
            return "ja", 0
        link = self.current.link
        return ("ja", link.ja[0]) if link.ja else ("en", link.en[0])

    def _row_at(self, place: tuple[str, int]) -> int:
        side, number = place
        for at, row in enumerate(self.session.rows):
            if number in (row.link.ja if side == "ja" else row.link.en):
                return at
        return self.row

    def _advice(self, found: list[Candidate] | None) -> Advice:
        rows = self.session.rows
        place = f"link {self.row + 1}/{len(rows)}"
        if self.current.doubtful:
            doubts = [at for at, row in enumerate(rows) if row.doubtful]
            place = f"in doubt {doubts.index(self.row) + 1}/{len(doubts)}"
        return Advice(self.current, self.session.document, found, place)

    def _ask_candidates(self, row: int) -> None:
        """Find candidates in a thread: only the last row asked for is answered."""

        def find() -> None:
            try:
                found = self.session.candidates(row)
            except AlignbenchError as error:
                self.app.call_from_thread(self.complain, error)
            else:
                self.app.call_from_thread(self._show_candidates, row, found)

        self.run_worker(find, thread=True, group="candidates", exclusive=True)

    def _show_candidates(self, row: int, found: list[Candidate]) -> None:
        if row == self.row and row < len(self.session.rows):
            self.candidates.show(self._advice(found))
            self.refresh_bindings()
