"""Conditions and exceptions dropped or turned into their opposites."""

import random
import re

from benchmarks.meaning.maker.edits import cut_out, exchanged, with_case_of
from benchmarks.meaning.maker.kinds import Knowledge, Spoilt

_CONDITION_HEAD = re.compile(
    r"^(?:[Ii]f|[Uu]nless|[Ww]hen|[Oo]nce|[Aa]s long as|[Pp]rovided that|"
    r"[Pp]rovided|[Ii]n case|[Ww]henever|[Uu]ntil|[Aa]s soon as|[Bb]efore|[Aa]fter) "
    r"[^,]{4,90}, ?"
)


_CONDITION_TAIL = re.compile(
    r",? (?:if|unless|only if|only when|when|as long as|provided that|in case|once|"
    r"whenever|until|as soon as|so long as|on condition that) "
    r"[^,;.]{5,90}(?=[.;!?]?$)"
)


_EXCEPTION = re.compile(
    r",? (?:except(?: for| in| when| that)?|other than|apart from|aside from|"
    r"excluding|but not|with the exception of|unless|besides|not including|without|"
    r"rather than|instead of|only(?= (?:if|when|in|for|by|on|at)))( "
    r"[^,;.]{2,70})(?=[,.;!?]|$)"
)


def condition(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A condition, or the clause of time it hangs on, dropped or made the opposite."""
    m = _CONDITION_HEAD.search(en) or _CONDITION_TAIL.search(en)
    if not m or not re.search(
        "ば|たら|だら|なら|場合|とき|時|と、|際|後|前|まで|限り|うち|次第|途端|ては|ても|とも|たび|ごと",
        ja,
    ):
        return None
    if rng.random() < 0.22:
        word = re.search(
            r"\b(if|unless|If|Unless|when|When|as long as|until|only if|provided that)\b",
            en[m.start() : m.end()],
        )
        table = {
            "if": ["unless", "even if", "because"],
            "unless": ["if", "whenever"],
            "when": ["even when", "before", "unless"],
            "as long as": ["even if", "unless"],
            "until": ["after"],
            "only if": ["even if"],
            "provided that": ["even if"],
        }
        if word and word.group().lower() in table:
            return exchanged(
                en,
                m.start() + word.start(),
                m.start() + word.end(),
                with_case_of(word.group(), rng.choice(table[word.group().lower()])),
                "condition",
            )
    return cut_out(en, m.start(), m.end(), "condition")


def exception(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """An exception or a restriction dropped, or turned into its opposite."""
    if not re.search(
        "以外|除|のみ|だけ|しか|なく|ない|ず|ぬ|代わり|限|ほか|他|より|まま|なし|ません", ja
    ):
        return None
    found = list(_EXCEPTION.finditer(en))
    only = re.search(r"\b[Oo]nly ", en)
    if only and (not found or rng.random() < 0.35) and re.search("のみ|だけ|しか|限", ja):
        return cut_out(en, only.start(), only.end(), "exception")
    if not found:
        return None
    m = rng.choice(found)
    if rng.random() < 0.3:
        return exchanged(en, m.start(), m.start(1), ", including", "exception")
    return cut_out(en, m.start(), m.end(), "exception")
