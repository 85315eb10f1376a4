"""Quotes and brackets that do not close, and what is broken in the Japanese itself."""

import re
from collections.abc import Iterable

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_ENGLISH = dict(zip("([{“«", ")]}”»", strict=True))
_JAPANESE = dict(zip("「『（【〔［〈《｛(“", "」』）】〕］〉》｝)”", strict=True))
_ROUND = {opener: closer for opener, closer in _JAPANESE.items() if opener not in "「『“〈《（"}
_FOLDED = str.maketrans("（）", "()")
"""Quotations run over several sentences; these brackets do not."""
_LIST_MARK = re.compile(r"(?:(?<=\s)|\A)(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)|[:;8=xX]-?[()]")
_INCH = re.compile(r"\d[\"”]")


def unbalanced(text: str, pairs: dict[str, str]) -> tuple[int, str] | None:
    """Where the first bracket without a partner stands, and which it is; linear in the length."""
    closers = {closer: opener for opener, closer in pairs.items()}
    stack: list[int] = []
    for at, char in enumerate(text):
        if char in pairs:
            stack.append(at)
        elif char in closers:
            if not stack or text[stack[-1]] != closers[char]:
                return (at, char) if not stack else (stack[-1], text[stack[-1]])
            stack.pop()
    return (stack[-1], text[stack[-1]]) if stack else None


class QuotePair(PairCheck):
    """Brackets and quotation marks of the English that do not pair."""

    id = "quote.pair"
    grade = Grade.D2
    type = "linguistic/punctuation"
    severity = Severity.MINOR
    explanation = (
        "A bracket or quotation mark in the English opens and does not close, or closes what was "
        "not opened, while the Japanese brackets pair. List marks such as “a)” are let pass."
    )
    examples = (
        Example("券（大人用）を買う。", "Buy a ticket (for adults).", "Buy a ticket (for adults."),
        Example("「はい」と言う。", "“Yes,” she says.", "“Yes, she says."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The English alone; a pair that is broken in the Japanese too may be cut from more."""
        found = unbalanced(pair.en, _ENGLISH) or _straight(pair.en)
        if found and not unbalanced(_LIST_MARK.sub("", pair.en), _ENGLISH) and found[1] != '"':
            return
        if found and not _source_broken(pair.ja):
            place, mark = found
            yield self.finding(
                t("“{mark}” has no partner.", mark=mark), en=Span(place, place + 1), en_value=mark
            )


def _straight(text: str) -> tuple[int, str] | None:
    """The last straight quotation mark of an odd number; inches are not quotation marks."""
    plain = _INCH.sub(lambda match: " " * len(match[0]), text)
    if plain.count('"') % 2 and plain.count('"') == text.count('"'):
        return plain.rfind('"'), '"'
    return None


def _source_broken(ja: str) -> bool:
    return unbalanced(ja.translate(_FOLDED), _JAPANESE) is not None or ja.count('"') % 2 == 1


class SourceBrackets(PairCheck):
    """Brackets of the Japanese that do not pair."""

    id = "src.brackets"
    grade = Grade.D2
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = (
        "A bracket in the Japanese has no partner: a slip in the original, or a sentence cut in "
        "two by the splitter. Quotation marks are not counted: they run over several sentences."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first bracket without a partner."""
        found = unbalanced(pair.ja.translate(_FOLDED), _ROUND)
        if found and not re.match(
            r"\s*[（(]?[0-9０-９一二三四五六七八九十ア-ンa-zA-Z]{1,3}[）)]", pair.ja
        ):
            place, mark = found
            yield self.finding(
                t("{mark} has no partner in the Japanese.", mark=mark),
                ja=Span(place, place + 1),
                ja_value=mark,
            )


_DOUBLED = re.compile(r"(?<![がにへ])(をを|がが(?![ぁ-ん])|にに(?![ぁ-ん])|へへ(?=[一-龠]))")
_IMPOSSIBLE = re.compile(r"っっ(?=[たてとちか])|[ぁ-ん]、、(?!、)[ぁ-ん一-龠]|。。(?!。)|、。|。、")


class SourceTyping(PairCheck):
    """What looks like a typing error in the Japanese."""

    id = "src.typing"
    grade = Grade.D3
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = (
        "A particle stands twice (をを, がが, にに) or marks stand that no Japanese writes (、、 "
        "or 、。): "
        "probably a slip in the original."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Doubled particles and marks."""
        for pattern in (_DOUBLED, _IMPOSSIBLE):
            match = pattern.search(pair.ja)
            if match:
                yield self.finding(
                    t("{match} looks like a typing error in the Japanese.", match=match[0]),
                    ja=Span(*match.span()),
                    ja_value=match[0],
                )
                return


_CUT = re.compile(r"(?:[はがをにへで、]|という|および|または|[^っ]て|として|ため|ので|から)\Z")
_ENDED = re.compile(r"[。．.！？!?」』）)…：:]\s*\Z")
_SHORTEST_SENTENCE = 25


class SourceCut(PairCheck):
    """A Japanese sentence that stops in the middle."""

    id = "src.cut"
    grade = Grade.D3
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = (
        "The Japanese is long enough for a sentence and ends in a particle or a comma instead of a "
        "full stop, while the English is a whole sentence: it was cut, or its end is elsewhere."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The end of the Japanese beside the end of the English."""
        ja = pair.ja.rstrip()
        if len(ja) < _SHORTEST_SENTENCE or _ENDED.search(ja) or not pair.en.rstrip().endswith("."):
            return
        match = _CUT.search(ja)
        if match:
            yield self.finding(
                t("The Japanese stops after {match}.", match=match[0]),
                ja=Span(*match.span()),
                ja_value=match[0],
            )


CHECKS = (QuotePair, SourceBrackets, SourceTyping, SourceCut)
