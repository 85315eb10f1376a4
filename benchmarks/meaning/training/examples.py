"""What training reads and draws: good pairs, examples with their answers, groups of four."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.meaning.maker.kinds import Knowledge

Spans = tuple[tuple[int, int], ...]
"""Characters of a text, start and end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A good pair; `follows` where the row before it stood before it in its document."""

    source: str
    follows: bool
    ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Example:
    """One pair with its answer: `wrong` from 0 to 1, and the spans that are wrong or unsaid.

    Spans of None are not known, so that no word is trained on.
    """

    ja: str
    en: str
    wrong: float
    kind: str = "right"
    ja_spans: Spans | None = ()
    en_spans: Spans | None = ()
    before_ja: str = ""
    before_en: str = ""


Group = tuple[Example, ...]
"""Four examples about one Japanese sentence, or about two that differ in a word."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A sentence that means different things after different sentences.

    Each reading is an English and the pairs of sentences after which it is right.
    """

    ja: str
    readings: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def read_rows(path: Path) -> list[Row]:
    """The rows of a table of source, follows (1 or 0), Japanese, English."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    return [Row(source, follows == "1", ja, en) for source, follows, ja, en in cells]


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write what `read_rows` reads."""
    lines = (f"{row.source}\t{int(row.follows)}\t{row.ja}\t{row.en}\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")


def read_knowledge(folder: Path) -> Knowledge:
    """What was mined from the corpora, as `mine.py` wrote it."""

    def load(name: str) -> Any:
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

    same = frozenset((first, second) for first, second in load("same"))
    return Knowledge(load("neighbours"), load("mined"), load("glosses"), same, tuple(load("names")))


def read_senses(path: Path) -> list[Sense]:
    """`JA|EN#before JA/before EN#…|EN#…`, one a line; none where there is no file."""
    if not path.exists():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        ja, *readings = line.split("|")
        found.append(Sense(ja, tuple(_reading(each) for each in readings)))
    return found


def _reading(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    en, *before = text.split("#")
    pairs = (each.split("/", 1) for each in before)
    return en, tuple((ja, en_before) for ja, en_before in pairs)
