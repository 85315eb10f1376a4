"""Findings as other tools read them."""

import io
import json

import pytest

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.exchange.findings import WRITERS, Found, Rule, write_sarif

FOUND = Found(
    3,
    Finding(
        "num.boundary", Grade.D2, "accuracy/mistranslation", Severity.MAJOR,
        "≥ 18, the English > 18", Span(0, 5), Span(12, 19), "≥ 18", "> 18",
    ),
    "18歳以上に限る。", "Only people over 18.", 5,
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "uri"),
    [("pairs.tsv", "pairs.tsv"), ("a b#1.tsv", "a%20b%231.tsv"), ("訳.tsv", "%E8%A8%B3.tsv")],
)
def test_sarif_points_to_the_file_the_line_and_the_rule(source: str, uri: str) -> None:
    out = io.BytesIO()
    rule = Rule("num.boundary", Grade.D2, "Limits.", Severity.MAJOR)
    write_sarif([FOUND], out, [rule], source, "0.1")
    (run,) = json.loads(out.getvalue())["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert place["region"]["startLine"] == 5
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] == "warning"


def test_a_json_line_has_the_documented_fields() -> None:
    out = io.BytesIO()
    WRITERS["jsonl"]([FOUND], out)
    record = json.loads(out.getvalue())
    assert (record["pair"], record["check"], record["grade"]) == (3, "num.boundary", "D2")
    assert (record["ja"], record["en"]) == ([0, 5], [12, 19])
    assert (record["ja_value"], record["en_value"]) == ("≥ 18", "> 18")
