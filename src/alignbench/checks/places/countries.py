"""Countries, continents and languages, and how the two languages name them and their peoples.

The names are those of CLDR (read through Babel); `tables/countries.tsv` adds adjectives, peoples,
short forms and capitals.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.tables import alternatives, rows
from alignbench.domain.text import Span

_CONTINENTS = ("002", "142", "150")
_ABBREVIATED = {
    "日": "JP", "米": "US", "英": "GB", "仏": "FR", "独": "DE",
    "伊": "IT", "露": "RU", "中": "CN", "韓": "KR", "豪": "AU", "墺": "AT", "蘭": "NL", "葡": "PT", "西": "ES",
    "印": "IN", "比": "PH", "越": "VN", "泰": "TH", "加": "CA", "伯": "BR", "墨": "MX", "土": "TR", "希": "GR",
    "白": "BE", "丁": "DK", "波": "PL", "洪": "HU", "尼": "ID", "秘": "PE", "智": "CL", "亜": "AR", "埃": "EG",
}  # fmt: skip
_TWO = lazy(
    r"(?<![一-龠])(日)([墺蘭葡西印比越泰加伯墨土希白丁波洪尼秘智亜埃])(?=両国|関係|首脳|修好|国交|通商|友好|外交|交流|共同|貿易|経済|協定|条約)"
    r"|(?<![一-龠])([日米英仏独伊露中韓豪])([日米英仏独伊露中韓豪])"
    r"(?=修好|国交|友好|通商|外交|交流|共同|両|関係|首脳|貿易|間|会談|同盟|戦争|協定|条約|経済|の|が|は)"
)
"""Two countries by one character each: 英仏両国."""
_OTHERS = (
    *(
        f"{of}[ -]Americans?"
        for of in ["South", "Latin", "North", "Central", "Native", "African", "Asian"]
    ),
    "Indian Ocean",
)
"""Names in English that hold the name of a country and are none."""
_WORD_START = lazy(r"(?<!\w)[^\W\d_a-z]")
_FIRST = lazy(r"(?:\(\?<?[!=](?:[^()]|\([^()]*\))*\))*(?:\(\?:)?(.)")
_KATAKANA = lazy(r"[ァ-ヺー]")
_NOTE = lazy(r" \(.*\)| - .*| SAR .*")
_SHORTEST_STEM = 5
_SHARED_STEMS = frozenset(
    {
        "Austr",
        "Niger",
        "Domin",
        "Guine",
        "Mauri",
        "Slove",
        "Slova",
        "Liber",
        "Maced",
        "Monte",
        "Equat",
    }
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country, continent or language by CLDR's code."""

    code: str
    name: str
    """CLDR's English name."""
    ja_also: re.Pattern[str]
    """All that in the Japanese may stand behind its English."""
    en: re.Pattern[str]
    """What in the English may stand for it."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """All countries, and what finds their names in a text."""

    countries: dict[str, Country]
    starts: re.Pattern[str]
    """Where a Japanese name may begin."""
    by_start: dict[str, re.Pattern[str]]
    """The names that begin with a character; group `cXX` is the country XX."""
    english: dict[str, re.Pattern[str]]
    """The English names that begin with a letter, the longest first; groups as above."""

    def in_japanese(self, ja: str) -> dict[str, Span]:
        """The first place of each country that `ja` names, by code."""
        found: dict[str, Span] = {}
        for start in self.starts.finditer(ja):
            match = self.by_start[start[0]].match(ja, start.start())
            if match:
                found.setdefault((match.lastgroup or "")[1:], Span(*match.span()))
        for match in _TWO.finditer(ja):
            for group in (1, 2, 3, 4):
                if match[group]:
                    found.setdefault(_ABBREVIATED[match[group]], Span(*match.span(group)))
        return found

    def count(self, ja: str, code: str) -> int:
        """How many times `ja` names a country."""
        starts = (self.by_start[m[0]].match(ja, m.start()) for m in self.starts.finditer(ja))
        return sum(match is not None and match.lastgroup == f"c{code}" for match in starts)

    def in_english(self, en: str) -> Iterator[tuple[Country, Span]]:
        """Each country that `en` names, at each place."""
        end = 0
        for start in _WORD_START.finditer(en):
            at = start.start()
            names = self.english.get(en[at]) if at >= end else None
            if names and (match := names.match(en, at)):
                end = match.end()
                if match.lastgroup:
                    yield self.countries[match.lastgroup[1:]], Span(*match.span())


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """All countries: read when a text first asks for one, in a few tenths of a second."""
    from babel import Locale

    ja, en = Locale("ja"), Locale("en")
    known = {code: more for code, *more in rows("countries")}
    found = _Forms({})
    places, in_english = _named(ja.territories), _named(en.territories)
    for code, name in places.items():
        if code in _CONTINENTS or code.isalpha():
            found.add(code, name, in_english[code], *known.pop(code, ()))
    languages, in_english = _named(ja.languages), _named(en.languages)
    for code, more in known.items():
        found.add(code, languages[code], in_english[code], *more)
    for code, name in languages.items():
        shown = in_english.get(code, "")
        if len(code) == 2 and code not in known and not found.names(shown):
            found.add(code, name, shown)
    return found.atlas()


def _named(names: Mapping[Any, Any]) -> dict[str, str]:
    """Names of CLDR by code, as plain strings."""
    return {str(code): str(name) for code, name in names.items()}


class _Forms:
    """The names of countries while an atlas is made of them."""

    def __init__(self, countries: dict[str, Country]) -> None:
        self.countries = countries
        self._ja: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._en: list[tuple[int, str, str]] = []
        self._by_letter: dict[str, list[str]] = defaultdict(list)

    def add(
        self,
        code: str,
        ja: str,
        en: str,
        forms: str = "",
        ja_also: str = "",
        more: str = "",
        en_also: str = "",
    ) -> None:
        """One country by its names of CLDR and what the table adds."""
        name, said = _NOTE.sub("", en), forms or re.escape(_NOTE.sub("", ja))
        spoken = "|".join(
            filter(None, (" (?:&|and) ".join(map(re.escape, name.split(" & "))), more))
        )
        for first, names in _by_first(said).items():
            self._ja[first][code] += map(_bounded, names)
        self._en.append((len(name), code, spoken))
        stem = (
            ""
            if " " in name or len(name) < _SHORTEST_STEM or name[:_SHORTEST_STEM] in _SHARED_STEMS
            else rf"{re.escape(name[:_SHORTEST_STEM])}\w*"
        )
        loosely = lazy("|".join(filter(None, (said, ja_also))))
        in_english = "|".join(filter(None, (spoken, stem, en_also)))
        self.countries[code] = Country(code, name, loosely, _whole(in_english))
        for first in _by_first(in_english):
            self._by_letter[first].append(code)

    def names(self, en: str) -> bool:
        """Whether a country is called so in English."""
        codes = self._by_letter.get(en[:1], ())
        return any(self.countries[code].en.fullmatch(en) for code in codes)

    def atlas(self) -> Atlas:
        """What finds the names added so far."""
        katakana = "".join(first for first in self._ja if _KATAKANA.match(first))
        others = "".join(first for first in self._ja if not _KATAKANA.match(first))
        english: dict[str, list[str]] = defaultdict(list)
        for name in _OTHERS:
            english[name[0]].append(name)
        for _, code, spoken in sorted(self._en, reverse=True):
            for first, forms in _by_first(spoken).items():
                english[first].append(f"(?P<c{code}>{'|'.join(forms)})")
        return Atlas(
            self.countries,
            lazy(rf"(?<![ァ-ヺー])[{katakana}]|[{others}]"),
            {first: _longest(forms) for first, forms in self._ja.items()},
            {first: _whole("|".join(names)) for first, names in english.items()},
        )


def _by_first(pattern: str) -> dict[str, list[str]]:
    """The alternatives of a pattern by the character that they begin with, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in alternatives(pattern):
        first = _FIRST.match(form)
        if first and form != "(?!)":
            found[first[1]].append(form)
    return found


def _longest(forms: dict[str, list[str]]) -> re.Pattern[str]:
    """One pattern for names that begin alike, the longest first."""
    groups = ((max(map(len, each)), f"(?P<c{c}>{'|'.join(each)})") for c, each in forms.items())
    return lazy("|".join(group for _, group in sorted(groups, reverse=True)))


def _bounded(form: str) -> str:
    """A katakana name is no part of a longer katakana word."""
    return rf"(?:{form})(?![ァ-ヺー])" if _KATAKANA.search(form) else form


def _whole(forms: str) -> re.Pattern[str]:
    """Whole words; capitals count: a turkey is no country."""
    return lazy(rf"(?<!\w)(?:{forms})(?!\w)")
