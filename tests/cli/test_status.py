"""`alignbench status` and `alignbench search`."""

import json
import re
from pathlib import Path

from tests.cli.examples import Call, complaint, write


def test_status_as_json(call: Call, project: Path) -> None:
    found = json.loads(call("-C", project, "status", "--json").out)
    (notice,) = found["documents"]
    assert found["waiting"] == ["story"]
    assert set(notice) == {
        "name", "segments", "links", "open_segments", "doubtful", "flags", "settled", "updated",
    }  # fmt: skip
    assert set(notice["links"]) == {"suggested", "confirmed", "rejected", "null"}
    assert notice["open_segments"] == notice["segments"]["ja"] + notice["segments"]["en"]
    assert (notice["links"]["confirmed"], notice["settled"]) == (0, 0)


def test_status_for_people(call: Call, project: Path) -> None:
    done = call("-C", project, "status")
    heading, line = done.lines
    assert heading.split()[0] == "settled"
    assert "one-sided  in doubt  not settled" in heading, "no word of ours alone"
    assert "null" not in heading
    ends = [match.end() for match in re.finditer(r"\S+( \S+)*", heading)][:7]
    assert [match.end() for match in re.finditer(r"\S+", line)][:7] == ends, "below its word"
    assert line.split()[-1] == "notice"
    assert done.err.startswith("Not imported yet: story.")


def test_status_of_an_empty_project_says_how_to_begin(call: Call, tmp_path: Path) -> None:
    call("init", tmp_path / "new")
    done = call("-C", tmp_path / "new", "status")
    assert (done.code, done.out) == (0, "")
    assert "data/ja" in done.err
    assert json.loads(call("-C", tmp_path / "new", "status", "--json").out) == {
        "documents": [], "waiting": [], "unpaired": [],
    }  # fmt: skip


def test_a_file_without_counterpart_is_named(call: Call, project: Path) -> None:
    write(project / "data/ja/alone.txt", "ひとりです。")
    assert "Without a counterpart of the same name: ja/alone.txt." in (
        call("-C", project, "status").err
    )
    (path,) = json.loads(call("-C", project, "status", "--json").out)["unpaired"]
    assert Path(path).name == "alone.txt"
    assert "ja/alone.txt" in call("-C", project, "import").err


def test_search_prints_place_and_text(call: Call, project: Path) -> None:
    done = call("-C", project, "search", "日曜")
    assert done.lines
    assert all(line.startswith("notice:ja:") and "日曜" in line for line in done.lines)


def test_search_as_json(call: Call, project: Path) -> None:
    hits = json.loads(call("-C", project, "search", "ＳＵＮＤＡＹ", "--json").out)
    assert hits
    for hit in hits:
        assert set(hit) == {"document", "side", "segment", "link_id", "start", "end", "view"}
        assert hit["view"][hit["start"] : hit["end"]] == "Sunday"


def test_search_may_be_narrowed(call: Call, project: Path) -> None:
    assert len(call("-C", project, "search", "0", "--limit", "1").lines) == 1
    side = call("-C", project, "search", "0", "--side", "en").lines
    assert side
    assert all(line.startswith("notice:en:") for line in side)


def test_nothing_found_is_said_and_is_no_failure(call: Call, project: Path) -> None:
    done = call("-C", project, "search", "飛行船")
    assert (done.code, done.out, done.err) == (0, "", "Nothing found for 飛行船.\n")
    assert json.loads(call("-C", project, "search", "飛行船", "--json").out) == []


def test_searching_in_a_document_that_is_not_there(call: Call, project: Path) -> None:
    said = complaint(call("-C", project, "search", "日", "--document", "minutes"))
    assert "'minutes'" in said


def test_searches_that_cannot_be_meant(call: Call, project: Path) -> None:
    assert call("-C", project, "search", " ").code == 2
    assert call("-C", project, "search", "日", "--limit", "-1").code == 2
