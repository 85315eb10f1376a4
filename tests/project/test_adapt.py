"""Adapting a model to a project, on invented sentences and a model trained on some of them."""

import shutil
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.embedding import load, loader
from alignbench.embedding.training.adaptation import AdaptingOptions
from alignbench.embedding.training.corpus import read_corpus
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.pairs import Pair
from alignbench.embedding.training.recipe import train_model
from alignbench.pipeline.file_alignment import ReadOptions
from alignbench.project import Project
from alignbench.project.adapt import adapt, confirmed_pairs, forget, split
from alignbench.project.adapted_model import ADAPTED
from tests.embedding.training.invented import sentences

pytestmark = pytest.mark.xdist_group("sentence-transformers")  # which is where torch is

OPTIONS = AdaptingOptions(steps=40, evaluations=4)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows the words of some of the sentences, and none of the others'."""
    folder = tmp_path_factory.mktemp("model")
    known = [Pair("invented", ja, en) for ja, en in sentences() if "船" in ja or "犬" in ja]
    options = TrainingOptions(
        dimension=16, features=50, pairs=4, buckets=40, steps=30, batch=32, evaluations=2
    )
    train_model([read_corpus(known)], folder, "bundled-test", options)
    return folder


@pytest.fixture
def bundled(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That model in place of the package's."""
    folder = Path(shutil.copytree(model, tmp_path / "bundled"))
    monkeypatch.setattr(loader, "BUNDLED", folder)
    return folder


def project(root: Path, confirmed: int) -> Project:
    """A project with one document of 200 sentences, the first of them confirmed."""
    made = Project.create(root)
    for side, column in (("ja", 0), ("en", 1)):
        text = "".join(f"{pair[column]}\n" for pair in sentences()[:200])
        (root / "data" / side / "letters.txt").write_text(text, encoding="utf-8")
    (pair,) = made.pairs()
    made.import_document(pair.ja, pair.en, options=ReadOptions(segmented=True))
    session = made.review("letters")
    for place in range(confirmed):
        session.link([place], [place])
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_an_adapted_model_is_used_from_then_on_and_the_bundled_one_stays(
    bundled: Path, tmp_path: Path
) -> None:
    before = contents(bundled)
    work = project(tmp_path / "work", confirmed=150)
    result = adapt(work, OPTIONS)
    assert result.switched
    assert result.adapted > result.in_use == result.bundled
    assert work.models.encoder().name.startswith("bundled-test+")
    assert load(str(tmp_path / "work" / ADAPTED)).name == work.models.encoder().name
    assert contents(bundled) == before
    assert load().name == "bundled-test"


def test_without_a_gain_nothing_changes(bundled: Path, tmp_path: Path) -> None:
    work = project(tmp_path / "work", confirmed=150)
    result = adapt(work, AdaptingOptions(steps=1, rate=1e-9, seen=10_000))
    assert not result.switched
    assert result.adapted == result.in_use
    assert work.models.encoder().name == "bundled-test"
    assert not (tmp_path / "work" / ADAPTED).exists()


def test_the_bundled_model_can_be_had_back(bundled: Path, tmp_path: Path) -> None:
    work = project(tmp_path / "work", confirmed=150)
    adapt(work, OPTIONS)
    forget(work)
    assert work.models.encoder().name == "bundled-test"
    assert not (tmp_path / "work" / ADAPTED).exists()


def test_a_model_adapted_by_an_earlier_alignbench_is_made_again(
    bundled: Path, tmp_path: Path
) -> None:
    work = project(tmp_path / "work", confirmed=150)
    old = tmp_path / "work" / ADAPTED
    shutil.copytree(bundled, old)
    config = (old / "config.json").read_text(encoding="utf-8")
    work.models.choose(ADAPTED.as_posix())
    earlier = config.replace("alignbench-static-2", "alignbench-static-1")
    (old / "config.json").write_text(earlier, encoding="utf-8")
    assert adapt(work, OPTIONS).switched
    assert work.models.outdated() is None
    assert work.models.encoder().name.startswith("bundled-test+")


def test_few_confirmed_pairs_are_not_enough(bundled: Path, tmp_path: Path) -> None:
    work = project(tmp_path / "work", confirmed=3)
    assert confirmed_pairs(work) == [Pair("letters", *pair) for pair in sentences()[:3]]
    with pytest.raises(InputError, match="3 confirmed pairs"):
        adapt(work, OPTIONS)


def test_a_pair_keeps_its_part_when_others_come() -> None:
    pairs = [Pair("letters", *pair) for pair in sentences()]
    few, all_ = split(pairs[:100]), split(pairs)
    assert all(set(part) <= set(whole) for part, whole in zip(few, all_, strict=True))
    assert sum(map(len, all_)) == len(pairs)
    assert all(len(part) > 30 for part in all_)
