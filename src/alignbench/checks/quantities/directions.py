"""From one value to another: 40を60に, which English tells as from 40 to 60."""

import re
from collections.abc import Iterator
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.value import Value

_FROM_JA = lazy(r"(?:から|を|だった(?:もの)?を|より)、?[^。、\d０-９一二三四五六七八九十]{0,10}")
_TO_JA = lazy(
    r"まで(?!に)|(?:に(?:まで|は)?|へと?|まで)、?[^。、]{0,8}?(?:引き?[上下]げ|上[がげ]|下[がげ]|増|減|変|改|拡|縮|延|短|伸|高|低|値|修正|移|戻|落|急|達|なっ|なる|なり|膨|広|狭|切り替|替|転|上昇|下落)"
)
_FROM_EN = lazy(
    r"\bfrom\s+(?:about\s+|around\s+|some\s+|a\s+|an\s+|the\s+|over\s+|under\s+)*[$¥€£]?\s?\Z", re.I
)
_TO_EN = lazy(
    r"[^.;]{0,40}?\bto\s+(?:about\s+|around\s+|some\s+|a\s+|an\s+|the\s+|over\s+|under\s+|just\s+)*[$¥€£]?\s?",
    re.I,
)


def turned_about(pair: CheckedPair) -> Iterator[tuple[tuple[Value, Value], tuple[Value, Value]]]:
    """Two values that the English goes between the other way: the Japanese and the English ones."""
    agreed = sorted(compared(pair).agreed, key=lambda both: both[0].span.start)
    for (one, first), (two, second) in pairwise(agreed):
        between = pair.ja[one.span.end : two.span.start]
        if not _FROM_JA.fullmatch(between) or not _TO_JA.match(pair.ja, two.span.end):
            continue
        if one.amount == two.amount or one.noun != two.noun:
            continue
        begins = _FROM_EN.search(pair.en, max(0, second.span.start - 24), second.span.start)
        ends = _TO_EN.fullmatch(pair.en, second.span.end, first.span.start)
        if second.span.end <= first.span.start and begins and ends:
            yield (one, two), (second, first)
