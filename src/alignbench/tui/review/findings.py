"""What the checks find, kept in step with the review screen."""

from collections.abc import Sequence
from typing import Protocol

from textual import work

from alignbench.domain.text import JOINTS, Segment, Side, Span
from alignbench.pipeline.word_links import in_segments
from alignbench.review import Change, ReviewSession, Row
from alignbench.review.check_runner import RowFinding
from alignbench.tui.commands.catalogue import REVIEW_COMMANDS, by_id
from alignbench.tui.dialogs.issue import ask_flag_of, ask_reason
from alignbench.tui.jobs.check_worker import CheckWorker
from alignbench.tui.review.words import AnsweringScreen, Place
from alignbench.tui.widgets.painter import Spans
from alignbench.tui.widgets.progress_line import ProgressLine

COMMANDS = by_id(REVIEW_COMMANDS)


class Issues(Protocol):
    """A screen over this one that shows what the checks find."""

    def busy(self, text: str) -> None:
        """Show how far the checks are."""

    def relist(self) -> None:
        """Show what they found."""


class FindingsScreen(AnsweringScreen):
    """An answering screen that runs the checks and lets people settle what they found."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._at = 0
        self._seen: tuple[int, ...] = ()
        self.shows_hints = False
        self.checker = CheckWorker(session, self._told, self._checked, self.complain)
        self.over: Issues | None = None
        """The list of findings and flags, while it is in front."""

    @property
    def findings(self) -> Sequence[RowFinding]:
        """The open findings of the chosen row; hints only where they are switched on."""
        if not self.session.rows:
            return ()
        return [each for each in self.session.findings.of(self.row) if self._is_shown(each)]

    @property
    def dismissed(self) -> Sequence[RowFinding]:
        """The dismissed findings of the chosen row."""
        if not self.session.rows:
            return ()
        return [each for each in self.session.findings.of(self.row) if not each.is_open]

    def _is_shown(self, found: RowFinding) -> bool:
        return found.is_open and (self.shows_hints or not found.finding.hint)

    @property
    def finding_at(self) -> int:
        """Which of the row's findings is selected."""
        return min(self._at, max(0, len(self.findings) - 1))

    def check_document(self) -> None:
        """Run all checks in a thread, and show what they found."""
        self.checker.ask(self, at_once=True)

    def check_again(self) -> None:
        """Run the checks anew, or stop them where they run."""
        if self.checker.is_running:
            self.checker.stop()
            self.say(f"The checks stop; {COMMANDS['check-again'].first_key} runs them again.")
        else:
            self.check_document()

    def _show_change(self, change: Change, many: int, place: Place) -> None:
        """Draw the rows that changed, and have what changed checked soon."""
        super()._show_change(change, many, place)
        self.checker.ask(self, texts=change.first_row <= change.last_row)

    def _told(self, progress: str) -> None:
        """Show how far the checks are, in front and where one comes back to."""
        if self.over is not None:
            self.over.busy(progress)
        if self.is_attached:
            self.query_one(ProgressLine).busy(progress)

    def _checked(self) -> None:
        if self.over is not None:
            self.over.relist()
        elif self.is_attached and self.session.rows:
            self.redraw()

    def redraw(self) -> None:
        """Draw marks, numbers and panel anew; the rows are the same."""
        self.view.replace(self.source(), 0, 0, self.row)
        self._show_numbers()
        self.show_row()

    def show_row(self) -> None:
        """Show what is known of the chosen row, its first finding selected if it is another."""
        here = (self.current.link.id,) if self.session.rows else ()
        if here != self._seen:
            self._seen, self._at = here, 0
        super().show_row()
        self.decorate()

    def step_finding(self, step: int) -> None:
        """Select the next finding of the row, or the one before."""
        many = len(self.findings)
        if not many:
            self.say("The checks find nothing here.")
            return
        self._at = (self.finding_at + step) % many
        super().show_row()
        self.decorate()

    def toggle_hints(self) -> None:
        """Show hints from now on, or no longer."""
        self.shows_hints = not self.shows_hints
        self._at = 0
        self.redraw()
        self.say("Hints are shown." if self.shows_hints else "Hints are hidden.")

    def agree(self) -> None:
        """Make a flag of the selected finding."""
        if found := self._selected():
            row = self.row
            self.edit(lambda session: session.agree(row, found), then=self.redraw)

    @work
    async def agree_revised(self) -> None:
        """Make a flag of the selected finding, as a person puts it."""
        if found := self._selected():
            row = self.row
            draft = await ask_flag_of(self, row, found)
            if draft is not None:
                self.edit(lambda session: session.agree(row, found, draft), then=self.redraw)

    @work
    async def dismiss_finding(self) -> None:
        """Ask why the selected finding is no error, and dismiss it."""
        if (found := self._selected()) is None:
            return
        if reason := await ask_reason(self, found.finding.message):
            self.edit(lambda session: session.dismiss(found, reason), then=self.redraw)

    def reopen_finding(self) -> None:
        """Take back the last dismissal in this row."""
        if not (settled := self.dismissed):
            self.say("Nothing is dismissed here.")
            return

        def deed(session: ReviewSession) -> Change:
            return session.reopen(max(settled, key=_when))

        self.edit(deed, then=self.redraw)

    def _selected(self) -> RowFinding | None:
        if found := self.findings:
            return found[self.finding_at]
        self.say("The checks find nothing here.")
        return None

    def decorations(self) -> dict[Place, Spans]:
        """The findings' words, under what else is drawn."""
        over = super().decorations()
        if not self.session.rows:
            return over
        under = underlined(self.current, self.findings, self.finding_at)
        return over | {place: (*spans, *over.get(place, ())) for place, spans in under.items()}


def underlined(row: Row, findings: Sequence[RowFinding], selected: int) -> dict[Place, Spans]:
    """Both spans of each finding, to be drawn upon the row's segments; the selected one last."""
    sides: dict[Side, tuple[tuple[Segment, ...], tuple[int, ...]]] = {
        "ja": (row.ja, row.link.ja), "en": (row.en, row.link.en),
    }  # fmt: skip
    drawn: dict[Place, list[tuple[int, int, str]]] = {}
    for at in sorted(range(len(findings)), key=lambda at: at == selected):
        finding = findings[at].finding
        spans: dict[Side, Span | None] = {"ja": finding.ja, "en": finding.en}
        for side, span in spans.items():
            segments, numbers = sides[side]
            for index, part in in_segments(span, segments, JOINTS[side]) if span else ():
                style = "this-finding" if at == selected else "finding"
                drawn.setdefault((side, numbers[index]), []).append((part.start, part.end, style))
    return {place: tuple(each) for place, each in drawn.items()}


def _when(found: RowFinding) -> str:
    return found.dismissed.at if found.dismissed else ""
