"""Which model a project aligns with, and which one advises a document that was aligned before."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.domain.errors import ModelError
from alignbench.embedding import load
from alignbench.embedding.static.files import FORMAT
from alignbench.project import Project
from tests.embedding.examples import write_small

JA = "図書館が開く。\n本を借りる。\n"
EN = "The library opens.\nI borrow a book.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    opened = Project.create(tmp_path / "work")
    (opened.root / "data/ja/a.txt").write_text(JA, encoding="utf-8")
    (opened.root / "data/en/a.txt").write_text(EN, encoding="utf-8")
    yield opened
    opened.close()


def add(project: Project) -> None:
    (pair,) = project.pairs()
    project.import_document(pair.ja, pair.en)


def advising(project: Project) -> str:
    """The name of the model that advises the document."""
    session = project.review("a")
    session.prepare()
    assert session.candidates(0)
    return project.models.advising(project._store.load("a").model).name


def test_without_a_choice_it_is_the_bundled_model(project: Project) -> None:
    add(project)
    assert advising(project) == load().name


def test_it_is_loaded_once(project: Project) -> None:
    assert project.models.encoder() is project.models.encoder()


def test_a_model_of_the_projects_own_is_found_by_what_it_calls_itself(project: Project) -> None:
    own = write_small(project.root / "models" / "ours")
    project.models.choose(str(own))
    add(project)
    project.models.choose("bundled")
    assert advising(project) == "small-1"


def test_a_model_that_is_not_here_is_stood_in_for(project: Project, tmp_path: Path) -> None:
    project.models.choose(str(write_small(tmp_path / "elsewhere")))
    add(project)
    project.models.choose("bundled")
    assert project._store.load("a").model == "small-1"
    assert advising(project) == load().name


def made_for_an_earlier_alignbench(folder: Path) -> None:
    config = folder / "config.json"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(FORMAT, "alignbench-static-1"), encoding="utf-8")


@pytest.mark.parametrize("aligned_with_it", [True, False])
def test_the_bundled_model_advises_where_the_chosen_one_is_of_an_earlier_alignbench(
    project: Project, aligned_with_it: bool
) -> None:
    own = write_small(project.root / "models" / "adapted")
    if aligned_with_it:
        project.models.choose("models/adapted")
        add(project)
    else:
        add(project)
        project.models.choose("models/adapted")
    assert project.models.outdated() is None
    made_for_an_earlier_alignbench(own)
    with contextlib.closing(Project.open(project.root)) as again:
        outdated = again.models.outdated()
        assert outdated is not None
        assert "`alignbench models use bundled`" in outdated.hint
        assert advising(again) == load().name
        with pytest.raises(ModelError, match="earlier alignbench"):
            again.models.encoder()
        again.models.choose("bundled")
        assert again.models.outdated() is None
