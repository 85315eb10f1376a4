"""How many planted errors stand among the riskiest rows of their text.

    python benchmarks/planted_risk.py FOLDER ...

Each FOLDER has `planted.tsv` (Japanese, English), `sound.tsv` (the same without errors) and
`errors.tsv` (line, kind, what was done). Prints, for each text, the errors among as many of the
riskiest rows as there are errors, what chance would give, and how far one reads down the queue to
meet half of them.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def ranked(pairs: Path) -> list[int]:
    """Numbers of pairs from 0, the riskiest first, as `alignbench check --risk` has them."""
    command = [sys.executable, "-m", "alignbench", "check", str(pairs), "--risk", "--sort", "risk"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=pairs.parent)
    return [json.loads(line)["pair"] for line in done.stdout.splitlines()]


def main() -> None:
    print(f"{'text':28} {'errors':>6} {'first n':>8} {'chance':>7} {'half met after':>15}")
    totals = [0, 0]
    for folder in map(Path, sys.argv[1:]):
        lines = (folder / "planted.tsv").read_text(encoding="utf-8").splitlines()
        rows = (folder / "errors.tsv").read_text(encoding="utf-8").splitlines()
        errors = {int(row.split("\t")[0]) - 1 for row in rows if row[:1].isdigit()}
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "pairs.tsv"
            path.write_text("\n".join(["ja\ten", *lines]) + "\n", encoding="utf-8")
            order = ranked(path)
        first = len(errors & set(order[: len(errors)]))
        met = [at for at, pair in enumerate(order, start=1) if pair in errors]
        half = met[(len(met) - 1) // 2] / len(order)
        chance = len(errors) ** 2 / len(lines)
        print(f"{folder.name:28} {len(errors):6} {first:8} {chance:7.1f} {half:14.0%}")
        totals[0] += first
        totals[1] += len(errors)
    print(f"together {totals[0]} of {totals[1]}")


if __name__ == "__main__":
    main()
