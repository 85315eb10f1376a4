"""Recall of `sem.omission` and `sem.outlier` on clauses cut out of good English, and false alarms.

    python benchmarks/clause_omission.py DOCUMENTS.jsonl ... [--most 40] [--seed 7]

Each line of the files is a document with `ja`, `en` and `gold` (pairs of lists of indices). In one
pair of four, one stretch between commas of the English is left out, if it is long enough; in one of
twelve, two neighbours exchange their English. All other pairs are taken for good.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import chosen
from alignbench.embedding.loader import load
from alignbench.pipeline.embedding_evidence import Evidence
from alignbench.pipeline.word_links import WordLinker

Pairs = list[tuple[str, str]]
SHORTEST_JA, SHORTEST_CLAUSE = 45, 35


def documents(paths: list[Path], most: int) -> Iterator[Pairs]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines()[:most]:
            read = json.loads(line)
            texts = [
                ("".join(read["ja"][i] for i in ja), " ".join(read["en"][i] for i in en))
                for ja, en in read["gold"]
            ]
            pairs = [(ja, en) for ja, en in texts if ja.strip() and en.strip()]
            if len(pairs) > 7:
                yield pairs


def spoilt(pairs: Pairs, chance: random.Random) -> tuple[Pairs, dict[int, str]]:
    """The pairs with errors in them, and which pair has which."""
    made, kinds = list(pairs), {}
    for _ in range(max(1, len(pairs) // 12)):
        at = chance.randrange(len(pairs) - 1)
        if at not in kinds and at + 1 not in kinds:
            made[at : at + 2] = [(pairs[at][0], pairs[at + 1][1]), (pairs[at + 1][0], pairs[at][1])]
            kinds[at] = kinds[at + 1] = "mislinked"
    for _ in range(len(pairs) // 4):
        at = chance.randrange(len(pairs))
        ja, en = pairs[at]
        parts = re.split(r"(?<=,) ", en)
        cut = chance.randrange(len(parts))
        long = len(ja) > SHORTEST_JA and len(parts) > 2 and len(parts[cut]) > SHORTEST_CLAUSE
        if at not in kinds and long:
            made[at] = (ja, " ".join(parts[:cut] + parts[cut + 1 :]))
            kinds[at] = "clause cut"
    return made, kinds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=40, help="documents of a file")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    encoder = load()
    linker = WordLinker(encoder)
    checks = chosen(["sem.*"])
    sizes: Counter[str] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for pairs in documents(options.files, options.most):
        made, kinds = spoilt(pairs, chance)
        sizes.update(kinds.get(at, "good") for at in range(len(made)))
        context = Evidence(encoder, linker).context(made)
        checked = [CheckedPair(ja, en) for ja, en in made]
        hits = {(at, f.check) for at, f in run_checks(checked, checks, context)}
        found.update((kinds.get(at, "good"), id_) for at, id_ in hits)
    print(f"{'pairs':12} {'number':>7}", *(f"{check.id:>14}" for check in checks))
    for kind, size in sizes.items():
        shares = (f"{100 * found[kind, check.id] / size:13.1f}%" for check in checks)
        print(f"{kind:12} {size:7}", *shares)


if __name__ == "__main__":
    main()
