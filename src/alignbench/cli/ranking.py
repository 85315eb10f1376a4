"""The riskiest first: findings by their pair's risk, and the risks themselves."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.check_sources import FilePairs, file_context
from alignbench.cli.output import opened
from alignbench.cli.progress import progress_bar

if TYPE_CHECKING:
    from alignbench.domain.findings import Finding
    from alignbench.exchange.findings import Found
    from alignbench.pipeline.pair_risk import PairRisk


def by_risk(found: "Iterable[Found]") -> "list[Found]":
    """Findings with those of the riskiest pair first: its findings and its link's doubt together.

    Pairs of equal risk keep their order.
    """
    from alignbench.review.row_risk import chance_wrong

    of_pair: dict[tuple[str, int], list[Found]] = {}
    for each in found:
        of_pair.setdefault((each.document, each.pair), []).append(each)
    ranked = sorted(
        of_pair.values(),
        key=lambda each: chance_wrong(each[0].doubt, (one.finding for one in each)),
        reverse=True,
    )
    return [each for pair in ranked for each in pair]


def print_risks(file: Path, root: Path, output: Path, *, riskiest: bool) -> None:
    """What `--risk` prints about a file of pairs."""
    from alignbench.checks import all_checks, run_checks
    from alignbench.pipeline.pair_risk import pair_risks
    from alignbench.project.settings import settings_of

    pairs = FilePairs(file)
    with progress_bar() as progress:
        context = pairs.context(file_context(root, (), None, semantic=True), progress)
        context = pairs.read_for_meaning(context, 100.0, progress)
        found: list[list[Finding]] = [[] for _ in pairs.checked]
        checks = settings_of(root).applied(all_checks())
        for at, finding in run_checks(pairs.checked, checks, context, progress):
            found[at].append(finding)
        made = pair_risks(pairs.checked, context, found)
    write_risks(made, output, riskiest=riskiest)


def write_risks(
    found: "Sequence[PairRisk | None]", output: Path, *, riskiest: bool = False
) -> None:
    """One JSON line a pair: its number, its risk beside the others' (null: nothing to say), why.

    In the order of the pairs or, with `riskiest`, from the riskiest down; null comes last.
    """
    numbered = list(enumerate(found))
    if riskiest:
        numbered.sort(key=lambda each: (each[1] is None, -(each[1].value if each[1] else 0.0)))
    with opened(output) as out:
        for at, each in numbered:
            record = {
                "pair": at,
                "risk": round(each.value, 4) if each else None,
                "reasons": list(each.reasons) if each else [],
            }
            out.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
