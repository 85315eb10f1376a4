"""A project: its files, documents, numbers, settings, search and export."""

from pathlib import Path
from typing import Any

import pytest

from alignbench.domain.errors import Cancelled, InputError, ModelError, StoreError
from alignbench.domain.flags import FlagDraft
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.exchange.pair import pair_from_link
from alignbench.exchange.selection import Wanted, select
from alignbench.pipeline.file_alignment import ReadOptions
from alignbench.project import Project
from alignbench.store import documents as store_documents
from alignbench.store import links as store_links
from tests.review.examples import EN, JA, TinyEncoder, open_session, project_with


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return project_with(tmp_path)


def put(root: Path, side: str, name: str, content: str = "") -> Path:
    path = root / "data" / side / name
    path.write_text(content or "\n".join(JA if side == "ja" else EN), encoding="utf-8")
    return path


def import_again(
    project: Project, name: str = "letter", encoder: TinyEncoder | None = None,
    progress: Progress = silent,
) -> None:  # fmt: skip
    """Import the example once more, under another name."""
    project.import_document(
        project.root / "data" / "ja" / "notice.txt", project.root / "data" / "en" / "notice.txt",
        name=name, encoder=encoder or TinyEncoder(), progress=progress,
        options=ReadOptions(segmented=True),
    )  # fmt: skip


class Stopping:
    """Cancels at one report."""

    def __init__(self, at: int) -> None:
        self._left = at

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._left == 0:
            raise Cancelled("Stopped.")
        self._left -= 1


class TestFolders:
    def test_a_new_project_has_its_folders(self, tmp_path: Path) -> None:
        Project.create(tmp_path / "new").close()
        Project.create(tmp_path / "new").close()
        assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["data", "db"]
        assert Project.open(tmp_path / "new").documents() == []

    def test_a_folder_that_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="no folder"):
            Project.open(tmp_path / "nowhere")
        with pytest.raises(InputError, match="not an alignbench project"):
            Project.open(tmp_path)
        assert list(tmp_path.iterdir()) == []
        (tmp_path / "file").write_text("")
        with pytest.raises(InputError, match="cannot be made a project"):
            Project.create(tmp_path / "file")

    def test_files_are_paired_by_their_names(self, project: Project, tmp_path: Path) -> None:
        put(tmp_path, "ja", "letter.md")
        put(tmp_path, "en", "letter.txt")
        put(tmp_path, "ja", "alone.txt")
        put(tmp_path, "en", ".hidden.txt")
        assert [(pair.name, pair.imported) for pair in project.pairs()] == [
            ("letter", False), ("notice", True),
        ]  # fmt: skip

    def test_names_are_paired_however_the_file_system_spells_them(
        self, project: Project, tmp_path: Path
    ) -> None:
        put(tmp_path, "ja", "手か\u3099み.txt")
        put(tmp_path, "en", "手がみ.txt")
        assert [pair.name for pair in project.pairs()] == ["notice", "手がみ"]


class TestImporting:
    def test_an_import_reads_aligns_and_stores(self, project: Project) -> None:
        (summary,) = project.documents()
        assert (summary.name, summary.ja_segments, summary.en_segments) == ("notice", 6, 7)
        assert (summary.suggested, summary.confirmed, summary.null_links) == (7, 0, 2)
        assert summary.open_segments == 13
        assert summary.settled == 0.0

    def test_the_name_is_the_files_unless_another_is_given(
        self, project: Project, tmp_path: Path
    ) -> None:
        ja, en = put(tmp_path, "ja", "手か\u3099み.txt"), put(tmp_path, "en", "x.txt")
        assert project.import_document(ja, en, encoder=TinyEncoder()).name == "手がみ"
        import_again(project, " letter ")
        assert [each.name for each in project.documents()] == ["letter", "notice", "手がみ"]

    @pytest.mark.parametrize(("name", "said"), [("notice", "already"), (" \u3000", "needs a name")])
    def test_a_name_that_cannot_be_used(self, project: Project, name: str, said: str) -> None:
        encoder = TinyEncoder()
        with pytest.raises(InputError, match=said):
            import_again(project, name, encoder)
        assert encoder.calls == 0, "told before the work is done"

    def test_a_name_taken_meanwhile_is_told(self, project: Project, tmp_path: Path) -> None:
        other = Project.open(tmp_path)

        def progress(stage: str, done: int, total: int) -> None:
            if stage == "storing":
                import_again(other, "letter")

        with pytest.raises(StoreError, match="already a document 'letter'"):
            import_again(project, "letter", progress=progress)

    @pytest.mark.parametrize("stage", ["reading", "embedding", "storing"])
    def test_cancelling_at_any_stage_leaves_nothing(self, project: Project, stage: str) -> None:
        wanted = stage

        def progress(stage: str, done: int, total: int) -> None:
            if stage == wanted:
                raise Cancelled("Stopped.")

        with pytest.raises(Cancelled):
            import_again(project, progress=progress)
        assert [each.name for each in project.documents()] == ["notice"]
        import_again(project)

    def test_cancelled_means_that_it_is_not_there(self, project: Project) -> None:
        """Whichever report the cancelling answers: either it is raised or all is stored."""
        for last in range(30):
            name = f"letter {last}"
            try:
                import_again(project, name, progress=Stopping(last))
                stored = True
            except Cancelled:
                stored = False
            assert (name in [each.name for each in project.documents()]) is stored
        assert stored

    def test_a_model_that_fails_in_the_middle_leaves_nothing(self, project: Project) -> None:
        class Failing(TinyEncoder):
            def encode(self, texts: object, language: Side, progress: Progress = silent) -> Vectors:
                raise ModelError("The model is gone.")

        with pytest.raises(ModelError):
            import_again(project, encoder=Failing())
        assert [each.name for each in project.documents()] == ["notice"]

    def test_storing_that_fails_in_the_middle_leaves_nothing(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def failing(*given: Any) -> None:
            store_links.insert_links(*given)
            raise KeyboardInterrupt

        monkeypatch.setattr(store_documents, "insert_links", failing)
        with pytest.raises(KeyboardInterrupt):
            import_again(project)
        tables = project._store._connection.rows("SELECT count(*) AS many FROM text")
        assert tables == [{"many": 2}]
        assert [each.name for each in project.documents()] == ["notice"]

    @pytest.mark.parametrize(
        ("ja", "en", "said"),
        [
            ("missing.txt", "notice.txt", "no file"),
            ("notice.txt", "empty.txt", "empty"),
        ],
    )
    def test_files_that_cannot_be_used(
        self, project: Project, tmp_path: Path, ja: str, en: str, said: str
    ) -> None:
        (tmp_path / "data" / "en" / "empty.txt").write_text("\n")
        with pytest.raises(InputError, match=said):
            project.import_document(
                tmp_path / "data" / "ja" / ja, tmp_path / "data" / "en" / en,
                name="new", encoder=TinyEncoder(),
            )  # fmt: skip
        assert [each.name for each in project.documents()] == ["notice"]

    def test_swapped_sides_are_told(self, project: Project, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="Give the Japanese file first"):
            project.import_document(
                tmp_path / "data" / "en" / "notice.txt", tmp_path / "data" / "ja" / "notice.txt",
                name="new", encoder=TinyEncoder(),
            )  # fmt: skip

    def test_a_deleted_document_is_forgotten_but_its_files_stay(self, project: Project) -> None:
        project.review("notice", TinyEncoder()).confirm(0)
        project.delete_document("notice")
        assert project.documents() == []
        assert [(pair.name, pair.imported) for pair in project.pairs()] == [("notice", False)]
        with pytest.raises(StoreError, match="no document 'notice'"):
            project.review("notice")


class TestNumbers:
    def test_the_list_and_the_session_count_alike(self, project: Project) -> None:
        session = project.review("notice", TinyEncoder())
        session.confirm(0)
        session.omit(4)
        session.reject(2)
        session.flag(1, FlagDraft())
        session.merge(0)
        (listed,) = project.documents()
        own = session.summary
        for name in own.__dataclass_fields__:
            if name != "updated":
                assert getattr(listed, name) == getattr(own, name), name

    def test_the_threshold_of_doubt_is_a_setting(self, project: Project) -> None:
        assert project.documents()[0].doubtful == 2
        project.set_setting("doubt.threshold", "1.0")
        assert project.documents()[0].doubtful == 7
        assert project.review("notice", TinyEncoder()).summary.doubtful == 7
        for nonsense in ("high", "nan", "7", ""):
            project.set_setting("doubt.threshold", nonsense)
            assert project.documents()[0].doubtful == 2


class TestSearching:
    def test_a_word_is_found_in_all_texts(self, project: Project) -> None:
        import_again(project, "letter")
        hits = project.search("番号７")
        assert [(hit.document, hit.side, hit.segment) for hit in hits] == [
            ("letter", "ja", 5), ("notice", "ja", 5),
        ]  # fmt: skip
        assert hits[0].view[hits[0].start : hits[0].end] == "番号7"

    def test_a_side_a_document_and_a_limit(self, project: Project) -> None:
        import_again(project, "letter")
        assert len(project.search("NUMBER")) == 14
        assert project.search("number", side="ja") == []
        assert {hit.document for hit in project.search("number", document="letter")} == {"letter"}
        assert len(project.search("number", limit=3)) == 3

    def test_a_hit_leads_to_its_link(self, project: Project) -> None:
        session = project.review("notice", TinyEncoder())
        session.reject(2)
        (hit,) = project.search("number 3", document="notice")
        row = session.rows[session.row_of(hit.link_id)]
        assert hit.segment in row.link.en


class TestExporting:
    def test_confirmed_pairs_in_reading_order(self, project: Project) -> None:
        session = project.review("notice", TinyEncoder())
        for row in (2, 0, 4):
            session.confirm(row)
        session.note(2, "二文に分けた。")
        session.flag(0, FlagDraft())
        pairs = [pair_from_link(session.document, r.link, r.flags) for r in session.rows]
        bitext = select(pairs, Wanted(frozenset({Status.CONFIRMED})))
        assert [pair.id for pair in bitext.pairs] == ["notice:0:0", "notice:2:2,3", "notice:4:"]
        assert [pair.note for pair in bitext.pairs] == ["", "二文に分けた。", ""]
        assert [pair.flags for pair in bitext.pairs] == [1, 0, 0]
        assert bitext.pairs[1].en == f"{EN[2]} {EN[3]}"
        assert [str(each) for each in bitext.left_out] == ["4 left out: suggested, not confirmed"]


def test_one_database_holds_many_documents(project: Project, tmp_path: Path) -> None:
    import_again(project, "letter")
    first, second = open_session(tmp_path), open_session(tmp_path, "letter")
    first.confirm(0)
    assert second.undo() is None
    assert not second.refresh()
    assert second.summary.confirmed == 0
