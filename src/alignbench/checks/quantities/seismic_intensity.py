"""The Japanese scale of shaking, with its halves: `num.intensity`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.law.provisions import whole
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.values.folded_text import value_view
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_JA = lazy(
    r"震度(?:は|が)?\s?[0-9０-９一二三四五六七](?P<half>強|弱)?|(?<=震度は)\s?[56５６五六](?P<bare>強|弱)"
)
_STRONG = r"upper|strong(?:er)?|high(?:er)?|plus"
_WEAK = r"lower|weak(?:er)?|low|minus"
_DEGREE = r"(?:[5-6]|five|six)"
_EN = {
    "強": lazy(rf"\b(?:{_STRONG})[\s-]+(?:level\s|scale\s)?{_DEGREE}\b|\b{_DEGREE}[\s-]+\(?(?:{_STRONG})\b|\b[56]\s?\+", re.I),
    "弱": lazy(rf"\b(?:{_WEAK})[\s-]+(?:level\s|scale\s)?{_DEGREE}\b|\b{_DEGREE}[\s-]+\(?(?:{_WEAK})\b|\b[56]\s?[-−–](?![\d\w])", re.I),
}  # fmt: skip
_MAGNITUDE = lazy(
    r"\bmagnitudes?\b(?:\s(?:of|was|is)\b)?\s?(?P<n>[\d.]+)?|\bM(?P<m>\d(?:\.\d)?)\b", re.I
)
_MAGNITUDE_JA = lazy(r"マグニチュード|(?<![A-ZＡ-Ｚa-z])[MＭ]\s?[3-9３-９][.．][\d０-９]")
_INTENSITY_EN = lazy(r"\bintensity\s+(?:of\s+)?\d", re.I)
_HALF_ALONE = lazy(
    r"(?<![\d０-９.])[56５６][弱強](?:以上)?(?:の(?:揺れ|地震)|を(?:観測|記録)|だった|でした)"
)
_SCALE = lazy(r"\bintensit\w+|\bshindo\b|\bscale\b|\blevel\b|\bJMA\b", re.I)


class SeismicIntensity(PairCheck):
    """震度 is how strongly the ground shook; 5 and 6 have an upper and a lower half."""

    id = "num.intensity"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "震度5強 is upper 5, 5弱 lower 5 on the Japanese scale. The English has the other half, or "
        "makes the intensity a magnitude, which is the strength of the quake itself."
    )
    examples = (
        Example("震度6強を観測した。", "An upper 6 was recorded.", "A lower 6 was recorded."),
        Example(
            "震度4を記録した。",
            "It measured 4 on the Japanese scale.",
            "It had a magnitude of 4.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for an intensity that became another half, or a magnitude."""
        if not pair.en:
            return
        if "震度" not in pair.ja:
            magnitude, intensity = _MAGNITUDE_JA.search(pair.ja), _INTENSITY_EN.search(pair.en)
            if magnitude and intensity and not _MAGNITUDE.search(pair.en):
                yield self._other(pair, intensity)
            if not _HALF_ALONE.search(pair.ja):
                return
        halves = {match[1] for match in re.finditer(r"[5-6５６五六]\s?(強|弱)", pair.ja)}
        if len(halves) == 1:
            (half,) = halves
            other = _EN["弱" if half == "強" else "強"].search(pair.en)
            if other and not _EN[half].search(pair.en):
                yield self._other(pair, other)
                return
        if told := _strength_as_intensity(pair):
            yield self._other(pair, told)
            return
        if exchanged := _exchanged(pair):
            yield self._other(pair, exchanged)
            return
        magnitude = _MAGNITUDE.search(pair.en)
        if (
            magnitude
            and "マグニチュード" not in pair.ja
            and not re.search(r"[MＭ]\s?[\d０-９]", pair.ja)
        ):
            yield self._other(pair, magnitude)

    def _other(self, pair: CheckedPair, en: re.Match[str]) -> Finding:
        ja = _JA.search(pair.ja)
        written = ja[0] if ja else "震度"
        return self.finding(
            t("{ja} is not “{en}”.", ja=written, en=en[0].strip()),
            ja=Span(*ja.span()) if ja else None,
            en=Span(*en.span()),
            ja_value=written,
            en_value=en[0].strip(),
        )


_STRENGTH_JA = lazy(
    r"(?:マグニチュード(?:は|が|で)?|(?<![A-ZＡ-Ｚa-z])[MＭ])\s?(?P<n>[\d０-９]+[.．][\d０-９]+)"
)
_DEGREE_EN = lazy(r"\bintensity\s+(?:of\s+)?(?P<n>\d\.\d)", re.I)


def _strength_as_intensity(pair: CheckedPair) -> re.Match[str] | None:
    """Where the magnitude of the Japanese is the intensity of the English."""
    ours, theirs = _STRENGTH_JA.search(pair.ja), _DEGREE_EN.search(pair.en)
    same = ours and theirs and value_view(ours["n"]).text == theirs["n"]
    return theirs if same else None


_COUNTED_JA = lazy(
    r"(?P<n>[1-7１-７一二三四五六七])[強弱]?(?:を|が|は)\s?(?P<times>[\d０-９一二三四五六七八九十]{1,3})\s?回"
)
_WORDS = {
    "once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNTED_EN = lazy(
    rf"\b(?P<times>\d{{1,2}}|{'|'.join(_WORDS)})(?:\s+\w+){{0,2}}?\s+(?:of|at|with|measuring|registering)\s+(?:an?\s+)?(?:intensity\s+|level\s+)?(?P<n>[1-7])\b",
    re.I,
)


def _exchanged(pair: CheckedPair) -> re.Match[str] | None:
    """Where 震度四を一回 became one time four of another intensity: the count and the degree changed."""
    ours = {(whole(m["n"]), whole(m["times"])) for m in _COUNTED_JA.finditer(pair.ja)}
    if len(ours) < 2:
        return None
    for match in _COUNTED_EN.finditer(pair.en):
        said = match["times"].lower()
        times = int(said) if said.isdigit() else _WORDS[said]
        if (int(match["n"]), times) not in ours and times <= 10:
            return match
    return None


CHECKS: tuple[type[Check], ...] = (SeismicIntensity,)
