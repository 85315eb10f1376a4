"""From pairs to a model's folder: what `alignbench train` does."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.errors import InputError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.files import StaticConfig, write_static
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.embedding.training import checkpoint
from alignbench.embedding.training.corpus import Corpus, joined
from alignbench.embedding.training.development import MOST, Development, held_out
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.rows import Rows, rows_of_texts
from alignbench.embedding.training.sampler import Sampler, chances, hashes
from alignbench.embedding.training.selection import choose_vocabulary
from alignbench.embedding.training.trainer import Listener, first_table, train_table
from alignbench.messages import t

_LEAST = 20
"""Pairs below which there is nothing to learn from and to measure by."""


_LONG = 12
"""Rows of a text that two pairs hardly share by chance."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Both sides of some pairs as rows."""

    ja: Rows
    en: Rows


def train_model(
    corpora: Sequence[Corpus],
    folder: Path,
    name: str,
    options: TrainingOptions,
    *,
    start: StaticEncoder | None = None,
    development: Mapping[str, Corpus] | None = None,
    listener: Listener = lambda _: None,
    progress: Progress = silent,
) -> None:
    """Train on `corpora` and write the model called `name` into `folder`.

    It is measured by the sets of `development`, whose pairs are taken out of training where they
    are found there, or by pairs held out of each source. With `start`, training begins from that
    model, its vocabulary kept. A checkpoint in `folder` is gone on with.

    Raises:
        InputError: there are too few pairs, or the checkpoint is of another training.
    """
    corpus = joined(corpora)
    if len(corpus) < _LEAST:
        raise InputError(
            t(
                "There are {count} pairs; training needs {least} at least, better 100,000.",
                count=len(corpus),
                least=_LEAST,
            )
        )
    progress(t("choosing the vocabulary"), 0, 0)
    vocabulary = start.vocabulary if start else choose_vocabulary(corpus, options)
    pairs = _rows(corpus, vocabulary)
    weights = chances(corpus.sources, corpus.source, options.weights)
    weights[(np.diff(pairs.ja.starts) == 0) | (np.diff(pairs.en.starts) == 0)] = 0
    silent = _silent(vocabulary)
    unlearned: list[NDArray[Any]]
    if development:
        sets = {key: _rows(each, vocabulary) for key, each in development.items()}
        unlearned = [np.flatnonzero(_found_in(pairs, each, silent)) for each in sets.values()]
    else:
        sets, numbers = _held_out(corpus, pairs, options)
        unlearned = [numbers]
    for each in unlearned:
        weights[each] = 0
    if not weights.any():
        raise InputError(t("No pair is left to train on."), t("Give some source a weight above 0."))
    folder.mkdir(parents=True, exist_ok=True)
    table = train_table(
        _begun(start, pairs, vocabulary, options),
        Sampler(
            pairs.ja,
            pairs.en,
            weights,
            corpus.source,
            options.spans,
            options.dropout,
            options.beside,
            silent,
        ),
        Development({key: _first(each) for key, each in sets.items()}),
        options,
        folder=folder,
        made_for=_made_for(corpus, start, options),
        listener=listener,
        progress=progress,
    )
    config = StaticConfig(name, vocabulary.buckets, vocabulary.ngrams)
    write_static(folder, config, vocabulary, table, options.bits)
    checkpoint.delete(folder)


def _held_out(
    corpus: Corpus, pairs: _Pairs, options: TrainingOptions
) -> tuple[dict[str, _Pairs], NDArray[np.int64]]:
    """Some pairs of each source by its name, and the numbers of all of them."""
    numbers = held_out(corpus.source, options.held_out, np.random.default_rng(options.seed))
    sources = corpus.source[numbers]
    sets = {
        corpus.sources[each]: _Pairs(
            pairs.ja.taken(numbers[sources == each]), pairs.en.taken(numbers[sources == each])
        )
        for each in np.unique(sources)
    }
    return sets, numbers


def _begun(
    start: StaticEncoder | None, pairs: _Pairs, vocabulary: Vocabulary, options: TrainingOptions
) -> Vectors:
    """The table that training begins with."""
    if start:
        return start.rows(np.arange(len(vocabulary)))
    counts = [np.bincount(each.rows, minlength=len(vocabulary)) for each in (pairs.ja, pairs.en)]
    return first_table(counts[0] + counts[1], options.dimension, options.seed)


def _rows(corpus: Corpus, vocabulary: Vocabulary) -> _Pairs:
    return _Pairs(rows_of_texts(corpus.ja, vocabulary), rows_of_texts(corpus.en, vocabulary))


def _first(pairs: _Pairs) -> tuple[Rows, Rows]:
    """As many pairs as are told apart when it is measured."""
    first = np.arange(min(MOST, len(pairs.ja)))
    return pairs.ja.taken(first), pairs.en.taken(first)


def _silent(vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """Rows of marks and shapes: texts that differ by a comma alone are the same."""
    silent = np.zeros(len(vocabulary), bool)
    silent[: len(vocabulary.known)] = [each[0] in "pq" for each in vocabulary.known]
    return silent


def _found_in(pairs: _Pairs, others: _Pairs, silent: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which pairs have the words of one of `others`: on both sides, or on one if it is long."""
    found = [
        np.isin(hashes(side, silent), hashes(other, silent))
        for side, other in _zipped(pairs, others)
    ]
    long = [np.diff(side.starts) >= _LONG for side, _ in _zipped(pairs, others)]
    result: NDArray[np.bool_] = (found[0] & found[1]) | (found[0] & long[0]) | (found[1] & long[1])
    return result


def _zipped(pairs: _Pairs, others: _Pairs) -> tuple[tuple[Rows, Rows], tuple[Rows, Rows]]:
    return (pairs.ja, others.ja), (pairs.en, others.en)


def _made_for(
    corpus: Corpus, start: StaticEncoder | None, options: TrainingOptions
) -> dict[str, Any]:
    digest = hashlib.sha256()
    for array in (corpus.source, corpus.ja.words, corpus.en.words):
        digest.update(np.ascontiguousarray(array).data)
    first = start.name if start else ""
    return {"pairs": digest.hexdigest(), "start": first, **options.recorded()}
