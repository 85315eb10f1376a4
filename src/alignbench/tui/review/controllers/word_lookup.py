"""Looking a word up where the settings say: in the browser, or by a program."""

import webbrowser
from pathlib import Path

from rich.text import Text

from alignbench.domain.errors import AlignbenchError, InputError
from alignbench.messages import t
from alignbench.project.word_lookup import WordLookUp
from alignbench.system.programs import answer_of
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.dialogs.text_page import TextPage
from alignbench.tui.jobs.foreground import in_foreground
from alignbench.tui.review.controllers.lit_words import LitWordsController
from alignbench.tui.review.page import ReviewPage

SECONDS = 10.0
"""Time a program has to answer; one that takes longer is taken for one with a window."""


class WordLookUpController:
    """Looks up what is selected, else the lit word."""

    def __init__(self, page: ReviewPage, lit_words: LitWordsController, root: Path) -> None:
        """`root` is the project's folder, where the settings stand."""
        self._page, self._lit_words, self._root = page, lit_words, root
        self._allowed: set[tuple[str, ...]] = set()
        """Programs that may be run: a project may have come from anywhere."""

    def look_up(self) -> None:
        """Look it up, or say what is needed for that."""
        from alignbench.project.settings import settings_of

        page, word = self._page, self._lit_words.chosen
        if not word:
            page.say(t("Light a word with the arrows or the pointer, or select some text."))
            return
        try:
            how = settings_of(self._root).lookup
            if how.program:
                page.screen.ask(self._ask(how, how.arguments(word), word))
            elif how.url:
                self._browse(how.address(word))
            else:
                raise InputError(
                    t("Nothing says where to look words up."),
                    t('Write [lookup] into alignbench.toml, and below url = "https://…{place}".',
                      place="{word}"),
                )  # fmt: skip
        except AlignbenchError as error:
            page.complain(error)

    async def _ask(self, how: WordLookUp, arguments: list[str], word: str) -> None:
        page = self._page
        if how.program not in self._allowed:
            said = "  ".join(printable(each) for each in how.program)
            question = Question(
                t("Run a program to look words up?"),
                t("{program}\n\nThe project's alignbench.toml says so.", program=said),
            )
            if not await page.app.push_screen_wait(question):
                return
            self._allowed.add(how.program)

        def run() -> None:
            try:
                answer = answer_of(arguments, SECONDS)
            except AlignbenchError as error:
                page.app.call_from_thread(page.complain, error)
            else:
                page.app.call_from_thread(self._show, word, answer)

        page.screen.run_worker(run, thread=True, group="look-up")
        page.say(t("Looking up {word}", word=printable(word)))

    def _show(self, word: str, answer: str | None) -> None:
        page = self._page
        if not page.is_there or page.app.screen is not page.screen:
            return
        if answer is not None and answer.strip():
            page.app.push_screen(TextPage(printable(word), Text(printable(answer, keep="\n\t"))))
        elif answer is not None:
            page.say(t("The program found nothing to say."))

    def _browse(self, address: str) -> None:
        page = self._page
        try:
            browser = webbrowser.get()
        except webbrowser.Error as error:
            raise InputError(t("There is no browser here."), address) from error
        if takes_terminal(browser):
            in_foreground(page.app, lambda: browser.open(address))
            return

        def browse() -> None:
            if browser.open(address):
                said = t("The browser has {address}", address=address)
            else:
                said = t("No browser took {address}", address=address)
            page.app.call_from_thread(page.say, said)

        page.screen.run_worker(browse, thread=True, group="look-up")


def takes_terminal(browser: webbrowser.BaseBrowser) -> bool:
    """Whether a browser shows its pages in the terminal, as w3m does."""
    background = isinstance(browser, webbrowser.BackgroundBrowser)
    return isinstance(browser, webbrowser.GenericBrowser) and not background
