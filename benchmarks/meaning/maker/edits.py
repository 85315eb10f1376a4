"""Ways to change a sentence in one place, with what is then wrong marked."""

import random
import re
from collections.abc import Mapping

from benchmarks.meaning.maker.kinds import WORD, Knowledge, Rule, Spoilt

LOWERABLE = {
    "The",
    "A",
    "An",
    "His",
    "Her",
    "My",
    "Our",
    "Their",
    "Your",
    "This",
    "That",
    "These",
    "Those",
    "He",
    "She",
    "We",
    "They",
    "It",
    "You",
    "Some",
    "Many",
    "All",
    "One",
    "Every",
    "Each",
    "In",
    "On",
    "At",
    "When",
    "If",
    "As",
    "No",
    "Most",
    "Both",
    "Two",
    "Three",
}


def with_case_of(model: str, text: str) -> str:
    """The text with the capital of the model."""
    return text[:1].upper() + text[1:] if model[:1].isupper() and text[:1].islower() else text


def upper_first(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    first = text.split(" ", 1)[0]
    return (
        text
        if first == "I"
        or first.startswith("I'")
        or (first[:1].isupper() and first not in LOWERABLE)
        else text[:1].lower() + text[1:]
    )


def exchanged(text: str, start: int, end: int, new: str, kind: str) -> Spoilt:
    """One stretch exchanged, with `a`/`an` mended."""
    if new and start > 2:
        before = re.search(r"\b([Aa])(n?) $", text[:start])
        if before and new[0].isalpha():
            vowel = new[0].lower() in "aeiou" and not new.lower().startswith(
                ("uni", "use", "one", "eu")
            )
            article = before.group(1) + ("n" if vowel else "")
            head = text[: before.start()] + article + " "
            return Spoilt(head + new + text[end:], kind, ((len(head), len(head) + len(new)),))
    return Spoilt(text[:start] + new + text[end:], kind, ((start, start + len(new)),))


def cut_out(en: str, start: int, end: int, kind: str) -> Spoilt | None:
    text = en[:start] + en[end:]
    if len(WORD.findall(text)) < 3 or re.search(
        r"\b(?:has|have|is|are|was|were|the|a|of|to|in|and|by|be)[.?!]?$", text
    ):
        return None
    if start == 0:
        text = text[:1].upper() + text[1:]
    text = re.sub(r" +", " ", text)
    text = re.sub(r" ([.,;])", r"\1", text)
    return Spoilt(text, kind)


def swapped(en: str, a: tuple[int, int], b: tuple[int, int], kind: str) -> Spoilt | None:
    x, y = en[a[0] : a[1]], en[b[0] : b[1]]
    if x.lower() == y.lower() or x in y or y in x or not x or not y:
        return None
    if a[0] == 0:
        first = y[:1].upper() + y[1:]
        second = x[:1].lower() + x[1:] if x.split()[0] in LOWERABLE else x
    else:
        first, second = y, x
    middle = en[a[1] : b[0]]
    text = en[: a[0]] + first + middle + second + en[b[1] :]
    start = a[0] + len(first) + len(middle)
    return Spoilt(text, kind, ((a[0], a[0] + len(first)), (start, start + len(second))))


def any_phrase_of(table: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    keys = sorted(table, key=len, reverse=True)
    return re.compile(r"(?<![\w'-])(?:" + "|".join(re.escape(k) for k in keys) + r")(?![\w'-])")


def phrase_rule(kind: str, table: Mapping[str, tuple[str, ...]]) -> Rule:
    """A rule that exchanges one phrase of a table."""
    full = dict(table)
    for key, value in table.items():
        full.setdefault(key[:1].upper() + key[1:], value)
    full.pop("May", None)
    pattern = any_phrase_of(full)

    def rule(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
        found = [
            m
            for m in pattern.finditer(en)
            if m.group() != "no" or not re.search(r"[A-Z][\w'-]* $", en[: m.start()])
        ]
        if not found:
            return None
        m = rng.choice(found)
        new = with_case_of(m.group(), rng.choice(full[m.group()]))
        return exchanged(en, m.start(), m.end(), new, kind)

    return rule


def words_in(en: str, table: Mapping[str, object], low: bool = True) -> list[re.Match[str]]:
    return [m for m in WORD.finditer(en) if (m.group().lower() if low else m.group()) in table]
