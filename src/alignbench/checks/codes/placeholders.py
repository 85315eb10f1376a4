"""What stands for something to be filled in: `id.placeholder`."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_CODE = lazy(
    r"\{\{[\w. ]{1,40}\}\}|\{\d{1,2}\}|\{[A-Za-z_]\w{0,30}\}|%(?:\d\$)?[sd@](?![A-Za-z])|\$\{[\w.]{1,40}\}"
    r"|</?[A-Za-z][\w-]{0,20}(?:\s+[\w:-]{1,40}(?:=\"[^\"<>]{0,200}\")?){0,9}\s?/?>",
    re.ASCII,
)
_CODE_SPAN = lazy(r"(?<!`)`([^`\n]{1,80})`(?!`)")
_SPOKEN = lazy(
    r"""(?<=\s)(title|alt|label|aria-label|summary|placeholder|caption|description|heading|name)
    =\"[^\"<>]*\"""",
    re.VERBOSE,
)
"""Attributes whose values are language and are translated."""
_ROLE = lazy(r":[\w:+-]{1,40}:`[^`]*`")
"""A role of reStructuredText: its title is translated and its target may go."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """How often each placeholder or tag stands in a text, and where first."""

    count: Counter[str]
    first: dict[str, Span]


def _marks(text: str) -> _Marks:
    count: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for match in _CODE.finditer(_ROLE.sub(lambda role: " " * len(role[0]), text)):
        mark = _SPOKEN.sub(r"\1", match[0]).replace(" />", "/>")
        count[mark] += 1
        first.setdefault(mark, Span(*match.span()))
    return _Marks(count, first)


_DIGITS = "〇一二三四五六七八九十百千\\d"
_BLANK = lazy(
    rf"(?<![{_DIGITS}])(?:[○〇◯]{{2,6}}|●{{2,6}}|△{{2,6}}|▲{{2,6}}|[□■◇◆]{{2,6}}|×{{2,6}})(?![{_DIGITS}])|[＿_]{{2,99}}"
    r"|(?<![\w○〇◯])[○◯](?=[年月日時分円人県市町村])"
)
_BOX = lazy(r"(?<![□■])[□☐](?![□■])(?=\s?\w)")
_NOUGHTS = lazy(r"\b0 0\b|(?<![\d.,])00+(?![\d.,:])|\bO\s?O\b")
_ENGLISH_BLANK = lazy(
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
    of_code = True
    explanation = t(
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
        yield from self._code_spans(pair)
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
        ours, theirs = _marks(pair.ja), _marks(pair.en)
        lost = {
            mark: span for mark, span in ours.first.items() if ours.count[mark] > theirs.count[mark]
        }
        for mark, span in lost.items():
            yield self._kept(mark, ours.count[mark], theirs.count[mark], ja=span)
        for mark, span in theirs.first.items() if ours.first and not lost else ():
            if theirs.count[mark] > ours.count[mark]:
                yield self._kept(mark, ours.count[mark], theirs.count[mark], en=span)

    def _kept(
        self, mark: str, ours: int, theirs: int, ja: Span | None = None, en: Span | None = None
    ) -> Finding:
        return self.finding(
            t(
                "{mark} stands {ours} times in the Japanese, {theirs} in the English.",
                mark=mark,
                ours=ours,
                theirs=theirs,
            ),
            ja=ja,
            en=en,
            ja_value=mark if ja else "",
            en_value=mark if en else "",
        )

    def _code_spans(self, pair: CheckedPair) -> Iterator[Finding]:
        """Code in backticks that became other code; code with words in it may be translated."""
        if "`" not in pair.ja or "`" not in pair.en:
            return
        plain, said = pair.en.casefold(), _CODE_SPAN.findall(pair.ja)
        added = [
            match
            for match in _CODE_SPAN.finditer(pair.en)
            if match[1] not in said
            and (
                match[1].casefold() not in pair.ja.casefold()
                or any(match[1] in each and len(each) > len(match[1]) for each in said)
            )
        ]
        for match in _CODE_SPAN.finditer(pair.ja):
            near = added and _runs_on(match[1], added[0][1])
            if added and match[1].isascii() and (near or match[1].casefold() not in plain):
                yield self.finding(
                    t("`{said}` became `{read}`.", said=match[1], read=added[0][1]),
                    ja=Span(*match.span()),
                    en=Span(*added[0].span()),
                    ja_value=match[1],
                    en_value=added[0][1],
                )
                return

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


def _runs_on(said: str, read: str) -> bool:
    """Whether a name or option has a letter more in the English, or is in other case: -r, -R."""
    return said != read and (
        read.startswith(said) or (said.casefold() == read.casefold() and said[0] == "-")
    )


CHECKS: tuple[type[Check], ...] = (Placeholder,)
