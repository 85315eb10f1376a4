"""What one writes in, and what stands beside it: lines as Japanese has them, keys as in editors."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text
from textual.pilot import Pilot

from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.proposal import WordingQuestion
from alignbench.tui.widgets.wrapped_text import WrappedText, lines_of
from alignbench.tui.widgets.writing_area import WritingArea, breaks
from alignbench.tui.wrapping import NO_LINE_START, cells
from tests.tui.workbench import Lines, make_project, opened, screen_text, until

SPEECH = "「次の便は、三時に出る（雨の日は二時）」と言った。"
LINES: Lines = [([SPEECH * 6], ["(The next boat (in rain: at two) leaves.) " * 6], 0.9)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", LINES)


async def write(app: Workbench, pilot: Pilot[None]) -> WritingArea:
    await pilot.press("b")
    await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
    await pilot.pause()
    return app.screen.query_one(WritingArea)


@pytest.mark.parametrize("width", range(52, 84, 3))
async def test_no_line_of_the_dialog_begins_with_a_closing_mark(root: Path, width: int) -> None:
    async with opened(root, size=(width, 40)) as (app, pilot):
        area = await write(app, pilot)
        area.text = SPEECH * 4
        await pilot.pause()
        await pilot.pause()
        drawn = [section for line in area.wrapped_document.lines for section in line]
        japanese = app.screen.query_one("#wording-ja", WrappedText)
        changed = app.screen.query_one("#wording-difference", WrappedText)
        for text in (japanese, changed):
            assert text.content_size.height == min(
                6, len(lines_of(Text(text.plain), text.size.width))
            )
            drawn += [line.plain for line in lines_of(Text(text.plain), text.size.width)]
        assert len(drawn) > 6
        assert not [line for line in drawn if line[:1] in NO_LINE_START]
        shown = [line.strip(" │┃") for line in screen_text(app).split("\n")]
        assert not [line for line in shown if line[:1] and line[:1] in "」）。、"]


async def test_keys_of_editors_work_while_one_writes(root: Path) -> None:
    async with opened(root) as (app, pilot):
        area = await write(app, pilot)
        end = area.cursor_location
        await pilot.press("ctrl+home")
        assert area.cursor_location == (0, 0)
        await pilot.press("ctrl+end")
        assert area.cursor_location == end
        await pilot.press("ctrl+shift+home")
        assert area.selected_text == area.text
        await pilot.press("ctrl+home", "ctrl+a", "x")
        assert area.text == "x"
        await pilot.press("ctrl+z")
        assert area.text.startswith("(The next boat")
        await pilot.press("ctrl+y")
        assert area.text == "x"


@given(st.text(alphabet="あ」。a (\u3000x", max_size=60), st.integers(4, 20))
def test_where_one_writes_every_cell_is_in_sight(line: str, width: int) -> None:
    starts = [0, *breaks(line, width), len(line)]
    pieces = [line[start:end] for start, end in pairwise(starts)]
    assert "".join(pieces) == line
    assert cells(pieces[-1]) <= width


async def test_a_tab_does_no_harm(root: Path) -> None:
    async with opened(root) as (app, pilot):
        area = await write(app, pilot)
        area.text = "a\tb " * 60
        await pilot.press("ctrl+end", "x")
        assert area.text.endswith("x")
