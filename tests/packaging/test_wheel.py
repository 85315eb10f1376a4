"""The wheel as people install it: what lies in it, and that it works without the checkout."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

# Built once, in the process that has both tests.
pytestmark = pytest.mark.xdist_group("wheel")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_weights_carry_their_licence_and_attribution(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        said = held.read(metadata).decode("utf-8")
    for notice in (
        "embedding/bundled/LICENSE.weights",
        "embedding/bundled/ATTRIBUTION.md",
        "meaning/weights/NOTICE.md",
    ):
        assert f"alignbench/{notice}" in names
        assert any(".dist-info/licenses/" in name and name.endswith(notice) for name in names)
    assert "License-Expression: Apache-2.0 AND CC-BY-SA-4.0" in said
    assert "alignbench/py.typed" in names


def test_installed_alone_it_aligns_two_files_offline(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        held.extractall(tmp_path / "site")
    (tmp_path / "a.ja.txt").write_text("雨が降った。\n川は静かだ。\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("It rained.\nThe river is calm.\n", encoding="utf-8")
    program = (
        f"import sys; sys.path[:0] = [{str(tmp_path / 'site')!r}]\n"
        "import socket; socket.socket.connect = None\n"
        "from alignbench.cli.runner import main; import alignbench\n"
        f"assert alignbench.__file__.startswith({str(tmp_path)!r}), alignbench.__file__\n"
        "sys.exit(main(['align', 'a.ja.txt', 'a.en.txt', '-f', 'beads']))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert [line.rpartition(":")[0] for line in done.stdout.splitlines()] == ["[0]:[0]", "[1]:[1]"]
