"""Killed at any moment, or writing side by side: no decision that was shown is lost."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from alignbench.project import Project
from tests.review.examples import en, ja, open_session, project_with

SIZE = 40
ROOT = Path(__file__).parents[2]

DECIDING = """
    import sys
    from pathlib import Path
    from tests.review.examples import open_session

    session = open_session(Path(sys.argv[1]))
    print("ready", flush=True)
    turn = int(sys.argv[2])
    while True:
        row = turn % len(session.rows)
        session.note(row, f"note {turn}")
        print(row, turn, flush=True)
        turn += 1
"""

IMPORTING = """
    import sys
    from pathlib import Path
    from alignbench.pipeline.file_alignment import ReadOptions
    from alignbench.project import Project
    from tests.review.examples import TinyEncoder

    project = Project.open(Path(sys.argv[1]))
    files = [project.root / "data" / side / "notice.txt" for side in ("ja", "en")]
    print("ready", flush=True)
    for turn in range(1000):
        project.import_document(
            *files, name=f"letter {turn}", encoder=TinyEncoder(),
            options=ReadOptions(segmented=True),
        )
        print(turn, flush=True)
"""

HAMMERING = """
    import random, sys
    from pathlib import Path
    from alignbench.domain.errors import ConflictError, EditError
    from tests.review.examples import open_session

    me, turns = sys.argv[2], int(sys.argv[3])
    session = open_session(Path(sys.argv[1]))
    dice = random.Random(me)

    def shape(row):
        dice.choice([
            lambda: session.merge(row),
            lambda: session.split_at(row, 1, 1),
            lambda: session.move_boundary(row, dice.choice(["ja", "en"]), dice.choice([1, -1])),
            lambda: session.confirm(row),
            lambda: session.unconfirm(row),
        ])()

    written = 0
    while written < turns:
        row = dice.randrange(len(session.rows))
        try:
            session.note(row, f"{session.rows[row].link.note} {me}{written}".strip())
            written += 1
            shape(dice.randrange(len(session.rows)))
        except (ConflictError, EditError):
            pass
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    numbers = range(SIZE)
    project_with(tmp_path, [ja(at) for at in numbers], [en(at) for at in numbers]).close()
    return tmp_path


def started(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", dedent(script), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


def lines_until_killed(process: subprocess.Popen[str], seconds: float) -> Iterator[str]:
    """What a process printed before it was killed, a moment after it was ready."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate()
    # A line that was cut short by the killing was not shown.
    yield from (line for line in out.splitlines(keepends=True) if line.endswith("\n"))


def assert_intact(root: Path) -> None:
    raw = sqlite3.connect(root / "db" / "alignbench.db")
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


def test_every_decision_that_was_shown_outlives_a_kill(root: Path) -> None:
    dice = random.Random(7)
    decisions = 0
    for turn in range(0, 4_000_000, 1_000_000):
        process = started(DECIDING, root, turn)
        printed = [line.split() for line in lines_until_killed(process, dice.uniform(0.02, 0.3))]
        shown = {int(row): int(number) for row, number in printed}
        session = open_session(root)
        stored = {
            at: int(row.link.note.removeprefix("note ") or -1)
            for at, row in enumerate(session.rows)
        }
        assert [at for at, number in shown.items() if stored[at] < number] == []
        ahead = sum(stored[at] > number for at, number in shown.items())
        assert ahead <= 1, "the one that was being written when the kill came"
        assert_intact(root)
        decisions += len(printed)
    assert decisions > 0
    assert session.undo(), "the log is as whole as the links"
    assert session.redo()


def test_an_import_that_is_killed_is_there_whole_or_not_at_all(root: Path) -> None:
    process = started(IMPORTING, root)
    turns = len(list(lines_until_killed(process, 0.5)))
    project = Project.open(root)
    letters = [each for each in project.documents() if each.name.startswith("letter")]
    assert turns <= len(letters) <= turns + 1
    assert {(each.ja_segments, each.en_segments) for each in letters} <= {(SIZE, SIZE)}
    assert_intact(root)


def test_two_programs_at_once_overwrite_nothing_and_wait_for_each_other(root: Path) -> None:
    turns = 40
    start = open_session(root).rows
    writers = [started(HAMMERING, root, name, turns) for name in ("a", "b")]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert errors == ""
    session = open_session(root)
    words = [word for row in session.rows for word in row.link.note.split()]
    assert sorted(words) == sorted(f"{name}{turn}" for name in "ab" for turn in range(turns))
    for side in ("ja", "en"):
        held = sorted(at for row in session.rows for at in getattr(row.link, side))
        assert held == list(range(SIZE)), "each segment once"
    assert_intact(root)
    while session.undo():
        pass
    assert session.rows == start


def test_programs_that_make_the_database_at_once_do_not_meet(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from alignbench.store import Store
        for turn in range(10):
            Store(Path(sys.argv[1]) / f"{turn}.db").close()
    """
    makers = [started(script, tmp_path) for _ in range(3)]
    for maker in makers:
        _, errors = maker.communicate(timeout=120)
        assert errors == ""
    assert len(list(tmp_path.glob("*.db"))) == 10


def test_many_writers_guests_and_a_reader_at_once_lose_nothing() -> None:
    """The attack of docs/reliability.md, in small."""
    done = subprocess.run(
        [sys.executable, "benchmarks/many_writers.py", "--writers", "2", "--edits", "8"],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, "LOST" in done.stdout) == (0, False), done.stdout + done.stderr
    assert "16 edits acknowledged" in done.stdout
