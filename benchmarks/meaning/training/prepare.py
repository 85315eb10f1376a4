"""Chooses the good pairs to train on and holds documents out.

    python -m benchmarks.meaning.training.prepare OUT --pairs TABLE ... [--revisions TABLE]

A table of pairs has the columns source, Japanese, English and no header, in the order of the
documents; revisions have doc, ja, en_before, en_after with one. Writes `keep.tsv`, `dev.tsv` and
`revisions.tsv`. A block of a hundred lines is kept or held out as a whole, by a hash of its source
and number, so that neighbours stay together and a second run chooses the same.
"""

import argparse
import csv
import re
from collections.abc import Iterator, Sequence
from hashlib import md5
from pathlib import Path

from benchmarks.meaning.training.examples import Row, write_rows

SHARES = {
    "kyoto": 42, "d365": 45, "dotnet_ht": 45, "bible_bungo": 20, "ms_alchemy": 60,
    "ms_partner": 40,
}  # fmt: skip
"""Of a hundred blocks of a source so many are kept; of the others, all."""
IN_DOCUMENTS = frozenset(
    (
        "kyoto", "d365", "dotnet_ht", "bible_bungo", "ms_alchemy", "ms_partner", "tufs",
        "rust_book", "os_guide", "mozilla_www",
    )
)  # fmt: skip
"""Sources whose lines follow one another."""
HELD_OUT, BLOCK = 50, 100
"""One block of so many is held out; lines of a block."""
_JAPANESE = re.compile("[\u3040-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9']+")


def hashed(*parts: object) -> int:
    """A number that is the same in every run."""
    text = "|".join(map(str, parts))
    return int(md5(text.encode(), usedforsecurity=False).hexdigest()[:8], 16)


def is_usable(ja: str, en: str) -> bool:
    """Whether a pair is a sentence of a length to learn from."""
    return (
        4 <= len(ja) <= 120
        and 8 <= len(en) <= 330
        and 0.8 <= len(en) / len(ja) <= 6.5
        and bool(_JAPANESE.search(ja))
        and len(_WORD.findall(en)) >= 3
    )


def was_held_out(document: str) -> bool:
    """Whether the revisions of a document are kept for measuring."""
    return hashed("rev", document) % 3 == 0


def chosen(
    lines: Sequence[tuple[int, str, str, str]], left_out: frozenset[str]
) -> tuple[list[Row], list[Row]]:
    """Rows to train on and rows held out, from (number, source, Japanese, English).

    No Japanese of `left_out` or of the rows held out is trained on.
    """
    dev: list[tuple[int, str, str, str]] = []
    keep: list[tuple[int, str, str, str]] = []
    seen: set[tuple[str, str]] = set()
    for number, source, ja, en in lines:
        if not is_usable(ja, en):
            continue
        place = hashed(source, number // BLOCK)
        if place % HELD_OUT == 0:
            dev.append((number, source, ja, en))
        elif place % 100 < SHARES.get(source, 100) and ja not in left_out and (ja, en) not in seen:
            seen.add((ja, en))
            keep.append((number, source, ja, en))
    held = {ja for _, _, ja, _ in dev}
    return list(_rows([each for each in keep if each[2] not in held])), list(_rows(dev))


def _rows(lines: Sequence[tuple[int, str, str, str]]) -> Iterator[Row]:
    last = (-2, "")
    for number, source, ja, en in lines:
        follows = last == (number - 1, source) and source in IN_DOCUMENTS
        yield Row(source, follows, ja, en)
        last = number, source


def read_pairs(paths: Sequence[Path]) -> Iterator[tuple[int, str, str, str]]:
    """(number, source, Japanese, English) of each line with three cells."""
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            cells = line.split("\t")
            if len(cells) == 3:
                yield number, cells[0], cells[1].strip(), cells[2].strip()


def prepare(out: Path, pairs: Sequence[Path], revisions: Path | None) -> None:
    """Write the three files."""
    revised: list[dict[str, str]] = []
    if revisions:
        with revisions.open(encoding="utf-8", newline="") as lines:
            revised = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    left_out = frozenset(row["ja"] for row in revised if was_held_out(row["doc"]))
    keep, dev = chosen(list(read_pairs(pairs)), left_out)
    out.mkdir(parents=True, exist_ok=True)
    write_rows(out / "keep.tsv", keep)
    write_rows(out / "dev.tsv", dev)
    trained = (row for row in revised if not was_held_out(row["doc"]))
    rows = (f"{row['ja']}\t{row['en_before']}\t{row['en_after']}\n" for row in trained)
    (out / "revisions.tsv").write_text("".join(rows), encoding="utf-8")
    print(f"{len(keep):,} pairs kept, {len(dev):,} held out")


def main() -> None:
    parser = argparse.ArgumentParser(description="Choose the pairs to train on.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, action="append", required=True)
    parser.add_argument("--revisions", type=Path)
    asked = parser.parse_args()
    prepare(asked.out, asked.pairs, asked.revisions)


if __name__ == "__main__":
    main()
