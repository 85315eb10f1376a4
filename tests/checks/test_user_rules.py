import pytest

from alignbench.checks import Context
from alignbench.checks.rule_files import read_rules
from alignbench.domain.errors import InputError
from alignbench.domain.flags import Severity
from tests.checks.asking import ask, found_at


def rules(line: str) -> Context:
    return Context(user_rules=read_rules(line, "rules.tsv"))


def test_a_back_reference_is_what_the_japanese_group_caught() -> None:
    figures = rules("fig\t図([0-9０-９]+)\t[Ff]igure \\1\\b\tja-not-en\tthe number stays\tmajor")
    pairs = [("図３を見る。", "See Figure 3."), ("図３を見る。", "See Figure 4.")]
    ((at, finding),) = ask("user.regex", pairs, figures)
    assert (at, finding.severity, finding.ja_value) == (1, Severity.MAJOR, "図３")
    assert finding.message == "fig: the number stays"


def test_what_a_group_caught_is_no_pattern() -> None:
    codes = rules("code\t<(.+?)>\t<\\1>\tja-not-en\t")
    assert found_at("user.regex", [("<a.c>", "<a.c>"), ("<a.c>", "<abc>")], codes) == [1]


@pytest.mark.parametrize(("mode", "found"), [("both", [0]), ("ja-not-en", [1]), ("en-not-ja", [2])])
def test_modes_say_when_a_rule_speaks(mode: str, found: list[int]) -> None:
    pairs = [("窓口", "window"), ("窓口", "desk"), ("受付", "window"), ("受付", "desk")]
    assert found_at("user.regex", pairs, rules(f"x\t窓口\twindow\t{mode}\t")) == found


def test_counts_may_be_compared() -> None:
    stars = rules("stars\t★\t\\*\tcount-differs\t")
    pairs = [("★★", "**"), ("★★", "*"), ("", "*")]
    assert found_at("user.regex", pairs, stars) == [1, 2]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("\ta\tb\tboth\t", "line 1, column id"),
        ("x\t(\tb\tboth\t", "line 1, column ja: .* position 1"),
        ("x\ta\t[\tboth\t", "line 1, column en"),
        ("x\ta\t\\1\tboth\t", "column en: .*group"),
        ("x\ta\tb\tsometimes\t", "column mode"),
        ("x\ta\tb\tboth\t\tawful", "column severity"),
        ("x\ta\tb\tboth\t\tminor\tugly", "column type"),
    ],
)
def test_a_line_that_is_no_rule_is_named(line: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read_rules(line, "rules.tsv")


def test_a_runaway_pattern_ends_in_an_error_that_names_it() -> None:
    complaint = r"rules\.tsv, line 1: the rule 'slow' takes too long on pair 1 \(あ{20}…\)"
    with pytest.raises(InputError, match=complaint):
        ask("user.regex", [("い", "x"), ("あ" * 5000, "x")], rules("slow\t(あ+)+い\tx\tboth\t"))


def test_a_heading_and_notes_are_no_rules() -> None:
    assert read_rules("id\tja\ten\tmode\n# a note\n\n", "rules.tsv") == ()


@pytest.mark.parametrize(
    "pattern", ["a{60000}", "a{5,9999}", "((a{9}){99}){99}", "(" * 900 + ")" * 900,
                "a" * 5_000],
)  # fmt: skip
def test_a_pattern_that_would_fill_the_memory_is_refused(pattern: str) -> None:
    with pytest.raises(InputError, match="line 1, column ja"):
        read_rules(f"x\t{pattern}\tb\tboth\t", "rules.tsv")


def test_what_was_caught_is_repeated_within_bounds_only() -> None:
    with pytest.raises(InputError, match="takes too long on pair 0"):
        ask("user.regex", [("あ" * 500, "x")], rules("x\t(.*)\t\\1{999}x\tboth\t"))
    assert found_at(
        "user.regex", [("ああ", "ああああああ")], rules("x\t^(.+)$\t\\1{3}\tboth\t")
    ) == [0]


def test_usual_counts_are_no_obstacle() -> None:
    line = "x\t\\d{4}年\\d{1,2}月(\\d{1,2}日){2}\t\\w{3,}\\{5000}\tboth\t"
    assert len(read_rules(line, "rules.tsv")) == 1
