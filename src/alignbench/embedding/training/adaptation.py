"""Fine-tuning a static model on a few hundred pairs, without its forgetting the rest.

No text of the first training is needed. What stands in for it is the model itself: after each step
every row is pulled back towards what it was, common rows hard and rare rows hardly, since what the
model knows of other texts rests on the common ones. Words the model has no row for get one, which
begins as what they were before: the sum of their pieces' rows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alignbench.domain.progress import Progress, silent
from alignbench.embedding.protocol import Encoder, Vectors
from alignbench.embedding.spans import normalised
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.embedding.training.adam import LazyAdam
from alignbench.embedding.training.corpus import SIDES, Corpus, Features
from alignbench.embedding.training.development import MOST, Development, mixed
from alignbench.embedding.training.pairs import Pair
from alignbench.embedding.training.retrieval import accuracy
from alignbench.embedding.training.rows import Rows, rows_of_texts
from alignbench.embedding.training.sampler import Sampler
from alignbench.embedding.training.step import State, take_step


@dataclass(frozen=True, slots=True)
class AdaptingOptions:
    """How far a model may move.

    Attributes:
        steps: at most; the model after the best measurement is taken.
        batch: pairs told apart at once, at most.
        rate: learning rate at the beginning; it falls to zero.
        hold: share of its way that a common row is pulled back after each step; a rare row is
            pulled back by `hold` × its share of commonness.
        common: rank of frequency up to which a row counts as common.
        seen: times a word must be seen in the pairs to get a row.
        dropout: share of rows left out of each text.
        spans: share of a batch that is runs of neighbouring pairs.
        scale: what cosines are multiplied by at the beginning.
        evaluations: times the model is measured.
        seed: the same seed and pairs give the same model.
    """

    steps: int = 300
    batch: int = 1024
    rate: float = 0.02
    hold: float = 0.1
    common: int = 3_000
    seen: int = 2
    dropout: float = 0.2
    spans: float = 0.5
    scale: float = 25.0
    evaluations: int = 10
    seed: int = 0


STANDARD = AdaptingOptions()


def adapt_encoder(
    encoder: StaticEncoder,
    learned: Corpus,
    watched: Corpus,
    name: str,
    options: AdaptingOptions = STANDARD,
    progress: Progress = silent,
) -> StaticEncoder:
    """`encoder` fine-tuned on `learned`, at the step where it does best on `watched`.

    `encoder` itself stays as it is; if no step does better, its equal is given back.
    """
    vocabulary, origin = grown(encoder, learned, options.seen)
    sides = rows_of_texts(learned.ja, vocabulary), rows_of_texts(learned.en, vocabulary)
    usable = (np.diff(sides[0].starts) > 0) & (np.diff(sides[1].starts) > 0)
    development = Development({"watched": _side_rows(watched, vocabulary)})
    best, best_score = origin, mixed(development.scores(origin))
    if usable.any():
        sampler = Sampler(
            *sides, usable.astype(float), learned.source, options.spans, options.dropout
        )
        state = State(origin.copy(), LazyAdam((origin.shape[0], origin.shape[1])))
        state.log_scale = float(np.log(options.scale))
        holds = _holds(vocabulary, options)
        every = max(1, options.steps // options.evaluations)
        size = min(options.batch, int(usable.sum()))
        for step in range(options.steps):
            progress("adapting", step, options.steps)
            left = 1 - step / options.steps
            batch = sampler.draw(size, np.random.default_rng([options.seed, step]))
            take_step(state, batch, options.rate * left, left, 0.0)
            rows = np.union1d(batch.ja.rows, batch.en.rows)
            state.table[rows] += holds[rows, None] * (origin[rows] - state.table[rows])
            if (step + 1) % every == 0 and (
                (score := mixed(development.scores(state.table))) > best_score
            ):
                best, best_score = state.table.copy(), score
    return StaticEncoder(name, vocabulary, best)


def found(encoder: Encoder, pairs: Sequence[Pair]) -> float:
    """Retrieval accuracy of any encoder on the first 2,000 of `pairs`."""
    ja, en = [pair.ja for pair in pairs[:MOST]], [pair.en for pair in pairs[:MOST]]
    return accuracy(normalised(encoder.encode(ja, "ja")), normalised(encoder.encode(en, "en")))


def grown(encoder: StaticEncoder, pairs: Corpus, seen: int) -> tuple[Vocabulary, Vectors]:
    """The vocabulary and table of `encoder` with a row for each unknown word of `pairs`.

    A word must be seen `seen` times. Every text keeps its vector.
    """
    old = encoder.vocabulary
    new = _unknown(pairs, old, seen)
    table = encoder.rows(np.arange(len(old)))
    known, rest = table[: len(old.known)], table[len(old.known) :]
    pieces = np.array(
        [table[_stood_for(word, old)].sum(axis=0) for word in new.values()], np.float32
    ).reshape(len(new), table.shape[1])
    vocabulary = Vocabulary([*old.known, *new], old.buckets, old.ngrams, tuple(old.pairs))
    return vocabulary, np.concatenate([known, pieces, rest])


def _stood_for(word: Features, vocabulary: Vocabulary) -> list[int]:
    """The rows that stood for the first feature of an unknown `word` and for its likenesses."""
    others = [row for feature in word[1:] for row in vocabulary.rows_of(feature)]
    return list((Counter(vocabulary.rows(word)) - Counter(others)).elements())


def _unknown(pairs: Corpus, vocabulary: Vocabulary, seen: int) -> dict[str, Features]:
    """The unknown features seen often enough, each with a word that begins with it, if any."""
    counts: Counter[str] = Counter()
    words: dict[str, Features] = {}
    for side in SIDES:
        texts = pairs.side(side)
        times = np.bincount(texts.words, minlength=len(texts.lexicon))
        for word, count in zip(texts.lexicon, times.tolist(), strict=True):
            for feature in word:
                if feature[0] in "je":
                    counts[feature] += count
                    words.setdefault(feature, (feature,))
            if word:
                words[word[0]] = word
    known = set(vocabulary.known)
    enough = sorted(each for each, count in counts.items() if count >= seen and each not in known)
    return {each: words[each] for each in enough}


def _holds(vocabulary: Vocabulary, options: AdaptingOptions) -> Vectors:
    """How far each row is pulled back: features stand in the vocabulary by frequency."""
    rank = np.arange(len(vocabulary))
    commonness = np.minimum(1.0, options.common / (rank + 1))
    pairs = slice(len(vocabulary.known), len(vocabulary.known) + len(vocabulary.pairs))
    commonness[pairs] = np.minimum(1.0, options.common / (np.arange(len(vocabulary.pairs)) + 1))
    commonness[pairs.stop :] = 1.0
    holds: Vectors = (options.hold * commonness).astype(np.float32)
    return holds


def _side_rows(pairs: Corpus, vocabulary: Vocabulary) -> tuple[Rows, Rows]:
    first = np.arange(min(MOST, len(pairs)))
    return (
        rows_of_texts(pairs.ja, vocabulary).taken(first),
        rows_of_texts(pairs.en, vocabulary).taken(first),
    )
