"""The links of a document as this window last saw them, kept in step with the database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from alignbench.domain.errors import EditError
from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side
from alignbench.messages import t
from alignbench.review.row_index import Replaced, RowIndex
from alignbench.review.rows import Flow, RowMaker, by_link, revised, summarise
from alignbench.review.views import Row
from alignbench.store import Changeset, History, State, Written

T = TypeVar("T", Link, Flag)

MANY = 400
"""Links in a change from which on all rows are laid out anew: cheaper than one by one."""


class DocumentState:
    """Links, flags and rows of one document.

    What it hands out is replaced, never altered, so that a worker may read it meanwhile.
    """

    def __init__(self, document: Document, history: History, threshold: float) -> None:
        self._document = document
        self._history = history
        self._maker = RowMaker(document, threshold)
        self.rows: tuple[Row, ...] = ()
        self.dismissals: dict[str, Dismissal] = {}
        self.summary: DocumentSummary
        self.read()

    @property
    def links(self) -> list[Link]:
        """Every link, the rejected ones too."""
        return list(self._links.values())

    @property
    def flags(self) -> list[Flag]:
        """Every flag."""
        return list(self._flags.values())

    @property
    def number(self) -> int:
        """The last change that is shown."""
        return self._number

    def row(self, at: int) -> Row:
        """The row at a place. Raises EditError if there is none."""
        if not 0 <= at < len(self.rows):
            raise EditError(t("There is no such row."))
        return self.rows[at]

    def row_of(self, link_id: int) -> int:
        """The row of a link. Raises KeyError for a link that does not stand."""
        link = self._links[link_id]
        if _is_rejected(link):
            raise KeyError(link_id)
        return self._index.place(link)

    def holding(self, ja: Iterable[int], en: Iterable[int]) -> list[Link]:
        """The links that hold these segments; nothing for segments that are not there."""
        return self._index.holding(ja, en)

    def held(self, side: Side, at: int) -> list[Link]:
        """The link that holds a segment; none for one that is not there."""
        return self.holding(*(([at], []) if side == "ja" else ([], [at])))

    def flag(self, flag_id: int) -> Flag:
        """A flag by its id. Raises EditError if it is gone."""
        try:
            return self._flags[flag_id]
        except KeyError:
            raise EditError(t("This flag is no longer there.")) from None

    def refresh(self) -> bool:
        """Read again if the database has moved on; whether it had."""
        if self._history.number() == self._number:
            return False
        self.read()
        return True

    def read(self) -> None:
        """Read everything from the database."""
        self._number, state = self._history.read()
        self._take(state)

    def _take(self, state: State) -> None:
        self._links = {link.id: link for link in state.links}
        self._flags = {flag.id: flag for flag in state.flags}
        self.dismissals = {each.key: each for each in state.dismissals}
        self._draw()

    def apply(self, written: Written) -> tuple[int, int]:
        """Show a change that has been written; what other windows wrote before it shows too.

        Returns:
            The first and the last row that differ, last < first if none do.
        """
        self._number = written.number
        if written.fresh is None:
            return self._replace(written.change)
        before = self.rows
        self._take(written.fresh)
        return _differing(before, self.rows)

    def _replace(self, change: Changeset) -> tuple[int, int]:
        """Take a change over; the first and the last row that differ, last < first if none."""
        before, after = change.before, change.after
        self._links = _replaced(self._links, before.links, after.links)
        self._flags = _replaced(self._flags, before.flags, after.flags)
        gone = {each.key for each in before.dismissals}
        kept = {key: each for key, each in self.dismissals.items() if key not in gone}
        self.dismissals = kept | {each.key: each for each in after.dismissals}
        self._flags_of = by_link(self.flags)
        if _runs(before) == _runs(after):
            marked = (flag.link_id for flag in (*before.flags, *after.flags))
            return self._show(self._in_place({*(link.id for link in after.links), *marked}))
        if len(before.links) + len(after.links) > MANY:
            rows = self.rows
            self._draw()
            return _differing(rows, self.rows)
        rejected = sum(_is_rejected(link) for link in after.links)
        rejected -= sum(_is_rejected(link) for link in before.links)
        self.summary = replace(self.summary, rejected=self.summary.rejected + rejected)
        return self._show(self._index.replace(_standing(before), _standing(after)))

    def _show(self, replaced: Replaced) -> tuple[int, int]:
        self.rows = self._index.rows
        self.summary = revised(self.summary, replaced.gone, replaced.come)
        return replaced.first, replaced.last

    def _in_place(self, ids: set[int]) -> Replaced:
        """Draw only the rows of these links, which hold what they held."""
        links = [link for id_ in ids if not _is_rejected(link := self._links[id_])]
        if len(links) > MANY:
            at = {row.link.id: place for place, row in enumerate(self.rows)}
            return self._index.redraw([at[link.id] for link in links], links)
        return self._index.redraw(map(self._index.place, links), links)

    def _draw(self) -> None:
        """Lay the rows out anew; those that are as they were stay the same objects."""
        old = {row.link.id: row for row in self.rows}
        self._flags_of = by_link(self.flags)
        fresh, flows = self._maker.draw_all(self._links.values(), self.flags)
        if old:
            kept = (old.get(row.link.id) for row in fresh)
            fresh = [
                was if was is not None and was == row else row
                for was, row in zip(kept, fresh, strict=True)
            ]
        self.rows = tuple(fresh)
        self._index = RowIndex(self._document, self.rows, flows, self._drawn)
        self.summary = summarise(self._document.name, self._links.values(), self.rows, "")

    def _drawn(self, link: Link, before: Flow) -> tuple[Row, Flow]:
        return self._maker.draw(link, self._flags_of.get(link.id, ()), before)


def _is_rejected(link: Link) -> bool:
    return link.status is Status.REJECTED


def _standing(state: State) -> list[Link]:
    return [link for link in state.links if not _is_rejected(link)]


def _replaced(there: dict[int, T], before: Sequence[T], after: Sequence[T]) -> dict[int, T]:
    kept = there.copy()
    for each in before:
        kept.pop(each.id, None)
    kept.update((each.id, each) for each in after)
    return kept


def _runs(state: State) -> set[tuple[object, ...]]:
    """What each link of a state holds, if it stands."""
    return {(link.id, link.ja, link.en, link.status is Status.REJECTED) for link in state.links}


def _differing(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """The first and the last of the new rows that are not as they were; last < first if none."""
    short = min(len(old), len(new))
    first = next((at for at in range(short) if old[at] is not new[at]), short)
    same = next(
        (at for at in range(short - first) if old[-1 - at] is not new[-1 - at]), short - first
    )
    return first, len(new) - 1 - same
