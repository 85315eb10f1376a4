"""What stands for something to be filled in: `id.placeholder`."""

import re
from collections import Counter
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_CODE = re.compile(
    r"\{\{[\w. ]{1,40}\}\}|\{\d{1,2}\}|\{[A-Za-z_]\w{0,30}\}|%(?:\d\$)?[sd@](?![A-Za-z])|\$\{[\w.]{1,40}\}"
    r"|</?[A-Za-z][\w-]{0,20}(?:\s+[\w:-]{1,40}(?:=\"[^\"<>]{0,200}\")?){0,9}\s?/?>",
    re.ASCII,
)
_DIGITS = "〇一二三四五六七八九十百千\\d"
_BLANK = re.compile(
    rf"(?<![{_DIGITS}])(?:[○〇◯]{{2,6}}|●{{2,6}}|△{{2,6}}|▲{{2,6}}|[□■◇◆]{{2,6}}|×{{2,6}})(?![{_DIGITS}])|[＿_]{{2,99}}"
    r"|(?<![\w○〇◯])[○◯](?=[年月日時分円人県市町村])"
)
_BOX = re.compile(r"(?<![□■])[□☐](?![□■])(?=\s?\w)")
_NOUGHTS = re.compile(r"\b0 0\b|(?<![\d.,])00+(?![\d.,:])|\bO\s?O\b")
_ENGLISH_BLANK = re.compile(
    r"\[[^\[\]]*\]|<[^<>]+>|\([^()]*\)|[○〇◯●△▲□■◇◆☐＿_×…*#]|\b[XYZNO]{1,6}\b|\b[xyz]{2,6}\b|\.{3}"
    r"|\b(?:so-and-so|such[\s-]and[\s-]such|certain|blank|given|specific|relevant|respective|somebody|someone|something|"
    r"whatever|name\s+of|your|circles?|triangles?|squares?)\b",
    re.I,
)
"""What English puts for a blank. Brackets may be one."""


class Placeholder(PairCheck):
    """Blanks and placeholders are kept."""

    id = "id.placeholder"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = (
        "{0}, %s and tags occur as often as in the Japanese, and so do boxes to be ticked (□). "
        "Blanks such as ○○, △△ and ＿＿ stay recognisable as blanks and do not turn into noughts."
    )
    examples = (
        Example("○○市長の挨拶。", "Address by the Mayor of [City].", "Address by 0 0 Mayor."),
        Example("△△課に届け出る。", "Report to the XX Division.", "Report to the Division."),
        Example("□ はい　□ いいえ", "□ Yes  □ No", "□ Yes  No"),
        Example("{0}件を削除しました。", "Deleted {0} items.", "Deleted items."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each kind of placeholder that is not kept."""
        if not pair.en:
            return
        yield from self._codes(pair)
        boxes, ticks = list(_BOX.finditer(pair.ja)), len(_BOX.findall(pair.en))
        if len(boxes) > 1 and ticks and ticks != len(boxes):
            yield self.finding(
                t(
                    "The Japanese has {count} boxes, the English {ticks}.",
                    count=len(boxes),
                    ticks=ticks,
                ),
                ja=Span(*boxes[0].span()),
                ja_value=str(len(boxes)),
                en_value=str(ticks),
            )
        yield from self._blank(pair)

    def _codes(self, pair: CheckedPair) -> Iterator[Finding]:
        ours, theirs = Counter(_CODE.findall(pair.ja)), Counter(_CODE.findall(pair.en))
        for mark in ours - theirs:
            at_ja = pair.ja.index(mark)
            yield self.finding(
                t(
                    "{mark} stands {ours} times in the Japanese, {theirs} in the English.",
                    mark=mark,
                    ours=ours[mark],
                    theirs=theirs[mark],
                ),
                ja=Span(at_ja, at_ja + len(mark)),
                ja_value=mark,
            )
        for mark in theirs - ours if ours and not ours - theirs else ():
            at_en = pair.en.index(mark)
            yield self.finding(
                t(
                    "{mark} stands {ours} times in the Japanese, {theirs} in the English.",
                    mark=mark,
                    ours=ours[mark],
                    theirs=theirs[mark],
                ),
                en=Span(at_en, at_en + len(mark)),
                en_value=mark,
            )

    def _blank(self, pair: CheckedPair) -> Iterator[Finding]:
        blank = _BLANK.search(pair.ja)
        if not blank:
            return
        noughts = _NOUGHTS.search(pair.en)
        if noughts:
            yield self.finding(
                t("The blank {blank} became {noughts}.", blank=blank[0], noughts=noughts[0]),
                ja=Span(*blank.span()),
                en=Span(*noughts.span()),
                ja_value=blank[0],
                en_value=noughts[0],
            )
        elif not _ENGLISH_BLANK.search(pair.en):
            yield self.finding(
                t("The blank {blank} is not in the English.", blank=blank[0]),
                ja=Span(*blank.span()),
                ja_value=blank[0],
                severity=Severity.MINOR,
                grade=Grade.D2,
                hint=True,
            )


CHECKS: tuple[type[Check], ...] = (Placeholder,)
