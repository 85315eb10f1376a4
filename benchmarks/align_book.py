"""What a book takes from two text files to links, stage by stage, beside its morphemes alone.

    python benchmarks/align_book.py BOOK.ja.txt BOOK.en.txt [--times N]

`--times` puts the texts together so many times over; a repeated line is then read once, so the
stage of words and vectors is flattered. CPU seconds, and each as a multiple of what MeCab takes
to find the morphemes of the Japanese text (the floor); the peak is the process's.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from processes import table

from alignbench import embedding
from alignbench.alignment import align
from alignbench.language.morphology import tagger
from alignbench.pipeline.document_alignment import inputs
from alignbench.pipeline.file_alignment import read_document
from alignbench.system.one_thread import one_thread_for_products

Found = TypeVar("Found")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("ja", type=Path)
    parser.add_argument("en", type=Path)
    parser.add_argument("--times", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, one_thread_for_products():
        ja, en = (repeated(path, given.times, Path(folder)) for path in (given.ja, given.en))
        text = ja.read_text(encoding="utf-8")
        tagger()
        floor, _ = spent(lambda: [tagger().parse(line) for line in text.splitlines()])
        reading, document = spent(lambda: read_document(ja, en))
        model, encoder = spent(embedding.bundled)
        words, sides = spent(lambda: inputs(document, encoder))
        before = peak()
        aligning, found = spent(lambda: align(*sides))
    rows = [["", "CPU s", "times MeCab", "peak MB"], ["MeCab alone", f"{floor:.2f}", "1", ""]]
    rows += [
        [name, f"{seconds:.2f}", f"{seconds / floor:.1f}", memory]
        for name, seconds, memory in (
            ("reading the files", reading, ""),
            ("opening the model", model, ""),
            ("words and vectors", words, f"{before:.0f}"),
            ("aligning", aligning, f"{peak():.0f}"),
            ("in all", reading + model + words + aligning, f"{peak():.0f}"),
        )
    ]
    print(f"{len(text):,} characters, {sides[0].size:,} × {sides[1].size:,} segments,"
          f" {len(found.beads):,} links")  # fmt: skip
    table(rows)


def repeated(path: Path, times: int, folder: Path) -> Path:
    """A file with a text so many times over."""
    out = folder / path.name
    out.write_text("\n".join([path.read_text(encoding="utf-8")] * times), encoding="utf-8")
    return out


def spent(work: Callable[[], Found]) -> tuple[float, Found]:
    """CPU seconds that something took, and what came of it."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def peak() -> float:
    """The most memory the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
