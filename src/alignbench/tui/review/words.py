"""Showing which words of the chosen row nothing on the other side answers."""

from alignbench.checks.pair import Uncovered
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import JOINTS, Segment, Side
from alignbench.pipeline.word_links import WordLinker, in_segments
from alignbench.review import ReviewSession, Row
from alignbench.tui.review.search import SearchingScreen
from alignbench.tui.widgets.painter import Spans

Place = tuple[Side, int]


class AnsweringScreen(SearchingScreen):
    """A searching screen that underlines unanswered words of the chosen row, if asked to."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._linker: WordLinker | None = None
        """There while unanswered words are shown."""
        self._unanswered: dict[Place, Spans] = {}

    def toggle_unanswered(self) -> None:
        """Show unanswered words from now on, or no longer."""
        if self._linker is not None:
            self._linker, self._unanswered = None, {}
            self.decorate()
            return
        self._linker = WordLinker()
        self._find_unanswered(say=True)

    def show_row(self) -> None:
        """Show what is known of the chosen row."""
        super().show_row()
        if self._linker is not None and self.session.rows:
            self._find_unanswered()

    def decorations(self) -> dict[Place, Spans]:
        """What was found, over the words without an answer."""
        over = super().decorations()
        return over | {
            place: (*spans, *over.get(place, ())) for place, spans in self._unanswered.items()
        }

    def _find_unanswered(self, *, say: bool = False) -> None:
        """In a thread: the model is loaded with the first row."""
        linker, row = self._linker, self.current
        if linker is None:
            return

        def find() -> None:
            try:
                found = unanswered(row, linker)
            except AlignbenchError as error:
                self.app.call_from_thread(self.complain, error)
            else:
                self.app.call_from_thread(self._show_unanswered, row, found, say)

        self.run_worker(find, thread=True, group="words", exclusive=True)

    def _show_unanswered(self, row: Row, found: dict[Place, Spans], say: bool) -> None:
        is_here = self.is_attached and self._linker is not None and bool(self.session.rows)
        if not is_here or row != self.current:
            return
        self._unanswered = found
        self.decorate()
        if say and not found:
            self.say("Here every word that matters has an answer on the other side.")


def unanswered(row: Row, linker: WordLinker) -> dict[Place, Spans]:
    """The unanswered words of a row, to be drawn upon its segments."""
    segments: dict[Side, tuple[Segment, ...]] = {"ja": row.ja, "en": row.en}
    texts = {side: JOINTS[side].join(s.view for s in segments[side]) for side in JOINTS}
    found = linker.link(texts["ja"], texts["en"])
    numbers: dict[Side, tuple[int, ...]] = {"ja": row.link.ja, "en": row.link.en}
    drawn: dict[Place, list[tuple[int, int, str]]] = {}
    lost_words: dict[Side, tuple[Uncovered, ...]] = {
        "ja": found.unanswered_ja, "en": found.unanswered_en,
    }  # fmt: skip
    for side, lost in lost_words.items():
        for each in lost:
            for index, span in in_segments(each.span, segments[side], JOINTS[side]):
                place = (side, numbers[side][index])
                drawn.setdefault(place, []).append((span.start, span.end, "unanswered"))
    return {place: tuple(spans) for place, spans in drawn.items()}
