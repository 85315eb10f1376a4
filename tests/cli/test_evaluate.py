"""`alignbench evaluate`: links against a gold standard."""

import json
from pathlib import Path

import pytest

from tests.cli.examples import Call, complaint, write

GOLD = ("[0]:[0]", "[1]:[1, 2]", "[2]:[]", "[3]:[3]")
FOUND = ("[0]:[0]:0.99", "[1]:[1]:0.62", "[]:[2]:0.40", "[2]:[]:0.91", "[3]:[3]:0.97")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path / "gold.beads", *GOLD), write(tmp_path / "found.beads", *FOUND)


def test_json_has_strict_lax_and_null_scores(call: Call, files: tuple[Path, Path]) -> None:
    scores = json.loads(call("evaluate", *files, "--json").out)
    assert scores["strict"] == pytest.approx({"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3})
    assert scores["lax"] == {"precision": 1, "recall": 1, "f1": 1}
    assert scores["null"] == pytest.approx({"precision": 1 / 2, "recall": 1, "f1": 2 / 3})
    assert scores["by_shape"]["1-2"] == {"gold": 1, "found": 0, "proposed": 0}


def test_the_table_says_the_same(call: Call, files: tuple[Path, Path]) -> None:
    done = call("evaluate", *files)
    rows = {line[:10].strip(): line[10:].split() for line in done.lines[1:4]}
    assert rows == {
        "strict": ["0.667", "0.667", "0.667"],
        "lax": ["1.000", "1.000", "1.000"],
        "null links": ["0.500", "1.000", "0.667"],
    }


@pytest.mark.parametrize("line", ["a\tb", "[,]:[0]", "[01, x]:[]", "[0]:[1]:1.2.3", "[0]-[1]"])
def test_a_line_that_is_not_a_link_is_named(call: Call, tmp_path: Path, line: str) -> None:
    gold = write(tmp_path / "gold.beads", "[0]:[0]", line)
    said = complaint(call("evaluate", gold, gold))
    assert "gold.beads: Line 2 is not a link" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"\n \n", "is empty"), (b"\xff\xfe\x00", "is not UTF-8")],
)
def test_a_file_without_links(call: Call, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "found.beads"
    path.write_bytes(content)
    assert said in complaint(call("evaluate", path, path))


def test_a_byte_order_mark_does_no_harm(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "gold.beads"
    path.write_text("\ufeff[0]:[0]\r\n[1]:[1]\r\n", encoding="utf-8")
    assert json.loads(call("evaluate", path, path, "--json").out)["strict"]["f1"] == 1
