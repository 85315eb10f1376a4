"""Numbers that name things: `num.enum` and `struct.legal`."""

import re
import unicodedata
from collections.abc import Iterator
from typing import ClassVar

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.value_checks import ChangedValue, said
from alignbench.checks.values.comparison import Comparison, compared
from alignbench.checks.values.value import Kind
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t


class Enumeration(ChangedValue):
    """Labels of items, figures, tables and notes are the same, and stay labels."""

    id = "num.enum"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "①, (1), 注1, 図3 and 第2号 name one thing of a list. The English names another one, "
        "or makes "
        "a count of it."
    )
    examples = (
        Example("図3を参照。", "See Figure 3.", "See Figure 8."),
        Example("上記⑩の給付金。", "The benefit in (10) above.", "The above 10 benefits."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """Parts of a figure that are other ones, and labels that became counts."""
        yield from self._parts(pair)
        for ja, en in values.agreed:
            counts = (
                en.kind == Kind.NUMBER and en.noun.endswith("s") and not en.ordinal and en.weight
            )
            if ja.kind == Kind.LABEL and ja.weight > 1 and counts and ja.noun[:1] in "①図表別注※":
                yield self.finding(
                    t(
                        "{text} names one thing; the English counts ({text2} {noun}).",
                        text=ja.text,
                        text2=en.text,
                        noun=en.noun,
                    ),
                    ja=ja.span,
                    en=en.span,
                    ja_value=said(ja),
                    en_value=f"{said(en)} {en.noun}",
                )

    def _parts(self, pair: CheckedPair) -> Iterator[Finding]:
        """図5(b) that became Fig. 5(a)."""
        if "図" not in pair.ja and "表" not in pair.ja:
            return
        ours = {_part(match): match for match in _PART_JA.finditer(pair.ja)}
        theirs = {_part(match): match for match in _PART_EN.finditer(pair.en)}
        for part, match in ours.items():
            other = next(
                (e for each, e in theirs.items() if each[0] == part[0] and each not in ours), None
            )
            if other and part not in theirs:
                yield self.finding(
                    t("{ja} is not “{en}”.", ja=match[0], en=other[0]),
                    ja=Span(*match.span()),
                    en=Span(*other.span()),
                    ja_value=match[0],
                    en_value=other[0],
                )
                return


_PART_JA = lazy(
    r"[図表]\s?(?P<n>[\d０-９]{1,3})\s?[(（]?\s?(?P<l>[A-Za-zＡ-Ｚａ-ｚ])(?![A-Za-zＡ-Ｚａ-ｚ])\s?[)）]?"
)
_PART_EN = lazy(r"(?<![\d.])(?P<n>\d{1,3})\s?\(?(?P<l>[A-Za-z])(?![A-Za-z'’])\)?")


def _part(match: re.Match[str]) -> tuple[int, str]:
    """The number of a figure and the letter of its part."""
    return int(match["n"]), unicodedata.normalize("NFKC", match["l"]).lower()


class LegalStructure(PairCheck):
    """Chapters, articles, paragraphs and items keep their level."""

    id = "struct.legal"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "第n編, 章, 節, 条, 項 and 号 are parts, chapters, sections, articles, paragraphs and items."
    )
    examples = (
        Example(
            "第2条第3項による。", "Under Article 2, paragraph 3.", "Under Section 2, Article 3."
        ),
    )
    _WRONG: ClassVar = {
        "第条": ("paragraph", "item", "chapter", "part", "subparagraph", "volume"),
        "第項": ("article", "chapter", "item", "part", "volume"),
        "第号": ("article", "chapter", "paragraph", "part"),
        "第章": ("article", "paragraph", "item", "clause"),
        "第節": ("article", "chapter", "paragraph", "item", "part"),
    }

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each level of a law that is another one in the English."""
        for ja, en in compared(pair).agreed:
            if ja.kind == en.kind == Kind.LABEL and en.noun in self._WRONG.get(ja.noun, ()):
                yield self.finding(
                    t("{text} is not a {noun}.", text=ja.text, noun=en.noun),
                    ja=ja.span,
                    en=en.span,
                    ja_value=ja.text,
                    en_value=en.text,
                )


CHECKS: tuple[type[Check], ...] = (Enumeration, LegalStructure)
