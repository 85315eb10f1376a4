"""Searching all documents of a project."""

from pathlib import Path

import pytest

from alignbench.domain.links import Bead
from alignbench.domain.text import Document
from alignbench.project import Project
from alignbench.project.search import prepare_search
from alignbench.store import Store
from tests.store.examples import text


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Two documents, of which one has a link between segments that are no neighbours."""
    made = Project.create(tmp_path)
    store = Store(made.database)
    notice = Document(
        "notice",
        text("ja", ["本と本。", "図書館の\n本。", "休み。"]),
        text("en", ["Books.", "No."]),
    )
    store.add(notice, [Bead((0, 2), (0,)), Bead((1,), (1,))], "tiny")
    store.add(
        Document("other", text("ja", ["ホン"]), text("en", ["ＢＯＯＫ"])), [Bead((0,), (0,))], "t"
    )
    store.close()
    return made


def told(project: Project, query: str, **which: str) -> list[tuple[str, str, int]]:
    hits = project.search(query, **which)  # type: ignore[arg-type]
    return [(hit.document, hit.side, hit.segment) for hit in hits]


def test_a_single_character_is_found_in_order_with_its_link_and_place(project: Project) -> None:
    hits = project.search("本")
    assert [(hit.document, hit.side, hit.segment) for hit in hits] == [
        ("notice", "ja", 0), ("notice", "ja", 1),
    ]  # fmt: skip
    assert [(hit.start, hit.end, hit.view) for hit in hits][1] == (5, 6, "図書館の\n本。")
    assert hits[0].link_id != hits[1].link_id


def test_width_case_and_kana_are_one(project: Project) -> None:
    assert told(project, "book") == [("notice", "en", 0), ("other", "en", 0)]
    assert told(project, "ほん") == [("other", "ja", 0)]
    assert told(project, "book", side="ja") == []
    assert told(project, "book", document="other") == [("other", "en", 0)]


def test_nothing_is_found_across_two_segments_or_two_lines(project: Project) -> None:
    assert told(project, "本。 図") == []
    assert told(project, "の 本") == []
    assert told(project, "の\n本") == [("notice", "ja", 1)]


def test_keys_of_another_folding_are_made_anew(project: Project) -> None:
    store = Store(project.database)
    list(store.searched_texts(None, None, "of old", lambda views: "\n".join("old" for _ in views)))
    assert told(project, "old") == []
    assert told(project, "休み") == [("notice", "ja", 2)]
    prepare_search(store, "notice")
    kept = {text.document: text.keys for text in store.searched_texts("en", None, "x", "|".join)}
    assert kept == {"notice": "Books.|No.", "other": "ＢＯＯＫ"}


def test_a_project_that_may_not_be_written_is_searched(project: Project) -> None:
    folder = project.database.parent
    project.close()
    folder.chmod(0o500)
    try:
        assert told(Project.open(folder.parent), "休み") == [("notice", "ja", 2)]
    finally:
        folder.chmod(0o700)
