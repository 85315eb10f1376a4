"""`alignbench flag`, and flags and findings in an export."""

import json
from pathlib import Path

from tests.cli.examples import Call, complaint


def test_a_flag_is_added_listed_and_removed(call: Call, project: Path) -> None:
    done = call(
        "-C", project, "flag", "add", "notice", 2, "--en", "2025", "--severity", "major",
        "--comment", "Which year?",
    )  # fmt: skip
    assert (done.code, done.out, done.err) == (0, "", "")
    (flag,) = json.loads(call("-C", project, "flag", "list", "notice", "--json").out)
    assert (flag["row"], flag["severity"], flag["en_text"]) == (2, "major", "2025")
    assert (flag["ja"], flag["comment"]) == (None, "Which year?")
    (line,) = call("-C", project, "flag", "list", "notice").lines
    assert line.split("\t")[1:4] == ["2", "major", "accuracy/mistranslation"]
    assert call("-C", project, "flag", "remove", "notice", flag["id"]).code == 0
    assert "Nothing is flagged" in call("-C", project, "flag", "list", "notice").err


def test_words_must_stand_in_the_row(call: Call, project: Path) -> None:
    add = ("-C", project, "flag", "add", "notice")
    assert "'elephant'" in complaint(call(*add, 2, "--en", "elephant"))
    assert "no row 999" in complaint(call(*add, 999))
    assert "no longer there" in complaint(call("-C", project, "flag", "remove", "notice", 5))
    assert json.loads(call("-C", project, "flag", "list", "notice", "--json").out) == []


def test_an_export_carries_what_was_flagged_and_found(call: Call, project: Path) -> None:
    call("-C", project, "flag", "add", "notice", 2, "--en", "2025")
    export = ("-C", project, "export", "notice", "--status", "all")
    second = json.loads(call(*export, "-f", "jsonl").lines[1])
    (flag,) = second["flag_list"]
    start, end = flag["en"]
    assert second["translation"]["en"][start:end] == "2025"
    assert second["findings"] is None
    found = [
        json.loads(line)["findings"] for line in call(*export, "-f", "jsonl", "--findings").lines
    ]
    assert found[1] == []
    assert any(found)
    assert call(*export, "-f", "tsv", "--findings").code == 2
