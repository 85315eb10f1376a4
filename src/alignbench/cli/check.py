"""`alignbench check`: findings for a file of pairs or for documents of the project."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from alignbench.cli.check_sources import (
    FilePairs,
    Wanted,
    file_context,
    project_findings,
)
from alignbench.cli.options import jobs_option
from alignbench.cli.output import (
    FOUND_SOMETHING,
    for_tsv_only,
    output_option,
    show,
    spreadsheet_option,
    streamed,
    talk,
)
from alignbench.cli.progress import progress_bar
from alignbench.cli.ranking import by_risk, print_risks
from alignbench.messages import t, tn
from alignbench.system.safe_text import printable
from alignbench.version import __version__

if TYPE_CHECKING:
    from alignbench.checks.check import Check
    from alignbench.exchange.findings import Found

FORMATS = ("text", "jsonl", "tsv", "sarif")


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--document", "documents", multiple=True, metavar="NAME", help=t("Check this document.")
)
@click.option("--all", "everything", is_flag=True, help=t("Check all documents of the project."))
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=t("How to print findings."),
)
@spreadsheet_option
@output_option
@click.option("--only", multiple=True, metavar="ID", help=t("Run this check (num.* for a family)."))
@click.option("--skip", multiple=True, metavar="ID", help=t("Leave this check out."))
@click.option("--hints", is_flag=True, help=t("Print hints too: doubts that are often unfounded."))
@click.option("--dismissed", is_flag=True, help=t("Print what people dismissed, and why, instead."))
@click.option(
    "--sort",
    type=click.Choice(["pair", "risk"]),
    default="pair",
    show_default=True,
    help=t("Order: as the pairs stand, or the riskiest first."),
)
@click.option(
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=t("Hold the English to these terms (TSV or TBX); may be given again."),
)
@click.option(
    "--rules",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=t("Apply these rules of your own (TSV)."),
)
@click.option(
    "--meaning",
    type=click.FloatRange(0, 100),
    metavar="N",
    help=t("Read for meaning too, with hints at N of 100 good pairs it was measured on."),
)
@click.option(
    "--risk",
    is_flag=True,
    help=t("Print how risky each pair is and why, as JSON lines, and no findings."),
)
@jobs_option
@click.option("--exit-code", is_flag=True, help=t("Exit with 1 if anything was found."))
@click.option("--list", "listing", is_flag=True, help=t("Print all checks and exit."))
@click.pass_obj
def check(
    root: Path,
    file: Path | None,
    documents: Sequence[str],
    everything: bool,
    format_name: str,
    spreadsheet: bool,
    output: Path,
    only: Sequence[str],
    skip: Sequence[str],
    hints: bool,
    dismissed: bool,
    sort: str,
    glossaries: Sequence[Path],
    rules: Path | None,
    meaning: float | None,
    risk: bool,
    jobs: int | None,
    exit_code: bool,
    listing: bool,
) -> None:
    """Check translated pairs for errors.

    Numbers, dates, names, omissions and more are compared in the pairs of FILE (TSV, JSONL or
    TMX), or in documents of the project. A finding is a doubt, not a verdict: read the pair. Text
    counts pairs from 1, as the workbench does; jsonl, tsv and sarif count them from 0. IDs of
    --only and --skip may be separated by commas.

    In a project's folder its settings, glossary and rules are heeded for a FILE as well; --glossary
    and --rules take their place. --list says which checks are on. Findings are written as they
    come, but for --sort risk and sarif.
    """
    if listing:
        list_checks(root)
        return
    for_tsv_only(format_name, spreadsheet=spreadsheet)
    in_project = everything or bool(documents)
    if (file is not None) is in_project or (everything and documents):
        raise click.UsageError(t("Name a file of pairs, or documents with --document or --all."))
    if in_project and (glossaries or rules or risk or meaning is not None):
        raise click.UsageError(
            t("--glossary, --rules, --meaning and --risk are for a file of pairs.")
        )
    if dismissed and not in_project:
        raise click.UsageError(t("Only documents of a project have dismissed findings."))
    if risk and file is not None:
        print_risks(file, root, output, riskiest=sort == "risk")
        return
    from alignbench.project.settings import settings_of

    wanted = Wanted(_ids(only), _ids(skip), hints, meaning)
    checks = wanted.checks(settings_of(root))
    tally = Tally()
    with progress_bar() as progress:
        if file is None:
            found = project_findings(
                root, documents, wanted, progress, tally.totals, dismissed=dismissed, jobs=jobs
            )
        else:
            semantic = wanted.needs_model(checks)
            builder = file_context(root, glossaries, rules, semantic=semantic)
            pairs = FilePairs(file)
            tally.total = tally.totals[""] = len(pairs.checked)
            context = pairs.context(builder, progress)
            if meaning is not None:
                context = pairs.read_for_meaning(context, meaning, progress)
            every = pairs.found(checks, context, progress, jobs)
            found = (each for each in every if wanted.shows(each.finding))
        counted = tally.count(by_risk(found) if sort == "risk" else found)
        with streamed(output) as out:
            _write(counted, out, format_name, checks, file or root, spreadsheet=spreadsheet)
    talk(tally.said(dismissed))
    if not (dismissed or wanted.only):
        for line in tally.misfits():
            talk(line)
    if exit_code and tally.findings:
        click.get_current_context().exit(FOUND_SOMETHING)


def list_checks(root: Path) -> None:
    """Print every check with its grade, severity and state in this folder's project."""
    from alignbench.checks import all_checks
    from alignbench.project.settings import settings_of

    settings = settings_of(root)
    for each in all_checks():
        there = settings.adjusted(each)
        state = "off" if not settings.runs(each) else "hint" if there.hint else "on"
        show(f"{each.id:20} {each.grade}  {there.severity:8}  {state:4}  {each.explanation}")


def _ids(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(part for each in given for part in each.split(",") if part)


class Tally:
    """Counts findings, and the pairs that have any, while they pass by.

    `total` is how many pairs there are at all, where that is known.
    """

    def __init__(self) -> None:
        self.findings = 0
        self.pairs = 0
        self.total: int | None = None
        self.totals: dict[str, int] = {}
        """Pairs of each document; those of a file under the empty name."""
        self._doubted: dict[str, set[tuple[int, str]]] = {}

    def count(self, found: "Iterable[Found]") -> "Iterator[Found]":
        """`found`, counted; findings of one pair stand together."""
        last = None
        for each in found:
            self.findings += 1
            self.pairs += (each.document, each.pair) != last
            last = each.document, each.pair
            if not each.finding.hint:
                doubted = self._doubted.setdefault(each.document, set())
                doubted.add((each.pair, each.finding.check))
            yield each

    def misfits(self) -> "Iterator[str]":
        """A line for each check that probably does not fit a document, and what to do."""
        from alignbench.checks.misfit import misfits

        for document, doubted in self._doubted.items():
            for each in misfits(doubted, self.totals.get(document, 0)):
                said = each.said()
                yield f"{printable(document)}: {said}" if document else said
                yield each.advice()

    def said(self, dismissed: bool) -> str:
        """The count in a sentence."""
        if dismissed:
            found = tn("{count} dismissed finding", "{count:,} dismissed findings", self.findings)
        else:
            found = tn("{count} finding", "{count:,} findings", self.findings)
        if self.total is None:
            pairs = tn("{count} pair", "{count:,} pairs", self.pairs)
            return t("{found} in {pairs}.", found=found, pairs=pairs)
        total = tn("{count} pair", "{count:,} pairs", self.total)
        return t("{found} in {pairs:,} of {total}.", found=found, pairs=self.pairs, total=total)


def _write(
    found: "Iterable[Found]",
    out: BinaryIO,
    format_name: str,
    checks: "Sequence[Check]",
    source: Path,
    *,
    spreadsheet: bool,
) -> None:
    from alignbench.exchange.findings import WRITERS, Rule, write_sarif, write_tsv

    if spreadsheet:
        write_tsv(found, out, spreadsheet=True)
        return
    if format_name != "sarif":
        WRITERS[format_name](found, out)
        return
    rules = [Rule(each.id, each.grade, each.explanation, each.severity) for each in checks]
    write_sarif(found, out, rules, source, __version__)
