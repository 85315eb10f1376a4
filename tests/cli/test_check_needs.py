"""The model is loaded for those checks that say they need it, whatever they are called."""

from alignbench.checks import Check, Need
from alignbench.checks.embedding_outliers import CHECKS as WITH
from alignbench.checks.terms.consistency import CHECKS as WITHOUT
from alignbench.cli.check_sources import Wanted


def test_the_model_is_needed_by_the_checks_that_say_so() -> None:
    class Estimate(WITHOUT[0]):  # type: ignore[misc, valid-type]
        id = "qe.estimate"
        needs = frozenset({Need.MODEL})

    plain: list[Check] = [check() for check in WITHOUT]
    assert not Wanted().needs_model(plain)
    assert Wanted().needs_model([*plain, Estimate()])


def test_hints_nobody_asked_for_load_no_model() -> None:
    hints: list[Check] = [check() for check in WITH]
    assert not Wanted().needs_model(hints)
    assert Wanted(hints=True).needs_model(hints)
