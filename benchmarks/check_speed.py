"""How fast `alignbench check` is on many pairs, and whether its memory stays flat.

python benchmarks/check_speed.py PAIRS.tsv.xz [--pairs 10000] [--seed N]

The file holds source, Japanese and English, tab-separated. Pairs are sampled evenly from all of
it and written to a table without a header; whole processes are measured, start included. Prints
pairs per second and peak memory for a tenth of the pairs and for all of them, without and with
what the model says (hints, risk).
"""

import argparse
import lzma
import os
import random
import tempfile
from pathlib import Path

from processes import ALIGNBENCH, once, table

CASES: dict[str, list[str]] = {
    "checks D1-D3": ["-f", "jsonl"],
    "with hints": ["-f", "jsonl", "--hints"],
    "--risk": ["--risk"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--pairs", dest="count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rows = sample(args.pairs, args.count, args.seed)
    shown = [("", "pairs", "seconds", "pairs/s", "peak MiB", "ratio")]
    with tempfile.TemporaryDirectory() as folder:
        for name, options in CASES.items():
            first = 0.0
            for count in (args.count // 10, args.count):
                file = Path(folder) / f"{count}.tsv"
                file.write_text("".join(f"{ja}\t{en}\n" for ja, en in rows[:count]), "utf-8")
                spent = once((*ALIGNBENCH, "check", str(file), "-o", os.devnull, *options))
                first = first or spent.memory
                shown.append(
                    (
                        name, f"{count:,}", f"{spent.wall:.1f}", f"{count / spent.wall:.0f}",
                        f"{spent.memory:.0f}", f"{spent.memory / first:.2f}",
                    )
                )  # fmt: skip
    table(shown)


def sample(path: Path, count: int, seed: int) -> list[tuple[str, str]]:
    """`count` pairs from all of a file, in random order (reservoir sampling)."""
    draw = random.Random(seed)
    kept: list[tuple[str, str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for at, line in enumerate(lines):
            cells = line.rstrip("\n").split("\t")
            place = at if at < count else draw.randrange(at + 1)
            if place < count and len(cells) == 3 and "\\" not in line:
                pair = (cells[1], cells[2])
                kept[place : place + 1] = [pair]
    draw.shuffle(kept)
    return kept


if __name__ == "__main__":
    main()
