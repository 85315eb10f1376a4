"""Texts that are too much: one sentence, before time and memory are spent on them."""

from pathlib import Path

import pytest

from alignbench.documents import read
from alignbench.documents.segmentation import bounds
from alignbench.domain.errors import InputError


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_line_without_end(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST", 1000)
    whole = "図書館は開館する、" * 100
    assert len(read(put(tmp_path / name, whole), "ja").segments) == 1
    with pytest.raises(InputError, match=rf"{name} has a paragraph of 1,800 characters: 1,000 is"):
        read(put(tmp_path / name, whole * 2), "ja")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_lines_without_end(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST", 10)
    assert len(read(put(tmp_path / name, "館は開く。\n\n" * 10), "ja").segments) == 10
    with pytest.raises(InputError, match="has 11 paragraphs: 10 is the most"):
        read(put(tmp_path / name, "館は開く。\n\n" * 11), "ja")


@pytest.mark.parametrize("segmented", [False, True])
def test_a_paragraph_without_a_full_stop_is_one_sentence(segmented: bool, tmp_path: Path) -> None:
    long = "図書館は開館する、" * 10_000
    (segment,) = read(put(tmp_path / "a.txt", long), "ja", segmented=segmented).segments
    assert segment.view == long


def test_a_page_too_long_to_be_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.documents.formats.markdown.parser.LONGEST", 20)
    with pytest.raises(InputError, match="more than 20 characters"):
        read(put(tmp_path / "a.md", "雨だ。\n\n" * 10), "ja")
    assert read(put(tmp_path / "b.md", "雨だ。\n"), "ja").segments
