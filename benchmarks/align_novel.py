"""Chapters with gold by reading, and chapters as arrays: ours, Bertalign's and Vecalign's search.

python benchmarks/align_novel.py CORPORA/dev --cache FOLDER [--gold FILE.jsonl] [--encoder NAME]
"""

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from align_data import Maker, Sample
from align_dev import one_document
from align_sets import arrays, chapters
from peer_search import bertalign, vecalign

from alignbench.alignment import align
from alignbench.alignment.evaluation import doubt, evaluate, judged
from alignbench.domain.links import Bead

Search = Callable[[Sample], Iterable[Bead]]
SEARCHES: dict[str, Search] = {
    "ours": lambda sample: align(sample.ja, sample.en).beads,
    "Bertalign": lambda sample: bertalign(sample.ja, sample.en),
    "Bertalign, centred": lambda sample: bertalign(sample.ja, sample.en, centred=True),
    "Vecalign": lambda sample: vecalign(sample.ja, sample.en),
}


def report(name: str, samples: Sequence[Sample], search: Search) -> None:
    golds, founds, shift, at, own = [], [], [], (0, 0), []
    for sample in samples:
        found = list(search(sample))
        golds.append(sample.gold)
        founds.append(found)
        shift.append(at)
        at = at[0] + sample.ja.size, at[1] + sample.en.size
        own += judged(sample.gold, found)
    scores = evaluate(one_document(golds, shift), one_document(founds, shift))
    sure = [right for confidence, right in own if confidence >= 0.8]
    shapes = " ".join(f"{s}:{g}/{r}/{p}" for s, (g, r, p) in scores.by_shape.items())
    print(
        f"{name:30s} F {scores.strict.f1:.4f} lax {scores.lax.f1:.4f} "
        f"null P {scores.null.precision:.2f} R {scores.null.recall:.2f} "
        f"ECE {doubt(own).error:.4f} sure {len(sure) / max(len(own), 1):.2f} "
        f"right {sum(sure) / max(len(sure), 1):.3f} {shapes}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--gold", type=Path, help="other chapters, in the same form")
    parser.add_argument("--encoder", default="bundled")
    args = parser.parse_args()
    maker = Maker(args.encoder, args.cache)
    sets = {
        "novel": chapters(args.folder / "align-novel.jsonl", maker),
        "arrays": arrays(args.folder / "align-mac-dev"),
    }
    if args.gold:
        sets["other chapters"] = chapters(args.gold, maker)
    for name, samples in sets.items():
        for kind, search in SEARCHES.items():
            report(f"{name}, {kind}", samples, search)


if __name__ == "__main__":
    main()
