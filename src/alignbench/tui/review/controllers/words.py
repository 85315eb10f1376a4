"""Showing which words of the chosen row nothing on the other side answers."""

from collections.abc import Mapping, Sequence

from alignbench.checks.pair import Uncovered
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import JOINTS, Segment, Side, Span, joined_view
from alignbench.messages import t
from alignbench.pipeline.closed_words import closed_words
from alignbench.pipeline.word_links import WordLinker, in_segments
from alignbench.review import Row
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.painter import Spans


class WordsController:
    """Underlines unanswered words of the chosen row, if asked to."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._linker: WordLinker | None = None
        """There while unanswered words are shown."""
        self._unanswered: Mapping[Place, Spans] = {}
        page.layers.over.append(lambda: self._unanswered)
        page.row_shown.append(self._find)

    def toggle(self) -> None:
        """Show unanswered words from now on, or no longer."""
        if self._linker is not None:
            self._linker, self._unanswered = None, {}
            self._page.decorate()
            return
        self._linker = WordLinker()
        self._find(say=True)

    def _find(self, *, say: bool = False) -> None:
        """In a thread: the model is loaded with the first row."""
        linker, page = self._linker, self._page
        if linker is None:
            return
        row = page.current
        if row.link.is_null:
            self._show(row, {}, say=False)
            if say:
                page.say(t("There is nothing on the other side to answer."))
            return

        def find() -> None:
            try:
                found = unanswered(row, linker)
            except AlignbenchError as error:
                page.app.call_from_thread(page.complain, error)
            else:
                page.app.call_from_thread(self._show, row, found, say=say)

        page.screen.run_worker(find, thread=True, group="words", exclusive=True)

    def _show(self, row: Row, found: Mapping[Place, Spans], *, say: bool) -> None:
        is_here = self._page.is_there and self._linker is not None and self._page.session.rows
        if not is_here or row != self._page.current:
            return
        self._unanswered = found
        self._page.decorate()
        if say and not found:
            self._page.say(t("No unanswered word was found here; that is no promise."))


def unanswered(row: Row, linker: WordLinker) -> dict[Place, Spans]:
    """The unanswered words of a row, those of closed classes first, drawn upon its segments."""
    segments: dict[Side, Sequence[Segment]] = {"ja": row.ja, "en": row.en}
    texts = {side: joined_view(segments[side], side) for side in JOINTS}
    closed = closed_words(texts["ja"], texts["en"])
    found = linker.link(texts["ja"], texts["en"])
    numbers: dict[Side, tuple[int, ...]] = {"ja": row.link.ja, "en": row.link.en}
    drawn: dict[Place, list[tuple[int, int, str]]] = {}
    lost_words: dict[Side, tuple[Uncovered, ...]] = {
        "ja": found.unanswered_ja, "en": found.unanswered_en,
    }  # fmt: skip
    for side, lost in lost_words.items():
        known = closed[side]
        guessed = [e.span for e in lost if not any(_meet(e.span, k) for k in known)]
        for each in (*known, *guessed):
            for index, span in in_segments(each, segments[side], JOINTS[side]):
                place = (side, numbers[side][index])
                drawn.setdefault(place, []).append((span.start, span.end, "unanswered"))
    return {place: tuple(spans) for place, spans in drawn.items()}


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
