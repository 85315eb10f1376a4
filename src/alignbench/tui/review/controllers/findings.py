"""Settling what the checks find in the chosen row."""

from collections.abc import Mapping, Sequence
from functools import partial

from alignbench.domain.flags import FlagDraft
from alignbench.domain.text import JOINTS, Document, Segment, Side, Span
from alignbench.messages import t
from alignbench.pipeline.word_links import in_segments
from alignbench.project.drafts import Draft, Drafts
from alignbench.review import Change, ReviewSession, Row
from alignbench.review.found_in_row import RowFinding
from alignbench.review.row_text import flags_in_view
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.dialogs.kept_flag import agreed, ask_until_written
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.painter import Spans


class FindingsController:
    """Selects a finding of the chosen row, and makes of it what a person says."""

    def __init__(self, page: ReviewPage, links: LinksController, drafts: Drafts) -> None:
        self._page, self._links, self._drafts = page, links, drafts
        page.layers.over.append(self._underlined)

    @property
    def shown(self) -> Sequence[RowFinding]:
        """The findings of the chosen row."""
        return self._page.selection.of(self._page.row)

    @property
    def dismissed(self) -> Sequence[RowFinding]:
        """Its dismissed findings."""
        return self._page.selection.dismissed(self._page.row)

    @property
    def at(self) -> int:
        """Which finding is selected, 0-based."""
        return self._page.selection.at(self._page.row)

    def step(self, step: int) -> None:
        """Select the next finding of the row, or the one before."""
        if self._page.selection.step(self._page.row, step):
            self._page.show_row()
        else:
            self._say_nothing_found()

    def toggle_hints(self) -> None:
        """Show hints from now on, or no longer."""
        self._page.selection.toggle_hints()
        self._page.redraw()
        shown = self._page.selection.shows_hints
        self._page.say(t("Hints are shown.") if shown else t("Hints are hidden."))

    def agree(self) -> None:
        """Make a flag of the selected finding."""
        if found := self._selected():
            row = self._page.row
            self._links.edit(lambda session: session.agree(row, found), then=self._page.redraw)

    def agree_revised(self) -> None:
        """Make a flag of the selected finding, as a person puts it."""
        if found := self._selected():
            self._page.screen.ask(self._ask_flag(found))

    async def _ask_flag(self, found: RowFinding) -> None:
        from alignbench.tui.dialogs.issue import ask_flag_of

        page, name = self._page, f"flag {found.finding.check}"

        async def asked(row: int, kept: Draft) -> FlagDraft | None:
            return await ask_flag_of(page.app, page.session, row, found, kept)

        def write(row: int, draft: FlagDraft) -> bool:
            agree = partial(agreed, row=row, found=found, draft=draft)
            return self._links.edit(agree, then=page.redraw)

        told = await ask_until_written(page.session, self._drafts, name, page.row, asked, write)
        if told:
            page.say(told)

    def dismiss(self) -> None:
        """Ask why the selected finding is no error, and dismiss it."""
        page = self._page
        if page.current.flags and page.selection.selected(page.row) is None:
            page.say(
                t(
                    "No finding here. A flag is removed with {remove} and changed with {change}.",
                    remove=key_of(page.screen, "remove-flag"),
                    change=key_of(page.screen, "edit-last-flag"),
                )
            )
        elif found := self._selected():
            page.screen.ask(self._ask_reason(found))

    def was_wrong(self) -> None:
        """Dismiss the selected hint without asking why: a hint was a guess."""
        found = self._selected()
        if found is None:
            return
        if not found.finding.hint:
            self._page.say(t("This is no hint; dismiss it with its reason."))
            return
        reason = t("the hint was wrong")
        self._links.edit(lambda session: session.dismiss(found, reason), then=self._page.redraw)

    async def _ask_reason(self, found: RowFinding) -> None:
        from alignbench.tui.dialogs.issue import ask_reason

        if reason := await ask_reason(self._page.app, found.finding.message):
            self._links.edit(lambda session: session.dismiss(found, reason), then=self._page.redraw)

    def reopen(self) -> None:
        """Take back the last dismissal in this row."""
        settled = self.dismissed
        if not settled:
            self._page.say(t("Nothing is dismissed here."))
            return

        def edit(session: ReviewSession) -> Change:
            return session.reopen(max(settled, key=_when))

        self._links.edit(edit, then=self._page.redraw)

    def _selected(self) -> RowFinding | None:
        found = self._page.selection.selected(self._page.row)
        if found is None:
            self._say_nothing_found()
        return found

    def _say_nothing_found(self) -> None:
        checked = self._page.session.findings.is_checked
        self._page.say(
            t("The checks find nothing here.") if checked else t("The checks are still at work.")
        )

    def _underlined(self) -> Mapping[Place, Spans]:
        if not self._page.session.rows:
            return {}
        row = self._page.current
        drawn = underlined(row, self.shown, self.at)
        for place, spans in flagged(self._page.session.document, row).items():
            drawn[place] = (*spans, *drawn.get(place, ()))
        return drawn


def underlined(row: Row, findings: Sequence[RowFinding], selected: int) -> dict[Place, Spans]:
    """Both spans of each finding, to be drawn upon the row's segments; the selected one last.

    A hint is a guess and is never drawn as a finding is.
    """
    sides: dict[Side, tuple[Sequence[Segment], tuple[int, ...]]] = {
        "ja": (row.ja, row.link.ja), "en": (row.en, row.link.en),
    }  # fmt: skip
    drawn: dict[Place, list[tuple[int, int, str]]] = {}
    for at in sorted(range(len(findings)), key=lambda at: at == selected):
        finding = findings[at].finding
        spans: dict[Side, Span | None] = {"ja": finding.ja, "en": finding.en}
        for side, span in spans.items():
            segments, numbers = sides[side]
            for index, part in in_segments(span, segments, JOINTS[side]) if span else ():
                style = "hint" if finding.hint else "finding"
                style = f"this-{style}" if at == selected else style
                drawn.setdefault((side, numbers[index]), []).append((part.start, part.end, style))
    return {place: tuple(each) for place, each in drawn.items()}


def flagged(document: Document, row: Row) -> dict[Place, Spans]:
    """The words that the row's open flags mark, to be drawn upon its segments."""
    drawn: dict[Place, list[tuple[int, int, str]]] = {}
    for flag in flags_in_view(document, row):
        sides: tuple[tuple[Side, Span | None], ...] = (("ja", flag.ja), ("en", flag.en))
        for side, span in sides if not flag.is_settled else ():
            segments = row.ja if side == "ja" else row.en
            numbers = row.link.ja if side == "ja" else row.link.en
            for index, part in in_segments(span, segments, JOINTS[side]) if span else ():
                place = (side, numbers[index])
                drawn.setdefault(place, []).append((part.start, part.end, "flagged"))
    return {place: tuple(each) for place, each in drawn.items()}


def _when(found: RowFinding) -> str:
    return found.dismissed.at if found.dismissed else ""
