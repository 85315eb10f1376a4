"""What `alignbench doctor --repair` puts right, and that it touches no decision."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from alignbench.project import Project
from alignbench.project.repair import repair
from tests.review.examples import TinyEncoder, project_with


def test_an_index_that_lost_a_row_is_built_anew_and_every_decision_stays(tmp_path: Path) -> None:
    with project_with(tmp_path) as project:
        project.review("notice", TinyEncoder()).note(0, "kept")
        database = project.database
    with closing(sqlite3.connect(database)) as raw:
        (text, sql) = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE name = 'link_segment_segment'"
        ).fetchone()
        # The index as it would be if rows had been written while nobody kept it.
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (f"{sql} WHERE 0", text))
        raw.execute("PRAGMA writable_schema = OFF")
        raw.commit()
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("REINDEX")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (sql, text))
        raw.execute("PRAGMA writable_schema = OFF")
        raw.commit()
    with Project.open(tmp_path) as project:
        assert project.condition() != "ok"
    told = list(repair(tmp_path))
    with Project.open(tmp_path) as project:
        assert project.condition() == "ok"
        assert project.review("notice", TinyEncoder()).rows[0].link.note == "kept"
    assert any("before-repair" in each for each in told)


def test_what_killed_programs_left_half_written_is_removed(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    nobody = 2**22 - 3  # a number that no process has: above what Linux gives by default
    stray, own = tmp_path / f".glossary.tsv.{nobody}.part", tmp_path / f".x.{os.getpid()}.part"
    stray.touch()
    own.touch()
    assert "1 half-written" in next(iter(repair(tmp_path)))
    assert not stray.exists()
    assert own.exists(), "somebody is writing it"
