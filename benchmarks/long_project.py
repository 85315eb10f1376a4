"""A project of one long document: import, opening, edits, search, pairs for an export.

    PYTHONPATH=src python benchmarks/long_project.py [LINKS ...]

CPU seconds of each, beside a floor measured in the same run: the same rows written to and read
from a database by sqlite3 alone (read: the best of three times). The last column is the exponent
with which a time grows from the size before.
"""

import math
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from alignbench.domain.links import Bead
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Span, Text
from alignbench.project import Project
from alignbench.review.export import pairs_of
from alignbench.store import Store

SENTENCES: dict[Side, str] = {
    "ja": "第{at}条、図書館は四月一日から午後八時まで開館することとし、休館日は月曜日とする。",
    "en": "Article {at}: from April 1 the library stays open until 8 p.m., and closes on Mondays.",
}


def text(side: Side, many: int) -> Text:
    """A text of so many sentences."""
    segments: list[Segment] = []
    views = [SENTENCES[side].format(at=at) for at in range(many)]
    start = 0
    for at, view in enumerate(views):
        end = start + len(view)
        segments.append(Segment(start, end, Kind.SENTENCE, at // 5, view, runs=(Span(start, end),)))
        start = end + 1
    paragraphs = tuple(
        Paragraph(segments[at].start, segments[min(at + 4, many - 1)].end, Kind.SENTENCE)
        for at in range(0, many, 5)
    )
    return Text(side, "\n".join(views), "0" * 64, "utf-8", None, paragraphs, tuple(segments))


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def floor(path: Path, document: Document) -> tuple[float, float]:
    """CPU seconds to write and to read the same rows with sqlite3 alone."""
    segments = [
        (at, side, s.paragraph, s.start, s.end, s.kind.value, s.view)
        for side in ("ja", "en")
        for at, s in enumerate(document.side(side).segments)  # type: ignore[arg-type]
    ]
    links = [(at, "suggested", 0.9) for at in range(len(document.ja.segments))]
    joins = [(at % len(links), at) for at in range(len(segments))]
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE s (id INTEGER PRIMARY KEY, a, b, c, d, e, f, g)")
        raw.execute("CREATE TABLE l (id INTEGER PRIMARY KEY, a, b)")
        raw.execute("CREATE TABLE j (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID")

        def write() -> None:
            raw.executemany(
                "INSERT INTO s (a, b, c, d, e, f, g) VALUES (?, ?, ?, ?, ?, ?, ?)", segments
            )
            raw.executemany("INSERT INTO l VALUES (?, ?, ?)", links)
            raw.executemany("INSERT INTO j VALUES (?, ?)", joins)
            raw.commit()

        def read() -> None:
            for table in "slj":
                raw.execute(f"SELECT * FROM {table}").fetchall()

        return seconds(write), min(seconds(read) for _ in range(3))


def measure(folder: Path, many: int) -> dict[str, tuple[float, float]]:
    """CPU seconds and floor of each thing at this size."""
    document = Document("long", text("ja", many), text("en", many))
    beads = [Bead((at,), (at,), 0.9) for at in range(many)]
    wrote, read = floor(folder / "floor.db", document)
    found: dict[str, tuple[float, float]] = {}
    Project.create(folder).close()
    with closing(Store(folder / "db" / "alignbench.db")) as store:
        found["store a document"] = seconds(lambda: store.add(document, beads, "x")), wrote
        store.add(Document("short", text("ja", 1), text("en", 1)), beads[:1], "x")
    with Project.open(folder) as project:
        opened = []
        project.review("short")  # which loads what a review needs, and makes the day's copy
        found["open it for review"] = seconds(lambda: opened.append(project.review("long"))), read
        (session,) = opened
        found["numbers of documents"] = seconds(project.documents), read
        middle = many // 2
        found["open one row, for a flag"] = seconds(lambda: project.rows("long", middle)), read
        edits = {
            "confirm": lambda: session.confirm(middle),
            "note": lambda: session.note(middle + 1, "why"),
            "merge": lambda: session.merge(middle + 2),
            "undo": session.undo,
        }
        session.confirm(0)
        for name, edit in edits.items():
            found[name] = seconds(edit), read
        found["first search"] = seconds(lambda: project.search("第777条")), read
        found["search a word"] = seconds(lambda: project.search("第777条")), read
        found["search a common word"] = seconds(lambda: project.search("図書館")), read
        found["pairs for an export"] = seconds(lambda: pairs_of(session)), read
    return found


def main() -> None:
    """Measure each size and print the table."""
    sizes = [int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]
    before: dict[str, tuple[int, float]] = {}
    for many in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(Path(folder), many)
        print(f"{many:,} links")
        for name, (took, least) in found.items():
            grown = ""
            if name in before and took > 0 and before[name][1] > 0:
                size, time_ = before[name]
                grown = f"{math.log(took / time_) / math.log(many / size):6.2f}"
            print(f"  {name:22} {took:9.4f} s  {took / least:8.2f} x floor {grown}")
            before[name] = many, took


if __name__ == "__main__":
    main()
