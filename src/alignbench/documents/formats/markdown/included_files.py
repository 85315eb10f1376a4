"""Lines of a page that a site replaces by another file: no text of this one."""

import re
from collections.abc import Iterator

_PATTERNS = (
    # Snippets of PyMdown, one file a line or several between two marks.
    r"^[ \t]*-{1,4}8<-{1,4}[ \t]*\n(?:[^\n]*\n){1,200}?[ \t]*-{1,4}8<-{1,4}[ \t]*$",
    r"^[ \t]*;?-{1,4}8<-{1,4}[ \t]+[\"'][^\"'\n]+[\"'][ \t]*$",
    r"^[ \t]*\{![^{}\n]+!\}[ \t]*$",
    # mdBook, VitePress, VuePress, DocFX.
    r"^[ \t]*\{\{[ \t]*#[a-z_]*include[ \t][^{}\n]+\}\}[ \t]*$",
    r"^[ \t]*<<<[ \t]*@?[\w./-]{0,200}/[\w./#{}, -]{1,200}$",
    r"^[ \t]*@\[(?:code|include)[^\]\n]*\]\([^()\n]+\)[ \t]*$",
    r"^[ \t]*\[!(?:INCLUDE|code)[^\[\]\n]{0,200}\[?[^\[\]\n]{0,200}\]?\]?\([^()\n]+\)\]?[ \t]*$",
    r"^[ \t]*!!!include\([^()\n]+\)!!![ \t]*$",
)
_INCLUDED = re.compile("|".join(_PATTERNS), re.MULTILINE)


def included_files(content: str) -> Iterator[tuple[int, int]]:
    """Where such lines stand."""
    for found in _INCLUDED.finditer(content):
        yield found.span()
