"""What MDX adds to Markdown: imports, exports, components and expressions."""

import re

from alignbench.documents.formats.markdown.html_tags import COMMENT, TAG, Tag, tag_of
from alignbench.documents.segmentation.account import Aside
from alignbench.messages import t

IMPORTS = re.compile(
    r"(?:import\s[^\n]*?[\"'][^\"'\n]+[\"']|import\s+[\"'{]|export\s+(?:const|let|default|function|async|\*|\{))"
)
_MODULE = re.compile(
    r"^(?:import\s(?:[^\n]|\n(?![ \t]*\n)){0,2000}?[\"'][^\"'\n]+[\"'];?[ \t]*$|"
    r"export\s+(?:const|let|default|function|async)\s(?:[^\n]|\n(?![ \t]*\n)){0,5000})",
    re.MULTILINE,
)
_PLAIN_MODULE = re.compile(
    r"^import\s+(?:[\w$*{}, \t]{1,200}\s+from\s+)?([\"'])[^\"'\n]{1,300}\1;?[ \t]*$|"
    r"^export\s+(?:const|let|default|function|async)\b[^\n]*[={(][^\n]*"
    r"(?:\n(?![ \t]*\n)[^\n]*){0,200}$",
    re.MULTILINE,
)
"""The same in pages that are called .md: only lines that can be nothing else."""
_TRANSPARENT = frozenset({"p", "div", "section", "article", "details", "figure", "ul", "ol", "li"})
"""Tags round which MDX reads Markdown."""
FENCE = re.compile(
    r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
CODE = re.compile(r"(?<!`)(`{1,3})(?!`).{1,1000}?(?<!`)\1(?!`)", re.DOTALL)


def without_components(content: str, *, jsx: bool) -> tuple[str, list[Tag], list[Aside]]:
    """The content with what is no Markdown blanked, character for character, and what that was.

    Tags of components that have lines to themselves go, so that what stands between them is read
    as Markdown; of MDX (`jsx`) imports, exports and comments too, and tags whose attributes HTML
    does not know become tags that it does.
    """
    kept = [match.span() for pattern in (FENCE, CODE) for match in pattern.finditer(content)]
    out = list(content)
    asides: list[Aside] = []
    for match in COMMENT.finditer(content) if jsx else ():
        if match.group().startswith("{") and not lies_within(match.start(), kept):
            blank(out, match.start(), match.end())
    for match in (_MODULE if jsx else _PLAIN_MODULE).finditer(content):
        if not lies_within(match.start(), kept):
            blank(out, match.start(), match.end())
            asides.append(Aside(match.start(), match.end(), t("imports of components")))
    text = "".join(out)
    lone: list[Tag] = []
    for match in TAG.finditer(text):
        if lies_within(match.start(), kept):
            continue
        name = match["name"]
        component = not name or name[0].isupper() or (jsx and name in _TRANSPARENT)
        if component and _alone(text, *match.span()):
            lone.append(tag_of(match))
            blank(out, match.start(), match.end())
        elif jsx and "{" in match["rest"]:
            _simplify(out, match)
    return "".join(out), lone, asides


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but blanks and other tags stands beside a tag on its lines."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    after = text[end : line_end if line_end >= 0 else len(text)]
    return not TAG.sub("", before).strip(" \t") and not TAG.sub("", after).strip(" \t\r")


def _simplify(out: list[str], tag: re.Match[str]) -> None:
    """Braces of a tag as blanks, so that HTML reads it too; words in quotation marks stay."""
    for braces in re.finditer(r"[\w:-]+=?\s*\{|\{", tag["rest"]):
        start = tag.start("rest") + braces.start()
        depth = 0
        for at in range(start, tag.end("rest")):
            depth += {"{": 1, "}": -1}.get(out[at], 0)
            closes = out[at] == "}" and depth == 0
            if out[at] not in "\r\n":
                out[at] = " "
            if closes:
                break


def blank(out: list[str], start: int, end: int) -> None:
    """Put spaces in place of all characters but line ends."""
    for at in range(start, end):
        if out[at] not in "\r\n":
            out[at] = " "


def lies_within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the stretches."""
    return any(start <= at < end for start, end in spans)
