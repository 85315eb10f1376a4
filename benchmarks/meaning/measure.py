"""What the reader of meaning and the risk find in texts they were not made for.

    python -m benchmarks.meaning.measure planted FOLDER ...
    python -m benchmarks.meaning.measure good JSONL ...
    python -m benchmarks.meaning.measure revisions TABLE

`planted` takes folders as `benchmarks/planted_risk.py` does (`planted.tsv`, `sound.tsv`,
`errors.tsv`) and prints errors among the first rows, hints on errors and on good rows, and the
share of rows that could be left unread. `good` takes documents with ja, en and gold and prints how
many of their rows are hinted at. `revisions` takes a table with the columns `doc`, `ja`,
`en_before`, `en_after` and `category`, and prints how often what a reviser changed is the riskier
one: apart for documents that were held out of training.

With `--kept FILE` what the reader says is kept there and not read again.
"""

import argparse
import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import md5
from pathlib import Path

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import all_checks
from alignbench.domain.findings import Finding
from alignbench.pipeline.pair_risk import hint_risks, pair_risks
from alignbench.pipeline.risk_model import risk_model
from alignbench.project.check_context import CheckContextBuilder
from benchmarks.meaning.labelled_rows import bitext
from benchmarks.meaning.row_evidence import Texts, read_all

PER_HUNDRED = (1.0, 2.0, 5.0)
"""So many of a hundred good pairs may be called risky, as `check --meaning` takes it."""
MISSED = 0.01
"""Errors among the rows that are declared safe."""
MOST = 150
"""Revisions read of each category; a sample keeps a measurement to minutes."""


@dataclass(frozen=True)
class Planted:
    """A text with errors: risks and hint risks of its rows, those of the sound text, the errors."""

    name: str
    risks: list[float]
    hints: list[float]
    sound: list[float]
    errors: frozenset[int]


def read_pairs(path: Path) -> list[Texts]:
    """Japanese and English of each line."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1]) for row in rows]


def hinted(pairs: Sequence[Texts], kept: Path) -> list[float]:
    """The hint risk of each pair of a document."""
    said = read_all(pairs, kept)
    checked = [CheckedPair(ja, en) for ja, en in pairs]
    found = hint_risks(checked, [said[pair] for pair in pairs])
    return [each if each is not None else 0.0 for each in found]


def ordered(pairs: Sequence[Texts], kept: Path) -> list[float]:
    """The risk of each pair of a document, as `check --risk` has it."""
    said = read_all(pairs, kept)
    checked = [CheckedPair(ja, en) for ja, en in pairs]
    context = replace(CheckContextBuilder()(checked), judgements=[said[pair] for pair in pairs])
    findings: list[list[Finding]] = [[] for _ in pairs]
    for at, finding in run_checks(checked, all_checks(), context):
        findings[at].append(finding)
    return [each.value if each else 0.0 for each in pair_risks(checked, context, findings)]


def read_planted(folder: Path, kept: Path) -> Planted:
    """A folder's rows, read."""
    lines = (folder / "errors.tsv").read_text(encoding="utf-8").splitlines()
    planted = read_pairs(folder / "planted.tsv")
    return Planted(
        folder.name,
        ordered(planted, kept),
        hinted(planted, kept),
        hinted(read_pairs(folder / "sound.tsv"), kept),
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


def print_planted(folders: Sequence[Path], kept: Path) -> None:
    """The tables of planted errors."""
    texts = [read_planted(folder, kept) for folder in folders]
    print("found and hints on good rows, where 1, 2, 5 good pairs of a hundred may be hinted at")
    print(f"{'text':20} {'rows':>5} {'errors':>6} {'first n':>8} {'half met':>9}")
    total = 0
    for text in texts:
        order = sorted(range(len(text.risks)), key=lambda at: -text.risks[at])
        first = len(text.errors & set(order[: len(text.errors)]))
        met = [place for place, at in enumerate(order, start=1) if at in text.errors]
        half = met[(len(met) - 1) // 2] / len(order)
        total += first
        said = "  ".join(_hints([text], rate) for rate in PER_HUNDRED)
        print(f"{text.name:20} {len(order):5} {len(text.errors):6} {first:8} {half:9.0%}  {said}")
    said = "  ".join(_hints(texts, rate) for rate in PER_HUNDRED)
    errors = sum(len(text.errors) for text in texts)
    print(f"{'together':20} {'':5} {errors:6} {total:8} {'':9}  {said}")
    rows = [(risk, at in text.errors) for text in texts for at, risk in enumerate(text.risks)]
    print(f"safe with one error missed a hundred: {safe_share(rows):.0%} of {len(rows)} rows")
    for text in texts:
        own = [(risk, at in text.errors) for at, risk in enumerate(text.risks)]
        print(f"  {text.name:20} {safe_share(own):.0%}")


def _hints(texts: Sequence[Planted], per_hundred: float) -> str:
    above = risk_model().threshold(per_hundred)
    found = sum(text.hints[at] > above for text in texts for at in text.errors)
    good = [risk > above for text in texts for risk in text.sound]
    return f"{found}/{sum(len(text.errors) for text in texts)} {sum(good)}/{len(good)}"


def print_good(paths: Sequence[Path], kept: Path) -> None:
    """Good rows of documents above each threshold; a sample of rows of each document."""
    for path in paths:
        documents: dict[str, list[Texts]] = defaultdict(list)
        for row in bitext(path, random.Random(3)):
            documents[row.document].append((row.ja, row.en))
        risks = [risk for pairs in documents.values() for risk in hinted(pairs, kept)]
        rates = (
            f"{sum(risk > risk_model().threshold(each) for risk in risks) / len(risks):.1%}"
            for each in PER_HUNDRED
        )
        print(f"{path.stem:28} {len(risks):5} rows, hinted at:", "  ".join(rates))


def was_held_out(document: str) -> bool:
    """Whether a document's revisions were kept from training."""
    return int(md5(f"rev|{document}".encode(), usedforsecurity=False).hexdigest()[:8], 16) % 3 == 0


def print_revisions(path: Path, kept: Path) -> None:
    """The table of human revisions, by the reader's logit."""
    groups: dict[tuple[str, bool], list[dict[str, str]]] = defaultdict(list)
    for row in _table(path):
        groups[row["category"], was_held_out(row["doc"])].append(row)
    print(f"{'category':20} {'held out':>8} {'read':>5} {'before is riskier':>18}")
    for (category, held), rows in sorted(groups.items()):
        some = rows[:: max(1, len(rows) // MOST)][:MOST]
        before, after = (
            [(row["ja"], row[version]) for row in some] for version in ("en_before", "en_after")
        )
        said = read_all([*before, *after], kept)
        wins = sum(said[a].logit > said[b].logit for a, b in zip(before, after, strict=True)) / len(
            some
        )
        print(f"{category:20} {'yes' if held else 'no':>8} {len(some):5} {wins:18.2f}")


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the reader of meaning and the risk.")
    parser.add_argument("what", choices=("planted", "good", "revisions"))
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--kept", type=Path, default=Path("read-for-meaning.jsonl"))
    asked = parser.parse_args()
    if asked.what == "planted":
        print_planted(asked.places, asked.kept)
    elif asked.what == "good":
        print_good(asked.places, asked.kept)
    else:
        print_revisions(asked.places[0], asked.kept)


if __name__ == "__main__":
    main()
