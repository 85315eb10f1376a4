"""An encoder that keeps what it has encoded in the project's database."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from alignbench.domain.errors import Cancelled
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.review import Project, remembering
from alignbench.review.remembering import Remembering
from alignbench.store import Store
from tests.review.examples import TinyEncoder, en, ja, project_with, runs


class Slow(TinyEncoder):
    """Encodes spans one by one, as large models do, and remembers what it was asked."""

    name = "slow"
    additive = False

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        self.asked += texts
        return normalised(super().encode(texts, language, progress))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "alignbench.db")


TEXTS = [en(1), en(22, 3), en(1), en(4)]


def test_each_text_is_encoded_once_and_the_same_vector_comes_each_time(store: Store) -> None:
    slow = Slow()
    first = Remembering(slow, store).encode(TEXTS, "en")
    assert sorted(slow.asked) == sorted(set(TEXTS))
    again = Remembering(slow, store).encode(TEXTS[::-1], "en")
    assert len(slow.asked) == 3
    assert (again == first[::-1]).all()
    np.testing.assert_allclose(first, Slow().encode(TEXTS, "en"), atol=1e-3)
    assert first.dtype == np.float32


def test_a_language_and_a_model_are_kept_apart(store: Store) -> None:
    slow, other = Slow(), Slow()
    other.name = "other"
    Remembering(slow, store).encode(TEXTS, "en")
    Remembering(slow, store).encode(TEXTS, "ja")
    Remembering(other, store).encode(TEXTS, "en")
    assert (len(slow.asked), len(other.asked)) == (6, 3)


def test_a_quick_encoder_is_not_kept(store: Store) -> None:
    tiny = TinyEncoder()
    vectors = Remembering(tiny, store).encode(TEXTS, "en")
    assert (vectors == tiny.encode(TEXTS, "en")).all()
    assert store._connection.rows("SELECT * FROM vector") == []


def test_nothing_is_no_trouble(store: Store) -> None:
    assert Remembering(Slow(), store).encode([], "en").shape == (0, 24)


def test_what_a_cancelled_job_has_done_is_not_done_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "BATCH", 2)
    slow = Slow()

    def cancel(stage: str, done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        Remembering(slow, store).encode(TEXTS, "en", cancel)
    assert len(slow.asked) == 2
    Remembering(slow, store).encode(TEXTS, "en")
    assert len(slow.asked) == 3


def test_a_project_asks_a_large_model_once(tmp_path: Path) -> None:
    project = project_with(tmp_path, [ja(1), ja(2), ja(3)], [en(1), en(2), en(3)], "other")
    slow = Slow()
    project.import_document(
        tmp_path / "data" / "ja" / "other.txt", tmp_path / "data" / "en" / "other.txt",
        name="notice", encoder=slow, segmented=True,
    )  # fmt: skip
    asked = len(slow.asked)
    assert asked > 6, "spans too"
    session = Project.open(tmp_path).review("notice", slow)
    session.prepare()
    assert session.candidates(1)[0].en == (1,)
    assert len(slow.asked) == asked
    assert runs(session) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
