"""What every check holds to whatever a project knows and whatever the text is."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.checks import CheckedPair, Context, run_checks
from alignbench.checks.names.names import Name, Names
from alignbench.checks.pair import Uncovered
from alignbench.checks.registry import OURS
from alignbench.checks.rule_files import read_rules
from alignbench.checks.terms.glossary import Term, glossary
from alignbench.domain.text import Span

CHECKS = [check() for check in OURS]

CONTEXT = Context(
    similarity=[0.1, 0.9],
    neighbour_margin=[0.5, None],
    uncovered_ja=[(Uncovered(Span(0, 1), 1.0),)],
    glossary=glossary([Term("手続き", "procedure"), Term("手続き", "formality", forbidden=True)]),
    names=Names((Name("大野", "おおの", ("Ono",)), Name("小野", "おの", ("Ono",)))),
    user_rules=read_rules("x\t([0-9]+)本\t\\1 books\tja-not-en\tbooks", "rules.tsv"),
)

PIECES = st.sampled_from([
    "増", "減", "兄", "弟", "しか", "ない。", "か。", "必ずしも", "ませんが、", "「", "」", "（", "）", "(", ")", '"',
    "“", "大野", "手続き", "3本", "図１", "さん", "は", "がが", "increased", "younger brother", "must not",
    "?", "the the", "a hour", "Ono-san", "formality", "123", "é", "\u0000", "\ud800", "\n", "　",
    "ｱ", "ー", "𠮷", "🙂", "ﾟ", "\u0301", "I we", "'tis",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join))


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
