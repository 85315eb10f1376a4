"""Right and wrong translations of one kind side by side: what is found, what is left in peace.

python benchmarks/check_siblings.py SIBLINGS.tsv [--kinds KINDS] [--hints] [--failures]

The file has a header and the columns kind, verdict (wrong or right), Japanese, English, note. A
wrong pair is found if any check says something of it, a right one left in peace if none does.
Every pair is checked alone, so that checks of a whole document say nothing. With --hints the
model's evidence is worked out and hints count; --failures prints what failed.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from alignbench.checks import Check, CheckedPair, run_checks
from alignbench.checks.context import Context
from alignbench.checks.names.names import Names, as_spelled, from_ruby
from alignbench.checks.registry import all_checks
from alignbench.domain.findings import Finding
from alignbench.pipeline.word_answers import ModelAnswers
from alignbench.project.check_context import CheckContextBuilder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("siblings", type=Path)
    parser.add_argument("--kinds", default="", help="those that begin so, with commas between")
    parser.add_argument("--hints", action="store_true")
    parser.add_argument("--failures", action="store_true")
    args = parser.parse_args()
    lines = args.siblings.read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line.strip()]
    if args.kinds:
        rows = [row for row in rows if row[0].startswith(tuple(args.kinds.split(",")))]
    builder = CheckContextBuilder(semantic=True) if args.hints else None
    scores: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for kind, verdict, ja, en, *note in rows:
        pair = CheckedPair(ja, en)
        context = builder([pair], lambda *_: None) if builder else _names(pair)
        found = said(pair, context, hints=args.hints)
        wrong = verdict == "wrong"
        scores[kind][0 if wrong else 2] += bool(found) is wrong
        scores[kind][1 if wrong else 3] += 1
        if args.failures and bool(found) is not wrong:
            print(f"{kind} {verdict}: {ja} / {en} ({' '.join(note)})")
            for finding in found:
                print(f"    {finding.check}: {finding.message}")
    print(f"{'kind':22} {'found':>7} {'in peace':>9} {'right':>6}")
    for kind, (hit, wrongs, quiet, rights) in scores.items():
        share = (hit + quiet) / (wrongs + rights)
        print(f"{kind:22} {hit:3}/{wrongs:<3} {quiet:5}/{rights:<3} {share:6.0%}")
    hit, wrongs, quiet, rights = map(sum, zip(*scores.values(), strict=True))
    print(f"{'all':22} {hit:3}/{wrongs:<3} {quiet:5}/{rights:<3} "
          f"{(hit + quiet) / (wrongs + rights):6.1%}")  # fmt: skip


def _names(pair: CheckedPair) -> Context:
    """What a project knows of a pair without hints: names with their readings, spelled as its
    English does, and the words that the model knows.
    """
    names = Names(tuple(as_spelled(name, [pair]) for name in from_ruby(pair.ja)))
    return Context(names=names, answers=ModelAnswers())


def said(pair: CheckedPair, context: Context, *, hints: bool) -> list[Finding]:
    """What the checks find, without hints unless they are asked for."""
    checks: tuple[Check, ...] = all_checks()
    return [f for _, f in run_checks([pair], checks, context) if hints or not f.hint]


if __name__ == "__main__":
    main()
