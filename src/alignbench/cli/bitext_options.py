"""Where a bitext goes and in which format: options that `align` and `export` share."""

import functools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from alignbench.cli.output import opened, output_option, talk
from alignbench.domain.links import Bead, Status
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.exchange.pair import Pair

FORMATS = ("tsv", "jsonl", "tmx", "beads")
EXPORTED = {
    "confirmed": {Status.CONFIRMED},
    "suggested": {Status.SUGGESTED},
    "all": {Status.CONFIRMED, Status.SUGGESTED},
}
"""The links that go out, by what people call them."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the user asked for: the file or standard output, the format, and how to write it."""

    path: Path
    format_name: str
    spreadsheet: bool
    ja_code: str
    en_code: str


def target_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a bitext, and hand them to it as one `target`."""

    @functools.wraps(command)
    def with_target(
        *args: object,
        output: Path,
        format_name: str | None,
        spreadsheet: bool,
        ja_code: str,
        en_code: str,
        **others: object,
    ) -> Any:
        chosen = format_name or format_of(output)
        target = Target(output, chosen, spreadsheet, ja_code, en_code)
        return command(*args, target=target, **others)

    for option in reversed(_OPTIONS):
        option(with_target)
    return with_target


_OPTIONS = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(FORMATS),
        show_default="by FILE's suffix, or tsv",
        help=t("beads are segment numbers: [0, 1]:[0]:0.93."),
    ),
    output_option,
    click.option(
        "--spreadsheet",
        is_flag=True,
        help=t("tsv for Excel: with a byte order mark, and no cell taken for a formula."),
    ),
    click.option(
        "--ja-code", default="ja", show_default=True, metavar="CODE", help=t("Japanese in tmx.")
    ),
    click.option(
        "--en-code", default="en", show_default=True, metavar="CODE", help=t("English in tmx.")
    ),
)


def format_of(path: Path) -> str:
    """The format that a file's suffix names."""
    suffix = path.suffix.removeprefix(".").lower()
    return suffix if suffix in FORMATS else "tsv"


def save(pairs: Sequence["Pair"], statuses: Collection[Status], target: Target) -> None:
    """Write the pairs of these statuses, and say on standard error what was left out and why.

    Raises:
        OutputError: it cannot be written.
    """
    from alignbench.exchange.formats import BOTH_SIDES
    from alignbench.exchange.selection import select

    chosen = select(pairs, statuses, both_sides=target.format_name in BOTH_SIDES)
    with opened(target.path) as out:
        _write(chosen.pairs, out, target)
    for left in chosen.left_out:
        talk(str(left))


def _write(pairs: Sequence["Pair"], out: BinaryIO, target: Target) -> None:
    from alignbench.alignment.evaluation import format_bead
    from alignbench.exchange import formats

    match target.format_name:
        case "beads":
            for pair in pairs:
                confidence = 1.0 if pair.confidence is None else pair.confidence
                bead = Bead(pair.ja_positions, pair.en_positions, confidence)
                out.write(f"{format_bead(bead)}\n".encode())
        case "tsv" | "jsonl" | "tmx" as name:
            style = formats.Style(
                datetime.now(UTC), target.ja_code, target.en_code, target.spreadsheet
            )
            formats.write(name, pairs, out, style)
