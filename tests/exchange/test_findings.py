"""Findings as files: what each format says, and that SARIF keeps its own rules."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignbench.domain.findings import Dismissal, Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.exchange.findings import COLUMNS, WRITERS, Found, Rule, write_sarif, write_tsv

JA, EN = "貸出は十冊\tまで。", "Borrow up to ten\nbooks."
TEN = Finding(
    "num.value", Grade.D1, "accuracy/mistranslation", Severity.CRITICAL, "10 is 12.",
    Span(3, 5), Span(13, 16), "10", "12",
)  # fmt: skip
HINT = Finding(
    "sem.outlier", Grade.D4, "accuracy/mistranslation", Severity.MAJOR, "Far.", hint=True
)
FOUND = [Found(0, TEN, JA, EN, 7), Found(3, HINT, "", EN, None)]
RULES = [
    Rule("num.value", Grade.D1, "Numbers.", Severity.MAJOR),
    Rule("sem.outlier", Grade.D4, "Meaning.", Severity.MINOR),
]


def written(name: str) -> str:
    out = io.BytesIO()
    WRITERS[name](FOUND, out)
    return out.getvalue().decode()


def sarif(source: Path = Path("pairs.tsv")) -> dict[str, Any]:
    out = io.BytesIO()
    write_sarif(FOUND, out, RULES, source, "0.1")
    (run,) = json.loads(out.getvalue())["runs"]
    return dict(run)


def test_a_line_of_json_has_the_pair_both_places_and_both_values() -> None:
    first, second = map(json.loads, written("jsonl").splitlines())
    assert (first["pair"], first["ja"], first["en"]) == (0, [3, 5], [13, 16])
    assert (first["ja_value"], first["en_value"]) == ("10", "12")
    assert (second["pair"], second["ja"], second["hint"]) == (3, None, True)
    assert "hint" not in first, "only a hint says so"


@pytest.mark.parametrize("name", WRITERS)
def test_each_finding_is_written_before_the_next_is_asked_for(name: str) -> None:
    out = io.BytesIO()
    sizes = []

    def coming() -> Iterator[Found]:
        for each in FOUND:
            sizes.append(len(out.getvalue()))
            yield each

    WRITERS[name](coming(), out)
    assert sizes == sorted(set(sizes)), "more stood there each time"


def test_a_projects_finding_names_its_document_and_who_dismissed_it() -> None:
    said = Dismissal("k", "num.value", "the client\tknows", "Aoi", "2026-11-24T10:00:00+00:00")
    found = Found(4, TEN, JA, EN, document="notice", dismissed=said)
    outs = {}
    for name, write in WRITERS.items():
        out = io.BytesIO()
        write([found], out)
        outs[name] = out.getvalue().decode()
    made = json.loads(outs["jsonl"])
    assert (made["document"], made["dismissed"]["author"]) == ("notice", "Aoi")
    assert outs["tsv"].splitlines()[1].endswith("\tnotice\tthe client\\tknows")
    assert "notice, link 5\n" in outs["text"]
    assert "    Aoi, 2026-11-24: the client" in outs["text"]
    log = io.BytesIO()
    write_sarif([found], log, RULES, Path("town"), "0.1")
    (result,) = json.loads(log.getvalue())["runs"][0]["results"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "notice/4"}]


def test_a_row_of_the_table_is_one_line_whatever_the_texts_hold() -> None:
    head, *rows = written("tsv").splitlines()
    assert tuple(head.split("\t")) == COLUMNS
    assert [len(row.split("\t")) for row in rows] == [len(COLUMNS)] * 2


def test_text_marks_hints_apart() -> None:
    lines = written("text").splitlines()
    assert "  ! num.value [D1, critical] 10 is 12." in lines
    assert "  · sem.outlier [D4, major] Far." in lines


def test_sarif_keeps_its_rules() -> None:
    """SARIF 2.1.0, §3.27: ruleIndex points at the rule named, levels are of the list, a region's
    lines count from 1, and every result has a message and a fingerprint."""
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        assert all(result["partialFingerprints"].values())
        ((place,),) = [[each["physicalLocation"] for each in result["locations"]]]
        assert place.get("region", {"startLine": 1})["startLine"] >= 1
    first, second = run["results"]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert second["level"] == "note", "a hint is no warning"
    assert "region" not in second["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        (Path("訳 文.tsv"), "%E8%A8%B3%20%E6%96%87.tsv"),
        (Path("a/b#1.tsv"), "a/b%231.tsv"),
        (Path("/tmp/a b.tsv"), "file:///tmp/a%20b.tsv"),
    ],
)
def test_a_files_name_becomes_a_uri(source: Path, uri: str) -> None:
    place = sarif(source)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_no_cell_for_a_spreadsheet_is_a_formula() -> None:
    found = replace(FOUND[0], ja="=1+1", en="+cmd|' /C calc'!A0")
    out = io.BytesIO()
    write_tsv([found], out, spreadsheet=True)
    cells = out.getvalue().decode().splitlines()[1].split("\t")
    assert not any(cell.startswith(tuple("=+-@")) for cell in cells)
    assert "'=1+1" in cells
