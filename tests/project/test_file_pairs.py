"""Which files are a pair."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.project.file_pairs import Pairing, is_leftover, pair_up

STEMS = st.sampled_from(["a", "A", "b", "手か\u3099み", "手がみ", "\u202e", " a"])
NAMES = st.builds(str.__add__, STEMS, st.sampled_from([".txt", ".md", ".TXT", ""]))


def paired(ja: list[str], en: list[str]) -> Pairing:
    return pair_up([Path("ja", name) for name in ja], [Path("en", name) for name in en])


def test_the_ending_does_not_matter_where_the_name_is_clear() -> None:
    found = paired(["ch1.txt", "ch2.md"], ["ch2.txt", "ch1.txt"])
    assert list(found.pairs) == ["ch1", "ch2"]
    assert found.unpaired == ()


def test_files_of_one_name_are_told_apart_by_their_ending() -> None:
    found = paired(["a.txt", "a.md"], ["a.md", "a.txt"])
    assert found.pairs == {
        "a.md": (Path("ja/a.md"), Path("en/a.md")),
        "a.txt": (Path("ja/a.txt"), Path("en/a.txt")),
    }


def test_what_cannot_be_told_apart_is_left_alone_and_not_dropped() -> None:
    found = paired(["a.txt", "a.md"], ["a.html"])
    assert found.pairs == {}
    assert found.unpaired == (Path("ja/a.txt"), Path("ja/a.md"), Path("en/a.html"))


def test_an_extra_version_does_not_take_the_others_place() -> None:
    found = paired(["a.txt"], ["a.txt", "a.old"])
    assert list(found.pairs) == ["a.txt"]
    assert found.unpaired == (Path("en/a.old"),)


@pytest.mark.parametrize(
    "name", [".a.txt", "a.txt~", "~$a.docx", "#a.txt#", "a.bak", "a.txt.orig", ".a.txt.swp"]
)
def test_what_editors_leave_is_no_version_of_a_text(name: str) -> None:
    assert is_leftover(Path("data/ja", name))
    assert not is_leftover(Path("data/ja/a.txt"))


def test_upper_and_lower_case_are_two_names() -> None:
    assert list(paired(["A.txt", "a.txt"], ["a.txt", "A.txt"]).pairs) == ["A", "a"]


def test_one_name_in_two_spellings_of_the_file_system_is_no_pair() -> None:
    found = paired(["手か\u3099み.txt", "手がみ.txt"], ["手がみ.txt"])
    assert (found.pairs, len(found.unpaired)) == ({}, 3)


@given(st.lists(NAMES, unique=True), st.lists(NAMES, unique=True))
def test_each_file_is_in_one_pair_or_left_alone(ja: list[str], en: list[str]) -> None:
    found = paired(ja, en)
    held = [path for pair in found.pairs.values() for path in pair]
    every = [*(Path("ja", name) for name in ja), *(Path("en", name) for name in en)]
    assert sorted([*held, *found.unpaired]) == sorted(every)
