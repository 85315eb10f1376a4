"""How many sentences of the development sets find their translation, by CSLS with k = 4.

python benchmarks/retrieval.py CORPORA/dev [--model NAME …]

Up to 2,000 pairs of each set; mean of both directions. Where a set repeats a text ("Yes." in a
dialogue), `distinct` leaves the repetitions out, since nothing could tell them apart.
"""

import argparse
import json
import time
from pathlib import Path

from alignbench.embedding import load
from alignbench.embedding.protocol import Encoder
from alignbench.embedding.spans import normalised
from alignbench.embedding.training.retrieval import accuracy

MOST = 2_000
Pairs = list[tuple[str, str]]


def sets(folder: Path) -> dict[str, Pairs]:
    """All pairs of each set, in order."""
    found = {
        path.stem.removeprefix("align-"): [
            ("".join(doc["ja"][i] for i in ja), " ".join(doc["en"][j] for j in en))
            for doc in map(json.loads, path.read_text(encoding="utf-8").splitlines())
            for ja, en in doc["gold"]
        ]
        for path in sorted(folder.glob("align-*.jsonl"))
    }
    lines = (folder / "retrieval-tatoeba.tsv").read_text(encoding="utf-8").splitlines()
    found["tatoeba"] = [(cells[-2], cells[-1]) for cells in (line.split("\t") for line in lines)]
    return found


def distinct(pairs: Pairs) -> Pairs:
    """Pairs neither side of which was there before."""
    seen: set[str] = set()
    kept = []
    for ja, en in pairs:
        if ja not in seen and en not in seen:
            kept.append((ja, en))
        seen |= {ja, en}
    return kept


def score(encoder: Encoder, pairs: Pairs) -> float:
    ja, en = zip(*pairs[:MOST], strict=True)
    return accuracy(normalised(encoder.encode(ja, "ja")), normalised(encoder.encode(en, "en")))


def speed(encoder: Encoder, pairs: Pairs) -> str:
    rates = []
    for place, side in ((0, "ja"), (1, "en")):
        texts = [pair[place] for pair in pairs]
        start = time.process_time()
        encoder.encode(texts, side)  # type: ignore[arg-type]
        rates.append(f"{len(texts) / (time.process_time() - start):,.0f} {side}")
    return ", ".join(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", action="append")
    args = parser.parse_args()
    found = sets(args.folder)
    for name in args.model or ["bundled"]:
        encoder = load(name)
        print(
            f"{name} ({encoder.name}), sentences a CPU second: {speed(encoder, found['tatoeba'])}"
        )
        for key, pairs in found.items():
            alone = distinct(pairs)
            print(
                f"  {key:16s} {min(MOST, len(pairs)):5d} {score(encoder, pairs):.4f}"
                f"  distinct {min(MOST, len(alone)):5d} {score(encoder, alone):.4f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
