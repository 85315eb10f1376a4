"""Rows of a stored document, opened without the others."""

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
    selected = store.load_rows(name, number)
    return SelectedRows(selected, store.history(selected.stored), who, clock)
