"""The rows of a review session as the bilingual view draws them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from alignbench.domain.flags import Severity
from alignbench.domain.links import Status
from alignbench.domain.segment_table import characters
from alignbench.domain.text import Segment
from alignbench.review import Row
from alignbench.review.found_in_row import RowFinding
from alignbench.system.safe_text import printable
from alignbench.tui.review.proposed_english import proposed_pieces
from alignbench.tui.widgets.row_model import Mark, Piece, RowModel


class SessionSource:
    """Rows as drawn, made when they are."""

    def __init__(
        self,
        rows: Sequence[Row],
        found: Callable[[int], Sequence[RowFinding]] = lambda _: (),
        shown: bytes | None = None,
        later: Callable[[Row], bool] = lambda _: False,
    ) -> None:
        """`shown` is 1 for each row that is not hidden; None: none is. `later`: to come back to."""
        self._rows, self._found, self._shown, self._later = rows, found, shown, later

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, index: int) -> RowModel:
        """One row."""
        row = self._rows[index]
        return replace(_as_proposed(row), found=worst(self._found(index)), later=self._later(row))

    def lengths(self, first: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Japanese and English characters of rows `first` to `end`."""
        sizes = [(characters(row.ja), characters(row.en)) for row in self._rows[first:end]]
        if self._shown is None:
            return sizes
        return [
            size if is_shown else (0, 0)
            for size, is_shown in zip(sizes, self._shown[first:end], strict=True)
        ]


def row_model(row: Row) -> RowModel:
    """A row as drawn."""
    return RowModel(
        ja=_pieces(row.link.ja, row.ja),
        en=_pieces(row.link.en, row.en),
        mark=mark_of(row),
        crossing=row.crossing,
        flags=len(row.flags),
        noted=bool(row.link.note),
        reworded=row.link.proposal is not None and row.link.proposal.state != "refused",
        new_paragraph=row.new_paragraph,
    )


def _as_proposed(row: Row) -> RowModel:
    """A row as drawn, its English as it is to read."""
    model = row_model(row)
    if row.link.proposal is None or not model.reworded:
        return model
    return replace(model, en=proposed_pieces(row.link.en, row.en, row.link.proposal.text))


def worst(findings: Sequence[RowFinding]) -> str:
    """The worst severity among open findings, hints left out; empty if there are none."""
    there = [each.finding for each in findings if each.is_open and not each.finding.hint]
    order = list(Severity)
    return str(max((each.severity for each in there), key=order.index, default=""))


def mark_of(row: Row) -> Mark:
    """Where a row stands."""
    if row.link.status is Status.CONFIRMED:
        return Mark.CONFIRMED
    return Mark.DOUBTFUL if row.doubtful else Mark.SUGGESTED


def _pieces(numbers: Sequence[int], segments: Sequence[Segment]) -> tuple[Piece, ...]:
    return tuple(
        Piece(number, printable(segment.view), segment.kind, readings=segment.readings)
        for number, segment in zip(numbers, segments, strict=True)
    )
