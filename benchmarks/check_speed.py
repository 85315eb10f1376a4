"""How the checks scale, and where their time goes.

python benchmarks/check_speed.py PAIRS.tsv [--sizes 2500 10000 40000] [--each 2500]

The file holds source, Japanese and English, tab-separated; a longer text is made by repeating it.
The first table runs `alignbench check` as a process of its own for each size: pairs per second of
CPU, seconds on the clock, peak memory, and that memory beside an empty Python's. Flat memory is
what grows no faster than the pairs themselves. The second table runs each check alone over some of
the pairs and gives its share; what several checks share (reading values, words) is timed first.
Last comes how many times as long as MeCab alone, the floor, all of them take.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path

from processes import ALIGNBENCH, bare_python, once, table

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import all_checks
from alignbench.checks.values import compared
from alignbench.domain.findings import Grade
from alignbench.language.morphology import tagger

DETERMINATE = (Grade.D1, Grade.D2, Grade.D3)
LEAST_SHARE = 0.005


def read(path: Path) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[1], row[2]) for row in rows if len(row) == 3]


def scale(pairs: Sequence[tuple[str, str]], sizes: Sequence[int]) -> None:
    bare = bare_python(1)
    rows = [("pairs", "pairs/s CPU", "seconds", "MiB", "x bare")]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.tsv"
            lines = (f"{ja}\t{en}\n" for ja, en in islice(cycle(pairs), size))
            path.write_text("".join(lines), encoding="utf-8")
            spent = once([*ALIGNBENCH, "check", str(path), "-f", "jsonl", "--skip", "sem.*"])
            rows.append(
                (
                    f"{size:,}", f"{size / spent.cpu:,.0f}", f"{spent.wall:.1f}",
                    f"{spent.memory:.0f}", f"{spent.memory / bare.memory:.1f}",
                )
            )  # fmt: skip
    table(rows)


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def by_check(pairs: Sequence[tuple[str, str]]) -> None:
    def fresh() -> list[CheckedPair]:
        return [CheckedPair(ja, en) for ja, en in pairs]

    checks = [check for check in all_checks() if check.grade in DETERMINATE]
    list(run_checks(fresh()[:100], checks))
    parse = tagger().parse
    floor = seconds(lambda: [parse(ja) for ja, _ in pairs])
    whole = seconds(lambda: list(run_checks(fresh(), checks)))
    values = seconds(lambda: [compared(pair) for pair in fresh()])
    spent = {"(reading values)": values}
    for check in checks:
        ready = fresh()
        for pair in ready:
            compared(pair)
        spent[check.id] = seconds(lambda check=check, ready=ready: list(run_checks(ready, [check])))  # type: ignore[misc]
    rows = [("check", "share", "µs a pair")]
    for name, took in sorted(spent.items(), key=lambda item: -item[1]):
        if took >= LEAST_SHARE * whole:
            rows.append((name, f"{took / whole:.1%}", f"{1e6 * took / len(pairs):.0f}"))
    table(rows)
    print(
        f"{len(pairs):,} pairs, all checks: {1e6 * whole / len(pairs):.0f} µs a pair,"
        f" {whole / floor:.0f} times MeCab alone ({1e6 * floor / len(pairs):.0f} µs)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2500, 10_000, 40_000])
    parser.add_argument("--each", type=int, default=2500)
    args = parser.parse_args()
    pairs = read(args.pairs)
    if not pairs:
        sys.exit(f"{args.pairs} holds no pairs of source, Japanese and English.")
    scale(pairs, args.sizes)
    print()
    by_check(list(islice(cycle(pairs), args.each)))


if __name__ == "__main__":
    main()
