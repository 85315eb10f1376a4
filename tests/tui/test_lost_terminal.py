"""Output to a terminal that goes away."""

import errno
from io import StringIO

from alignbench.tui.lost_terminal import LastingOutput


class GoneTerminal(StringIO):
    """A terminal that was closed: it takes nothing."""

    def write(self, text: str) -> int:
        raise OSError(errno.EIO, "Input/output error")


def test_what_is_written_goes_through() -> None:
    file, told = StringIO(), list[str]()
    output = LastingOutput(file, lambda: told.append("gone"))
    assert output.write("text") == 4
    output.flush()
    assert (file.getvalue(), told) == ("text", [])


def test_a_terminal_that_is_gone_is_told_once_and_stops_nobody() -> None:
    told = list[str]()
    output = LastingOutput(GoneTerminal(), lambda: told.append("gone"))
    for _ in range(100):
        output.write("text")
        output.flush()
    assert told == ["gone"]


def test_a_closed_file_is_a_terminal_that_is_gone() -> None:
    file, told = StringIO(), list[str]()
    output = LastingOutput(file, lambda: told.append("gone"))
    file.close()
    output.write("text")
    assert told == ["gone"]
