"""Whether keeping vectors pays: making them anew against reading them from the database.

    python benchmarks/vector_cache.py [MODEL]

Prints times for 4,000 made-up sentences, relative to reading kept vectors of the same dimension.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from alignbench import embedding
from alignbench.project.vector_cache import CachedVectors
from alignbench.store import Store

COUNT = 4000
SENTENCES = (
    "駅前の図書館は月曜日に休みますが、祝日が月曜日のときは翌日が休みになります。",
    "貸し出しは一人十冊までです。",
    "次に予約した人がいなければ、期間を一度だけ延長できます。",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", nargs="?", help="the bundled one, if left out")
    encoder = embedding.load(parser.parse_args().model)
    count = COUNT if encoder.additive else COUNT // 10
    texts = [f"{number}番、{SENTENCES[number % 3]}" for number in range(count)]
    encoder.encode(texts[:100], "ja")
    making = timed(lambda: encoder.encode(texts, "ja"))
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "alignbench.db")
        keeping = CachedVectors(encoder, store)
        first = timed(lambda: keeping.encode(texts, "ja"))
        reading = timed(lambda: keeping.encode(texts, "ja"))
        size = sum(size for _, _, size in store.vector_sizes())
        store.close()
    print(f"{encoder.name}, {encoder.dimension} dimensions, {count} sentences")
    print(f"making them             {making / reading:8.2f}")
    print(f"making and keeping them {first / reading:8.2f}")
    print("reading kept ones           1.00")
    print(f"bytes kept a sentence   {size / count:8.0f}")


def timed(work: Callable[[], np.ndarray]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
