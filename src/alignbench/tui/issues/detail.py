"""What is known of one finding or flag: its words, then both texts with its places marked."""

from collections.abc import Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from alignbench.domain.text import Side
from alignbench.review import Row
from alignbench.review.issues import Issue
from alignbench.tui.issues.lines import detail_lines
from alignbench.tui.review.session_rows import row_model
from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.painter import Spans
from alignbench.tui.widgets.row_model import ListSource

MOST = 6
LEAST = 3
"""Lines for the words, at most and at least; the texts get the rest."""


Words = tuple[Issue, Row, str, int]
"""An issue, its row, what its check looks for, and how many links there are."""


class _Texts(BilingualView, can_focus=False):
    """The two texts; keys stay with the list."""


class IssueDetail(Vertical):
    """The inspector below the list."""

    DEFAULT_CSS = """
    IssueDetail {
        height: 10;
        border-top: solid $foreground 25%;
        background: $surface;
        & #about { height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & _Texts { height: 1fr; background: $surface; }
    }
    """

    def compose(self) -> ComposeResult:
        """Words above, texts below."""
        yield Static(id="about")
        yield _Texts()

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words: Words | None = None

    def show(
        self,
        issue: Issue | None,
        row: Row | None,
        spans: Mapping[tuple[Side, int], Spans],
        explanation: str = "",
        links: int = 0,
    ) -> None:
        """Show an issue about `row`, its places as `spans`; None: nothing."""
        texts = self.query_one(_Texts)
        if issue is None or row is None:
            self._words = None
            texts.show(ListSource([]))
        else:
            self._words = issue, row, explanation, links
            texts.show(ListSource([row_model(row)]))
            texts.decorate(spans)
        self._show_words()

    def on_resize(self) -> None:
        """Fit the words into the new size."""
        self._show_words()

    def _show_words(self) -> None:
        about = self.query_one("#about", Static)
        if self._words is None:
            about.update("")
            return
        room = max(LEAST, min(MOST, self.size.height // 2 - 1))
        size = (max(20, self.size.width - 2), room)
        lines = detail_lines(*self._words, size, self.app.theme_variables)
        about.update(Text("\n", no_wrap=True, overflow="ellipsis").join(lines))
