"""Fires of each check on pairs that are believed right: false alarms and real errors together.

python benchmarks/checks_clean.py PAIRS.tsv [--only IDS] [--show CHECK] [--seed N]

The file holds source, Japanese and English, tab-separated. Prints findings per 100 pairs, by
check and by source; with --show, examples of one check to judge.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from alignbench.checks import CheckedPair, Context, run_checks
from alignbench.checks.registry import all_checks, chosen
from alignbench.pipeline.word_answers import ModelAnswers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--show", default="")
    parser.add_argument("--source", default="")
    parser.add_argument("--limit", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    lines = args.pairs.read_text(encoding="utf-8").splitlines()
    rows = [row for row in (line.split("\t") for line in lines) if len(row) == 3]
    rows = [row for row in rows if args.source in row[0]]
    checks = chosen(args.only.split(",")) if args.only else all_checks()
    began = time.process_time()
    pairs = [CheckedPair(ja, en) for _, ja, en in rows]
    found = list(run_checks(pairs, checks, Context(answers=ModelAnswers())))
    spent = time.process_time() - began
    sizes = Counter(row[0] for row in rows)
    fires = Counter((rows[at][0], finding.check) for at, finding in found)
    grades = Counter((rows[at][0], finding.grade) for at, finding in found)
    sources = list(sizes)
    print("check".ljust(16), *(f"{s[:8]:>9}" for s in sources), f"{'all':>9}")
    for name in [check.id for check in checks]:
        line(name, [fires[s, name] for s in sources], sizes)
    for grade in ("D1", "D2", "D3"):
        line(f"all {grade}", [grades[s, grade] for s in sources], sizes)
    print(f"{len(rows):,} pairs in {spent:.1f} s")
    shown = [(at, finding) for at, finding in found if finding.check == args.show]
    for at, finding in random.Random(args.seed).sample(shown, min(args.limit, len(shown))):
        source, ja, en = rows[at]
        print(f"\n{source}: {finding.message}")
        print(marked(ja, finding.ja), marked(en, finding.en), sep="\n")


def line(name: str, counts: list[int], sizes: Counter[str]) -> None:
    rates = [100 * n / size for n, size in zip(counts, sizes.values(), strict=True)]
    total = 100 * sum(counts) / sum(sizes.values())
    print(name.ljust(16), *(f"{rate:9.2f}" for rate in (*rates, total)))


def marked(text: str, span: object) -> str:
    if span is None:
        return text[:300]
    start, end = span.start, span.end  # type: ignore[attr-defined]
    return f"{text[max(0, start - 150) : start]}【{text[start:end]}】{text[end : end + 150]}"


if __name__ == "__main__":
    main()
