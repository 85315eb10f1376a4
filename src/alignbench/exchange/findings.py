"""Findings out: as text for people, JSON lines, a table, and SARIF for tools that show results."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from alignbench.domain.findings import Dismissal, Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.exchange.pair import span_record
from alignbench.exchange.tsv import write_table

COLUMNS = (
    "pair", "check", "grade", "severity", "type", "ja_start", "ja_end", "en_start", "en_end",
    "ja_value", "en_value", "message", "ja", "en", "document", "reason",
)  # fmt: skip
_LEVELS = {
    Severity.NEUTRAL: "note", Severity.MINOR: "note", Severity.MAJOR: "warning",
    Severity.CRITICAL: "error",
}  # fmt: skip
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its pair: the number, counted from 0, and both texts.

    `document` is where a project's pair is from. A finding that a person has dismissed says so.
    """

    pair: int
    finding: Finding
    ja: str
    en: str
    line: int | None = None
    """Where the pair stands in the file it was read from, counted from 1."""
    document: str = ""
    dismissed: Dismissal | None = None
    doubt: float = 0.0
    """The chance that the pair's link is wrong; not written."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a reader of results is told of a check."""

    id: str
    grade: Grade
    explanation: str
    severity: Severity


def record(found: Found) -> dict[str, Any]:
    """A finding with the number of its pair, as JSON holds it."""
    made: dict[str, Any] = {"document": found.document} if found.document else {}
    made |= {"pair": found.pair, **finding_record(found.finding)}
    if found.dismissed:
        made["dismissed"] = {
            "reason": found.dismissed.reason,
            "author": found.dismissed.author,
            "at": found.dismissed.at,
        }
    return made


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as JSON holds it; spans are [start, end] in the pair's texts, or null.

    Only a hint has `hint`.
    """
    made = {
        "check": finding.check,
        "grade": finding.grade.value,
        "severity": finding.severity.value,
        "type": finding.type,
        "ja": span_record(finding.ja),
        "en": span_record(finding.en),
        "ja_value": finding.ja_value,
        "en_value": finding.en_value,
        "message": finding.message,
    }
    return made | {"hint": True} if finding.hint else made


def write_jsonl(found: Iterable[Found], out: BinaryIO) -> None:
    """One finding a line."""
    for each in found:
        out.write(json.dumps(record(each), ensure_ascii=False).encode() + b"\n")


def write_tsv(found: Iterable[Found], out: BinaryIO, *, spreadsheet: bool = False) -> None:
    """A table with the pair's texts in its last columns; `spreadsheet` as in a bitext's table."""
    write_table(COLUMNS, map(_cells, found), out, spreadsheet=spreadsheet, at_a_time=1)


def _cells(each: Found) -> tuple[str, ...]:
    finding = each.finding
    return (
        str(each.pair), finding.check, finding.grade.value, finding.severity.value,
        finding.type, *_ends(finding.ja), *_ends(finding.en), finding.ja_value,
        finding.en_value, finding.message, each.ja, each.en, each.document,
        each.dismissed.reason if each.dismissed else "",
    )  # fmt: skip


def write_text(found: Iterable[Found], out: BinaryIO) -> None:
    """For reading, counted from 1: a heading for each pair with findings, its texts, then those."""
    last = None
    for each in found:
        if (each.document, each.pair) != last:
            start = "" if last is None else "\n"
            name = f"{each.document}, link" if each.document else "pair"
            texts = f"  {each.ja or '—'}\n  {each.en or '—'}\n"
            out.write(f"{start}{name} {each.pair + 1}\n{texts}".encode())
            last = each.document, each.pair
        finding = each.finding
        mark = "×" if each.dismissed else "·" if finding.hint else "!"
        out.write(
            f"  {mark} {finding.check} [{finding.grade}, {finding.severity}] "
            f"{finding.message}\n".encode()
        )
        if each.dismissed:
            said = each.dismissed
            out.write(f"    {said.author}, {said.at[:10]}: {said.reason}\n".encode())


def write_sarif(
    found: Iterable[Found], out: BinaryIO, rules: Sequence[Rule], source: Path, version: str
) -> None:
    """A SARIF 2.1.0 log of one run, as code hosts and editors show it.

    `source` is the file that the pairs were read from: absolute, or relative to where the log
    will be read.
    """
    uri = source.as_uri() if source.is_absolute() else quote(source.as_posix(), errors="replace")
    places = {rule.id: at for at, rule in enumerate(rules)}
    log = {
        "$schema": SARIF,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "alignbench",
                        "version": version,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, places, uri) for each in found],
            }
        ],
    }
    out.write(json.dumps(log, ensure_ascii=False, indent=1).encode() + b"\n")


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"grade": rule.grade.value},
    }


def _result(each: Found, places: dict[str, int], uri: str) -> dict[str, Any]:
    finding = each.finding
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if each.line:
        place["region"] = {"startLine": each.line}
    location: dict[str, Any] = {"physicalLocation": place}
    if each.document:
        location["logicalLocations"] = [{"fullyQualifiedName": f"{each.document}/{each.pair}"}]
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": "note" if finding.hint else _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} — {each.ja} — {each.en}"},
        "locations": [location],
        "partialFingerprints": {"finding/v1": finding.key(each.ja, each.en)},
        "properties": record(each),
    }
    if finding.check in places:
        result["ruleIndex"] = places[finding.check]
    return result


def _ends(span: Span | None) -> tuple[str, str]:
    return ("", "") if span is None else (str(span.start), str(span.end))


WRITERS: dict[str, Callable[[Iterable[Found], BinaryIO], None]] = {
    "text": write_text,
    "jsonl": write_jsonl,
    "tsv": write_tsv,
}
