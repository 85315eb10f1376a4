"""A country, people or language of the Japanese that became another one in the English."""

import re
from collections.abc import Iterable

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.countries import atlas
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 5_000
"""Characters of each side that are looked at: more is no sentence."""
_MAY_NAME = re.compile(r"[国本米州欧湾港鮮語英独仏]|[ァ-ヺ]{2}")
"""What every Japanese name of a country holds: the atlas is opened for no other text."""
_SAID_ANYWAY = frozenset({"JP", "142", "150"})
"""Places that English names of itself (he came back to Japan): not held against it."""


class CountryNames(PairCheck):
    """One country or language in the Japanese, another in the English."""

    id = "lex.country"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = (
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
            return
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
