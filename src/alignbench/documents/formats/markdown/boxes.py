"""The first lines of boxes: `:::note`, `!!! tip "Title"`, `::: {.callout title="…"}`, tabs."""

import re

TAB = re.compile(r"^[ \t>]*(?P<marks>===[!+]?)[ \t]+(?P<mark>\")(?P<title>[^\"\n]+)\"[ \t]*\r?$")
"""A tab of MkDocs Material, whose content stands indented below."""
_BOX = re.compile(r"^[ \t>]*(?P<marks>:{3,}|[!?]{3}\+?)[ \t]*(?P<rest>[^\r\n]*)")
_NAMED = re.compile(
    r"(?:title|heading|caption|summary)[ \t]*=[ \t]*(?P<mark>[\"'])(?P<title>[^\"'\n]+)(?P=mark)"
)
_QUOTED = re.compile(r"(?P<name>[\w.{}# \t-]*)\"(?P<title>[^\"\n]+)\"$")
_BRACKETED = re.compile(r"[\w.-]+\[(?P<title>[^\[\]\n]+)\]")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_PLAIN = re.compile(r"(?:[\w.-]+|(?=\s))[ \t]+(?P<title>\S.*)$")
_AFTER_ATTRIBUTES = re.compile(r"[ \t]*(?P<title>\S.*)$")
_CLASSES = re.compile(r"[a-z][\w-]*(?:[ \t]+[a-z][\w-]*)*")
"""How a box looks, which stands behind the name of its kind."""
_LOOKS = frozenset((
    "info", "warn", "warning", "alert", "tip", "note", "danger", "error", "success", "primary",
    "secondary", "caution", "important", "hint", "neutral", "default", "open", "closed",
    "collapsed", "collapse", "inline", "end", "left", "right", "center", "active", "no-icon",
))  # fmt: skip


def title_of_box(line: str) -> tuple[int, int] | None:
    """Where the title stands in the first line of a box or tab; None if it has none."""
    found = TAB.match(line)
    if found is None and (box := _BOX.match(line)):
        found = _title(box["rest"].rstrip(" \t:"), colons=box["marks"].startswith(":"))
        start = box.start("rest")
        return (start + found.start("title"), start + found.end("title")) if found else None
    return found.span("title") if found else None


def _title(rest: str, *, colons: bool) -> re.Match[str] | None:
    bare = _ATTRIBUTES.sub(lambda match: " " * len(match[0]), rest).rstrip()
    said = _NAMED.search(rest) or _QUOTED.match(bare) or _BRACKETED.match(bare)
    if said is None:
        braced = rest.startswith("{")
        said = (_AFTER_ATTRIBUTES if braced else _PLAIN).match(bare)
        if said and not braced and _is_look(said["title"], colons=colons):
            return None
    return said if said and re.search(r"[^\W_]", said["title"]) else None


def _is_look(words: str, *, colons: bool) -> bool:
    """Whether words say how a box looks. Behind `!!!` all small words without quotes do."""
    if not colons:
        return bool(_CLASSES.fullmatch(words))
    return all(word in _LOOKS for word in words.split())
