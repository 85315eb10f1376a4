"""How many number and date errors of real translations the value checks find.

    python benchmarks/real_errors.py ERRORS.tsv

`ERRORS.tsv` has the columns ja, en_before, en_after, category and doc. Counted are the rows of the
category number_date in which a value check, hints left out, says something before the reviser's
hand, and after it. Documents are halved as `risk_fit.py` halves them.
"""

import argparse
import csv
import zlib
from pathlib import Path

from processes import table

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import all_checks

FAMILIES = ("num.", "date.", "time.", "id.", "unit.", "struct.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("errors", type=Path)
    with parser.parse_args().errors.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [row for row in lines if row["category"] == "number_date"]
    rows = [row for row in rows if row["en_before"].strip() and row["en_after"].strip()]
    shown = [("half", "pairs", "found before", "told after")]
    for half in (0, 1):
        mine = [row for row in rows if zlib.crc32(row["doc"].encode()) % 2 == half]
        counts = [sum(told(row["ja"], row[side]) for row in mine) for side in SIDES]
        shown.append((str(half), str(len(mine)), *map(str, counts)))
    table(shown)


SIDES = ("en_before", "en_after")
CHECKS = [check for check in all_checks() if check.id.startswith(FAMILIES)]


def told(ja: str, en: str) -> bool:
    """Whether a value check has a finding that is no hint."""
    return any(not found.hint for _, found in run_checks([CheckedPair(ja, en)], CHECKS))


if __name__ == "__main__":
    main()
