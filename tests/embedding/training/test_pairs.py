import gzip
import json
import lzma
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.embedding.training.pairs import Pair, read_line_pairs, read_pairs

SEA = ("海は静かだ。", "The sea is calm.")


def test_a_table_of_two_columns_takes_its_source_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "letters.tsv"
    path.write_text("\t".join(SEA) + "\n", encoding="utf-8")
    assert list(read_pairs(path)) == [Pair("letters", *SEA)]


def test_a_first_line_may_name_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "letters.tsv"
    path.write_text(f"en\tnote\tja\n{SEA[1]}\tfine\t{SEA[0]}\n", encoding="utf-8")
    assert list(read_pairs(path)) == [Pair("letters", *SEA)]


def test_packed_files_are_read_as_they_are(tmp_path: Path) -> None:
    line = "\t".join(("old letters", *SEA)) + "\n"
    packed = {"a.tsv.xz": lzma.compress(line.encode()), "a.tsv.gz": gzip.compress(line.encode())}
    for name, content in packed.items():
        (tmp_path / name).write_bytes(content)
        assert list(read_pairs(tmp_path / name)) == [Pair("old letters", *SEA)]


def test_json_lines_hold_both_texts(tmp_path: Path) -> None:
    path = tmp_path / "letters.jsonl"
    entry = {"ja": SEA[0], "en": SEA[1], "status": "confirmed"}
    path.write_text(json.dumps(entry) + "\n\n", encoding="utf-8")
    assert list(read_pairs(path)) == [Pair("letters", *SEA)]


def test_half_pairs_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "letters.tsv"
    path.write_text(f"海は静かだ。\t \n{SEA[0]}\t{SEA[1]}\n", encoding="utf-8")
    assert list(read_pairs(path)) == [Pair("letters", *SEA)]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tsv", "海は静かだ。\n", "Line 1"),
        ("a.tsv", "", "no pairs"),
        ("a.jsonl", '{"ja": "海は静かだ。"}\n', "Line 1"),
        ("a.jsonl", "[1, 2]\n", "Line 1"),
        ("a.tsv.xz", "not packed", "cannot be read"),
    ],
)
def test_what_holds_no_pairs_is_said(tmp_path: Path, name: str, content: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        list(read_pairs(path))


def test_other_encodings_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes("海は静かだ。\tThe sea is calm.\n".encode("cp932"))
    with pytest.raises(InputError, match="UTF-8"):
        list(read_pairs(path))


def test_two_files_answer_each_other_line_by_line(tmp_path: Path) -> None:
    ja, en = tmp_path / "sea.ja", tmp_path / "sea.en"
    ja.write_text(f"{SEA[0]}\n\n", encoding="utf-8")
    en.write_text(f"{SEA[1]}\n\n", encoding="utf-8")
    assert list(read_line_pairs(ja, en)) == [Pair("sea", *SEA)]
    en.write_text(f"{SEA[1]}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(read_line_pairs(ja, en))
