"""Pairs of files taken into a project, by whichever door."""

from pathlib import Path

import pytest

from alignbench.domain.errors import Cancelled, ModelError
from alignbench.project import Project
from alignbench.project.imports import Imported, import_pairs
from alignbench.store import Store
from tests.embedding.examples import write_small

JA = "橋のたもとに古い茶屋がある。\n旅人はここで足を休めた。\n春には桜が咲く。\n"
EN = "An old teahouse stands by the bridge.\nTravellers rested here.\nCherries bloom in spring.\n"


def waiting(root: Path, *names: str) -> Project:
    """A project with pairs that wait to be imported."""
    project = Project.create(root)
    for name in names:
        (root / "data" / "ja" / f"{name}.txt").write_text(JA, encoding="utf-8")
        (root / "data" / "en" / f"{name}.txt").write_text(EN, encoding="utf-8")
    return project


def test_the_projects_chosen_model_aligns_what_comes_in(tmp_path: Path) -> None:
    with waiting(tmp_path, "teahouse") as project:
        write_small(tmp_path / "models" / "own")
        chosen = project.models.choose("models/own")
        import_pairs(project, project.pairs())
        assert Store(project.database).load("teahouse").model == chosen.name


def test_a_file_that_cannot_be_read_costs_no_model_and_stops_no_other(tmp_path: Path) -> None:
    with waiting(tmp_path, "empty", "teahouse") as project:
        (tmp_path / "data" / "en" / "empty.txt").write_text(" \n", encoding="utf-8")
        told: list[Imported] = []
        import_pairs(project, project.pairs(), told=told.append)
        assert [(each.pair.name, each.error is None) for each in told] == [
            ("empty", False), ("teahouse", True),
        ]  # fmt: skip


def test_files_are_read_before_the_model_is_looked_for(tmp_path: Path) -> None:
    with waiting(tmp_path, "empty") as project:
        (tmp_path / "data" / "en" / "empty.txt").write_text(" \n", encoding="utf-8")
        (outcome,) = import_pairs(project, project.pairs(), model="/no/such/model")
        assert "empty.txt" in str(outcome.error)


def test_a_model_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    with waiting(tmp_path, "one", "two") as project, pytest.raises(ModelError, match="no model"):
        import_pairs(project, project.pairs(), model="/no/such/model")


def test_what_was_in_before_it_was_stopped_stays(tmp_path: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage.startswith("two"):
            raise Cancelled("Stopped.")

    with waiting(tmp_path, "one", "two") as project:
        with pytest.raises(Cancelled, match="1 of 2"):
            import_pairs(project, project.pairs(), stop)
        assert [each.name for each in project.documents()] == ["one"]
