"""Buttons and menus named in a text: 「保存」 is “Save” (`id.label`)."""

import re
from collections.abc import Iterable
from functools import cache

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import rows
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_JA_LABEL = lazy(
    r"[「［\[【〔<＜“\"『](?P<label>[^「」［］\[\]【】<>＜＞“”\"『』]{1,14})[」］\]】〕>＞”\"』]"
)
_EN_LABEL = lazy(
    r"[\"“‘'\[<*`](?P<label>[A-Za-z][A-Za-z' ]{0,24}?)(?:[,.])?[\"”’'\]>*`]"
    r"|\b(?:[Cc]lick|[Pp]ress|[Tt]ap|[Ss]elect|[Cc]hoose|[Hh]it|[Tt]hen)(?: tap| click| press| select| choose)? (?:on |the )?(?P<bare>[A-Z][a-z]+(?: (?:[A-Z][a-z]+|[io]n|[Oo]ut|[Aa]s))?)\b"
)


class ScreenLabel(PairCheck):
    """A button that the English calls by another button's name."""

    id = "id.label"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A button or menu that the Japanese names in brackets (「保存」) has none of its usual names "
        "in the English, which names another one in quotation marks or after “click”."
    )
    examples = (
        Example("「保存」を押します。", "Press “Save.”", "Press “Cancel.”"),
        Example("［削除］を選択する。", "Choose Delete.", "Choose Print."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first label that became another."""
        if not pair.en:
            return
        for match in _JA_LABEL.finditer(pair.ja):
            names = _labels().get(match["label"].strip())
            if not names or any(re.search(rf"\b{re.escape(n)}\b", pair.en, re.I) for n in names):
                continue
            for read in _EN_LABEL.finditer(pair.en):
                said = read["label"] or read["bare"]
                if said.lower() in _all_names() and not _in_japanese(said.lower(), pair.ja):
                    start = read.start("label") if read["label"] else read.start("bare")
                    yield self.finding(
                        t("{label} is “{right}”; the English has “{said}”.", label=match[0],
                          right=names[0].capitalize(), said=said),
                        ja=Span(*match.span()),
                        en=Span(start, start + len(said)),
                        ja_value=names[0],
                        en_value=said,
                    )  # fmt: skip
                    return


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    """The English names of each Japanese label."""
    return {label: tuple(en.split("|")) for ja, en in rows("labels") for label in ja.split("|")}


@cache
def _all_names() -> frozenset[str]:
    return frozenset(name for names in _labels().values() for name in names)


def _in_japanese(name: str, ja: str) -> bool:
    """Whether the Japanese has a label of this English name."""
    return any(name in names and label in ja for label, names in _labels().items())


CHECKS: tuple[type[Check], ...] = (ScreenLabel,)
