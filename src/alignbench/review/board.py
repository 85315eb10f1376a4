"""The links of a document as this window last saw them, kept in step with the database."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from alignbench.domain.errors import EditError
from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status
from alignbench.domain.text import Document, Side
from alignbench.review.records import Change, Row
from alignbench.review.rows import by_link, is_doubtful, make_rows, revised, summarise
from alignbench.store import Changeset, History, State

T = TypeVar("T", Link, Flag)


class Board:
    """Links, flags and rows of one document.

    What it hands out is replaced, never altered, so that a worker may read it meanwhile.
    """

    def __init__(self, document: Document, history: History, threshold: float) -> None:
        self._document = document
        self._history = history
        self._threshold = threshold
        self.rows: tuple[Row, ...] = ()
        self.dismissals: dict[str, Dismissal] = {}
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
            raise EditError("There is no such row.")
        return self.rows[at]

    def row_of(self, link_id: int) -> int:
        """The row of a link. Raises KeyError for a link that does not stand."""
        return self._places[link_id]

    def flag(self, flag_id: int) -> Flag:
        """A flag by its id. Raises EditError if it is gone."""
        try:
            return self._flags[flag_id]
        except KeyError:
            raise EditError("This flag is no longer there.") from None

    def next_position(self, row: int, side: Side) -> int:
        """The segment of `side` that comes after those of `row` in the text."""
        for each in reversed(self.rows[: row + 1]):
            run = each.link.ja if side == "ja" else each.link.en
            if run:
                return run[-1] + 1
        return 0

    def refresh(self) -> bool:
        """Read again if the database has moved on; whether it had."""
        if self._history.number() == self._number:
            return False
        self.read()
        return True

    def read(self) -> None:
        """Read everything from the database."""
        self._number, state = self._history.read()
        self._links = {link.id: link for link in state.links}
        self._flags = {flag.id: flag for flag in state.flags}
        self.dismissals = {each.key: each for each in state.dismissals}
        self._draw()

    def apply(self, change: Changeset) -> Change:
        """Show a change that has been written; what other windows wrote meanwhile shows too."""
        before = self.rows
        if self._history.number() == self._number + 1:
            self._number += 1
            self._replace(change)
        else:
            self.read()
        return Change(change.label, *_differing(before, self.rows))

    def _replace(self, change: Changeset) -> None:
        before, after = change.before, change.after
        self._links = _replaced(self._links, before.links, after.links)
        self._flags = _replaced(self._flags, before.flags, after.flags)
        gone = {each.key for each in before.dismissals}
        kept = {key: each for key, each in self.dismissals.items() if key not in gone}
        self.dismissals = kept | {each.key: each for each in after.dismissals}
        if _runs(before) != _runs(after):
            self._draw()
            return
        marked = (flag.link_id for flag in (*before.flags, *after.flags))
        self._draw_in_place({*(link.id for link in after.links), *marked})

    def _draw(self) -> None:
        """Lay the rows out anew; those that are as they were stay the same objects."""
        old = {row.link.id: row for row in self.rows}
        fresh = make_rows(self._document, self._links.values(), self.flags, self._threshold)
        kept = (old.get(row.link.id) for row in fresh)
        self.rows = tuple(
            was if was == row and was is not None else row
            for was, row in zip(kept, fresh, strict=True)
        )
        self._places = {row.link.id: at for at, row in enumerate(self.rows)}
        self.summary = summarise(self._document.name, self._links.values(), self.rows, "")

    def _draw_in_place(self, ids: set[int]) -> None:
        """Draw only the rows of these links, which hold what they held."""
        rows, flags = list(self.rows), by_link(self.flags)
        places = [self._places[id_] for id_ in ids]
        for at in places:
            row = rows[at]
            link = self._links[row.link.id]
            kinds = [part.kind for part in (*row.ja, *row.en)]
            rows[at] = replace(
                row,
                link=link,
                doubtful=is_doubtful(link, kinds, self._threshold),
                flags=tuple(flags[link.id]),
            )
        gone, come = ([these[at] for at in places] for these in (self.rows, rows))
        self.summary = revised(self.summary, gone, come)
        self.rows = tuple(rows)


def _replaced(there: dict[int, T], before: Sequence[T], after: Sequence[T]) -> dict[int, T]:
    gone = {each.id for each in before}
    kept = {id_: each for id_, each in there.items() if id_ not in gone}
    return kept | {each.id: each for each in after}


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
