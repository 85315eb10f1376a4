"""Searching in the document under review."""

from collections.abc import Mapping
from functools import cached_property

from alignbench.messages import t
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.text_search import Finder, Match, row_numbers
from alignbench.tui.widgets.painter import Spans
from alignbench.tui.widgets.search_bar import SearchBar


class SearchController:
    """The search line: finds words while one types them, and goes from match to match."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._finder = Finder(page.session.document)
        self._matches: list[Match] = []
        self._match: int | None = None
        page.layers.over.append(self._highlighted)

    @cached_property
    def bar(self) -> SearchBar:
        """The search line. After each key it is asked for as often as there are keys."""
        return self._page.screen.query_one(SearchBar)

    @property
    def is_typing(self) -> bool:
        """While one types a search, letters are letters."""
        return self.bar.is_typing

    @property
    def is_under_way(self) -> bool:
        """Whether there are words to look for, and the document has the keys."""
        return self.bar.is_open and self._page.view.has_focus

    def seek(self, words: str) -> None:
        """Find other words, and show the first match from the chosen row on."""
        rows, shown = self._page.session.rows, self._page.shown
        found = self._finder.find(words, rows)
        at = row_numbers(rows) if found else {}
        self._matches = [match for match in found if shown.has(at[match.place])]
        below = (i for i, match in enumerate(self._matches) if at[match.place] >= self._page.row)
        self._match = next(below, 0) if self._matches else None
        self._show()

    def leave_bar(self) -> None:
        """Give the keys back to the document."""
        self._page.view.focus()
        self._page.screen.refresh_bindings()

    def step(self, step: int) -> None:
        """Go to the next match, or the one before."""
        if self._matches and self._match is not None:
            self._match = (self._match + step) % len(self._matches)
            self._show()
        else:
            self._page.say(t("Nothing found; esc ends the search."))

    def _show(self) -> None:
        if self._match is not None:
            self._page.go_to(self._page.row_at(self._matches[self._match].place))
        at = None if self._match is None else self._match + 1
        self.bar.show_count(at, len(self._matches))
        self._page.decorate()

    def _highlighted(self) -> Mapping[Place, Spans]:
        drawn: dict[Place, list[tuple[int, int, str]]] = {}
        for at, match in enumerate(self._matches):
            style = "current-match" if at == self._match else "match"
            drawn.setdefault(match.place, []).append((match.start, match.end, style))
        return {place: tuple(spans) for place, spans in drawn.items()}
