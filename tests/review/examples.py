"""Projects and sessions on small documents, with an encoder that needs no model."""

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from alignbench.domain.identity import SOMEONE, Identity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document, Side
from alignbench.embedding.protocol import Vectors
from alignbench.pipeline.file_alignment import ReadOptions
from alignbench.project import Project
from alignbench.review import ReviewSession
from tests.store.examples import text

Runs = tuple[tuple[int, ...], tuple[int, ...]]


class TinyEncoder:
    """Knows one thing about a sentence: the numbers in it, alike in both languages."""

    name = "tiny"
    dimension = 24
    additive = True

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        """Sums of one random direction for each number."""
        self.calls += 1
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for at, sentence in enumerate(texts):
            for number in re.findall(r"\d+", sentence):
                direction = np.random.default_rng(int(number)).normal(size=self.dimension)
                vectors[at] += (direction / np.linalg.norm(direction)).astype(np.float32)
            progress("embedding", at + 1, len(texts))
        return vectors


def ja(*numbers: int) -> str:
    """A Japanese sentence about these numbers."""
    return f"ここには{'と'.join(f'番号{number}' for number in numbers)}のことが書いてあります。"


def en(*numbers: int) -> str:
    """An English sentence about these numbers."""
    return f"Here it says something of {' and of '.join(f'number {n}' for n in numbers)}."


JA = (ja(1), ja(2), ja(3, 4), ja(5), ja(6), ja(7))
EN = (en(1), en(2), en(3), en(4), en(5), en(7), en(99))
"""3 and 4 are split, 6 is left out, 99 is added."""
RUNS: tuple[Runs, ...] = (
    ((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), ((3,), (4,)), ((4,), ()), ((5,), (5,)), ((), (6,)),
)  # fmt: skip
"""What the aligner should find in them."""


def document(ja_: Sequence[str] = JA, en_: Sequence[str] = EN, name: str = "notice") -> Document:
    """A document of these sentences."""
    return Document(name, text("ja", ja_), text("en", en_))


def project_with(
    root: Path, ja_: Sequence[str] = JA, en_: Sequence[str] = EN, name: str = "notice"
) -> Project:
    """A project that has imported a document of these sentences from files."""
    project = Project.create(root)
    paths = [root / "data" / side / f"{name}.txt" for side in ("ja", "en")]
    for path, sentences in zip(paths, (ja_, en_), strict=True):
        path.write_text("\n".join(sentences), encoding="utf-8")
    project.import_document(*paths, encoder=TinyEncoder(), options=ReadOptions(segmented=True))
    return project


def open_session(root: Path, name: str = "notice", who: Identity = SOMEONE) -> ReviewSession:
    """A window of its own on a project's document."""
    return Project.open(root, who).review(name, TinyEncoder())


def runs(session: ReviewSession) -> list[Runs]:
    """What the rows hold, in order."""
    return [(row.link.ja, row.link.en) for row in session.rows]


def statuses(session: ReviewSession) -> list[Status]:
    """Where the rows stand, in order."""
    return [row.link.status for row in session.rows]


def link(
    id_: int,
    ja_: Sequence[int] = (),
    en_: Sequence[int] = (),
    status: Status = Status.SUGGESTED,
    origin: Origin = Origin.ALIGNER,
    confidence: float | None = 0.9,
    note: str = "",
) -> Link:
    """A link as it may be stored."""
    return Link(id_, tuple(ja_), tuple(en_), status, origin, confidence, note)
