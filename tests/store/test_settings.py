"""Settings of a project and kept vectors."""

from pathlib import Path

import pytest

from alignbench.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "alignbench.db")


def test_a_setting_is_kept_over_a_restart(store: Store, tmp_path: Path) -> None:
    assert store.setting("doubt", "0.8") == "0.8", "the default"
    store.set_setting("doubt", "0.7")
    store.set_setting("doubt", "0.6")
    store.close()
    assert Store(tmp_path / "alignbench.db").setting("doubt") == "0.6"


def test_vectors_are_kept_by_model_and_text(store: Store) -> None:
    many = {f"hash {number}": bytes([number % 256]) * 4 for number in range(1_200)}
    store.put_vectors("tiny", many)
    assert store.get_vectors("tiny", [*many, "unknown"]) == many
    assert store.get_vectors("other", list(many)) == {}
    store.put_vectors("tiny", {"hash 1": b"new"})
    assert store.get_vectors("tiny", ["hash 1"]) == {"hash 1": b"new"}
