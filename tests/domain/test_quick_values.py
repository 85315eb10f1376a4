"""Frozen values that are made quickly are what they would be otherwise."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.quick_values import quick_maker

VALUES = (3, (1, 2), (), Status.SUGGESTED, Origin.ALIGNER, 0.5, "why", 2, "anna", "today", None)


def test_it_is_equal_to_what_the_class_makes() -> None:
    made = quick_maker(Link)(*VALUES)
    assert made == Link(*VALUES)
    assert type(made) is Link
    assert repr(made) == repr(Link(*VALUES))
    assert replace(made, note="") == replace(Link(*VALUES), note="")
    assert hash(made) == hash(Link(*VALUES))


def test_it_is_frozen() -> None:
    made = quick_maker(Link)(*VALUES)
    with pytest.raises(FrozenInstanceError):
        made.note = "another"  # type: ignore[misc]


def test_a_field_too_few_is_told() -> None:
    with pytest.raises(TypeError):
        quick_maker(Link)(*VALUES[:4])


def test_what_is_not_said_is_as_it_comes() -> None:
    wanted = Link(3, (1,), (2,), Status.SUGGESTED, Origin.ALIGNER, None, revision=4)
    made = quick_maker(Link)(
        3, (1,), (2,), Status.SUGGESTED, Origin.ALIGNER, confidence=None, revision=4
    )
    assert made == wanted


def test_no_field_is_set_by_a_call() -> None:
    @dataclass(frozen=True, slots=True)
    class Pair:
        ja: str
        en: str

    called = []
    real = Pair.__setattr__

    def noted(self: Pair, name: str, value: object) -> None:
        called.append(name)
        real(self, name, value)

    Pair.__setattr__ = noted  # type: ignore[method-assign,assignment]
    assert quick_maker(Pair)("猫", "cat").en == "cat"
    assert called == []
