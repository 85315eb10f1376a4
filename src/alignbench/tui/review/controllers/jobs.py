"""What runs behind the review screen: candidates, the checks, reading for meaning."""

from collections.abc import Callable
from typing import Protocol

from alignbench.messages import t
from alignbench.review import Change
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.jobs.candidate_worker import CandidateWorker
from alignbench.tui.jobs.check_worker import CheckWorker
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.jobs.meaning_worker import MeaningWorker
from alignbench.tui.review.page import ADVISED, ReviewPage

CHECKED_UNASKED = 20_000
"""Links of a document up to which the checks run without being asked for."""


class IssueView(Protocol):
    """A screen over the review that shows what the checks find."""

    def busy(self, text: str) -> None:
        """Show how far the checks are."""

    def relist(self) -> None:
        """Show what they found."""


class JobsController:
    """Asks the workers, and shows what they answer."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        session = page.session
        self.checker = CheckWorker(session, self._told, self._looked, page.complain)
        self._meaning = MeaningWorker(session, self._checked, page.complain)
        self._candidates = CandidateWorker(session, page.show_candidates, page.complain)
        self.told: list[Callable[[], None]] = []
        """Called when more is known of rows."""
        self.over: IssueView | None = None
        """The list of findings and flags, while it is in front."""
        page.row_shown.append(self._look_for_candidates)
        page.changed.append(self.check_change)

    def check_at_opening(self) -> None:
        """Check the document, unless it is so long that it would keep a core busy for minutes."""
        if self._waits:
            count, key = len(self._page.session.rows), key_of(self._page.screen, "check-again")
            self._page.say(
                t("With {count:,} links the checks wait: {key} runs them.", count=count, key=key)
            )
        else:
            self.check_document()

    @property
    def _waits(self) -> bool:
        session = self._page.session
        return len(session.rows) > CHECKED_UNASKED and not (
            session.findings.is_checked or self.checker.is_running
        )

    def check_document(self) -> None:
        """Run all checks in a thread, and show what they found."""
        self.checker.ask(self._page.screen, at_once=True)

    def check_soon(self) -> None:
        """Run them once nobody edits."""
        if not self._waits:
            self.checker.ask(self._page.screen)

    def check_change(self, change: Change) -> None:
        """Have what changed checked soon."""
        if not self._waits:
            self.checker.ask(self._page.screen, texts=change.first_row <= change.last_row)

    def check_again(self) -> None:
        """Run the checks anew, or stop them where they run."""
        if self.checker.is_running:
            self.checker.stop()
            key = key_of(self._page.screen, "check-again")
            self._page.say(t("The checks stop; {key} runs them again.", key=key))
        else:
            self.check_document()

    def prepare_candidates(self) -> None:
        """Prepare the model behind a dialog, then find candidates for the chosen row."""
        page = self._page
        run_job(
            page.app, t("Preparing candidates"), page.session.prepare,
            lambda _: self._ask_candidates(), page.complain,
        )  # fmt: skip

    def _look_for_candidates(self) -> None:
        if self._page.session.is_prepared or self._page.segments <= ADVISED:
            self._ask_candidates()

    def _ask_candidates(self) -> None:
        if self._page.session.rows:
            self._candidates.ask(self._page.screen, self._page.row)

    def _told(self, progress: str) -> None:
        """Show how far the checks are, in front and where one comes back to."""
        if self.over is not None:
            self.over.busy(progress)
        if self._page.is_there:
            self._page.line.busy(progress)

    def _looked(self) -> None:
        """Show what the checks found, then read for meaning what they looked at."""
        self._checked()
        self._meaning.ask(self._page.screen, self._page.row)

    def _checked(self) -> None:
        for follow in self.told:
            follow()
        if self.over is not None:
            self.over.relist()
        elif self._page.is_there and self._page.session.rows:
            self._page.redraw()
