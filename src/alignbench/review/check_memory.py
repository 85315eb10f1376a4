"""What the checks said, kept from one session to the next: they run again where a text changed."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from alignbench.checks.pair import Uncovered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages.message import restored, stored
from alignbench.pipeline.pair_risk import EmbeddingEvidence

Known = tuple[str, str, str]
"""All that a pair's findings depend on: both texts, and whether an empty side is declared or the
link that leaves it empty in doubt."""
WHOLE = "all"
"""The name of what is said of all pairs together."""
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What reading raises of bytes that `packed` did not write."""


class CheckMemory(Protocol):
    """Bytes by name, of one document and one setup: the same checks, glossary, rules and so on."""

    def setup(self) -> str:
        """What the checks depend on beside the texts, now; empty where nothing may be kept."""

    def get(self, setup: str, names: Sequence[str]) -> Mapping[str, bytes]:
        """What is kept under these names."""

    def put(self, setup: str, rows: Mapping[str, bytes]) -> None:
        """Keep bytes under names; those of other setups are forgotten."""


def name_of(known: Known) -> str:
    """The name that a pair's findings are kept under."""
    return hashlib.sha256("\0".join(known).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def signature(pairs: Iterable[tuple[Known, bool]]) -> str:
    """Names all pairs in order, with whether each is declared."""
    digest = hashlib.sha256()
    for known, declared in pairs:
        digest.update(f"{name_of(known)}{declared:d}".encode())
    return digest.hexdigest()


def packed(findings: Iterable[Finding]) -> list[list[object]]:
    """Findings as JSON holds them."""
    return [
        [
            each.check, each.grade, each.type, each.severity, stored(each.message),
            each.ja and [each.ja.start, each.ja.end], each.en and [each.en.start, each.en.end],
            stored(each.ja_value), stored(each.en_value), each.hint,
        ]
        for each in findings
    ]  # fmt: skip


def unpacked(rows: Iterable[Sequence[object]]) -> tuple[Finding, ...]:
    """The findings that `packed` was given. Raises one of `UNREADABLE` for anything else."""
    return tuple(
        Finding(
            str(check), Grade(str(grade)), str(type_), Severity(str(severity)),
            restored(str(message)), _span(ja), _span(en), str(restored(str(ja_value))),
            str(restored(str(en_value))), bool(hint),
        )
        for check, grade, type_, severity, message, ja, en, ja_value, en_value, hint in rows
    )  # fmt: skip


def packed_evidence(evidence: EmbeddingEvidence) -> list[object]:
    """What the embedding says of a pair as JSON holds it."""
    sides = (evidence.uncovered_ja, evidence.uncovered_en)
    words = ([[w.span.start, w.span.end, round(w.weight, 3)] for w in side] for side in sides)
    unlike = evidence.unlikeness
    return [None if unlike is None else round(unlike, 4), *words]


def unpacked_evidence(kept: Sequence[Any]) -> EmbeddingEvidence:
    """What `packed_evidence` was given. Raises one of `UNREADABLE` for anything else."""
    unlike, *sides = kept
    ja, en = (
        tuple(Uncovered(Span(int(start), int(end)), float(weight)) for start, end, weight in side)
        for side in sides
    )
    return EmbeddingEvidence(None if unlike is None else float(unlike), ja, en)


def as_bytes(value: object) -> bytes:
    """JSON in UTF-8; halves of characters stay escapes."""
    return json.dumps(value, separators=(",", ":")).encode()


def _span(ends: object) -> Span | None:
    if ends is None:
        return None
    if not isinstance(ends, list) or len(ends) != 2:
        raise ValueError
    return Span(int(ends[0]), int(ends[1]))
