"""Pairs with an answer: the table that the second stage is fitted on and measured by.

    python -m benchmarks.meaning.labelled_rows OUT [options]

Each option may be given several times and names a place:

    --planted FOLDER    `sound.tsv`, `planted.tsv`, `errors.tsv` of one text
    --siblings TABLE    kind, verdict (wrong or right), ja, en, note; with a header
    --bitext JSONL      documents with ja, en and gold, whose rows are taken for good
    --triples JSON      kind, ja, good, para (other words), bad
    --revisions TABLE   doc, ja, en_before, en_after, category; with a header

With `--knowledge FOLDER` (as `training/mine.py` writes it) good rows of `--bitext` are spoilt by
the maker of errors too, each once.
"""

import argparse
import csv
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from benchmarks.meaning.maker.kinds import Knowledge
from benchmarks.meaning.maker.rules import spoil
from benchmarks.meaning.training.examples import read_knowledge

ROWS_OF_DOCUMENT, DOCUMENTS, LEAST_ROWS = 45, 14, 11
"""Good rows taken of a document, documents of a file, rows below which one is passed over."""
MOST_OF_CATEGORY, MOST_TRIPLES, MOST_OF_KIND = 60, 170, 40
"""So many revisions of a category, triples, and errors of a kind: a sample keeps it to minutes."""


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A pair that is known to be wrong or right.

    Rows of one `group` are about one Japanese, or about one kind of trap; those of one `document`
    stand in one text, at a `place`; an empty document is none.
    """

    source: str
    document: str
    place: int
    group: str
    kind: str
    wrong: int
    ja: str
    en: str


def read_labelled(path: Path) -> list[LabelledRow]:
    """The rows that `main` wrote."""
    cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [
        LabelledRow(source, document, int(place), group, kind, int(wrong), ja, en)
        for source, document, place, group, kind, wrong, ja, en in cells
    ]


def planted(folder: Path) -> Iterator[LabelledRow]:
    """The sound rows of a text, and those with an error."""
    source, name = f"planted-{folder.parent.name}", folder.name
    sound, wrong = (_pairs(folder / f"{each}.tsv") for each in ("sound", "planted"))
    lines = (folder / "errors.tsv").read_text(encoding="utf-8").splitlines()
    errors = [line.split("\t") for line in lines if line[:1].isdigit()]
    for at, (ja, en) in enumerate(sound):
        yield LabelledRow(source, name, at, f"{name}/{at}", "good", 0, ja, en)
    for number, kind, *_ in errors:
        at = int(number) - 1
        yield LabelledRow(source, name, at, f"{name}/{at}", kind, 1, *wrong[at])


def siblings(table: Path) -> Iterator[LabelledRow]:
    """Wrong pairs, and right ones that look as risky."""
    for at, row in enumerate(_table(table)):
        wrong = int(row["verdict"] == "wrong")
        group = f"{table.stem}/{row['kind']}"
        yield LabelledRow("siblings", "", at, group, row["kind"], wrong, row["ja"], row["en"])


def bitext(path: Path, rng: random.Random) -> Iterator[LabelledRow]:
    """Some good rows of some documents; debatable ones are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    rng.shuffle(documents)
    taken = 0
    for document in documents:
        rows = list(_good_rows(document))
        if len(rows) < LEAST_ROWS or taken == DOCUMENTS:
            continue
        taken += 1
        name = document.get("doc_id") or document["id"]
        step = max(1, len(rows) // ROWS_OF_DOCUMENT)
        for at, ja, en in rows[::step][:ROWS_OF_DOCUMENT]:
            yield LabelledRow(path.stem, name, at, f"{name}/{at}", "good", 0, ja, en)


def triples(path: Path, rng: random.Random) -> Iterator[LabelledRow]:
    """Right, said in other words, and wrong."""
    found = json.loads(path.read_text(encoding="utf-8"))
    rng.shuffle(found)
    for at, each in enumerate(found[:MOST_TRIPLES]):
        for version, kind in (("good", "good"), ("para", "paraphrase"), ("bad", each["kind"])):
            wrong = int(version == "bad")
            yield LabelledRow(
                "triples", "", at, f"triple {at}", kind, wrong, each["ja"], each[version]
            )


def revisions(table: Path, rng: random.Random) -> Iterator[LabelledRow]:
    """What a reviser changed, before and after."""
    rows = list(_table(table))
    rng.shuffle(rows)
    counts: dict[str, int] = {}
    for at, row in enumerate(rows):
        kind = row["category"]
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_OF_CATEGORY:
            for wrong, version in ((1, "en_before"), (0, "en_after")):
                said = kind if wrong else "revised"
                yield LabelledRow(
                    "revisions", "", at, f"revision {at}", said, wrong, row["ja"], row[version]
                )


def spoilt(
    rows: Sequence[LabelledRow], know: Knowledge, rng: random.Random
) -> Iterator[LabelledRow]:
    """Good rows of documents with one error each, by the maker's rules."""
    counts: dict[str, int] = {}
    for row in rng.sample(rows, len(rows)):
        made = spoil(row.en, row.ja, rng, know)
        if made and counts.get(made.kind, 0) < MOST_OF_KIND:
            counts[made.kind] = counts.get(made.kind, 0) + 1
            yield LabelledRow(
                row.source, row.document, row.place, row.group, made.kind, 1, row.ja, made.text
            )


def _good_rows(document: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    debatable = set(document.get("debatable", ()))
    for at, (ja_places, en_places) in enumerate(document["gold"]):
        ja = "".join(document["ja"][each].strip() for each in ja_places)
        en = " ".join(document["en"][each].strip() for each in en_places)
        if at not in debatable and 6 <= len(ja) <= 160 and 12 <= len(en) <= 420:
            yield at, ja, en


def _pairs(path: Path) -> list[tuple[str, str]]:
    cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [(each[0], each[1]) for each in cells]


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a table of labelled rows.")
    parser.add_argument("out", type=Path)
    for name in ("planted", "siblings", "bitext", "triples", "revisions"):
        parser.add_argument(f"--{name}", type=Path, action="append", default=[])
    parser.add_argument("--knowledge", type=Path)
    asked = parser.parse_args()
    rng = random.Random(3)
    rows = [row for path in asked.bitext for row in bitext(path, rng)]
    if asked.knowledge:
        rows += spoilt(rows, read_knowledge(asked.knowledge), rng)
    rows += [row for path in asked.planted for row in planted(path)]
    rows += [row for path in asked.siblings for row in siblings(path)]
    rows += [row for path in asked.triples for row in triples(path, rng)]
    rows += [row for path in asked.revisions for row in revisions(path, rng)]
    lines = ("\t".join(str(cell).replace("\t", " ") for cell in astuple(row)) for row in rows)
    asked.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(rows)} rows, {sum(row.wrong for row in rows)} of them wrong")


if __name__ == "__main__":
    main()
