"""Deciding and changing links, and choosing the next one."""

from collections.abc import Callable, Sequence
from itertools import chain

from alignbench.domain.errors import AlignbenchError, EditError
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress
from alignbench.domain.text import Side
from alignbench.messages import t, tn
from alignbench.review import Change, ReviewSession
from alignbench.review.rows import segment_after
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.session_rows import worst

Edit = Callable[[ReviewSession], Change | None]
"""Something done to a session; None where there was nothing to do."""

SHORT = 1_000
"""Segments up to which aligning anew takes less time than one notices."""
ASK_FROM = 10
"""Confirming more links than this at once is asked about first."""


class LinksController:
    """Edits of the links, each shown as soon as it is written."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._told_of_flagging = False

    # How edits are made

    def edit(
        self, edit: Edit, *, say: bool = True, then: Callable[[], None] | None = None,
        otherwise: str = "", follow: bool = False,
    ) -> bool:  # fmt: skip
        """Do something to the document and show it; whether it may be tried again.

        That is where another window or the disk kept it from being written, not where it was no
        edit. `otherwise` is said where nothing was done; `follow` chooses the row that was changed,
        unless one stands among several that were.
        """
        page = self._page
        place, many = page.place, len(page.session.rows)
        try:
            change = edit(page.session)
        except AlignbenchError as error:
            self._failed(error, place)
            return not isinstance(error, EditError)
        if change is None:
            page.say(otherwise)
            return False
        come = page.show_change(change, place)
        if follow and change.first_row <= change.last_row:  # a dismissal changes no row
            grown = len(page.session.rows) != many
            stays = not grown and change.first_row <= page.row <= change.last_row
            page.go_to(page.row if stays else change.first_row if grown else change.last_row)
        if say or come:
            page.say(_with_hidden(change.label, come))
        if then is not None:
            then()
        return False

    def edit_aligning(
        self, title: str, edit: Edit, *, then: Callable[[], None] | None = None,
        needs_model: bool = False,
    ) -> None:  # fmt: skip
        """Do something after which suggestions are aligned anew, in a thread if that takes long.

        `needs_model`: it cannot be done without the model, which is prepared first.
        """
        page = self._page
        ready = page.session.is_prepared
        if (page.segments <= SHORT and ready) or (not ready and not needs_model):
            self.edit(edit, then=then)
            return

        def job(progress: Progress) -> Change | None:
            page.session.prepare(progress)
            return edit(page.session)

        place = page.place

        def done(change: Change | None) -> None:
            if change is not None:
                page.say(_with_hidden(change.label, page.show_change(change, place)))
                if then is not None:
                    then()

        run_job(page.app, title, job, done, lambda error: self._failed(error, place))

    def _failed(self, error: AlignbenchError, place: Place) -> None:
        """Tell it; after a conflict, with what the other window made of the document."""
        self._page.complain(error)
        self._page.catch_up(place)

    # Deciding

    def confirm_and_go_on(self) -> None:
        """Confirm the chosen link, unless it is, and go on."""
        row = self._page.row
        if self._page.current.link.status is Status.CONFIRMED:
            self.go_on()
        else:
            grave = worst(self._page.selection.of(row)) in ("major", "critical")
            self.edit(lambda session: session.confirm(row), say=False, then=self.go_on)
            if grave:
                self._page.say(
                    t("Confirmed link {number}; a finding is open there.", number=row + 1)
                )

    def confirm_up_to_here(self) -> None:
        """Confirm all up to the chosen one, asking first where there are many."""
        row = self._page.row
        upto = [at for at in range(row + 1) if self._page.shown.has(at)]
        rows = self._page.session.rows
        count = sum(rows[at].link.status is Status.SUGGESTED for at in upto)
        doubtful = sum(rows[at].doubtful for at in upto)

        def confirm() -> None:
            self.edit(lambda session: session.many.confirm(upto), then=self.go_on)

        if count <= ASK_FROM:
            confirm()
            return
        self._page.app.push_screen(
            Question(
                t("Confirm {count} links up to here?", count=count),
                tn(
                    "One of them is in doubt. One undo takes all of them back.",
                    "{count} of them are in doubt. One undo takes all of them back.",
                    doubtful,
                ),
                enter=True,
            ),
            lambda yes: confirm() if yes else None,
        )

    def decide_alike(self) -> None:
        """Decide the rows shown that read the same as the chosen one is."""
        row, shown = self._page.row, self._page.shown

        def told() -> None:
            if left := len(every) - len(alike):
                self._page.say(
                    tn(
                        "Decided {shown:,} alike; one more is hidden by the filter and stays so.",
                        "Decided {shown:,} alike; {count:,} more are hidden by the filter and stay "
                        "so.",
                        left, shown=len(alike),
                    )
                )  # fmt: skip

        every = self._page.session.many.alike(row)
        alike = [at for at in every if shown.has(at)]
        self.edit(lambda session: session.many.decide_alike(row, alike), then=told)

    def unconfirm(self) -> None:
        """Make the chosen link a suggestion again."""
        row = self._page.row
        self.edit(lambda session: session.unconfirm(row))

    def reject(self) -> None:
        """Reject the chosen link, which aligns anew."""
        row = self._page.row
        self.edit_aligning(
            t("Aligning anew"), lambda session: session.reject(row), needs_model=True
        )

    def omit(self) -> None:
        """Declare the chosen row's Japanese omitted."""
        row = self._page.row
        self.edit_aligning(
            t("Declaring"), lambda session: session.omit(row), then=self._go_on_declared
        )

    def add(self) -> None:
        """Declare the chosen row's English added."""
        row = self._page.row
        self.edit_aligning(
            t("Declaring"), lambda session: session.add(row), then=self._go_on_declared
        )

    def _go_on_declared(self) -> None:
        """Go on; the first time, say how what is an error is declared and flagged at once."""
        self.go_on()
        if not self._told_of_flagging:
            self._told_of_flagging = True
            key = key_of(self._page.screen, "declare-and-flag")
            self._page.say(t("Declared. Where it is an error, {key} flags it too.", key=key))

    def undo(self) -> None:
        """Take the last change back."""
        self.edit(
            lambda session: session.undo(), otherwise=t("There is nothing to undo."), follow=True
        )

    def redo(self) -> None:
        """Make again what was undone."""
        self.edit(
            lambda session: session.redo(), otherwise=t("There is nothing to redo."), follow=True
        )

    # Changing

    def merge(self, other: int) -> None:
        """Merge the chosen link with the next (1) or the previous (-1)."""
        row = self._page.row
        if not self.were_hidden([row + other]):
            self.edit(lambda session: session.merge(row, other))

    def split(self) -> None:
        """Split the chosen link where it fits best."""
        row = self._page.row
        self.edit_aligning(t("Splitting"), lambda session: session.split(row), needs_model=True)

    def move_boundary(self, side: Side, step: int) -> None:
        """Take the next link's first segment of a side (1), or give it the last (-1)."""
        row, session = self._page.row, self._page.session
        beyond: int | None = row + 1
        if step > 0:
            beyond = session.row_holding(side, segment_after(session.rows, row, side))
        if beyond is None or not self.were_hidden([beyond]):
            self.edit(lambda session: session.move_boundary(row, side, step))

    def were_hidden(self, rows: Sequence[int]) -> bool:
        """Whether the filter hid some rows; now they are shown: nothing is done to what is not."""
        hidden = [row for row in rows if 0 <= row < len(self._page.session.rows)]
        hidden = [row for row in hidden if not self._page.shown.has(row)]
        if not self._page.uncover(hidden):
            return False
        numbers = ", ".join(str(row + 1) for row in hidden)
        self._page.say(
            tn(
                "The filter hid link {numbers}; press once more.",
                "The filter hid links {numbers}; press once more.",
                len(hidden), numbers=numbers,
            )
        )  # fmt: skip
        return True

    def realign(self) -> None:
        """Align anew what nobody has decided."""
        self.edit_aligning(t("Aligning anew"), lambda session: session.realign(), needs_model=True)

    # Going on

    def go_on(self) -> None:
        """Choose the next row that is not confirmed, from the end on from the beginning."""
        rows, row = self._page.session.rows, self._page.row
        order = chain(range(row + 1, len(rows)), range(row))
        shown = self._page.shown
        following = next(
            (at for at in order if rows[at].link.status is Status.SUGGESTED and shown.has(at)), None
        )
        key = key_of(self._page.screen, "show-all-rows")
        self._page.go_to(
            following,
            t("Every link shown is confirmed; {key} shows all.", key=key) if shown.is_filtered
            else t("Every link is confirmed."),
        )  # fmt: skip


def _with_hidden(label: str, come: int) -> str:
    """What was done, and that rows which the filter hid changed with it."""
    if not come:
        return label
    return tn(
        "{done}. One link that the filter hid changed with it, and is shown now.",
        "{done}. {count:,} links that the filter hid changed with it, and are shown now.",
        come, done=label,
    )  # fmt: skip
