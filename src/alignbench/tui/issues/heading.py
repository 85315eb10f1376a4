"""The lines above the list of findings and flags: what it is of, the score, what is listed."""

from collections.abc import Mapping

from rich.text import Text
from textual import events
from textual.message import Message

from alignbench.domain.quality import Score
from alignbench.messages import t
from alignbench.review.issues import IssueFilter, IssueKind
from alignbench.system.safe_text import printable
from alignbench.tui.issues.lines import filter_line, score_line
from alignbench.tui.widgets.progress_line import ProgressLine, beside
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

GAP = "  "


class IssueHeading(ProgressLine):
    """Three lines; what was done, and what goes on, is told at the right of the first."""

    DEFAULT_CSS = """
    IssueHeading {
        height: 3;
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: (
            tuple[str, Score, float, IssueFilter, Mapping[IssueKind | None, int]] | None
        ) = None
        self._misfit = ""

    class KindChosen(Message):
        """A kind of issues was clicked; None: all that is open."""

        def __init__(self, kind: IssueKind | None) -> None:
            super().__init__()
            self.kind = kind

    def on_click(self, event: events.Click) -> None:
        """List the kind that was clicked."""
        if kind := event.style.meta.get("kind"):
            self.post_message(self.KindChosen(None if kind == "all" else IssueKind(kind)))

    def show_list(
        self,
        name: str,
        score: Score,
        settled: float,
        filter: IssueFilter,
        counts: Mapping[IssueKind | None, int],
    ) -> None:
        """Draw the name, the score, the share that is settled, what is listed of how much."""
        self._shown = name, score, settled, filter, counts
        self.refresh()

    def show_misfit(self, said: str) -> None:
        """Say which check probably does not fit the text, while nothing else is told."""
        self._misfit = said
        self.refresh()

    def render(self) -> Text:
        """Name, score, filter."""
        if self._shown is None:
            return Text("")
        name, score, settled, filter, counts = self._shown
        width, colours = self.size.width, self.app.theme_variables
        title = t("{gap}findings and flags", gap=GAP)
        first = Text.assemble(
            (cut(printable(name), max(8, width - cells(title))), "bold"), title, no_wrap=True
        )
        if self._told:
            first = beside(first, self._told, width, f"bold {colours.get('primary', '')}")
        elif self._busy:
            first = beside(first, self._busy, width, "dim")
        elif self._misfit:
            first = beside(first, self._misfit, width, colours.get("warning", "yellow"))
        second = Text(score_line(score, width, settled), "dim")
        lines = [first, second, filter_line(filter, counts, width, colours)]
        return Text("\n", no_wrap=True, overflow="ellipsis").join(lines)
