"""The riskiest first: findings by their pair's risk, and the risks themselves."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.check_sources import FilePairs, file_context
from alignbench.cli.output import opened
from alignbench.cli.progress import progress_bar

if TYPE_CHECKING:
    from alignbench.exchange.findings import Found


def by_risk(found: "Iterable[Found]") -> "list[Found]":
    """Findings with those of the riskiest pair first: its findings and its link's doubt together.

    Pairs of equal risk keep their order.
    """
    from alignbench.review.check_runner import chance_wrong

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
    from alignbench.checks.semantic import risks

    pairs = FilePairs(file)
    with progress_bar() as progress:
        context = pairs.context(file_context(root, (), None, semantic=True), progress)
        found = risks(pairs.checked, context)
    write_risks(found, output, riskiest=riskiest)


def write_risks(found: Sequence[float | None], output: Path, *, riskiest: bool = False) -> None:
    """One JSON line a pair: its number, and its risk beside the others' (null: nothing to say).

    In the order of the pairs or, with `riskiest`, from the riskiest down; null comes last.
    """
    numbered = list(enumerate(found))
    if riskiest:
        numbered.sort(key=lambda each: (each[1] is None, -(each[1] or 0.0)))
    with opened(output) as out:
        for at, value in numbered:
            record = {"pair": at, "risk": None if value is None else round(value, 4)}
            out.write(json.dumps(record).encode() + b"\n")
