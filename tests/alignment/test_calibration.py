"""How sure a link is, given its document."""

import numpy as np
import pytest

from alignbench.alignment.scoring.calibration import NEVER_SURE, calibrated, with_confidence
from alignbench.alignment.scoring.document_model import DocumentModel
from alignbench.domain.links import Bead

SHARP = DocumentModel(0.0, 0.7, 0.14, 3.0, 5.0, np.zeros((2, 2)))
LOOSE = DocumentModel(0.0, 0.4, 0.13, 3.0, 5.0, np.zeros((2, 2)))
PLAIN = {"odds null": 1.0, "odds single": 1.0, "odds several": 1.0}


def test_plain_coefficients_leave_posteriors_as_they_are() -> None:
    for shape in ((1, 1), (1, 2), (1, 0)):
        assert calibrated(0.3, shape, SHARP, PLAIN) == pytest.approx(0.3)


def test_a_null_link_of_a_loose_document_is_never_sure() -> None:
    assert calibrated(0.9999, (1, 0), LOOSE, PLAIN) == NEVER_SURE
    assert calibrated(0.9999, (1, 0), SHARP, PLAIN) == pytest.approx(0.9999)


def test_a_link_of_a_loose_document_is_sure_only_where_nearly_all_such_links_are_right() -> None:
    assert calibrated(0.9, (1, 1), LOOSE, PLAIN) == NEVER_SURE
    assert calibrated(0.96, (1, 1), LOOSE, PLAIN) == pytest.approx(0.96)
    assert calibrated(0.9, (1, 1), SHARP, PLAIN) == pytest.approx(0.9)


@pytest.mark.parametrize("model", [SHARP, LOOSE])
def test_what_was_likelier_stays_likelier(model: DocumentModel) -> None:
    chances = [calibrated(p, (1, 1), model) for p in (0.01, 0.2, 0.5, 0.9, 0.999)]
    assert chances == sorted(chances)
    assert 0.0 < chances[0] < chances[-1] < 1.0


def test_links_keep_their_segments() -> None:
    (found,) = with_confidence([Bead((0, 1), (3,), 0.5)], SHARP)
    assert (found.ja, found.en) == ((0, 1), (3,))
