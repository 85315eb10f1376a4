"""Pictures show no clock, nothing that blinks, no path, nothing of the developer's."""

from pathlib import Path

import pytest
from textual.widgets import Input

from alignbench.tui.widgets import glyphs


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("ALIGNBENCH_MARKS", "drawn")
    glyphs.use_ascii(False)


@pytest.fixture(autouse=True)
def _no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    mount = Input._on_mount

    def still(self: Input, event: object) -> None:
        self.cursor_blink = False
        mount(self, event)  # type: ignore[arg-type]

    monkeypatch.setattr(Input, "_on_mount", still)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.tui.jobs.check_worker.PATIENCE", 0.0)
