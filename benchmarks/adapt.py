"""What adapting to half of a set's documents gains on the other half, and what it forgets.

python benchmarks/adapt.py CORPORA/dev [--set d365] [--model NAME] [--seeds 3]

The even documents count as confirmed, a fifth of their pairs watched to end the training in time.
Retrieval (CSLS, k = 4) and alignment F1 (documents joined 20 at a time, groups made null as in
align_dev.py) are of the odd ones; `tatoeba` shows what is forgotten.
"""

import argparse
import random
import tempfile
from pathlib import Path

from align_data import Group, Maker, documents, dropped, joined
from retrieval import Pairs, distinct, score, sets

from alignbench.alignment import align
from alignbench.alignment.evaluation import evaluate
from alignbench.embedding import load
from alignbench.embedding.protocol import Encoder
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.training.adaptation import AdaptingOptions, adapt_encoder
from alignbench.embedding.training.corpus import read_corpus
from alignbench.embedding.training.pairs import Pair


def pairs_of(docs: list[list[Group]]) -> Pairs:
    return [("".join(ja), " ".join(en)) for doc in docs for ja, en in doc]


def aligned(encoder: Encoder, docs: list[list[Group]], seed: int) -> float:
    """Strict F1 over all joined documents."""
    right = found = gold = 0.0
    with tempfile.TemporaryDirectory() as folder:
        maker = Maker("given", Path(folder))
        maker._encoder = encoder
        for place, part in enumerate(joined(docs, 20)):
            rng = random.Random(f"adapt {seed} {place}")
            sample = maker.sample(str(place), [dropped(doc, rng) for doc in part], rng, -1)
            beads = align(sample.ja, sample.en).beads
            scores = evaluate(sample.gold, beads).strict
            right += scores.precision * len(beads)
            found += len(beads)
            gold += len(sample.gold)
    return 2 * right / (found + gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", default="d365")
    parser.add_argument("--model")
    parser.add_argument("--seeds", type=int, default=1)
    for name, default in (("steps", 300), ("rate", 0.01), ("hold", 0.2), ("common", 3000)):
        parser.add_argument(f"--{name}", type=type(default), default=default)
    args = parser.parse_args()
    docs = documents(args.folder / f"align-{args.set}.jsonl")
    confirmed, rest = docs[0::2], docs[1::2]
    encoder = load(args.model)
    assert isinstance(encoder, StaticEncoder)
    known = [Pair("confirmed", ja, en) for ja, en in pairs_of(confirmed)]
    watched = read_corpus(known[::5])
    learned = read_corpus(pair for place, pair in enumerate(known) if place % 5)
    everyday = sets(args.folder)["tatoeba"]
    print(
        f"{len(confirmed)} documents, {len(known)} pairs confirmed; {len(rest)} documents measured"
    )

    def line(name: str, model: Encoder) -> None:
        print(
            f"{name:12s} retrieval {score(model, pairs_of(rest)):.4f}"
            f" (distinct {score(model, distinct(pairs_of(rest))):.4f})"
            f"  F1 {aligned(model, rest, 0):.4f}  tatoeba {score(model, everyday):.4f}",
            flush=True,
        )

    line("before", encoder)
    for seed in range(args.seeds):
        options = AdaptingOptions(
            seed=seed, steps=args.steps, rate=args.rate, hold=args.hold, common=args.common
        )
        line(f"seed {seed}", adapt_encoder(encoder, learned, watched, "adapted", options))


if __name__ == "__main__":
    main()
