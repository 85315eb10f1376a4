"""`alignbench flag`, and flags and findings in an export."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from alignbench.exchange.flags import COLUMNS
from alignbench.project import Project
from tests.cli.examples import Call, complaint


@pytest.fixture
def flagged(call: Call, project: Path) -> Path:
    """A project with two flags in `notice`."""
    call(
        "-C", project, "flag", "add", "notice", 2, "--en", "2025", "--severity", "major",
        "--comment", "Which year?",
    )  # fmt: skip
    call("-C", project, "flag", "add", "notice", 4, "--type", "style/awkward")
    return project


def listed(call: Call, root: Path, *words: object) -> list[dict[str, Any]]:
    out = call("-C", root, "flag", "list", *words, "-f", "jsonl").out
    return [json.loads(line) for line in out.splitlines()]


def test_a_flag_says_where_it_stands_and_what_is_wrong(call: Call, flagged: Path) -> None:
    first, second = listed(call, flagged)
    assert (first["document"], first["pair"], first["severity"]) == ("notice", 1, "major")
    assert (first["ja"], first["en_text"], first["comment"]) == (None, "2025", "Which year?")
    assert (second["type"], second["status"], second["link"]) == (
        "style/awkward", "open", "notice:3:3",
    )  # fmt: skip
    text = call("-C", flagged, "flag", "list", "notice").out
    assert "notice, link 2\n" in text
    assert "accuracy/mistranslation [major, open] 2025: Which year?" in text


def test_flags_are_chosen_by_status_severity_and_type(call: Call, flagged: Path) -> None:
    first, _ = (each["id"] for each in listed(call, flagged))
    assert call("-C", flagged, "flag", "resolve", "notice", first).code == 0
    assert [each["pair"] for each in listed(call, flagged, "--status", "open")] == [3]
    assert [each["pair"] for each in listed(call, flagged, "--status", "fixed")] == [1]
    assert [each["pair"] for each in listed(call, flagged, "--severity", "minor")] == [3]
    assert [each["pair"] for each in listed(call, flagged, "--type", "accuracy")] == [1]
    assert listed(call, flagged, "--type", "style/awkward", "--severity", "major") == []
    assert "no flag type 'ugly'" in complaint(call("-C", flagged, "flag", "list", "--type", "ugly"))


def test_the_table_has_a_row_for_each(call: Call, flagged: Path, tmp_path: Path) -> None:
    out = tmp_path / "flags.tsv"
    assert call("-C", flagged, "flag", "list", "-f", "tsv", "-o", out).code == 0
    head, *rows = (line.split("\t") for line in out.read_text("utf-8").splitlines())
    assert tuple(head) == COLUMNS
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    start, end = (int(rows[0][COLUMNS.index(name)]) for name in ("en_start", "en_end"))
    assert rows[0][COLUMNS.index("en")][start:end] == "2025"


def test_a_pipeline_learns_from_the_exit_code(call: Call, flagged: Path) -> None:
    check = ("-C", flagged, "flag", "list", "--exit-code")
    assert call(*check).code == 1
    assert call(*check, "--severity", "critical").code == 0


def test_what_became_of_a_flag_can_be_said_and_taken_back(call: Call, flagged: Path) -> None:
    ids = [each["id"] for each in listed(call, flagged)]
    call("-C", flagged, "flag", "resolve", "notice", *ids, "--as", "rejected")
    assert {each["status"] for each in listed(call, flagged)} == {"rejected"}
    call("-C", flagged, "flag", "resolve", "notice", ids[0], "--as", "open")
    assert [each["id"] for each in listed(call, flagged, "--status", "open")] == ids[:1]
    assert "no flag 999" in complaint(call("-C", flagged, "flag", "resolve", "notice", ids[0], 999))


def test_saying_again_what_became_of_a_flag_changes_nothing(call: Call, flagged: Path) -> None:
    first = listed(call, flagged)[0]["id"]
    settle = ("-C", flagged, "flag", "resolve", "notice", first, first)
    assert call(*settle).code == 0
    before = events(flagged)
    assert call(*settle).code == 0
    assert events(flagged) == before


def events(project: Path) -> int:
    """Changes that the project's log holds."""
    with closing(sqlite3.connect(project / "db" / "alignbench.db")) as database:
        (count,) = database.execute("select count(*) from event").fetchone()
    return int(count)


def test_a_flag_is_changed_where_one_says_and_nowhere_else(call: Call, flagged: Path) -> None:
    first, second = listed(call, flagged)
    edit = ("-C", flagged, "flag", "edit", "notice")
    assert call(*edit, first["id"], "--severity", "critical", "--type", "locale/date-format",
                "--comment", "").code == 0  # fmt: skip
    changed, other = listed(call, flagged)
    assert other == second
    assert changed == first | {
        "severity": "critical", "type": "locale/date-format", "comment": "",
    }  # fmt: skip
    assert call(*edit, first["id"], "--en", "").code == 0
    assert listed(call, flagged)[0]["en"] is None
    assert call(*edit, first["id"], "--en", "2025").code == 0
    assert listed(call, flagged)[0] == changed
    exported = call("-C", flagged, "export", "notice", "--status", "all", "-f", "jsonl").lines[1]
    assert json.loads(exported)["flag_list"][0]["severity"] == "critical"


def test_a_change_of_a_flag_that_makes_no_sense_is_refused(call: Call, flagged: Path) -> None:
    before = listed(call, flagged)
    edit = ("-C", flagged, "flag", "edit", "notice")
    first = before[0]["id"]
    assert "no flag 999" in complaint(call(*edit, 999, "--comment", "x"))
    assert "'elephant'" in complaint(call(*edit, first, "--comment", "x", "--en", "elephant"))
    assert "Nothing changes" in complaint(call(*edit, first, "--severity", "major"))
    result = call(*edit, first)
    assert (result.code, "Say what to change" in result.err) == (2, True)
    assert call(*edit, first, "--severity", "awful").code == 2
    assert listed(call, flagged) == before


def test_a_flag_is_removed(call: Call, flagged: Path) -> None:
    first, second = (each["id"] for each in listed(call, flagged))
    assert call("-C", flagged, "flag", "remove", "notice", first).code == 0
    assert [each["id"] for each in listed(call, flagged)] == [second]
    assert "no longer there" in complaint(call("-C", flagged, "flag", "remove", "notice", first))


def test_words_must_stand_in_the_pair(call: Call, project: Path) -> None:
    add = ("-C", project, "flag", "add", "notice")
    assert "'elephant'" in complaint(call(*add, 2, "--en", "elephant"))
    assert "no link 999" in complaint(call(*add, 999))
    assert listed(call, project) == []


def test_an_export_carries_what_was_flagged_and_found(call: Call, flagged: Path) -> None:
    export = ("-C", flagged, "export", "notice", "--status", "all")
    second = json.loads(call(*export, "-f", "jsonl").lines[1])
    (flag,) = second["flag_list"]
    start, end = flag["en"]
    assert second["translation"]["en"][start:end] == "2025"
    assert (flag["status"], second["findings"]) == ("open", None)
    found = [
        json.loads(line)["findings"] for line in call(*export, "-f", "jsonl", "--findings").lines
    ]
    assert found[1] == []
    assert any(found)
    assert call(*export, "-f", "tsv", "--findings").code == 2


def test_no_flag_command_opens_the_whole_document(
    call: Call, flagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (each["id"] for each in listed(call, flagged))
    monkeypatch.setattr(Project, "review", lambda *_: pytest.fail("all of it is opened"))
    assert call("-C", flagged, "flag", "edit", "notice", first, "--en", "").code == 0
    assert call("-C", flagged, "flag", "resolve", "notice", first, second).code == 0
    assert call("-C", flagged, "flag", "remove", "notice", second).code == 0
    assert call("-C", flagged, "flag", "add", "notice", 1).code == 0
    assert [(each["pair"], each["status"]) for each in listed(call, flagged)] == [
        (0, "open"), (1, "fixed"),
    ]  # fmt: skip
