"""Files as people have them, and one clear sentence for those that cannot be used."""

import os
from pathlib import Path

import pytest

from alignbench import documents
from alignbench.domain.errors import InputError


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_the_content_is_kept_as_it_is(tmp_path: Path) -> None:
    content = "一行目。\r\n\r\n　二行目。"
    text = documents.read(write(tmp_path / "a.txt", content.encode("cp932")), "ja")
    assert text.content == content
    assert text.encoding == "cp932"
    assert len(text.sha256) == 64


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \r\n\xe3\x80\x80\n", "is empty"),
        (b"%PDF-1.7 ...", "no PDF that can be read"),
        (b"PK\x03\x04word/document.xml", "ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"abc\x00\x01\x02\xff\xfe\xfd" * 9, "text"),
        (b"\xff\x81\x00\xfe\x80\xa0\xff", "cannot be read as text"),
        (b"---\n***\n", "no text in it"),
    ],
)
def test_what_is_not_text_is_refused(tmp_path: Path, data: bytes, complaint: str) -> None:
    path = write(tmp_path / "a.txt", data)
    with pytest.raises(InputError, match=complaint) as told:
        documents.read(path, "ja")
    assert "a.txt" in told.value.what


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no file .*lost\.txt"):
        documents.read(tmp_path / "lost.txt", "ja")
    with pytest.raises(InputError, match="is a folder"):
        documents.read(tmp_path, "ja")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "文。")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        documents.read(path, "ja")


def test_a_device_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (Path("/dev/zero"), tmp_path / "pipe.txt"):
        with pytest.raises(InputError, match="no file but a device"):
            documents.read(path, "ja")


def test_a_file_is_read_no_further_than_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignbench.documents.source_file.LIMIT", 2**20)
    with pytest.raises(InputError, match="larger than 1 MiB"):
        documents.read(write(tmp_path / "a.txt", b"a" * (2**20 + 1)), "ja")


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "文。")
    with pytest.raises(InputError, match="no encoding called klingon"):
        documents.read(path, "ja", encoding="klingon")
    with pytest.raises(InputError, match="no encoding called zlib"):
        documents.read(path, "ja", encoding="zlib")


def test_swapped_sides_are_noticed_and_boilerplate_is_not(tmp_path: Path) -> None:
    ja = documents.read(
        write(tmp_path / "ja.txt", "橋が落ちた。町は静かだ。\n\nAll rights reserved.\n"), "ja"
    )
    en = documents.read(
        write(tmp_path / "en.txt", "The bridge (橋) fell. The town is quiet.\n"), "en"
    )
    documents.check_sides(ja, en)
    with pytest.raises(InputError, match="looks English"):
        documents.check_sides(en, ja)
    with pytest.raises(InputError, match="looks Japanese"):
        documents.check_sides(ja, ja)
    plain = documents.read(write(tmp_path / "plain.txt", "No kana here.\n"), "en")
    with pytest.raises(InputError, match="hardly any Japanese"):
        documents.check_sides(plain, plain)


def test_a_large_file_takes_no_more_than_its_length(tmp_path: Path) -> None:
    # One line of marks that a careless pattern would search again from every character.
    hostile = "［＃" * 40_000 + "**" * 40_000 + " " * 80_000 + "《" * 40_000 + "文。"
    text = documents.read(write(tmp_path / "a.md", hostile), "ja")
    assert text.segments
