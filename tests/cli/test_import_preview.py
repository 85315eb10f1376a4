"""`alignbench import --dry-run`: what is read, for people and for programs."""

import json
from pathlib import Path

from tests.cli.examples import Call

PAGE = "# 舟\n\n<!-- あとで -->\n東雲《しののめ》に[地図](http://example.org/)を見る。\n\n- 櫂\n"


def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_json_has_a_line_for_each_block_and_for_what_is_left_out(
    call: Call, tmp_path: Path
) -> None:
    done = call("import", "--dry-run", page(tmp_path), "--json")
    records = [json.loads(line) for line in done.out.splitlines()]
    shown = [record for record in records if record["kind"] != "left_out"]
    assert [(record["kind"], record["where"]) for record in shown] == [
        ("heading", "line 1"),
        ("paragraph", "line 4"),
        ("list-item", "line 6"),
    ]
    said = {record["what"]: record["sample"] for record in records if "what" in record}
    assert said["comments"] == "<!-- あとで -->"
    assert done.code == 0


def test_people_are_told_the_same_and_the_sum_of_characters(call: Call, tmp_path: Path) -> None:
    done = call("import", "--dry-run", page(tmp_path))
    assert "list-item   櫂" in done.out
    assert "a.md, read as markdown: 3 blocks." in done.out
    assert "Left out: comments, 1 (<!-- あとで -->)" in done.out
    assert "are shown and" in done.out


def test_a_bilingual_file_is_shown_in_pairs(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("ja\ten\n門を開ける。\tOpen the gate.\n", encoding="utf-8")
    done = call("import", "--dry-run", file, "--json")
    first = json.loads(done.out.splitlines()[0])
    assert (first["kind"], first["ja"], first["en"]) == ("pair", "門を開ける。", "Open the gate.")


def test_what_cannot_be_read_is_one_sentence(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.tex"
    file.write_text("\\documentclass{article}\n門。\n", encoding="utf-8")
    done = call("import", "--dry-run", file)
    assert done.code != 0
    assert "is LaTeX, which is not read" in done.err
