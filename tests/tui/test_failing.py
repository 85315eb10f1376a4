"""A defect of ours ends the workbench with the error itself, and no page of traceback."""

from pathlib import Path

import pytest

from alignbench import tui
from alignbench.tui.app import Workbench
from tests.tui.workbench import make_project


class Headless(Workbench):
    """Runs in a terminal that is not there."""

    def run(self, **_: object) -> None:
        super().run(headless=True)


class Broken(Headless):
    """Fails as soon as it runs."""

    def on_ready(self) -> None:
        raise RuntimeError("a defect")


def test_it_is_raised_for_the_command_line_to_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tui, "_workbench", lambda *of: Broken(*of))
    with pytest.raises(RuntimeError, match="a defect"):
        tui.run(make_project(tmp_path / "project"))
    assert "Traceback" not in "".join(capfd.readouterr())


class BrokenJob(Headless):
    """Fails in a thread."""

    def on_ready(self) -> None:
        def job() -> None:
            raise MemoryError

        self.run_worker(job, thread=True)


def test_so_is_what_happens_in_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tui, "_workbench", lambda *of: BrokenJob(*of))
    with pytest.raises(MemoryError):
        tui.run(make_project(tmp_path / "project"))
    assert "Traceback" not in "".join(capfd.readouterr())
