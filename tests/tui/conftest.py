"""What holds for the tests of the terminal app: no model, no state of the developer's."""

from pathlib import Path

import pytest

from alignbench.tui.widgets import glyphs


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("ALIGNBENCH_MARKS", "drawn")
    glyphs.use_ascii(False)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.tui.jobs.check_worker.PATIENCE", 0.0)
