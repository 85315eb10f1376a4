"""`alignbench models`."""

import json
from pathlib import Path

import pytest

from alignbench.cli.runner import main
from alignbench.embedding.model_notes import read_notes
from alignbench.project import Project
from alignbench.store import Store
from tests.embedding.examples import write_small


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    Project.create(tmp_path / "work").close()
    return tmp_path / "work"


def test_the_bundled_model_is_listed_with_size_and_dimension(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(tmp_path), "models"]) == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == ["size", "dimensions", "texts/s", "model"]
    assert line.endswith("384  not measured     bundled")
    assert not (tmp_path / "db").exists()


def test_the_model_adapted_to_the_project_is_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = write_small(project / "models" / "ours")
    main(["-C", str(project), "models", "--json"])
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert found.keys() == {"bundled", str(own)}
    assert (found[str(own)]["kind"], found[str(own)]["dimension"]) == ("adapted", 8)


def test_a_measured_speed_is_remembered(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignbench.embedding.available_models._SECONDS", 0.01)
    assert main(["models", "measure"]) == 0
    assert "texts a second on cpu" in capsys.readouterr().out
    main(["models", "--json"])
    (bundled,) = json.loads(capsys.readouterr().out)
    assert bundled["speed"]["texts_per_second"] > 0


def test_a_model_in_a_folder_is_listed_once_it_was_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignbench.embedding.available_models._SECONDS", 0.01)
    own = write_small(tmp_path / "ours")
    monkeypatch.chdir(tmp_path)
    assert main(["models", "measure", "ours"]) == 0
    capsys.readouterr()
    main(["models", "--json"])
    found = {each["name"]: each["kind"] for each in json.loads(capsys.readouterr().out)}
    assert found == {"bundled": "bundled", str(own): "static"}


def test_a_project_uses_the_model_it_was_given(project: Path, tmp_path: Path) -> None:
    own = write_small(tmp_path / "ours")
    (tmp_path / "a.ja.txt").write_text("図書館が開く。\n本を借りる。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The library opens.\nI borrow a book.\n", encoding="utf-8")
    files = [str(tmp_path / "a.ja.txt"), str(tmp_path / "a.en.txt")]
    assert main(["-C", str(project), "models", "use", str(own)]) == 0
    assert main(["-C", str(project), "import", *files, "--name", "a"]) == 0
    opened = Project.open(project)
    assert opened.models.encoder().name == "small-1"
    opened.close()
    store = Store(project / "db" / "alignbench.db")
    assert store.load("a").model == "small-1"
    store.close()


def test_a_model_that_is_not_there_is_not_used(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(project), "models", "use", "nobody/nothing"]) == 1
    assert "nobody/nothing is not on this machine" in capsys.readouterr().err
    opened = Project.open(project)
    assert opened.models.chosen == ""
    opened.close()


def test_the_cache_is_cleared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store(project / "db" / "alignbench.db")
    store.put_vectors("some/model", {"1": bytes(2_000_000), "2": b"12"})
    store.close()
    assert main(["-C", str(project), "models", "clear-cache"]) == 0
    assert capsys.readouterr().err == "Forgot 2 vectors, 2 MB.\n"
    store = Store(project / "db" / "alignbench.db")
    assert store.vector_sizes() == []
    store.close()


def test_trust_is_given_to_a_model_that_is_here_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "trust", "nobody/nothing"]) == 1
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_text("")
    assert main(["models", "trust", str(folder)]) == 0
    assert read_notes().trusted == {str(folder)}
    assert main(["models", "trust", str(folder), "--no-longer"]) == 0
    assert read_notes().trusted == frozenset()


def test_how_to_run_a_model_needs_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("One.\n")
    command = ["embed", str(tmp_path / "a.txt"), "--language", "en", "-o", str(tmp_path / "a.npy")]
    assert main([*command, "--device", "cpu"]) == 2
    assert "name one" in capsys.readouterr().err
    assert main([*command, "--model", "some/model", "--dtype", "int4"]) == 1
    assert "cannot have dtype=int4" in capsys.readouterr().err
