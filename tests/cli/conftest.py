"""Commands called in this process, and projects for them to work on."""

import shutil
from pathlib import Path

import pytest

from alignbench.cli.runner import main
from alignbench.project import Project
from tests.cli.examples import EN, JA, Call, Done, write
from tests.sample.gold import DATA


@pytest.fixture
def call(capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Runs a command line from its words to its exit code, as the script does."""

    def call(*words: object) -> Done:
        code = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def ja(tmp_path: Path) -> Path:
    return write(tmp_path / "ja.txt", *JA)


@pytest.fixture
def en(tmp_path: Path) -> Path:
    return write(tmp_path / "en.txt", *EN)


@pytest.fixture(scope="session")
def imported_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the sample's notice imported and its story waiting. To be copied."""
    root = tmp_path_factory.mktemp("sample")
    project = Project.create(root)
    for side in ("ja", "en"):
        for name in ("notice.txt", "story.txt"):
            shutil.copy(DATA / side / name, root / "data" / side)
    project.import_document(root / "data/ja/notice.txt", root / "data/en/notice.txt")
    project.close()
    return root


@pytest.fixture
def project(imported_sample: Path, tmp_path: Path) -> Path:
    """A project of this test's own: `notice` is in it, `story` waits."""
    return Path(shutil.copytree(imported_sample, tmp_path / "project"))
