"""Two short files that are translations of each other, and how commands are called in tests."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

JA = (
    "図書館は四月一日から午後八時まで開館する。",
    "貸出は一人十冊以下とする。",
    "前身は、大正の初めに呉服商が土蔵を開いて村の若者に蔵書を読ませた文庫であるという。",
    "休館日は月曜である。",
    "雨の日には、駅前から無料のバスが出る。",
)
EN = (
    "From April 1 the library stays open until 8 p.m.",
    "Each reader may borrow up to ten books.",
    "The library is closed on Mondays.",
    "On rainy days a free bus leaves from the station.",
)
"""All but the third Japanese sentence, which the translation leaves out."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind: its exit code, data and talk."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Call = Callable[..., Done]


def write(path: Path, *segments: str) -> Path:
    path.write_text("".join(f"{segment}\n" for segment in segments), encoding="utf-8")
    return path


def complaint(done: Done, code: int = 1) -> str:
    """The sentence on standard error of a command that failed as it should: one line, no data."""
    assert done.code == code, done
    assert done.out == ""
    assert "Traceback" not in done.err
    assert "should not have happened" not in done.err
    assert done.err.startswith("alignbench: ")
    assert done.err.endswith(".\n")
    assert done.err.count("\n") == 1
    return done.err
