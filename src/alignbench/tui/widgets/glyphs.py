"""The marks our own chrome draws, each one cell wide in every terminal.

Some terminals draw characters of ambiguous East Asian width (such as ※ … · → ●) over two cells and
then break the whole layout; so none stands here except box drawing. A test holds this.
"""

CONFIRMED = "✓"
DOUBTFUL = "?"
SUGGESTED = "∙"
NOTHING = "∅"
CROSSING = "⇅"
FLAG = "⚑"
FOUND = "⚠"
NOTE = "✎"

CURSOR = "┃"
STRETCH = "│"
HERE = "╋"
THIS = "▸"
RULE = "│"
PART = "┊"
DASH = "──"
MORE = "..."
BAR_DONE = "━"
BAR_LEFT = "╌"

# Control characters and text direction overrides, which would reach the terminal as commands or
# turn a line around, are drawn as pictures of themselves.
_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), 0x2426)
_CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F], 0x2426)


def printable(text: str) -> str:
    """`text`, as long as before, with nothing in it that a terminal would obey."""
    return text.translate(_CONTROLS)
