"""Numbers, ratios and labels in a Japanese text, with the counters and units they stand with."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.ja_counted import measured
from alignbench.checks.values.ja_with_marks import LABELS, MARKED
from alignbench.checks.values.kanji import DIGITS, LARGE, RUN, SMALL, numeral, numerals, weight_of
from alignbench.checks.values.rule_scanner import Add, Rule, consumed, value_of
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

_RUN = lazy(RUN)
_MEASURE = (
    "パーセント|%|割|度|メートル|キロ|センチ|ミリ|ヘクタール|アール|平方|立方|倍|点|秒|トン|リットル|グラム|ポイント|マイル|フィート|インチ|ヤード|"
    "[かカヶヵ]月|畳|ノット|ボルト|ワット|アンペア|ヘルツ|カロリー|気圧|ガロン|エーカー|万|億|兆|ドル|ユーロ|坪|升|合(?![わ-格])|㎡|m|km|kg|cm|mm|ha|kW|V|g|ℓ|L"
)
_DECIMAL = lazy(
    rf"(?<![{''.join(DIGITS)}十百千万億・])(?P<a>[〇零一二三四五六七八九十百千]{{1,7}})・(?P<b>[〇一二三四五六七八九]{{1,4}})(?![十百千])"
    rf"(?={_MEASURE}|歳|才|人|年|日|分|円)|(?<![{''.join(DIGITS)}十百千万億・第])(?P<z>[〇零]|[一二三四五六七八九十]{{1,2}})・(?P<y>[〇一二三四五六七八九]{{1,4}})"
    rf"(?![・{''.join(DIGITS)}十百千])(?=[をにとでのはがも、。へだしほくばよ部倍巻冊章人本個杯枚]|から|まで|以|未満|前後|$)(?!の(?:変|役|乱|日))"
    rf"|(?<![\d・/.-])(?P<c>(?:\d+万)?\d{{1,6}})・(?P<d>\d{{1,4}})(?={_MEASURE}|円(?<=\d\d円))(?![\d・])"
    rf"|(?<![\d・/.-])(?P<h>(?:\d+万)?\d{{3,6}})・(?P<i>\d{{2}})(?![\d・])"
    rf"|(?<=率)(?P<f>\d?)・(?P<g>\d{{2,3}})(?![\d・])"
)
_MAY_BE_DECIMAL = lazy(rf"・[\d{''.join(DIGITS)}]")
_GAUGE = lazy(r"(?:視力|率|係数|指数|比重|倍率|平均|濃度|マグニチュード|度数)(?:は|が|も|:|の)?\Z")
"""What is told in decimals: 視力は一・二."""
_MONTHS = lazy("[かカヶヵ]月")
_SECONDS = lazy(
    r"(?<!\d)(?P<s>\d{1,3}|[一二三四五六七八九十]{1,4})秒(?P<t>\d{1,2}|[〇一二三四五六七八九]{1,2})(?![\d秒分時〇一二三四五六七八九十百千万]|位|回|人)"
)
_POINT = lazy(r"(?<![A-Za-z0-9_.])\.(\d{1,4})(?![\d.A-Za-z])")
_NEXT = lazy(r"(?<!\d)(?P<a>\d{1,3})、(?P<b>\d)(?=[歳才年人日個回か分時週件本枚冊度])")
_KANJI = "".join((*DIGITS, *SMALL, *LARGE))
_NEAR = lazy(
    rf"(?<![{_KANJI}\d第])(?<![{_KANJI}\d][、・])(?P<head>[二三四五六七八九]?[十百千])?(?P<a>[一二三四五六七八])[、・]?(?P<b>[二三四五六七八九])(?P<place>[十百千]?[万億]?)"
    rf"(?![{_KANJI}\d]|[、・][{_KANJI}\d])(?!郎|月|条|角|枚目|丁目|番|号|章|節|項|級|等|世|塁|者|男|女|子|軍|線|次|流|重|弦)"
)
_POSITIONAL = lazy(
    "〇[一二三四五六七八九]|[一二三四五六七八九]〇|[三四五六七八九][一二]|[一二三四五六七八九]([一二三四五六七八九])\\1|[一二]九[一二三四五六七八九〇]"
)
"""Where kanji are set like digits: 二三 may be 23 there."""
_NEAR_GROUP = 100_000
"""Added to where a pair of near numbers stands, for the number of their group."""


@cache
def _rules() -> tuple[Rule, ...]:
    """In the order in which they read."""
    decimals: tuple[Rule, ...] = (
        Rule(_COMMA, _comma, ("コンマ",)), Rule(_DECIMAL, _decimal, "・", _MAY_BE_DECIMAL), Rule(_SECONDS, _seconds, "秒"), Rule(_NEXT, _next, "、"), Rule(_POINT, _point, "."),
    )  # fmt: skip
    counted: tuple[Rule, ...] = (
        Rule(_NEAR, _near, "一二三四五六七八"), *LABELS, Rule(_RUN, _number),
    )  # fmt: skip
    return (*decimals, *MARKED, *counted)


def numbers(text: str, add: Add) -> None:
    """Hands every number, ratio and label of `text` to `add`; dates are blanked out before."""
    consumed(text, _rules(), add)


def _decimal(match: re.Match[str]) -> Iterator[Value]:
    gauged = _GAUGE.search(match.string, max(0, match.start() - 7), match.start())
    if match["z"] and not gauged and not _plain_decimal(match["z"], match["y"]):
        return
    if match["a"] and (_counted_pair(match) or _may_be_near(match)):
        return
    whole = numeral(match["a"] or match["z"] or match["c"] or match["h"] or match["f"] or "0")
    if whole is not None:
        written = match["b"] or match["y"] or match["d"] or match["i"] or match["g"]
        places = "".join(str(DIGITS.get(c, c)) for c in written)
        n = whole + Fraction(int(places), 10 ** len(places))
        scale = LARGE.get(match.string[match.end() : match.end() + 1], 1)
        stop = match.end() + (scale > 1)
        n *= scale
        value = measured(
            match, match.start(), stop, n, match[0], 2 if match["a"] or match["z"] else 3
        )
        value = value.but(weight=max(value.weight, 2))
        if value.noun in ("%", "パーセント"):
            value = value.but(kind=Kind.RATIO, keys=frozenset({("p", n), ("n", n / 100)}))
        elif value.noun == "倍":
            keys = {("x", n), ("n", n), ("p", n * 100), ("p", (n - 1) * 100)}
            value = value.but(kind=Kind.RATIO, keys=frozenset(keys))
        elif value.noun == "ポイント":
            value = value.but(kind=Kind.RATIO, keys=frozenset({("pp", n), ("n", n)}))
        yield value


def _counted_pair(match: re.Match[str]) -> bool:
    """Whether 二・三か月 is two or three months."""
    places, whole = match["b"], match["a"]
    return (
        len(places) == len(whole) == 1
        and DIGITS[places] == DIGITS.get(whole, 10) + 1
        and bool(_MONTHS.match(match.string, match.end()))
    )


_COUNTED = lazy("[歳才人年日分円]")


def _may_be_near(match: re.Match[str]) -> bool:
    """Whether 十二・三歳 may be twelve or thirteen: a numeral and the next, with a plain counter."""
    if not _COUNTED.match(match.string, match.end()):
        return False
    if len(match["b"]) > 1:
        return False
    last = match["a"][-1]
    return match["b"] in DIGITS and (last in SMALL or DIGITS[match["b"]] == DIGITS.get(last, 9) + 1)


_COMMA = lazy(r"コンマ(?P<c>[〇零一二三四五六七八九]{1,3}|\d{1,3})")


def _comma(match: re.Match[str]) -> Iterator[Value]:
    """コンマ三秒: three tenths of a second."""
    places = "".join(str(DIGITS.get(c, c)) for c in match["c"])
    n = Fraction(int(places), 10 ** len(places))
    yield measured(match, match.start(), match.end(), n, match[0], 2)


def _seconds(match: re.Match[str]) -> Iterator[Value]:
    """`9秒8` and 九秒八: 9.8 seconds."""
    whole = numeral(match["s"])
    if whole is not None:
        places = "".join(str(DIGITS.get(c, c)) for c in match["t"])
        n = whole + Fraction(int(places), 10 ** len(places))
        yield value_of(match, Kind.NUMBER, n, {("n", n)}, 2, noun="秒", unit="秒", length=True)


def _plain_decimal(whole: str, places: str) -> bool:
    """Whether kanji with a dot and no unit are a decimal: not two numbers in a row (二・三の例)."""
    if whole in "〇零":
        return True
    return len(places) > 1 or (len(whole) == 1 and DIGITS[places] != DIGITS.get(whole, 10) + 1)


def _point(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(f"0.{match[1]}")
    yield value_of(match, Kind.NUMBER, n, {("n", n), ("p", n * 100)}, 3)


def _next(match: re.Match[str]) -> Iterator[Value]:
    """`62、3歳`: 62 or 63."""
    first, second = Fraction(match["a"]), Fraction(match["b"])
    if second != first % 10 + 1:
        return
    for n, group in ((first, "a"), (first + 1, "b")):
        yield value_of(
            match, Kind.NUMBER, n, {("n", n)}, 2, span=Span(*match.span(group)), text=match[group]
        )


def _near(match: re.Match[str]) -> Iterator[Value]:
    """三四十, 十二、三 and 二、三千: one of two numbers that follow each other."""
    head, place = match["head"], match["place"]
    first, second = DIGITS[match["a"]], DIGITS[match["b"]]
    if second != first + 1 or match.string.startswith("分の", match.end()):
        return
    base = numeral(head) if head else Fraction(0)
    if base is None:
        return
    small = next((SMALL[c] for c in place if c in SMALL), 1)
    large = next((LARGE[c] for c in place if c in LARGE), 1)
    amounts = [(base + digit * small) * large for digit in (first, second)]
    last = measured(match, match.start("b"), match.end(), amounts[1], match[0], 2)
    if not (head or place or last.noun):
        return
    keys: set[Key] = set()
    if not head and _POSITIONAL.search(match.string):
        keys.add(("n", Fraction(first * 10 + second) * small * large))
    for n in amounts:
        yield last.but(
            amount=n, keys=frozenset({("n", n), *keys}), text=match[0], weight=2 if head or place else 1, group=_NEAR_GROUP + match.start(),
            span=Span(match.start(), last.span.end), scaled=False, near=True,
        )  # fmt: skip


def _number(match: re.Match[str]) -> Iterator[Value]:
    for start, end, amount in numerals(match[0]):
        written = match[0][start:end]
        weight = weight_of(written, amount)
        start, end = match.start() + start, match.start() + end
        value = measured(match, start, end, amount, written, weight)
        if len(written) == 2 and not value.noun and set(written) <= DIGITS.keys():
            value = value.but(weight=min(value.weight, 1))
        counted = value.noun or value.ordinal or written[0].isdigit()
        if counted or (len(written) > 1 and amount > 10) or _alone(match.string, start, end):
            yield value


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a kanji numeral without a counter stands free of other kanji."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not ("\u4e00" <= before <= "\u9fff" or "\u4e00" <= after <= "\u9fff" or after == "々")
