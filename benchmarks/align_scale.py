"""Time, memory and faults of the aligner on made-up documents of any size.

    python benchmarks/align_scale.py 4000 --dim 1024 --largest 5 [--gap 1500] [--topic 1.0]

Each of N meanings is a random unit vector; a sentence is the sum of its meanings and of noise of
length 0.6, made new for each side. One meaning in twenty is left out on one side, one in ten is
joined to the next on one side; `--gap` leaves out a passage of the English; `--topic` adds a
slowly drifting common part, so that neighbours are alike; `--appendix` adds English at the end
that nothing answers; `--refrain` says one meaning again every so many sentences; `--blocks` makes
span vectors when they are asked for, as is done for very long texts.
"""

import argparse
import cProfile
import math
import time
from pathlib import Path

import numpy as np

from alignbench.alignment import Options, SideInput, align
from alignbench.alignment.evaluation import evaluate
from alignbench.domain.links import Bead
from alignbench.embedding.summed_spans import SummedSpans

NOISE = 0.6


def groups(atoms: int, rng: np.random.Generator, gap: int) -> list[tuple[list[int], list[int]]]:
    """What each gold link holds on both sides, as runs of meanings; a sentence is a sub-list."""
    found: list[tuple[list[int], list[int]]] = []
    hole = range((atoms - gap) // 2, (atoms - gap) // 2 + gap)
    at = 0
    while at < atoms:
        chance = rng.random()
        if at in hole or chance < 0.025:
            found.append(([1], []))
            at += 1
        elif chance < 0.05:
            found.append(([], [1]))
            at += 1
        elif chance < 0.15 and at + 1 < atoms and at + 1 not in hole:
            found.append(([2], [1, 1]) if chance < 0.1 else ([1, 1], [2]))
            at += 2
        else:
            found.append(([1], [1]))
            at += 1
    return found


def made(args: argparse.Namespace) -> tuple[SideInput, SideInput, list[Bead]]:
    rng = np.random.default_rng(args.seed)
    plan = groups(args.atoms, rng, args.gap) + [([], [1])] * args.appendix
    count = args.atoms + args.appendix
    meanings = rng.normal(0, args.dim**-0.5, (count, args.dim)).astype(np.float32)
    if args.topic:
        drift = rng.normal(0, args.dim**-0.5, (count // 30 + 2, args.dim)).astype(np.float32)
        meanings += args.topic * drift[np.arange(count) // 30]
    if args.refrain:
        meanings[:: args.refrain] = meanings[0]
    sides: list[list[tuple[int, int]]] = [[], []]
    gold, at, ends = [], 0, [0, 0]
    for group in plan:
        starts = list(ends)
        for side, sentences in enumerate(group):
            place = at
            for size in sentences:
                sides[side].append((place, size))
                place += size
            ends[side] += len(sentences)
        gold.append(Bead(tuple(range(starts[0], ends[0])), tuple(range(starts[1], ends[1]))))
        at += max(sum(group[0]), sum(group[1]))
    ja, en = (side_of(side, meanings, rng, args) for side in sides)
    return ja, en, gold


def side_of(
    sentences: list[tuple[int, int]],
    meanings: np.ndarray,
    rng: np.random.Generator,
    args: argparse.Namespace,
) -> SideInput:
    sums = np.stack([meanings[at : at + size].sum(axis=0) for at, size in sentences])
    sums += rng.normal(0, NOISE * args.dim**-0.5, sums.shape).astype(np.float32)
    reach = args.largest - 1
    lengths = np.array([size * 40 for _, size in sentences], dtype=np.int64)
    lengths = np.maximum(lengths + rng.normal(0, 10, len(lengths)), 5).astype(np.int64)
    paragraphs = np.zeros(len(sums), dtype=np.int64)
    if args.blocks:
        return SideInput(SummedSpans(sums, reach), lengths, paragraphs)
    spans = np.zeros((reach, len(sums), args.dim), dtype=np.float32)
    for span in range(1, reach + 1):
        end = len(sums) - span + 1
        for k in range(span):
            spans[span - 1, :end] += sums[k : k + end]
        spans[span - 1, :end] /= np.linalg.norm(spans[span - 1, :end], axis=1, keepdims=True)
    return SideInput(spans, lengths, paragraphs)


def memory(name: str) -> float:
    """Megabytes of this process, as Linux counts them under `name`."""
    status = Path("/proc/self/status").read_text().splitlines()
    (line,) = (line for line in status if line.startswith(f"{name}:"))
    return int(line.split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("atoms", type=int)
    parser.add_argument("--dim", type=int, default=1024)
    parser.add_argument("--largest", type=int, default=5)
    parser.add_argument("--gap", type=int, default=0)
    parser.add_argument("--topic", type=float, default=0.0)
    parser.add_argument("--appendix", type=int, default=0)
    parser.add_argument("--refrain", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--blocks", action="store_true", help="make span vectors when needed")
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    ja, en, gold = made(args)
    Path("/proc/self/clear_refs").write_text("5")  # the high-water mark starts anew
    before = memory("VmRSS")
    start = time.process_time()
    if args.profile:
        profile = cProfile.Profile()
        found = profile.runcall(align, ja, en, options=Options(args.largest)).beads
        profile.print_stats("tottime")
    else:
        found = align(ja, en, options=Options(args.largest)).beads
    spent = time.process_time() - start
    above = memory("VmHWM") - before
    scores = evaluate(gold, found)
    size = sum(4 * math.prod(side.vectors.shape) for side in (ja, en)) / 1e6
    print(
        f"{ja.size} x {en.size} gap {args.gap} topic {args.topic}: strict {scores.strict.f1:.4f} "
        f"lax {scores.lax.f1:.4f} null P {scores.null.precision:.3f} R {scores.null.recall:.3f} | "
        f"{spent:.2f} CPU s | spans of {size:.0f} MB, peak {above:+.0f} MB over {before:.0f} MB"
    )


if __name__ == "__main__":
    main()
