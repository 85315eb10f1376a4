"""`alignbench check`: a file of pairs, and the documents of a project."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from alignbench.cli.output import STDOUT, streamed
from alignbench.exchange.findings import COLUMNS
from alignbench.project import Project
from tests.cli.examples import Call, complaint, write

FIELDS = [
    "pair", "check", "grade", "severity", "type", "ja", "en", "ja_value", "en_value", "message",
]  # fmt: skip
TENS = "会員は十人である。\tThere are twelve members."
FINE = "雨が降った。\tIt rained."


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    return write(
        tmp_path / "pairs.tsv", "ja\ten", FINE, TENS, "会費は五百円。\tIt costs ¥5,000,000."
    )


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_finding_is_a_json_line_with_these_fields(call: Call, pairs: Path) -> None:
    done = call("check", pairs, "-f", "jsonl")
    found = records(done.out)
    assert [list(each) for each in found] == [FIELDS] * len(found)
    assert found[0]["pair"] == 1
    assert (found[0]["ja_value"], found[0]["en_value"]) == ("10 人", "12 members")
    assert "findings in 2 of 3 pairs." in done.err


def test_the_riskiest_pair_comes_first_if_one_asks(call: Call, pairs: Path) -> None:
    assert [each["pair"] for each in records(call("check", pairs, "-f", "jsonl").out)] == [1, 2]
    ranked = records(call("check", pairs, "-f", "jsonl", "--sort", "risk").out)
    assert [each["severity"] for each in ranked] == ["critical", "major"]
    assert [each["pair"] for each in ranked] == [2, 1]


def test_risks_are_given_in_the_order_of_the_pairs_or_their_own(call: Call, pairs: Path) -> None:
    write(pairs, "ja\ten", FINE, "雨が降った。\tThe ministry closed.", "雨が降った。\t")
    risks = [each["risk"] for each in records(call("check", pairs, "--risk").out)]
    assert risks[1] > risks[0]
    assert risks[2] == 3.0  # of its one finding alone: neither model reads an empty side
    ranked = records(call("check", pairs, "--risk", "--sort", "risk").out)
    assert [each["pair"] for each in ranked][-1] == 0
    (omitted,) = (each for each in ranked if each["pair"] == 2)
    assert omitted["reasons"] == ["No English answers this Japanese."]


def test_what_a_program_reads_does_not_wait_for_the_end(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    with streamed(STDOUT) as out:
        out.write(b"first\n")
        out.flush()
        assert capsysbinary.readouterr().out == b"first\n"


def test_a_pipeline_learns_from_the_exit_code(call: Call, pairs: Path) -> None:
    assert call("check", pairs).code == 0
    assert call("check", pairs, "--exit-code").code == 1
    assert call("check", pairs, "--exit-code", "--only", "date.*").code == 0


def test_documents_of_a_project_are_checked(call: Call, project: Path) -> None:
    call("-C", project, "import")
    found = records(call("-C", project, "check", "--all", "-f", "jsonl").out)
    assert {each["document"] for each in found} == {"notice", "story"}
    assert [key for key in found[0] if key != "document"] == FIELDS
    one = records(call("-C", project, "check", "--document", "notice", "-f", "jsonl").out)
    assert one == [each for each in found if each["document"] == "notice"]


def test_the_table_says_whose_pair_it_is(call: Call, project: Path) -> None:
    head, *rows = call("-C", project, "check", "--all", "-f", "tsv").lines
    assert tuple(head.split("\t")) == COLUMNS
    assert {row.split("\t")[COLUMNS.index("document")] for row in rows} == {"notice"}


def test_dismissed_findings_are_listed_with_their_reasons(call: Call, project: Path) -> None:
    check = ("-C", project, "check", "--document", "notice", "-f", "jsonl")
    before = records(call(*check).out)
    with closing(Project.open(project)) as opened:
        session = opened.review("notice")
        session.findings.check()
        session.dismiss(session.findings.of(before[0]["pair"])[0], "the client wants it so")
        session.agree(before[1]["pair"], session.findings.of(before[1]["pair"])[0])
    (gone,) = records(call(*check, "--dismissed").out)
    said = gone.pop("dismissed")
    assert gone == before[0]
    assert said["reason"] == "the client wants it so"
    assert records(call(*check).out) == before[2:]
    text = call("-C", project, "check", "--all", "--dismissed").out
    assert "×" in text
    assert ": the client wants it so" in text


def test_the_settings_of_a_project_hold_for_its_documents_and_for_files(
    call: Call, project: Path, pairs: Path
) -> None:
    settings = project / "alignbench.toml"
    settings.write_text('[checks]\noff = ["num.*", "cov.*"]\n', encoding="utf-8")
    assert records(call("-C", project, "check", pairs, "-f", "jsonl").out) == []
    found = records(call("-C", project, "check", "--all", "-f", "jsonl").out)
    assert not any(each["check"].startswith(("num.", "cov.")) for each in found)
    asked = records(call("-C", project, "check", pairs, "--only", "num.value", "-f", "jsonl").out)
    assert [each["check"] for each in asked] == ["num.value"], "what is asked for runs"


def test_a_semantic_check_that_is_on_asks_the_model_for_a_file_too(
    call: Call, project: Path, tmp_path: Path
) -> None:
    """Each pair's English stands one pair further down: a neighbour fits better throughout."""
    ja = ("犬が庭で吠えた。", "船が港を出た。", "医者が薬を出した。", "雪が山に積もった。")
    en = ("A dog barked in the garden.", "The ship left the port.", "The doctor gave medicine.",
          "Snow lay on the mountain.")  # fmt: skip
    moved = zip(ja, (*en[1:], en[0]), strict=True)
    pairs = write(tmp_path / "moved.tsv", "ja\ten", *("\t".join(pair) for pair in moved))
    check = ("-C", project, "check", pairs, "-f", "jsonl", "--skip", "cov.*,id.*")
    assert call(*check).out == ""
    (project / "alignbench.toml").write_text('[checks]\non = ["sem.outlier"]\n', encoding="utf-8")
    found = records(call(*check).out)
    assert {each["check"] for each in found} == {"sem.outlier"}
    assert not any("hint" in each for each in found)


def test_the_list_shows_what_is_on_here(call: Call, project: Path) -> None:
    (project / "alignbench.toml").write_text(
        '[checks]\noff = ["quote.pair"]\non = ["neg.polarity"]\nseverity = {"num.value"="minor"}\n',
        encoding="utf-8",
    )
    rows = [line.split(maxsplit=4) for line in call("-C", project, "check", "--list").lines]
    state = {row[0]: (row[2], row[3]) for row in rows}
    assert state["quote.pair"][1] == "off"
    assert state["neg.polarity"][1] == "on"
    assert state["sem.outlier"][1] == "hint"
    assert state["num.value"] == ("minor", "on")


def test_settings_that_make_no_sense_are_one_sentence(
    call: Call, project: Path, pairs: Path
) -> None:
    (project / "alignbench.toml").write_text("[names]\nmacrons = 'hat'\n", encoding="utf-8")
    for words in ((pairs,), ("--all",), ("--list",)):
        said = complaint(call("-C", project, "check", *words))
        assert "alignbench.toml, line 2, names.macrons: 'hat'" in said
    assert "line 2" in complaint(call("-C", project, "report", "notice"))


def test_terms_and_rules_of_the_project_hold_for_a_file_unless_others_are_given(
    call: Call, project: Path, tmp_path: Path
) -> None:
    pairs = write(tmp_path / "p.tsv", "ja\ten", "事務局に届ける。\tReport it to the office.")
    write(project / "glossary.tsv", "事務局\tsecretariat")
    words = ("check", pairs, "--only", "term.glossary", "-f", "jsonl")
    assert [each["en_value"] for each in records(call("-C", project, *words).out)] == [
        "secretariat"
    ]
    other = write(tmp_path / "other.tsv", "事務局\toffice")
    assert call("-C", project, *words, "--glossary", other).out == ""
    assert call("-C", tmp_path, *words).out == "", "this folder is no project"


def test_what_does_not_go_together_is_refused(call: Call, project: Path, pairs: Path) -> None:
    for words in (
        (), (pairs, "--all"), ("--all", "--document", "notice"), ("--all", "--risk"),
        (pairs, "--dismissed"),
    ):  # fmt: skip
        assert call("-C", project, "check", *words).code == 2, words
    assert "'nothing'" in complaint(call("-C", project, "check", "--document", "nothing"))
    assert "--document" in complaint(call("-C", project, "check", "notice"))
    assert "no check 'num.valeu'" in complaint(call("check", pairs, "--only", "num.valeu"))
