"""A small static model with rows that tests can foresee."""

from pathlib import Path

import numpy as np

from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.files import StaticConfig, write_static
from alignbench.embedding.static.vocabulary import Vocabulary

KNOWN = ("j:図書", "j:館", "j:本", "e:library", "e:book", "n:3")
BUCKETS = 16
DIMENSION = 8


def vocabulary() -> Vocabulary:
    return Vocabulary(KNOWN, BUCKETS, (3, 4))


def table() -> np.ndarray:
    return np.random.default_rng(5).normal(size=(len(vocabulary()), DIMENSION)).astype(np.float32)


def encoder() -> StaticEncoder:
    return StaticEncoder("small-1", vocabulary(), table())


def write_small(folder: Path) -> Path:
    write_static(folder, StaticConfig("small-1", BUCKETS, (3, 4)), vocabulary(), table(), bits=6)
    return folder
