"""Memory is given back, and Python looks for unreachable objects again afterwards."""

import gc
import mmap
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

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


@pytest.mark.parametrize(("platform", "times"), [("linux", 1), ("darwin", 0), ("win32", 0)])
def test_memory_is_given_back_where_the_c_library_can(
    platform: str, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.CDLL", lambda _: SimpleNamespace(malloc_trim=asked.append))
    give_back()
    assert len(asked) == times


def test_a_c_library_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("ctypes.CDLL", lambda _: SimpleNamespace())
    give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no /proc")
def test_pages_of_a_file_that_is_read_in_place_are_given_back(tmp_path: Path) -> None:
    path = tmp_path / "dictionary"
    path.write_bytes(b"word" * 1_000_000)
    with path.open("rb") as file:
        place = mmap.mmap(file.fileno(), 0, mmap.MAP_SHARED, mmap.PROT_READ)
        assert place[:].count(b"w") == 1_000_000
        assert kilobytes_in_memory(path) > 3_000
        give_back()
        assert kilobytes_in_memory(path) == 0
        assert place[-4:] == b"word"


def kilobytes_in_memory(path: Path) -> int:
    """How much of a mapped file is in this process's memory."""
    found = re.search(rf"{re.escape(str(path))}.*?^Rss: +(\d+) kB", MAPS.read_text(), re.M | re.S)
    assert found is not None
    return int(found[1])


MAPS = Path("/proc/self/smaps")
