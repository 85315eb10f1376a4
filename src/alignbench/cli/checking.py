"""`alignbench check`: findings for a file of pairs, no project needed."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from alignbench import __version__
from alignbench.cli.output import opened, output_option, talk
from alignbench.cli.progress import progress_bar
from alignbench.cli.text import printable

if TYPE_CHECKING:
    from alignbench.checks.check import Check, Context
    from alignbench.domain.progress import Progress
    from alignbench.exchange.findings import Found
    from alignbench.exchange.pair import Pair

FORMATS = ("text", "jsonl", "tsv", "sarif")
FOUND_SOMETHING = 1


def show_checks(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Print every check with its grade and explanation, for `--list`."""
    if not wanted or context.resilient_parsing:
        return
    from alignbench.checks import all_checks

    for check in all_checks():
        mark = " (hint)" if check.hint else ""
        click.echo(f"{check.id:20} {check.grade}  {check.explanation}{mark}")
    context.exit()


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print findings.",
)
@output_option
@click.option("--only", multiple=True, metavar="ID", help="Run this check (num.* for a family).")
@click.option("--skip", multiple=True, metavar="ID", help="Leave this check out.")
@click.option("--hints", is_flag=True, help="Print hints too: doubts that are often unfounded.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything was found.")
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_checks,
    help="Print all checks and exit.",
)
def check(
    file: Path,
    format_name: str,
    output: Path,
    only: Sequence[str],
    skip: Sequence[str],
    hints: bool,
    exit_code: bool,
) -> None:
    """Check translated pairs for errors.

    Numbers, dates, names, omissions and more are compared in the pairs of FILE (TSV, JSONL or
    TMX). A finding is a doubt, not a verdict: read the pair. Pairs are numbered from 0. IDs of
    --only and --skip may be separated by commas.
    """
    from alignbench.checks.registry import chosen
    from alignbench.exchange import formats

    checks = chosen(_ids(only), _ids(skip))
    bitext = formats.read(file)
    for left in bitext.left_out:
        talk(str(left))
    with progress_bar() as progress:
        found = [
            each
            for each in findings(bitext.pairs, checks, progress)
            if hints or not each.finding.hint
        ]
    with opened(output) as out:
        _write(found, out, format_name, checks, file)
    pairs = len({each.pair for each in found})
    talk(f"{len(found)} findings in {pairs} of {len(bitext.pairs)} pairs.")
    if exit_code and found:
        click.get_current_context().exit(FOUND_SOMETHING)


def _ids(given: Sequence[str]) -> list[str]:
    return [part for each in given for part in each.split(",") if part]


def findings(
    pairs: Sequence["Pair"],
    checks: Sequence["Check"],
    progress: "Progress",
    context: "Context | None" = None,
) -> Iterator["Found"]:
    """What `checks` find in `pairs`, in order."""
    from alignbench.checks import CheckedPair, Context, run_checks
    from alignbench.exchange.findings import Found

    checked = [CheckedPair(pair.ja, pair.en, declared=_declared(pair)) for pair in pairs]
    for at, finding in run_checks(checked, checks, context or Context(), progress):
        yield Found(at, finding, pairs[at].ja, pairs[at].en, pairs[at].line)


def _declared(pair: "Pair") -> bool:
    """Whether an empty side is known to be a person's decision: only our own exports say so."""
    from alignbench.domain.links import Status

    known = bool(pair.ja_positions or pair.en_positions)
    return known and pair.status is Status.CONFIRMED


def _write(
    found: Sequence["Found"],
    out: BinaryIO,
    format_name: str,
    checks: Sequence["Check"],
    source: Path,
) -> None:
    from alignbench.exchange.findings import WRITERS, Rule, write_sarif

    if format_name != "sarif":
        WRITERS[format_name](found, out)
        return
    rules = [Rule(each.id, each.grade, each.explanation, each.severity) for each in checks]
    write_sarif(found, out, rules, printable(source.as_posix()), __version__)
