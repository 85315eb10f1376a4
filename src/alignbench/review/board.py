"""The links of a document as this window last saw them, kept in step with the database."""

from collections import defaultdict
from dataclasses import replace
from itertools import count

from alignbench.domain.errors import EditError
from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Status
from alignbench.domain.text import Document, Side
from alignbench.review.edits import NEW, Edit
from alignbench.review.records import Change, DocumentSummary, Row
from alignbench.review.rows import make_rows, summarise
from alignbench.store import Changeset, History, State


class Board:
    """Links, flags and rows of one document."""

    def __init__(self, document: Document, history: History, threshold: float) -> None:
        self._document = document
        self._history = history
        self._threshold = threshold
        self._links: dict[int, Link] = {}
        self._flags: dict[int, Flag] = {}
        self._number = -1
        self.rows: tuple[Row, ...] = ()
        self.refresh()

    @property
    def links(self) -> list[Link]:
        """Every link, the rejected ones too."""
        return list(self._links.values())

    @property
    def summary(self) -> DocumentSummary:
        """The document's numbers."""
        return summarise(self._document.name, self.links, self.rows, "")

    def row_of(self, link_id: int) -> int:
        """The row of a link."""
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
        number = self._history.number()
        if number == self._number:
            return False
        self._links = {link.id: link for link in self._history.links()}
        self._flags = {flag.id: flag for flag in self._history.flags().flags}
        self._number = number
        self._draw()
        return True

    def changeset(self, edit: Edit, next_link: int, number: int) -> Changeset:
        """An edit with ids and revisions given, and the flags of links that go carried along."""
        ids = count(next_link)
        into = tuple(
            replace(link, id=next(ids) if link.id == NEW else link.id, revision=number)
            for link in edit.into
        )
        staying = {link.id for link in into if link.status is not Status.REJECTED}
        gone = [link for link in edit.out if link.id not in staying]
        carried = [flag for flag in self._flags.values() if flag.link_id in {g.id for g in gone}]
        homes = {link.id: _heir(link, into) for link in gone}
        moved = tuple(replace(flag, link_id=homes[flag.link_id]) for flag in carried)
        before = State(edit.out, tuple(carried))
        return Changeset(edit.name, edit.label, before, State(into, moved))

    def apply(self, change: Changeset) -> Change:
        """Show a change that has been written; what other windows wrote meanwhile shows too."""
        touched = {link.id for link in (*change.before.links, *change.after.links)}
        touched |= {flag.link_id for flag in (*change.before.flags, *change.after.flags)}
        old = {id_: row for id_, row in self._places.items() if id_ in touched}
        many = len(self.rows)
        if self._history.number() == self._number + 1:
            self._replace(change)
            self._number += 1
            self._draw()
        else:
            self.refresh()
        new = [row for id_, row in self._places.items() if id_ in touched]
        first = min([*old.values(), *new], default=0)
        last = max([*old.values(), *new], default=0)
        if len(self.rows) != many:
            last = len(self.rows) - 1
        return Change(change.label, first, min(last, len(self.rows) - 1))

    def _replace(self, change: Changeset) -> None:
        for link in change.before.links:
            self._links.pop(link.id, None)
        for flag in change.before.flags:
            self._flags.pop(flag.id, None)
        self._links.update({link.id: link for link in change.after.links})
        self._flags.update({flag.id: flag for flag in change.after.flags})

    def _draw(self) -> None:
        flags = sorted(self._flags.values(), key=lambda flag: flag.id)
        self.rows = make_rows(self._document, self._links.values(), flags, self._threshold)
        self._places = {row.link.id: at for at, row in enumerate(self.rows)}


def _heir(gone: Link, into: tuple[Link, ...]) -> int:
    """The link that holds most of the segments of a link that goes."""
    shared: dict[int, int] = defaultdict(int)
    for link in into:
        if link.status is not Status.REJECTED:
            shared[link.id] = len(set(link.ja) & set(gone.ja)) + len(set(link.en) & set(gone.en))
    return max(shared, key=lambda id_: (shared[id_], -id_))
