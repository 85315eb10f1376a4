"""Below zero, a loss, give or take: `num.sign`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import axis
from alignbench.checks.value_checks import said
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.units import FAHRENHEIT
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.messages import t

_SIGNS = ("極", *"-−－▲△±＋+", "マイナス", "プラス", "零下", "氷点下", "負の", "inus", "egative")
"""Without any of these no number has a sign."""
_SIGNED = lazy(r"[-−－▲△±＋+]\s?[\d０-９]|マイナス|プラス|零下|氷点下|負の")
_JA_SIGN = lazy(
    r"(?:(?P<both>±|\+/-|プラス(?:・|／|/)?マイナス)|(?P<minus>[▲△]|マイナス|零下|氷点下|負の(?:値)?|(?:(?<=^)|(?<=[はがもをでにとのらへ、。:(（「~比りつ\s=＝≧≦<>])|(?<=[温率差度力点高額益値価量数ジス]))(?<!\d\s)-(?=\Z|[¥$€£]))"
    r"|(?P<plus>プラス|(?<=[一-龠ァ-ヶー])\+|(?:(?<=^)|(?<=[はがもをでにとのらへ、。:(（「~比りつ\s]))(?<!\d\s)\+))\s?(?:約|およそ|[¥$€£])?\Z"
)
_EN_SIGN = lazy(
    r"(?:(?P<both>±|\+\s?/\s?-|plus(?:[\s-]+or[\s-]+|/)minus|give or take|within)|(?P<minus>(?<![\w\d])-|minus|negative|▲|△)|(?P<plus>(?<![\w\d])\+|plus|positive))\s?(?:about\s|approximately\s|a\s)?[$€£¥(]?\s?\Z",
    re.I,
)
_COLD = lazy(
    r"\b(?:minus|negative|(?<!or )(?<!and )below(?!\s+\d)|sub-?zero|freezing|degrees of frost|colder than)\b|(?<![\w\d])[-−]\s?\d",
    re.I,
)
_LESS = lazy(
    r"\b(?:minus|negative\w*|below|under|loss\w*|lost|los(?:e|es|ing)|deficits?|red|down\w*|fell|falls?|fallen|falling|drop\w*|decreas\w*|declin\w*|"
    r"lower\w*|less|fewer|contract\w*|shr[aiu]nk\w*|cut\w*|reduc\w*|slump\w*|slip\w*|slid\w*|sank|plung\w*|tumbl\w*|short\w*|worse\w*|weak\w*|write-?(?:off|down)s?|"
    r"retreat\w*|eas(?:ed|ing|es)|dip\w*|outflows?|discount\w*|smaller|subtract\w*|deduct\w*|shed|lag\w*|trail\w*|behind|shrinkage|diminish\w*|dock\w*|penal\w*|off|forfeit\w*|fined?|halv\w*|erod\w*)\b"
    r"|(?<![\w\d])[-−▲△]\s?[$¥€£]?\d|\([\d,.]+\)",
    re.I,
)
_MORE = lazy(
    r"\b(?:plus|positive|profits?|surplus\w*|earn\w*|income|gain\w*|up|rose|rise\w*|risen|rising|grew|grow\w*|increas\w*|climb\w*|higher|more|heavier|above|black|expand\w*|jump\w*|advanc\w*|improv\w*|better|over|premium|higher|ahead|inflows?|strengthen\w*)\b",
    re.I,
)
_ABOVE_ZERO = lazy(r"\babove (?:zero|freezing|sea level)\b", re.I)
_AFTER = lazy(
    r"(?:\s+(?:degrees?|meters?|metres?|feet))?\s+(?P<side>below|above|under)(?:\s+(?:zero|freezing|sea\s+level)\b|[,.;]|\s*\Z)",
    re.I,
)
_CLAUSE = lazy(
    r"[;:]|,(?=\s)|\.(?=\s)|\b(?:against|from|compared|versus|although|while|whereas|but)\b", re.I
)
_EITHER = lazy(
    r"±|\+\s?/?\s?[-−]|\bplus\b.{0,12}\bminus\b|\bgive or take\b|\bwithin\b|\beither (?:way|side|direction)\b|\bmargin\b|\bmore or less\b|\bup or down\b|\bvari\w+",
    re.I,
)
_LOWER_JA = lazy(
    r"[-−－‐―–▲△減下落損赤負欠割安低縮失悪後退引]|マイナス|氷点|零下|少な|落ち|差し引|控除|以前|前|以下"
)
_LOSS_JA = lazy("[減下落損赤負欠低縮失悪]|マイナス")
_POLES = axis(
    "プマ＋－+正負陽陰",
    ("positive", "(?:プラス|＋|\\+)(?:端子|極|側|成長|材料|要因|電荷|方向|評価|に働|に転|面|の(?:影響|効果|面|成長|電荷))|正極|陽極|正の(?:数|相関|整数|値)",
     r"\b(?:positiv\w*|plus|favou?r\w*|good|grow\w*|grew|gain\w*|benefi\w*|advantag\w*|boost\w*|expan\w*|help\w*|upside|anode\w*|black|profit\w*|red|up|rose|\+)\b", r"\b(?:positive|plus)\b"),
    ("negative", "(?:マイナス|－|−)(?:端子|極|側|成長|材料|要因|電荷|方向|評価|に働|に転|に沈|面|の(?:影響|効果|面|成長|電荷))|負極|陰極|負の(?:数|相関|整数|影響|遺産)",
     r"\b(?:negativ\w*|minus|adverse\w*|bad|shr[aiu]nk\w*|contract\w*|declin\w*|harm\w*|hurt\w*|disadvantag\w*|drag\w*|recession\w*|cathode\w*|loss\w*|black|red|fell|fall\w*|downside|drawback\w*|detriment\w*|below|ill|unfavou?r\w*)\b", r"\b(?:negative|minus)\b"),
)  # fmt: skip
_WINDOW = 90
_REVISED_TO = lazy(r"\b(?:revis\w+ down(?:ward)?|downgrad\w+|lowered|cut|reduced) to\b", re.I)
"""What a forecast was lowered to, which may be above zero."""


class Sign(PairCheck):
    """A minus stays a minus, ± stays ±."""

    id = "num.sign"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    of_code = True
    explanation = t(
        "▲, △, －, マイナス, 零下 and 氷点下 make a number negative, ± leaves it open. Nothing in "
        "the English says so (minus, below zero, a loss, down), or it says so of a number that is "
        "positive."
    )
    examples = (
        Example(
            "純利益は－120億円だった。",
            "It made a net loss of ¥12 billion.",
            "Net profit was ¥12 billion.",
        ),
        Example("気温は氷点下5度だった。", "It was five below zero.", "It was 5 degrees."),
        Example("誤差は±2%です。", "The error is ±2%.", "The error is +2%."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each number whose sign is another one in the English."""
        if not (pair.en and any(sign in pair.ja or sign in pair.en for sign in _SIGNS)):
            return
        for turn in _POLES.turned(pair.ja, pair.en):
            yield turn.finding(self)
        if not (_SIGNED.search(pair.ja) or _NEGATED.search(pair.en)):
            return
        for ja, en in compared(pair).agreed:
            if ja.kind not in (Kind.NUMBER, Kind.RATIO) or not ja.amount:
                continue
            ours = _sign(pair.ja, ja, _JA_SIGN)
            theirs = _sign(pair.en, en, _EN_SIGN)
            if ours != theirs and self._differs(pair, ja, en, ours, theirs):
                yield self.finding(
                    t("The Japanese says {ours}, the English {theirs}.",
                      ours=_signed(ours, ja), theirs=_signed(theirs, en)),
                    ja=ja.span,
                    en=en.span,
                    ja_value=_signed(ours, ja),
                    en_value=_signed(theirs, en),
                )  # fmt: skip

    @staticmethod
    def _differs(pair: CheckedPair, ja: Value, en: Value, ours: str, theirs: str) -> bool:
        start = max(0, en.span.start - _WINDOW)
        around = pair.en[start : en.span.end + _WINDOW]
        if ours == "±":
            return theirs == "+" or not _EITHER.search(around)
        if ours == "-":
            if theirs == "+" or _ABOVE_ZERO.search(around):
                return True
            cold = bool(_COLD.search(around))
            if ja.noun in ("度", "°C", "℃", "°", "°F"):
                return not cold and en.unit not in FAHRENHEIT
            clause = _clause(pair.en, en)
            turned = bool(_MORE.search(clause)) and not (
                _LESS.search(clause) or _COLD.search(clause)
            )
            said = _EITHER_RESULT.sub(" ", _REVISED_TO.sub(" ", pair.en))
            return turned or (not cold and not _LESS.search(said))
        if ours == "+" and theirs != "-":
            clause = _clause(pair.en, en)
            if _LESS.search(clause) and not _MORE.search(clause) and not _LOSS_JA.search(pair.ja):
                return True
        if theirs == "-":
            if ours == "+" and re.search(
                r"[-−]\s?\Z", pair.en[max(0, en.span.start - 2) : en.span.start]
            ):
                return True
            written = pair.en[max(0, en.span.start - 12) : en.span.start].lower()
            sure = ours == "+" or "minus" in written or "negative" in written or en.unit
            return bool(sure) and not _LOWER_JA.search(pair.ja)
        return False


_NEGATED = lazy(r"(?:^|[\s(])[-−]\d|\bminus\b|\bnegative\b", re.I)


def _sign(text: str, value: Value, pattern: re.Pattern[str]) -> str:
    """The sign before a value: + - ± or nothing."""
    before = value_view(text[max(0, value.span.start - 24) : value.span.start]).text
    if value.text[:1] in "$¥€£" and before.endswith("-"):
        return "-"
    match = pattern.search(before)
    if pattern is _EN_SIGN and not match and (after := _AFTER.match(text, value.span.end)):
        return "+" if after["side"].lower() == "above" else "-"
    return {"both": "±", "minus": "-", "plus": "+"}[match.lastgroup or ""] if match else ""


_EITHER_RESULT = lazy(r"\b(?:profit|gain|income)s?\s?(?:/|and|or|\(|&)\s?(?:loss(?:es)?)\)?", re.I)
"""A heading that says of no number whether it is a loss."""


def _clause(text: str, value: Value) -> str:
    """What stands with a value up to the next comma or “against” on either side."""
    start = value.span.start
    before = _CLAUSE.split(text[max(0, start - _WINDOW) : start])[-1]
    return f"{before} {_CLAUSE.split(text[value.span.end : value.span.end + _WINDOW])[0]}"


def _signed(sign: str, value: Value) -> str:
    return f"{sign.replace('-', '−')}{said(value)}"


CHECKS: tuple[type[Check], ...] = (Sign,)
