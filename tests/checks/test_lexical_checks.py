"""What every check without values holds to: its examples, its entry, any text whatever."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignbench.checks import Check, CheckedPair, Context, Example, run_checks
from alignbench.checks.check import Uncovered
from alignbench.checks.glossary import Term, glossary
from alignbench.checks.names import Name, Names
from alignbench.checks.registry import OURS
from alignbench.checks.user_rules import read_rules
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.text import Span

CHECKS = [check() for check in OURS]
EXAMPLES = [(check, example) for check in CHECKS for example in check.examples]

CONTEXT = Context(
    similarity=[0.1, 0.9],
    neighbour_margin=[0.5, None],
    uncovered_ja=[(Uncovered(Span(0, 1), 1.0),)],
    glossary=glossary([Term("手続き", "procedure"), Term("手続き", "formality", forbidden=True)]),
    names=Names((Name("大野", "おおの", ("Ono",)), Name("小野", "おの", ("Ono",)))),
    user_rules=read_rules("x\t([0-9]+)本\t\\1 books\tja-not-en\tbooks", "rules.tsv"),
)

PIECES = st.sampled_from(
    [
        "増",
        "減",
        "兄",
        "弟",
        "しか",
        "ない。",
        "か。",
        "必ずしも",
        "ませんが、",
        "「",
        "」",
        "（",
        "）",
        "(",
        ")",
        '"',
        "“",
        "大野",
        "手続き",
        "3本",
        "図１",
        "さん",
        "は",
        "がが",
        "increased",
        "younger brother",
        "must not",
        "?",
        "the the",
        "a hour",
        "Ono-san",
        "formality",
        "123",
        "é",
        "\u0000",
        "\ud800",
        "\n",
        "　",
        "ｱ",
        "ー",
        "𠮷",
        "🙂",
        "ﾟ",
        "\u0301",
        "I we",
        "'tis",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join))


@pytest.mark.parametrize(
    ("check", "example"),
    EXAMPLES,
    ids=lambda x: getattr(x, "id", x.ja[:8] if isinstance(x, Example) else None),
)
def test_examples_hold(check: Check, example: Example) -> None:
    assert not list(run_checks([CheckedPair(example.ja, example.right)], [check]))
    assert list(run_checks([CheckedPair(example.ja, example.wrong)], [check]))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_entries_are_complete(check: Check) -> None:
    assert check.type in FLAG_TYPES
    assert check.explanation.endswith((".", ")"))
    assert check.__doc__


def test_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_text_is_checked_and_findings_stay_inside_it(pairs: list[tuple[str, str]]) -> None:
    checked = [CheckedPair(ja, en) for ja, en in pairs]
    for at, finding in run_checks(checked, CHECKS, CONTEXT):
        for span, text in ((finding.ja, pairs[at][0]), (finding.en, pairs[at][1])):
            assert span is None or 0 <= span.start <= span.end <= len(text)
        assert finding.message
        assert finding.key(*pairs[at])


def test_a_very_long_line_is_checked() -> None:
    ja, en = "必ずしも安全ではないが、" * 2_000, "the safe (one " * 2_000
    assert list(run_checks([CheckedPair(ja, en)], CHECKS, CONTEXT))
