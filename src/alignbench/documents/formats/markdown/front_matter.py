"""Front matter: titles and descriptions are read, settings are not."""

import re
from collections.abc import Iterator

from alignbench.documents.segmentation.markup import SPACE, joined_lines
from alignbench.domain.text import Kind
from alignbench.language.mapped import MappedText, identity
from alignbench.language.normalise import has_japanese, printable

_ENTRY = re.compile(
    r"^(?P<indent>[ \t]*(?:-[ \t]+)?)(?:(?P<key>[\w.\"'-]+)[ \t]*[:=](?:[ \t]+|$)|(?<=- ))"
    r"(?P<value>[^\n\r]*)",
    re.MULTILINE,
)
_NAMES = (
    "title subtitle description summary excerpt abstract lead tagline caption heading "
    "headline sidebar_label sidebartitle sidebar_title linktitle nav_title navtitle "
    "short_title shorttitle pagetitle page_title seotitle text details label name alt "
    "toc_title og_title og_description intro question answer message "
)
_READ = frozenset(_NAMES.split())
"""Keys whose values people read."""
_SETTINGS = "tags tag categories category keywords topics aliases slug series taxonomies"
_NAMES_FOR_MACHINES = frozenset(_SETTINGS.split())
"""Keys whose values sort pages and make addresses, in whatever language."""
_WORDS = re.compile(r"[A-Za-z][a-z]+(?:[,;]?[ ][A-Za-z][a-z']*){3,}")
_TOML = re.compile(r"\ufeff?(\+{3})[ \t]*\r?\n(?:.*\r?\n){0,400}?(\+{3})[ \t]*(?:\r?\n|\Z)")
_PLAIN = re.compile(r"https?://|[\w./-]+$")


def with_dashes(content: str) -> str:
    """The content with `---` round front matter in TOML, which stands between `+++`."""
    found = _TOML.match(content)
    if not found:
        return content
    (first, _), (last, end) = found.span(1), found.span(2)
    return f"{content[:first]}---{content[first + 3 : last]}---{content[end:]}"


def front_matter(content: str, start: int, end: int) -> Iterator[tuple[Kind, MappedText]]:
    """What is read of front matter that stands at `start..end` of the content."""
    for key, value in _values(content, start, end):
        if key.lower() in _NAMES_FOR_MACHINES:
            continue
        if value.text and _is_read(key.lower(), value.text):
            yield (Kind.HEADING if key == "title" else Kind.SENTENCE), value


def _is_read(key: str, value: str) -> bool:
    """Whether people read a value: by its key, else because it is Japanese or a sentence."""
    if key in _READ:
        return (
            _PLAIN.match(value) is None
            or key in ("title", "description")
            or (key not in ("name", "text", "label") and not value.isascii())
            or bool(re.fullmatch(r"[A-Z][a-z]+", value))
        )
    return has_japanese(value) or bool(_WORDS.search(value))


def _values(content: str, start: int, end: int) -> Iterator[tuple[str, MappedText]]:
    """Keys with their values, in one line each."""
    entries = list(_ENTRY.finditer(content, start, end))
    above = ""
    for number, entry in enumerate(entries):
        key = (entry["key"] or "").strip("\"'") or above
        if entry["key"] and not entry["value"].strip():
            above = key
        elif entry["key"]:
            above = ""
        first, last = entry.span("value")
        after = entries[number + 1].start() if number + 1 < len(entries) else end
        if re.fullmatch(r"[|>][+-]?\d?[ \t]*", entry["value"]):
            first, last = entry.end(), after
        elif entry["value"] and not re.match(r"[\"'\[{]", entry["value"]):
            last = _continued(content, last, after, len(entry["indent"]))
        yield key, _value(content, first, last)


def _continued(content: str, last: int, after: int, indent: int) -> int:
    """The end of a value that goes on in lines indented further than its key."""
    for line in re.finditer(r"[\r\n]+([ \t]+)[^\r\n]+", content[last:after]):
        if len(line.group(1)) <= indent:
            break
        last = last + line.end() if line.start() == 0 else last
    return last


def _value(content: str, first: int, last: int) -> MappedText:
    value = identity(content[first:last], first).strip(SPACE + "\r\n")
    comment = re.search(r"\s#\s.*$", value.text) if value.text[:1] not in "\"'" else None
    if comment:
        value = value.slice(0, comment.start())
    if value.text[:1] in ('"', "'") and value.text[-1:] == value.text[:1]:
        value = value.slice(1, len(value.text) - 1)
    return printable(joined_lines(value)).strip(SPACE)
