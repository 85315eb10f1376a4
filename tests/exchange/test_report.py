"""The report's page: what it shows, and that no text can break out of it."""

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.quality import Profile
from alignbench.domain.text import Span
from alignbench.exchange import report
from alignbench.exchange.report import ProjectReport, Report, ReportIssue, ReportRow, charts
from alignbench.exchange.report.content import marked
from alignbench.review.score import score

FINDING = ReportIssue(
    "finding", "Mistranslation", "以上 includes 18, over 18 does not", Severity.MAJOR,
    Span(0, 5), Span(15, 22), "num.boundary",
)  # fmt: skip
FLAG = ReportIssue(
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


def those(tree: etree._Element, tag: str, css: str) -> list[etree._Element]:
    """The elements of a tag that have a class."""
    return [each for each in tree.iter(tag) if css in str(each.get("class", "")).split()]


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def test_a_row_stands_there_with_its_texts_state_and_issues() -> None:
    first, second = html.fromstring(page(GUARDIAN, OMITTED)).iter("article")
    assert (first.get("id"), second.get("id")) == ("r2", "r3")
    assert first.get("class") == "doubtful opens"
    ja, en = first.iter("p")
    assert (words(ja), words(en)) == (GUARDIAN.ja, GUARDIAN.en)
    (issues,) = first.iter("ul")
    assert "以上 includes 18" in words(issues)
    assert "tell the client" in words(issues)
    assert "nothing in the English" in words(second)


def test_a_better_english_is_struck_and_inserted_below_the_text() -> None:
    row = replace(
        GUARDIAN, issues=(), note="", proposal="It takes a guardian of 18 or over.",
        proposal_state="accepted",
    )  # fmt: skip
    assert not row.is_quiet
    tree = html.fromstring(page(row))
    (said,) = those(tree, "li", "proposal")
    assert ([words(each) for each in said.iter("del")], [words(e) for e in said.iter("ins")]) == (
        ["over"], ["of", " or over"],
    )  # fmt: skip
    assert "accepted" in words(said)
    assert "better English proposed" in words(tree)


def test_highlights_are_cut_where_they_overlap_and_a_flag_hides_a_finding() -> None:
    runs = [(run.text, run.kind) for run in marked(GUARDIAN.ja, GUARDIAN.issues, "ja")]
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
    issues = [
        ReportIssue("finding", "t", "m", Severity.MINOR, Span(min(a, b), max(a, b)))
        for a, b in spans
    ]
    assert "".join(run.text for run in marked(text, issues, "ja")) == text


def test_every_bar_lies_inside_its_chart() -> None:
    tree = html.fromstring(page(GUARDIAN, OMITTED))
    bars = [each for each in tree.iter("rect") if str(each.get("width")).endswith("%")]
    assert len(bars) > 3
    for each in bars:
        start, width = (float(str(each.get(name, "0%"))[:-1]) for name in ("x", "width"))
        assert start >= 0
        assert width > 0
        assert start + width <= 100.01


def test_the_strip_is_as_strong_as_many_rows_are_bad() -> None:
    """480 rows in 240 ticks of two: one with a flag in both rows, one in one row, the rest fine."""
    fine = ReportRow(1, "はい。", "Yes.", "confirmed", None)
    rows = [replace(fine, number=at) for at in range(1, 481)]
    for at in (0, 1, 10):
        rows[at] = replace(rows[at], issues=(FLAG,))
    made = Report("long", "today", "0.1", tuple(rows), score([], 600, 1300), 1.0)
    both, _, _, _, _, one, *rest = charts.strip(made)
    assert (both.css, both.strength, both.base) == ("flag", 1.0, "confirmed")
    assert (one.first, one.css) == (11, "flag")
    assert 0.3 < one.strength < 1.0
    assert {tick.css for tick in rest} == {"confirmed"}
    assert len(rest) == 240 - 6


def test_rare_checks_of_a_long_list_are_put_together() -> None:
    issues = [replace(FINDING, label=f"check.{at:02}") for at in range(30)]
    made = Report(
        "d", "today", "0.1", (replace(GUARDIAN, issues=(*issues, issues[0])),),
        score([], 600, 1300), 1.0,
    )  # fmt: skip
    bars = charts.by_label(made, "finding")
    assert (bars[0].label, bars[0].value, bars[0].share) == ("check.00", 2, 100 * 2 / 15)
    assert (len(bars), bars[-1].label, bars[-1].value) == (16, "15 others", 15)


class TestLongDocuments:
    """A page of ten thousand pairs opens on what matters."""

    def made(self, many: int) -> etree._Element:
        quiet = ReportRow(1, "はい。", "Yes.", "suggested", 0.99)
        rows = [replace(quiet, number=at) for at in range(1, many + 1)]
        rows[9], rows[11] = replace(GUARDIAN, number=10), replace(OMITTED, number=12)
        return html.fromstring(page(*rows))

    def test_runs_of_quiet_pairs_are_folded(self) -> None:
        folded = those(self.made(500), "details", "quiet")
        assert [words(next(each.iter("summary"))) for each in folded] == [
            "1–9: 9 pairs without issues", "11: 1 pair without issues",
            "13–500: 488 pairs without issues",
        ]  # fmt: skip
        assert len(list(self.made(500).iter("article"))) == 500, "nothing is left out"

    def test_a_short_document_stands_open(self) -> None:
        assert not those(self.made(100), "details", "quiet")

    def test_the_list_of_open_pairs_is_cut_short_with_the_doubtful_in_it(self) -> None:
        (listing,) = those(self.made(2000), "details", "suggested")
        assert words(next(listing.iter("summary"))) == "Still open (1999)"
        entries = [int(str(each.get("value"))) for each in listing.iter("li")]
        assert len(entries) == 300
        assert 10 in entries
        assert "1,699 more" in words(listing)


def test_a_flag_that_is_fixed_is_told_and_marks_nothing() -> None:
    fixed = ReportIssue(
        "settled", "Mistranslation", "Ages", Severity.MAJOR, label="me", reason="fixed"
    )
    tree = html.fromstring(page(replace(GUARDIAN, issues=(fixed,))))
    (issue,) = those(tree, "li", "settled")
    assert words(issue).endswith("fixed")
    assert not list(tree.iter("mark"))
    assert "1 fixed or rejected" in words(tree)


def test_the_formulas_stand_there_with_the_numbers_they_were_used_with() -> None:
    made = Report(
        "d", "today", "0.1", (GUARDIAN,), score([], 600, 1300), 1.0, profile=Profile(95, 8),
        off=("quote.pair",),
    )  # fmt: skip
    out = io.BytesIO()
    report.write(made, out)
    text = " ".join(words(html.fromstring(out.getvalue())).split())
    assert "SF = (100 − 95) ÷ 8" in text
    assert "switched off: quote.pair." in text


ADDED = ReportRow(4, "", "Bring a towel.", "added", None)


def listed(made: str) -> dict[str, list[str]]:
    """What the ledger names one by one: the sentences under each heading."""
    return {
        words(next(details.iter("summary"))): [words(link) for link in details.iter("a")]
        for details in html.fromstring(made).iter("details")
    }


def test_the_ledger_names_what_is_left_out_added_and_open() -> None:
    assert listed(page(GUARDIAN, OMITTED, ADDED)) == {
        "Open findings: major (1)": [FINDING.message],
        "Left out of the English (1)": ["以上。"],
        "Added in the English (1)": ["Bring a towel."],
        "Still open (1)": [GUARDIAN.ja + GUARDIAN.en],
    }


def test_a_finding_in_the_list_leads_to_its_place() -> None:
    (link,) = (
        each
        for details in html.fromstring(page(GUARDIAN)).iter("details")
        if words(next(details.iter("summary"))).startswith("Open findings")
        for each in details.iter("a")
    )
    assert link.get("href") == "#r2"


def test_there_is_no_score_before_a_quarter_has_been_read() -> None:
    made = Report("d", "today", "0.1", (GUARDIAN,), score([], 600, 1300), 0.2)
    out = io.BytesIO()
    report.write(made, out)
    text = " ".join(words(html.fromstring(out.getvalue())).split())
    assert "no score before a quarter of the text has been read" in text
    assert "100.0" not in text


def test_matter_before_the_first_pair_is_told_in_one_line() -> None:
    preface = [ReportRow(n, "", "A word of thanks.", "suggested", None) for n in range(1, 7)]
    text = page(*preface, ReportRow(7, GUARDIAN.ja, GUARDIAN.en, "suggested", 0.9))
    assert "6 rows before the first pair are in English only (1–6)" in text


def test_a_check_that_does_not_fit_the_text_is_told() -> None:
    made = Report(
        "d", "today", "0.1", (GUARDIAN,), score([], 600, 1300), 1.0, misfits=("It does not fit.",)
    )
    out = io.BytesIO()
    report.write(made, out)
    assert "It does not fit." in out.getvalue().decode()


def test_a_dismissed_finding_is_listed_with_its_reason_and_marks_nothing() -> None:
    dismissed = ReportIssue(
        "dismissed", "Mistranslation", "18", Severity.MAJOR, label="num.boundary",
        reason="Dismissed: the law says so",
    )  # fmt: skip
    made = page(ReportRow(1, GUARDIAN.ja, GUARDIAN.en, "confirmed", 1.0, issues=(dismissed,)))
    assert "Dismissed: the law says so" in made
    tree = html.fromstring(made)
    assert not list(tree.iter("mark"))
    assert not those(tree, "rect", "finding")


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


def test_no_control_and_no_mark_of_direction_leaves_by_the_page() -> None:
    bad = "\x1b]0;x\x07\x9b31m\u202eabc\u2066 \ud800"
    issue = replace(FLAG, message=bad, label=bad)
    row = replace(GUARDIAN, ja=bad, en=f"<b>{bad}", note=bad, issues=(issue,))
    made = page(row, title=bad)
    assert not set(made) & set("\x1b\x07\x9b\u202e\u2066")
    assert made.count("abc") >= 5, "the words themselves stay"
    assert "&lt;b&gt;" in made
