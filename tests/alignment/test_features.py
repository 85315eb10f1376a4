"""Features of beads, on documents small enough to check by hand."""

from dataclasses import replace

import numpy as np
import pytest

from alignbench.alignment import Options, SideInput
from alignbench.alignment.inputs import shapes
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.alignment.scoring.document_statistics import prepare
from alignbench.alignment.scoring.features import BeadFeatures
from alignbench.alignment.scoring.shape_classes import group
from alignbench.alignment.search.chunks import batch_bands, cut, stepwise
from tests.alignment.examples import Shape, side

MODEL = DocumentModel(0.0, 0.5, 0.25, 2.0, 4.0, np.zeros((2, 2)))
EYE = np.eye(4)


def features(ja: SideInput, en: SideInput) -> BeadFeatures:
    """All beads of a document, every node kept."""
    line = np.arange(ja.size + en.size + 1, dtype=np.int64) // 2
    path = stepwise(line, ja.size, en.size)
    band = batch_bands([cut(path, 0, len(path) - 1)], ja.size + 1)
    return BeadFeatures(prepare(ja, en), band, shapes(ja, en, Options()))


def value(found: BeadFeatures, name: str, shape: Shape, end: Shape) -> float:
    """A feature of the bead of `shape` that ends after the segments `end`."""
    values = (dict(found.values(shape, MODEL)) | dict(dict(found.fixed())[shape]))[name]
    here = (found.ja == end[0]) & (found.en == end[1])
    return float(np.broadcast_to(values, found.ja.shape)[here][0])


def test_shapes_fall_into_classes() -> None:
    assert [group(shape) for shape in ((1, 0), (1, 1), (1, 3), (4, 1), (2, 2))] == [
        "null", "11", "1n", "1n", "mn",
    ]  # fmt: skip


def test_cosines_are_those_of_centred_vectors() -> None:
    found = features(side(EYE), side(EYE))
    place = found.place[1, 1]
    at = (found.ja == 1) & (found.en == 1)
    assert found.cosines[place][at][0] == pytest.approx(1.0, abs=1e-5)
    at = (found.ja == 1) & (found.en == 2)
    # Two of four unit vectors less their mean: -1/4 over 3/4.
    assert found.cosines[place][at][0] == pytest.approx(-1 / 3, abs=1e-5)


def test_lengths_that_fit_the_ratio_are_no_news() -> None:
    ja, en = side(EYE, [10, 20, 30, 40]), side(EYE, [20, 40, 60, 100])
    found = features(ja, en)
    assert value(found, "length 11", (1, 1), (1, 1)) == 0.0
    # 20 characters too many; variance 4 a character, 90 in the mean and 6.
    assert value(found, "length 11", (1, 1), (4, 4)) == pytest.approx(400 / (4.0 * 96), rel=1e-5)


def test_numbers_that_differ_are_counted() -> None:
    ja = replace(side(EYE), keys=[frozenset({"n:1", "n:2"})] + [frozenset()] * 3)
    en = replace(side(EYE), keys=[frozenset({"n:1"})] + [frozenset()] * 3)
    assert value(features(ja, en), "numbers apart", (1, 1), (1, 1)) == 1.0


def test_a_link_over_a_paragraph_break_is_told() -> None:
    ja, en = side(EYE, paragraphs=[0, 0, 1, 1]), side(EYE, paragraphs=[0, 0, 1, 1])
    found = features(ja, en)
    assert value(found, "across paragraphs", (2, 1), (2, 1)) == 0.0
    assert value(found, "across paragraphs", (2, 1), (3, 3)) == 1.0


def test_a_null_bead_knows_its_likeliest_partner() -> None:
    found = features(side(EYE), side(EYE[[0, 1, 3]]))
    assert value(found, "null similar", (1, 0), (1, 1)) == 1.5  # as alike as can be, cut off
    assert value(found, "null similar", (1, 0), (3, 2)) == 0.0


def test_groups_of_several_are_dear_only_where_matches_stand_out() -> None:
    found = features(*(SideInput(np.stack([EYE, EYE])) for _ in range(2)))
    sharp = DocumentModel(0.0, 0.7, 0.14, 3.0, 5.0, np.zeros((2, 2)))
    loose = replace(sharp, match=0.4)
    charged = [dict(found.values((2, 2), model))["sharp mn"] for model in (sharp, loose)]
    assert charged == [1.0, 0.0]
