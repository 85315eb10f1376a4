"""What holds for every test that opens the workbench: no model, nothing of the developer's."""

from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from alignbench.tui.state import AppState, write_state
from alignbench.tui.widgets import glyphs
from tests.tui.stillness import still
from tests.tui.workbench import make_project

_PATIENT = (
    "jobs.check_worker",
    "jobs.candidate_worker",
    "dialogs.concordance",
    "dialogs.replacement",
    "dialogs.row_filter",
    "widgets.search_bar",
)
"""Modules that wait a moment for the next key before they begin."""
_parsed: dict[object, list[RuleSet]] = {}
"""The styles that an app of this process has read before."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one short document, the notice, of this test's own."""
    return make_project(tmp_path / "project")


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = tmp_path / "state"
    monkeypatch.setenv("ALIGNBENCH_STATE", str(state))
    write_state(state / "app.json", AppState(tour="offered"))
    monkeypatch.setenv("ALIGNBENCH_MARKS", "drawn")
    glyphs.use_ascii(False)


@pytest.fixture(autouse=True)
def lasting_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was told stays until something else is, however slow the machine."""
    monkeypatch.setattr("alignbench.tui.widgets.progress_line.TOLD_FOR", 1e6)


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for the next key begins at once, and so does a test that waits for an answer."""
    for module in _PATIENT:
        monkeypatch.setattr(f"alignbench.tui.{module}.PATIENCE", 0.001)
    monkeypatch.setattr("textual.pilot.wait_for_idle", still)
    monkeypatch.setattr("textual.app.wait_for_idle", still)


@pytest.fixture(autouse=True)
def styles_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each style is read by the first app of this process, for all."""
    read = Stylesheet._parse_rules

    def read_once(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        colours = frozenset(self._variables.items())
        key = (colours, css, read_from, is_default_rules, tie_breaker, scope)
        if key not in _parsed:
            _parsed[key] = read(self, css, read_from, is_default_rules, tie_breaker, scope)
        return _parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", read_once)
