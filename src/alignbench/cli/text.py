"""Texts for people: those from files made safe to show in a terminal, and counts."""

import re

# Controls could move the cursor or rewrite the screen; overrides of direction hide what is there.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400


def printable(text: str, keep: str = "") -> str:
    """`text` with a visible sign for each control character that is not in `keep`."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in keep else _sign(found[0]), text)


def counted(count: int, noun: str) -> str:
    """`1 pair`, `2 pairs`, `1,000 pairs`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _sign(char: str) -> str:
    code = ord(char)
    if code == 0x7F:
        return "␡"
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"
