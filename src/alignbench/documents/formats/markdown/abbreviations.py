"""Abbreviations of PHP Markdown Extra: `*[HTML]: Hyper Text Markup Language`, a line each."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

ABBREVIATION = re.compile(r"(?m)^ {0,3}\*\[[^\[\]\n]{1,60}\]:[ \t]*(?P<words>\S.*)$")


def abbreviation_plugin(parser: MarkdownIt) -> None:
    """Takes such lines out of the text; like definitions of links, they make no token."""
    parser.block.ruler.before(
        "reference", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference"]}
    )


def _abbreviation(state: StateBlock, line: int, last: int, silent: bool) -> bool:  # noqa: ARG001
    start = state.bMarks[line] + state.tShift[line]
    if not ABBREVIATION.match(state.src[start : state.eMarks[line]]):
        return False
    if not silent:
        state.line = line + 1
    return True
