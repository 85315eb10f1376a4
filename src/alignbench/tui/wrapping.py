"""Lines of a given width in terminal cells, by the Japanese rules (kinsoku) and the English ones.

The rules are those of JIS X 4051 and of W3C's "Requirements for Japanese Text Layout": a line
neither begins with a closing mark, small kana or a repetition mark, nor ends with an opening
bracket; Latin words, numbers with their units, and doubled dashes and leaders stay whole; what
would break a rule is pushed out to the next line. One set of rules serves both languages.

Textual's own wrapping breaks at spaces only, which is wrong for Japanese. Widths are Rich's,
because Textual crops and pads with them.
"""

from bisect import bisect_right
from itertools import accumulate

from rich.cells import get_character_cell_size, split_graphemes

NO_LINE_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー）］｝〉》」』】〕〙〗〟’”»"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "…‥‐〜～゠–%％‰℃)]},.;:!?｡､｣･ｰﾞﾟ"
)
NO_LINE_END = frozenset("（［｛〈《「『【〔〘〖〝‘“«([{｢￥＄£＃$#")
INSEPARABLE = frozenset("—―…‥")
"""Two in a row are one mark."""
HANGING = frozenset("、。，．")
"""May stand in the margin (burasage) where one is given."""
DECIMAL_MARKS = frozenset("．，")
BLANK = frozenset(" \u3000")

# Zero width joiner and emoji selector: the only characters whose width depends on neighbours.
_JOINERS = ("\u200d", "\ufe0f")


class _Widths(dict[str, int]):
    """DocumentBand of each character met so far; a few thousand entries for the largest text."""

    def __missing__(self, character: str) -> int:
        width = self[character] = get_character_cell_size(character)
        return width


_WIDTHS = _Widths()


def widths(text: str) -> list[int]:
    """DocumentBand of each character; a grapheme's first character carries its whole width."""
    if not any(joiner in text for joiner in _JOINERS):
        return [_WIDTHS[character] for character in text]
    cells = [0] * len(text)
    for start, _, width in split_graphemes(text)[0]:
        cells[start] = width
    return cells


def cells(text: str) -> int:
    """Width of `text` in terminal cells."""
    return sum(widths(text))


def wrap(text: str, width: int, hang: int = 0) -> list[int]:
    """Where each line of `text` begins: 0 first, then every break.

    No line is wider than `width` cells, blanks at its end not counted, except that one of 、。，．
    may stand in a margin of `hang` cells. A single character wider than `width` gets its own line.
    """
    sizes = widths(text)
    ends = [0, *accumulate(sizes)]
    starts = [0]
    start = 0
    while ends[-1] - ends[start] > width:
        start = _line_end(text, sizes, ends, start, width, hang)
        if start >= len(text):
            break
        starts.append(start)
    return starts


def _line_end(
    text: str, sizes: list[int], ends: list[int], start: int, width: int, hang: int
) -> int:
    edge = ends[start] + width
    limit = max(bisect_right(ends, edge) - 1, start + 1)
    while limit < len(text) and sizes[limit] == 0:
        limit += 1
    if limit < len(text) and text[limit] in HANGING and ends[limit + 1] <= edge + hang:
        limit += 1
    furthest = limit
    while furthest < len(text) and text[furthest] in BLANK:
        furthest += 1
    for place in range(furthest, start, -1):
        if place == len(text) or _may_break(text, sizes, place):
            if text[start:place].isspace():
                break
            return place
    return limit


def _may_break(text: str, sizes: list[int], place: int) -> bool:
    """Whether a line may end before `text[place]`."""
    before, after = text[place - 1], text[place]
    if sizes[place] == 0 or after in BLANK or after in NO_LINE_START or before in NO_LINE_END:
        return False
    if before in BLANK:
        return True
    if before == after and before in INSEPARABLE:
        return False
    if before in DECIMAL_MARKS and after.isdigit():
        return False
    if _in_word(before) and (_in_word(after) or after in INSEPARABLE):
        is_sign = place > 1 and text[place - 2] in NO_LINE_END
        return before == "-" and after.isalpha() and not is_sign
    return True


def _in_word(character: str) -> bool:
    """Latin letters, digits and their marks, half or full width: never parted from each other."""
    narrow = _WIDTHS[character] < 2 and character not in INSEPARABLE
    return narrow or "０" <= character <= "９" or "Ａ" <= character <= "ｚ"
