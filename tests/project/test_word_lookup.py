"""Where words are looked up, and that odd words stay words."""

import pytest

from alignbench.domain.errors import InputError
from alignbench.project.settings import read_settings
from alignbench.project.word_lookup import LONGEST, WordLookUp


def test_an_address_has_the_word_encoded() -> None:
    how = read_settings('[lookup]\nurl = "https://d.example/s?q={word}&x=1"').lookup
    assert how.address("桟橋") == "https://d.example/s?q=%E6%A1%9F%E6%A9%8B&x=1"
    assert how.address(" a&b=/../#\n{word}\x1b ") == (
        "https://d.example/s?q=a%26b%3D%2F..%2F%23%20%7Bword%7D&x=1"
    )
    assert how.address("\ud800").endswith("q=%EF%BF%BD&x=1")
    assert len(how.address("a" * 5_000)) < LONGEST + 50


def test_a_program_has_the_word_as_one_argument() -> None:
    how = read_settings('[lookup]\nprogram = ["dict", "-w={word}", "{word}"]').lookup
    odd = "$(rm x); `y` | '\"{0}"
    assert how.arguments(f"{odd}\x00\nz") == ["dict", f"-w={odd} z", f"{odd} z"]
    with pytest.raises(InputError, match="hyphen"):
        how.arguments("--delete")
    safe = WordLookUp(program=("dict", "--word={word}"))
    assert safe.arguments("--delete") == ["dict", "--word=--delete"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('url = "file:///etc/{word}"', "begins with https"),
        ('url = "https://{word}.example/"', "behind the name"),
        ('url = "https://d.example/"', "behind the name"),
        ("url = 1", "in quotation marks"),
        ('program = "dict {word}"', "a list is needed"),
        ('program = ["dict"]', "among these"),
        ('program = ["{word}", "{word}"]', "among these"),
        ("shell = true", "no such setting"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(line: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_settings(f"[lookup]\n{line}")
    assert "line 2" in caught.value.what


def test_without_a_setting_there_is_none() -> None:
    assert read_settings("").lookup == WordLookUp()
