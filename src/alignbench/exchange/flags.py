"""Flags out: as text for people, JSON lines, and a table."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from alignbench.domain.text import Span
from alignbench.exchange.pair import Pair, PairFlag, flag_record
from alignbench.exchange.tsv import write_table

COLUMNS = (
    "document", "pair", "id", "type", "severity", "status", "comment", "ja_start", "ja_end",
    "en_start", "en_end", "ja_text", "en_text", "author", "at", "link", "ja", "en",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag with its pair. `number` counts pairs of the document from 0, `id` names the flag."""

    number: int
    pair: Pair
    id: int
    flag: PairFlag

    def words(self, span: Span | None, text: str) -> str:
        """What a span of the flag points at; empty if it points at nothing."""
        return text[span.start : span.end] if span else ""


def record(each: Flagged) -> dict[str, Any]:
    """A flag as JSON holds it; spans are [start, end] in the pair's texts, or null."""
    pair, flag = each.pair, each.flag
    return {
        "document": pair.document,
        "pair": each.number,
        "id": each.id,
        **flag_record(flag),
        "ja_text": each.words(flag.ja, pair.ja),
        "en_text": each.words(flag.en, pair.en),
        "link": pair.id,
    }


def write_jsonl(flagged: Iterable[Flagged], out: BinaryIO) -> None:
    """One flag a line."""
    for each in flagged:
        out.write(json.dumps(record(each), ensure_ascii=False).encode() + b"\n")


def write_tsv(flagged: Iterable[Flagged], out: BinaryIO, *, spreadsheet: bool = False) -> None:
    """A table with the pair's texts in its last columns; `spreadsheet` as in a bitext's table."""
    write_table(COLUMNS, map(_cells, flagged), out, spreadsheet=spreadsheet)


def _cells(each: Flagged) -> list[str]:
    made = record(each)
    cells = {**made, "ja": each.pair.ja, "en": each.pair.en}
    for side in ("ja", "en"):
        cells[f"{side}_start"], cells[f"{side}_end"] = made[side] or ("", "")
    return [str(cells[column]) for column in COLUMNS]


def write_text(flagged: Iterable[Flagged], out: BinaryIO) -> None:
    """For reading, counted from 1: each flag with what it says, and its pair's texts under it."""
    last = None
    for each in flagged:
        pair, flag = each.pair, each.flag
        if (pair.document, each.number) != last:
            start = "" if last is None else "\n"
            place = f"{pair.document}, link {each.number + 1}"
            out.write(f"{start}{place}\n  {pair.ja or '—'}\n  {pair.en or '—'}\n".encode())
            last = pair.document, each.number
        words = [each.words(flag.ja, pair.ja), each.words(flag.en, pair.en)]
        where = " → ".join(word for word in words if word)
        said = ": ".join(part for part in (where, flag.comment) if part)
        out.write(
            f"  ⚑ {each.id} {flag.type} [{flag.severity}, {flag.status}] {said}".rstrip().encode()
            + f" ({flag.author}, {flag.at[:10]})\n".encode()
        )


WRITERS: dict[str, Callable[[Iterable[Flagged], BinaryIO], None]] = {
    "text": write_text,
    "tsv": write_tsv,
    "jsonl": write_jsonl,
}
