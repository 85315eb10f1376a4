"""Lists: as many items in the English as in the Japanese (`cov.list`)."""

import re
import unicodedata
from collections.abc import Iterator

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.values.kanji import numeral
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_BRACKETED = lazy(r"[（(\[][^（）()\[\]]*[）)\]]")
_ITEM = r"[^、。・「」『』/／\s\0]{1,14}\0{0,60}"
_COUNTED = lazy(
    rf"(?P<items>{_ITEM}(?:(?:、|・|[/／]){_ITEM}){{1,11}}(?:と{_ITEM})?)の"
    r"(?P<n>[0-9０-９]{1,2}|[二三四五六七八九十])(?P<noun>つ|[かヶカヵケ]所|[一-龠ァ-ヶ]{1,3})"
)
_NOT_COUNTED = lazy("[男女世代目番号回階章巻年月日時分条級等位味次職]|人衆|部$")
"""After these a number is a name or an ordinal: の三男, の四世."""
_BEFORE_LIST = lazy(r"\A.*[はがをにも](?=[^ぁ-ん\0])")
"""What stands before a list and looks like a part of its first item: 村には大谷、…."""
_CLAUSE = lazy(r"[をはがに].|て\0*\Z")
"""Particles that make a clause of what would be an item."""
_KATAKANA = r"[ァ-ヺー]{2,14}\0{0,60}"
_KANJI = r"[一-龠々]{1,6}\0{0,60}"
_LAST = r"(?:や|と(?![共並称云呼同続言号])|及び|および|並びに|または|又は)"
_RUN = lazy(
    rf"(?<![一-龠々ァ-ヺー・、0-9０-９\0])(?:{_KATAKANA}(?:、{_KATAKANA}){{2,11}}(?:{_LAST}{_KATAKANA})?"
    rf"|{_KANJI}(?:、{_KANJI}){{2,11}}(?:{_LAST}{_KANJI}|(?=など|といった|をはじめ))"
    rf"|{_KANJI}(?:・{_KANJI}){{2,11}}(?=など|といった|をはじめ))(?![一-龠々ァ-ヺー・、])"
)
_NO_ITEM = lazy(r"(?:[年月日時頃後前他又降場合初在上下間際]|\d)\0*\Z")
"""Ends of words that set a time or a scene and are no first item."""
_MARKS = lazy(r"・|、|[/／]|と|や|及び|および|並びに|または|又は")
_BULLET = lazy(r"(?m)(?:^|(?<=\s))[・●○■◆▪•‣*][ \u3000]?(?=\S)")
_EN_BULLET = lazy(r"(?m)(?:^|(?<=\s))[・●○■◆▪•‣*–-] ?(?=\S)")
_EN_WORD = (
    r"(?!(?:and|or|as well|which|who|whom|whose|that|is|was|were|are|been|has|had|have|did|does"
    r"|when|where|while|but|because|however|therefore|then|he|she|they|it|we|i|in \d+|according"
    r"|namely|including)\b)[\w'’&./-]{1,40}"
)
_EN_ITEM = rf"(?:{_EN_WORD}(?: {_EN_WORD}){{0,7}})"
_EN_MARK = r"[,;]?\s+(?:and|or|&|as well as)\s+|[,;]\s+"
_EN_RUN = lazy(rf"{_EN_ITEM}(?:(?:{_EN_MARK}){_EN_ITEM})+", re.IGNORECASE)
_EN_SPLIT = lazy(_EN_MARK, re.IGNORECASE)
_QUOTES = lazy(r"[“”\"‘]|(?<!\w)'|'(?!\w)")
_NUMBER_WORDS = dict(
    enumerate(
        ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 3
    )
)
_NAME = r"(?:[Tt]he )?[A-Z][\w'’.-]{0,30}(?: (?:(?:no|of|the|de) )?[A-Z0-9][\w'’-]{0,30}){0,5}"
_ANNOUNCED = (
    r"(?:[^A-Z.;:()\d]|[A-Z]\w*(?=:|,? (?:i\.e\.|namely))){1,60}?(?:[:,(–—-]|\bof|\bare|\bwere)\s*"
    rf"(?:(?:namely|i\.e\.|viz\.),?\s+)?(?P<names>{_NAME}(?:(?:,|,? and) {_NAME})+)"
    r"(?![\w'’-]| (?:(?:no|of|the|de) )?[A-Z0-9]|,? (?:and )?(?:the )?[A-Z]|,? and (?:the|an?)\b)"
)
"""A list of names right after their number: `three towns, Ono, Kita and Hama`."""
_BETWEEN_NAMES = lazy(r",? and |, ")
_MAY_LIST = lazy("[、・/／●○■◆•*]")
_LONGEST = 3_000
"""Characters of each side that are looked at."""


class ListItems(PairCheck):
    """A list has all its items."""

    id = "cov.list"
    grade = Grade.D2
    type = "accuracy/omission"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese lists as many items as it says (東京、大阪、名古屋の3都市) or has bullets, and the "
        "English list is shorter. A list of plain words without a count is compared too, as a "
        "matter of patterns (D3)."
    )
    examples = (
        Example(
            "札幌、仙台、福岡の3都市で開く。",
            "Held in three cities: Sapporo, Sendai and Fukuoka.",
            "Held in Sapporo and Fukuoka.",
        ),
        Example(
            "机、椅子、本棚などを運んだ。",
            "We carried desks, chairs, bookcases and the like.",
            "We carried desks and chairs.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """The first list that is shorter in the English."""
        ja = pair.ja[:_LONGEST]
        if not _MAY_LIST.search(ja):
            return
        en = _unbracketed(pair.en[:_LONGEST])
        if not en.strip():
            return
        bullets = len(_BULLET.findall(ja)), len(_EN_BULLET.findall(en))
        if bullets[0] > 2 and 1 < bullets[1] < bullets[0]:
            yield self._short(Span(0, len(ja)), *bullets)
            return
        plain = _BRACKETED.sub(lambda match: "\0" * len(match[0]), ja)
        plain = re.sub(r"[ _](?=\0)", "\0", plain)
        counted, runs = list(_COUNTED.finditer(plain)), _runs(plain)
        if not counted and not runs:
            return
        longest = max(_longest(en), _longest(pair.en[:_LONGEST]))
        for match in counted:
            count = int(numeral(unicodedata.normalize("NFKC", match["n"])) or 0)
            items = _MARKS.split(match["items"])
            items[0] = _BEFORE_LIST.sub("", items[0])
            if len(items) > count > 0:
                items[-count] = _BEFORE_LIST.sub("", items[-count])
            counts = 2 < count <= len(items) and not any(map(_CLAUSE.search, items[-count:]))
            named = counts and (_announced(en, count) or _announced(pair.en[:_LONGEST], count))
            plainly = counts and (named or not _NOT_COUNTED.match(match["noun"]))
            shown = min(longest, named or longest)
            if plainly and 1 < shown < count:
                yield self._short(Span(*match.span()), count, shown)
                return
        for match in runs:
            items = _MARKS.split(match[0])
            listed = len(set(items)) == len(items) > 2 and not any(map(_NO_ITEM.search, items))
            if listed and 1 < longest < len(items):
                yield self._short(Span(*match.span()), len(items), longest, Grade.D3)
                return

    def _short(self, span: Span, ours: int, theirs: int, grade: Grade = Grade.D2) -> Finding:
        return self.finding(
            t("The Japanese lists {ours} items, the English {theirs}.", ours=ours, theirs=theirs),
            ja=span,
            ja_value=str(ours),
            en_value=str(theirs),
            grade=grade,
        )


def _runs(ja: str) -> list[re.Match[str]]:
    """Lists of plain words: of two marks or more."""
    return list(_RUN.finditer(ja)) if ja.count("、") > 1 or ja.count("・") > 1 else []


def _longest(en: str) -> int:
    """Items of the longest list."""
    plain = _QUOTES.sub("", en)
    return max((len(_EN_SPLIT.split(run[0])) for run in _EN_RUN.finditer(plain)), default=0)


def _announced(en: str, count: int) -> int:
    """Names of the list that follows the number `count`; 0 if none does."""
    number = f"(?:{count}|{_NUMBER_WORDS.get(count, count)})"
    found = re.search(rf"\b(?i:{number})\b{_ANNOUNCED}", _QUOTES.sub("", en))
    return len(_BETWEEN_NAMES.split(found["names"])) if found else 0


def _unbracketed(en: str) -> str:
    """`en` without glosses in brackets, two deep: they hold lists of their own."""
    return re.sub(r"\s+(?=[,;.])", "", _BRACKETED.sub("", _BRACKETED.sub("", en)))


CHECKS = (ListItems,)
