"""The rows of a document, replaced in part at the cost of the part, however long it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from alignbench.domain.links import Link
from alignbench.domain.text import Document
from alignbench.review.rows import START, Flow
from alignbench.review.views import Row

Key = tuple[tuple[int, ...], bool, tuple[int, ...]]
Drawer = Callable[[Link, Flow], tuple[Row, Flow]]
"""Draws the row of a link, given how far reading had come before it."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Rows that went and rows that came; outside of `first..last` (new) nothing is different."""

    first: int
    last: int
    gone: Sequence[Row]
    come: Sequence[Row]


class RowIndex:
    """Rows in reading order, with the link that holds each segment and the flow after each row.

    The order is that of `domain.links.reading_order`: by Japanese; added English after the row
    whose English stands before it.
    """

    def __init__(
        self, document: Document, rows: Sequence[Row], flows: list[Flow], drawer: Drawer
    ) -> None:
        self._draw = drawer
        self._rows = list(rows)
        self._flows = flows
        self._ja: list[Link | None] = [None] * len(document.ja.segments)
        self._en: list[Link | None] = [None] * len(document.en.segments)
        ja, en = self._ja, self._en
        for row in rows:
            link = row.link
            for at in link.ja:
                ja[at] = link
            for at in link.en:
                en[at] = link

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are now."""
        return tuple(self._rows)

    def holding(self, ja: Iterable[int], en: Iterable[int]) -> list[Link]:
        """The links that hold these segments, by id; nothing for segments that are not there."""
        found = [
            side[at] for side, run in ((self._ja, ja), (self._en, en)) for at in run
            if 0 <= at < len(side)
        ]  # fmt: skip
        links = {link.id: link for link in found if link is not None}
        return [links[id_] for id_ in sorted(links)]

    def place(self, link: Link) -> int:
        """The row of a link that stands."""
        return bisect_left(self._rows, self._key(link), key=self._key_of)

    def redraw(self, places: Iterable[int], links: Iterable[Link]) -> Replaced:
        """Put `links` into the rows at these places, whose segments are the same."""
        gone, come, changed = [], [], []
        for at, link in zip(places, links, strict=True):
            row, _ = self._draw(link, self._before(at))
            gone.append(self._rows[at])
            come.append(row)
            changed.append(at)
            self._rows[at] = row
            self._hold(link)
        return Replaced(min(changed, default=0), max(changed, default=-1), gone, come)

    def replace(self, gone: Sequence[Link], come: Sequence[Link]) -> Replaced:
        """Put the rows of the links `come` where those of `gone` were, which held the same."""
        if not gone and not come:
            return Replaced(0, -1, (), ())
        moved = list(self._following(gone))
        went = sorted(map(self.place, (*gone, *moved)))
        old = [self._rows[at] for at in went]
        for at in reversed(went):
            del self._rows[at], self._flows[at]
        for link in come:
            self._hold(link)
        fresh = self._insert([*come, *moved])
        left = [at - before for before, at in enumerate(went)]
        shifts = [at - before for before, at in enumerate(fresh)]
        gaps = [at + bisect_right(shifts, at) for at in left]
        changed = {*fresh, *self._let_flow(sorted({*fresh, *gaps}), set(fresh))}
        first, last = min(*changed, *gaps), max(*changed, *(at - 1 for at in gaps))
        return Replaced(first, last, old, [self._rows[at] for at in fresh])

    def _hold(self, link: Link) -> None:
        for at in link.ja:
            self._ja[at] = link
        for at in link.en:
            self._en[at] = link

    def _insert(self, links: Iterable[Link]) -> list[int]:
        """Insert rows for links, drawn once they all stand; their places, in order."""
        places = []
        for link in sorted(links, key=self._key):
            at = self.place(link)
            row, flow = self._draw(link, self._before(at))
            self._rows.insert(at, row)
            self._flows.insert(at, flow)
            places.append(at)
        return places

    def _let_flow(self, places: Sequence[int], fresh: set[int]) -> Iterator[int]:
        """Draw anew from these places on until the rows below are as they were; the changed."""
        at = 0
        for start in places:
            if start < at:
                continue
            at = start
            settled = False
            while not settled and at < len(self._rows):
                row, flow = self._draw(self._rows[at].link, self._before(at))
                settled = at not in fresh and flow == self._flows[at]
                if row != self._rows[at]:
                    yield at
                    self._rows[at] = row
                self._flows[at] = flow
                at += 1

    def _before(self, at: int) -> Flow:
        return self._flows[at - 1] if at else START

    def _key_of(self, row: Row) -> Key:
        return self._key(row.link)

    def _key(self, link: Link) -> Key:
        if link.ja:
            return link.ja, False, ()
        before = (self._en[at] for at in range(link.en[0] - 1, -1, -1))
        return next((each.ja for each in before if each and each.ja), ()), True, link.en

    def _following(self, links: Iterable[Link]) -> Iterator[Link]:
        """Added English whose place hangs on the English of these links, other than they."""
        own = {link.id for link in links}
        for start in sorted({at for link in links for at in link.en}):
            for at in range(start + 1, len(self._en)):
                link = self._en[at]
                if link is None or link.id in own or link.ja:
                    break
                if link.en[0] == at:
                    yield link
