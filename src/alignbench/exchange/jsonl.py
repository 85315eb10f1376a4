"""JSON lines: one pair a line, in the translation convention of Hugging Face data sets."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from alignbench.domain.errors import InputError
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.links import Status
from alignbench.domain.text import JOINTS, Span
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.findings import finding_record
from alignbench.exchange.pair import Pair, PairFlag, flag_record, span_record
from alignbench.exchange.selection import Bitext
from alignbench.exchange.utf8 import utf8
from alignbench.messages import t
from alignbench.system.safe_text import whole

REFUSED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError)
"""What a line that is no pair may raise, however it fails to be one."""


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:  # noqa: ARG001
    """Write each pair as one line of UTF-8; the empty side of a null link is an empty string."""
    for pair in pairs:
        out.write(json.dumps(record(pair), ensure_ascii=False).encode() + b"\n")


def record(pair: Pair) -> dict[str, Any]:
    """A pair as JSON holds it."""
    return {
        "id": pair.id,
        "translation": {"ja": pair.ja, "en": pair.en},
        "segments": {"ja": list(pair.ja_segments), "en": list(pair.en_segments)},
        "status": pair.status.value,
        "confidence": pair.confidence,
        "document": pair.document,
        "positions": {"ja": list(pair.ja_positions), "en": list(pair.en_positions)},
        "note": pair.note,
        "proposal": pair.proposal,
        "flags": pair.flags,
        "flag_list": [flag_record(flag) for flag in pair.flag_list],
        "findings": _found(pair),
        "is_code": pair.is_code,
        "code": {
            "ja": [span_record(span) for span in pair.ja_code],
            "en": [span_record(span) for span in pair.en_code],
        },
    }


def _found(pair: Pair) -> list[dict[str, Any]] | None:
    return None if pair.findings is None else [finding_record(each) for each in pair.findings]


def read(source: BinaryIO, name: str) -> Bitext:
    """Pairs of a file that `write` made, or of any with `translation` in each line.

    What a line does not say is taken to be: one segment a side, confirmed, no confidence.

    Raises:
        InputError: a line that is not such a record.
    """
    pairs = []
    for number, line in enumerate(utf8(source, name).removeprefix("\ufeff").split("\n"), 1):
        if not line.strip(" \t\r"):
            continue
        try:
            pairs.append(_pair(json.loads(line), number))
        except REFUSED as error:
            raise InputError(
                t(
                    "{name}, line {number}: this is not a pair ({error}).",
                    name=name,
                    number=number,
                    error=error,
                ),
                t('Each line should be a record with "translation": {{"ja": …, "en": …}}.'),
            ) from error
    return Bitext(tuple(pairs))


def _pair(found: Mapping[str, Any], number: int) -> Pair:
    translation = found["translation"]
    segments = found.get("segments", {})
    positions = found.get("positions", {})
    confidence = found.get("confidence")
    findings = found.get("findings")
    code = found.get("code", {})
    ja_segments = _strings(segments.get("ja"), translation["ja"])
    en_segments = _strings(segments.get("en"), translation["en"])
    return Pair(
        id=whole(str(found.get("id", number))),
        document=whole(str(found.get("document", ""))),
        ja_segments=ja_segments,
        en_segments=en_segments,
        status=Status(found.get("status", Status.CONFIRMED)),
        confidence=None if confidence is None else float(confidence),
        note=whole(str(found.get("note", ""))),
        proposal=whole(str(found.get("proposal", ""))),
        flags=int(found.get("flags", 0)),
        flag_list=tuple(map(_flag, found.get("flag_list", ()))),
        findings=None if findings is None else tuple(map(_finding, findings)),
        ja_positions=tuple(map(int, positions.get("ja", ()))),
        en_positions=tuple(map(int, positions.get("en", ()))),
        is_code=bool(found.get("is_code", False)),
        ja_code=_spans(code.get("ja", ()), JOINTS["ja"].join(ja_segments)),
        en_code=_spans(code.get("en", ()), JOINTS["en"].join(en_segments)),
        line=number,
    )


def _flag(found: Mapping[str, Any]) -> PairFlag:
    return PairFlag(
        whole(str(found["type"])), Severity(found["severity"]), whole(str(found["comment"])),
        _span(found["ja"]), _span(found["en"]), whole(str(found["author"])),
        whole(str(found["at"])), whole(str(found.get("status", "open"))),
    )  # fmt: skip


def _finding(found: Mapping[str, Any]) -> Finding:
    return Finding(
        whole(str(found["check"])), Grade(found["grade"]), whole(str(found["type"])),
        Severity(found["severity"]), whole(str(found["message"])), _span(found["ja"]),
        _span(found["en"]), whole(str(found["ja_value"])), whole(str(found["en_value"])),
        bool(found.get("hint", False)),
    )  # fmt: skip


def _span(found: list[int] | None) -> Span | None:
    if found is None:
        return None
    start, end = map(int, found)
    return Span(start, end)


def _spans(found: Iterable[list[int]], text: str) -> tuple[Span, ...]:
    """Stretches of a text. Raises ValueError for one that is not in it."""
    spans = tuple(Span(*map(int, each)) for each in found)
    if any(not 0 <= span.start < span.end <= len(text) for span in spans):
        raise ValueError("code that is not in the text")
    return spans


def _strings(segments: list[str] | None, text: str) -> tuple[str, ...]:
    if segments is None:
        segments = [text] if text else []
    if not all(isinstance(segment, str) for segment in segments):
        raise TypeError("a segment that is not a string")
    return tuple(map(whole, segments))
