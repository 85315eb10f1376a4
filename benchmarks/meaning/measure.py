"""What the reader of meaning finds in texts it was not made for.

    python benchmarks/meaning/measure.py planted FOLDER ...
    python benchmarks/meaning/measure.py revisions FILE

`planted` takes folders as `benchmarks/planted_risk.py` does (`planted.tsv`, `sound.tsv`,
`errors.tsv`) and prints hints on errors, hints on good rows, and the share of rows that could be
left unread. `revisions` takes a table with the columns `doc`, `ja`, `en_before`, `en_after`
and `category`, and prints how often what a reviser changed is the riskier one: apart for documents
that were held out of training.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from alignbench.meaning import PairInContext, Reader, load_reader

PER_HUNDRED = (1.0, 2.0, 5.0)
"""So many of a hundred good pairs may be called risky, as `check --meaning` takes it."""
MISSED = 0.01
"""Errors among the rows that are declared safe."""
MOST = 150
"""Revisions read of each category; a sample keeps a measurement to minutes."""


@dataclass(frozen=True)
class Planted:
    """A text with errors: logits of its rows, those without errors, and where the errors are."""

    name: str
    planted: list[float]
    sound: list[float]
    errors: frozenset[int]


def logits(reader: Reader, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """The logit of each pair, in order; the larger, the more probably wrong."""
    found = [0.0] * len(pairs)
    for at, judgement in reader.read([PairInContext(ja, en) for ja, en in pairs]):
        found[at] = judgement.logit
    return found


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Japanese and English of each line."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1]) for row in rows]


def read_planted(reader: Reader, folder: Path) -> Planted:
    """A folder's rows, read."""
    lines = (folder / "errors.tsv").read_text(encoding="utf-8").splitlines()
    return Planted(
        folder.name,
        logits(reader, read_pairs(folder / "planted.tsv")),
        logits(reader, read_pairs(folder / "sound.tsv")),
        frozenset(int(line.split("\t")[0]) - 1 for line in lines if line[:1].isdigit()),
    )


def safe_share(rows: Sequence[tuple[float, bool]]) -> float:
    """The largest share of rows, the least risky first, with at most `MISSED` errors among them."""
    missed, best = 0, 0
    for count, (_, wrong) in enumerate(sorted(rows), start=1):
        missed += wrong
        if missed <= MISSED * count:
            best = count
    return best / len(rows)


def print_planted(folders: Sequence[Path]) -> None:
    """The tables of planted errors."""
    reader = load_reader()
    texts = [read_planted(reader, folder) for folder in folders]
    print("found and hints on good rows, where 1, 2, 5 good pairs of a hundred may be hinted at")
    print(f"{'text':20} {'rows':>5} {'errors':>6} {'first n':>8}")
    for text in texts:
        order = sorted(range(len(text.planted)), key=lambda at: -text.planted[at])
        first = len(text.errors & set(order[: len(text.errors)]))
        said = "  ".join(_hints(reader, [text], rate) for rate in PER_HUNDRED)
        print(f"{text.name:20} {len(order):5} {len(text.errors):6} {first:8}  {said}")
    said = "  ".join(_hints(reader, texts, rate) for rate in PER_HUNDRED)
    print(f"{'together':20} {'':5} {sum(len(t.errors) for t in texts):6} {'':8}  {said}")
    rows = [(v, at in t.errors) for t in texts for at, v in enumerate(t.planted)]
    print(f"safe with one error missed a hundred: {safe_share(rows):.0%} of {len(rows)} rows")
    for text in texts:
        own = [(v, at in text.errors) for at, v in enumerate(text.planted)]
        print(f"  {text.name:20} {safe_share(own):.0%}")


def _hints(reader: Reader, texts: Sequence[Planted], per_hundred: float) -> str:
    above = reader.threshold(per_hundred)
    found = sum(t.planted[at] > above for t in texts for at in t.errors)
    good = [logit > above for t in texts for logit in t.sound]
    return f"{found}/{sum(len(t.errors) for t in texts)} {sum(good)}/{len(good)}"


def was_held_out(document: str) -> bool:
    """Whether a document's revisions were kept from training."""
    return int(md5(f"rev|{document}".encode(), usedforsecurity=False).hexdigest()[:8], 16) % 3 == 0


def print_revisions(path: Path) -> None:
    """The table of human revisions."""
    reader = load_reader()
    groups: dict[tuple[str, bool], list[dict[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            groups[row["category"], was_held_out(row["doc"])].append(row)
    print(f"{'category':20} {'held out':>8} {'read':>5} {'before is riskier':>18}")
    for (category, held), rows in sorted(groups.items()):
        some = rows[:: max(1, len(rows) // MOST)][:MOST]
        before = logits(reader, [(row["ja"], row["en_before"]) for row in some])
        after = logits(reader, [(row["ja"], row["en_after"]) for row in some])
        wins = sum(a > b for a, b in zip(before, after, strict=True)) / len(some)
        print(f"{category:20} {'yes' if held else 'no':>8} {len(some):5} {wins:18.2f}")


def main() -> None:
    what, *places = sys.argv[1:]
    if what == "planted":
        print_planted([Path(place) for place in places])
    else:
        print_revisions(Path(places[0]))


if __name__ == "__main__":
    main()
