"""What edits cost as documents grow: a table of milliseconds and of ratios to the smallest.

    python benchmarks/editing.py [SEGMENTS ...]

The document is made up, one link to each pair of segments, so that no model is needed. What an
edit costs should hardly grow with the document where it touches one link and no segment.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from alignbench.domain.links import Bead
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Text
from alignbench.project import Project
from alignbench.review import ReviewSession

SIZES = (1_000, 10_000, 100_000)
TIMES = 5


def text(side: Side, size: int) -> Text:
    view = "これは一つの文です。" if side == "ja" else "This is one sentence."
    spans = [(at * (len(view) + 1), at * (len(view) + 1) + len(view)) for at in range(size)]
    return Text(
        side, f"{view}\n" * size, "0" * 64, "utf-8", None,
        tuple(Paragraph(start, end, Kind.SENTENCE) for start, end in spans),
        tuple(
            Segment(start, end, Kind.SENTENCE, at, view) for at, (start, end) in enumerate(spans)
        ),
    )  # fmt: skip


def measure(size: int, folder: Path) -> dict[str, float]:
    """Milliseconds of each deed, the median of a few."""
    costs: dict[str, float] = {}
    document = Document("made up", text("ja", size), text("en", size))
    beads = [Bead((at,), (at,), 0.5 if at % 50 == 0 else 0.95) for at in range(size)]
    project = Project.create(folder / str(size))
    store = project._store

    def timed(name: str, deed: Callable[[int], object], times: int = TIMES) -> None:
        costs[name] = median(_milliseconds(deed, turn) for turn in range(times))

    timed("import", lambda _: store.add(document, beads, "none"), 1)
    sessions: list[ReviewSession] = []
    timed("open", lambda _: sessions.append(project.review("made up")), 1)
    (session,) = sessions
    middle = size // 2
    timed("confirm", lambda turn: session.confirm(middle + turn))
    timed("note", lambda turn: session.note(middle + turn, "note"))
    timed("undo", lambda _: session.undo())
    timed("redo", lambda _: session.redo())
    timed("merge", lambda turn: session.merge(middle - 10 * turn - 10))
    timed("move boundary", lambda turn: session.move_boundary(middle + 10 * turn + 10, "en", 1))
    timed("next doubtful", lambda turn: session.next_doubtful(middle + turn))
    timed("look for news", lambda _: session.refresh())
    timed("summary", lambda _: session.summary)
    timed("list documents", lambda _: project.documents())
    project.close()
    return costs


def _milliseconds(deed: Callable[[int], object], turn: int) -> float:
    start = perf_counter()
    deed(turn)
    return 1000 * (perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="segments a side")
    sizes: list[int] = parser.parse_args().sizes
    with tempfile.TemporaryDirectory() as folder:
        tables = [measure(size, Path(folder)) for size in sizes]
    print(f"{'ms (× the smallest)':20}" + "".join(f"{size:>18,}" for size in sizes))
    for name, smallest in tables[0].items():
        cells = (f"{table[name]:9.2f} (×{table[name] / smallest:5.1f})" for table in tables)
        print(f"{name:20}" + "".join(f"{cell:>18}" for cell in cells))


if __name__ == "__main__":
    main()
