"""Times of day told in another zone: 16:45 in Japan is 07:45 UTC, and the day may be another."""

from collections.abc import Iterable
from dataclasses import dataclass

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.value import Kind, Value

_A_DAY = 24 * 60
_JAPAN = 9 * 60
OFFSETS = {
    "JST": (_JAPAN,), "KST": (_JAPAN,), "UTC": (0,), "GMT": (0,), "BST": (60,), "CET": (60,),
    "CEST": (120,), "EET": (120,), "EEST": (180,), "MSK": (180,), "IST": (330,), "HKT": (480,),
    "SGT": (480,), "AWST": (480,), "AEST": (600,), "AEDT": (660,), "NZST": (720,),
    "NZDT": (780,), "HST": (-600,), "PST": (-480,), "PDT": (-420,), "MST": (-420,),
    "MDT": (-360,), "CST": (-360, 480), "CDT": (-300,), "EST": (-300,), "EDT": (-240,),
    "PT": (-480, -420), "ET": (-300, -240),
}  # fmt: skip
"""Minutes east of Greenwich of the zones that are told by their letters."""
_NAMED = (
    (lazy(r"日本(?:標準)?時間?|(?i:\bjapan(?:ese)?(?: standard)? time)"), (_JAPAN,)),
    (lazy(r"(?:協定)?世界(?:標準)?時|グリニッジ(?:標準)?時|(?i:\bcoordinated universal time|\bgreenwich)"), (0,)),
    (lazy(r"東部(?:標準|夏)?時間?|(?i:\beastern (?:standard |daylight )?time)"), (-300, -240)),
    (lazy(r"太平洋(?:標準|夏)?時間?|(?i:\bpacific (?:standard |daylight )?time)"), (-480, -420)),
    (lazy(r"中央ヨーロッパ(?:標準|夏)?時間?|(?i:\bcentral european (?:summer )?time)"), (60, 120)),
)  # fmt: skip
_LETTERS = lazy(rf"(?<![A-Za-z])(?:{'|'.join(OFFSETS)})(?![A-Za-z])")
_SHIFT = lazy(
    r"(?:(?<=\d)\s|(?<=:\d\d)(?=\+)|(?:UTC|GMT)\s?)"
    r"(?P<sign>[+-])(?P<hours>0\d|1[0-4]):?(?P<minutes>00|30|45)(?!\d)"
)
"""A zone by its distance from Greenwich; 9:00-13:00 is a stretch of time and none."""
_LAST_OF_A_MONTH = 28


@dataclass(frozen=True, slots=True)
class Conversion:
    """By how many minutes the English tells times of day later than the Japanese."""

    shifts: frozenset[int] = frozenset()
    moved: bool = False
    """Whether a time of the two texts is told so."""

    def explains(self, ja: Value, en: Value) -> bool:
        """Whether two values are one time in two zones, or its day in them."""
        if ja.kind == en.kind == Kind.TIME:
            return _are_one(ja, en, self.shifts)
        return self.moved and ja.kind == en.kind and _are_neighbours(ja, en)


def conversion(ja: str, en: str, values: Iterable[tuple[Value, Value]]) -> Conversion:
    """How two texts tell times in two zones; `values` are those that seem to differ.

    A Japanese text that names no zone means the time of Japan.
    """
    theirs = _offsets(en)
    if not theirs:
        return Conversion()
    ours = _offsets(ja) or {_JAPAN}
    shifts = frozenset(there - here for here in ours for there in theirs if there != here)
    moved = any(
        one.kind == other.kind == Kind.TIME and _are_one(one, other, shifts)
        for one, other in values
    )
    return Conversion(shifts, moved)


def _offsets(text: str) -> set[int]:
    found = {offset for match in _LETTERS.finditer(text) for offset in OFFSETS[match[0]]}
    found |= {offset for name, offsets in _NAMED if name.search(text) for offset in offsets}
    for match in _SHIFT.finditer(text):
        minutes = int(match["hours"]) * 60 + int(match["minutes"])
        found.discard(0)  # the UTC of UTC+09:00
        found.add(minutes if match["sign"] == "+" else -minutes)
    return found


def _are_neighbours(ja: Value, en: Value) -> bool:
    """Whether two days, weekdays or months may be those of one moment in two zones."""
    apart = abs(ja.amount - en.amount)
    if ja.kind == Kind.DAY:
        return apart == 1 or (min(ja.amount, en.amount) == 1 and apart + 1 >= _LAST_OF_A_MONTH)
    around = {Kind.WEEKDAY: 6, Kind.MONTH: 11}.get(ja.kind)
    return around is not None and apart in (1, around)


def _are_one(ja: Value, en: Value, shifts: Iterable[int]) -> bool:
    return any(
        (said + shift - read) % _A_DAY == 0
        for shift in shifts
        for name, said in ja.keys
        for other, read in en.keys
        if name == other == "t"
    )
