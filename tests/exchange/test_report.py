"""The report's page: what it shows, and that no text can break out of it."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.text import Span
from alignbench.exchange import report
from alignbench.exchange.report import ProjectReport, Remark, Report, ReportRow
from alignbench.exchange.report.content import marked
from alignbench.review.score import score

FINDING = Remark(
    "finding", "Mistranslation", "以上 includes 18, over 18 does not", Severity.MAJOR,
    Span(0, 5), Span(15, 22), "num.boundary",
)  # fmt: skip
FLAG = Remark(
    "flag", "Mistranslation", "Ages", Severity.MINOR, Span(2, 7), Span(2, 4), "A reviewer"
)
GUARDIAN = ReportRow(
    2, "18歳以上の保護者が要る。", "It takes a guardian over 18.", "doubtful", 0.7,
    "tell the client", True, (FINDING, FLAG),
)  # fmt: skip
OMITTED = ReportRow(3, "以上。", "", "omitted", 1.0)


def page(*rows: ReportRow, title: str = "notice") -> str:
    flag = Flag(1, 1, "accuracy/mistranslation", Severity.MAJOR, "", None, None, "me", "")
    made = Report(title, "24 November 2026", "0.1", rows, score([flag], 1200, 2500), 0.5)
    out = io.BytesIO()
    report.write(made, out)
    return out.getvalue().decode()


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def test_a_row_stands_there_with_its_texts_state_and_remarks() -> None:
    first, second = html.fromstring(page(GUARDIAN, OMITTED)).iter("article")
    assert (first.get("id"), second.get("id")) == ("r2", "r3")
    assert first.get("class") == "doubtful opens"
    ja, en = first.iter("p")
    assert (words(ja), words(en)) == (GUARDIAN.ja, GUARDIAN.en)
    (remarks,) = first.iter("ul")
    assert "以上 includes 18" in words(remarks)
    assert "tell the client" in words(remarks)
    assert "nothing in the English" in words(second)


def test_highlights_are_cut_where_they_overlap_and_a_flag_hides_a_finding() -> None:
    runs = [(run.text, run.kind) for run in marked(GUARDIAN.ja, GUARDIAN.remarks, "ja")]
    assert runs == [("18", "finding"), ("歳以上の保", "flag"), ("護者が要る。", "")]


def test_the_score_is_named_and_a_short_text_has_none() -> None:
    assert "calibrated MQM score" in page(GUARDIAN)
    assert "raw score 99.58" in page(GUARDIAN)
    assert "would pass so far" in page(GUARDIAN), "half of it is not settled"
    short = Report("short", "today", "0.1", (GUARDIAN,), score([], 100, 210), 1.0)
    out = io.BytesIO()
    report.write(short, out)
    assert "no score below 500 words" in out.getvalue().decode()


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    made = page(GUARDIAN, OMITTED)
    tree = html.fromstring(made)
    assert not list(tree.iter("script", "link", "img", "iframe"))
    assert "url(" not in made
    assert "@import" not in made
    assert all(str(link.get("href")).startswith("#r") for link in tree.iter("a"))


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_out_of_its_place(ja: str, en: str) -> None:
    row = ReportRow(1, ja + "<script>x</script>", en + '"><img src=x>', "suggested", 0.9, en)
    tree = html.fromstring(page(row, title=ja))
    assert not list(tree.iter("script", "img"))


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)
)
def test_marking_never_changes_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    remarks = [
        Remark("finding", "t", "m", Severity.MINOR, Span(min(a, b), max(a, b))) for a, b in spans
    ]
    assert "".join(run.text for run in marked(text, remarks, "ja")) == text


def test_every_number_in_a_style_is_a_percentage_of_something() -> None:
    widths = [float(width) for width in re.findall(r"width:([\d.]+)%", page(GUARDIAN, OMITTED))]
    assert widths
    assert all(0 <= width <= 100 for width in widths)


ADDED = ReportRow(4, "", "Bring a towel.", "added", None)


def listed(made: str) -> dict[str, list[str]]:
    """What the ledger names one by one: the sentences under each heading."""
    return {
        words(next(details.iter("summary"))): [words(link) for link in details.iter("a")]
        for details in html.fromstring(made).iter("details")
    }


def test_the_ledger_names_what_is_left_out_added_and_open() -> None:
    assert listed(page(GUARDIAN, OMITTED, ADDED)) == {
        "Left out of the English (1)": ["以上。"],
        "Added in the English (1)": ["Bring a towel."],
        "Still open (1)": [GUARDIAN.ja + GUARDIAN.en],
    }


def test_a_dismissed_finding_is_listed_with_its_reason_and_marks_nothing() -> None:
    dismissed = Remark(
        "dismissed", "Mistranslation", "18", Severity.MAJOR, label="num.boundary",
        reason="the law says so",
    )  # fmt: skip
    made = page(ReportRow(1, GUARDIAN.ja, GUARDIAN.en, "confirmed", 1.0, remarks=(dismissed,)))
    assert "Dismissed: the law says so" in made
    tree = html.fromstring(made)
    assert not list(tree.iter("mark"))
    assert not tree.xpath("//nav/a[@class='finding']")


def test_a_project_has_a_line_for_each_document_and_names_that_are_unique() -> None:
    first, second = (
        Report(name, "today", "0.1", (GUARDIAN, OMITTED), score([], 600, 1300), 0.5, f"d{at}r")
        for at, name in enumerate(("notice", "<b>letter</b>"), 1)
    )
    out = io.BytesIO()
    both = ProjectReport("town", "today", "0.1", (first, second), score([], 1200, 2600), 0.5)
    report.write_project(both, out)
    tree = html.fromstring(out.getvalue().decode())
    (table,) = (each for each in tree.iter("table") if "overview" in str(each.get("class")))
    assert [words(row[0]) for row in table.iter("tr")][1:] == [
        "notice", "<b>letter</b>", "all documents",
    ]  # fmt: skip
    names = [str(each.get("id")) for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names)) == 6
    assert {str(link.get("href"))[1:] for link in tree.iter("a")} <= set(names)
