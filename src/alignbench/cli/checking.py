"""`alignbench check`: findings for a file of pairs, no project needed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from alignbench import __version__
from alignbench.cli.output import opened, output_option, talk
from alignbench.cli.progress import progress_bar

if TYPE_CHECKING:
    from alignbench.checks.check import Check, CheckedPair, Context
    from alignbench.domain.progress import Progress
    from alignbench.exchange.findings import Found
    from alignbench.exchange.pair import Pair
    from alignbench.review.knowledge import Knowledge

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
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Hold the English to these terms (TSV or TBX); may be given again.",
)
@click.option(
    "--rules",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Apply these rules of your own (TSV).",
)
@click.option(
    "--risk", is_flag=True, help="Print how risky each pair is, as JSON lines, and no findings."
)
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
    glossaries: Sequence[Path],
    rules: Path | None,
    risk: bool,
    exit_code: bool,
) -> None:
    """Check translated pairs for errors.

    Numbers, dates, names, omissions and more are compared in the pairs of FILE (TSV, JSONL or
    TMX). A finding is a doubt, not a verdict: read the pair. Pairs are numbered from 0. IDs of
    --only and --skip may be separated by commas.
    """
    from alignbench.checks import CheckedPair, run_checks
    from alignbench.checks.registry import chosen
    from alignbench.checks.semantic import risks
    from alignbench.exchange import formats
    from alignbench.exchange.findings import Found
    from alignbench.review.knowledge import Knowledge

    checks = chosen(_ids(only), _ids(skip))
    bitext = formats.read(file)
    for left in bitext.left_out:
        talk(str(left))
    pairs = [CheckedPair(pair.ja, pair.en, declared=_declared(pair)) for pair in bitext.pairs]
    semantic = risk or any(check.id.startswith("sem.") and (hints or only) for check in checks)
    with progress_bar() as progress:
        context = _context(pairs, Knowledge(glossaries, rules, semantic=semantic), progress)
        if risk:
            write_risks(risks(pairs, context), output)
            return
        found = [
            Found(at, finding, bitext.pairs[at].ja, bitext.pairs[at].en, bitext.pairs[at].line)
            for at, finding in run_checks(pairs, checks, context, progress)
            if hints or only or not finding.hint
        ]
    with opened(output) as out:
        _write(found, out, format_name, checks, file)
    many = len({each.pair for each in found})
    talk(f"{len(found)} findings in {many} of {len(bitext.pairs)} pairs.")
    if exit_code and found:
        click.get_current_context().exit(FOUND_SOMETHING)


def _ids(given: Sequence[str]) -> list[str]:
    return [part for each in given for part in each.split(",") if part]


def _context(
    pairs: "Sequence[CheckedPair]", knowledge: "Knowledge", progress: "Progress"
) -> "Context":
    """What is known of a file's pairs: all with two sides teach how it writes its names."""
    return knowledge(
        [replace(pair, declared=bool(pair.ja and pair.en)) for pair in pairs], progress
    )


def write_risks(found: Sequence[float | None], output: Path) -> None:
    """One JSON line a pair: its number, and its risk beside the others' (null: nothing to say)."""
    with opened(output) as out:
        for at, value in enumerate(found):
            record = {"pair": at, "risk": None if value is None else round(value, 4)}
            out.write(json.dumps(record).encode() + b"\n")


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
    write_sarif(found, out, rules, source, __version__)
