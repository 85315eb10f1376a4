"""Why a candidate is offered, in one short line for people. Pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignbench.domain.links import Candidate
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.alignment import SideInput

_SHOWN = 3
"""Shared values named at most."""
_LONG, _SHORT = 1.8, 0.55
"""Lengths, as shares of what the document's own ratio lets expect, that deserve a word."""


def reason_for(candidate: Candidate, ja: "SideInput", en: "SideInput") -> str:
    """What speaks for a candidate and against it: `same 65, foip · long for it · meaning .81`.

    `ja` and `en` are the sides of the document, as the aligner sees them.
    """
    if not candidate.en:
        return t("left out of the English")
    if not candidate.ja:
        return t("not in the Japanese")
    said = (
        _shared(candidate, ja, en),
        _lost(candidate, ja, en),
        _joined(candidate),
        _length(candidate, ja, en),
        f"meaning {max(candidate.similarity, 0.0):.2f}".replace("0.", "."),
    )
    return " · ".join(filter(None, said))


def _shared(candidate: Candidate, ja: "SideInput", en: "SideInput") -> str:
    """Numbers and Latin words on both sides; names that only sound alike are counted."""
    both = _keys(candidate.ja, ja) & _keys(candidate.en, en)
    values = _numbers(both)
    words = sorted(key[2:] for key in both if key[0] == "w")
    if values or words:
        return f"same {', '.join((*values, *words)[:_SHOWN])}"
    return t("a name sounds the same") if any(key[0] == "s" for key in both) else ""


def _lost(candidate: Candidate, ja: "SideInput", en: "SideInput") -> str:
    """Numbers of the Japanese that the English lacks; 3月 is no 3 where the English has March."""
    there = _keys(candidate.en, en)
    months = {f"n:{key[2:]}" for key in there if key[0] == "m"}
    lost = _numbers(_keys(candidate.ja, ja) - there - months)
    return f"without {', '.join(lost[:_SHOWN])}" if lost else ""


def _numbers(found: set[str]) -> list[str]:
    numbers = (key[2:] for key in found if key[0] == "n")
    return sorted(numbers, key=lambda value: (len(value), value))


def _keys(run: Sequence[int], side: "SideInput") -> set[str]:
    return {key for at in run if side.keys for key in side.keys[at]}


def _length(candidate: Candidate, ja: "SideInput", en: "SideInput") -> str:
    """How the English's length compares with what this document lets expect."""
    expected = int(ja.lengths[list(candidate.ja)].sum()) * int(en.lengths.sum())
    found = int(en.lengths[list(candidate.en)].sum()) * int(ja.lengths.sum())
    if not expected or not found:
        return ""
    share = found / expected
    return (
        t("long for it")
        if share > _LONG
        else t("short for it")
        if share < _SHORT
        else t("length fits")
    )


def _joined(candidate: Candidate) -> str:
    m, n = len(candidate.ja), len(candidate.en)
    return "" if m == n == 1 else t("{m} to {n} sentences", m=m, n=n)
