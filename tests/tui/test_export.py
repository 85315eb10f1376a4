"""Exporting and importing on the screen."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Checkbox, Input, Select, Static

from alignbench.project import Project
from alignbench.project.export_choices import ExportChoices, keep_choices
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.export import ExportQuestion
from alignbench.tui.dialogs.export_fields import SELECTS
from alignbench.tui.dialogs.import_files import ImportQuestion
from alignbench.tui.dialogs.path_input import PathQuestion
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.library.screen import LibraryScreen
from tests.tui.workbench import (
    at_rest,
    make_project,
    open_canned,
    opened,
    review,
    screen_text,
    toasts,
    until,
)

MEMORY = """<tmx version="1.4"><header srclang="ja"/><body>
<tu><tuv xml:lang="ja"><seg>朝の港</seg></tuv><tuv xml:lang="en"><seg>A quiet port</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def preview(app: object) -> str:
    return str(app.screen.query_one("#preview", Static).content)  # type: ignore[attr-defined]


async def test_an_export_is_previewed_written_and_told(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.confirm(1)
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        assert "1 of 10 pair is written." in preview(app)
        assert "9 left out: suggested, not confirmed" in preview(app)
        app.screen.query_one("#status", Select).value = "all"
        await until(pilot, lambda: "8 of 10 pairs" in preview(app))
        assert "2 left out: one side is empty" in preview(app)
        app.screen.query_one("#format", Select).value = "tsv"
        await until(pilot, lambda: "10 of 10 pairs" in preview(app))
        assert app.screen.query_one("#file", Input).value == "notice.tsv"
        app.screen.query_one("#kind-null", Checkbox).value = False
        await until(pilot, lambda: "2 left out: links of another kind" in preview(app))
        await pilot.press("enter")
        await until(pilot, lambda: (root / "notice.tsv").exists())
        await at_rest(pilot)
        assert len((root / "notice.tsv").read_text(encoding="utf-8").splitlines()) == 9
        assert "Wrote notice.tsv" in toasts(app)[-1]
        assert str(root.resolve()) in toasts(app)[-1]


@pytest.mark.parametrize("no", ["n", "enter"])
async def test_what_is_there_is_replaced_only_when_asked(root: Path, no: str) -> None:
    (root / "notice.tmx").write_text("mine")
    async with opened(root) as (app, pilot):
        review(app).session.confirm(1)
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press(no)
        await at_rest(pilot)
        assert (root / "notice.tmx").read_text() == "mine"


async def test_the_english_goes_out_as_in_the_file_or_as_proposed(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        session.confirm(1)
        session.proposals.propose(1, "The library is open until eight from April 1.")
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        assert "1 better English wording goes beside the English of the file." in preview(app)
        app.screen.query_one("#format", Select).value = "tsv"
        await until(pilot, lambda: "1 better English wording is left out" in preview(app))
        app.screen.query_one("#english", Select).value = "proposed"
        await until(pilot, lambda: "in place of the file's" in preview(app))
        assert "The library is open until" in preview(app)
        await pilot.press("enter")
        await until(pilot, lambda: (root / "notice.tsv").exists())
        await at_rest(pilot)
        written = (root / "notice.tsv").read_text(encoding="utf-8")
        assert "The library is open until eight from April 1." in written
        assert "1 better English wording is written in place of the file's." in toasts(app)[-1]


async def export(app: Workbench, pilot: Pilot[None]) -> ExportQuestion:
    await pilot.press("X")
    await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
    await pilot.pause()
    assert isinstance(app.screen, ExportQuestion)
    return app.screen


async def test_a_second_export_is_two_keys(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        session.confirm(1)
        session.proposals.propose(1, "The library is open until eight from April 1.")
        dialog = await export(app, pilot)
        assert "as last time" not in screen_text(app)
        dialog.query_one("#format", Select).value = "docx"
        dialog.query_one("#english", Select).value = "proposed"
        await until(pilot, lambda: "10 of 10 pairs" in preview(app))
        (root / "out").mkdir()
        dialog.query_one("#file", Input).value = "out/notice.docx"
        await pilot.press("enter")
        await until(pilot, lambda: toasts(app))
        assert "Format, links, English and folder are remembered." in toasts(app)[-1]
    (root / "out/notice.docx").rename(root / "was.docx")
    async with opened(root) as (app, pilot):
        await export(app, pilot)
        assert "Export notice   as last time; ctrl+r: as at first" in screen_text(app)
        assert app.screen.query_one("#file", Input).value == "out/notice.docx"
        assert "in place of the file's" in preview(app)
        await pilot.press("enter")
        await until(pilot, lambda: (root / "out/notice.docx").exists())
        await until(pilot, lambda: toasts(app))
        assert "remembered" not in toasts(app)[-1]


async def test_only_a_file_that_is_as_we_wrote_it_is_replaced_unasked(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.confirm(1)
        await export(app, pilot)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: toasts(app))
        file = root / "notice.tmx"
        was = file.read_text(encoding="utf-8")
        review(app).session.confirm(2)
        await export(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: file.read_text(encoding="utf-8") != was)
        file.write_text("mine")
        await at_rest(pilot)
        await export(app, pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Question))
        assert file.read_text() == "mine"


async def test_what_is_remembered_is_let_go_by_one_key(root: Path) -> None:
    with open_canned(root) as project:
        keep_choices(project, ExportChoices("docx", "suggested", "proposed", folder="out"))
    async with opened(root) as (app, pilot):
        dialog = await export(app, pilot)
        assert [dialog.query_one(f"#{name}", Select).value for name in SELECTS] == [
            "docx", "suggested", "proposed", "any", "any",
        ]  # fmt: skip
        await pilot.press("ctrl+r")
        await until(pilot, lambda: dialog.query_one("#file", Input).value == "notice.tmx")
        await pilot.pause()
        assert [dialog.query_one(f"#{name}", Select).value for name in SELECTS] == [
            "tmx", "confirmed", "file", "any", "any",
        ]  # fmt: skip
        assert "as last time" not in screen_text(app)


@pytest.mark.parametrize("kept", ["{", '{"format_name": "odd", "status": "some", "code": 3}'])
async def test_what_is_remembered_and_makes_no_sense_is_passed_over(root: Path, kept: str) -> None:
    with open_canned(root) as project:
        project.set_setting("export", kept)
    async with opened(root) as (app, pilot):
        dialog = await export(app, pilot)
        assert dialog.query_one("#format", Select).value == "tmx"
        assert dialog.query_one("#status", Select).value == "confirmed"


async def test_a_better_english_goes_to_word_as_a_tracked_change_and_that_is_said(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.proposals.propose(1, "The library is open until eight.")
        dialog = await export(app, pilot)
        dialog.query_one("#format", Select).value = "docx"
        await until(pilot, lambda: "is a tracked change, to be accepted" in preview(app))


@pytest.mark.parametrize("format_name", ["docx", "xlsx", "html"])
async def test_what_people_read_has_all_links_unless_they_say_which(
    root: Path, format_name: str
) -> None:
    async with opened(root) as (app, pilot):
        review(app).session.confirm(1)
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        chosen = app.screen.query_one("#format", Select)
        chosen.value = format_name
        await until(pilot, lambda: "10 of 10 pairs are written." in preview(app))
        app.screen.query_one("#status", Select).value = "confirmed"
        await until(pilot, lambda: "1 of 10 pair is written." in preview(app))
        chosen.value = "tmx"
        await pilot.pause()
        chosen.value = format_name
        await until(pilot, lambda: "1 of 10 pair is written." in preview(app))
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "10 of 10 pairs are written." in preview(app))


async def test_a_bilingual_file_is_given_back_with_what_changed(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tmx"
    memory.write_text(MEMORY, encoding="utf-8")
    root = tmp_path / "project"
    with Project.create(root) as project:
        project.import_bilingual(memory)
    async with opened(root, "memory") as (app, pilot):
        review(app).session.note(0, "As on the map.")
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        app.screen.query_one("#format", Select).value = "back"
        file = app.screen.query_one("#file", Input)
        await until(pilot, lambda: file.value == "memory.reviewed.tmx")
        assert "every other byte stays" in preview(app)
        await pilot.press("enter")
        await until(pilot, lambda: (root / "memory.reviewed.tmx").exists())
        await at_rest(pilot)
        made = (root / "memory.reviewed.tmx").read_text(encoding="utf-8")
        assert made == MEMORY.replace("<tuv", "<note>As on the map.</note><tuv", 1)
        assert "1 pair has changes." in toasts(app)[-1]
        assert memory.read_text(encoding="utf-8") == MEMORY


async def test_what_is_read_back_is_checked_and_a_wrong_name_is_asked_for_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(root) as (app, pilot):
        looked = 0
        check = type(review(app).session.findings).check

        def counting(*what: Any) -> Any:
            nonlocal looked
            looked += 1
            return check(*what)

        monkeypatch.setattr(type(review(app).session.findings), "check", counting)
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        app.screen.query_one("#format", Select).value = "docx"
        await pilot.press("ctrl+l")
        await until(pilot, lambda: "10 of 10 pairs are written." in preview(app))
        await pilot.press("enter")
        await until(pilot, lambda: (root / "notice.docx").exists())
        await at_rest(pilot)
        was = looked
        await pilot.press("O")
        await until(pilot, lambda: isinstance(app.screen, PathQuestion))
        name = app.screen.query_one(Input)
        name.value = str(root / "missing.docx")
        asked = app.screen
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, PathQuestion) and app.screen is not asked)
        await until(pilot, lambda: app.screen.query(Input))
        assert app.screen.query_one(Input).value == str(root / "missing.docx")
        app.screen.query_one(Input).value = str(root / "notice.docx")
        await pilot.press("enter")
        await until(pilot, lambda: looked > was)
        await at_rest(pilot)


async def test_nothing_to_write_keeps_the_dialog_open(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, ExportQuestion))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ExportQuestion)
        assert "Nothing is left to write." in preview(app)


async def test_a_folder_is_imported_and_what_is_not_paired_is_said(
    root: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "from"
    folder.mkdir()
    for name in ("ch04.ja.txt", "ch04.en.txt", "ch05.ja.txt", "odd.txt"):
        (folder / name).write_text("彼は来た。\n" if ".ja." in name else "He came.\n")
    (root / "data/ja/alone.txt").write_text("彼は来た。\n")
    async with opened(root, document=None) as (app, pilot):
        while not isinstance(app.screen, LibraryScreen):
            await pilot.press("q")
            await at_rest(pilot)
        assert "Passed over: ja/alone.txt (no English file is called alone)" in screen_text(app)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, ImportQuestion))
        app.screen.query_one("#ja", Input).value = str(folder)
        await until(pilot, lambda: "ch04.ja.txt + ch04.en.txt" in screen_text(app))
        assert "no English file is called ch05" in screen_text(app)
        assert "its name does not say which language it is in" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: len(app.project.documents()) == 2)
        await at_rest(pilot)
        assert [each.name for each in app.project.documents()] == ["ch04", "notice"]
