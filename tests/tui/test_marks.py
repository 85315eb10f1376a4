"""Marks for terminals that lack them: ASCII in their place, and never colour alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.domain.flags import Severity
from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.help import marks_explained
from alignbench.tui.state import read_state
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.minimap import STYLES, _glyph
from alignbench.tui.widgets.painter import status_mark
from alignbench.tui.widgets.row_model import Mark
from tests.tui.workbench import at_rest, make_project, opened, screen_text


@pytest.fixture
def in_ascii() -> Iterator[None]:
    glyphs.use_ascii(True)
    yield
    glyphs.use_ascii(False)


@pytest.mark.parametrize(
    ("environment", "encoding", "lacking"),
    [
        ({"TERM": "xterm-256color"}, "utf-8", False),
        ({"TERM": "xterm-256color"}, "UTF-8", False),
        ({"TERM": "xterm-256color"}, "euc_jp", True),
        ({"TERM": "linux"}, "utf-8", True),
        ({"TERM": "vt220"}, "utf-8", True),
        ({"TERM": "linux", "ALIGNBENCH_MARKS": "drawn"}, "utf-8", False),
        ({"TERM": "xterm", "ALIGNBENCH_MARKS": "ascii"}, "utf-8", True),
        ({}, "utf-8", False),
    ],
)
def test_marks_are_drawn_where_terminal_and_locale_have_them(
    environment: dict[str, str], encoding: str, lacking: bool
) -> None:
    assert glyphs.lacks_marks(environment, encoding) is lacking


def told_apart() -> list[list[str]]:
    """Groups of marks that stand in one place and mean different things."""
    gutter = [glyphs.of_severity(severity) for severity in Severity]
    return [
        [status_mark(mark)[0] for mark in (Mark.CONFIRMED, Mark.SUGGESTED, Mark.DOUBTFUL)],
        [*gutter, glyphs.FLAG, glyphs.NOTE, glyphs.DISMISSED],
        [glyphs.NOTHING, glyphs.CROSSING],
        [
            *(_glyph(name) for name in ("confirmed", "suggested", "doubtful", "found")),
            glyphs.MAP_LITTLE_DOUBT, glyphs.HERE,
        ],
        [glyphs.BAR_DONE, glyphs.BAR_LEFT],
    ]  # fmt: skip


def test_no_two_marks_differ_by_colour_alone() -> None:
    assert all(len(group) == len(set(group)) for group in told_apart())
    assert {"confirmed", "suggested", "doubtful", "found"} <= set(STYLES)


def test_neither_do_they_in_ascii_and_each_is_one_ascii_character(in_ascii: None) -> None:
    groups = told_apart()
    assert all(len(group) == len(set(group)) for group in groups)
    assert all(len(mark) == 1 and mark.isascii() for group in groups for mark in group)
    assert all(mark.isascii() for mark, _ in marks_explained())
    assert glyphs.key_name("shift+↓") == "shift+down"


async def test_marks_are_changed_from_the_palette_and_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALIGNBENCH_MARKS")
    monkeypatch.setattr("alignbench.tui.app.glyphs.lacks_marks", lambda *_: False)
    root = make_project(tmp_path / "p")
    async with opened(root) as (app, pilot):
        assert glyphs.NOTHING in screen_text(app)
        app.toggle_marks()
        await at_rest(pilot)
        text = screen_text(app)
        assert "∅" not in text
        assert "│" not in text
        assert "-- nothing in the English --" in text
        await pilot.press("f")
        await pilot.pause()
        assert "╭" not in screen_text(app)
        assert re.search(r"Comment +What is wrong\?", screen_text(app))  # a field of one line
        await pilot.press("escape", "t")
        await pilot.pause()
        assert "▊" not in screen_text(app)
        await pilot.press("escape")
        assert read_state(app._state_file).marks == "ascii"
    async with opened(root) as (again, _):
        assert "∅" not in screen_text(again)
        again.toggle_marks()
    assert not glyphs.is_ascii()
    assert isinstance(again, Workbench)
