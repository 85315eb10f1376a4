"""The progress bar: what it draws, and when."""

import pytest

from alignbench.cli.progress import CLEAR, INTERVAL, PATIENCE, Bar, picture, progress_bar
from alignbench.domain.progress import silent


class Clock:
    """Ends the work after so many pictures; remembers how long each was waited for."""

    def __init__(self, pictures: int) -> None:
        self.left = pictures
        self.waits: list[float] = []

    def wait(self, timeout: float) -> bool:
        self.waits.append(timeout)
        self.left -= 1
        return self.left < 0


def painted(bar: Bar, drawn: list[str], pictures: int) -> Clock:
    clock = Clock(pictures)
    bar.paint(clock)
    return clock


def a_bar() -> tuple[Bar, list[str]]:
    drawn: list[str] = []
    return Bar(drawn.append, lambda: 80), drawn


@pytest.mark.parametrize(
    ("report", "drawn"),
    [
        (("embedding", 0, 4), "embedding [..............................]   0%"),
        (("embedding", 2, 4), "embedding [###############...............]  50%"),
        (("embedding", 9, 4), "embedding [##############################] 100%"),
        (("loading the model", 0, 0), "loading the model …"),
    ],
)
def test_a_report_as_a_picture(report: tuple[str, int, int], drawn: str) -> None:
    assert picture(*report) == drawn


@pytest.mark.parametrize("columns", range(1, 60))
def test_a_picture_never_wraps(columns: int) -> None:
    assert len(picture("embedding", 2, 4, columns)) < max(columns, 1)
    assert len(picture("loading the model", 0, 0, columns)) < max(columns, 1)


def test_quick_work_draws_nothing() -> None:
    bar, drawn = a_bar()
    bar("reading", 1, 2)
    clock = painted(bar, drawn, pictures=0)
    assert drawn == []
    assert clock.waits == [PATIENCE]


def test_slow_work_is_drawn_again_and_again_and_wiped() -> None:
    bar, drawn = a_bar()
    bar("reading", 1, 2)
    clock = painted(bar, drawn, pictures=2)
    assert drawn == [CLEAR + picture("reading", 1, 2)] * 2 + [CLEAR]
    assert clock.waits == [PATIENCE, INTERVAL, INTERVAL]


def test_work_that_has_not_reported_yet_draws_nothing() -> None:
    bar, drawn = a_bar()
    painted(bar, drawn, pictures=3)
    assert drawn == []


def test_without_a_terminal_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    with progress_bar() as progress:
        assert progress is silent
    monkeypatch.setattr("sys.stderr", None)
    with progress_bar() as progress:
        assert progress is silent
