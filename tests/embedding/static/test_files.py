"""A static model's folder: written, read, and what is said when something is wrong with it."""

import json
import os
import stat
from pathlib import Path

import numpy as np
import pytest

from alignbench.domain.errors import ModelError
from alignbench.embedding import load
from alignbench.embedding.static.files import StaticConfig, is_static, read_static, write_static
from alignbench.embedding.static.vocabulary import Vocabulary
from tests.embedding.examples import BUCKETS, encoder, table, write_small


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small(tmp_path / "small")


def change_config(folder: Path, **values: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))


def test_what_was_written_is_read(small: Path) -> None:
    found = read_static(small)
    assert found.name == "small-1"
    texts = ["a library book", "3 books"]
    np.testing.assert_allclose(found.encode(texts, "en"), encoder().encode(texts, "en"), atol=0.15)


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_every_file_has_the_rights_of_any_new_file(tmp_path: Path, mask: int) -> None:
    former = os.umask(mask)
    try:
        folder = write_small(tmp_path / "small")
        (folder / "model.safetensors").chmod(0o600)  # as an earlier alignbench left it
        write_small(folder)
    finally:
        os.umask(former)
    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert rights == dict.fromkeys(rights, 0o666 & ~mask)
    assert "model.safetensors" in rights


@pytest.mark.parametrize("survived", range(5))
def test_who_is_killed_over_a_model_leaves_no_half_of_each(
    small: Path, survived: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_static(small)
    other = Vocabulary(("j:船", "j:犬", "j:港", "e:ship", "e:dog", "n:7"), BUCKETS, (3, 4))
    put, left = Path.replace, survived

    def mortal(part: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return put(part, target)

    monkeypatch.setattr(Path, "replace", mortal)
    with pytest.raises(KeyboardInterrupt):
        write_static(small, StaticConfig("other", BUCKETS, (3, 4)), other, table(), bits=6)
    monkeypatch.undo()
    if is_static(small):
        assert read_static(small).name == before.name
    write_static(small, StaticConfig("other", BUCKETS, (3, 4)), other, table(), bits=6)
    assert read_static(small).vocabulary.known == other.known


def test_load_takes_its_folder_for_a_name(small: Path) -> None:
    assert is_static(small)
    assert load(str(small)).name == "small-1"


@pytest.mark.parametrize("name", ["config.json", "vocabulary.txt", "model.safetensors"])
def test_a_missing_file_is_named(small: Path, name: str) -> None:
    (small / name).unlink()
    with pytest.raises(ModelError, match=rf"has no {name}"):
        read_static(small)


def test_a_future_format_is_refused(small: Path) -> None:
    change_config(small, format="alignbench-static-9")
    with pytest.raises(ModelError, match="alignbench-static-9"):
        read_static(small)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors"])
def test_a_file_cut_off_is_refused(small: Path, name: str) -> None:
    path = small / name
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ModelError, match="cannot be read"):
        read_static(small)


def test_weights_that_are_not_weights_are_refused(small: Path) -> None:
    (small / "model.safetensors").write_bytes(b"\xff" * 64)
    with pytest.raises(ModelError, match="cannot be read"):
        read_static(small)


def test_a_vocabulary_of_another_model_is_refused(small: Path) -> None:
    with (small / "vocabulary.txt").open("a", encoding="utf-8") as file:
        file.write("e:extra\n")
    with pytest.raises(ModelError, match="23 tokens but a table of"):
        read_static(small)


@pytest.mark.parametrize("value", ["many", None, []])
def test_a_config_that_makes_no_sense_is_refused(small: Path, value: object) -> None:
    change_config(small, buckets=value)
    with pytest.raises(ModelError, match="cannot be read"):
        read_static(small)


def test_a_config_that_is_a_list_is_refused(small: Path) -> None:
    (small / "config.json").write_text("[1]")
    with pytest.raises(ModelError, match="cannot be read"):
        read_static(small)


def test_a_model_of_earlier_features_is_to_be_made_again(small: Path) -> None:
    change_config(small, format="alignbench-static-1")
    with pytest.raises(ModelError, match="earlier alignbench"):
        read_static(small)


def test_vectors_of_another_length_are_refused(small: Path) -> None:
    change_config(small, dimension=64)
    with pytest.raises(ModelError, match="does not fit vectors of 64 numbers"):
        read_static(small)
