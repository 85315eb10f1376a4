"""Numbers, ratios and labels in an English text, with the nouns and units they stand with."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_combined import COMBINED
from alignbench.checks.values.en_nouns import PERIODS, noun_after
from alignbench.checks.values.en_spelled import PART_WORDS, Phrase, phrases
from alignbench.checks.values.en_vague import VAGUE, VAGUE_WORDS, vague
from alignbench.checks.values.en_with_marks import FIGURE, MARKED, SCALE, plain, roman
from alignbench.checks.values.en_words import CARDINALS, LARGE, MULTIPLES, ORDINALS, WORDS
from alignbench.checks.values.rule_scanner import DIGITS, Add, Rule, consumed, value_of
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span
from alignbench.language.spelled_numbers import SCALES

_DIGITS = lazy(
    rf"(?<![\d.])(?P<n>{FIGURE})(?:(?P<ord>st|nd|rd|th)\b|(?P<s>'?s)\b|[\s-]?(?P<scale>{SCALE})s?\b|\s?(?P<short>mn|bn|tn|trn|[mkb])(?=\s+(?:yen|dollars|euros))|(?P<k>k)\b)?",
    re.I,
)
_ALL = {**CARDINALS, **ORDINALS, **SCALES}
_WORD = "|".join(
    sorted(
        {*_ALL, *PART_WORDS, "dozen", "half", "halve", "quarter"},
        key=lambda word: (-len(word), word),
    )
)
_SPELLED = lazy(
    rf"\b(?:an?[\s-]+)?(?:{_WORD})s?\b(?:(?:[\s-]+and[\s-]+|\s+of\s+(?=an?\s+(?:{'|'.join(SCALES)})\b)|[\s-]+)(?:an?[\s-]+)?(?:{_WORD})s?\b)*",
    re.I,
)
_OTHER = lazy(rf"\b(?:{'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})\b", re.I)
_ROMAN = lazy(r"\b(?=[IVX])(?P<r>(?:X{0,3})(?:IX|IV|V?I{0,3}))(?![A-Za-z'])")
_MAY_BE_ROMAN = lazy(r"\b[IVX]+(?![A-Za-z'])")
_TOKEN = lazy(r"[a-z]+")
_SPELLED_WORDS = frozenset(
    f"{word}{plural}"
    for word in (*_ALL, *PART_WORDS, "dozen", "half", "halve", "quarter")
    for plural in ("", "s")
) | {"halves"}
_OTHER_WORDS = frozenset(part for word in WORDS for part in _TOKEN.findall(word)) - {
    "the",
    "way",
    "clock",
    "hexa",
}
"""Words of which a text must have one before the larger patterns are tried."""
_SHARED = lazy(
    rf"\s?(?:-|~|to|or|and|through)\s?(?:{FIGURE}|[a-z]+(?:-[a-z]+)?)\s?-?(?P<scale>hundred|thousand|million|billion|trillion)?\s?(?P<unit>%|per\s?cent\b)?",
    re.I,
)
_NUMBERED = lazy(
    r"\b(?:Volume|Chapter|Book|Part|Act|Scene|Episode|Number|Section|Article|Phase|Stage|Round|Level|Grade|Act|Step|Day)\s\Z"
)
_PER_CENT = lazy(r"\s+per\s?cent", re.I)
_NAME = lazy(r"[A-Z][a-z]+\s$")
_OF_A = lazy(r"\s+(?:of\s+)?an?\s+([A-Za-z]+)")
"""After "half": "half an hour", "a quarter of a mile"."""
_OF_A_POINT = lazy(r"\s+(?:of\s+)?an?\s+(?:full\s+)?(?:percentage\s+)?point")
_OTHERWISE = {"fortnight": 2, "quarterly": 3, "semi": 6, "biannual": 6, "annual": 12}
"""Counted in weeks or months."""


def english_numbers(text: str, add: Add) -> None:
    """Hands every number, ratio and label of `text` to `add`; dates are blanked out before."""
    words = set(_TOKEN.findall(text.lower()))
    rules = [Rule(_DIGITS, _digits, DIGITS)]
    rules += [Rule(VAGUE, vague)] if words & VAGUE_WORDS else []
    rules += [Rule(_SPELLED, _spelled)] if words & _SPELLED_WORDS else []
    rules += [Rule(_OTHER, _other)] if words & _OTHER_WORDS else []
    rules.append(Rule(_ROMAN, _roman, hint=_MAY_BE_ROMAN))
    consumed(text, (*COMBINED, *MARKED, *rules), add)


def _digits(match: re.Match[str]) -> Iterator[Value]:
    n = plain(match["n"])
    scale = (match["scale"] or match["short"] or match["k"] or "").lower()
    n *= LARGE.get(scale, 1)
    keys: set[Key] = {("n", n)}
    if match["s"] and n >= 1000 and n % 100 == 0:
        keys.add(("n", n))
    elif match["s"] and 10 <= n < 100:
        keys.add(("n", 1900 + n))
    text, end = match.string, match.end()
    noun = noun_after(text, end)
    if not match["ord"]:
        keys |= _shared(text, end, n)
        if noun in PERIODS:
            keys.add(("n", n * PERIODS[noun]))
    if match["ord"]:
        keys |= _ordinal_keys(text, match.start(), end, noun, n)
    elif 10 <= n < 100 and (
        since := _CENTURY.search(text, max(0, match.start() - 8), match.start())
    ):
        keys.add(("n", Fraction(since[1]) * 100 + n))
    elif n < 65 and _NAME.search(text, max(0, match.start() - 12), match.start()):
        keys.add(("e", n))
    kind = Kind.NUMBER
    if len(match["n"]) in (3, 4) and match["n"].isdigit() and not scale and not match["ord"]:
        kind = Kind.YEAR if _year_like(match, noun) else kind
    weight = 1 if n == 1 and len(match[0]) == 1 else 2 if match["ord"] else 3
    yield value_of(
        match, kind, n, keys, weight, noun=noun, unit=noun if noun in UNITS else "",
        ordinal=bool(match["ord"]), scaled=bool(scale),
    )  # fmt: skip


_CENTURY = lazy(r"(?<!\d)(\d\d)\d\d\s?[-~/]\s?\Z")
"""Before the 34 of "1833-34"."""
_MONTHS_AFTER = lazy(
    r"\s+(?:and|or|to|through|-)\s+(?:the\s+)?[\w-]{3,12}\s+(?:lunar\s+)?months?\b"
)


def _ordinal_keys(text: str, start: int, end: int, noun: str, n: Fraction) -> set[Key]:
    """Readings of "the 6th month", "the sixth and twelfth months", "a 10th"."""
    keys: set[Key] = {("pp", 1 / n)} if n and _OF_A_POINT.match(text, end) else set()
    if noun in ("month", "months", "lunar") or _MONTHS_AFTER.match(text, end):
        keys.add(("m", n))
    if noun == "year":
        keys.add(("e", n))
    if n and text[max(0, start - 2) : start] in ("a ", " a", "A "):
        keys |= {("n", 1 / n), ("p", 100 / n)}
    return keys


def _year_like(match: re.Match[str], noun: str) -> bool:
    n = int(match["n"])
    return ((len(match["n"]) == 4 and 1000 <= n <= 2100) or n >= 500) and noun not in UNITS


def _shared(text: str, end: int, amount: Fraction) -> set[Key]:
    """Readings of the 70 in "70 to 90 percent" and of the 2 in "2 or 3 million"."""
    match = _SHARED.match(text, end)
    more: set[Key] = set()
    if match and match["unit"]:
        more.add(("p", amount))
    if match and match["scale"]:
        more.add(("n", amount * SCALES[match["scale"].lower()]))
    return more


def _spelled(match: re.Match[str]) -> Iterator[Value]:
    words = list(_TOKEN.finditer(match[0].lower()))
    spelled = [word[0] for word in words]
    found = list(phrases(spelled))
    year = 0
    if len(found) == 2 and found[0].last + 1 == found[1].first and len(spelled) <= 4:
        century, rest = found[0].amount, found[1].amount
        year = (
            int(century * 100 + rest) if century in range(13, 21) and rest in range(10, 100) else 0
        )
    if year and noun_after(match.string, match.end()) not in UNITS:
        yield value_of(match, Kind.YEAR, Fraction(year), {("n", Fraction(year))}, 2)
        return
    for phrase in found:
        start = match.start() + words[phrase.first].start()
        end = match.start() + words[phrase.last].end()
        yield _phrase(
            match.string, Span(start, end), spelled[phrase.first : phrase.last + 1], phrase
        )


_STRETCHES = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
)
_LAST_PART = 100
_AFTER_PART = lazy(
    r"\s*(?:[,.;:)]|\Z)|\s+(?:of|from|to|in|on|over|less|more|by|compared|lower|higher|smaller|larger|fewer|during|off)\b",
    re.I,
)
"""What follows "a third" where it is a part and not the third of a row."""


def _a_part(text: str, span: Span, phrase: Phrase) -> bool:
    """Whether "a third" is a part and not the third of a row."""
    small = phrase.ordinal and phrase.amount <= _LAST_PART
    after = small and _AFTER_PART.match(text, span.end)
    return bool(after) and text[max(0, span.start - 2) : span.start].lower() == "a "


def _phrase(text: str, span: Span, words: list[str], phrase: Phrase) -> Value:
    noun = noun_after(text, span.end)
    if phrase.part and noun in ("a", "an") and (whole := _OF_A.match(text, span.end)):
        noun = whole[1].lower()
    amount = phrase.amount
    keys: set[Key] = {("n", amount)}
    kind = Kind.NUMBER
    weight = 2 if amount > 12 else 1
    if phrase.part:
        kind, keys, weight = Kind.RATIO, keys | {("p", amount * 100), ("x", amount)}, 1
        keys |= {("n", amount * PERIODS[noun])} if noun in PERIODS else set()
        keys |= {("pp", amount), ("p", amount)} if _OF_A_POINT.match(text, span.end) else set()
    elif noun == "basis":
        share = amount / 100
        kind, keys, weight = Kind.RATIO, {("pp", share), ("p", share), ("b", amount)}, 2
        amount = share
    elif noun == "percentage":
        kind, keys = Kind.RATIO, {("pp", amount), ("n", amount)}
    elif noun == "percent" or (noun == "per" and _PER_CENT.match(text, span.end)):
        kind, keys = Kind.RATIO, {("p", amount), ("n", amount / 100)}
    elif noun in ("times", "fold"):
        keys |= {("x", amount)}
    elif phrase.ordinal:
        keys |= _ordinal_keys(text, span.start, span.end, noun, amount)
    else:
        if words[-1] == "dozen" and len(words) > 1 and words[0] not in ("a", "half"):
            keys.add(("n", amount / 12))
        keys |= _shared(text, span.end, amount)
        if noun in PERIODS:
            keys.add(("n", amount * PERIODS[noun]))
    if (
        amount <= 1
        and not (phrase.part and words[0] == "one")
        and words[0]
        in (
            "half",
            "a",
            "an",
            "quarter",
            "quarters",
            "one",
            "zero",
            "first",
            "halves",
        )
    ):
        weight = 1 if phrase.part and noun in _STRETCHES else 0
    if _a_part(text, span, phrase):
        part = 1 / amount
        shared: frozenset[Key] = frozenset({("n", part), ("p", part * 100), ("x", part)})
        if _OF_A_POINT.match(text, span.end):
            shared = frozenset({("pp", part), ("p", part), ("n", part)})
        return Value(Kind.RATIO, part, span, text[span.start : span.end], shared, 1, noun=noun)
    if words == ["second"]:
        weight = 0
    return Value(
        kind, amount, span, text[span.start : span.end], frozenset(keys), weight, noun=noun,
        unit=noun if noun in UNITS else "",
        ordinal=phrase.ordinal or bool(_NUMBERED.search(text, max(0, span.start - 12), span.start)),
        scaled=any(word in SCALES for word in words),
    )  # fmt: skip


def _other(match: re.Match[str]) -> Iterator[Value]:
    word = match[0].lower()
    n = Fraction(WORDS[word])
    keys: set[Key] = {("n", n)}
    if word in _OTHERWISE:
        keys.add(("n", Fraction(_OTHERWISE[word])))
    if MULTIPLES.match(word) or n < 1:
        keys.add(("x", n))
    if n == Fraction(1, 2):
        keys.add(("p", Fraction(50)))
    kind = Kind.RATIO if MULTIPLES.match(word) else Kind.NUMBER
    yield value_of(match, kind, n, keys, 1 if kind == Kind.RATIO else 0, noun=word)


def _roman(match: re.Match[str]) -> Iterator[Value]:
    written = match["r"]
    if not written or (len(written) == 1 and written in "XI"):
        return
    n = roman(written)
    yield value_of(
        match, Kind.LABEL, Fraction(n), {("n", Fraction(n)), ("l", Fraction(n))}, 0, noun="roman"
    )
