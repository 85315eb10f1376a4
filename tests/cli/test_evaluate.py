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
    counts = ("gold", "found", "proposed")
    assert [scores["by_shape"]["1-2"][name] for name in counts] == [1, 0, 0]


def test_the_table_says_the_same(call: Call, files: tuple[Path, Path]) -> None:
    done = call("evaluate", *files)
    rows = {line[:10].strip(): line[10:].split() for line in done.lines[1:4]}
    assert rows == {
        "strict": ["0.667", "0.667", "0.667"],
        "lax": ["1.000", "1.000", "1.000"],
        "null links": ["0.500", "1.000", "0.667"],
    }


def test_confidences_are_scored_where_there_are_any(call: Call, files: tuple[Path, Path]) -> None:
    gold, found = files
    scores = json.loads(call("evaluate", gold, found, "--json").out)
    # Per bin: .99 + .91 + .97 of three right, .62 of none, .40 of none.
    assert scores["doubt"]["calibration_error"] == pytest.approx((0.13 + 0.62 + 0.40) / 5)
    assert "expected calibration error    0.230" in call("evaluate", gold, found).out
    assert json.loads(call("evaluate", gold, gold, "--json").out)["doubt"] is None


def test_each_shape_has_precision_and_recall(call: Call, files: tuple[Path, Path]) -> None:
    rows = [line.split() for line in call("evaluate", *files).lines]
    assert ["1-1", "2", "2", "3", "0.667", "1.000", "0.800"] in rows


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
