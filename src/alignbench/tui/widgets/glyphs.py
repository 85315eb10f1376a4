"""The marks our own chrome draws, each one cell wide in every terminal.

Some terminals draw characters of ambiguous East Asian width (such as ※ … · → ●) over two cells and
then break the whole layout; so none stands here except box drawing. A test holds this.

Fonts and locales that lack these marks get ASCII instead (`use_ascii`). So read them where you
draw, as `glyphs.FLAG`, and keep no copy. Marks that mean different things differ in shape: colour
is never all that tells them apart.
"""

from collections.abc import Mapping

CONFIRMED = "✓"
DOUBTFUL = "?"
SUGGESTED = "∙"
NOTHING = "∅"
CROSSING = "⇅"
FLAG = "⚑"
FOUND = "⚠"
NOTE = "✎"
REWORDED = "≋"
LATER = "↺"

NEUTRAL = "▿"
MINOR = "▵"
MAJOR = "⚠"
CRITICAL = "✖"
DISMISSED = "⊘"

CURSOR = "┃"
HERE = "╋"
THIS = "▸"
SELECTED = "›"
RULE = "│"
PART = "┊"
DASH = "──"
MORE = "..."
UP, DOWN = "▴", "▾"
BAR_DONE = "━"
BAR_LEFT = "╌"

MAP_CONFIRMED = "│"
MAP_SUGGESTED = "╎"
MAP_DOUBTFUL = "┃"
MAP_LITTLE_DOUBT = "╏"
MAP_FOUND = "▪"

_ASCII = {
    "CONFIRMED": "+", "SUGGESTED": ".", "NOTHING": "x", "CROSSING": "%", "FLAG": "F",
    "FOUND": "!", "NOTE": "n", "REWORDED": "~", "LATER": "@", "NEUTRAL": "_", "MINOR": "m",
    "MAJOR": "M", "UP": "^", "DOWN": "v",
    "CRITICAL": "C", "DISMISSED": "/", "CURSOR": ">", "HERE": "*", "THIS": ">", "SELECTED": "*",
    "RULE": "|", "PART": ":",
    "DASH": "--", "BAR_DONE": "=", "BAR_LEFT": ".", "MAP_CONFIRMED": "|", "MAP_SUGGESTED": ".",
    "MAP_DOUBTFUL": "?", "MAP_LITTLE_DOUBT": ":", "MAP_FOUND": "!",
}  # fmt: skip
_DRAWN = {name: globals()[name] for name in _ASCII}
_has_colour = True
_ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}


def use_ascii(on: bool) -> None:
    """Draw marks in ASCII from now on, or as they are meant; what is drawn is drawn anew."""
    globals().update(_ASCII if on else _DRAWN)


def is_ascii() -> bool:
    """Whether marks are drawn in ASCII."""
    return _ASCII["FLAG"] == FLAG


def use_colour(on: bool) -> None:
    """Draw in colours from now on, or without them."""
    globals()["_has_colour"] = on


def has_change_signs() -> bool:
    """Whether signs tell struck and inserted words: strokes and colours may not be seen."""
    return is_ascii() or not _has_colour


def lacks_marks(environment: Mapping[str, str], encoding: str) -> bool:
    """Whether a terminal is likely to lack the marks, by its kind and the locale's encoding.

    ALIGNBENCH_MARKS=ascii says so outright, any other value says the contrary.
    """
    if wanted := environment.get("ALIGNBENCH_MARKS"):
        return wanted.strip().lower() == "ascii"
    kind = environment.get("TERM", "")
    bare = kind in ("linux", "dumb", "cons25", "ansi") or kind.startswith("vt")
    return bare or "utf" not in encoding.lower()


def of_severity(severity: str) -> str:
    """The mark of a severity; the one of a finding for anything else."""
    return {"neutral": NEUTRAL, "minor": MINOR, "critical": CRITICAL}.get(severity, MAJOR)


def key_name(name: str) -> str:
    """A key's name for people, without arrows where these are not drawn."""
    if is_ascii():
        for arrow, word in _ARROWS.items():
            name = name.replace(arrow, word)
    return name
