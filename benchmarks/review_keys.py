"""How many keys a review takes: right links and wrong ones of chapters whose links are known.

    python benchmarks/review_keys.py CHAPTERS.jsonl [--links N]

Each line of the file is a chapter: `id`, sentences `ja` and `en`, and `gold`, the links that people
agreed on. The chapter is aligned anew and opened in the workbench; a reader who knows the gold goes
through it by keys alone, from the first row to the last, and takes the shortest way that the screen
offers: space where a link is right, a digit where the right one is among the candidates, else keys
for boundaries, merging, omitted and added.
"""

import argparse
import asyncio
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from alignbench.pipeline.file_alignment import ReadOptions
from alignbench.project import Project
from alignbench.review.views import Row
from alignbench.tui.app import Workbench
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.screen import ReviewScreen

Runs = tuple[tuple[int, ...], tuple[int, ...]]
MOST = 8
"""Keys after which a row is given up: a hand would link its sentences with l."""
PATIENCE = 400
"""Looks at whether something is there, a fiftieth of a second apart."""


@dataclass
class Tally:
    """Links met, keys pressed in them, and those that could not be mended so."""

    links: int = 0
    keys: int = 0
    given_up: int = 0

    def __str__(self) -> str:
        each = self.keys / self.links if self.links else 0.0
        return (
            f"{self.links:4d} links {self.keys:4d} keys {each:5.2f} each, {self.given_up} given up"
        )


def gold_of(chapter: Mapping[str, Any]) -> dict[tuple[str, int], Runs]:
    """The gold link of each sentence."""
    found: dict[tuple[str, int], Runs] = {}
    for ja, en in chapter["gold"]:
        runs = (tuple(ja), tuple(en))
        found |= {("ja", at): runs for at in ja} | {("en", at): runs for at in en}
    return found


def next_key(row: Row, target: Runs) -> str:
    """The key that brings a row nearer to what it should be."""
    link = row.link
    ja, en = target
    if link.ja and not en and link.en:
        return "<"
    if link.en and not ja and link.ja:
        return "["
    if len(link.ja) != len(ja):
        return "]" if len(link.ja) < len(ja) else "["
    if len(link.en) != len(en):
        return ">" if len(link.en) < len(en) else "<"
    return "o" if not en else "a" if not ja else "space"


async def until(page: ReviewPage, row: int) -> None:
    """Wait until the candidates of the chosen row are there."""
    for _ in range(PATIENCE):
        if page.panel.shown and page.row == row:
            return
        await asyncio.sleep(0.02)


def is_right(row: Row, target: Runs | None) -> bool:
    """Whether a row is the gold link of its sentences."""
    return (row.link.ja, row.link.en) == target


async def reviewed(
    page: ReviewPage,
    pilot: Pilot[None],
    gold: Mapping[Any, Runs],
    most: int,
) -> tuple[Tally, Tally]:
    """Go through the rows; what right links took, and what wrong ones took."""
    right, wrong = Tally(), Tally()
    seen = 0
    while seen < most:
        row = page.current
        if row.link.status != "suggested":
            break
        first = ("ja", row.link.ja[0]) if row.link.ja else ("en", row.link.en[0])
        target = gold.get(first)
        tally = right if is_right(row, target) or target is None else wrong
        tally.links += 1
        seen += 1
        pressed = 0
        while pressed < MOST:
            at, row = page.row, page.current
            if target is None or is_right(row, target):
                key = "space"
            else:
                await until(page, at)
                offered = [(each.ja, each.en) for each in page.panel.shown]
                key = str(offered.index(target) + 1) if target in offered else next_key(row, target)
            await pilot.press(key)
            pressed += 1
            if page.place != first or page.current.link.status != "suggested":
                break
            if page.current.link.id == row.link.id and key not in ("[", "]", "<", ">", "m"):
                await pilot.pause(0.05)
        tally.keys += pressed
        if pressed >= MOST:
            tally.given_up += 1
            await pilot.press("space")
    return right, wrong


async def measure(chapter: Mapping[str, Any], folder: Path, most: int) -> None:
    """Align a chapter, review it, and print what that took."""
    project = Project.create(folder)
    paths = [folder / "data" / side / "chapter.txt" for side in ("ja", "en")]
    for path, side in zip(paths, ("ja", "en"), strict=True):
        path.write_text("\n".join(chapter[side]), encoding="utf-8")
    project.import_document(*paths, options=ReadOptions(segmented=True))
    app = Workbench(project, "chapter")
    app.animation_level = "none"
    async with app.run_test(size=(120, 36)) as pilot:
        while not isinstance(app.screen, ReviewScreen):
            await asyncio.sleep(0.05)
        page = app.screen.controls.page
        while not page.session.is_prepared:
            await asyncio.sleep(0.05)
        await pilot.pause()
        right, wrong = await reviewed(page, pilot, gold_of(chapter), most)
        agreed = sum(
            is_right(row, gold_of(chapter).get(("ja", row.link.ja[0])))
            for row in page.session.rows
            if row.link.ja and row.link.status == "confirmed"
        )
        print(f"{chapter['id']}  right {right}   wrong {wrong}   {agreed} agree", flush=True)
    project.close()


def main() -> None:
    """Read the arguments and measure each chapter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chapters", type=Path)
    parser.add_argument("--links", type=int, default=100, help="links of each chapter at most")
    parser.add_argument("--only", default="", help="chapters whose id has this in it")
    args = parser.parse_args()
    for line in args.chapters.read_text(encoding="utf-8").splitlines():
        chapter = json.loads(line)
        if args.only in chapter["id"]:
            with tempfile.TemporaryDirectory() as folder:
                os.environ["ALIGNBENCH_STATE"] = f"{folder}/state"
                asyncio.run(measure(chapter, Path(folder) / "project", args.links))


if __name__ == "__main__":
    main()
