"""Trains the reader: groups are drawn by workers while it learns.

    python -m benchmarks.meaning.training.train DATA TOKENIZER OUT [--weights FOLDER]
        [--seconds N] [--places N] [--workers N] [--rate X]

`DATA` is what `prepare.py` and `mine.py` wrote, `OUT` gets the weights. The weights that ship were
made by one run of 563 seconds on one accelerator, batches of 76,800 places, 15 workers.
"""

import argparse
import math
import multiprocessing
import multiprocessing.queues
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

from benchmarks.meaning.training.corpus import Corpus, load_corpus
from benchmarks.meaning.training.groups import groups
from benchmarks.meaning.training.network import Network, begin_from, write_arrays
from benchmarks.meaning.training.packing import (
    GROUP,
    Batch,
    Encoded,
    joined,
    packed,
    width_for,
)

WARM_UP = 250
"""Steps in which the rate rises."""
POOL, LEAST_POOL = 3000, 150
"""Batches kept to be given again while no fresh one is ready, and how many before that."""
PIECE_WEIGHT, KIND_WEIGHT, EARLY_WEIGHT = 0.5, 0.2, 0.2
MARGIN = 1.0
"""By how much the wrong one of a group should be the riskier one."""
WRONG_PIECE = 4.0
"""A wrong piece counts so many right ones: they are few."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    seconds: float = 560.0
    places: int = 76_800
    """Places of a batch: examples times its width."""
    rate: float = 2.5e-4
    workers: int = 15
    steps: int | None = None
    """Stop after so many, whatever the seconds; for tests."""


def batches(corpus: Corpus, tokenizer: Path, seed: int, places: int) -> Iterator[Batch]:
    """Batches of groups of about one width, without end."""
    coder = Tokenizer.from_file(str(tokenizer))
    coder.no_truncation()
    coder.no_padding()

    def encode(texts: list[str]) -> list[Encoded]:
        coded = coder.encode_batch(texts, add_special_tokens=False)
        return [(each.ids, each.offsets) for each in coded]

    waiting: dict[int, list[Batch]] = {}
    for group in groups(corpus, random.Random(seed)):
        made = packed(group, encode)
        width = width_for(made) if made else None
        if made is None or width is None:
            continue
        there = waiting.setdefault(width, [])
        there.append(made)
        if len(there) * GROUP * width >= places:
            yield joined(there, width)
            waiting[width] = []


def loss_of(network: nn.Module, batch: Batch, device: str) -> Tensor:
    """Each pair judged alone and beside its group, its pieces, its kind, and the early head."""
    ids, types, labels, lengths, kinds = (
        torch.from_numpy(each.astype(np.int64)).to(device)
        for each in (batch.ids, batch.types, batch.labels, batch.lengths, batch.kinds)
    )
    wrong = torch.from_numpy(batch.wrong).to(device)
    with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
        said = network(ids, types, lengths)
    pieces, pairs, of_kinds, early = (each.float() for each in said)
    known = (labels >= 0).float()
    by_piece = F.binary_cross_entropy_with_logits(
        pieces,
        labels.clamp(min=0).float(),
        pos_weight=torch.tensor(WRONG_PIECE, device=device),
        reduction="none",
    )
    on_pieces = (by_piece * known).sum() / known.sum().clamp(min=1)
    return (
        _on_pairs(pairs, wrong)
        + PIECE_WEIGHT * on_pieces
        + KIND_WEIGHT * F.cross_entropy(of_kinds, kinds)
        + EARLY_WEIGHT * _on_pairs(early, wrong)
    )


def _on_pairs(logits: Tensor, wrong: Tensor) -> Tensor:
    """The loss of each alone (labels a little softened), and half that of comparing a group."""
    alone = F.binary_cross_entropy_with_logits(logits, wrong * 0.97 + 0.01)
    here, answers = logits.view(-1, GROUP), wrong.view(-1, GROUP)
    ahead = here[:, :, None] - here[:, None, :]
    worse = (answers[:, :, None] - answers[:, None, :]).clamp(min=0)
    compared = (F.softplus(MARGIN - ahead) * worse).sum() / worse.sum().clamp(min=1)
    return alone + 0.5 * compared


def train(network: Network, fed: Iterator[Batch], plan: Plan, device: str) -> int:
    """Learn from `fed` for the plan's time; returns the steps made."""
    network.to(device).train()
    optimiser = torch.optim.AdamW(
        network.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98)
    )
    start, step = time.monotonic(), 0
    while (done := (time.monotonic() - start) / plan.seconds) < 1.0 and step != plan.steps:
        for group in optimiser.param_groups:
            falling = 0.5 * (1.0 + math.cos(math.pi * done)) + 0.003
            group["lr"] = plan.rate * min(1.0, (step + 1) / WARM_UP) * falling
        loss = loss_of(network, next(fed), device)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        step += 1
        if step % 200 == 0:
            print(f"step {step}, loss {loss.item():.3f}, {done:.0%} of the time", flush=True)
    return step


def fed_by_workers(corpus: Corpus, tokenizer: Path, plan: Plan) -> Iterator[Batch]:
    """Batches from processes; old ones again while no fresh one is ready."""
    context = multiprocessing.get_context("fork")
    queue: multiprocessing.queues.Queue[Batch] = context.Queue(maxsize=48)
    for seed in range(plan.workers):
        arguments = (corpus, tokenizer, 1000 + seed, plan.places, queue)
        context.Process(target=_work, args=arguments, daemon=True).start()
    rng, pool = random.Random(0), list[Batch]()
    while True:
        try:
            batch = queue.get(timeout=0.02 if len(pool) >= LEAST_POOL else 30)
        except Empty:
            if not pool:
                raise
            yield rng.choice(pool)
            continue
        if len(pool) < POOL:
            pool.append(batch)
        else:
            pool[rng.randrange(POOL)] = batch
        yield batch


def _work(corpus: Corpus, tokenizer: Path, seed: int, places: int, queue: Any) -> None:
    for batch in batches(corpus, tokenizer, seed, places):
        queue.put(batch)


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the reader of meaning.")
    usual = Plan()
    for name in ("data", "tokenizer", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--seconds", type=float, default=usual.seconds)
    parser.add_argument("--places", type=int, default=usual.places)
    parser.add_argument("--workers", type=int, default=usual.workers)
    parser.add_argument("--rate", type=float, default=usual.rate)
    asked = parser.parse_args()
    plan = Plan(asked.seconds, asked.places, asked.rate, asked.workers)
    network = Network()
    if asked.weights:
        print("drawn anew:", ", ".join(begin_from(network, asked.weights)) or "nothing")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    fed = fed_by_workers(load_corpus(asked.data), asked.tokenizer, plan)
    print(train(network, fed, plan, device), "steps")
    write_arrays(network, asked.out)


if __name__ == "__main__":
    main()
