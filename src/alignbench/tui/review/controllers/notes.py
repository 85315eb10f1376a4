"""What a person says of the chosen link: a note, flags, a term for the glossary."""

from functools import partial
from pathlib import Path

from alignbench.checks.terms.glossary import Term
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.flags import Flag, FlagDraft
from alignbench.messages import t
from alignbench.project.drafts import Draft, Drafts
from alignbench.project.glossary_file import GlossaryFile
from alignbench.review import Change, ReviewSession
from alignbench.review.row_text import read_text
from alignbench.tui.dialogs.kept_flag import Ask, Write, ask_until_written, changed
from alignbench.tui.dialogs.note import NoteQuestion
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.review.controllers.jobs import JobsController
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.page import ReviewPage


class NotesController:
    """Asks for what is to be said, and says it."""

    def __init__(
        self, page: ReviewPage, links: LinksController, jobs: JobsController, drafts: Drafts,
        root: Path,
    ) -> None:  # fmt: skip
        """`root` is the project's folder, where the glossary stands."""
        self._page, self._links, self._jobs, self._root = page, links, jobs, root
        self._drafts = drafts

    def write_note(self) -> None:
        """Ask for a note on the chosen link."""
        self._page.screen.ask(self._ask_note())

    async def _ask_note(self) -> None:
        page, again = self._page, True
        draft = self._drafts.at("note", page.place)
        while again:
            note = page.current.link.note
            draft = draft.moved_to(self._drafts.at("note", page.place))
            text = await page.app.push_screen_wait(NoteQuestion(note, draft))
            if text is None:
                if draft.text:
                    page.say(t("What you typed is kept as your draft."))
                return
            draft.keep("" if text == note else text)
            again = text != note and self._links.edit(partial(_noted, row=page.row, text=text))
        draft.keep("")

    def flag(self) -> None:
        """Ask what kind of error there is in the chosen link."""
        self._page.screen.ask(self._ask_flag())

    async def _ask_flag(self) -> None:
        from alignbench.tui.dialogs.issue import ask_flag

        page = self._page

        async def asked(row: int, kept: Draft) -> FlagDraft | None:
            return await ask_flag(page.app, page.session, row, kept)

        def write(row: int, draft: FlagDraft) -> bool:
            return self._links.edit(lambda session: session.flag(row, draft))

        await self._ask("flag", asked, write)

    def declare_and_flag(self) -> None:
        """Ask what is wrong with what the chosen row leaves out or adds, and declare it so."""
        self._page.screen.ask(self._ask_declared())

    async def _ask_declared(self) -> None:
        from alignbench.tui.dialogs.issue import ask_declared

        page, links = self._page, self._links

        async def asked(row: int, kept: Draft) -> FlagDraft | None:
            return await ask_declared(page.app, page.session, row, kept)

        def write(row: int, draft: FlagDraft) -> bool:
            return links.edit(partial(_declared, row=row, draft=draft), then=links.go_on)

        await self._ask("flag", asked, write)

    async def _ask(self, name: str, ask: Ask, write: Write) -> None:
        page = self._page
        told = await ask_until_written(page.session, self._drafts, name, page.row, ask, write)
        if told:
            page.say(told)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags of the chosen link."""
        return self._page.current.flags

    def change_last_flag(self) -> None:
        """Let a person change what the last flag says."""
        if self.flags:
            self.change_flag(len(self.flags) - 1)
        else:
            self._page.say(t("This link has no flag."))

    def change_flag(self, at: int) -> None:
        """Let a person change what one of the flags says."""
        self._page.screen.ask(self._ask_change(self.flags[at]))

    async def _ask_change(self, flag: Flag) -> None:
        from alignbench.tui.dialogs.issue import ask_change

        page, name = self._page, f"flag {flag.id}"

        async def asked(row: int, kept: Draft) -> FlagDraft | None:
            return await ask_change(page.app, page.session, row, flag, kept)

        def write(row: int, draft: FlagDraft) -> bool:
            return self._links.edit(partial(changed, row=row, flag=flag, draft=draft))

        await self._ask(name, asked, write)

    def remove_last_flag(self) -> None:
        """Remove the last flag."""
        if self.flags:
            last = self.flags[-1].id
            self._links.edit(lambda session: session.unflag(last))
        else:
            self._page.say(t("This link has no flag."))

    def add_term(self) -> None:
        """Ask for a term, proposing one that stands in the chosen link."""
        self._page.screen.ask(self._ask_term())

    async def _ask_term(self) -> None:
        ask = self._page.app.push_screen_wait
        ja = await ask(
            TextQuestion(t("Add a term: its Japanese"), self._likely_term(), "", t("enter goes on"))
        )
        if not ja or not ja.strip():
            return
        hint = t("! in front forbids it")
        en = await ask(
            TextQuestion(
                t("The English for {ja}", ja=ja.strip()), hint=hint, enter=t("enter adds it")
            )
        )
        if not en or not en.strip():
            return
        term = as_term(ja, en)
        try:
            GlossaryFile(self._root).add([term])
        except AlignbenchError as error:
            self._page.complain(error)
            return
        said = f"{term.ja} {'≠' if term.forbidden else '='} {term.en}"
        self._page.say(t("In the glossary: {term} (undo leaves it there)", term=said))
        self._jobs.check_document()

    def _likely_term(self) -> str:
        """The term that a person probably means: a finding's, or the first in the link."""
        from alignbench.project.term_candidates import terms_in

        selected = self._page.selection.selected(self._page.row)
        if selected and selected.finding.check.startswith("term."):
            return selected.finding.ja_value
        text = read_text(self._page.current, "ja")
        return next(iter(terms_in(text)), "")


def _noted(session: ReviewSession, row: int, text: str) -> Change:
    return session.note(row, text)


def _declared(session: ReviewSession, row: int, draft: FlagDraft) -> Change:
    """Declare and flag: added where the flag says so or nothing else is there, else left out."""
    both = bool(session.rows[row].ja and session.rows[row].en)
    added = draft.type == "accuracy/addition" if both else not session.rows[row].ja
    return session.add(row, draft) if added else session.omit(row, draft)


def as_term(ja: str, en: str) -> Term:
    """What was typed as a term; `!` before the English forbids it."""
    en = en.strip()
    forbidden = en.startswith(("!", "！"))
    return Term(ja.strip(), en[1:].strip() if forbidden else en, forbidden)
