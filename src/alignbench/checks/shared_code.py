"""Code inside sentences that both sides show alike: nothing in it can be mistranslated."""

import re
from collections.abc import Iterator, Sequence

from alignbench.checks.lazy_pattern import lazy
from alignbench.domain.text import Span

STAND_IN = "\ufffc"
"""What each character of such code is read as: no word, no figure, no mark, and no space."""
_BACKTICKS = lazy(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,300})\1(?!`)")
_TITLE = lazy(r"[\"“「『]([A-Za-z][!#-~’]* [!#-~’]+ [ !#-~’]+)[\"”」』]")
"""Three words and more between quotation marks in Latin letters: a title or a message."""
_SHORTEST_PLAIN = 2
"""Characters from which code of one side is looked for among the words of the other: not `a`."""


def shared_code(
    ja: str, en: str, ja_code: Sequence[Span], en_code: Sequence[Span]
) -> tuple[list[Span], list[Span]]:
    """Stretches of both texts that are the same code, wherever and how often it stands.

    `ja_code` and `en_code` are what their files mark as code; code in backticks is found by
    itself. Code that only one side marks is looked for among the other side's words.
    """
    ours, theirs = list(_marked(ja, ja_code)), list(_marked(en, en_code))
    if not ours and not theirs:
        return [], []
    said, read = {ja[s.start : s.end] for s in ours}, {en[s.start : s.end] for s in theirs}
    both = said & read
    alone_ja = {code for code in said - read if _stands(code, en)}
    alone_en = {code for code in read - said if _stands(code, ja)}
    return (
        [s for s in ours if ja[s.start : s.end] in both | alone_ja] + _plain(ja, alone_en, ours),
        [s for s in theirs if en[s.start : s.end] in both | alone_en]
        + _plain(en, alone_ja, theirs),
    )


def may_share(ja: str, en: str) -> bool:
    """Whether texts without marked code may have some in common: backticks or foreign titles."""
    return "`" in ja or "`" in en or _TITLE.search(ja) is not None


def _marked(text: str, code: Sequence[Span]) -> Iterator[Span]:
    yield from code
    for match in _TITLE.finditer(text):
        yield Span(*match.span(1))
    if "`" in text:
        for match in _BACKTICKS.finditer(text):
            span = Span(*match.span(2))
            if not any(each.start < span.end and span.start < each.end for each in code):
                yield span


def _stands(code: str, text: str) -> bool:
    return len(code) >= _SHORTEST_PLAIN and _as_words(code).search(text) is not None


def _as_words(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_]){re.escape(code)}(?![A-Za-z0-9_])")


def _plain(text: str, codes: set[str], marked: Sequence[Span]) -> list[Span]:
    """Where codes stand among the words of `text`, outside what is marked there already."""
    found: list[Span] = []
    for code in sorted(codes, key=lambda code: (-len(code), code)):
        for match in _as_words(code).finditer(text):
            span = Span(*match.span())
            if all(span.end <= each.start or each.end <= span.start for each in (*marked, *found)):
                found.append(span)
    return found
