"""Every registered check: its examples, its reference entry, its manners on any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.checks import Check, CheckedPair, Context, Example, run_checks
from alignbench.checks.reference import page
from alignbench.checks.registry import OURS, all_checks, chosen
from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES
from alignbench.pipeline.word_answers import ModelAnswers

KNOWING = Context(answers=ModelAnswers())
"""What the checks know at least, whoever runs them."""
DOCS = Path(__file__).parents[2] / "docs" / "checks.md"
EXAMPLES = [(check, example) for check in all_checks() for example in check.examples]
MIXED = st.text(
    st.sampled_from(list("0123456789一二三十百千万億兆年月日時分割半倍約第以上～・、（）().,:/-%＃①㍻㌔ twohalfJanMay'sº½𠮷\u0301"))
)  # fmt: skip


def name(case: tuple[Check, Example]) -> str:
    return f"{case[0].id}-{case[1].ja}"


@pytest.mark.parametrize("case", EXAMPLES, ids=name)
def test_an_example_is_accepted_when_right_and_reported_when_wrong(
    case: tuple[Check, Example],
) -> None:
    check, example = case
    assert not list(run_checks([CheckedPair(example.ja, example.right)], [check], KNOWING))
    assert list(run_checks([CheckedPair(example.ja, example.wrong)], [check], KNOWING))


def test_ids_are_unique_and_types_are_those_of_flags() -> None:
    ids = [check.id for check in OURS]
    assert len(set(ids)) == len(ids)
    assert {check.type for check in OURS} <= set(FLAG_TYPES)


BEYOND_THE_PAIR = {
    "term.glossary", "term.consistency", "pair.consistency", "en.dup", "name.registry",
    "name.missing", "name.honorific", "user.regex", "sem.outlier", "sem.omission", "sem.meaning", "src.brackets",
    "src.typing", "src.cut",
}  # fmt: skip
"""Checks that one right and one wrong English cannot show: they need a project's knowledge or
several pairs, or find fault with the Japanese. Each has tests of its own."""


def test_every_check_explains_itself_with_an_example() -> None:
    assert [check.id for check in OURS if not check.explanation.endswith((".", ")"))] == []
    assert [check.id for check in OURS if not check.__doc__] == []
    assert {check.id for check in OURS if not check.examples} == BEYOND_THE_PAIR


def test_checks_are_chosen_by_id_and_by_family() -> None:
    assert {check.id for check in chosen(["date.*"], ["date.era"])} == {
        "date.fiscal",
        "date.md",
    }
    with pytest.raises(InputError, match=r"no check 'num.nothing'"):
        chosen(["num.nothing"])


def test_the_reference_is_what_the_checks_say() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run `make docs`"


@given(MIXED | st.text(), MIXED | st.text())
def test_no_text_makes_a_check_fail_or_point_outside_it(ja: str, en: str) -> None:
    for _, finding in run_checks([CheckedPair(ja, en)], all_checks(), KNOWING):
        if finding.ja:
            assert 0 <= finding.ja.start < finding.ja.end <= len(ja)
        if finding.en:
            assert 0 <= finding.en.start < finding.en.end <= len(en)


@pytest.mark.parametrize(
    "filling", ["1", "一", "万", "1,", "1.", "十一", "(", "2024年", "one ", "A1-", "1:"]
)
def test_a_line_of_thirty_thousand_characters_is_read_in_one_go(filling: str) -> None:
    long = filling * (30_000 // len(filling))
    found = run_checks([CheckedPair(long, long)], all_checks(), KNOWING)
    assert all(side is None or side.end <= len(long) for _, f in found for side in (f.ja, f.en))
