"""`alignbench export --into`: a bilingual file goes out again with what changed in it."""

from pathlib import Path

import pytest

from alignbench.domain.flags import FlagDraft
from alignbench.project import Project
from tests.cli.examples import Call, complaint

MEMORY = """<tmx version="1.4"><header srclang="ja"/><body>
<tu><tuv xml:lang="ja"><seg>朝の港</seg></tuv><tuv xml:lang="en"><seg>A quiet port</seg></tuv></tu>
<tu><tuv xml:lang="ja"><seg>夜の海</seg></tuv><tuv xml:lang="en"><seg>A night sea</seg></tuv></tu>
<tu><tuv xml:lang="ja"><seg>昼の道</seg></tuv><tuv xml:lang="en"><seg>A day road</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tmx"
    path.write_text(MEMORY, encoding="utf-8")
    return path


@pytest.fixture
def root(call: Call, memory: Path, tmp_path: Path) -> Path:
    project = tmp_path / "project"
    call("init", project)
    assert call("-C", project, "import", memory).code == 0
    return project


def test_states_proposals_notes_and_flags_go_back_into_the_file(
    call: Call, root: Path, memory: Path, tmp_path: Path
) -> None:
    with Project.open(root) as project:
        session = project.review("memory")
        session.confirm(0)
        session.proposals.propose(1, "The sea at night")
        session.proposals.settle(1, "accepted")
        session.proposals.propose(2, "A road")
        session.note(0, "As on the map.")
        session.flag(1, FlagDraft(comment="Article."))
    out = tmp_path / "out.tmx"
    done = call("-C", root, "export", "memory", "--into", memory, "-o", out)
    assert (done.code, done.err) == (0, "2 pairs have changes.\n")
    made = out.read_text(encoding="utf-8")
    assert memory.read_text(encoding="utf-8") == MEMORY
    assert '<note>As on the map.</note><prop type="x-status">confirmed</prop>' in made
    assert "<note>Mistranslation, minor: Article.</note>" in made
    assert "<seg>The sea at night</seg>" in made
    assert "<seg>A day road</seg>" in made


def test_links_that_are_no_pairs_any_more_are_said(
    call: Call, root: Path, memory: Path, tmp_path: Path
) -> None:
    with Project.open(root) as project:
        session = project.review("memory")
        session.merge(0)
        session.confirm(0)
        session.confirm(1)
    done = call("-C", root, "export", "memory", "--into", memory, "-o", tmp_path / "out.tmx")
    assert "links 1: the link is no pair of the file any more." in done.err
    assert done.code == 0


def test_without_changes_nothing_is_written(
    call: Call, root: Path, memory: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.tmx"
    said = complaint(call("-C", root, "export", "memory", "--into", memory, "-o", out))
    assert "There is nothing to write" in said
    assert not out.exists()


def test_another_file_or_the_file_itself_is_refused(
    call: Call, root: Path, memory: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.tmx"
    other.write_text(MEMORY + "\n", encoding="utf-8")
    said = complaint(call("-C", root, "export", "memory", "--into", other, "-o", tmp_path / "o"))
    assert "is not the file that memory came from" in said
    said = complaint(call("-C", root, "export", "memory", "--into", memory, "-o", memory))
    assert "is to stay as it is" in said
