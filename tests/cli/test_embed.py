"""`alignbench embed`: a vector for each line."""

from pathlib import Path

import numpy as np
import pytest

from tests.cli.examples import EN, JA, Call, complaint, write


def test_one_row_of_unit_length_for_each_line_blank_ones_too(call: Call, tmp_path: Path) -> None:
    lines = (JA[0], "", JA[1], "＊　＊　＊", JA[2], "")
    out = tmp_path / "out.npy"
    done = call("embed", write(tmp_path / "ja.txt", *lines), "--language", "ja", "-o", out)
    assert (done.code, done.out) == (0, "")
    vectors = np.load(out, allow_pickle=False)
    assert vectors.dtype == np.float32
    assert vectors.shape[0] == len(lines)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors[1], vectors[5])


def test_translations_are_nearer_than_other_sentences(call: Call, tmp_path: Path) -> None:
    ja, en = write(tmp_path / "ja.txt", *JA[:2], *JA[3:]), write(tmp_path / "en.txt", *EN)
    for path, language in ((ja, "ja"), (en, "en")):
        call("embed", path, "--language", language, "-o", path.with_suffix(".npy"))
    cosines = np.load(ja.with_suffix(".npy")) @ np.load(en.with_suffix(".npy")).T
    assert list(cosines.argmax(axis=1)) == [0, 1, 2, 3]


@pytest.mark.parametrize("missing", ["--language", "-o"])
def test_language_and_output_must_be_named(call: Call, ja: Path, missing: str) -> None:
    words = {"--language": "ja", "-o": ja.with_suffix(".npy")}
    del words[missing]
    done = call("embed", ja, *(word for option in words.items() for word in option))
    assert done.code == 2


def test_an_empty_file_has_no_vectors(call: Call, tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.txt")
    out = tmp_path / "out.npy"
    assert "is empty" in complaint(call("embed", empty, "--language", "en", "-o", out))
    assert not out.exists()


def test_the_hint_names_the_option_that_this_command_has(call: Call, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\xff\x81\x00\xfe\x80\xa0\xff")
    said = complaint(call("embed", odd, "--language", "ja", "-o", tmp_path / "out.npy"))
    assert " --encoding" in said
