"""What holds for every test that opens the workbench: no model, nothing of the developer's."""

from pathlib import Path

import pytest

from alignbench.tui.state import AppState, write_state
from alignbench.tui.widgets import glyphs


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
    """The checks look again at once after an edit."""
    monkeypatch.setattr("alignbench.tui.jobs.check_worker.PATIENCE", 0.0)
