"""The pairs that go out are the same whether a document is open for review or not."""

from pathlib import Path

from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.text import Span
from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.review.export import pairs_of


def test_stored_pairs_are_those_of_the_session(session: ReviewSession, tmp_path: Path) -> None:
    session.reject(2)
    session.merge(0)
    session.confirm(1)
    session.note(3, "why")
    ja = session.rows[3].ja[0]
    marked = Span(ja.start, ja.start + 2)
    session.flag(3, FlagDraft("accuracy/omission", Severity.MAJOR, "left out", marked, None))
    assert any(not row.link.ja for row in session.rows)
    with Project.open(tmp_path) as project:
        pairs = project.linked_pairs("notice")
    assert pairs == pairs_of(session)
    (flag,) = pairs[3].flag_list
    assert flag.ja == Span(0, 2)
