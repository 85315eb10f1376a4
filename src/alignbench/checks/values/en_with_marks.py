"""English numbers with a mark: labels, money, per cent, times, fractions."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_words import LARGE
from alignbench.checks.values.rule_scanner import Rule, value_of
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

FIGURE = r"\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)|\d{1,3}(?:,\d{3}){1,9}(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d{1,4}(?!\d)"
SCALE = "hundred|thousand|million|billion|trillion|quadrillion|lakh|crore"
_SHORT = "mn|bn|tn|trn|m|k|b"
_LABEL = lazy(
    r"\b(?P<head>Fig(?:ure)?s?\.?|Tables?|Notes?|Articles?|Art\.|Sections?|Paragraphs?|Chapters?|Items?|Clauses?|Nos?\.|Number|"
    r"Appendi(?:x|ces)|Annex(?:es)?|Exhibits?|Subparagraphs?|Parts?|Volumes?|Vols?\.|Steps?|Questions?|Examples?|Forms?|Attached\s+Tables?|Schedules?)"
    r"\s?(?P<n>\d{1,4})(?![\d.,:]*\d|\w)",
    re.I,
)
_LABEL_PART = lazy(
    r"\b(?P<head>Articles?|Art\.|Sections?|Clauses?|Paragraphs?)\s?(?P<n>\d{1,4})[.-](?P<m>\d{1,2})(?![\d.,-]*\d|\w)",
    re.I,
)
"""Article 3.2: the second paragraph of an article, or one number with a dot."""
_BRACKETED = lazy(
    r"[(\[](?:[Nn]ote\s)?(?P<n>\d{1,2})[)\]]|(?:^|(?<=\n))(?P<first>\d{1,2})\.(?=\s)|[①-⑳㉑-㉟㊱-㊿]"
)
_QUARTER = lazy(
    r"\bQ(?P<q>[1-4])\b|\b(?P<q2>[1-4])Q\b|\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter\b",
    re.I,
)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LETTERED = lazy(
    r"(?<!\w)\((?P<r>[ivx]{1,5})\)|(?<!\w)\((?P<l>[A-Ha-h])\)|\b(?:Part(?:y|ies)|Item|Point|Group|Option)\s\(?(?P<p>[A-H])\b\)?"
    r"|(?<![\w.'])(?P<bare>[A-D])(?=\s(?:shall|must|may\s|will|and\s[A-D]\b|agrees)|,?\s(?:the|a)\s(?:price|fee))"
)
"""Letters that label: (b), (iv), Party A, "B shall pay"."""
_MAY_LETTER = lazy(
    r"\([ivxA-Ha-h]|[msptn]\s\(?[A-Ha-h]\b|[yY]\s\(?[A-Ha-h]\b|[A-D](?:\s(?:sh|m|w|an|ag|the|a)|,)"
)
_MAY_LABEL = lazy(r"[a-z.]\s?\d", re.I)
_MONEY = lazy(
    rf"(?P<sign>US\$|A\$|C\$|[$£€¥])\s?(?P<n>{FIGURE})(?:[\s-]?(?P<scale>{SCALE}|{_SHORT})\b)?",
    re.I,
)
_PERCENT = lazy(
    rf"(?:(?P<list>(?:(?:{FIGURE}),\s){{0,9}})(?P<first>{FIGURE}),?\s?(?:-|~|to|or|and|through)\s?)?(?P<n>{FIGURE})(?:\s+of\s+an?\s+(?=(?:percentage\s+)?point)|[\s-])?(?P<unit>percentage[\s-]+points?|basis[\s-]+points?|bps?\b|%\s?points?|points?\b|per\s?cent(?:age)?\b|%)",
    re.I,
)
_FOLD = lazy(rf"(?P<n>{FIGURE})(?:[\s-]?(?:fold|times)\b|x(?![\w-]))", re.I)
_FRACTION = lazy(
    r"(?<![\d/])(?:(?P<w>\d{1,3})\s)?(?P<a>\d{1,2})(?:/|\sover\s)(?P<b>\d{1,3}(?:,\d{3})*)(?![\d/])"
)
_SIGNS = {"$": "$", "us$": "$", "a$": "$", "c$": "$", "¥": "¥", "€": "€", "£": "£"}


def plain(figure: str) -> Fraction:
    """The value of digits with their commas."""
    return Fraction(figure.replace(",", ""))


def _label(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(match["n"])
    yield value_of(
        match, Kind.LABEL, n, {("l", n), ("n", n)}, 3, noun=match["head"].lower().rstrip(".s")
    )


def _label_part(match: re.Match[str]) -> Iterator[Value]:
    n, m = Fraction(match["n"]), Fraction(match["m"])
    both = n + m / 10 ** len(match["m"])
    head = match["head"].lower().rstrip(".s")
    keys: set[Key] = {("l", n), ("n", n), ("n", both)}
    yield value_of(
        match, Kind.LABEL, n, keys, 3, noun=head, span=Span(match.start(), match.end("n"))
    )
    yield value_of(
        match, Kind.LABEL, m, {("l", m), ("n", m)}, 0, noun="", span=Span(*match.span("m"))
    )


def _bracketed(match: re.Match[str]) -> Iterator[Value]:
    if match["n"] or match["first"]:
        n = Fraction(match["n"] or match["first"])
    else:
        code = ord(match[0])
        n = Fraction(code - 0x2460 + 1 if code < 0x3000 else code - 0x3251 + 21)
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 1, noun="()")


def _quarter(match: re.Match[str]) -> Iterator[Value]:
    written = match["q"] or match["q2"] or match["word"].lower()
    n = Fraction(_QUARTERS.get(written) or written[0])
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 3, noun="quarter")


def _lettered(match: re.Match[str]) -> Iterator[Value]:
    letter = match["l"] or match["p"] or match["bare"]
    n = Fraction(ord(letter.upper()) - 64 if letter else roman(match["r"].upper()))
    yield value_of(match, Kind.LABEL, n, {("l", n)}, 1, noun="()")


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman(written: str) -> int:
    """The value of a Roman numeral up to thirty-nine."""
    n = 0
    for character, following in zip(written, f"{written[1:]} ", strict=True):
        value = _ROMAN_VALUES[character]
        n += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return n


def _money(match: re.Match[str]) -> Iterator[Value]:
    scale = (match["scale"] or "").lower()
    n = plain(match["n"]) * LARGE.get(scale, 1)
    unit = _SIGNS[match["sign"].lower()]
    yield value_of(
        match,
        Kind.NUMBER,
        n,
        {("n", n)},
        3,
        noun=unit,
        unit=unit if unit in UNITS else "",
        scaled=bool(scale),
    )


def _percent(match: re.Match[str]) -> Iterator[Value]:
    n, unit = plain(match["n"]), match["unit"].lower()
    if unit.startswith("b"):
        share = n / 100
        keys: set[Key] = {("pp", share), ("p", share), ("b", n)}
        yield value_of(match, Kind.RATIO, share, keys, 3, noun="basis points")
    elif "point" in unit:
        keys = {("pp", n)} if unit[0] in "p%" and len(unit) > 6 else {("pp", n), ("n", n)}
        yield value_of(match, Kind.RATIO, n, keys, 3, noun="points")
    else:
        if match["first"]:
            for part in re.finditer(FIGURE, match.string[match.start() : match.end("first")]):
                first = plain(part[0])
                keys = {("p", first), ("n", first)}
                span = Span(match.start() + part.start(), match.start() + part.end())
                yield value_of(match, Kind.RATIO, first, keys, 3, noun="%", span=span)
        span = Span(match.start("n"), match.end())
        yield value_of(match, Kind.RATIO, n, {("p", n), ("n", n / 100)}, 3, noun="%", span=span)


def _fold(match: re.Match[str]) -> Iterator[Value]:
    n = plain(match["n"])
    yield value_of(match, Kind.RATIO, n, {("x", n), ("n", n)}, 3, noun="times")


def _fraction(match: re.Match[str]) -> Iterator[Value]:
    below = plain(match["b"])
    above = Fraction(match["a"])
    if not below or above >= below or (below - above == 1 and below >= 5):
        return
    n = Fraction(match["w"] or 0) + Fraction(match["a"]) / below
    yield value_of(match, Kind.RATIO, n, {("n", n), ("p", n * 100), ("x", n)}, 2, noun="/")


_HEADS = ("fig", "tab", "not", "art", "sec", "par", "cha", "ite", "cla", "no.", "nos.", "num", "app", "ann",
          "exh", "vol", "ste", "que", "exa", "for", "sch")  # fmt: skip
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
MARKED: tuple[Rule, ...] = (
    Rule(_QUARTER, _quarter, ("uarter", "q")),
    Rule(_LABEL_PART, _label_part, ("art", "sec", "cla", "par"), _MAY_LABEL),
    Rule(_LABEL, _label, _HEADS, _MAY_LABEL),
    Rule(_LETTERED, _lettered, hint=_MAY_LETTER),
    Rule(_BRACKETED, _bracketed, ("(", "[", ".", *_CIRCLED)),
    Rule(_MONEY, _money, "$£€¥"),
    Rule(_PERCENT, _percent, ("%", "er cent", "ercent", "point", "bp", "per  cent")),
    Rule(_FOLD, _fold, ("fold", "times", "x")),
    Rule(_FRACTION, _fraction, ("/", " over ")),
)
"""Rules in the order in which they read."""
