"""Pairs of sentences out of files: the texts a model is trained on."""

import gzip
import json
import lzma
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple, TextIO

from alignbench.domain.errors import InputError
from alignbench.messages import t

_PACKED = (".xz", ".gz")
_LONGEST = 20_000
"""Characters of a text that is still taken: a longer line is not a sentence but a broken file."""


class Pair(NamedTuple):
    """A Japanese text, its English, and the name of the collection they came from."""

    source: str
    ja: str
    en: str


def read_pairs(path: Path) -> Iterator[Pair]:
    """The pairs of one file, plain or packed by xz or gzip, in order; half pairs are left out.

    `.jsonl` holds an object a line with `ja`, `en` and perhaps `source`. Anything else is a table
    with tabs: Japanese and English, or source, Japanese and English, or any columns under a first
    line that names `ja` and `en`. Where no source is given, the file's name is it.

    Raises:
        InputError: the file is missing, empty, not UTF-8, or a line of it has no such columns.
    """
    endings = [ending for ending in path.suffixes if ending not in _PACKED]
    source = path.name.split(".")[0]
    read = _read_json if endings[-1:] in ([".jsonl"], [".ndjson"]) else _read_table
    found = False
    for pair in read(_lines(path), path, source):
        if pair.ja.strip() and pair.en.strip() and max(len(pair.ja), len(pair.en)) < _LONGEST:
            found = True
            yield pair
    if not found:
        raise InputError(t("{path} has no pairs.", path=path), _HINT)


def read_line_pairs(ja: Path, en: Path) -> Iterator[Pair]:
    """The pairs of two files that answer each other line by line; empty lines left out.

    Raises:
        InputError: a file is missing or not UTF-8, or the files differ in length.
    """
    for number, (left, right) in enumerate(zip_longest(_lines(ja), _lines(en)), 1):
        if left is None or right is None:
            raise InputError(
                t(
                    "{ja} ends before line {number} of the other file.",
                    ja=ja if left is None else en,
                    number=number,
                ),
                t("Line by line, each Japanese line needs its English."),
            )
        if left.strip() and right.strip() and max(len(left), len(right)) < _LONGEST:
            yield Pair(ja.name.split(".")[0], left, right)


def file_key(*paths: Path) -> str:
    """What tells a file, as it is now, from others and from itself after a change."""
    try:
        stats = [path.stat() for path in paths]
    except OSError as error:
        raise InputError(
            t("There is no file {filename}.", filename=error.filename), t("Check the name.")
        ) from error
    return " ".join(
        f"{path.resolve()} {stat.st_size} {stat.st_mtime_ns}"
        for path, stat in zip(paths, stats, strict=True)
    )


_HINT = t(
    "Give a table with Japanese and English separated by a tab, or JSON lines with `ja` and `en`."
)


def _read_table(lines: Iterator[str], path: Path, source: str) -> Iterator[Pair]:
    columns: tuple[int | None, int, int] | None = None
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        cells = line.split("\t")
        if columns is None:
            columns, named = _columns(cells)
            if named:
                continue
        origin, ja, en = columns
        if len(cells) <= max(ja, en):
            raise InputError(
                t(
                    "Line {number} of {path} has {count} column(s).",
                    number=number,
                    path=path,
                    count=len(cells),
                ),
                _HINT,
            )
        yield Pair(source if origin is None else cells[origin], cells[ja], cells[en])


def _columns(cells: Sequence[str]) -> tuple[tuple[int | None, int, int], bool]:
    """Where source, Japanese and English stand, and whether these cells are their names."""
    names = [cell.strip().lower() for cell in cells]
    if "ja" in names and "en" in names:
        origin = names.index("source") if "source" in names else None
        return (origin, names.index("ja"), names.index("en")), True
    return ((0, 1, 2) if len(cells) > 2 else (None, 0, 1)), False


def _read_json(lines: Iterator[str], path: Path, source: str) -> Iterator[Pair]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield Pair(str(entry.get("source", source)), str(entry["ja"]), str(entry["en"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(
                t("Line {number} of {path} has no `ja` and `en`.", number=number, path=path), _HINT
            ) from error


def _lines(path: Path) -> Iterator[str]:
    """Lines without their ends; only a line feed ends one: texts may hold other separators."""
    try:
        with _opened(path) as file:
            for line in file:
                yield line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InputError(
            t("{path} is not UTF-8 text.", path=path), t("Convert it to UTF-8 first.")
        ) from error
    except FileNotFoundError as error:
        raise InputError(t("There is no file {path}.", path=path), t("Check the name.")) from error
    except (lzma.LZMAError, EOFError, OSError) as error:
        raise InputError(t("{path} cannot be read: {error}.", path=path, error=error)) from error


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")
