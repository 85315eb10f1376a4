"""The lines of a page as markdown-it counts them, and where their characters stand."""

import re
from collections.abc import Container, Iterator

from alignbench.language.mapped import MappedText, identity, join

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class SourceLines:
    """The lines of `content`, by number from 0.

    `parsed` is what is parsed of it, character for character: what is no Markdown may be blank.
    """

    def __init__(self, content: str, parsed: str = "") -> None:
        self.content = content
        self._parsed = parsed or content
        self._spans = [
            (match.start(), match.start() + len(match.group().rstrip("\r\n")))
            for match in _LINE.finditer(content)
            if match.group()
        ]

    def __len__(self) -> int:
        return len(self._spans)

    def span(self, number: int) -> tuple[int, int]:
        """Where a line stands, without its ending; past the last line, the end of the content."""
        if number < len(self._spans):
            return self._spans[number]
        return len(self.content), len(self.content)

    def text(self, number: int) -> str:
        """A line without its ending."""
        start, end = self.span(number)
        return self.content[start:end]

    def view(self, start: int, end: int) -> MappedText:
        """The characters `start..end` of the content as themselves."""
        return identity(self.content[start:end], start)

    def stretch(self, first: int, after: int) -> tuple[int, int]:
        """From the start of line `first` to the end of the last line before `after`."""
        return self.span(first)[0], self.span(max(first, after - 1))[1]

    def untold(self, told: Container[int]) -> Iterator[tuple[int, int]]:
        """Stretches of lines, blank ones apart, whose numbers are not among `told`."""
        start = None
        for number in range(len(self) + 1):
            is_told = number in told or not self.text(number).strip()
            if is_told and start is not None:
                yield start, number
                start = None
            elif not is_told and start is None:
                start = number

    def located(self, text: str, first: int, *, column: int = 0) -> MappedText:
        """`text`, which begins on line `first`, with the place of each of its characters.

        Its lines are those of the page without what comes before them, such as `> ` or an
        indent; `column` is where in the first line to look from.
        """
        return join(self._located(text, first, column))

    def _located(self, text: str, first: int, column: int) -> Iterator[MappedText]:
        for number, line in enumerate(text.split("\n")):
            start, end = self.span(first + number)
            if number:
                yield MappedText("\n", (self.span(first + number - 1)[1],))
            source = self._parsed[start:end]
            place = source.find(line, column if number == 0 else 0)
            if source.endswith(line) and (number or not column):
                place = len(source) - len(line)
            if place >= 0:
                yield identity(line, start + place)
            else:
                yield _letter_by_letter(line, source, start, column if number == 0 else 0)


def _letter_by_letter(line: str, source: str, base: int, at: int) -> MappedText:
    """A line that markdown-it changed, as it does with tabs and with escaped bars in a table."""
    offsets: list[int] = []
    for character in line:
        found = source.find(character, at)
        offsets.append(base + (found if found >= 0 else min(at, max(0, len(source) - 1))))
        at = found + 1 if found >= 0 else at
    return MappedText(line, tuple(offsets))
