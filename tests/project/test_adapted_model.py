"""A model's folder is the one before or the new one, wherever a program is killed over it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from alignbench.domain.errors import OutputError
from alignbench.project.adapted_model import replace_folder, settle

STEPS = ("rmtree", "mkdir", "write", "rename", "rename again", "rmtree at the end")


def write_new(folder: Path) -> None:
    for name in ("config.json", "weights"):
        (folder / name).write_text("new")


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A model that is in use."""
    folder = tmp_path / "models" / "adapted"
    folder.mkdir(parents=True)
    for name in ("config.json", "weights"):
        (folder / name).write_text("old")
    return folder


@pytest.mark.parametrize("survived", range(len(STEPS)))
def test_killed_at_any_step_it_is_whole(model: Path, survived: int) -> None:
    killed = (
        "import os, shutil, sys\n"
        "from pathlib import Path\n"
        "from alignbench.project import adapted_model\n"
        f"left = {survived}\n"
        "def mortal(step):\n"
        "    def taken(*given, **named):\n"
        "        global left\n"
        "        if left == 0:\n"
        "            os._exit(9)\n"
        "        left -= 1\n"
        "        return step(*given, **named)\n"
        "    return taken\n"
        "def write(folder):\n"
        "    (folder / 'config.json').write_text('new')\n"
        "    (folder / 'weights').write_text('new')\n"
        "Path.mkdir, Path.rename = mortal(Path.mkdir), mortal(Path.rename)\n"
        "shutil.rmtree = mortal(shutil.rmtree)\n"
        "adapted_model.settle = lambda folder: None\n"
        f"adapted_model.replace_folder(Path({str(model)!r}), mortal(write))\n"
    )
    done = subprocess.run([sys.executable, "-c", killed], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (9, "")
    settle(model)
    there = contents(model)
    assert set(there) == {"config.json", "weights"}
    assert set(there.values()) == {"new" if survived > STEPS.index("rename again") else "old"}
    assert [path.name for path in model.parent.iterdir()] == ["adapted"]


def test_the_new_one_takes_the_place_of_the_old(model: Path) -> None:
    replace_folder(model, write_new)
    assert set(contents(model).values()) == {"new"}
    assert [path.name for path in model.parent.iterdir()] == ["adapted"]
    shutil.rmtree(model.parent)
    replace_folder(model, write_new)
    assert set(contents(model).values()) == {"new"}


def test_what_was_there_stays_where_the_disk_refuses(model: Path) -> None:
    def full(folder: Path) -> None:
        (folder / "config.json").write_text("half")
        raise OSError(28, os.strerror(28))

    with pytest.raises(OutputError, match="No space left"):
        replace_folder(model, full)
    assert set(contents(model).values()) == {"old"}
    assert [path.name for path in model.parent.iterdir()] == ["adapted"]
