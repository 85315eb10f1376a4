"""How well word links agree with a person's reading, and whether omissions show.

    python benchmarks/word_links.py CORPORA_DEV [--sheet FILE] [--seed N]

Prints two tables. The first compares the links of judged pairs with the judgement in
`word_links_judged.tsv`, which holds places only: a set, a pair of it, and groups of stretches that
answer each other (with ~ where a link is right but not asked for). The second counts unanswered
Japanese words in translations before and after a reviser mended an omission. With --sheet, 50 new
pairs and their links are written to FILE for reading; keep it out of the repository.
"""

import argparse
import csv
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignbench.domain.text import Span
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import words
from alignbench.pipeline.word_links import PairWords, WordLinker

SETS = ("ami_ja_dev", "d365", "kyoto", "wmt21_en-ja", "wmt21_ja-en")
JUDGED = Path(__file__).with_name("word_links_judged.tsv")
LONGEST = 42
"""Words on a side of a sampled pair: longer ones nobody judges with care."""

Cell = tuple[Span, Span]


@dataclass
class Tally:
    """Counts over a sheet of judged pairs."""

    pairs: int = 0
    links: int = 0
    right: int = 0
    asked: int = 0
    answered: int = 0
    unanswered: int = 0
    unanswered_right: int = 0

    def row(self, name: str) -> str:
        """One line of the table."""
        precision, recall = self.right / max(1, self.links), self.answered / max(1, self.asked)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"{name:8} {self.pairs:5} {self.links:6} {precision:9.3f} {recall:7.3f} {f1:6.3f}"
            f"   {self.unanswered_right} of {self.unanswered}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    linker = WordLinker()
    texts = dict(pairs(options.corpora))
    if options.sheet:
        options.sheet.write_text(sheet(texts, linker, options.seed), encoding="utf-8")
        return
    print("sheet    pairs  links precision  recall     F1   unanswered, rightly so")
    for name, tally in judged(texts, linker).items():
        print(tally.row(name))
    print()
    print("omissions      one word or more  two or more  three or more")
    for name, shares in omissions(options.corpora / "errors-kyoto.tsv", linker):
        print(f"{name:14} {shares[0]:16.1%} {shares[1]:12.1%} {shares[2]:14.1%}")


def pairs(folder: Path) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """(set, number of the pair) and its two texts, for every gold pair with both sides."""
    for name in SETS:
        with (folder / f"align-{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                for number, (ja, en) in enumerate(document["gold"]):
                    if ja and en:
                        yield (
                            (name, f"{document['doc_id']}#{number}"),
                            (
                                "".join(document["ja"][i] for i in ja),
                                " ".join(document["en"][i] for i in en),
                            ),
                        )
    with (folder / "retrieval-tatoeba.tsv").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            ja, en = line.rstrip("\n").split("\t")[-2:]
            yield ("tatoeba", str(number)), (ja, en)


def judged(texts: dict[tuple[str, str], tuple[str, str]], linker: WordLinker) -> dict[str, Tally]:
    """Tallies of each sheet and of all."""
    tallies: dict[str, Tally] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        name, corpus, key, groups = line.split("\t")
        ja, en = texts[corpus, key]
        found = linker.link(ja, en)
        for tally in (tallies.setdefault(name, Tally()), tallies.setdefault("all", Tally())):
            count(tally, found, groups.split(), ja, en)
    tallies["all"] = tallies.pop("all")
    return tallies


def count(tally: Tally, found: PairWords, groups: list[str], ja: str, en: str) -> None:
    links = {(link.ja, link.en) for link in found.strong()}
    right: set[Cell] = set()
    for group in groups:
        right |= cells(group)
    matched = links & right
    tally.pairs += 1
    tally.links += len(links)
    tally.right += len(matched)
    for group in groups:
        if not group.startswith("~"):
            for side, text in ((0, ja), (1, en)):
                own = {cell[side] for cell in cells(group)} & lexical(text, side)
                tally.asked += len(own)
                tally.answered += len(own & {cell[side] for cell in matched})
    for side, words_lost in ((0, found.unanswered_ja), (1, found.unanswered_en)):
        lost = [each.span for each in words_lost]
        tally.unanswered += len(lost)
        tally.unanswered_right += len(set(lost) - {cell[side] for cell in right})


def cells(group: str) -> set[Cell]:
    """`3-5,5-6:10-14` as the pairs of its stretches."""
    ja, en = ([span(s) for s in part.split(",")] for part in group.lstrip("~").split(":"))
    return {(left, right) for left in ja for right in en}


def span(text: str) -> Span:
    start, end = text.split("-")
    return Span(int(start), int(end))


def lexical(text: str, side: int) -> set[Span]:
    """Places of the words that are not grammar alone."""
    found = words(text, "en" if side else "ja")
    return {
        Span(each.start, each.end)
        for each in found
        if word_class(each.features) > WordClass.FUNCTION
    }


def omissions(path: Path, linker: WordLinker) -> Iterator[tuple[str, list[float]]]:
    """Shares of translations with at least one, two, three unanswered Japanese words."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["category"] == "omission" and len(row["ja"]) < 120
        ]
    for name, column in (("before mending", "en_before"), ("after mending", "en_after")):
        found = linker.link_all([(row["ja"], row[column]) for row in rows])
        lost = [len(each.unanswered_ja) for each in found]
        yield name, [sum(many >= least for many in lost) / len(lost) for least in (1, 2, 3)]


def sheet(texts: dict[tuple[str, str], tuple[str, str]], linker: WordLinker, seed: int) -> str:
    """50 sampled pairs, each with its links and unanswered words."""
    fitting = [
        (key, ja, en)
        for key, (ja, en) in texts.items()
        if 4 <= len(words(ja, "ja")) <= LONGEST and len(words(en, "en")) <= LONGEST
    ]
    lines = []
    for (name, key), ja, en in random.Random(seed).sample(fitting, 50):
        found = linker.link(ja, en)
        shown = [f"{at(ja, x.ja)}={at(en, x.en)} {x.strength:.2f}" for x in found.links]
        lines += [f"## {name} {key}", ja, en, "  " + " · ".join(shown)]
        lost = [at(ja, x.span) for x in found.unanswered_ja] + [
            at(en, x.span) for x in found.unanswered_en
        ]
        lines += [f"  unanswered: {' · '.join(lost)}", ""]
    return "\n".join(lines)


def at(text: str, place: Span) -> str:
    return text[place.start : place.end]


if __name__ == "__main__":
    main()
