"""Documents whose gold was made by reading: chapters of a novel, and chapters as arrays alone."""

import json
from pathlib import Path

import numpy as np
from align_data import Maker, Sample

from alignbench.alignment import SideInput
from alignbench.domain.links import Bead
from alignbench.domain.text import Kind


def links(gold: list[list[list[int]]]) -> list[Bead]:
    """Gold as beads, null ones a segment each."""
    found: list[Bead] = []
    for ja, en in gold:
        if ja and en:
            found.append(Bead(tuple(ja), tuple(en)))
        else:
            found += [Bead((i,), ()) for i in ja] + [Bead((), (j,)) for j in en]
    return found


def chapters(path: Path, maker: Maker) -> list[Sample]:
    """The chapters of one file, each as it is."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        sides = [
            maker.side(
                entry[side],
                np.maximum.accumulate(entry["paragraphs"][side]).tolist(),
                [Kind.SENTENCE] * len(entry[side]),
                side,  # type: ignore[arg-type]
            )
            for side in ("ja", "en")
        ]
        gold = links(entry["gold"])
        found.append(
            maker.finished(Sample(entry["id"], sides[0], sides[1], gold, entry["ja"], entry["en"]))
        )
    return found


def arrays(path: Path) -> list[Sample]:
    """Documents of which there are vectors, lengths and paragraphs, and no text."""
    held = np.load(path.with_suffix(".npz"))
    found = []
    for entry in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")):
        ja, en = (
            SideInput(
                held[f"{entry['key']}.{side}"].astype(np.float32),
                np.array(entry[f"{side}_lengths"], dtype=np.int64),
                np.array(entry[f"{side}_paragraphs"], dtype=np.int64),
            )
            for side in ("src", "en")
        )
        found.append(Sample(entry["id"], ja, en, links(entry["gold"]), [], []))
    return found
