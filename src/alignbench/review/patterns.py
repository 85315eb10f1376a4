"""Regular expressions that people type: folded as searches are, and never running away."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.review.search import search_key

TEXT_SECONDS = 0.25
"""Time one pattern may take on one text; a pattern that needs more is a runaway."""
ALL_SECONDS = 10.0
"""Time one pattern may take on all texts of a document."""
LONGEST_PATTERN = 1_000
"""Characters of a pattern."""


@dataclass(frozen=True, slots=True)
class Replacing:
    """A match in a text, by its offsets, and what is put there."""

    start: int
    end: int
    put: str


class PatternError(InputError):
    """A pattern that is none, or that takes too long."""


@dataclass(slots=True)
class Pattern:
    """A regular expression and what is left of its time.

    Its methods raise PatternError once the time is used up.
    """

    source: str
    _compiled: Any
    _clock: Callable[[], float] = monotonic
    _left: float = field(default=ALL_SECONDS)

    @classmethod
    def of(cls, source: str, *, ignores_case: bool = True) -> "Pattern":
        """Compile a pattern. Raises PatternError for what is no regular expression."""
        import regex

        if len(source) > LONGEST_PATTERN:
            raise PatternError(t("A pattern may have {count:,} characters.", count=LONGEST_PATTERN))
        flags = regex.VERSION1 | (regex.IGNORECASE if ignores_case else 0)
        try:
            return cls(source, regex.compile(source, flags))
        except (regex.error, OverflowError, RecursionError, ValueError) as error:
            raise PatternError(t("No regular expression: {error}.", error=error)) from error

    def is_in(self, text: str) -> bool:
        """Whether it matches somewhere in a text."""
        return bool(self._timed(lambda seconds: self._compiled.search(text, timeout=seconds)))

    def replaced(
        self, text: str, put: str, *, literally: bool = False,
        without: Callable[[int], bool] = lambda _: False,
    ) -> tuple[str, list[Replacing]]:  # fmt: skip
        r"""The text with each match replaced, and all that were found, in order.

        `\1` and `\g<name>` in `put` are what the groups caught, unless it is meant `literally`.
        Matches whose number, from 0, is `without` stay as they are. Raises PatternError for a
        group that is not there, too.
        """
        import regex

        found: list[Replacing] = []

        def what(match: Any) -> str:
            new = put if literally else match.expand(put)
            found.append(Replacing(match.start(), match.end(), new))
            return match.group() if without(len(found) - 1) else new

        try:
            done: str = self._timed(lambda seconds: self._compiled.sub(what, text, timeout=seconds))
        except (regex.error, IndexError, KeyError, ValueError) as error:
            raise PatternError(t("Not to be put in: {error}.", error=error)) from error
        return done, found

    def _timed(self, look: Callable[[float], Any]) -> Any:
        begun = self._clock()
        try:
            return look(max(0.001, min(TEXT_SECONDS, self._left)))
        except TimeoutError as error:
            raise PatternError(
                t("This pattern takes too long."),
                t("Nested repeats such as (a+)+ do that; write the pattern without them."),
            ) from error
        finally:
            self._left -= self._clock() - begun


def folded(source: str) -> str:
    """A pattern as it is compared with search keys.

    What is ASCII in it stays, since it may be syntax and case is ignored anyway; all other runs
    are folded, and what they then hold of ASCII (as of a full-width bracket) is taken literally.
    """
    out, at = [], 0
    while at < len(source):
        end = at
        while end < len(source) and not source[end].isascii():
            end += 1
        if end > at:
            out.append("".join(map(_literal, search_key(source[at:end]))))
        elif source[at] == "\\" and at + 1 < len(source) and source[at + 1].isascii():
            end = at + 2
            out.append(source[at:end])
        else:
            end = at + 1
            out.append(source[at])
        at = end
    return "".join(out)


def _literal(character: str) -> str:
    return f"\\{character}" if character.isascii() and not character.isalnum() else character
