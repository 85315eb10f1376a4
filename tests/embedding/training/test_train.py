"""Whole trainings, on invented sentences, in a second or two each."""

from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.embedding import load
from alignbench.embedding.spans import normalised
from alignbench.embedding.static.files import read_static
from alignbench.embedding.training.corpus import Corpus, read_corpus
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.pairs import Pair
from alignbench.embedding.training.recipe import train_model
from alignbench.embedding.training.retrieval import accuracy
from alignbench.embedding.training.trainer import Measurement
from tests.embedding.training.invented import sentences

pytestmark = pytest.mark.xdist_group("sentence-transformers")  # which is where torch is

OPTIONS = TrainingOptions(
    dimension=16, features=60, pairs=10, buckets=5, steps=40, batch=64, evaluations=4, dropout=0.1
)
WEIGHTS = "model.safetensors"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(Pair("invented", ja, en) for ja, en in sentences()[:280])


@pytest.fixture(scope="module")
def trained(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model from a training that nothing interrupted. To be read only."""
    folder = tmp_path_factory.mktemp("trained")
    train_model([corpus], folder, "tiny", OPTIONS)
    return folder


def test_a_trained_model_loads_and_finds_translations_it_never_saw(trained: Path) -> None:
    encoder = load(str(trained))
    unseen = sentences()[280:]
    ja, en = zip(*unseen, strict=True)
    found = accuracy(normalised(encoder.encode(ja, "ja")), normalised(encoder.encode(en, "en")))
    assert encoder.name == "tiny"
    assert encoder.dimension == 16
    assert found > 0.5, "chance is 1 in 40"


def test_the_same_seed_gives_the_same_model(corpus: Corpus, tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        options = TrainingOptions(**{**OPTIONS.recorded(), "seed": seed, "steps": 5})
        train_model([corpus], tmp_path / name, "tiny", options)
    first, second, other = ((tmp_path / name / WEIGHTS).read_bytes() for name in "abc")
    assert first == second
    assert first != other


def test_a_training_gone_on_with_is_the_training_never_interrupted(
    corpus: Corpus, trained: Path, tmp_path: Path
) -> None:
    class Interrupted(Exception):
        pass

    def stop(measurement: Measurement) -> None:
        if measurement.step == 30:
            raise Interrupted

    with pytest.raises(Interrupted):
        train_model([corpus], tmp_path, "tiny", OPTIONS, listener=stop)
    assert not (tmp_path / WEIGHTS).exists()
    steps: list[int] = []
    train_model([corpus], tmp_path, "tiny", OPTIONS, listener=lambda m: steps.append(m.step))
    assert steps == [30, 40], "it went on from the checkpoint after 20 steps"
    assert (tmp_path / WEIGHTS).read_bytes() == (trained / WEIGHTS).read_bytes()


def test_a_checkpoint_of_another_training_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    def stop(measurement: Measurement) -> None:
        if measurement.step == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train_model([corpus], tmp_path, "tiny", OPTIONS, listener=stop)
    others = TrainingOptions(**{**OPTIONS.recorded(), "batch": 32})
    with pytest.raises(InputError, match="other pairs or options"):
        train_model([corpus], tmp_path, "tiny", others)


def test_pairs_of_a_development_set_are_not_learned(tmp_path: Path) -> None:
    known, unseen = sentences()[:40], sentences()[40:80]
    corpus = read_corpus(Pair("invented", ja, en) for ja, en in known)
    same = read_corpus(Pair("dev", ja, en) for ja, en in known)
    with pytest.raises(InputError, match="No pair is left"):
        train_model([corpus], tmp_path, "tiny", OPTIONS, development={"same": same})
    other = read_corpus(Pair("dev", ja, en) for ja, en in unseen)
    seen: list[Measurement] = []
    train_model(
        [corpus], tmp_path, "tiny", OPTIONS, development={"other": other}, listener=seen.append
    )
    assert set(seen[-1].scores) == {"other"}


def test_training_stops_when_it_gets_no_better(corpus: Corpus, tmp_path: Path) -> None:
    options = TrainingOptions(**{**OPTIONS.recorded(), "rate": 1e-9, "patience": 1})
    seen: list[Measurement] = []
    train_model([corpus], tmp_path, "tiny", options, listener=seen.append)
    assert [each.step for each in seen] == [10, 20]


def test_too_few_pairs_are_refused(tmp_path: Path) -> None:
    few = read_corpus(Pair("invented", ja, en) for ja, en in sentences()[:5])
    with pytest.raises(InputError, match="5 pairs"):
        train_model([few], tmp_path, "tiny", OPTIONS)


def test_options_that_make_no_sense_are_refused() -> None:
    for wrong in ({"steps": 0}, {"dropout": 1.0}, {"rate": 0.0}):
        with pytest.raises(InputError):
            TrainingOptions(**wrong)


def test_a_training_may_begin_from_a_model(corpus: Corpus, trained: Path, tmp_path: Path) -> None:
    start = read_static(trained)
    seen: list[Measurement] = []
    options = TrainingOptions(**{**OPTIONS.recorded(), "rate": 1e-9, "steps": 4, "seed": 9})
    train_model([corpus], tmp_path, "second", options, start=start, listener=seen.append)
    assert seen[0].scores["invented"] > 0.5, "it knows what the first one knew"
    assert read_static(tmp_path).vocabulary.known == start.vocabulary.known
