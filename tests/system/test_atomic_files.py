import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from alignbench.domain.errors import OutputError
from alignbench.system.atomic_files import write_whole, written_whole


def test_a_file_is_put_in_place_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "links.tsv"
    with written_whole(path) as out:
        out.write(b"new")
        assert not path.exists()

    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["links.tsv"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_on_an_error_the_old_file_stays_and_nothing_is_left(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "links.tsv"
    path.write_bytes(b"old")

    def write_half() -> None:
        with written_whole(path) as out:
            out.write(b"half")
            raise error

    with pytest.raises(error):
        write_half()
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["links.tsv"]


def test_a_link_still_leads_to_its_file_and_rights_stay(tmp_path: Path) -> None:
    target = tmp_path / "real.tsv"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.tsv"
    link.symlink_to(target)
    with written_whole(link) as out:
        out.write(b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match=r"^Could not write .*nowhere/links\.tsv: No such file"),
        written_whole(tmp_path / "nowhere" / "links.tsv"),
    ):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_plainly() -> None:
    with (
        pytest.raises(OutputError, match=r"^Could not write /dev/full: No space left on device\."),
        written_whole(Path("/dev/full")) as out,
    ):
        out.write(b"too much")


@pytest.mark.skipif(os.name != "posix", reason="process ids")
def test_what_a_killed_program_left_is_cleared(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    stray = tmp_path / f".pairs.tsv.{gone.pid}.part"
    stray.write_text("half")
    other = tmp_path / f".other.tsv.{gone.pid}.part"
    other.write_text("half")
    write_whole(tmp_path / "pairs.tsv", b"whole")
    assert not stray.exists()
    assert other.exists(), "it belongs to another file"


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".tsv")
    write_whole(path, b"whole")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OutputError):
        write_whole(tmp_path / "a", b"whole")
