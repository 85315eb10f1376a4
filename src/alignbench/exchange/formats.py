"""One door to the formats that carry texts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from alignbench.domain.errors import InputError
from alignbench.exchange import jsonl, tmx, tmx_reader, tsv
from alignbench.exchange.pair import Pair
from alignbench.exchange.selection import Bitext
from alignbench.messages import t

FormatName = Literal["tsv", "jsonl", "tmx"]

BOTH_SIDES: frozenset[str] = frozenset({"tmx"})
"""Formats that cannot hold a null link."""

_READERS: dict[str, Callable[[BinaryIO, str], Bitext]] = {
    ".tsv": tsv.read,
    ".jsonl": jsonl.read,
    ".tmx": tmx_reader.read,
}


@dataclass(frozen=True, slots=True)
class Style:
    """What single formats may be told: `when` it was made (UTC), language codes, for Excel."""

    when: datetime
    ja_code: str = "ja"
    en_code: str = "en"
    spreadsheet: bool = False


def write(name: FormatName, pairs: Iterable[Pair], out: BinaryIO, style: Style) -> None:
    """Write `pairs` in a format; those with an empty side must be gone if it is in `BOTH_SIDES`."""
    match name:
        case "tsv":
            tsv.write(pairs, out, spreadsheet=style.spreadsheet)
        case "jsonl":
            jsonl.write(pairs, out)
        case "tmx":
            tmx.write(pairs, out, when=style.when, ja_code=style.ja_code, en_code=style.en_code)


def read(path: Path) -> Bitext:
    """Pairs of a file, in the format that its suffix names.

    Raises:
        InputError: it is not there, or not in that format.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(_READERS)
        raise InputError(
            t("{path} is in no format that can be read.", path=path),
            t("Known are {known}.", known=known),
        )
    try:
        with path.open("rb") as source:
            return reader(source, path.name)
    except OSError as error:
        raise InputError(
            t("Could not read {path}: {value}.", path=path, value=error.strerror or error)
        ) from error
