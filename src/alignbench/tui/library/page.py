"""The library's list, and what one does to its entries."""

from collections.abc import Callable
from typing import Any, Protocol

from textual.app import App
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.progress import Progress
from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t, tn
from alignbench.project import Project
from alignbench.project.bookmarks import LAST_DOCUMENT
from alignbench.project.file_pairs import FilePair
from alignbench.system.safe_text import printable
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.library.imports import import_pairs
from alignbench.tui.library.lines import Entry, headings, line, widths
from alignbench.tui.notices import complain

SIDES = 4
"""Blank cells at the left and the right of the list."""


class OpenDocument(Protocol):
    """Opens a document for review."""

    def __call__(self, name: str, link: int | None = None) -> None:
        """Open the document called `name`, at the link of an id."""


class LibraryPage:
    """The documents of a project and the pairs that wait, one of them chosen."""

    def __init__(
        self, screen: CommandScreen[None], project: Project, open_document: OpenDocument
    ) -> None:
        """`open_document` opens the document of a name for review, at a link if it has an id."""
        self._screen, self.project, self._open = screen, project, open_document
        self.listed: list[Entry] = []

    @property
    def app(self) -> App[Any]:
        """The app."""
        return self._screen.app

    @property
    def entries(self) -> OptionList:
        """The list."""
        return self._screen.query_one(OptionList)

    @property
    def entry(self) -> Entry | None:
        """The chosen document or pair."""
        at = self.entries.highlighted if self._screen.is_mounted else None
        return None if at is None or at >= len(self.listed) else self.listed[at]

    @property
    def waiting(self) -> list[FilePair]:
        """Pairs that are not imported yet."""
        return [entry for entry in self.listed if isinstance(entry, FilePair)]

    def show_entries(self) -> None:
        """Read the project again and show it."""
        at = self.entries.highlighted
        try:
            waiting = [pair for pair in self.project.pairs() if not pair.imported]
            self.listed = [*self.project.documents(), *waiting]
        except AlignbenchError as error:
            complain(self.app, error)
            return
        columns = widths(self.listed, self.app.size.width - SIDES)
        self._screen.query_one("#headings", Static).update(headings(columns))
        self.entries.clear_options()
        colours = self.app.theme_variables
        self.entries.add_options(Option(line(each, columns, colours)) for each in self.listed)
        self._screen.set_class(not self.listed, "-empty")
        if self.listed:
            at = self._used_last() if at is None else at
            self.entries.highlighted = min(at, len(self.listed) - 1)
            self.entries.focus()
        self._show_passed_over()
        self._screen.refresh_bindings()

    def _used_last(self) -> int:
        """Where the document that was opened last stands; 0 where there is none."""
        name = self.project.setting(LAST_DOCUMENT)
        return next((at for at, each in enumerate(self.listed) if each.name == name), 0)

    def _show_passed_over(self) -> None:
        """Say below the list which files of data/ are no pair, and why the first is not."""
        line = self._screen.query_one("#passed", Static)
        try:
            passed = self.project.passed_over()
        except AlignbenchError:
            passed = []
        line.display = bool(passed)
        if passed:
            path, why = passed[0]
            line.update(
                tn(
                    "Passed over: {name} ({why}). I says more.",
                    "{count:,} files passed over, {name} for one ({why}). I says more.",
                    len(passed), name=printable(f"{path.parent.name}/{path.name}"), why=why,
                )
            )  # fmt: skip

    def open_entry(self) -> None:
        """Open the chosen document; import it first if that has not been done."""
        entry = self.entry
        if isinstance(entry, FilePair):
            self._import([entry], lambda count: self._open(entry.name) if count else None)
        elif entry is not None:
            self._open(entry.name)

    def import_waiting(self) -> None:
        """Import every pair that waits."""
        self._import(self.waiting, lambda _: None)

    def import_files(self) -> None:
        """Ask for files or folders anywhere, and import them."""
        self._screen.ask(self._ask_files())

    async def _ask_files(self) -> None:
        from alignbench.project.import_plan import ImportPlan, PassedOver
        from alignbench.tui.dialogs.import_files import ImportQuestion

        try:
            known = {each.name for each in self.project.documents()}
            passed = tuple(PassedOver(path, why) for path, why in self.project.passed_over())
        except AlignbenchError as error:
            complain(self.app, error)
            return
        question = ImportQuestion(known, ImportPlan(tuple(self.waiting), (), passed))
        plan = await self.app.push_screen_wait(question)
        if plan is not None:
            import_pairs(
                self.app, self.project, plan.pairs, lambda _: self.show_entries(), plan.bilingual
            )

    def export(self) -> None:
        """Ask what to export of the chosen document, and write it."""
        from alignbench.tui.jobs.export import ask_export

        if isinstance(entry := self.entry, DocumentSummary):
            run_job(
                self.app, t("Opening {name}", name=entry.name),
                lambda _: self.project.review(entry.name),
                lambda session: self._screen.ask(
                    ask_export(self.app, session, self.project)
                ),
                lambda error: complain(self.app, error),
            )  # fmt: skip

    def show_statistics(self) -> None:
        """Show how much there is and how much is left, by document."""
        from alignbench.review.change_list import entries
        from alignbench.review.statistics import Statistics, statistics_of
        from alignbench.tui.dialogs.statistics import statistics_table
        from alignbench.tui.dialogs.text_page import TextPage

        def job(progress: Progress) -> dict[str, Statistics]:
            names = [each.name for each in self.project.documents()]
            found = {}
            for at, name in enumerate(names):
                progress(name, at, len(names))
                session = self.project.review(name)
                found[name] = statistics_of(session, entries(session))
            return found

        run_job(
            self.app, t("Counting"), job,
            lambda found: self.app.push_screen(
                TextPage(t("Statistics"), statistics_table(found, self.app.size.width))
            ),
            lambda error: complain(self.app, error),
        )  # fmt: skip

    def show_issues(self) -> None:
        """List what is open in all documents, and open the document where one is chosen."""
        self._screen.ask(self._ask_issue())

    async def _ask_issue(self) -> None:
        from alignbench.tui.dialogs.project_issues import choose_issue

        try:
            found = self.project.open_issues()
            summaries = self.project.documents()
        except AlignbenchError as error:
            complain(self.app, error)
            return
        chosen = await choose_issue(self.app, found, summaries)
        if chosen is not None:
            self._open(chosen.document, chosen.link)

    def search(self) -> None:
        """List where words stand in all documents, and open the document where one is chosen."""
        self._screen.ask(self._ask_words())

    async def _ask_words(self) -> None:
        from alignbench.tui.dialogs.concordance import Concordance

        answer = await self.app.push_screen_wait(Concordance(self.project))
        if answer is not None:
            self._open(answer[0].document, answer[0].link)

    def show_settings(self) -> None:
        """List every setting, its type, and the file that it comes from; change what is chosen."""
        self._screen.ask(self._ask_settings())

    async def _ask_settings(self) -> None:
        from alignbench.tui.dialogs.settings import ask_settings

        try:
            await ask_settings(self.app, self.project.root)
        except AlignbenchError as error:
            complain(self.app, error)

    def choose_model(self) -> None:
        """List the models that can be used here, and choose one for new documents."""
        from alignbench.tui.dialogs.models import ask_model

        self._screen.ask(ask_model(self.app, self.project))

    def _import(self, pairs: list[FilePair], then: Callable[[int], None]) -> None:
        def done(count: int) -> None:
            self.show_entries()
            then(count)

        import_pairs(self.app, self.project, pairs, done)
