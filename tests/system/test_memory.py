"""Memory is given back, and Python looks for unreachable objects again afterwards."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from alignbench.system.memory import collector_paused, give_back


@contextmanager
def collector(*, on: bool) -> Iterator[None]:
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        yield
    finally:
        (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_as_it_was_afterwards(on: bool) -> None:
    with collector(on=on):
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is on


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_giving_back_works_or_does_nothing(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    give_back()
