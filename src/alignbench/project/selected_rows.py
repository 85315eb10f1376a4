"""Rows of a stored document, opened without the others."""

from collections.abc import Iterable, Sequence

from alignbench.domain.flags import Flag
from alignbench.domain.identity import Identity
from alignbench.review.selected_rows import SelectedRows
from alignbench.store import Store
from alignbench.system.clock import Clock


def open_rows(
    store: Store, name: str, number: int | None, who: Identity, clock: Clock
) -> SelectedRows:
    """The row of this number, or, where that is None, all rows with flags.

    Raises:
        StoreError: there is no document of that name.
    """

    def choice(order: Sequence[int], flags: Sequence[Flag]) -> Iterable[int]:
        if number is not None:
            return (number,)
        flagged = {flag.link_id for flag in flags}
        return [row for row, link in enumerate(order) if link in flagged]

    selected = store.load_rows(name, choice)
    return SelectedRows(selected, store.history(selected.stored), who, clock)
