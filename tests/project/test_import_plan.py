"""What importing files or folders takes in, and what it passes over and why."""

from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.project.import_plan import ImportPlan, import_plan


def folder(at: Path, *names: str) -> Path:
    at.mkdir(parents=True, exist_ok=True)
    for name in names:
        (at / name).write_text("text")
    return at


def said(plan: ImportPlan) -> dict[str, str]:
    return {each.path.name: each.why for each in plan.passed_over}


def test_one_folder_tells_the_sides_by_name(tmp_path: Path) -> None:
    here = folder(tmp_path, "ch1.ja.txt", "ch1.en.md", "ch2_JP.txt", "notes.txt", "ch1.en.txt~")
    (here / "old").mkdir()
    plan = import_plan(here, None)
    assert [(pair.name, pair.ja.name, pair.en.name) for pair in plan.pairs] == [
        ("ch1", "ch1.ja.txt", "ch1.en.md")
    ]
    assert said(plan) == {
        "ch2_JP.txt": "no English file is called ch2",
        "notes.txt": "its name does not say which language it is in, as .ja.txt and .en.txt do",
        "ch1.en.txt~": "hidden, or left by an editor",
        "old": "a folder; name it to look into it",
    }


def test_two_folders_pair_what_is_called_alike(tmp_path: Path) -> None:
    ja = folder(tmp_path / "ja", "a.txt", "b.ja.txt", "c.en.txt", "d.txt")
    en = folder(tmp_path / "en", "a.md", "b.en.txt", "c.txt", "d.txt", "d.md")
    plan = import_plan(ja, en, known={"a"})
    assert [pair.name for pair in plan.pairs] == ["b", "d.txt"]
    assert said(plan) == {
        "a.txt": "there is a document of this name already",
        "c.en.txt": "its name says that it is in the other language",
        "c.txt": "several files are called c",
        "d.md": "several files are called d",
    }


def test_files_are_taken_as_named(tmp_path: Path) -> None:
    here = folder(tmp_path, "x.txt", "y.txt", "both.tmx")
    assert import_plan(here / "x.txt", here / "y.txt").pairs[0].name == "x"
    assert import_plan(here / "both.tmx", None).bilingual == (here / "both.tmx",)
    with pytest.raises(InputError, match="a file and the other a folder"):
        import_plan(here, here / "x.txt")
    with pytest.raises(InputError, match="There is no"):
        import_plan(here / "gone", None)
