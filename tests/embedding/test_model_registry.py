"""What is remembered of models for this user."""

from pathlib import Path

import pytest

from alignbench.embedding.model_notes import (
    Speed,
    UserNotes,
    notes_file,
    read_notes,
    remember_speed,
    set_trust,
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def test_nothing_is_remembered_at_first() -> None:
    assert read_notes() == UserNotes()


def test_speeds_and_consent_stand_side_by_side() -> None:
    remember_speed("some/model", Speed(120.04, "cpu"))
    assert set_trust("some/model", trusted=True)
    remember_speed("other/model", Speed(9000, "cuda:0"))
    found = read_notes()
    assert found.speeds == {
        "some/model": Speed(120.0, "cpu"), "other/model": Speed(9000, "cuda:0")
    }  # fmt: skip
    assert found.trusted == {"some/model"}


def test_consent_can_be_taken_back() -> None:
    set_trust("some/model", trusted=True)
    set_trust("some/model", trusted=False)
    assert read_notes().trusted == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"speeds": {"a": 3}}', '{"speeds": []}', "null"])
def test_an_unreadable_file_is_as_none(state: Path, text: str) -> None:
    state.mkdir()
    notes_file().write_text(text)
    assert read_notes() == UserNotes()


def test_a_disk_that_refuses_is_told(state: Path) -> None:
    state.write_text("a file where the folder should be")
    assert not set_trust("some/model", trusted=True)
    remember_speed("some/model", Speed(1, "cpu"))
