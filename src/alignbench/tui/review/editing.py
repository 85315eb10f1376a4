"""Keeping the review screen's parts in step: the view, the panel, the progress line."""

from collections.abc import Callable, Sequence
from itertools import chain

from alignbench.domain.errors import AlignbenchError, ConflictError
from alignbench.domain.links import Candidate, Status
from alignbench.domain.progress import Progress
from alignbench.domain.text import Side
from alignbench.review import Change, ReviewSession, Row
from alignbench.review.check_runner import RowFinding
from alignbench.tui.commands.command_screen import CommandedScreen
from alignbench.tui.jobs.candidate_worker import CandidateWorker
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain
from alignbench.tui.review.candidate_lines import Advice
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.session_rows import SessionSource, picture_of
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.minimap import Minimap
from alignbench.tui.widgets.progress_line import ProgressLine
from alignbench.tui.widgets.row_marks import RowMarks
from alignbench.tui.widgets.row_model import RowModel

Deed = Callable[[ReviewSession], Change | None]
Place = tuple[Side, int]

SHORT = 1_000
"""Segments up to which aligning anew takes less time than one notices."""
ADVISED = 20_000
"""Segments up to which candidates are prepared without being asked for."""


class EditingScreen(CommandedScreen[None]):
    """A screen over one review session: choosing a row, editing, and showing what came of it."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session
        document = session.document
        self._segments = len(document.ja.segments) + len(document.en.segments)
        self._adviser = CandidateWorker(session, self._show_candidates, self.complain)
        self._marks = RowMarks()

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
    def picture(self) -> RowModel:
        """The chosen row as drawn."""
        return picture_of(self.current)

    # Editing

    def edit(
        self, deed: Deed, *, say: bool = True, then: Callable[[], None] | None = None,
        otherwise: str = "", follow: bool = False,
    ) -> None:  # fmt: skip
        """Do something to the document and show it.

        `otherwise` is said where nothing was done; `follow` chooses the row that was changed.
        """
        place, many = self._place(), len(self.session.rows)
        try:
            change = deed(self.session)
        except AlignbenchError as error:
            self._failed(error)
            return
        if change is None:
            self.say(otherwise)
            return
        self._show_change(change, many, place)
        if follow and change.first_row <= change.last_row:  # a dismissal changes no row
            grown = len(self.session.rows) != many
            self.row = change.first_row if grown else change.last_row
        if say:
            self.say(change.label)
        if then is not None:
            then()

    def edit_aligning(
        self, title: str, deed: Deed, *, then: Callable[[], None] | None = None,
        needs_model: bool = False,
    ) -> None:  # fmt: skip
        """Do something after which suggestions are aligned anew, in a thread if that takes long.

        `needs_model`: it cannot be done without the model, which is prepared first.
        """
        ready = self.session.is_prepared
        if (self._segments <= SHORT and ready) or (not ready and not needs_model):
            self.edit(deed, then=then)
            return

        def job(progress: Progress) -> Change | None:
            self.session.prepare(progress)
            return deed(self.session)

        place, many = self._place(), len(self.session.rows)

        def done(change: Change | None) -> None:
            if change is not None:
                self._show_change(change, many, place)
                self.say(change.label)
                if then is not None:
                    then()

        run_job(self.app, title, job, done, self._failed)

    def choose(self, number: int) -> None:
        """Link what the candidate of this number says."""
        shown = self.candidates.shown
        if number > len(shown):
            waiting = "Candidates are still being looked for."
            self.say(f"There is no candidate {number}." if shown else waiting)
            return
        row, candidate = self.row, shown[number - 1]
        self.edit_aligning(
            "Linking as chosen", lambda session: session.choose(row, candidate), then=self.go_on
        )

    # Moving

    def go_on(self) -> None:
        """Choose the next row that is not confirmed, from the end on from the beginning."""
        rows = self.session.rows
        order = chain(range(self.row + 1, len(rows)), range(self.row))
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
        self.view.show(self.source(), row)
        self._show_numbers()
        self.show_row()

    def source(self) -> SessionSource:
        """The rows as drawn, with the worst severity of each one's open findings."""
        return SessionSource(self.session.rows, self.session.findings.of)

    def show_row(self) -> None:
        """Show what is known of the chosen row, candidates as soon as they are there."""
        self.refresh_bindings()
        if not self.session.rows:
            self.candidates.show(None)
            return
        self.query_one(Minimap).row = self.row
        self.candidates.show(self._advice(None))
        if self.session.is_prepared or self._segments <= ADVISED:
            self._ask_candidates()

    def prepare_candidates(self) -> None:
        """Prepare the model behind a dialog, then find candidates for the chosen row."""
        run_job(
            self.app, "Preparing candidates", self.session.prepare,
            lambda _: self._ask_candidates(), self.complain,
        )  # fmt: skip

    def _ask_candidates(self) -> None:
        if self.session.rows:
            self._adviser.ask(self, self.row)

    @property
    def findings(self) -> Sequence[RowFinding]:
        """What the checks find in the chosen row."""
        return ()

    @property
    def finding_at(self) -> int:
        """Which of them is selected."""
        return 0

    @property
    def mode_text(self) -> str:
        """What keys mean, where not the usual."""
        return ""

    def say(self, text: str) -> None:
        """Tell what happened, for a moment, where it hides nothing."""
        self.query_one(ProgressLine).tell(text)

    def complain(self, error: AlignbenchError) -> None:
        """Tell what failed and what to do."""
        complain(self.app, error)

    def _failed(self, error: AlignbenchError) -> None:
        """Tell it; after a conflict, with what the other window made of the document."""
        self.complain(error)
        if isinstance(error, ConflictError):
            self.show_all(min(self.row, len(self.session.rows) - 1))

    def _show_change(self, change: Change, many: int, place: Place) -> None:
        """Draw the rows that changed; the row with the same first segment stays chosen."""
        rows = self.session.rows
        if change.first_row > change.last_row:  # a finding was settled: no row, but its mark
            self.view.replace(self.source(), 0, 0, self.row_at(place))
            self._show_numbers()
        else:
            first = change.first_row
            count = max(0, change.last_row - first + 1 - (len(rows) - many))
            self.view.replace(self.source(), first, count, self.row_at(place))
            self._marks.splice(rows, self.session.findings.open_links, first, count)
            self._show_marks()
        self.show_row()

    def _show_numbers(self) -> None:
        self._marks.show(self.session.rows, self.session.findings.open_links)
        self._show_marks()

    def _show_marks(self) -> None:
        self.query_one(Minimap).show(self._marks.map)
        self.show_progress()

    def show_progress(self) -> None:
        """Show how far the document is."""
        self.query_one(ProgressLine).show(self.session.summary, self.mode_text)

    def _place(self) -> Place:
        if not self.session.rows:
            return "ja", 0
        link = self.current.link
        return ("ja", link.ja[0]) if link.ja else ("en", link.en[0])

    def row_at(self, place: Place) -> int:
        """The row that holds a segment; the chosen one if there is none."""
        side, number = place
        found = self.session.row_holding(side, number)
        return self.row if found is None else found

    def _advice(self, found: list[Candidate] | None) -> Advice:
        row = self.current
        place = f"link {self.row + 1}/{len(self.session.rows)}"
        if row.doubtful:
            place = "in doubt {}/{}".format(*self._marks.doubt(self.row))
        waits = "looking for candidates ..."
        if not self.session.is_prepared:
            waits = "preparing candidates ..."
            if self._segments > ADVISED:
                waits = "a long document: p prepares its candidates, which may take a minute"
        return Advice(
            row, self.session.document, found, place, waits, self.findings, self.finding_at
        )

    def _show_candidates(self, row: int, found: list[Candidate]) -> None:
        if not self.query(CandidatesPanel):
            return  # the screen has been left meanwhile
        if row == self.row and row < len(self.session.rows):
            self.candidates.show(self._advice(found))
            self.refresh_bindings()
