"""`alignbench export`: a document's links as a bitext."""

import json
from pathlib import Path

import pytest

from alignbench.project import Project
from tests.cli.examples import Call, complaint


@pytest.fixture
def confirmed(project: Path) -> Path:
    """The project with the first two links of `notice` confirmed, the second with a note."""
    opened = Project.open(project)
    session = opened.review("notice")
    session.confirm(0)
    session.confirm(1)
    session.note(1, "日付を確かめた。")
    opened.close()
    return project


def test_only_confirmed_links_go_out_and_the_rest_is_said(call: Call, confirmed: Path) -> None:
    done = call("-C", confirmed, "export", "notice", "-f", "jsonl")
    assert [json.loads(line)["status"] for line in done.lines] == ["confirmed", "confirmed"]
    assert "left out: suggested, not confirmed" in done.err
    assert "--status all" in done.err


def test_all_links_go_out_when_asked_for(call: Call, confirmed: Path) -> None:
    every = call("-C", confirmed, "export", "notice", "-f", "jsonl", "--status", "all")
    suggested = call("-C", confirmed, "export", "notice", "-f", "jsonl", "--status", "suggested")
    assert every.err == ""
    assert len(every.lines) == len(suggested.lines) + 2
    positions = [at for line in every.lines for at in json.loads(line)["positions"]["ja"]]
    assert positions == sorted(positions)


def test_the_better_english_goes_beside_the_file_s_or_in_its_place(
    call: Call, confirmed: Path
) -> None:
    opened = Project.open(confirmed)
    opened.review("notice").proposals.propose(0, "A better wording.")
    opened.close()
    beside = call("-C", confirmed, "export", "notice", "-f", "jsonl")
    first = json.loads(beside.lines[0])
    assert first["proposal"] == "A better wording."
    assert first["translation"]["en"] != "A better wording."
    assert "1 better English wording goes beside" in beside.err
    instead = call("-C", confirmed, "export", "notice", "-f", "jsonl", "--english", "proposed")
    first = json.loads(instead.lines[0])
    assert (first["translation"]["en"], first["proposal"]) == ("A better wording.", "")
    assert "in place of the file's" in instead.err
    without = call("-C", confirmed, "export", "notice", "-f", "tsv")
    assert "1 better English wording is left out" in without.err


def test_notes_and_flags_travel(call: Call, confirmed: Path) -> None:
    done = call("-C", confirmed, "export", "notice", "-f", "jsonl")
    second = json.loads(done.lines[1])
    assert (second["note"], second["flags"], second["document"]) == (
        "日付を確かめた。", 0, "notice",
    )  # fmt: skip
    tmx = call("-C", confirmed, "export", "notice", "-f", "tmx")
    assert "<note>日付を確かめた。</note>" in tmx.out


@pytest.mark.parametrize("name", ["tsv", "jsonl", "tmx", "beads"])
def test_a_file_is_named_by_its_suffix_and_equals_what_is_printed(
    call: Call, confirmed: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / f"out.{name}"
    printed = call("-C", confirmed, "export", "notice", "-f", name)
    assert call("-C", confirmed, "export", "notice", "-o", out).out == ""
    ours = [line for line in out.read_text(encoding="utf-8").splitlines() if "<header" not in line]
    assert ours == [line for line in printed.lines if "<header" not in line]  # it holds the time
    assert ours


def test_a_table_for_spreadsheets_begins_with_a_byte_order_mark(
    call: Call, confirmed: Path
) -> None:
    done = call("-C", confirmed, "export", "notice", "-f", "tsv", "--spreadsheet")
    assert done.out.startswith("\ufeffid\t")


def test_a_document_that_is_not_there(call: Call, project: Path) -> None:
    said = complaint(call("-C", project, "export", "minutes"))
    assert "'minutes'" in said
    assert "alignbench status" in said


def test_a_format_that_is_not_there(call: Call, project: Path) -> None:
    done = call("-C", project, "export", "notice", "-f", "odt")
    assert done.code == 2
    assert "jsonl" in done.err


def test_an_export_of_nothing_writes_nothing(call: Call, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.tmx"
    done = call("-C", project, "export", "notice", "-o", out)
    assert done.code == 1
    assert "There is nothing to write: no link of notice is confirmed." in done.err
    assert "--status all" in done.err
    assert not out.exists()


def test_a_dry_run_says_what_would_be_written(call: Call, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    done = call("-C", project, "export", "notice", "--status", "all", "--dry-run", "-o", out)
    assert done.code == 0
    assert not out.exists()
    assert done.out.startswith("notice:")


def test_a_format_of_several_files_is_written_beside_each_other(
    call: Call, project: Path, tmp_path: Path
) -> None:
    done = call(
        "-C", project, "export", "notice", "--status", "all", "-f", "moses", "-o", tmp_path / "n"
    )
    assert done.code == 0
    sizes = {
        ending: len((tmp_path / f"n{ending}").read_text(encoding="utf-8").splitlines())
        for ending in (".ja", ".en", ".ids")
    }
    assert len(set(sizes.values())) == 1


def test_a_plain_export_opens_no_review(
    call: Call, confirmed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Project, "review", lambda *_: pytest.fail("opened for review"))
    assert call("-C", confirmed, "export", "notice", "--status", "all").code == 0
