"""Which letters are an English word: those that the bundled model knows."""

from functools import lru_cache
from importlib.resources import files

from alignbench.language.inflections import base_forms

_MARK = "e:"
"""What English words begin with in the model's vocabulary."""


def is_word(letters: str) -> bool:
    """Whether small `letters`, or a base form of them, are a word."""
    known = _words()
    return len(letters) > 1 and (letters in known or any(b in known for b in base_forms(letters)))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    source = files("alignbench").joinpath("embedding", "bundled", "vocabulary.txt")
    lines = source.read_text(encoding="utf-8").split("\n")
    return frozenset(line[len(_MARK) :] for line in lines if line.startswith(_MARK))
