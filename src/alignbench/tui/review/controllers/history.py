"""Going back to a place: what was done, and what was marked to come back to."""

from collections.abc import Sequence
from datetime import datetime

from rich.text import Text

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.log_entry import LogEntry
from alignbench.messages import t, tn
from alignbench.project import Project
from alignbench.project.bookmarks import Bookmarks, Place
from alignbench.review import Row
from alignbench.review.change_list import entries, undo_through
from alignbench.review.row_text import read_text
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.truncation import cut

WIDEST = 36
"""Cells of each text in a line about a link."""


class HistoryController:
    """Lists changes and bookmarks, and goes where one is chosen."""

    def __init__(self, page: ReviewPage, links: LinksController, project: Project) -> None:
        self._page, self._links = page, links
        self._bookmarks = Bookmarks(project, page.session.document.name)
        page.later = self._is_later

    # What was done

    def show(self) -> None:
        """List what was done, by whom and when."""
        self._page.screen.ask(self._ask_entry())

    async def _ask_entry(self) -> None:
        page = self._page
        try:
            done = entries(page.session)
        except AlignbenchError as error:
            page.complain(error)
            return
        about = self._about(done)
        lines = [self._line(entry, *where) for entry, where in zip(done, about, strict=True)]
        answer = await page.app.push_screen_wait(
            Chooser(
                t("What was done, the latest first"), lines,
                t("enter goes there   u undoes to here   / looks for words   esc leaves"),
                empty=t("Nothing was done yet."), keys="u",
                note=t("when, link, what, by whom, and how the link reads now"),
            )
        )  # fmt: skip
        if answer is None:
            return
        key, at = answer
        if key == "u":
            await self._undo_through(done[at], sum(e.is_done for e in done[: at + 1]))
        else:
            page.arrive(about[at][0], t("That place is no more."))

    async def _undo_through(self, entry: LogEntry, many: int) -> None:
        if not many:
            self._page.say(t("That is undone already."))
            return
        question = Question(
            tn("Undo {count:,} change?", "Undo {count:,} changes?", many),
            t("The one that is chosen and all after it; redo makes each again."),
            enter=True,
        )
        if await self._page.app.push_screen_wait(question):
            self._links.edit(lambda session: undo_through(session, entry), follow=True)

    def _about(self, done: Sequence[LogEntry]) -> list[tuple[int | None, str]]:
        """The row that each entry is about, None where it is gone, and what was written."""
        session = self._page.session
        found: dict[str, tuple[int, str]] = {}
        if any(entry.finding for entry in done):  # only then is it worth to look at every row
            found = {
                each.key: (row, each.finding.message)
                for row in range(len(session.rows))
                for each in session.findings.of(row)
            }

        def about(entry: LogEntry) -> tuple[int | None, str]:
            if entry.place is not None:
                return session.row_holding(*entry.place), entry.words
            return found.get(entry.finding, (None, ""))

        return [about(entry) for entry in done]

    def _line(self, entry: LogEntry, row: int | None, words: str) -> Text:
        line = Text(_local(entry.at), "dim", no_wrap=True, overflow="ellipsis")
        line.append(f"  {'-' if row is None else row + 1:>5}  ", "bold")
        label = printable(entry.label)
        line.append(
            label if entry.is_done else t("undone: {what}", what=label),
            "" if entry.is_done else "strike",
        )
        if words:
            line.append(f"  {cut(printable(words), WIDEST)}", "italic")
        line.append(f"  {printable(entry.who)}", "dim")
        if row is not None:
            line.append(f"  {_texts(self._page.session.rows[row])}", "dim")
        return line

    # What to come back to

    def toggle(self) -> None:
        """Mark the chosen link to come back to, or take the mark away."""
        page = self._page
        link = page.current.link
        places: list[Place] = [*(("ja", at) for at in link.ja), *(("en", at) for at in link.en)]
        try:
            marked = self._bookmarks.toggle(places)
        except AlignbenchError as error:
            page.complain(error)
            return
        page.redraw()
        page.say(t("Marked to come back to.") if marked else t("The mark is gone."))

    def show_marked(self) -> None:
        """List what is marked."""
        self._page.screen.ask(self._ask_marked())

    async def _ask_marked(self) -> None:
        page = self._page
        held = {page.session.row_holding(*place) for place in self._bookmarks.places}
        rows = sorted(row for row in held if row is not None)
        lines = [
            Text(f"{row + 1:>5}  {_texts(page.session.rows[row])}", no_wrap=True) for row in rows
        ]
        answer = await page.app.push_screen_wait(
            Chooser(
                t("To come back to"), lines, t("enter goes there   x takes the mark away   esc"),
                empty=t("Nothing is marked; z marks a link."), keys="x",
            )
        )  # fmt: skip
        if answer is None:
            return
        key, at = answer
        page.arrive(rows[at])
        if key == "x":
            self.toggle()

    def _is_later(self, row: Row) -> bool:
        places = self._bookmarks.places
        return bool(places) and (
            any(("ja", at) in places for at in row.link.ja)
            or any(("en", at) in places for at in row.link.en)
        )


def _local(at: str) -> str:
    """A time as it was here: date, hours and minutes."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return printable(at[:16])


def _texts(row: Row) -> str:
    sides = (cut(printable(read_text(row, side)), WIDEST) for side in ("ja", "en"))
    return "  |  ".join(filter(None, sides))
