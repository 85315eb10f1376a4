"""A logit is measured from the middle of its document, the shorter the document the less so."""

import pytest

from alignbench.pipeline.document_scale import (
    LEAST_SPREAD,
    USUAL_MIDDLE,
    USUAL_SPREAD,
    document_scale,
    quantile,
)


def test_nothing_read_is_measured_by_what_is_usual() -> None:
    scale = document_scale([])
    assert (scale.middle, scale.spread) == (USUAL_MIDDLE, USUAL_SPREAD)


def test_a_logit_that_is_usual_in_its_document_does_not_stand_out() -> None:
    free, literal = ([middle + step / 25 for step in range(-50, 51)] for middle in (2.0, -4.0))
    assert document_scale(free).standing(2.0) < 1.0
    assert document_scale(literal).standing(2.0) > 2.0


def test_a_few_rows_move_the_scale_little() -> None:
    few, many = document_scale([4.0] * 2), document_scale([4.0] * 200)
    assert abs(few.middle - USUAL_MIDDLE) < abs(few.middle - 4.0)
    assert many.middle == pytest.approx(4.0, abs=0.6)


def test_a_tenth_of_wrong_rows_hardly_moves_it() -> None:
    good = [step / 50 for step in range(-90, 90)]
    with_errors = document_scale([*good, *[8.0] * 20])
    assert with_errors.middle == pytest.approx(document_scale(good).middle, abs=0.3)
    assert with_errors.standing(8.0) > 3.0


def test_a_text_without_spread_has_the_least() -> None:
    assert document_scale([-4.5] * 5000).spread == LEAST_SPREAD


def test_a_standing_leads_back_to_its_logit() -> None:
    scale = document_scale([-3.0, -1.0, 0.5, 2.0])
    assert scale.logit(scale.standing(1.25)) == pytest.approx(1.25)


@pytest.mark.parametrize(("share", "value"), [(0.0, 1.0), (0.5, 2.0), (0.75, 3.0), (1.0, 4.0)])
def test_a_quantile_lies_between_its_neighbours(share: float, value: float) -> None:
    assert quantile([1.0, 2.0, 4.0], share) == pytest.approx(value)
