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

from alignbench.domain.links import Status
from alignbench.review import Project
from tests.review.examples import en, ja, open_session, project_with

SIZE = 40
ROOT = Path(__file__).parents[2]

DECIDING = """
    import sys
    from pathlib import Path
    from tests.review.examples import open_session

    session = open_session(Path(sys.argv[1]))
    print("ready", flush=True)
    turn = 0
    while True:
        row = turn % len(session.rows)
        session.note(row, f"note {turn}")
        print(row, turn, flush=True)
        turn += 1
"""

IMPORTING = """
    import sys
    from pathlib import Path
    from alignbench.review import Project
    from tests.review.examples import TinyEncoder

    project = Project.open(Path(sys.argv[1]))
    files = [project.root / "data" / side / "notice.txt" for side in ("ja", "en")]
    print("ready", flush=True)
    for turn in range(1000):
        project.import_document(
            *files, name=f"letter {turn}", encoder=TinyEncoder(), segmented=True
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
    written = conflicts = 0
    while written < turns:
        row = dice.randrange(len(session.rows))
        old = session.rows[row].link
        try:
            session.note(row, f"{old.note} {me}{written}".strip())
            written += 1
        except ConflictError:
            conflicts += 1
    print(written, conflicts)
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
    for _ in range(4):
        process = started(DECIDING, root)
        printed = [line.split() for line in lines_until_killed(process, dice.uniform(0.02, 0.3))]
        shown = {int(row): int(turn) for row, turn in printed}
        session = open_session(root)
        stored = {
            at: int(row.link.note.removeprefix("note ") or -1)
            for at, row in enumerate(session.rows)
        }
        assert [at for at, turn in shown.items() if stored[at] < turn] == []
        assert sum(stored[at] > turn for at, turn in shown.items()) <= 1, "the one in writing"
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
    writers = [started(HAMMERING, root, name, turns) for name in ("a", "b")]
    for writer in writers:
        out, errors = writer.communicate(timeout=120)
        assert errors == ""
        assert out.split()[0] == str(turns)
    session = open_session(root)
    words = [word for row in session.rows for word in row.link.note.split()]
    assert sorted(words) == sorted(f"{name}{turn}" for name in "ab" for turn in range(turns))
    assert_intact(root)
    for _ in range(2 * turns):
        assert session.undo()
    assert {row.link.note for row in session.rows} == {""}
    assert {row.link.status for row in session.rows} == {Status.SUGGESTED}


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
