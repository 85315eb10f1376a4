"""Whatever a file or a database is: one clear sentence, and nothing half-written."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.store import connection
from tests.cli.examples import EN, JA, Call, complaint, write

JAPANESE = "".join(f"{line}\n" for line in JA).encode()

UNREADABLE = {
    "missing": (None, "There is no file"),
    "empty": (b"", "is empty"),
    "blank lines": ("\n\n　\n \r\n".encode(), "is empty"),
    "binary": (bytes(range(256)) * 8, "cannot be read as text"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "is a picture"),
    "a word file": (b"PK\x03\x04" + bytes(64), "is a ZIP archive"),
    "NUL characters": (JAPANESE + b"\0" + JAPANESE, "NUL characters"),
    "a lone surrogate": (b"\xed\xa0\x80" + JAPANESE, "cannot be read as text"),
    "cut in a character": (JAPANESE[:-2] + b"\xff\xfe\xfa" * 9, "cannot be read as text"),
    "only marks": ("［＃改ページ］\n".encode(), "has no text in it"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("command", ["align", "import"])
def test_a_file_that_cannot_be_read(
    call: Call, project: Path, en: Path, command: str, content: bytes | None, said: str
) -> None:
    path = project / "text.txt"
    if content is not None:
        path.write_bytes(content)
    done = call("-C", project, command, path, en)
    told = complaint(done)
    assert "text.txt" in told
    assert said in told
    assert call("-C", project, "status").out.count("\n") == 2  # the heading and `notice`


@pytest.mark.parametrize("command", ["align", "evaluate", "check"])
def test_a_folder_instead_of_a_file(call: Call, tmp_path: Path, en: Path, command: str) -> None:
    words = [tmp_path] if command == "check" else [tmp_path, en]
    complaint(call(command, *words))


def test_the_sides_swapped(call: Call, ja: Path, en: Path) -> None:
    said = complaint(call("align", en, ja))
    assert "looks English" in said
    assert "Japanese file first" in said


@pytest.mark.parametrize("side", ["ja", "en"])
def test_both_sides_in_one_language(call: Call, ja: Path, en: Path, side: str) -> None:
    same = {"ja": ja, "en": en}[side]
    complaint(call("align", same, same))


@pytest.mark.parametrize("encoding", ["klingon", "base64", "ascii", "utf-16", "rot13"])
def test_an_encoding_that_does_not_exist_or_fit(
    call: Call, ja: Path, en: Path, encoding: str
) -> None:
    assert encoding in complaint(call("align", ja, en, "--ja-encoding", encoding))


def test_a_name_longer_than_any_file_system_has(call: Call, en: Path) -> None:
    complaint(call("align", "長" * 5000, en))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read(call: Call, ja: Path, en: Path) -> None:
    ja.chmod(0)
    assert "permissions" in complaint(call("align", ja, en))


NONSENSE = {
    "a.tsv": b"one\ttwo\nthree\n",
    "b.tsv": b"ja\ten\n\xff\xfe\n",
    "c.tsv": b"ja\ten\none cell\n",
    "d.jsonl": b'{"translation": 3}\n',
    "e.jsonl": b"[1, 2]\n",
    "f.jsonl": b'{"translation": {"ja": "x", "en": "y"}, "segments": 7}\n',
    "g.jsonl": b'{"translation": {"ja": "x", "en": "y"}, "confidence": "much"}\n',
    "h.jsonl": b"[" * 100_000,
    "h2.jsonl": b'{"translation": {"ja": "x", "en": "y"}, "flags": 1e999}\n',
    "i.tmx": b"not xml at all",
    "j.tmx": b"<html/>",
    "k.tmx": b"<tmx><body><tu>",
    "l.tmx": b"",
    "l2.tmx": b'<?xml version="1.0" encoding="klingon"?><tmx/>',
    "m.docx": b"PK\x03\x04",
    "n.tmx": (
        b'<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        b'<tmx version="1.4"><header/><body><tu><tuv xml:lang="ja"><seg>&b;</seg></tuv></tu>'
        b"</body></tmx>"
    ),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_a_bitext_of_nonsense(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(NONSENSE[name])
    assert name in complaint(call("check", path))


@pytest.mark.parametrize("style", ["text", "jsonl", "tsv", "sarif"])
def test_half_a_character_in_json_is_shown_by_a_sign(
    call: Call, tmp_path: Path, style: str
) -> None:
    path = write(tmp_path / "a.jsonl", r'{"translation": {"ja": "図書館\ud83d", "en": "\udc80"}}')
    done = call("check", path, "-f", style)
    assert (done.code, done.err[-1]) == (0, "\n")


def test_a_file_s_name_that_is_no_text_does_not_hinder_a_check(call: Call, tmp_path: Path) -> None:
    try:
        path = write(tmp_path / "章\udcff.tsv", "ja\ten", f"{JA[0]}\t{EN[0]}")
    except (OSError, UnicodeError):
        pytest.skip("this file system keeps only names that are text")
    assert call("check", path, "-f", "sarif").code == 0


def database(project: Path) -> Path:
    return project / "db" / "alignbench.db"


@contextlib.contextmanager
def writing(path: Path, statement: str) -> Iterator[sqlite3.Connection]:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(statement)
    yield raw
    raw.close()


def test_a_database_from_a_newer_version(call: Call, project: Path) -> None:
    with writing(database(project), "INSERT INTO migration VALUES ('m999_later', '2099')"):
        pass
    before = database(project).read_bytes()
    said = complaint(call("-C", project, "status"))
    assert "newer alignbench" in said
    assert database(project).read_bytes() == before


def test_a_locked_database(
    call: Call, project: Path, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with writing(database(project), "BEGIN IMMEDIATE"):
        said = complaint(call("-C", project, "import", ja, en))
        assert "written by another program" in said
        assert call("-C", project, "status").code == 0  # reading is not in the way of writing
    assert call("-C", project, "import", ja, en).code == 0


@pytest.mark.parametrize("content", [b"not a database. " * 999, b"SQLite format 3\0" + b"x" * 4096])
def test_a_database_that_is_none(call: Call, project: Path, content: bytes) -> None:
    for path in database(project).parent.iterdir():
        path.unlink()
    database(project).write_bytes(content)
    assert "alignbench.db" in complaint(call("-C", project, "status"))
    assert database(project).read_bytes() == content


def test_a_folder_where_the_database_should_be(call: Call, tmp_path: Path) -> None:
    database(tmp_path).mkdir(parents=True)
    assert "cannot be opened" in complaint(call("-C", tmp_path, "status"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a megabyte, where making one is permitted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_on_import(call: Call, small_disk: Path, ja: Path, en: Path) -> None:
    assert call("init", small_disk).code == 0
    assert call("-C", small_disk, "import", ja, en).code == 0
    write(ja, *[f"{at}番の本は返却された。" for at in range(2000)])
    write(en, *[f"Book number {at} was returned." for at in range(2000)])
    done = call("-C", small_disk, "import", ja, en, "--name", "large", "--segmented")
    assert "disk is full" in complaint(done)
    assert [line.split()[-1] for line in call("-C", small_disk, "status").lines[1:]] == ["ja"]


def test_a_full_disk_on_output(call: Call, small_disk: Path, ja: Path, en: Path) -> None:
    out = small_disk / "links.tsv"
    assert call("align", ja, en, "-o", out).code == 0
    before = out.read_bytes()
    (small_disk / "filler").write_bytes(bytes(os.statvfs(small_disk).f_bavail * 4096))
    said = complaint(call("align", ja, en, "-o", out))
    assert "Free some space" in said
    assert out.read_bytes() == before
    assert sorted(path.name for path in small_disk.iterdir()) == ["filler", "links.tsv"]


def test_too_little_memory(call: Call, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("alignbench.alignment.align", too_large)
    assert "not enough memory" in complaint(call("align", ja, en))


def test_one_long_line_without_a_full_stop(call: Call, tmp_path: Path) -> None:
    ja = write(tmp_path / "ja.txt", "図書館は四月から夜も開くと言う" * 2000)
    en = write(tmp_path / "en.txt", "the library stays open in the evening and " * 2000)
    # The reader cuts what no sentence is as long as; all pieces answer the one line.
    (link,) = call("align", ja, en, "-f", "beads").lines
    assert link.startswith("[0]:[0, 1, 2, 3]:")


@pytest.mark.parametrize(("ja_lines", "en_lines"), [(1, 6), (8, 1)])
def test_a_long_line_is_linked_with_all_it_was_cut_into(
    call: Call, tmp_path: Path, ja_lines: int, en_lines: int
) -> None:
    ja_line = "図書館は四月から夜も開くと言う" * (2000 // ja_lines)
    en_line = "the library stays open in the evening and " * (2000 // en_lines)
    ja = write(tmp_path / "ja.txt", *[ja_line] * ja_lines)
    en = write(tmp_path / "en.txt", *[en_line] * en_lines)
    (link,) = call("align", ja, en, "--segmented", "-f", "beads").lines
    assert [side.count(",") + 1 for side in link.split(":")[:2]] == [ja_lines, en_lines]


@pytest.mark.parametrize("count", [1, len(EN)])
def test_a_single_sentence_is_a_text(call: Call, tmp_path: Path, count: int) -> None:
    ja, en = write(tmp_path / "ja.txt", JA[0]), write(tmp_path / "en.txt", *EN[:count])
    assert "[0]:[0" in call("align", ja, en, "-f", "beads").out
