"""The project's own model: the bundled one, fine-tuned on what has been confirmed here."""

import hashlib
import shutil
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress, silent
from alignbench.messages import t
from alignbench.project.adapted_model import ADAPTED, replace_folder

if TYPE_CHECKING:
    from alignbench.embedding.static.encoder import StaticEncoder
    from alignbench.embedding.training.adaptation import AdaptingOptions
    from alignbench.embedding.training.pairs import Pair
    from alignbench.project.project import Project

LEAST = 50
"""Confirmed pairs below which nothing can be learned, nor the gain be measured."""
_BITS = 5
"""A number of an adapted table is kept in: more than in the bundled one, whose rows were trained to
be rounded."""
_PARTS = 5


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What adapting gained: retrieval accuracy (CSLS, both directions) on `held_out` pairs.

    These pairs took no part in the training, nor in choosing when to end it. `in_use` is the
    accuracy of the model the project used before, which is the bundled one or an adapted one.
    """

    learned: int
    held_out: int
    bundled: float
    in_use: float
    adapted: float
    switched: bool


def confirmed_pairs(project: "Project") -> "list[Pair]":
    """The texts of all confirmed links with both sides, document by document."""
    from alignbench.embedding.training.pairs import Pair
    from alignbench.review.row_text import read_text

    pairs = []
    for summary in project.documents():
        session = project.review(summary.name)
        for row in session.rows:
            link = row.link
            if link.status is Status.CONFIRMED and not link.is_null:
                pairs.append(Pair(summary.name, read_text(row, "ja"), read_text(row, "en")))
    return pairs


def split(pairs: "Sequence[Pair]") -> "tuple[list[Pair], list[Pair], list[Pair]]":
    """Pairs to learn from, to watch while learning, and to measure the gain by: 60, 20, 20 %.

    A pair's own text decides where it goes. So it stays there when more pairs are confirmed, and
    a repeated pair is never on two sides.
    """
    parts: tuple[list[Pair], list[Pair], list[Pair]] = ([], [], [])
    for pair in pairs:
        part = zlib.crc32(f"{pair.ja}\t{pair.en}".encode("utf-8", "replace")) % _PARTS
        parts[max(0, part - 2)].append(pair)
    return parts


def adapt(
    project: "Project",
    options: "AdaptingOptions | None" = None,
    progress: Progress = silent,
) -> Adaptation:
    """Fine-tune the bundled model on the project's confirmed pairs, and use it if it is better.

    Better than the model in use, on pairs held out. Otherwise nothing changes.

    Raises:
        InputError: fewer than 50 pairs are confirmed.
    """
    from alignbench import embedding
    from alignbench.embedding.training.adaptation import STANDARD, adapt_encoder, found
    from alignbench.embedding.training.corpus import read_corpus

    pairs = confirmed_pairs(project)
    if len(pairs) < LEAST:
        raise InputError(
            t(
                "This project has {count} confirmed pairs; adapting needs {least} at least.",
                count=len(pairs),
                least=LEAST,
            ),
            t("Confirm more links first; some hundred are better."),
        )
    learned, watched, held_out = split(pairs)
    bundled = embedding.bundled()
    # A model made for an earlier alignbench is in no use: until now the bundled one stands in.
    in_use = bundled if project.models.outdated() else project.models.encoder(progress=progress)
    name = f"{bundled.name}+{_digest(pairs)}"
    corpora = read_corpus(learned), read_corpus(watched)
    adapted = adapt_encoder(bundled, *corpora, name, options or STANDARD, progress)
    before, after = found(in_use, held_out), found(adapted, held_out)
    if after > before:
        _keep(project, adapted)
    return Adaptation(
        len(learned), len(held_out), found(bundled, held_out), before, after, after > before
    )


def forget(project: "Project") -> None:
    """Use the bundled model again, and delete the adapted one."""
    if project.models.chosen == ADAPTED.as_posix():
        project.models.choose("")
    shutil.rmtree(project.root / ADAPTED, ignore_errors=True)


def _keep(project: "Project", encoder: "StaticEncoder") -> None:
    """Put the model in place of the one before, which stays until the new one is whole."""
    import numpy as np

    from alignbench.embedding.static.files import StaticConfig, write_static

    vocabulary = encoder.vocabulary
    config = StaticConfig(encoder.name, vocabulary.buckets, vocabulary.ngrams)
    rows = encoder.rows(np.arange(len(vocabulary)))
    replace_folder(
        project.root / ADAPTED,
        lambda folder: write_static(folder, config, vocabulary, rows, bits=_BITS),
    )
    project.models.choose(ADAPTED.as_posix())


def _digest(pairs: "Iterable[Pair]") -> str:
    digest = hashlib.sha256()
    for pair in pairs:
        digest.update(f"{pair.ja}\t{pair.en}\n".encode("utf-8", "replace"))
    return digest.hexdigest()[:8]
