"""The loop: batches, steps, measurements, checkpoints, an early end."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.quantisation import rounded
from alignbench.embedding.training import checkpoint
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.checkpoint import Course
from alignbench.embedding.training.development import Development, mixed
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.sampler import Batch, Sampler
from alignbench.embedding.training.step import State, take_step

_WARM_UP = 50
"""Steps over which the learning rate rises, at most a tenth of all."""
_SPREAD = 0.1
"""Standard deviation of the numbers a table begins with."""
_FREQUENT = 1e-3
"""Share of all rows from which a row begins smaller (SIF; Arora et al. 2017)."""


class Measurement(NamedTuple):
    """What the development sets say after `step` steps."""

    step: int
    loss: float
    scores: dict[str, float]


Listener = Callable[[Measurement], None]


def first_table(counts: NDArray[np.int64], dimension: int, seed: int) -> Vectors:
    """Random rows, shorter the more often a row is used; `counts` has one number a row."""
    random = np.random.default_rng([seed, 0])
    table = random.standard_normal((len(counts), dimension), dtype=np.float32)
    share = counts / max(int(counts.sum()), 1)
    lengths = np.clip(np.sqrt(_FREQUENT / (_FREQUENT + share)), 0.05, 1) * _SPREAD
    table *= lengths.astype(np.float32)[:, None]
    return table


def train_table(
    table: Vectors,
    sampler: Sampler,
    development: Development,
    options: TrainingOptions,
    *,
    folder: Path | None = None,
    made_for: dict[str, Any] | None = None,
    listener: Listener = lambda _: None,
    progress: Progress = silent,
) -> Vectors:
    """The best table by the development sets' mixed score, from `table` on.

    With a `folder`, a checkpoint is kept there at every measurement, and training goes on from it
    if it was `made_for` the same. Each step draws from its own random numbers, so that a training
    gone on with is the training never interrupted.
    """
    made_for = made_for or {}
    course = checkpoint.load(folder, made_for) if folder else None
    if course is None:
        course = Course(State(table, LazyAdam((table.shape[0], table.shape[1]))), table.copy())
    state = course.state
    every = max(1, options.steps // options.evaluations)
    losses: list[float] = []
    batches = _drawn_ahead(sampler, options, state.steps)
    while state.steps < options.steps and course.since_best < options.patience:
        progress("training", state.steps, options.steps)
        batch = next(batches)
        left = 1 - state.steps / options.steps
        rate = options.rate * left * _warmth(state.steps, options.steps)
        bits = options.bits if left < options.rounded else None
        losses.append(take_step(state, batch, rate, left, options.margin, bits, options.scale))
        if state.steps % every == 0 or state.steps == options.steps:
            scores = development.scores(rounded(state.table, options.bits))
            _keep_best(course, mixed(scores))
            listener(Measurement(state.steps, float(np.mean(losses)), scores))
            losses.clear()
            if folder:
                checkpoint.save(course, folder, made_for)
    return course.best


def _drawn_ahead(sampler: Sampler, options: TrainingOptions, step: int) -> Iterator[Batch]:
    """The batches from `step` on, each drawn in a thread while the one before is learned from."""

    def draw(step: int) -> Batch:
        return sampler.draw(options.batch, np.random.default_rng([options.seed, 1 + step]))

    with ThreadPoolExecutor(1, "drawing") as thread:
        upcoming = thread.submit(draw, step)
        while True:
            step += 1
            upcoming, drawn = thread.submit(draw, step), upcoming
            yield drawn.result()


def _warmth(step: int, steps: int) -> float:
    return min(1.0, (step + 1) / max(1, min(_WARM_UP, steps // 10)))


def _keep_best(course: Course, score: float) -> None:
    if score > course.best_score:
        course.best = course.state.table.copy()
        course.best_score = score
        course.since_best = 0
    else:
        course.since_best += 1
