"""`alignbench init`, `demo`, `locate` and `doctor`, and `alignbench` without a terminal."""

import tempfile
from pathlib import Path

import pytest

import alignbench.cli.doctor
from alignbench.cli.locate import locations
from tests.cli.examples import Call, complaint, write
from tests.embedding.examples import write_small
from tests.sample.gold import NAMES


def test_init_makes_the_folders(call: Call, tmp_path: Path) -> None:
    root = tmp_path / "books" / "one"
    done = call("init", root)
    assert (done.code, done.out) == (0, "")
    assert "The folder one is a project." in " ".join(done.err.split())
    assert all((root / folder).is_dir() for folder in ("data/ja", "data/en", "db"))


def test_init_without_a_folder_makes_the_project_s_own(call: Call, tmp_path: Path) -> None:
    assert call("-C", tmp_path / "here", "init").code == 0
    assert (tmp_path / "here" / "data" / "ja").is_dir()


def test_init_leaves_what_is_there(call: Call, project: Path) -> None:
    before = sorted(project.rglob("*"))
    assert call("init", project).code == 0
    assert set(before) <= set(project.rglob("*"))
    assert call("-C", project, "export", "notice", "--status", "all").code == 0


def test_init_where_a_file_stands(call: Call, ja: Path) -> None:
    assert "cannot be made a project" in complaint(call("init", ja))


def test_without_a_terminal_the_links_are_printed_with_confidence(
    call: Call, project: Path
) -> None:
    done = call("-C", project)
    assert done.code == 0
    assert done.out.startswith("notice: ")
    assert "\nstory: " in done.out  # it was waiting
    number, confidence, status, *_ = done.lines[1].split()
    assert (number, status) == ("1", "suggested")
    assert 0 <= float(confidence) <= 1
    assert done.lines[2].startswith("       ja  ")
    assert done.lines[3].startswith("       en  ")


def test_demo_shows_the_sample_and_leaves_nothing_behind(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    done = call("demo")
    assert done.code == 0
    assert all(f"\n{name}: " in f"\n{done.out}" for name in NAMES)
    assert list(tmp_path.iterdir()) == []


def test_locate_prints_every_place_or_one(call: Call, project: Path) -> None:
    table = dict(line.split(maxsplit=1) for line in call("-C", project, "locate").lines)
    assert set(table) == {"project", "database", "model", "sample", "state", "keys"}
    assert Path(table["database"]).is_file()
    assert (Path(table["sample"]) / "ja").is_dir()
    done = call("-C", project, "locate", "database")
    assert done.out == f"{project.resolve() / 'db' / 'alignbench.db'}\n"
    assert call("locate", "attic").code == 2


def test_the_state_is_where_the_workbench_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alignbench.tui.state import state_file

    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    assert state_file().parent == locations(tmp_path)["state"]


def test_doctor_finds_all_in_order(call: Call, project: Path) -> None:
    done = call("-C", project, "doctor")
    assert (done.code, done.err) == (0, "")
    for part in ("bundled model", "dictionary", "database", "textual", "sqlite-utils"):
        assert part in done.out


def test_doctor_names_what_is_not(call: Call, tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()
    write(tmp_path / "db" / "alignbench.db", *["not a database"] * 99)
    done = call("-C", tmp_path, "doctor")
    assert done.code == 1
    assert "FAILED" in done.out
    assert done.err == "alignbench: Not in order: database.\n"


def test_doctor_names_a_model_made_for_an_earlier_alignbench(call: Call, project: Path) -> None:
    config = write_small(project / "models" / "adapted") / "config.json"
    assert call("-C", project, "models", "use", "models/adapted").code == 0
    assert "project's model        models/adapted" in call("-C", project, "doctor").out
    write(config, config.read_text(encoding="utf-8").replace("static-2", "static-1"))
    assert call("-C", project, "doctor").err == "alignbench: Not in order: project's model.\n"
    assert call("-C", project, "models", "use", "bundled").code == 0
    assert call("-C", project, "doctor").code == 0


def test_doctor_survives_whatever_it_meets(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(alignbench.cli.doctor, "_model", broken)
    done = call("doctor")
    assert done.code == 1
    assert "FAILED: a defect" in done.out
    assert done.err == "alignbench: Not in order: bundled model.\n"


@pytest.mark.parametrize("command", [[], ["status"], ["import"], ["export", "x"], ["search", "x"]])
def test_a_folder_that_is_no_project(call: Call, tmp_path: Path, command: list[str]) -> None:
    said = complaint(call("-C", tmp_path, *command))
    assert "is not an alignbench project" in said
    assert "alignbench init" in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(call: Call, tmp_path: Path) -> None:
    assert "There is no folder" in complaint(call("-C", tmp_path / "gone", "status"))


def test_doctor_reads_what_the_owner_wrote(call: Call, project: Path) -> None:
    (project / "glossary.tsv").write_text("窓口\tcounter\n", encoding="utf-8")
    (project / "checks.tsv").write_text("desk\t窓口\tWindow\tboth\n", encoding="utf-8")
    (project / "alignbench.toml").write_text('[checks]\noff = ["quote.pair"]\n', encoding="utf-8")
    split = (line.split(maxsplit=1) for line in call("-C", project, "doctor").lines)
    lines = {words[0]: words[1] for words in split if len(words) == 2}
    assert lines["glossary.tsv"] == "1 terms"
    assert lines["checks.tsv"] == "1 rules"
    on, _, many, _ = lines["alignbench.toml"].split(maxsplit=3)
    assert int(on) == int(many) - 1
    (project / "alignbench.toml").write_text("[checks\n", encoding="utf-8")
    done = call("-C", project, "doctor")
    assert done.code == 1
    assert "Not in order: alignbench.toml." in done.err
