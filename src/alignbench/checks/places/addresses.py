"""Numbers whose place matters: streets, floors, telephone ranges — `num.address`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.law.provisions import whole
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.places.municipalities import other_municipality
from alignbench.checks.values.folded_text import value_view
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_N = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_BLOCK = lazy(
    rf"(?P<a>{_N})丁目\s?(?:(?P<b>{_N})\s?(?:番地?|-|の)\s?(?:(?:の\s?)?(?P<c>{_N})(?:号(?!室|館|棟|車))?)?)?"
    rf"|(?<![\d-])(?P<x>\d{{1,3}})-(?P<y>\d{{1,3}})(?:-(?P<z>\d{{1,4}}))?(?![\d-])"
)
_GRID = lazy(
    rf"(?P<d1>[東西南北])\s?(?P<n1>{_N})条\s?(?P<d2>[東西南北])?\s?(?P<n2>{_N})\s?(?:丁目|-)"
)
_SEQUENCE = lazy(r"(?<![\d-])\d{1,4}(?:-\d{1,4}){1,3}(?![\d-])")
_CHOME = lazy(
    r"(?<![\d-])(\d{1,2})[\s-]?ch[oō]u?me\b|\b(first|second|third|fourth|fifth)\s+ch[oō]me|\bblock\s+(\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\b",
    re.I,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5} | {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_BASEMENT = lazy(rf"地下\s?(?P<n>{_N})?\s?階|(?<![A-Za-z])B(?P<b>\d)F?階?")
_BELOW = lazy(
    r"\bbasement|\bunderground|\bB\s?-?\d|\bbelow\s+(?:ground|street)|\blower\s+(?:level|floor|ground)|\bsub-?level|\bcellar|\bsubterranean|\bbelow\b|\bLL?\d\b",
    re.I,
)
_FLOOR = lazy(
    r"\b(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|ground)[\s-]+floor|\d{1,2}F|floors?\s\d{1,2})\b",
    re.I,
)
_WARDS = {
    "東": "higashi", "西": "nishi", "南": "minami", "北": "kita", "中央": "chuo", "中": "naka", "港": "minato",
    "緑": "midori", "城東": "joto", "城南": "jonan", "旭": "asahi", "大正": "taisho", "昭和": "showa", "栄": "sakae",
}  # fmt: skip
_WARD_JA = lazy(
    f"(?<![一-龠])(?:[一-龠]{{1,4}}[市都])?({'|'.join(sorted(_WARDS, key=len, reverse=True))})区(?![間別画分域切])"
)
_WARD_EN = lazy(
    r"\b(higashi|nishi|minami|kita|ch[uū]ou?|chūō|naka|minato|midori|j[oō]t[oō]|j[oō]nan|asahi|taish[oō]|sh[oō]wa|sakae)(?:[- ]ku\b| ward\b)",
    re.I,
)
_SIDES = {
    "東": "east|higashi|e",
    "西": "west|nishi|w",
    "南": "south|minami|s",
    "北": "north|kita|n",
}


class Address(PairCheck):
    """The numbers of an address keep their order, and a basement stays below."""

    id = "num.address"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "四丁目5番6号 is 4-5-6: block, lot and house stand in this order. 北3条西6丁目 is North 3, "
        "West 6; 地下2階 is the second floor below the ground."
    )
    examples = (
        Example("銀座四丁目5番6号", "4-5-6 Ginza", "4-6-5 Ginza"),
        Example("売り場は地下2階です。", "It is on the second basement floor.",
                "It is on the second floor."),
    )  # fmt: skip

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each address whose numbers changed places."""
        if not pair.en:
            return
        if "丁目" in pair.ja or "-" in pair.en:
            yield from self._blocks(pair)
        wards = list(self._wards(pair)) if "区" in pair.ja else []
        yield from wards
        if not wards and (found := other_municipality(pair)):
            ja, en, right, word = found
            yield self.finding(
                t("The Japanese address is {ja}, the English {en}.", ja=right, en=word),
                ja=ja,
                en=en,
                ja_value=right,
                en_value=word,
            )
        if "条" in pair.ja and "丁目" in pair.ja:
            yield from self._grids(pair)
        if "地下" in pair.ja:
            yield from self._basements(pair)

    def _blocks(self, pair: CheckedPair) -> Iterator[Finding]:
        view, english = value_view(pair.ja), value_view(pair.en).text
        if _GRID.search(view.text):
            return
        yield from self._chome(pair)
        said = _english_orders(english)
        if not said:
            return
        for match in _BLOCK.finditer(view.text):
            groups = [g for g in (match.group(*"abc") if match["a"] else match.group(*"xyz")) if g]
            ours = tuple(n for n in map(whole, groups) if n is not None)
            if len(ours) < 2 or len(set(ours)) < 2 or ours in said:
                continue
            if any(len(each) > len(ours) and ours == each[: len(ours)] for each in said):
                continue
            turned = [each for each in said if _same_place(each, ours, bool(match["a"]))]
            if turned:
                yield self.finding(
                    t("The Japanese address is {ja}, the English {en}.",
                      ja="-".join(map(str, ours)), en="-".join(map(str, turned[0]))),
                    ja=Span(*view.source_span(*match.span())),
                    ja_value="-".join(map(str, ours)),
                    en_value="-".join(map(str, turned[0])),
                )  # fmt: skip
                return

    def _chome(self, pair: CheckedPair) -> Iterator[Finding]:
        """A chome of the English that is none of the Japanese ones, where no block follows."""
        view = value_view(pair.ja)
        ours = [m for m in _BLOCK.finditer(view.text) if m["a"]]
        theirs = [(_chome(m), m) for m in _CHOME.finditer(pair.en)]
        numbers = {whole(match["a"]) for match in ours}
        strange = [match for n, match in theirs if n not in numbers]
        if ours and strange and not any(match["b"] for match in ours):
            yield self.finding(
                t("The Japanese address is {ja}, the English {en}.",
                  ja=ours[0][0], en=strange[0][0]),
                ja=Span(*view.source_span(*ours[0].span())),
                en=Span(*strange[0].span()),
                ja_value=ours[0][0],
                en_value=strange[0][0],
            )  # fmt: skip

    def _grids(self, pair: CheckedPair) -> Iterator[Finding]:
        view = value_view(pair.ja)
        for match in _GRID.finditer(view.text):
            n1, n2 = whole(match["n1"]), whole(match["n2"])
            if n1 == n2 or not match["d2"]:
                continue
            for side, other in ((match["d1"], n2), (match["d2"], n1)):
                names = _SIDES[side]
                found = re.search(rf"\b(?:{names})[\s.-]?(?P<n>{other})(?!\d)|(?<!\d){other}[\s-]?(?:j[oō]\s)?(?:{names})\b", pair.en, re.I)  # fmt: skip
                right = {match["d1"]: n1, match["d2"]: n2}[side]
                kept = re.search(rf"\b(?:{names})[\s.-]?{right}(?!\d)", pair.en, re.I)
                if found and not kept:
                    yield self.finding(
                        t("{ja} has its numbers exchanged in the English.", ja=match[0]),
                        ja=Span(*view.source_span(*match.span())),
                        en=Span(*found.span()),
                        ja_value=match[0],
                        en_value=found[0],
                    )
                    return

    def _wards(self, pair: CheckedPair) -> Iterator[Finding]:
        """東区 is Higashi Ward: another one that the Japanese does not name stands in its place."""
        ours = {_WARDS[match[1]]: match for match in _WARD_JA.finditer(pair.ja)}
        theirs = {
            match[1].lower().replace("ō", "o").replace("chuou", "chuo"): match
            for match in _WARD_EN.finditer(pair.en)
        }
        lost = [match for name, match in ours.items() if not re.search(rf"\b{name}", pair.en, re.I)]
        added = [match for name, match in theirs.items() if name not in ours]
        if lost and added:
            yield self.finding(
                t("The Japanese address is {ja}, the English {en}.", ja=lost[0][0], en=added[0][0]),
                ja=Span(*lost[0].span()),
                en=Span(*added[0].span()),
                ja_value=lost[0][0],
                en_value=added[0][0],
            )

    def _basements(self, pair: CheckedPair) -> Iterator[Finding]:
        below, floor = _BASEMENT.search(pair.ja), _FLOOR.search(pair.en)
        if below and floor and not _BELOW.search(pair.en):
            yield self.finding(
                t("{ja} is below the ground; the English says “{en}”.", ja=below[0], en=floor[0]),
                ja=Span(*below.span()),
                en=Span(*floor.span()),
                ja_value=below[0],
                en_value=floor[0],
            )


def _chome(match: re.Match[str]) -> int:
    written = (match[1] or match[2] or match[3]).lower()
    return int(written) if written.isdigit() else _ORDINALS[written]


def _english_orders(en: str) -> list[tuple[int, ...]]:
    """Numbers joined by hyphens, with a chome beside them in front."""
    found = [tuple(int(n) for n in match[0].split("-")) for match in _SEQUENCE.finditer(en)]
    for match in _CHOME.finditer(en):
        chome = _chome(match)
        found += [(chome, *each) for each in list(found) if len(each) < 3]
    return found


def _same_place(theirs: tuple[int, ...], ours: tuple[int, ...], named: bool) -> bool:
    """Whether English numbers are those of an address, in another order or with one changed."""
    if sorted(theirs) == sorted(ours):
        return theirs != ours
    changed = sum(a != b for a, b in zip(theirs, ours, strict=False))
    return named and len(theirs) == len(ours) == 3 and changed <= 2


CHECKS: tuple[type[Check], ...] = (Address,)
