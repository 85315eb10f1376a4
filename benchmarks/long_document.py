"""How a document's length tells on the screen: 100 rows against 100,000.

Prints processor time of the first paint, of a key, of going to the end and of a resize, the rows
looked at and the lines drawn meanwhile, and the ratios. Measuring heights in the background is
switched off: it goes on in slices of 4 ms while nothing else happens.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from alignbench.tui.widgets.bilingual import BilingualView
from alignbench.tui.widgets.row_model import Mark, Piece, RowModel

SIZES = (100, 100_000)
REPEATS = 20


class Rows:
    """Rows of one to four lines, made when asked for and counted."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self.looked_at = 0

    def __len__(self) -> int:
        return self._rows

    def row(self, index: int) -> RowModel:
        """One row."""
        self.looked_at += 1
        times = 1 + index % 4
        return RowModel(
            (Piece(index, f"第{index}の文で、町の川はゆっくりと流れている。" * times),),
            (Piece(index, f"In sentence {index} the river of the town runs slowly. " * times),),
            Mark.DOUBTFUL if index % 9 == 0 else Mark.SUGGESTED,
            new_paragraph=index % 5 == 0,
        )

    def lengths(self, first: int = 0, end: int | None = None) -> list[tuple[int, int]]:
        """Characters of each row's sides."""
        rows = range(self._rows)[first:end]
        return [(24 * (1 + at % 4), 50 * (1 + at % 4)) for at in rows]


class CountingView(BilingualView):
    """Counts the lines it draws; measures nothing in the background."""

    drawn = 0

    def render_line(self, y: int) -> Strip:
        """Draw and count."""
        self.drawn += 1
        return super().render_line(y)

    def _refine(self) -> None:  # type: ignore[override]
        return


class ViewApp(App[None]):
    """Nothing but the view."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        """The view."""
        yield CountingView()

    def on_mount(self) -> None:
        """Show the rows."""
        self.query_one(CountingView).show(self.rows)


Figures = dict[str, tuple[float, int, int]]
"""By action: milliseconds of processor time, rows looked at, lines drawn."""


async def measured(rows: int) -> Figures:
    source = Rows(rows)
    app = ViewApp(source)
    figures: Figures = {}
    started = time.process_time()
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.query_one(CountingView)
        await pilot.pause()
        spent = 1000 * (time.process_time() - started)
        figures["first paint"] = (spent, source.looked_at, view.drawn)

        async def note(name: str, deed: Callable[[int], Awaitable[None]], times: int) -> None:
            view.drawn = source.looked_at = 0
            began = time.process_time()
            for at in range(times):
                await deed(at)
                await pilot.pause()
            spent = 1000 * (time.process_time() - began) / times
            figures[name] = (spent, source.looked_at // times, view.drawn // times)

        await note("key down", lambda _: _move(view, view.cursor + 1), REPEATS)
        await note("page down", lambda _: _move(view, view.row_a_page_away(1)), 1)
        await note("end and home", lambda at: _move(view, 0 if at % 2 else rows - 1), 2)
        await note("resize", lambda at: _resize(pilot, 90 + 30 * (at % 2)), 4)
    return figures


async def _move(view: CountingView, row: int) -> None:
    view.cursor = row


async def _resize(pilot: Pilot[None], width: int) -> None:
    await pilot.resize_terminal(width, 40)


def main() -> None:
    few, many = (asyncio.run(measured(rows)) for rows in SIZES)
    print(f"{'':14}{'CPU ms':>18}{'ratio':>8}{'rows looked at':>18}{'lines drawn':>18}")
    print(f"{'':14}{f'{SIZES[0]:,} / {SIZES[1]:,}':>18}")
    for name in few:
        (a, looked_a, drawn_a), (b, looked_b, drawn_b) = few[name], many[name]
        print(
            f"{name:14}{f'{a:.1f} / {b:.1f}':>18}{b / a:8.1f}"
            f"{f'{looked_a} / {looked_b}':>18}{f'{drawn_a} / {drawn_b}':>18}"
        )


if __name__ == "__main__":
    main()
