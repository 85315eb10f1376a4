"""`alignbench.toml`: what it switches, and how it says what is wrong in it."""

import re
from pathlib import Path

import pytest

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.names.names import Honorifics, Order, Policy
from alignbench.checks.registry import all_checks, chosen
from alignbench.domain.errors import InputError
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from alignbench.language.romanisation import Macrons
from alignbench.project.check_context import CheckContextBuilder
from alignbench.project.settings import CheckSettings, read_settings
from alignbench.project.user_files import SETTINGS
from tests.review.examples import project_with

CAME = [
    CheckedPair("加藤太郎さんが来た。", "Katoh Tarō-san came."),
    CheckedPair("十人が来た。", "Twelve people came."),
]


def found(settings: str, pairs: list[CheckedPair] = CAME) -> dict[str, Finding]:
    checks = read_settings(settings).applied(all_checks())
    return {finding.check: finding for _, finding in run_checks(pairs, checks)}


def test_without_settings_all_is_as_it_comes() -> None:
    settings = read_settings("")
    assert settings == CheckSettings()
    assert settings.applied(all_checks()) == all_checks()


def test_a_check_that_is_off_does_not_run_and_one_that_is_on_outlives_its_family() -> None:
    settings = read_settings('[checks]\noff = ["num.*", "quote.pair"]\non = ["num.value"]\n')
    ids = {check.id for check in settings.applied(all_checks())}
    assert "num.value" in ids
    assert not ids & {"num.range", "num.ordinal", "quote.pair"}


def test_a_severity_of_its_own_counts_whatever_the_check_thinks() -> None:
    assert found("")["num.value"].severity is not Severity.CRITICAL
    assert (
        found('[checks.severity]\n"num.value" = "critical"\n')["num.value"].severity == "critical"
    )


def test_a_check_counts_more_than_its_family_and_needs_no_quotation_marks() -> None:
    settings = read_settings('[checks.severity]\nnum.value = "major"\n"num.*" = "minor"\n')
    assert (settings.severity["num.value"], settings.severity["num.range"]) == ("major", "minor")


def test_a_hint_that_is_on_counts_as_a_finding() -> None:
    pairs = [CheckedPair("決められた場所で休む。", "I rest in the designated place.")]
    assert found("", pairs)["subj.invented"].hint
    shown = found('[checks]\non = ["subj.invented"]', pairs)["subj.invented"]
    assert not shown.hint
    assert all(check.hint for check in chosen(["subj.invented"])), "the check itself is untouched"


@pytest.mark.parametrize(
    ("settings", "where", "what"),
    [
        ("[names]\nmacrons = 'hat'\n", "line 2, names.macrons", "'hat' is none of any, plain"),
        ("\n[checks]\noff = [\n  'quote.pair',\n  'num.valeu',\n]\n", "line 5, checks.off",
         "there is no check 'num.valeu'"),
        ("[checks]\non = 'num.value'\n", "line 2, checks.on", "a list"),
        ("[checks.severity]\n'num.*' = 'bad'\n", "line 2, checks.severity.num.*",
         "none of neutral"),
        ("[naming]\norder = 'any'\n", "line 1, naming", "it may have checks, names"),
        ("[names]\nstyle = 1\n", "line 2, names.style", "[names] may have macrons, order"),
        ("names = 3\n", "line 1, names", "a table"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_named_with_line_and_key(
    settings: str, where: str, what: str
) -> None:
    with pytest.raises(InputError) as refused:
        read_settings(settings)
    assert f"{SETTINGS}, {where}: " in refused.value.what
    assert what in refused.value.what


def test_what_is_no_toml_is_said_with_its_line() -> None:
    with pytest.raises(InputError, match=r"is not TOML: .*line 2"):
        read_settings("[names]\nmacrons = \n")


@pytest.mark.parametrize("content", ["a = " + "[" * 100_000, "a = " + "9" * 10_000])
def test_what_would_break_the_reader_is_no_toml(content: str) -> None:
    with pytest.raises(InputError, match="is not TOML"):
        read_settings(content)


def test_the_page_for_users_shows_settings_that_can_be_read() -> None:
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    settings = read_settings(example)
    assert settings.policy == Policy(Macrons.MACRON, Order.GIVEN_FIRST, Honorifics.TITLE)
    assert settings.severity["term.glossary"] == "minor"
    for kind in (Macrons, Order, Honorifics):
        assert all(f"`{choice}`" in page for choice in kind)
    line = example.splitlines().index('macrons = "macron"') + 1
    with pytest.raises(InputError) as refused:
        read_settings(example.replace('"macron"', "'hat'"))
    assert f"alignbench: {refused.value}" in page
    assert f"line {line}," in page


class TestNames:
    """The house style for names, obeyed by the checks that know names."""

    PAIRS = (
        *[CheckedPair("加藤が来た。", "Kato came.", declared=True)] * 3,
        CheckedPair("加藤太郎は画家である。", "Taro Kato is a painter.", declared=True),
        *[CheckedPair("太郎が来た。", "Taro came.", declared=True)] * 3,
        CheckedPair("加藤さんは帰った。", "Kato-san went home.", declared=True),
    )

    def doubted(self, root: Path, settings: str) -> list[tuple[int, str]]:
        (root / SETTINGS).write_text(f"[names]\n{settings}\n", encoding="utf-8")
        context = CheckContextBuilder.of_project(root, semantic=False)(self.PAIRS)
        checks = chosen(["name.registry", "name.honorific"])
        return [(at, each.ja_value) for at, each in run_checks(self.PAIRS, checks, context)]

    def test_any_asks_nothing(self, tmp_path: Path) -> None:
        assert self.doubted(tmp_path, 'macrons = "any"') == []

    @pytest.mark.parametrize(
        ("style", "wanted"),
        [("plain", set()), ("macron", {"Katō", "Tarō"}), ("oh", {"Katoh", "Taroh"})],
    )
    def test_long_vowels(self, tmp_path: Path, style: str, wanted: set[str]) -> None:
        said = {value for _, value in self.doubted(tmp_path, f'macrons = "{style}"')}
        assert said == wanted

    def test_the_order_of_family_and_given_name(self, tmp_path: Path) -> None:
        assert self.doubted(tmp_path, 'order = "given-first"') == []
        assert self.doubted(tmp_path, 'order = "family-first"') == [(3, "Kato Taro")]

    def test_honorifics(self, tmp_path: Path) -> None:
        assert self.doubted(tmp_path, 'honorifics = "keep"') == []
        assert self.doubted(tmp_path, 'honorifics = "drop"') == [(7, "drop")]


def test_the_review_obeys_and_says_what_is_wrong(tmp_path: Path) -> None:
    project = project_with(tmp_path)
    (project.root / SETTINGS).write_text('[checks]\noff = ["*"]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"line 2, checks\.off: there is no check"):
        project.review("notice").findings.check()
    (project.root / SETTINGS).write_text('[checks]\noff = ["cov.*"]\n', encoding="utf-8")
    session = project.review("notice")
    session.findings.check()
    found = [each for at in range(len(session.rows)) for each in session.findings.of(at)]
    ids = {each.finding.check for each in found}
    assert not any(id_.startswith("cov.") for id_ in ids)
