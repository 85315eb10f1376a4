"""A Word table that goes out, is worked in, and comes back."""

import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from alignbench.domain.flags import FlagDraft
from alignbench.exchange import docx, docx_reader, html_table, xlsx
from alignbench.exchange.docx import W
from alignbench.exchange.pair import Pair
from alignbench.review import ReviewSession
from alignbench.review.export import pairs_of
from alignbench.review.read_back import ReadBack, read_back
from tests.exchange.examples import OPTIONS
from tests.tui.workbench import make_project, open_canned

BETTER = "Each reader may borrow no more than ten books."
Work = Callable[[etree._Element], None]


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    return open_canned(make_project(tmp_path / "p")).review("notice")


def exported(session: ReviewSession) -> bytes:
    out = io.BytesIO()
    docx.write(pairs_of(session), out, OPTIONS)
    return out.getvalue()


def worked_in(content: bytes, work: Work) -> bytes:
    """The file after someone did `work` to its main part."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(part)
                work(root)
                part = etree.tostring(root)
            new.writestr(name, part)
    return out.getvalue()


def back(content: bytes) -> tuple[Pair, ...]:
    return docx_reader.read(io.BytesIO(content), "x.docx").pairs


def cell(root: etree._Element, row: int, column: int) -> etree._Element:
    return list(root.iter(f"{{{W}}}tr"))[row + 1].findall(f"{{{W}}}tc")[column]


def typed_over(row: int, column: int, text: str) -> Work:
    def work(root: etree._Element) -> None:
        here = cell(root, row, column)
        first, *others = here.iter(f"{{{W}}}t")
        first.text = text
        for each in others:
            each.text = ""

    return work


def settle_all(kept: str, dropped: str) -> Work:
    """Accept (kept `ins`) or reject (kept `del`) what is tracked, as a word processor does."""

    def work(root: etree._Element) -> None:
        for gone in list(root.iter(f"{{{W}}}{dropped}")):
            parent = gone.getparent()
            assert parent is not None
            parent.remove(gone)
        for change in list(root.iter(f"{{{W}}}{kept}")):
            parent = change.getparent()
            assert parent is not None
            for run in change:
                parent.insert(parent.index(change), run)
            parent.remove(change)
        for text in root.iter(f"{{{W}}}delText"):
            text.tag = f"{{{W}}}t"

    return work


def state(session: ReviewSession, row: int) -> tuple[str, str] | None:
    said = session.rows[row].link.proposal
    return (said.text, said.state) if said else None


def test_a_proposal_is_a_tracked_change(session: ReviewSession) -> None:
    session.proposals.propose(2, BETTER)
    with ZipFile(io.BytesIO(exported(session))) as archive:
        here = cell(etree.fromstring(archive.read("word/document.xml")), 2, 2)
    struck = ["".join(map(str, each.itertext())) for each in here.iter(f"{{{W}}}del")]
    inserted = ["".join(map(str, each.itertext())) for each in here.iter(f"{{{W}}}ins")]
    assert (struck, inserted) == (["up to"], ["no more than"])
    (pair,) = [each for each in back(exported(session)) if each.proposal]
    assert (pair.en, pair.proposal) == (BETTER, BETTER)


def test_what_nobody_touched_changes_nothing(session: ReviewSession) -> None:
    session.proposals.propose(2, BETTER)
    session.note(3, "Is that all right?\nAsk.")
    session.flag(3, FlagDraft("accuracy/omission", comment="a word"))
    before = session.rows
    assert read_back(session, back(exported(session))) == ReadBack()
    assert session.rows == before


@pytest.mark.parametrize(("kept", "dropped", "then"), [
    ("ins", "del", "accepted"), ("del", "ins", "refused"),
])  # fmt: skip
def test_a_settled_change_settles_the_proposal(
    session: ReviewSession, kept: str, dropped: str, then: str
) -> None:
    session.proposals.propose(2, BETTER)
    found = read_back(session, back(worked_in(exported(session), settle_all(kept, dropped))))
    assert state(session, 2) == (BETTER, then)
    assert found.accepted + found.refused == 1
    session.undo()
    assert state(session, 2) == (BETTER, "open")


def test_what_is_typed_over_is_proposed_and_comments_are_notes(session: ReviewSession) -> None:
    content = worked_in(exported(session), typed_over(2, 2, BETTER))
    found = read_back(session, back(content))
    assert (found.proposed, state(session, 2)) == (1, (BETTER, "open"))
    session.flag(3, FlagDraft("accuracy/omission", comment="a word"))
    session.note(3, "old")
    content = worked_in(exported(session), typed_over(3, 3, "Twenty, not ten."))
    assert read_back(session, back(content)).notes == 1
    assert session.rows[3].link.note.startswith("Twenty, not ten.")
    assert "[Omission" not in session.rows[3].link.note


def test_words_own_comments_are_read(session: ReviewSession) -> None:
    def mark(root: etree._Element) -> None:
        run = next(cell(root, 1, 2).iter(f"{{{W}}}r"))
        etree.SubElement(run, f"{{{W}}}commentReference", {f"{{{W}}}id": "7"})

    remarks = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Mori"><w:p><w:r><w:t>Check the '
        "hours.</w:t></w:r></w:p></w:comment></w:comments>"
    )
    content = io.BytesIO(worked_in(exported(session), mark))
    with ZipFile(content, "a") as archive:
        archive.writestr("word/comments.xml", remarks)
    read_back(session, back(content.getvalue()))
    assert session.rows[1].link.note == "Mori: Check the hours."


def test_rows_of_links_that_are_gone_are_counted(session: ReviewSession) -> None:
    content = exported(session)
    session.merge(0, 1)
    assert read_back(session, back(content)).unknown == 2


def test_a_workbook_and_a_page_show_both_wordings(session: ReviewSession) -> None:
    session.proposals.propose(2, BETTER)
    session.proposals.propose(3, "Readers over 65: twenty.")
    out, page = io.BytesIO(), io.BytesIO()
    xlsx.write(pairs_of(session), out, OPTIONS)
    with ZipFile(out) as book:
        shared = book.read("xl/sharedStrings.xml").decode()
    assert BETTER in shared
    assert "<strike" in shared
    html_table.write(pairs_of(session), page, OPTIONS)
    tree = html.fromstring(page.getvalue())
    assert "up to" in [each.text for each in tree.iter("del")]
