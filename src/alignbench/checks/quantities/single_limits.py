"""Limits of one week or one hour, which English says without a number: "less than a week"."""

import re

from alignbench.checks.values.en_words import BEFORE, BEFORE_NUMBER
from alignbench.checks.values.value import Bound

SINGLE = {
    "年": "year", "年間": "year", "か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month", "週間": "week", "日": "day",
    "日間": "day", "時間": "hour", "分": "minute", "分間": "minute", "秒": "second", "世紀": "century",
}  # fmt: skip


def a_single(text: str, unit: str) -> tuple[Bound, str] | None:
    """The limit that stands beside "a week", and how it is written."""
    for match in re.finditer(rf"\b(?:an?|one)\s+(?:full\s+|whole\s+)?{unit}\b", text, re.I):
        before = BEFORE.search(text[max(0, match.start() - 44) : match.start()].lower())
        after = re.match(r"\s+or\s+(more|longer|less|shorter|so\s+more)\b", text[match.end() :])
        if after:
            return (Bound.AT_LEAST if after[1] in ("more", "longer") else Bound.AT_MOST), match[
                0
            ] + after[0]
        if (
            before
            and isinstance(bound := BEFORE_NUMBER[before[1]], Bound)
            and before[1] not in ("from", "since", "by", "past", "after", "before")
        ):
            return bound, f"{before[1]} {match[0]}"
    return None
