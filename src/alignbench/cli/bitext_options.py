"""Where a bitext goes and in which format: options that `align` and `export` share."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from alignbench.cli.output import (
    STDOUT,
    on_terminal,
    opened,
    output_option,
    spreadsheet_option,
    talk,
)
from alignbench.domain.errors import InputError
from alignbench.domain.links import Bead
from alignbench.exchange import formats
from alignbench.exchange.bitext_files import chosen_pairs, share_written, write_files
from alignbench.exchange.pair import Pair
from alignbench.exchange.proposals import as_proposed
from alignbench.exchange.selection import Bitext, Wanted
from alignbench.messages import t

BEADS = "beads"
"""Segment numbers alone: no texts, so no format of pairs."""
FLAGGED = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Target:
    """What the user asked for: the file or standard output, the format, and how to write it."""

    path: Path
    format_name: str
    spreadsheet: bool = False
    ja_code: str = "ja"
    en_code: str = "en"


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
        type=click.Choice([*formats.FORMATS, BEADS]),
        show_default=t("by FILE's suffix, or tsv"),
        help=t("docs/formats.md says what each holds; beads are segment numbers: [0, 1]:[0]:0.93."),
    ),
    output_option,
    spreadsheet_option,
    click.option(
        "--ja-code", default="ja", show_default=True, metavar="CODE",
        help=t("What Japanese is called in the file, such as ja-JP."),
    ),
    click.option(
        "--en-code", default="en", show_default=True, metavar="CODE",
        help=t("What English is called in the file, such as en-US."),
    ),
)  # fmt: skip


def format_of(path: Path) -> str:
    """The format that a file's suffix names."""
    return BEADS if path.suffix.lower() == ".beads" else formats.format_of(path) or "tsv"


def save(pairs: Sequence[Pair], wanted: Wanted, target: Target, english: str = "file") -> Bitext:
    """Write the wanted pairs; gives them with an account of what was left out.

    `english` is one of `ENGLISH`; the pairs that are given have that of the file.

    Raises:
        OutputError: it cannot be written. InputError: no pair is left to write.
    """
    about = formats.FORMATS.get(target.format_name)
    chosen = chosen_pairs(pairs, wanted, target.format_name)
    if pairs and not chosen.pairs:
        why = "; ".join(map(str, chosen.left_out))
        raise InputError(t("There is nothing to write. {why}.", why=why))
    written = as_proposed(chosen.pairs) if english == "proposed" else chosen.pairs
    if about is not None and about.several:
        _save_several(written, target)
        return chosen
    if about is not None and about.binary and target.path == STDOUT and on_terminal():
        raise InputError(
            t("{format} is nothing to look at.", format=about.name), t("Name a file with -o.")
        )
    with opened(target.path) as out:
        if about is None:
            out.writelines(map(_bead, written))
        else:
            formats.write(about.name, written, out, _options(target))
    return chosen


def account(pairs: Sequence[Pair], chosen: Bitext) -> None:
    """Say on standard error what was left out and why, and how much of the texts is there."""
    for left in chosen.left_out:
        talk(str(left))
    if chosen.left_out:
        talk(share_written(pairs, chosen))


def _save_several(pairs: Sequence[Pair], target: Target) -> None:
    """Write the files of a format of several beside each other: all of them, or none."""
    if target.path == STDOUT:
        raise InputError(
            t("{format} is several files.", format=target.format_name),
            t("Name the first part of their names with -o."),
        )
    write_files(target.format_name, pairs, target.path, _options(target))


def _options(target: Target) -> formats.ExportOptions:
    name = "bitext" if target.path == STDOUT else target.path.stem
    return formats.ExportOptions(
        datetime.now(UTC), target.ja_code, target.en_code, target.spreadsheet, name
    )


def _bead(pair: Pair) -> bytes:
    from alignbench.alignment.evaluation import format_bead

    confidence = 1.0 if pair.confidence is None else pair.confidence
    return f"{format_bead(Bead(pair.ja_positions, pair.en_positions, confidence))}\n".encode()
