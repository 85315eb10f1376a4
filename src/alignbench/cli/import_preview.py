"""`alignbench import --dry-run`: what reading a file gives, for people or as JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignbench.cli.output import show
from alignbench.messages import t, tn
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.documents.preview import BlockPreview, PairPreview, Preview

_WIDTH = 10
"""Columns for the kind of a block."""


def show_preview(path: Path, *, encoding: str | None, segmented: bool, as_json: bool) -> None:
    """Print what reading `path` gives. Raises InputError if it cannot be read."""
    from alignbench.documents.preview import preview

    found = preview(path, encoding=encoding, segmented=segmented)
    if as_json:
        for record in _records(found):
            show(json.dumps(record, ensure_ascii=False))
        return
    for line in _lines(path, found):
        show(printable(line, keep="\t\n"))


def _records(found: "Preview") -> Iterator[dict[str, Any]]:
    for part in found.parts:
        yield _record(part)
    for left in found.left_out:
        yield {
            "kind": "left_out",
            "what": t(left.what),
            "count": left.count,
            "sample": left.sample,
            "characters": left.characters,
        }


def _record(part: "BlockPreview | PairPreview") -> dict[str, Any]:
    from alignbench.documents.preview import BlockPreview

    readings = [list(reading) for reading in part.readings]
    if isinstance(part, BlockPreview):
        record = {"kind": part.kind, "text": part.text, "where": part.where}
        return record | {"readings": readings}
    return {
        "kind": "pair",
        "ja": part.ja,
        "en": part.en,
        "status": part.status,
        "note": part.note,
        "where": part.where,
        "id": part.id,
        "readings": readings,
    }


def _lines(path: Path, found: "Preview") -> Iterator[str]:
    from alignbench.documents.preview import BlockPreview

    for part in found.parts:
        if isinstance(part, BlockPreview):
            first, *rest = part.text.split("\n")
            yield f"{part.kind:{_WIDTH}}  {first}"
            yield from (f"{'':{_WIDTH}}  {line}" for line in rest)
        else:
            yield f"{'ja':{_WIDTH}}  {part.ja}"
            yield f"{'en':{_WIDTH}}  {part.en}"
            yield f"{'':{_WIDTH}}  [{part.status}]{_note(part.note)}"
    yield ""
    count = len(found.parts)
    yield tn(
        "{path}, read as {format}: {count} block.",
        "{path}, read as {format}: {count:,} blocks.",
        count,
        path=path.name,
        format=found.format,
    )
    for left in found.left_out:
        what, sample = t(left.what), left.sample
        yield t(
            "Left out: {what}, {count:,} ({sample})", what=what, count=left.count, sample=sample
        )
    if found.account is not None:
        yield t(
            "Of {total:,} characters {shown:,} are shown and {left_out:,} left out.",
            total=found.account.total,
            shown=found.account.shown,
            left_out=found.account.left_out,
        )


def _note(note: str) -> str:
    return f" {note}" if note else ""
