"""Measure the aligner on documents with gold links, joined, with groups made null.

python benchmarks/align_dev.py CORPORA/dev --cache FOLDER [--encoder bundled] [--weights FILE]
"""

import argparse
import json
import random
import time
from pathlib import Path

from align_data import Maker, Sample, documents, dropped, joined

import alignbench.alignment.aligner as aligner
from alignbench.alignment import align
from alignbench.alignment.evaluation import doubt, evaluate, judged
from alignbench.domain.links import Bead


def made(folder: Path, name: str, maker: Maker, seed: int, most: int | None = None) -> list[Sample]:
    docs = documents(folder / f"align-{name}.jsonl")
    out = []
    for place, part in enumerate(joined(docs, 20)[:most]):
        rng = random.Random(f"dev {seed} {name} {place}")
        out.append(maker.sample(f"{name} {place}", [dropped(doc, rng) for doc in part], rng, -1))
    return out


def one_document(gold: list[list[Bead]], shift: list[tuple[int, int]]) -> list[Bead]:
    """Beads of several samples numbered as one document, for a common score."""
    return [
        Bead(tuple(i + di for i in bead.ja), tuple(j + dj for j in bead.en), bead.confidence)
        for beads, (di, dj) in zip(gold, shift, strict=True)
        for bead in beads
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--weights", type=Path)
    parser.add_argument(
        "--sets", default="wmt21_ja-en,wmt21_en-ja,d365,kyoto,ami_ja_dev,coursera_sample"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    if args.weights:
        given = json.loads(args.weights.read_text())
        aligner.fitted = lambda: given  # type: ignore[assignment]
    maker = Maker(args.encoder, args.cache)
    pairs: list[tuple[float, bool]] = []
    for name in args.sets.split(","):
        golds, founds, shift, at = [], [], [], (0, 0)
        spent = 0.0
        own: list[tuple[float, bool]] = []
        for sample in made(args.folder, name, maker, args.seed):
            start = time.process_time()
            found = align(sample.ja, sample.en).beads
            spent += time.process_time() - start
            golds.append(sample.gold)
            founds.append(list(found))
            shift.append(at)
            at = at[0] + sample.ja.size, at[1] + sample.en.size
            own += judged(sample.gold, found)
            if args.show:
                show(sample, list(found), args.show)
        gold, found = one_document(golds, shift), one_document(founds, shift)
        scores = evaluate(gold, found)
        pairs += own
        shapes = " ".join(f"{s}:{g}/{r}/{p}" for s, (g, r, p) in scores.by_shape.items())
        strict, null = scores.strict.f1, scores.null
        print(
            f"{name:16s} F {strict:.4f} lax {scores.lax.f1:.4f} "
            f"null P {null.precision:.3f} R {null.recall:.3f} "
            f"ECE {doubt(own).error:.4f} caught {doubt(own).caught:.2f} {spent:.1f}s {shapes}",
            flush=True,
        )
    print(f"{'all':16s} ECE {doubt(pairs).error:.4f} caught {doubt(pairs).caught:.3f}")


def show(sample: Sample, found: list[Bead], limit: int) -> None:
    right = {(bead.ja, bead.en) for bead in sample.gold}
    got = {(bead.ja, bead.en) for bead in found}
    for bead in found:
        if (bead.ja, bead.en) not in right and limit:
            limit -= 1
            print(
                "WRONG",
                bead,
                [sample.ja_texts[i] for i in bead.ja],
                [sample.en_texts[j] for j in bead.en],
            )
            for other in sample.gold:
                if (set(other.ja) & set(bead.ja) or set(other.en) & set(bead.en)) and (
                    other.ja,
                    other.en,
                ) not in got:
                    print(
                        "   gold",
                        other.ja,
                        other.en,
                        [sample.ja_texts[i] for i in other.ja],
                        [sample.en_texts[j] for j in other.en],
                    )


if __name__ == "__main__":
    main()
