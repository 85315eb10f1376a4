from dataclasses import replace

import numpy as np
import pytest

from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.training.adaptation import AdaptingOptions, adapt_encoder, found, grown
from alignbench.embedding.training.corpus import read_corpus
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.pairs import Pair
from alignbench.embedding.training.selection import choose_vocabulary
from tests.embedding.training.invented import sentences

pytestmark = pytest.mark.xdist_group("sentence-transformers")  # which is where torch is

PAIRS = read_corpus(Pair("invented", ja, en) for ja, en in sentences()[:200])
UNSEEN = [Pair("invented", ja, en) for ja, en in sentences()[200:]]
OTHERS = read_corpus(UNSEEN)
OPTIONS = AdaptingOptions(steps=20, evaluations=2, rate=0.05, common=5)


@pytest.fixture
def encoder() -> StaticEncoder:
    """A model that knows 20 features and has learned nothing yet."""
    vocabulary = choose_vocabulary(PAIRS, TrainingOptions(features=20, pairs=3, buckets=11))
    table = 0.1 * np.random.default_rng(0).standard_normal((len(vocabulary), 16), dtype=np.float32)
    return StaticEncoder("blank", vocabulary, table)


def test_new_words_get_rows_and_every_text_keeps_its_vector(encoder: StaticEncoder) -> None:
    vocabulary, table = grown(encoder, PAIRS, seen=2)
    assert len(vocabulary.known) > len(encoder.vocabulary.known)
    larger = StaticEncoder("grown", vocabulary, table)
    for side, texts in (("ja", ["昨日、鳥が歌った。"]), ("en", ["A bird sang; zebras slept."])):
        same = larger.encode(texts, side), encoder.encode(texts, side)  # type: ignore[arg-type]
        assert np.allclose(*same, atol=1e-4)


def test_it_finds_more_of_what_it_did_not_see_and_the_model_given_stays_as_it_was(
    encoder: StaticEncoder,
) -> None:
    rows = np.arange(len(encoder.vocabulary))
    before = encoder.rows(rows).copy()
    adapted = adapt_encoder(encoder, PAIRS, OTHERS, "adapted", OPTIONS)
    assert adapted.name == "adapted"
    assert found(adapted, UNSEEN) > found(encoder, UNSEEN) + 0.2
    assert np.array_equal(encoder.rows(rows), before)


def test_the_same_seed_gives_the_same_model(encoder: StaticEncoder) -> None:
    short = AdaptingOptions(steps=10, evaluations=2)
    first, second = (adapt_encoder(encoder, PAIRS, OTHERS, "adapted", short) for _ in range(2))
    rows = np.arange(len(first.vocabulary))
    assert np.array_equal(first.rows(rows), second.rows(rows))


def test_common_rows_are_held_where_they_were(encoder: StaticEncoder) -> None:
    held = AdaptingOptions(steps=10, evaluations=2, rate=0.05, hold=1.0, common=10**6)
    adapted = adapt_encoder(encoder, PAIRS, OTHERS, "adapted", held)
    rows = np.arange(len(encoder.vocabulary.known))
    assert np.allclose(adapted.rows(rows), encoder.rows(rows), atol=1e-6)
    free = adapt_encoder(encoder, PAIRS, OTHERS, "adapted", replace(held, hold=0.0, common=1))
    assert not np.allclose(free.rows(rows), encoder.rows(rows), atol=1e-3)
