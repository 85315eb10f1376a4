"""What is copied, not translated: `id.token`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.codes.reference_numerals import exchanged_numeral
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.tokens import folded, tokens
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.spelled_numbers import MONTHS
from alignbench.messages import t

_TARGET = lazy(r"\]\([^()\s]{1,300}\)")
"""Where a Markdown link leads: an English text without links need not say it."""


class CopiedToken(PairCheck):
    """Codes, addresses and numbers of things stand in the English as they are."""

    id = "id.token"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    of_code = True
    explanation = t(
        "Model and station numbers, telephone numbers, URLs, mail addresses, file names and "
        "versions are copied; width, case and hyphens don't matter. Two acronyms that are topics "
        "(は) of their clauses keep their order."
    )
    examples = (
        Example(
            "星見台駅（H18）で降りる。",
            "Get off at Hoshimidai (H18).",
            "Get off at Hoshimidai (2006).",
        ),
        Example("型番はKX-250です。", "The model is KX-250.", "The model is KX-520."),
        Example(
            "ABCは研究を、XYZは販売を行う。",
            "ABC does the research and XYZ the sales.",
            "XYZ does the research and ABC the sales.",
        ),
    )
    _TOPIC = lazy(r"(?<![A-Za-z])([A-Z]{2,8})(?:\([^()]{1,20}\))?は")

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each code that is not in the English; for acronyms that changed places."""
        if not pair.en:
            return
        english = ""
        unlinked = [] if "](" in pair.en else [m.span() for m in _TARGET.finditer(pair.ja)]
        for token in tokens(pair.ja):
            english = english or folded(value_view(pair.en).text)
            if any(start < token.span.start < end for start, end in unlinked):
                continue
            if token.folded in english or _known_otherwise(token.text, english):
                continue
            if token.kind == "url" and _LOCALISED.search(token.text) and "://" in pair.en:
                continue
            if token.kind == "version" and _dated(token.text, pair.en):
                continue
            if token.kind == "phone" and _dialled(token.folded) & set(_digit_runs(english)):
                continue
            yield self.finding(
                t("{text} is not in the English.", text=token.text),
                ja=token.span,
                ja_value=token.text,
            )
        trunk = _TRUNK.search(pair.en)
        if trunk and not _TRUNK.search(value_view(pair.ja).text) and _DIALLED_JA.search(pair.ja):
            yield self.finding(
                t("Behind the code of a country, {text} has no nought.", text=trunk[0]),
                en=Span(*trunk.span()),
                en_value=trunk[0],
            )
        if turned := exchanged_numeral(pair.ja, pair.en):
            place, other, ours, theirs = turned
            yield self.finding(
                t("The Japanese says {ours}, the English {theirs}.", ours=ours, theirs=theirs),
                ja=place,
                en=other,
                ja_value=ours,
                en_value=theirs,
            )
        yield from self._swapped(pair)

    def _swapped(self, pair: CheckedPair) -> Iterator[Finding]:
        view = value_view(pair.ja)
        topics = list(self._TOPIC.finditer(view.text))
        if len(topics) != 2 or topics[0][1] == topics[1][1]:
            return
        places = [
            [match.start() for match in re.finditer(rf"\b{topic[1]}\b", pair.en)]
            for topic in topics
        ]
        if all(len(found) == 1 for found in places) and places[0][0] > places[1][0]:
            yield self.finding(
                t(
                    "{topics} comes before {topics2} in the Japanese, after it in the English.",
                    topics=topics[0][1],
                    topics2=topics[1][1],
                ),
                ja=Span(*view.source_span(*topics[0].span(1))),
                en=Span(places[1][0], places[1][0] + len(topics[1][1])),
                ja_value=f"{topics[0][1]} … {topics[1][1]}",
                en_value=f"{topics[1][1]} … {topics[0][1]}",
            )


_TRUNK = lazy(r"\+81[-\s.]?0\d{1,3}[-\s.]?\d[\d\s.-]{4,}")
"""The nought of a telephone number, which is not dialled from abroad."""
_DIALLED_JA = lazy(r"[+＋][8８][1１]|[0０][\d０-９]{1,3}[-－ー−]")
_YEAR_MONTH_DAY = lazy(r"(\d\d)\.(\d{1,2})\.(\d{1,2})")


def _dated(token: str, en: str) -> bool:
    """Whether 24.10.5 is a date that the English writes out: October 5, 2024."""
    match = _YEAR_MONTH_DAY.fullmatch(token)
    if not match or not 1 <= int(match[2]) <= len(MONTHS):
        return False
    month = MONTHS[int(match[2]) - 1][:3]
    day = rf"(?<!\d){int(match[3])}(?:st|nd|rd|th)?(?!\d)"
    return all(re.search(each, en, re.I) for each in (rf"\b{month}", day, rf"\d\d{match[1]}(?!\d)"))


_LOCALISED = lazy(r"//ja\.|[/.=?&-](?:ja|jp|ja-jp|j)(?:[/.&?#-]|\Z)", re.I)
"""A Japanese page, of which an English text names the English one."""
_SPELLED_OUT = {
    "CO2": "carbon", "H2O": "water", "O2": "oxygen", "O3": "ozone", "N2": "nitrogen", "NO2": "nitrogen", "SO2": "sulph?f?ur",
    "CH4": "methane", "NH3": "ammonia", "PM2.5": "particulate|particle", "3D": "three", "2D": "two", "4K": "ultra",
    "G7": "seven", "G8": "eight", "G20": "twenty|20", "B2B": "business", "B2C": "consumer", "P2P": "peer", "5G": "fifth|generation",
    "4G": "fourth|generation", "H1N1": "swine|flu", "K2": "k", "MP3": "music|audio", "B1": "basement", "1LDK": "bedroom", "2LDK": "bedroom", "3LDK": "bedroom",
}  # fmt: skip
"""Codes that English may write in words, and a word of theirs."""
_JAPAN = "81"


def _dialled(number: str) -> set[str]:
    """The ways to write a telephone number of Japan: 03…, +81 3…, +81 (0)3…, without separators."""
    local = number.removeprefix(_JAPAN) if number.startswith(_JAPAN) else number
    local = local.removeprefix("0")
    return {f"0{local}", f"{_JAPAN}{local}", f"{_JAPAN}0{local}"}


def _digit_runs(english: str) -> list[str]:
    """The stretches of digits in a folded text."""
    return re.findall(r"\d+", english)


def _known_otherwise(token: str, english: str) -> bool:
    """Whether letters and digits of a code both stand in the English, though apart."""
    spelled = _SPELLED_OUT.get(token.upper())
    if spelled and re.search(spelled, english):
        return True
    parts = re.findall(r"[A-Za-z]+|\d+", token)
    if not re.search("[A-Za-z]", token):
        return False
    return len(parts) > 1 and all(part.casefold() in english for part in parts) and len(token) < 8


CHECKS: tuple[type[Check], ...] = (CopiedToken,)
