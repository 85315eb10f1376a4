"""What a reader sees of a stretch of plain text: ruby, notes and controls removed, one line."""

import re
from dataclasses import dataclass

from alignbench.domain.text import Reading
from alignbench.language.aozora_accents import with_accents
from alignbench.language.hyphens import keeps_hyphen
from alignbench.language.mapped import MappedText, identity, join, without
from alignbench.language.normalise import is_japanese, printable
from alignbench.language.ruby import html_readings, html_spans, markup_spans, readings, with_gaiji

_BREAKS = re.compile(r"(?:\\?(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])[ \t\u3000]*)+")
# Books set in plain text keep the old typists' italics: _so_.
_UNDERLINED = re.compile(r"(?<!\w)(_)(?=\S)[^_\n]{1,500}(?<=\S)(_)(?!\w)")
SPACE = " \t\u3000"


@dataclass(frozen=True, slots=True)
class PlainView:
    """What is read of a stretch, and its readings by their places in the content."""

    shown: MappedText
    readings: tuple[Reading, ...]


def plain_view(source: str, base: int, marks: re.Pattern[str] | None = None) -> PlainView:
    """`source` as one readable line; its first character stands at `base` of the content.

    `marks` are what is not read of it, such as those of quotation before its lines.
    """
    bare = identity(source, base)
    if marks is not None:
        bare = without(bare, (match.span() for match in marks.finditer(source)))
    text = with_accents(with_gaiji(bare))
    found = [*readings(text.text), *html_readings(text.text)]
    told = tuple(
        Reading(text.offsets[ruby.start], text.offsets[ruby.end - 1] + 1, ruby.reading)
        for ruby in found
        if ruby.start < ruby.end
    )
    text = without(text, markup_spans(text.text))
    text = without(text, html_spans(text.text))
    text = without(
        text, (m.span(group) for m in _UNDERLINED.finditer(text.text) for group in (1, 2))
    )
    return PlainView(printable(joined_lines(text)).strip(SPACE), told)


def verbatim_view(source: str, base: int) -> MappedText:
    """`source` as it stands but for controls, its lines joined."""
    return printable(joined_lines(identity(source, base))).strip(SPACE)


def joined_lines(text: MappedText) -> MappedText:
    """Wrapped lines as one: no space where Japanese meets Japanese, hyphens of words undone."""
    pieces: list[MappedText] = []
    at = 0
    for match in _BREAKS.finditer(text.text):
        line = text.slice(at, match.start()).rstrip(SPACE)
        after = text.text[match.end() : match.end() + 40]
        pieces += joint_of_lines(line, text.offsets[match.start()], after)
        at = match.end()
    return join([*pieces, text.slice(at, len(text.text))])


def joint_of_lines(line: MappedText, at: int, after: str) -> tuple[MappedText, MappedText]:
    """A line as it is read before the line that begins with `after`, and what joins the two.

    The joint is a space or nothing, and stands for the line end at `at` of the content.
    """
    if line.text[-1:] == "-" and line.text[-2:-1].islower() and after[:1].islower():
        kept = keeps_hyphen(line.text[-40:-1], after)
        return (line if kept else line.slice(0, len(line.text) - 1)), _NOTHING
    space = line.text and after and not _meet(line.text[-1], after[0])
    return line, MappedText(" ", (at,)) if space else _NOTHING


_NOTHING = MappedText("", ())


def _meet(before: str, after: str) -> bool:
    """Whether two characters stand together in print, so that a line break was only a wrap."""
    return is_wide(before) or is_wide(after)


def is_wide(character: str) -> bool:
    """Whether a character is Japanese or of full width, so that no space stands beside it."""
    return (
        is_japanese(character)
        or "\u3000" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
    )
