"""A training's state on disk, so that an interrupted one goes on where it was."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from alignbench.domain.errors import InputError
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.step import State
from alignbench.messages import t
from alignbench.system.atomic_files import written_whole

_FILE = "checkpoint.npz"


@dataclass(slots=True)
class Course:
    """How a training is getting on: its state, and the best table so far by its mixed score."""

    state: State
    best: Vectors
    best_score: float = -1.0
    since_best: int = 0


def save(course: Course, folder: Path, made_for: dict[str, Any]) -> None:
    """Write a checkpoint into `folder`, whole or not at all.

    `made_for` says what the training is of; only a training of the same may go on from here.
    """
    state = course.state
    with written_whole(folder / _FILE) as out:
        np.savez(
            out,
            table=state.table,
            mean=state.adam.mean,
            square=state.adam.square,
            row_steps=state.adam.steps,
            best=course.best,
            scale_moments=state.scale_moments,
            numbers=np.array([state.log_scale, course.best_score]),
            counts=np.array([state.steps, course.since_best]),
            made_for=np.frombuffer(json.dumps(made_for, sort_keys=True).encode(), np.uint8),
        )


def load(folder: Path, made_for: dict[str, Any]) -> Course | None:
    """The checkpoint in `folder`, or None if there is none.

    Raises:
        InputError: it is of another training, or damaged.
    """
    path = folder / _FILE
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as kept:
            if kept["made_for"].tobytes().decode() != json.dumps(made_for, sort_keys=True):
                raise InputError(
                    t(
                        "The checkpoint in {folder} is of a training with other pairs or options.",
                        folder=folder,
                    ),
                    t("Give the same ones to go on, or another folder to begin anew."),
                )
            adam = LazyAdam((1, 1))
            adam.mean, adam.square, adam.steps = kept["mean"], kept["square"], kept["row_steps"]
            state = State(
                kept["table"],
                adam,
                int(kept["counts"][0]),
                float(kept["numbers"][0]),
                kept["scale_moments"],
            )
            best = float(kept["numbers"][1])
            return Course(state, kept["best"], best, int(kept["counts"][1]))
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise InputError(
            t("The checkpoint {path} is damaged.", path=path), t("Delete it to begin anew.")
        ) from error


def delete(folder: Path) -> None:
    """Forget the checkpoint in `folder`."""
    (folder / _FILE).unlink(missing_ok=True)
