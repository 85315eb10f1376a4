"""The sample project as the reader cuts it and the bundled model aligns it."""

from collections import Counter
from functools import cache

import pytest

from alignbench import documents
from alignbench.alignment import align
from alignbench.alignment.evaluation import evaluate
from alignbench.domain.text import Document, Kind, Side
from alignbench.embedding import load
from alignbench.pipeline.document_alignment import inputs
from tests.sample.gold import NAMES, beads, folded, read_gold, sample

SIDES: tuple[Side, Side] = ("ja", "en")


@cache
def document(name: str) -> Document:
    return Document(
        name,
        documents.read(sample(name, "ja"), "ja"),
        documents.read(sample(name, "en"), "en"),
    )


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("name", NAMES)
def test_the_reader_cuts_where_the_gold_does(name: str, side: Side) -> None:
    # English dialogue may be cut finer: `"Don't you have to go?" Sayo asked.` is a matter of taste.
    gold = Counter(folded(text) for link in read_gold(name) for text in getattr(link, side))
    read = Counter(folded(segment.view) for segment in document(name).side(side).segments)
    assert (gold & read).total() >= 0.97 * gold.total()


@pytest.mark.parametrize("name", NAMES)
def test_gold_links_partition_the_document(name: str) -> None:
    links = beads(name, document(name))
    for side in SIDES:
        positions = sorted(position for link in links for position in getattr(link, side))
        assert positions == list(range(len(document(name).side(side).segments)))


@pytest.mark.parametrize("side", SIDES)
def test_running_heads_are_set_aside_and_the_cut_sentence_is_whole(side: Side) -> None:
    segments = document("commentary").side(side).segments
    heads = [segment for segment in segments if segment.kind is Kind.FURNITURE]
    cut = [segment for segment in segments if segment.cuts]
    assert len(heads) == {"ja": 3, "en": 2}[side]
    assert len(cut) == 1
    assert {"ja": "最初の一歩になる。", "en": "who replied, 68 percent"}[side] in cut[0].view


@pytest.mark.parametrize(
    ("name", "least"), [("commentary", 0.97), ("notice", 0.99), ("story", 0.93)]
)
def test_the_bundled_model_finds_the_gold_links(name: str, least: float) -> None:
    ja, en = inputs(document(name), load())
    scores = evaluate(beads(name, document(name)), align(ja, en).beads)
    assert scores.strict.f1 >= least
