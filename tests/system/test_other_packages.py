"""Other packages' code may print, hang or ask to end the program."""

import sys
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from time import sleep

import pytest

from alignbench.domain.errors import Cancelled
from alignbench.system.other_packages import in_bounds

KNOWN = ContextVar("KNOWN", default="nothing")


class Endless:
    """Code in Python that never returns of its own accord."""

    def __init__(self) -> None:
        self.ended = threading.Event()

    def __call__(self) -> None:
        try:
            while True:
                sleep(0.001)
        finally:
            self.ended.set()


@pytest.fixture
def endless() -> Iterator[Endless]:
    work = Endless()
    yield work
    assert work.ended.wait(20), "it burns no processor for ever"


def test_what_it_makes_and_what_it_raises_comes_back(capsys: pytest.CaptureFixture[str]) -> None:
    KNOWN.set("much")
    assert in_bounds("x", lambda: (print("looking"), KNOWN.get())[1]) == "much"
    assert capsys.readouterr() == ("", "looking\n")
    with pytest.raises(ZeroDivisionError):
        in_bounds("x", lambda: 1 / 0)
    with pytest.raises(RuntimeError, match="asked to end the program"):
        in_bounds("x", lambda: sys.exit(3))


def test_what_hangs_is_left_behind(endless: Endless) -> None:
    with pytest.raises(TimeoutError, match="longer than 0 seconds"):
        in_bounds("x", endless, seconds=0.05)


def test_who_no_longer_waits_stops_it(endless: Endless) -> None:
    def stop() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled, match="stopped"):
        in_bounds("x", endless, still=stop)


def test_ctrl_c_says_what_was_at_work(endless: Endless) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(Cancelled, match="Cancelled while the check slow was at work"):
        in_bounds("the check slow", endless, still=interrupt)


def test_what_hangs_in_c_is_left_behind_too() -> None:
    gate = threading.Lock()
    gate.acquire()
    with pytest.raises(TimeoutError):
        in_bounds("x", gate.acquire, seconds=0.05)
    gate.release()
