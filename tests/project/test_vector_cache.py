"""A slow model is asked for each text once."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from alignbench.domain.errors import Cancelled, StoreError
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding import load
from alignbench.embedding.model_notes import read_notes
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised, span_vectors
from alignbench.project.vector_cache import CachedVectors, kept
from alignbench.store import Store


class Slow:
    """A pretended transformer: a vector from a text's hash; remembers what it was asked for."""

    additive = False
    dimension = 16
    device = "cpu"

    def __init__(self, name: str = "some/model@0123456789ab", prompt: str = "") -> None:
        self.name = name
        self.prompt = prompt
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        self.asked += texts
        rows = [
            np.frombuffer(hashlib.sha512(text.encode()).digest(), np.uint8)[:16] for text in texts
        ]
        progress("embedding", len(texts), len(texts))
        return normalised(np.array(rows, dtype=np.float32).reshape(len(texts), 16) - 127)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "db" / "alignbench.db")
    yield opened
    opened.close()


def test_a_text_is_encoded_once_across_calls_and_sessions(store: Store) -> None:
    slow = Slow()
    first = CachedVectors(slow, store).encode(["山", "川", "山"], "ja")
    assert sorted(slow.asked) == ["山", "川"] or sorted(slow.asked) == ["川", "山"]
    again = CachedVectors(slow, store).encode(["山", "海", "川"], "ja")
    assert slow.asked[2:] == ["海"]
    np.testing.assert_array_equal(again[[0, 2]], first[[0, 1]])


def test_vectors_are_near_the_models_own(store: Store) -> None:
    found = CachedVectors(Slow(), store).encode(["山", "川"], "ja")
    np.testing.assert_allclose(found, Slow().encode(["山", "川"], "ja"), atol=1e-3)
    assert found.dtype == np.float32


def test_a_changed_sentence_costs_itself_and_the_spans_it_is_in(store: Store) -> None:
    slow = Slow()
    sentences = [f"Sentence {number}." for number in range(10)]
    span_vectors(CachedVectors(slow, store), sentences, "en", 3)
    assert len(slow.asked) == 10 + 9 + 8
    slow.asked.clear()
    sentences[4] = "Another sentence."
    span_vectors(CachedVectors(slow, store), sentences, "en", 3)
    assert len(slow.asked) == 1 + 2 + 3
    assert all("Another" in text for text in slow.asked)


@pytest.mark.parametrize("other", [Slow("other/model@0123456789ab"), Slow(prompt="query: ")])
def test_another_model_or_prompt_has_vectors_of_its_own(store: Store, other: Slow) -> None:
    CachedVectors(Slow(), store).encode(["山"], "ja")
    CachedVectors(other, store).encode(["山"], "ja")
    assert other.asked == ["山"]


def test_empty_texts_are_zeros_and_not_asked_for(store: Store) -> None:
    slow = Slow()
    found = CachedVectors(slow, store).encode(["", "　", "山"], "ja")
    assert slow.asked == ["山"]
    assert not found[:2].any()
    assert CachedVectors(slow, store).encode([], "ja").shape == (0, 16)


def test_a_damaged_vector_is_made_again(store: Store) -> None:
    slow = Slow()
    encoder = CachedVectors(slow, store)
    good = encoder.encode(["山"], "ja")
    (hash_,) = [encoder._hash("山")]
    store.put_vectors(slow.name, {hash_: b"short"})
    np.testing.assert_array_equal(encoder.encode(["山"], "ja"), good)
    assert slow.asked == ["山", "山"]


def test_what_was_made_before_a_cancel_is_kept(store: Store) -> None:
    slow = Slow()
    texts = [f"text {number}" for number in range(1200)]

    def stop(stage: str, done: int, total: int) -> None:
        assert total == 1200
        if done > 600:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        CachedVectors(slow, store).encode(texts, "en", stop)
    ((_, many, _),) = store.vector_sizes()
    assert many == 512
    slow.asked.clear()
    CachedVectors(slow, store).encode(texts, "en")
    assert len(slow.asked) == 1200 - 512


def test_a_database_that_cannot_be_written_does_not_stop_the_work(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(model: str, vectors: object) -> None:
        raise StoreError("The database is being written by another program.")

    monkeypatch.setattr(store, "put_vectors", refuse)
    assert CachedVectors(Slow(), store).encode(["山", "川"], "ja").any(axis=1).all()
    assert store.vector_sizes() == []


def test_the_speed_of_a_long_run_is_remembered(store: Store) -> None:
    encoder = CachedVectors(Slow(), store)
    encoder.encode(["too few"], "en")
    assert not read_notes().speeds
    encoder.encode([f"text {number}" for number in range(200)], "en")
    assert read_notes().speeds["some/model"].device == "cpu"


def test_the_cache_is_bounded_other_models_going_first(store: Store) -> None:
    row = 2 * Slow.dimension
    old, new = Slow("old/model@0123456789ab"), Slow()
    CachedVectors(old, store, limit=10 * row).encode([f"a{n}" for n in range(8)], "en")
    CachedVectors(new, store, limit=10 * row).encode([f"b{n}" for n in range(6)], "en")
    assert store.vector_sizes() == [(new.name, 6, 6 * row)]
    found = CachedVectors(new, store, limit=10 * row).encode([f"c{n}" for n in range(20)], "en")
    assert found.any(axis=1).all()
    assert store.vector_sizes() == []


def test_fast_models_are_not_kept(store: Store) -> None:
    bundled = load()
    assert kept(bundled, store) is bundled
    slow = kept(Slow(), store)
    assert isinstance(slow, CachedVectors)
    assert kept(slow, store) is slow
