"""Where the labels and addresses of links end."""

import re

from markdown_it.helpers import parseLinkDestination, parseLinkTitle


def label_end(text: str, at: int) -> int:
    """Where the `]` stands that closes the `[` at `at`."""
    depth = 0
    for match in re.compile(r"\\.|[\[\]]", re.DOTALL).finditer(text, at):
        depth += {"[": 1, "]": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start()
    return len(text)


def address_end(text: str, at: int) -> int:
    """Past the `)` that closes an address begun at `at`; `at` itself if it is none."""
    end = len(text)
    place = _blank_end(text, at + 1)
    address = parseLinkDestination(text, place, end)
    if address.ok:
        place = _blank_end(text, address.pos)
    if text[place : place + 1] in ('"', "'", "("):
        title = parseLinkTitle(text, place, end)
        if title.ok:
            place = _blank_end(text, title.pos)
    return place + 1 if text[place : place + 1] == ")" else at


def _blank_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
