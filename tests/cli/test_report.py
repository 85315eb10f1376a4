"""`alignbench report` and `alignbench check`, as far as the command line goes."""

import json
from pathlib import Path

import pytest
from lxml import html

from tests.cli.examples import EN, JA, Call, complaint, write


def test_the_report_is_one_page_with_both_texts(call: Call, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    done = call("-C", project, "report", "notice", "-o", out)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith(" findings.\n")
    page = html.fromstring(out.read_bytes())
    assert "令和7年2月14日" in "".join(map(str, page.itertext()))
    assert not page.xpath("//script[@src] | //link[@href] | //img[@src]")


def test_all_documents_make_one_page_with_a_table(
    call: Call, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report.html"
    call("-C", project, "import")
    assert call("-C", project, "report", "--all", "-o", out).code == 0
    page = html.fromstring(out.read_bytes())
    titles = [h.text for h in page.iter("h2") if h.get("class") == "title"]
    assert titles == ["notice", "story"]
    table = next(page.iter("table"))
    assert len(list(table.iter("tr"))) == 4


def test_a_report_is_about_one_document_or_all(call: Call, project: Path) -> None:
    assert call("-C", project, "report").code == 2
    assert call("-C", project, "report", "notice", "--all").code == 2


def test_a_report_about_nothing(call: Call, project: Path) -> None:
    assert "'minutes'" in complaint(call("-C", project, "report", "minutes"))
    assert call("-C", project, "report", "notice", "--penalty", "0").code == 2


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """A good pair, and one whose English is missing."""
    return write(tmp_path / "pairs.tsv", "ja\ten", f"{JA[0]}\t{EN[0]}", f"{JA[1]}\t")


def test_check_finds_what_is_wrong_with_a_pair(call: Call, pairs: Path) -> None:
    done = call("check", pairs, "-f", "jsonl")
    found = [json.loads(line) for line in done.lines]
    assert {each["pair"] for each in found} == {1}
    assert found[0]["check"] == "cov.omission"
    assert done.code == 0
    assert call("check", pairs, "--exit-code").code == 1


def test_check_knows_what_it_can_check(call: Call) -> None:
    assert call("check", "--list").lines
    assert "'no.such'" in complaint(call("check", "pairs.tsv", "--only", "no.such"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write(
        tmp_path / "library.tsv",
        "ja\ten",
        "手続きは窓口で行います。\tThe formality is done at the window.",
        "図書館は月曜日に休みます。\tThe library is closed on Mondays.",
        "返却が遅れると貸し出しを断ることがあります。\tThe tower was built of red brick.",
    )


def test_check_holds_the_english_to_a_glossary_and_to_rules(
    call: Call, library: Path, tmp_path: Path
) -> None:
    terms = write(tmp_path / "terms.tsv", "手続き\tprocedure")
    rules = write(tmp_path / "rules.tsv", "desk\t窓口\t[Ww]indow\tboth\tA 窓口 is a desk.")
    done = call("check", library, "-f", "jsonl", "--glossary", terms, "--rules", rules)
    found = {(each["pair"], each["check"]) for each in map(json.loads, done.lines)}
    assert {(0, "term.glossary"), (0, "user.regex")} <= found


def test_a_glossary_that_cannot_be_read_names_its_line(
    call: Call, library: Path, tmp_path: Path
) -> None:
    terms = write(tmp_path / "terms.tsv", "手続き\tprocedure", "窓口")
    assert "terms.tsv, line 2" in complaint(call("check", library, "--glossary", terms))


def test_risks_are_one_for_each_pair_and_the_wrong_english_is_the_riskiest(
    call: Call, library: Path
) -> None:
    risks = [json.loads(line) for line in call("check", library, "--risk").lines]
    assert [each["pair"] for each in risks] == [0, 1, 2]
    assert max(risks, key=lambda each: float(each["risk"]))["pair"] == 2


@pytest.mark.parametrize("bound", ["nan", "inf", "-inf"])
def test_what_is_no_number_is_no_measure(call: Call, project: Path, bound: str) -> None:
    assert call("-C", project, "report", "notice", "--passing", bound).code == 2
    assert call("-C", project, "report", "notice", "--penalty", bound).code == 2
