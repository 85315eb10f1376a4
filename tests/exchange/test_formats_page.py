"""docs/formats.md explains every field that is written."""

import json
import re
from pathlib import Path

from alignbench.alignment.evaluation import read_beads
from alignbench.exchange import jsonl, tsv
from tests.exchange.examples import ONE

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    return PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def explained(name: str) -> set[str]:
    """Names in the first column of a section's table."""
    cells = re.findall(r"^\| (`[^|]+`) \|", section(name), re.MULTILINE)
    return {field for cell in cells for field in re.findall(r"`([^`]+)`", cell)}


def test_every_field_of_jsonl_is_explained() -> None:
    assert explained("JSONL") == set(jsonl.record(ONE))


def test_the_example_of_jsonl_is_a_line_as_we_write_it(tmp_path: Path) -> None:
    (line,) = re.findall(r"```json\n(.*)\n```", section("JSONL"))
    path = tmp_path / "example.jsonl"
    path.write_text(line, encoding="utf-8")
    with path.open("rb") as source:
        (pair,) = jsonl.read(source, path.name).pairs
    assert json.dumps(jsonl.record(pair), ensure_ascii=False) == line


def test_every_column_of_tsv_is_explained() -> None:
    assert explained("TSV") == set(tsv.COLUMNS)


def test_every_prop_of_tmx_is_explained() -> None:
    source = Path(tsv.__file__).with_name("tmx.py").read_text(encoding="utf-8")
    assert explained("TMX") - {"prop"} == set(re.findall(r'"(x-[a-z-]+)"', source))


def test_the_example_of_beads_is_read() -> None:
    (lines,) = re.findall(r"```\n(\[.*?)```", section("Beads"), re.DOTALL)
    assert len(read_beads(lines)) == 4
