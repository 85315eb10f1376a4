"""One door to the formats that carry pairs: what there is, writing, reading."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from alignbench.domain.errors import InputError
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.selection import Bitext
from alignbench.messages import t

__all__ = ["FORMATS", "ExportOptions", "Format", "format_of", "read", "write", "written"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format to write: its module, what its files end in, and what it cannot hold.

    A module has `write(pairs, out, options)`, or, where a bitext is several files that belong
    together, `files(pairs, options)` with the content of each by what its name ends in.
    """

    name: str
    module: str
    suffix: str
    about: str
    both_sides: bool = False
    """Whether it cannot hold a null link."""
    several: bool = False
    """Whether it is several files."""
    holds_proposals: bool = False
    """Whether it has room for a better English beside that of the file."""
    tracks_changes: bool = False
    """Whether a better English is a tracked change there, with its author and date."""
    for_reading: bool = False
    """Whether people look at it whole, so that they expect every link in it."""
    binary: bool = False
    """Whether it is nothing to look at in a terminal."""


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("tsv", "tsv", ".tsv", t("table with all there is, read back whole")),
        Format(
            "jsonl", "jsonl", ".jsonl", t("a record a line, for data tools"), holds_proposals=True
        ),
        Format("csv", "csv_table", ".csv", t("table for spreadsheets")),
        Format(
            "tmx",
            "tmx",
            ".tmx",
            t("translation memory, TMX 1.4b"),
            both_sides=True,
            holds_proposals=True,
        ),
        Format("xliff", "xliff_2_1", ".xliff", t("XLIFF 2.1, flags as ITS issues")),
        Format("xliff12", "xliff_1_2", ".xlf", t("XLIFF 1.2, flags as notes")),
        Format(
            "xlsx",
            "xlsx",
            ".xlsx",
            t("workbook with a sheet of issues"),
            binary=True,
            holds_proposals=True,
            for_reading=True,
        ),
        Format(
            "docx",
            "docx",
            ".docx",
            t("Word table, tracked changes, comments"),
            binary=True,
            holds_proposals=True,
            tracks_changes=True,
            for_reading=True,
        ),
        Format(
            "html",
            "html_table",
            ".html",
            t("page with both texts"),
            holds_proposals=True,
            for_reading=True,
        ),
        Format("tei", "tei", ".xml", t("TEI texts and InterText's links"), several=True),
        Format("xces", "xces", ".ces", t("XCES texts and alignment, as OPUS has it"), several=True),
        Format(
            "moses", "moses", "", t("parallel lines and their ids"), both_sides=True, several=True
        ),
        Format(
            "sketch", "sketch_engine", ".txt", t("parallel corpora for Sketch Engine"), several=True
        ),
        Format("parquet", "parquet", ".parquet", t("columns, with pyarrow"), binary=True),
    )
}

_READERS: dict[str, str] = {
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".tmx": "tmx_reader",
    ".docx": "docx_reader",
}


def format_of(path: Path) -> str | None:
    """The name of the format that a file's suffix names, None if there is none."""
    suffix = path.suffix.lower()
    found = (each.name for each in FORMATS.values() if suffix and each.suffix == suffix)
    return next(found, None)


def write(name: str, pairs: Sequence[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write `pairs` in a format of one file; null links must be gone if it needs both sides."""
    writer: Callable[[Sequence[Pair], BinaryIO, ExportOptions], None] = _module(name).write
    writer(pairs, out, options)


def written(name: str, pairs: Sequence[Pair], options: ExportOptions) -> Mapping[str, bytes]:
    """The files of a format of several, by what their names end in."""
    made: Mapping[str, bytes] = _module(name).files(pairs, options)
    return made


def _module(name: str) -> ModuleType:
    return import_module(f"alignbench.exchange.{FORMATS[name].module}")


def read(path: Path) -> Bitext:
    """Pairs of a file, in the format that its suffix names.

    Raises:
        InputError: it is not there, or not in that format.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(
            t("{path} is in no format that can be read.", path=path),
            t("Known are {known}.", known=", ".join(_READERS)),
        )
    module = import_module(f"alignbench.exchange.{reader}")
    try:
        with path.open("rb") as source:
            found: Bitext = module.read(source, path.name)
            return found
    except OSError as error:
        raise InputError(
            t("Could not read {path}: {reason}.", path=path, reason=error.strerror or error)
        ) from error
