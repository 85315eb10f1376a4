"""What a reader sees of a stretch of source: Markdown, ruby and controls removed, one line."""

import re
from enum import StrEnum

from alignbench.language.mapped import MappedText, identity, join, without
from alignbench.language.normalise import is_japanese, printable
from alignbench.language.ruby import markup_spans


class Markup(StrEnum):
    """How a file is marked up."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    VERBATIM = "verbatim"
    """Nothing is markup: a segmented file says exactly what it says."""


# Each pattern's groups are what goes; what is outside the groups stays. All are linear.
_MARKDOWN = tuple(
    re.compile(pattern)
    for pattern in (
        r"(<!--.{0,2000}?-->)",
        r"(!?\[)[^\[\]\n]{0,500}(\]\([^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\))",
        r"(<)https?://[^<>\s]{1,500}(>)",
        r"(\*{1,3})(?=\S)[^*\n]{1,2000}(?<=\S)(\*{1,3})",
        r"(?<![\w])(_{1,3})(?=\S)[^_\n]{1,2000}(?<=\S)(_{1,3})(?![\w])",
        r"(~~)(?=\S)[^~\n]{1,1000}(~~)",
        r"(`{1,2})[^`\n]{1,1000}(`{1,2})",
        r"(</?(?:b|i|em|strong|u|sub|sup|span|br|ruby|rb)\b[^<>\n]{0,200}>)",
        r"(<r[tp]>[^<>\n]{0,60}</r[tp]>)",
        r"(\\)[\\`*_{}\[\]()#+\-.!|>]",
    )
)
_LINE_MARKS = re.compile(r"(?m)^[ \t]{0,3}(#{1,6}[ \t]+|(?:>[ \t]?)+|[-*+][ \t]+(?=\S))")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_BREAKS = re.compile(r"(?:\\?(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])[ \t\u3000]*)+")
# Books set in plain text keep the old typists' italics: _so_.
_UNDERLINED = re.compile(r"(?<!\w)(_)(?=\S)[^_\n]{1,500}(?<=\S)(_)(?!\w)")
SPACE = " \t\u3000"


def view(
    source: str, base: int, markup: Markup, cuts: tuple[tuple[int, int], ...] = ()
) -> MappedText:
    """`source` as one readable line; its first character stands at `base` of the content.

    `cuts` are stretches of the content, inside the source, that are something else.
    """
    text = without(identity(source, base), [(a - base, b - base) for a, b in cuts])
    if markup is not Markup.VERBATIM:
        text = without(text, markup_spans(text.text))
    if markup is Markup.MARKDOWN:
        text = _without_markdown(text)
    elif markup is Markup.PLAIN:
        text = _without(text, _UNDERLINED)
    return printable(joined_lines(text)).strip(SPACE)


def _without_markdown(text: MappedText) -> MappedText:
    text = without(text, [match.span(1) for match in _LINE_MARKS.finditer(text.text)])
    text = without(text, [match.span() for match in _HEADING_TAIL.finditer(text.text)])
    for pattern in _MARKDOWN:
        text = _without(text, pattern)
    return text


def _without(text: MappedText, pattern: re.Pattern[str]) -> MappedText:
    """`text` less the groups of each match of `pattern`."""
    return without(
        text,
        (
            match.span(group)
            for match in pattern.finditer(text.text)
            for group in range(1, pattern.groups + 1)
        ),
    )


def joined_lines(text: MappedText) -> MappedText:
    """Wrapped lines as one: no space where Japanese meets Japanese, hyphens of words undone."""
    pieces: list[MappedText] = []
    at = 0
    for match in _BREAKS.finditer(text.text):
        line = text.slice(at, match.start()).rstrip(SPACE)
        after = text.text[match.end() : match.end() + 1]
        pieces += joint_of_lines(line, text.offsets[match.start()], after)
        at = match.end()
    return join([*pieces, text.slice(at, len(text.text))])


def joint_of_lines(line: MappedText, at: int, after: str) -> tuple[MappedText, MappedText]:
    """A line as it is read before the line that begins with `after`, and what joins the two.

    The joint is a space or nothing, and stands for the line end at `at` of the content.
    """
    hyphen = line.text[-1:] == "-" and line.text[-2:-1].islower() and after[:1].islower()
    if hyphen:
        return line.slice(0, len(line.text) - 1), _NOTHING
    space = line.text and after and not _meet(line.text[-1], after[0])
    return line, MappedText(" ", (at,)) if space else _NOTHING


_NOTHING = MappedText("", ())


def _meet(before: str, after: str) -> bool:
    """Whether two characters stand together in print, so that a line break was only a wrap."""
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return (
        is_japanese(character)
        or "\u3000" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
    )
