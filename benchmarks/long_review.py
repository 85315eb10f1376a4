"""A long review in fast motion: does the workbench's memory grow with the decisions made in it?

    PYTHONPATH=src python benchmarks/long_review.py [--minutes 10] [--links 2000] [--every 500]

One document is reviewed by keys, as people review: confirm, go on, back and far away, merge, split,
move a boundary, undo, redo, select a candidate and leave it, open the help and a search. A reviewer
makes some 500 decisions in an hour. After so many decisions each, seconds of CPU and memory are
printed: what the process holds (RSS) and what it has to itself and cannot be read again from files
(private). The last line is the growth over the second half, in MB and for a thousand decisions: in
the first one the rows are checked and read for meaning, which needs memory while it goes on.
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from contextlib import closing
from pathlib import Path

from long_project import text
from textual import events
from textual.pilot import Pilot

from alignbench.domain.links import Bead
from alignbench.domain.text import Document
from alignbench.meaning import shipped_reader
from alignbench.project import Project
from alignbench.store import Store
from alignbench.tui.app import Workbench
from alignbench.tui.review.screen import ReviewScreen

DECISIONS = {
    "space": 40, "m": 4, "s": 6, "greater_than_sign": 2, "less_than_sign": 2, "x": 1, "o": 1,
    "u": 12, "ctrl+r": 3, "U": 3,
}  # fmt: skip
"""Keys that decide something, and how often each is pressed beside the others."""
MOVES = {
    "j": 10,
    "k": 5,
    "n": 8,
    "N": 2,
    "pagedown": 3,
    "pageup": 3,
    "g": 1,
    "G": 1,
    "e": 3,
    "h": 2,
}
CHARACTERS = {"space": " ", "greater_than_sign": ">", "less_than_sign": "<", "slash": "/"}
"""What keys with a name type."""
ASIDES = (("question_mark", "escape"), ("slash", *"library", "enter", "escape"), ("v", "escape"))
"""Keys in one go that end where they began."""


def memory() -> tuple[int, int]:
    """Megabytes of this process: all that it holds, and private memory that no file has."""
    found = dict.fromkeys(("VmRSS:", "RssAnon:"), 0)
    for line in Path("/proc/self/status").read_text().splitlines():
        name, *rest = line.split()
        if name in found:
            found[name] = int(rest[0]) // 1024
    return found["VmRSS:"], found["RssAnon:"]


def made_project(folder: Path, many: int) -> Path:
    """A project with one document of so many links, some of them in doubt."""
    Project.create(folder).close()
    beads = [Bead((at,), (at,), 0.9 if at % 7 else 0.5) for at in range(many)]
    with closing(Store(folder / "db" / "alignbench.db")) as store:
        store.add(Document("long", text("ja", many), text("en", many)), beads, "bundled-3")
    return folder


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as a person would, who waits for no work behind the screen."""
    for key in keys:
        character = CHARACTERS.get(key, key if len(key) == 1 else None)
        pilot.app.post_message(events.Key(key, character))
        await pilot.pause(0.01)


async def review(pilot: Pilot[None], minutes: float, every: int) -> None:
    """Press keys until time is up, and print what memory there is."""
    chance = random.Random(1)
    keys = [*DECISIONS, *MOVES]
    weights = [*DECISIONS.values(), *MOVES.values()]
    end = time.monotonic() + 60 * minutes
    told: list[tuple[int, int]] = []
    made = 0
    while time.monotonic() < end:
        (key,) = chance.choices(keys, weights)
        await press(pilot, key)
        made += key in DECISIONS
        if chance.random() < 0.01:
            await press(pilot, *chance.choice(ASIDES))
        while not isinstance(pilot.app.screen, ReviewScreen):
            await press(pilot, "escape")
        if key in DECISIONS and made % every == 0:
            held, private = memory()
            told.append((made, private))
            print(f"{made:6,} decisions  CPU {time.process_time():7.1f} s  RSS {held} MB", end="")
            print(f"  private {private} MB", flush=True)
    if len(told) > 4:
        (first, low), (last, high) = told[len(told) // 2], told[-1]
        print(f"{high - low:+d} MB in {last - first:,} decisions, ", end="")
        print(f"{1000 * (high - low) / (last - first):+.1f} MB a thousand")


async def run(minutes: float, links: int, every: int) -> None:
    """Open the workbench without a terminal and review."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALIGNBENCH_STATE"] = str(Path(folder) / "state")
        root = made_project(Path(folder) / "project", links)
        with Project.open(root, reader=shipped_reader()) as project:
            app = Workbench(project, "long")
            async with app.run_test(size=(120, 40)) as pilot:
                while not isinstance(app.screen, ReviewScreen):
                    await pilot.pause(0.05)
                await review(pilot, minutes, every)


def main() -> None:
    """Review for so many minutes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--links", type=int, default=2000)
    parser.add_argument("--every", type=int, default=500)
    given = parser.parse_args()
    asyncio.run(run(given.minutes, given.links, given.every))


if __name__ == "__main__":
    main()
