"""The library: documents, pairs that wait, importing with progress and a way to stop."""

import contextlib
import re
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from alignbench.domain.progress import Progress, silent
from alignbench.project import Project
from alignbench.store import Store
from tests.embedding.examples import write_small
from tests.tui.workbench import at_rest, make_project, opened, review, screen_text, toasts, until

JA = "橋のたもとに古い茶屋がある。\n旅人はここで足を休めた。\n春には桜が咲く。\n"
EN = "An old teahouse stands by the bridge.\nTravellers rested here.\nCherries bloom in spring.\n"


class Encoder:
    """Gives sentences of one place in the text the same vector; may be told to dawdle."""

    name, dimension, additive = "bundled-test", 8, True

    def __init__(self, dawdle: threading.Event | None = None) -> None:
        self.dawdle = dawdle

    def encode(self, texts: Any, language: str, progress: Progress = silent) -> Any:
        while self.dawdle is not None and not self.dawdle.wait(0.01):
            progress("embedding", 1, 3)
        return np.eye(8, dtype=np.float32)[np.arange(len(texts)) % 8]


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    encoder = Encoder()
    monkeypatch.setattr("alignbench.embedding.load", lambda model, progress=silent: encoder)
    return encoder


def put(root: Path, name: str, ja: str | bytes = JA, en: str | bytes = EN) -> None:
    for side, text in (("ja", ja), ("en", en)):
        data = text.encode() if isinstance(text, str) else text
        (root / "data" / side / f"{name}.txt").write_bytes(data)


def documents(root: Path) -> list[str]:
    project = Project.open(root)
    try:
        return [each.name for each in project.documents()]
    finally:
        project.close()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    root = tmp_path / "empty"
    Project.create(root).close()
    return root


async def test_an_empty_project_says_what_to_do(empty: Path) -> None:
    async with opened(empty, None) as (app, pilot):
        text = screen_text(app)
        assert "There is nothing here yet." in text
        assert "data/ja" in text
        await pilot.press("enter", "i", "j", "k", "question_mark")
        await at_rest(pilot)
        assert "Look again" in screen_text(app)
        await pilot.press("escape", "q")
    assert app.return_code == 0


async def test_opening_says_if_the_chosen_model_was_made_for_an_earlier_alignbench(
    empty: Path,
) -> None:
    folder = write_small(empty / "models" / "adapted")
    with contextlib.closing(Project.open(empty)) as project:
        project.models.choose("models/adapted")
    config = (folder / "config.json").read_text(encoding="utf-8")
    earlier = config.replace("alignbench-static-2", "alignbench-static-1")
    (folder / "config.json").write_text(earlier, encoding="utf-8")
    async with opened(empty, None) as (app, _):
        (told,) = toasts(app)
        assert "made for an earlier alignbench" in told
        assert "`alignbench models use bundled`" in told


async def test_the_workbench_imports_with_the_model_that_the_project_has_chosen(
    empty: Path,
) -> None:
    write_small(empty / "models" / "own")
    with Project.open(empty) as project:
        chosen = project.models.choose("models/own").name
    put(empty, "teahouse")
    async with opened(empty, None):
        assert Store(empty / "db" / "alignbench.db").load("teahouse").model == chosen


async def test_files_put_there_meanwhile_are_found_by_looking_again(
    empty: Path, encoder: Encoder
) -> None:
    async with opened(empty, None) as (app, pilot):
        put(empty, "teahouse")
        await pilot.press("r")
        assert re.search(r"teahouse +not imported yet", screen_text(app))
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).session.document.name == "teahouse"


async def test_a_fresh_project_imports_its_pairs_by_itself(empty: Path, encoder: Encoder) -> None:
    put(empty, "one")
    put(empty, "two")
    async with opened(empty, None) as (app, _):
        assert [each.name for each in app.project.documents()] == ["one", "two"]
        assert "0%" in screen_text(app)


async def test_an_import_that_is_stopped_leaves_nothing(empty: Path, encoder: Encoder) -> None:
    encoder.dawdle = threading.Event()
    put(empty, "one")
    put(empty, "two")
    project = Project.open(empty)
    from alignbench.tui.app import Workbench

    app = Workbench(project)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "one: embedding" in screen_text(app))
        assert "Importing 2 documents" in screen_text(app)
        await pilot.press("ctrl+p")
        assert "Importing 2 documents" in screen_text(app), "no palette over a running job"
        await pilot.press("escape")
        await at_rest(pilot)
        assert toasts(app)[0] == "Stopped; nothing was written."
        assert re.search(r"one +not imported yet", screen_text(app))
        assert app.screen.focused is not None
    project.close()
    assert documents(empty) == []


async def test_quitting_in_the_middle_of_an_import_is_safe(empty: Path, encoder: Encoder) -> None:
    encoder.dawdle = threading.Event()
    put(empty, "one")
    project = Project.open(empty)
    from alignbench.tui.app import Workbench

    app = Workbench(project)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "embedding" in screen_text(app))
        app.exit()
    project.close()
    assert documents(empty) == []


async def test_a_broken_file_is_told_and_does_not_stop_the_others(
    empty: Path, encoder: Encoder
) -> None:
    put(empty, "broken", ja=b"\x00\x01\x02\xff\xfe\x00binary\x00\x00")
    put(empty, "good")
    put(empty, "nothing", en="")
    async with opened(empty, None) as (app, _):
        assert [each.name for each in app.project.documents()] == ["good"]
        told = toasts(app)
        assert len(told) == 2
        assert all("broken.txt" in each or "nothing.txt" in each for each in told)
        assert re.search(r"broken +not imported yet", screen_text(app))


async def test_the_numbers_follow_what_was_decided(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        await pilot.press("space", "space", "f", "enter")
        await at_rest(pilot)
        await pilot.press("q")
        await at_rest(pilot)
        line = next(each for each in screen_text(app).splitlines() if "notice" in each)
        assert "20%" in line
        assert "? 4" in line
        assert "⚑ 1" in line


async def test_names_from_the_disk_are_no_markup(empty: Path, encoder: Encoder) -> None:
    put(empty, "[red]桜[b]")
    async with opened(empty, None) as (app, _):
        assert "[red]桜[b]" in screen_text(app)


async def test_the_mouse_opens_a_document(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        await pilot.press("q")
        await at_rest(pilot)
        await pilot.click("OptionList", offset=(4, 0))
        await at_rest(pilot)
        assert review(app).session.document.name == "notice"
