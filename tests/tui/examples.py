"""Small documents and long ones for the tests of the terminal app."""

from collections.abc import Sequence

from alignbench.domain.text import Kind
from alignbench.tui.widgets.row_model import Mark, Piece, RowModel


def row(
    ja: Sequence[str], en: Sequence[str], ja_from: int = 0, en_from: int = 0, **looks: object
) -> RowModel:
    """A row of these sentences, numbered from `ja_from` and `en_from` on."""
    return RowModel(
        tuple(Piece(ja_from + at, text) for at, text in enumerate(ja)),
        tuple(Piece(en_from + at, text) for at, text in enumerate(en)),
        **looks,  # type: ignore[arg-type]
    )


NOTICE = [
    RowModel(
        (Piece(0, "市立図書館からのお知らせ", Kind.HEADING),),
        (Piece(0, "A Notice from the City Library", Kind.HEADING),),
        Mark.CONFIRMED,
    ),
    row(
        ["図書館は四月一日から午後八時まで開館します。"],
        ["From April 1 the library stays open until 8 p.m."],
        1, 1, mark=Mark.CONFIRMED, new_paragraph=True, noted=True,
    ),
    row(["貸出は一人十冊以下です。"], ["Each reader may borrow up to ten books."], 2, 2, flags=1),
    row(
        ["ただし、六十五歳以上の方は、「特別貸出」として二十冊まで借りることができます。"],
        ["However, readers over 65 may borrow as many as twenty.", "This is a special loan."],
        3, 3, mark=Mark.DOUBTFUL,
    ),
    row(["休館日は月曜日です。"], [], 4, 5, mark=Mark.DOUBTFUL, new_paragraph=True),
    row(
        ["返却が遅れたときは、次の貸出をお断りすることがあります。"],
        ["If books come back late, we may refuse further loans."],
        5, 6, mark=Mark.DOUBTFUL, crossing=True,
    ),
    row([], ["Please mind the date."], 6, 7, mark=Mark.SUGGESTED),
]  # fmt: skip


class LongDocument:
    """As many rows as asked for, each of one to four lines, none kept."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return self._rows

    def row(self, index: int) -> RowModel:
        self.asked.add(index)
        times = 1 + index % 4
        return row(
            [f"第{index}話の文です。" * times * 2],
            [f"This is sentence number {index}. " * times],
            index,
            index,
            new_paragraph=index > 0 and index % 7 == 0,
        )

    def lengths(self, first: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        return [(20 * (1 + i % 4), 30 * (1 + i % 4)) for i in range(self._rows)[first:end]]
