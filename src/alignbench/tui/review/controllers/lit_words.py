"""The word under the pointer or the cursor, lit up with what answers it on the other side."""

from collections import OrderedDict
from collections.abc import Callable, Mapping

from rich.text import Text

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import JOINTS, Reading, Side, joined_view
from alignbench.language.readings import read_aloud
from alignbench.messages import t
from alignbench.pipeline.word_links import WordLinker
from alignbench.review import Row
from alignbench.system.safe_text import one_line, printable
from alignbench.tui.review.layers import Place
from alignbench.tui.review.mode import Mode
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.row_words import RowWords, Word
from alignbench.tui.widgets.painter import Spans

KEPT = 64
"""Rows whose words are kept; only rows that are pointed at or gone through are ever linked."""


class LitWordsController:
    """Lights one word at a time."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._linker = WordLinker()
        self._known: OrderedDict[int, RowWords] = OrderedDict()
        """By identity of the row: what is changed is another row."""
        self._lit: tuple[RowWords, Word] | None = None
        self._by_keys = False
        page.layers.over.append(self._drawn)
        page.row_shown.append(self._row_shown)
        page.about_row.append(self._told)

    @property
    def word(self) -> str:
        """The word that is lit, as it stands in its row; empty if none is."""
        return self._lit[0].text(self._lit[1]) if self._lit else ""

    @property
    def chosen(self) -> str:
        """What is selected in the texts, else the lit word, in one line; empty without either."""
        return one_line(self._page.screen.get_selected_text() or self.word).strip()

    @property
    def is_by_keys(self) -> bool:
        """Whether a word was gone to with keys."""
        return self._lit is not None and self._by_keys

    # The pointer

    def point(self, row: int, side: Side, place: int) -> None:
        """Light the word at a place of a row's text, once its words are known."""
        if self._page.mode is not Mode.REVIEW or self.is_by_keys:
            return
        there = self._page.session.rows[row]

        def light(words: RowWords) -> None:
            word = words.at(side, place)
            self._light((words, word) if word else None, by_keys=False)

        self._ask(there, light)

    def point_nowhere(self) -> None:
        """The pointer left the texts."""
        if not self.is_by_keys:
            self._light(None, by_keys=False)

    # Keys

    def step(self, step: int) -> None:
        """Go to the next word of this side, or the one before."""

        def light(words: RowWords) -> None:
            word = words.beside(self._own_word(words), step)
            self._light((words, word) if word else None, by_keys=True)

        self._ask(self._page.current, light)

    def cross(self) -> None:
        """Go to what answers the word on the other side."""

        def light(words: RowWords) -> None:
            own = self._own_word(words)
            word = words.across(own) if own else words.beside(None, 1)
            self._light((words, word) if word else self._lit, by_keys=True)

        self._ask(self._page.current, light)

    def leave(self) -> None:
        """Light no word."""
        self._light(None, by_keys=False)

    def _own_word(self, words: RowWords) -> Word | None:
        return self._lit[1] if self._lit and self._lit[0].row is words.row else None

    # How it is done

    def _ask(self, row: Row, light: Callable[[RowWords], None]) -> None:
        """Have the words of a row; in a thread, unless they are known."""
        if (known := self._known.get(id(row))) is not None and known.row is row:
            self._known.move_to_end(id(row))
            light(known)
            return
        page = self._page

        def find() -> None:
            try:
                words = RowWords.of(row, self._linker)
            except AlignbenchError as error:
                page.app.call_from_thread(page.complain, error)
            else:
                page.app.call_from_thread(keep, words)

        def keep(words: RowWords) -> None:
            self._known[id(row)] = words
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            if page.is_there and page.mode is Mode.REVIEW:
                light(words)

        page.screen.run_worker(find, thread=True, group="row-words", exclusive=True)

    def _light(self, lit: tuple[RowWords, Word] | None, *, by_keys: bool) -> None:
        if lit == self._lit:
            return
        self._lit, self._by_keys = lit, by_keys
        self._page.decorate()
        self._page.tell_row()
        self._page.screen.refresh_bindings()

    def _row_shown(self) -> None:
        rows = self._page.session.rows
        stands = self._lit and (not self._by_keys or self._lit[0].row is self._page.current)
        if not stands or not rows:
            self._lit, self._by_keys = None, False

    def _drawn(self) -> Mapping[Place, Spans]:
        return self._lit[0].drawn(self._lit[1]) if self._lit else {}

    def _told(self) -> list[Text]:
        """`word (reading)  answered by ...`, for the panel."""
        if self._lit is None:
            return []
        words, word = self._lit
        colours = self._page.app.theme_variables
        line = Text(printable(words.text(word)), f"bold {colours.get('primary', '')}")
        if reading := self._reading(words, word):
            line.append(f"  {reading}")
        answers = [printable(words.text(each)) for each in words.answers(word)]
        if answers:
            line.append(t("  answered by {words}", words=", ".join(dict.fromkeys(answers))))
        else:
            line.append(t("  no answer found"), "dim")
        return [line]

    def _reading(self, words: RowWords, word: Word) -> str:
        if word.side != "ja":
            return ""
        given, at = [], 0
        for segment in words.row.ja:
            given += [Reading(at + r.start, at + r.end, r.reading) for r in segment.readings]
            at += len(segment.view) + len(JOINTS["ja"])
        return printable(read_aloud(joined_view(words.row.ja, "ja"), word.span, given))
