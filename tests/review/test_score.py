"""The MQM score, held to the worked example of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.flags import FLAG_TYPES, Flag, Severity
from alignbench.domain.quality import Profile
from alignbench.review.score import count_characters, count_words, score


def flags(*severities: Severity, type_: str = "accuracy/omission") -> list[Flag]:
    return [
        Flag(at, 1, type_, severity, "", None, None, "me", "")
        for at, severity in enumerate(severities)
    ]


def test_ten_minor_errors_in_a_thousand_words_are_99_raw_and_90_calibrated() -> None:
    result = score(flags(*[Severity.MINOR] * 10), 1000, 2080)
    assert result.raw == pytest.approx(99.0)
    assert result.calibrated == pytest.approx(90.0)
    assert result.passed


def test_one_critical_error_fails_whatever_the_score() -> None:
    result = score(flags(Severity.CRITICAL), 100_000, 208_000)
    assert result.calibrated is not None
    assert result.calibrated > 99
    assert result.passed is False


def test_below_500_words_there_are_counts_but_no_score() -> None:
    result = score(flags(Severity.MAJOR), 499, 1000)
    assert (result.raw, result.calibrated, result.passed) == (None, None, None)
    assert result.penalty == 5


def test_flags_that_were_rejected_or_mended_cost_nothing() -> None:
    flag = Flag(1, 1, "style/awkward", Severity.MAJOR, "", None, None, "me", "", "fixed")
    assert score([flag], 1000, 2000).penalty == 0


def test_a_stricter_profile_takes_more_off() -> None:
    strict = Profile(passing=95.0, accepted_penalty=2.0)
    result = score(flags(Severity.MINOR), 1000, 2000, strict)
    assert result.calibrated == pytest.approx(97.5)


def test_types_stand_with_the_costliest_first() -> None:
    made = flags(Severity.MINOR) + flags(Severity.MAJOR, type_="style/awkward")
    names = [each.name for each in score(made, 1000, 2000).types]
    assert names == ["Awkward style", "Omission"]


@given(
    st.lists(st.tuples(st.sampled_from(sorted(FLAG_TYPES)), st.sampled_from(Severity))),
    st.integers(500, 10**6),
)
def test_another_error_never_raises_the_score(
    errors: list[tuple[str, Severity]], words: int
) -> None:
    made = [
        Flag(at, 1, type_, severity, "", None, None, "me", "")
        for at, (type_, severity) in enumerate(errors)
    ]
    fewer = score(made[:-1], words, 0).calibrated
    more = score(made, words, 0).calibrated
    assert fewer is not None
    assert more is not None
    assert more <= fewer


def test_words_and_characters_are_counted_as_people_do() -> None:
    assert count_words("The library – opened in 1993 – is well-loved.") == 7
    assert count_characters("図書館は、午後８時まで開く。") == 12
