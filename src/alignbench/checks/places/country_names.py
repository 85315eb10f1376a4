"""A country, people or language of the Japanese that became another one in the English."""

import re
from collections.abc import Iterable

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.places.countries import atlas
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 5_000
"""Characters of each side that are looked at: more is no sentence."""
_MAY_NAME = lazy(r"[国本米州欧湾港鮮語英独仏]|[ァ-ヺ]{2}")
"""What every Japanese name of a country holds: the atlas is opened for no other text."""
_SAID_ANYWAY = frozenset({"JP", "142", "150"})
"""Places that English names of itself (he came back to Japan): not held against it."""


def _said_less(code: str, ja: str, en: str) -> bool:
    """Whether the English names a country, though fewer times than a Japanese that repeats it."""
    often = atlas().count(ja, code)
    return often > 1 and len(atlas().countries[code].en.findall(en)) < often


_ACTS_JA = lazy(r"(?:の?[^、。はがを]{0,14})?[がは]、?[^、。はがをに]{0,8}")
_IS_ACTED_ON_JA = lazy(r"(?:の?[^、。はがをに]{0,14})?[をに](?![およ対関つ])")
_OPENS_EN = lazy(r"(?:An?|The|On \w+,|Last \w+,)?\s?", re.I)
_TURNS_EN = lazy(r"\b(?:by|from|and|or|in|with|between|than|as|at)\b", re.I)


class CountryNames(PairCheck):
    """One country or language in the Japanese, another in the English."""

    id = "lex.country"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese names a country, a people or a language (ノルウェー, 英語, 日中) that the English "
        "names in no form, and the English names another that nothing in the Japanese stands for. "
        "The names are those of the Unicode locale data, with adjectives, peoples and capitals."
    )
    examples = (
        Example("船はペルーを出た。", "The ship left Peru.", "The ship left Bolivia."),
        Example("スイスの時計。", "A Swiss watch.", "A Swedish watch."),
        Example("案内は英語とタイ語。", "Signs in English and Thai.", "Signs in English and Lao."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Countries of the Japanese without an answer, beside one of the English without cause."""
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        if not en or not _MAY_NAME.search(ja):
            return
        known = atlas()
        named = known.in_japanese(ja)
        yield from self._mixed_up(ja, en, named)
        missing = [code for code in named if not known.countries[code].en.search(en)]
        if not missing:
            rarer = [c for c in named if _said_less(c, ja, en)]
            if not rarer:
                yield from self._exchanged(ja, en, named)
                return
            missing = rarer
        for country, place in known.in_english(en):
            if country.code in _SAID_ANYWAY or country.ja_also.search(ja):
                continue
            span, meant = named[missing[0]], known.countries[missing[0]]
            yield self.finding(
                t(
                    "{said} is {name}; the English has “{read}”.",
                    said=ja[span.start : span.end],
                    name=meant.name,
                    read=en[place.start : place.end],
                ),
                ja=span,
                en=place,
                ja_value=meant.name,
                en_value=country.name,
            )
            return

    def _exchanged(self, ja: str, en: str, named: dict[str, Span]) -> Iterable[Finding]:
        """Whose subject the Japanese makes one country and the English the other."""
        if len(named) != 2:
            return
        (first, one), (second, two) = sorted(named.items(), key=lambda item: item[1].start)
        read = [(c.code, place) for c, place in atlas().in_english(en) if c.code in named]
        if [code for code, _ in read] != [second, first]:
            return
        between = en[read[0][1].end : read[1][1].start]
        acts = _ACTS_JA.fullmatch(ja, one.end, two.start) and _IS_ACTED_ON_JA.match(ja, two.end)
        opens = _OPENS_EN.fullmatch(en, 0, read[0][1].start)
        if acts and opens and "," not in between and not _TURNS_EN.search(between):
            yield self.finding(
                t("{first} acts on {second}; in the English it is the reverse.",
                  first=atlas().countries[first].name, second=atlas().countries[second].name),
                ja=Span(one.start, two.end),
                en=Span(read[0][1].start, read[1][1].end),
                ja_value=ja[one.start : one.end],
                en_value=en[read[0][1].start : read[0][1].end],
                grade=Grade.D3,
            )  # fmt: skip

    def _mixed_up(self, ja: str, en: str, named: dict[str, Span]) -> Iterable[Finding]:
        """A country taken for one that sounds like it, though a city of its own is named too."""
        known = atlas()
        read = [(c, place) for c, place in known.in_english(en) if c.code in _SOUND_ALIKE]
        codes = {country.code for country, _ in read}
        for code in named:
            answered = known.countries[code].en.search(en)
            for country, place in read:
                alike = _SOUND_ALIKE.get(code) == country.code and code not in codes
                if alike and answered and not country.ja_also.search(ja):
                    yield self.finding(
                        t(
                            "{said} is {name}; the English has “{read}”.",
                            said=ja[named[code].start : named[code].end],
                            name=known.countries[code].name,
                            read=en[place.start : place.end],
                        ),
                        ja=named[code],
                        en=place,
                        ja_value=known.countries[code].name,
                        en_value=country.name,
                    )
                    return


_ALIKE = (
    "AT AU",
    "CH SE",
    "SI SK",
    "NE NG",
    "DM DO",
    "IR IQ",
    "LV LT",
    "PY UY",
    "GM ZM",
    "MR MU",
    "GN GY",
    "ML MW",
)
_SOUND_ALIKE = {one: other for pair in _ALIKE for one, other in (pair.split(), pair.split()[::-1])}
CHECKS = (CountryNames,)
