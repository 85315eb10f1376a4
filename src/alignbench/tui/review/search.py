"""Searching in the document under review."""

from textual import on

from alignbench.domain.text import Side
from alignbench.review import ReviewSession
from alignbench.tui.review.editing import EditingScreen
from alignbench.tui.review.text_search import Finder, Match, row_numbers
from alignbench.tui.widgets.painter import Spans
from alignbench.tui.widgets.search_bar import SearchBar


class SearchingScreen(EditingScreen):
    """An editing screen with a search line."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__(session)
        self._finder = Finder(session.document)
        self._matches: list[Match] = []
        self._match: int | None = None

    @property
    def search_bar(self) -> SearchBar:
        """The search line."""
        return self.query_one(SearchBar)

    @property
    def is_typing(self) -> bool:
        """While one types a search, letters are letters."""
        return self.search_bar.is_typing

    @property
    def is_searching(self) -> bool:
        """Whether there are words to look for, and the document has the keys."""
        return self.search_bar.is_open and self.view.has_focus

    @on(SearchBar.Sought)
    def _seek(self, event: SearchBar.Sought) -> None:
        self._matches = self._finder.find(event.words, self.session.rows)
        at = row_numbers(self.session.rows) if self._matches else {}
        below = (i for i, match in enumerate(self._matches) if at[match.place] >= self.row)
        self._match = next(below, 0) if self._matches else None
        self._show_match()

    @on(SearchBar.Left)
    def _leave_search(self) -> None:
        self.view.focus()
        self.refresh_bindings()

    def step_match(self, step: int) -> None:
        """Go to the next match, or the one before."""
        if self._matches and self._match is not None:
            self._match = (self._match + step) % len(self._matches)
            self._show_match()

    def _show_match(self) -> None:
        if self._match is not None:
            self.row = self.row_at(self._matches[self._match].place)
        at = None if self._match is None else self._match + 1
        self.search_bar.show_count(at, len(self._matches))
        self.decorate()

    def decorate(self) -> None:
        """Draw what is to be seen upon the texts."""
        self.view.decorate(self.decorations())

    def decorations(self) -> dict[tuple[Side, int], Spans]:
        """What was found."""
        drawn: dict[tuple[Side, int], list[tuple[int, int, str]]] = {}
        for at, match in enumerate(self._matches):
            style = "current-match" if at == self._match else "match"
            drawn.setdefault(match.place, []).append((match.start, match.end, style))
        return dict(drawn)
