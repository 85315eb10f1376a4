"""A store with one document, and the door to its changes."""

from pathlib import Path

import pytest

from alignbench.store import History, Store
from tests.store.examples import history_of, store_with


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_with(tmp_path / "alignbench.db")


@pytest.fixture
def past(store: Store) -> History:
    return history_of(store)
