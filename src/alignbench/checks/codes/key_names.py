"""Keys of a keyboard: `id.key`. Ctrl＋Z stays Ctrl+Z, F5 stays F5, Enter stays Enter."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_SIGNS = ("Ctrl", "Control", "Alt", "Shift", "Command", "Cmd", "Option", "Win", "キー", "Ｃｔｒｌ")
_NARROW = str.maketrans(
    "＋－　" + "".join(chr(code + 0xFEE0) for code in range(0x30, 0x7B)),
    "+- " + "".join(map(chr, range(0x30, 0x7B))),
)
_NAMES = {
    "control": "ctrl", "command": "cmd", "⌘": "cmd", "escape": "esc", "del": "delete", "return": "enter", "windows": "win",
    "ins": "insert", "opt": "option", "spacebar": "space",
}  # fmt: skip
_HELD = r"(?:Ctrl|Control|Alt|Shift|Command|Cmd|Option|Opt|Windows|Win|⌘)"
_KEY = (
    r"(?:F\d{1,2}|[A-Z0-9]|Enter|Return|Esc|Escape|Tab|Space|Delete|Del|Insert|Home|End|Backspace)"
)
_TOGETHER = lazy(
    rf"(?<![A-Za-z])(?P<keys>{_HELD}(?:\s?キー)?(?:\s?[+-]\s?{_HELD}(?:\s?キー)?)*\s?[+-]\s?{_KEY})(?![A-Za-z0-9])",
    re.I,
)
_ALONE_JA = lazy(
    rf"(?<![A-Za-z0-9+-])(?P<keys>F\d{{1,2}}|{_HELD}|Enter|Return|Esc|Tab|Delete|Insert|Home|End|Backspace)\s?[」\]］』]?\s?キー"
)
_ALONE_EN = lazy(
    r"(?<![A-Za-z0-9+-])(?P<keys>F\d{1,2}|Ctrl|Control|Alt|Shift|Command|Cmd|Option|Enter|Return|Esc|Escape|Tab|Delete|Del"
    r"|Insert|Home|End|Backspace)(?![A-Za-z0-9+-])"
)


class KeyNames(PairCheck):
    """The key to press stays the same."""

    id = "id.key"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese names keys of a keyboard (Ctrl＋Z, F5キー), and the English names another one "
        "in their place."
    )
    examples = (
        Example(
            "元に戻すにはCtrl＋Zを押します。", "To undo, press Ctrl+Z.", "To undo, press Ctrl+Y."
        ),
        Example("F5キーで更新する。", "Press F5 to refresh.", "Press F6 to refresh."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """One finding for the first key that another has replaced."""
        if not any(sign in pair.ja for sign in _SIGNS):
            return
        ja, en = pair.ja.translate(_NARROW), pair.en.translate(_NARROW)
        for patterns in ((_TOGETHER, _TOGETHER), (_ALONE_JA, _ALONE_EN)):
            ours, theirs = (
                _keys(pattern, text) for pattern, text in zip(patterns, (ja, en), strict=True)
            )
            lost = [key for key in ours if key not in theirs]
            other = [key for key in theirs if key not in ours]
            if lost and other and len(ours) == len(theirs):
                here, there = ours[lost[0]], theirs[other[0]]
                said, told = ja[here.start : here.end], en[there.start : there.end]
                yield self.finding(
                    t("The Japanese names the key {ja}, the English {en}.", ja=said, en=told),
                    ja=here,
                    en=there,
                    ja_value=said,
                    en_value=told,
                )
                return


def _keys(pattern: re.Pattern[str], text: str) -> dict[tuple[str, ...], Span]:
    """The keys that a text names, those held down in any order, with their first places."""
    found: dict[tuple[str, ...], Span] = {}
    for match in pattern.finditer(text):
        parts = re.split(r"[+\s-]+", match["keys"].replace("キー", "").lower())
        *held, last = [_NAMES.get(part, part) for part in parts if part]
        found.setdefault((*sorted(held), last), Span(*match.span("keys")))
    return found


CHECKS: tuple[type[Check], ...] = (KeyNames,)
