"""Points of the compass: north stays north (`lex.compass`)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_KANJI = {"東": "E", "西": "W", "南": "S", "北": "N"}
_NAMES = {"E": "east", "W": "west", "S": "south", "N": "north"}
_SIGNS = lazy("[東西南北]")
_PLAIN_NAME = (
    r"(?:東西|南北|東北|東南|西北)(?=本?線|道路|自動車道|街道)|東京|関東|関西|東海(?!岸)|北海道|北陸|北京|南京|西洋|東洋|西暦|南無|敗北|東大|東証|東芝|西武|東武|東急|南海|広東|山東|河北|河南"
    r"|湖北|湖南|陝西|江西|広西|東宝|東映|北斎|西行|西郷|南朝|北朝(?!鮮)|指南|極東|中東|東欧|北欧|西欧|南欧|北極|南極|西部劇|西瓜|葛西|湖西|安西|加西"
    r"|東郷|東條|東条|北条|西条|南条|東寺|西陣|北上川|北上市|東日本(?:大震災|旅客)|西日本(?:旅客|新聞)|JR[東西]日本|東北(?!東|の風|へ|に[進向]|方|部|側|寄)|西南戦争|南北朝|東山|西山|北山|南蛮"
    r"|[東西南北](?:村|田|川|野|沢|澤|本(?!州|館)|島(?!を|の)|尾|原|園|宮|出|浦|里|畑|崎|條|内|井|森|岡(?!県)|脇|坂|谷|根|郷|成|那|砂|紀|越(?!し))(?![側部])"
)
_NAME = lazy(_PLAIN_NAME)
"""Names and words that have the kanji and name no point of the compass, or need not."""
_SILENT = lazy("東京|東大(?!寺)|北海道|西暦|南無|敗北|指南|関西|関東|北京|南京|北斎|東芝|東証|西瓜")
"""Names that English never says by the point of the compass in them."""
_CERTAIN = lazy(r"[東西南北]+")
_AXIS_ONLY = lazy("東西南北|古今東西|東奔西走|西へ東へ|東へ西へ|南北朝|東西本願寺")
_EN = lazy(
    r"\b(?P<one>north|south|east|west)(?P<joint>[- ]?)(?:(?P<two>east|west|north(?:east|west)|south(?:east|west)|north|south))?"
    r"(?:ern(?:most|ers?)?|erly|erl(?:y|ies)|wards?|bound|most|side|er)?\b|\b(?P<short>NNE|NNW|SSE|SSW|ENE|ESE|WNW|WSW|NE|NW|SE|SW)\b",
    re.I,
)
_WESTERN = lazy("西入|[洋欧米外]|舶来|ヨーロッパ|アメリカ|ウエス|ウェス")
_EASTERN = lazy("東|アジア|イースト|オリエント")
_NORTHERN = lazy("上[るガが]|上ル|朝鮮|ノース|ノーザン|上り|上方|冥")
_SOUTHERN = lazy("下[るガが]|下ル|韓|サウス|サザン|下り|アフリカ|南|オーストラリア|豪")
_LOOSE = (("W", _WESTERN), ("E", _EASTERN), ("N", _NORTHERN), ("S", _SOUTHERN))


_OPPOSITE = {"E": "W", "W": "E", "N": "S", "S": "N"}
_FROM_JA = lazy(r"[東西南北]+(?:の(?:方|ほう|方角|空))?(?:の[^。、]{0,6})?(?:から|より)(?!も)")
_TOWARDS_EN = lazy(r"\b(?:to|towards?|for|heading|bound)\s+(?:the\s+)?\Z", re.I)
_BESIDE_JA = lazy(r"の(?:すぐ|真)?[東西南北]+(?:側|方|沖)?(?:を|に|へ|で|の)")
_ITS_SIDE_EN = lazy(
    r"\b(?:to|on|off)\s+(?:its|their|his|her|my|our|your)\s+(?:immediate\s+|far\s+|left\s+)?\Z",
    re.I,
)
"""The same course seen from its other end: from the northwest, toward the southeast; east of the
island, with the island to its west.
"""


class Direction(NamedTuple):
    """A place in the English that names points of the compass, by their first letters."""

    letters: str
    span: Span


class Compass(PairCheck):
    """North stays north, and northwest northwest."""

    id = "lex.compass"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The English names a point of the compass that the Japanese does not have, and misses one "
        "that it has. 北西 is north and west; names with these kanji (関西, 北海道) need not be said."
    )
    examples = (
        Example("北口で待つ。", "I'll wait at the north exit.", "I'll wait at the south exit."),
        Example(
            "台風は北北西に進む。",
            "The typhoon is moving north-northwest.",
            "The typhoon is moving north-northeast.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """One point too many in the English, and one too few."""
        if not pair.en or not _SIGNS.search(pair.ja):
            return
        said = list(directions(pair.en))
        if found := _other_wind(pair.ja, said):
            match, place = found
            yield self.finding(
                t("{ja} is “{ours}”; the English says “{theirs}”.", ja=match[0],
                  ours="-".join(_NAMES[_KANJI[kanji]] for kanji in match[0]),
                  theirs=pair.en[place.span.start : place.span.end]),
                ja=Span(*match.span()),
                en=place.span,
                ja_value=match[0],
                en_value=pair.en[place.span.start : place.span.end],
            )  # fmt: skip
            return
        theirs = Counter(letter for each in said for letter in each.letters)
        if not theirs:
            return
        plain = _AXIS_ONLY.sub(" ", _NAME.sub(lambda match: "・" * len(match[0]), pair.ja))
        ours = Counter(_KANJI[kanji] for kanji in plain if kanji in _KANJI)
        may_be = {_KANJI[kanji] for kanji in _SILENT.sub("", pair.ja) if kanji in _KANJI}
        may_be |= {letter for letter, signs in _LOOSE if signs.search(pair.ja)}
        lost = [letter for letter in ours if theirs[letter] < ours[letter]]
        added = [letter for letter in theirs if letter not in may_be]
        if not (lost and added):
            return
        place = next(each for each in said if added[0] in each.letters)
        if _OPPOSITE[added[0]] in lost and _from_the_other_end(pair, place):
            return
        kanji = next(k for k, letter in _KANJI.items() if letter == lost[0])
        match = next(m for m in _CERTAIN.finditer(plain) if kanji in m[0])
        yield self.finding(
            t("{ja} is “{ours}”; the English says “{theirs}”.", ja=match[0],
              ours=_NAMES[lost[0]], theirs=pair.en[place.span.start : place.span.end]),
            ja=Span(*match.span()),
            en=place.span,
            ja_value=_NAMES[lost[0]],
            en_value=_NAMES[added[0]],
        )  # fmt: skip


_WIND = lazy("(?<![東西南北])[東西南北]{3}(?![東西南北])")


def _other_wind(ja: str, said: list[Direction]) -> tuple[re.Match[str], Direction] | None:
    """One of the sixteen points (南南西) that is none of those that the English names so finely."""
    ours = ["".join(_KANJI[kanji] for kanji in match[0]) for match in _WIND.finditer(ja)]
    match = _WIND.search(ja)
    fine = [each for each in said if len(each.letters) == len(match[0])] if match else []
    strange = [each for each in fine if each.letters not in ours]
    return (match, strange[0]) if match and strange and len(fine) == len(ours) else None


def _from_the_other_end(pair: CheckedPair, place: Direction) -> bool:
    """Whether the English tells the same course from where it leads, or the same place by another."""
    before = pair.en[max(0, place.span.start - 24) : place.span.start]
    led = _FROM_JA.search(pair.ja) and _TOWARDS_EN.search(before)
    return bool(led or (_BESIDE_JA.search(pair.ja) and _ITS_SIDE_EN.search(before)))


def directions(en: str) -> Iterator[Direction]:
    """The points of the compass that `en` names, in order."""
    for match in _EN.finditer(en):
        span = Span(*match.span())
        if match["short"]:
            if match["short"].isupper():
                yield Direction(match["short"], span)
            continue
        words = re.findall("north|south|east|west", f"{match['one']}{match['two'] or ''}".lower())
        yield Direction("".join(word[0].upper() for word in words), span)


CHECKS: tuple[type[Check], ...] = (Compass,)
