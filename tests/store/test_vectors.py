"""Kept vectors in the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "alignbench.db")
    yield opened
    opened.close()


def test_vectors_are_found_by_model_and_hash(store: Store) -> None:
    store.put_vectors("a", {"1": b"one", "2": b"two"})
    store.put_vectors("b", {"1": b"other"})
    assert store.get_vectors("a", ["1", "3"]) == {"1": b"one"}
    assert store.get_vectors("c", ["1"]) == {}


def test_more_are_found_than_sqlite_binds_at_once(store: Store) -> None:
    many = {str(number): bytes([number % 256]) for number in range(2500)}
    store.put_vectors("a", many)
    assert store.get_vectors("a", list(many)) == many


def test_sizes_are_told_by_model(store: Store) -> None:
    store.put_vectors("b", {"1": b"123"})
    store.put_vectors("a", {"1": b"12", "2": b"1234"})
    assert store.vector_sizes() == [("a", 2, 6), ("b", 1, 3)]


def test_clearing_one_model_leaves_the_others(store: Store) -> None:
    store.put_vectors("a", {"1": b"12", "2": b"1234"})
    store.put_vectors("b", {"1": b"123"})
    assert store.clear_vectors("a") == 2
    assert store.vector_sizes() == [("b", 1, 3)]
    assert store.clear_vectors() == 1
    assert store.clear_vectors() == 0


def test_clearing_gives_the_room_back(store: Store, tmp_path: Path) -> None:
    store.put_vectors("a", {str(number): bytes(4000) for number in range(500)})
    store.close()
    full = (tmp_path / "alignbench.db").stat().st_size
    again = Store(tmp_path / "alignbench.db")
    again.clear_vectors()
    again.close()
    assert (tmp_path / "alignbench.db").stat().st_size < full / 4
