"""How much work an edit and a list of candidates take, against aligning the whole document.

python benchmarks/align_edits.py CORPORA/dev --cache FOLDER [--segments 500]
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from align_data import Maker, Sample, documents, dropped

from alignbench.alignment import SideInput, align, realign
from alignbench.alignment.aligner import locate
from alignbench.domain.links import Bead, Constraints


def beginning(side: SideInput, count: int) -> SideInput:
    """The first `count` segments of a side."""
    return replace(
        side,
        vectors=np.ascontiguousarray(side.vectors[:, :count]),
        lengths=side.lengths[:count],
        paragraphs=side.paragraphs[:count],
        kinds=side.kinds[:count],
        keys=side.keys[:count],
        sentences=side.sentences[:count],
        quoted=side.quoted[:count],
        words=side.words and replace(side.words, starts=side.words.starts[: count + 1]),
    )


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1e3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--set", default="wmt21_ja-en")
    parser.add_argument("--segments", type=int, default=500)
    args = parser.parse_args()
    rng = random.Random(1)
    docs = [dropped(doc, rng) for doc in documents(args.folder / f"align-{args.set}.jsonl")]
    made: Sample = Maker(args.encoder, args.cache).sample(args.set, docs, rng)
    ja, en = beginning(made.ja, args.segments), beginning(made.en, args.segments)
    whole = spent(lambda: align(ja, en))
    found = align(ja, en)
    edits, lists = [], []
    for bead in rng.sample(found.beads, 60):
        if bead.ja and bead.en:
            rejected = Constraints(forbidden=(Bead(bead.ja, bead.en),))
            edits.append(spent(lambda wanted=rejected: realign(found, wanted)))  # type: ignore[misc]
            lists.append(spent(lambda run=bead.ja: found.candidates(run)))  # type: ignore[misc]
    chunks = [len(part.path) for part in locate(ja, en)[1]]
    print(f"{ja.size} x {en.size} segments, {len(chunks)} chunks, longest {max(chunks)}")
    for name, values in (("realign", edits), ("candidates", lists)):
        print(
            f"{name:12s} median {np.median(values):.1f} ms, worst {max(values):.1f} ms, "
            f"{np.median(values) / whole:.1%} of aligning the whole"
        )


if __name__ == "__main__":
    main()
