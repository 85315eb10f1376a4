"""How a word is looked up elsewhere: an address for the browser, or a program. Pure.

What is looked up stands in a text and is untrusted. In an address every character of it that could
mean something is encoded; to a program it is one argument among others, and no shell reads it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import one_line

PLACE = "{word}"
"""Stands in the setting for what is looked up."""
LONGEST = 200
"""Characters of a text that are looked up."""


@dataclass(frozen=True, slots=True)
class WordLookUp:
    """An address, or a program with its arguments, with `{word}` in it; neither: nothing is set."""

    url: str = ""
    program: tuple[str, ...] = ()

    def address(self, text: str) -> str:
        """The address for a text."""
        return self.url.replace(PLACE, quote(_looked_up(text), safe=""))

    def arguments(self, text: str) -> list[str]:
        """The program and its arguments for a text.

        Raises:
            InputError: the text would be read as an option, since it begins with a hyphen.
        """
        word = _looked_up(text)
        if word.startswith("-") and any(each.startswith(PLACE) for each in self.program):
            raise InputError(
                t("{word} begins with a hyphen; the program would take it for an option.",
                  word=repr(word)),
            )  # fmt: skip
        return [self.program[0], *(each.replace(PLACE, word) for each in self.program[1:])]


def trouble_of_url(url: str) -> str:
    """What is wrong with an address of a setting; empty if nothing is."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return t("this is no address")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return t("an address that begins with https:// or http:// is needed")
    if PLACE in parts.netloc or PLACE not in url:
        return t("{place} is needed in it, behind the name of the site", place=PLACE)
    return ""


def trouble_of_program(program: Sequence[str]) -> str:
    """What is wrong with a program of a setting; empty if nothing is."""
    if not program:
        return ""
    if PLACE in program[0] or not any(PLACE in each for each in program[1:]):
        return t("a program and its arguments are needed, {place} among these", place=PLACE)
    if any(chr(0) in each for each in program):
        return t("this is no program")
    return ""


def _looked_up(text: str) -> str:
    return " ".join(one_line(text).split())[:LONGEST]
