"""Quotes and brackets that do not close, and what is broken in the Japanese itself."""

import re
from collections.abc import Iterable, Iterator, Sequence

from alignbench.checks.check import DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_ENGLISH = dict(zip("([{“«", ")]}”»", strict=True))
_JAPANESE = dict(zip("「『（【〔［〈《｛(“", "」』）】〕］〉》｝)”", strict=True))
_ROUND = {opener: closer for opener, closer in _JAPANESE.items() if opener not in "「『“〈《（"}
"""Quotations run over several sentences; these brackets do not."""
_FOLDED = str.maketrans("（）", "()")
_LIST_MARK = lazy(r"(?:(?<=\s)|\A)(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)|[:;8=xX]-?[()]")
_JAPANESE_LIST_MARK = lazy(r"\s*[（(]?[0-9０-９一二三四五六七八九十ア-ンa-zA-Z]{1,3}[）)]")
_STEP = lazy(r"(?<![(0-9０-９A-Za-z])[0-9０-９]{1,2}\)(?=から|まで|の|を|と|、|~|～|-|は)")
"""The mark of a step that a sentence speaks of: 1）から3）まで."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_NEXT = 2
"""Pairs over which a bracket of the Japanese may run."""
_FAR = 12
"""Pairs over which one speech may run."""
_MAY_CODE = lazy(r"[`{<\\$]")
_CODE = lazy(
    r"```[\s\S]*?(?:```|\Z)|``[^`]+(?:`[^`]+)*``|`[^`]*`|\{\{[^{}]*\}\}|\{[^{}\s]{1,60}\}"
    r"|</?[A-Za-z][^<>]{0,300}>|<!--[\s\S]*?-->|\$[({][^(){}]*[)}]|\\."
)
"""Code, tags and placeholders, which have marks of their own."""
_INCH = lazy(r"\d[\"”]")


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


class QuotePair(DocumentCheck):
    """Brackets and quotation marks of the English that do not pair."""

    id = "quote.pair"
    grade = Grade.D2
    type = "linguistic/punctuation"
    severity = Severity.MINOR
    explanation = t(
        "A bracket or quotation mark in the English opens and does not close, or closes what was "
        "not opened, while the Japanese brackets pair. List marks such as “a)”, code, and a speech "
        "that begins in one pair and ends in one of the next are let pass."
    )
    examples = (
        Example("券（大人用）を買う。", "Buy a ticket (for adults).", "Buy a ticket (for adults."),
        Example("「はい」と言う。", "“Yes,” she says.", "“Yes, she says."),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """The English alone; a pair that is broken in the Japanese too may be cut from more."""
        alone: list[tuple[int, int, str]] = []
        for at, pair in enumerate(pairs):
            en = without_code(pair.en)
            found = unbalanced(en, _ENGLISH) or _straight(en)
            if found and (found[1] == '"' or unbalanced(_LIST_MARK.sub("", en), _ENGLISH)):
                alone.append((at, *found))
        continued = _continued(alone, "“", "”")
        for at, place, mark in alone:
            if at not in continued and not _source_broken(without_code(pairs[at].ja)):
                yield (
                    at,
                    self.finding(
                        t("“{mark}” has no partner.", mark=mark),
                        en=Span(place, place + 1),
                        en_value=mark,
                    ),
                )


def without_code(text: str) -> str:
    """`text` with its code, tags and placeholders blanked, each as long as it was."""
    return _CODE.sub(lambda match: " " * len(match[0]), text) if _MAY_CODE.search(text) else text


def _continued(
    alone: Sequence[tuple[int, int, str]], openers: str, closers: str, far: int = _FAR
) -> set[int]:
    """Pairs whose odd mark has its partner in a pair at most `far` away; a `"` is of both kinds.

    English opens each paragraph of a long speech anew and closes the last one only.
    """
    found: set[int] = set()
    opened: list[int] = []
    for at, _, mark in alone:
        if opened and at - opened[-1] > far:
            opened.clear()
        if mark in closers or (mark == '"' and opened):
            found.update([*opened, at] if opened else [])
            opened.clear()
        elif mark in openers or mark == '"':
            opened.append(at)
    return found


def _straight(text: str) -> tuple[int, str] | None:
    """The last straight quotation mark of an odd number; inches are not quotation marks."""
    plain = _INCH.sub(lambda match: " " * len(match[0]), text)
    if plain.count('"') % 2 and plain.count('"') == text.count('"'):
        return plain.rfind('"'), '"'
    return None


def _source_broken(ja: str) -> bool:
    return unbalanced(ja.translate(_FOLDED), _JAPANESE) is not None or ja.count('"') % 2 == 1


class SourceBrackets(DocumentCheck):
    """Brackets of the Japanese that do not pair."""

    id = "src.brackets"
    grade = Grade.D2
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = t(
        "A bracket in the Japanese has no partner, in this pair or the next: a slip in the "
        "original. Quotation marks are not counted: they run over several sentences."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """The first bracket without a partner in each pair."""
        alone = []
        for at, pair in enumerate(pairs):
            plain = without_code(pair.ja).translate(_FOLDED)
            found = unbalanced(plain, _ROUND)
            if found and not unbalanced(_STEP.sub(_blank, plain), _ROUND):
                continue
            if found and not _JAPANESE_LIST_MARK.match(pair.ja):
                alone.append((at, *found))
        continued = _continued(alone, "".join(_ROUND), "".join(_ROUND.values()), _NEXT)
        for at, place, mark in alone:
            if at not in continued:
                yield (
                    at,
                    self.finding(
                        t("{mark} has no partner in the Japanese.", mark=mark),
                        ja=Span(place, place + 1),
                        ja_value=mark,
                    ),
                )


_DOUBLED = lazy(r"(?<![がにへ])(をを|がが(?![ぁ-ん])|にに(?![ぁ-ん])|へへ(?=[一-龠]))")
_IMPOSSIBLE = lazy(r"っっ(?=[たてとちか])|[ぁ-ん]、、(?!、)[ぁ-ん一-龠]|。。(?!。)|、。|。、")


class SourceTyping(PairCheck):
    """What looks like a typing error in the Japanese."""

    id = "src.typing"
    grade = Grade.D3
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = t(
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


_CUT = lazy(r"(?:[はがをにへで、]|という|および|または|[^っ]て|として|ため|ので|から)\Z")
_ENDED = lazy(r"[。．.！？!?」』）)…：:]\s*\Z")
_SHORTEST_SENTENCE = 25


class SourceCut(PairCheck):
    """A Japanese sentence that stops in the middle."""

    id = "src.cut"
    grade = Grade.D3
    type = "other/source-error"
    severity = Severity.NEUTRAL
    explanation = t(
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
