"""What each kind of evidence is worth: scores without it, the other weights left as they are.

python benchmarks/align_ablate.py CORPORA/dev --cache FOLDER
"""

import argparse
from pathlib import Path

from align_data import Maker, Sample
from align_dev import made, one_document

import alignbench.alignment.aligner as aligner
import alignbench.alignment.search.local_model as local_model
from alignbench.alignment import align
from alignbench.alignment.evaluation import doubt, evaluate, judged
from alignbench.alignment.scoring.weights import fitted

SETS = ("wmt21_ja-en", "wmt21_en-ja", "ami_ja_dev", "kyoto")
WITHOUT = {
    "nothing left out": (),
    "sentences and quotations": ("sentences", "quotation", "null quoted", "null in", "null sent"),
    "length": ("length",),
    "keys": ("keys", "no keys", "numbers"),
    "gain over parts": ("gain",),
    "shortness": ("short", "similar short"),
    "habits of the document": ("habit",),
}


def scored(samples: list[Sample]) -> str:
    golds, founds, shift, at, own = [], [], [], (0, 0), []
    for sample in samples:
        found = list(align(sample.ja, sample.en).beads)
        golds.append(sample.gold)
        founds.append(found)
        shift.append(at)
        at = at[0] + sample.ja.size, at[1] + sample.en.size
        own += judged(sample.gold, found)
    scores = evaluate(one_document(golds, shift), one_document(founds, shift))
    null = f"{scores.null.precision:.2f} / {scores.null.recall:.2f}"
    return f"{scores.strict.f1:.4f} | {null} | {doubt(own).error:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", default="bundled")
    args = parser.parse_args()
    maker = Maker(args.encoder, args.cache)
    sets = {name: made(args.folder, name, maker, 0)[:4] for name in SETS}
    whole = dict(fitted())
    for name, prefixes in WITHOUT.items():
        weights = {
            key: 0.0 if prefixes and key.startswith(prefixes) else whole[key] for key in whole
        }
        aligner.fitted = lambda weights=weights: weights  # type: ignore[assignment,misc]
        for key, samples in sets.items():
            print(f"| {name} | {key} | {scored(samples)} |", flush=True)
    aligner.fitted = lambda: whole  # type: ignore[assignment]
    local_model.ROUNDS = 0
    for key, samples in sets.items():
        print(f"| relearning | {key} | {scored(samples)} |", flush=True)


if __name__ == "__main__":
    main()
