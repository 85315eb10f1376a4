"""Numbers, ratios and labels in a Japanese text, with the counters and units they stand with."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.values.eras import MODERN
from alignbench.checks.values.ja_with_marks import LABELS, MARKED
from alignbench.checks.values.ja_words import COUNTER, ORDINAL_BEFORE
from alignbench.checks.values.kanji import DIGITS, LARGE, RUN, SMALL, numeral, numerals, weight_of
from alignbench.checks.values.model import Key, Kind, Value
from alignbench.checks.values.rule_scanner import Add, Rule, consumed, value_of
from alignbench.checks.values.units import CONVERTIBLE, UNITS
from alignbench.domain.text import Span

_RUN = re.compile(RUN)
_MEASURE = (
    "パーセント|%|割|度|メートル|キロ|センチ|ミリ|ヘクタール|アール|平方|立方|倍|点|秒|トン|リットル|グラム|ポイント|マイル|フィート|インチ|ヤード|"
    "[かカヶヵ]月|畳|ノット|ボルト|ワット|アンペア|ヘルツ|カロリー|気圧|ガロン|エーカー|万|億|兆|ドル|ユーロ|坪|升|合(?![わ-格])|㎡|m|km|kg|cm|mm|ha|kW|V|g|ℓ|L"
)
_DECIMAL = re.compile(
    rf"(?<![{''.join(DIGITS)}十百千万億・])(?P<a>[〇零一二三四五六七八九十]{{1,3}})・(?P<b>[〇一二三四五六七八九]{{1,4}})"
    rf"(?={_MEASURE})|(?<![{''.join(DIGITS)}十百千万億・第])(?P<z>[〇零]|[一二三四五六七八九十]{{1,2}})・(?P<y>[〇一二三四五六七八九]{{1,4}})"
    rf"(?![・{''.join(DIGITS)}十百千])(?=[をにとでのはがも、。へだ]|から|まで|以|未満|前後|$)(?!の(?:変|役|乱|日))"
    rf"|(?<![\d・/.-])(?P<c>(?:\d+万)?\d{{1,6}})・(?P<d>\d{{1,4}})(?={_MEASURE}|円(?<=\d\d円))(?![\d・])"
    rf"|(?<![\d・/.-])(?P<h>(?:\d+万)?\d{{3,6}})・(?P<i>\d{{2}})(?![\d・])"
    rf"|(?<=率)(?P<f>\d?)・(?P<g>\d{{2,3}})(?![\d・])"
)
_GAUGE = re.compile(r"(?:視力|率|係数|指数|比重|倍率|平均|濃度|マグニチュード|度数)(?:は|が|も|:|の)?\Z")
"""What is told in decimals: 視力は一・二."""
_MONTHS = re.compile("[かカヶヵ]月")
_SECONDS = re.compile(
    r"(?<!\d)(?P<s>\d{1,3}|[一二三四五六七八九十]{1,4})秒(?P<t>\d{1,2}|[〇一二三四五六七八九]{1,2})(?![\d秒分時〇一二三四五六七八九十百千万]|位|回|人)"
)
_POINT = re.compile(r"(?<![A-Za-z0-9_.])\.(\d{1,4})(?![\d.A-Za-z])")
_NEXT = re.compile(r"(?<!\d)(?P<a>\d{1,3})、(?P<b>\d)(?=[歳才年人日個回か分時週件本枚冊度])")
_KANJI = "".join((*DIGITS, *SMALL, *LARGE))
_NEAR = re.compile(
    rf"(?<![{_KANJI}\d第])(?<![{_KANJI}\d][、・])(?P<head>[二三四五六七八九]?[十百千])?(?P<a>[一二三四五六七八])[、・]?(?P<b>[二三四五六七八九])(?P<place>[十百千]?[万億]?)"
    rf"(?![{_KANJI}\d]|[、・][{_KANJI}\d])(?!郎|月|条|角|枚目|丁目|番|号|章|節|項|級|等|世|塁|者|男|女|子|軍|線|次|流|重|弦)"
)
_POSITIONAL = re.compile("〇[一二三四五六七八九]|[一二三四五六七八九]〇|[三四五六七八九][一二]|[一二三四五六七八九]([一二三四五六七八九])\\1|[一二]九[一二三四五六七八九〇]")
"""Where kanji are set like digits: 二三 may be 23 there."""
_NEAR_GROUP = 100_000
"""Added to where a pair of near numbers stands, for the number of their group."""
_LENGTHS = (
    "間",
    "時間",
    "年間",
    "日間",
    "週間",
    "か月",
    "ヶ月",
    "カ月",
    "ヵ月",
    "箇月",
    "ケ月",
    "か年",
    "ヶ年",
)


def numbers(text: str, add: Add) -> None:
    """Hands every number, ratio and label of `text` to `add`; dates are blanked out before."""
    decimals: tuple[Rule, ...] = (
        Rule(_DECIMAL, _decimal, "・"), Rule(_SECONDS, _seconds, "秒"), Rule(_NEXT, _next, "、"), Rule(_POINT, _point, "."),
    )  # fmt: skip
    counted: tuple[Rule, ...] = (
        Rule(_NEAR, _near, "一二三四五六七八"), *LABELS, Rule(_RUN, _number),
    )  # fmt: skip
    consumed(text, (*decimals, *MARKED, *counted), add)


def _decimal(match: re.Match[str]) -> Iterator[Value]:
    if match["z"] and not _plain_decimal(match["z"], match["y"]):
        if not _GAUGE.search(match.string, max(0, match.start() - 7), match.start()):
            return
    if match["a"] and _counted_pair(match):
        return
    whole = numeral(match["a"] or match["z"] or match["c"] or match["h"] or match["f"] or "0")
    if whole is not None:
        written = match["b"] or match["y"] or match["d"] or match["i"] or match["g"]
        places = "".join(str(DIGITS.get(c, c)) for c in written)
        n = whole + Fraction(int(places), 10 ** len(places))
        scale = LARGE.get(match.string[match.end() : match.end() + 1], 1)
        stop = match.end() + (scale > 1)
        n *= scale
        value = _measured(
            match, match.start(), stop, n, match[0], 2 if match["a"] or match["z"] else 3
        )
        if value.noun in ("%", "パーセント"):
            value = value.but(kind=Kind.RATIO, keys=frozenset({("p", n), ("n", n / 100)}))
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
    last = _measured(match, match.start("b"), match.end(), amounts[1], match[0], 2)
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
        value = _measured(match, start, end, amount, written, weight)
        if len(written) == 2 and not value.noun and set(written) <= DIGITS.keys():
            value = value.but(weight=min(value.weight, 1))
        counted = value.noun or value.ordinal or written[0].isdigit()
        if counted or (len(written) > 1 and amount > 10) or _alone(match.string, start, end):
            yield value


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a kanji numeral without a counter stands free of other kanji."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not ("\u4e00" <= before <= "\u9fff" or "\u4e00" <= after <= "\u9fff" or after == "々")


def _measured(
    match: re.Match[str], start: int, end: int, amount: Fraction, written: str, weight: int
) -> Value:
    """A number with the counter or unit behind it."""
    text = match.string
    counter = COUNTER.match(text, end)
    noun, tail = (counter["noun"], counter["tail"] or "") if counter else ("", "")
    if counter and _inside_a_word(text, counter.end(), noun) and not written[0].isdigit():
        if noun in _SAFE:
            weight = min(weight, 1)
        else:
            noun, tail, weight = "", "", 0
    if counter and len(noun) > 1 and noun[-1] == "目" and noun != "項目":
        noun, tail = noun[:-1], "目"
    ordinal = bool(ORDINAL_BEFORE.search(text, max(0, start - 2), start)) or tail == "目"
    if not written[0].isdigit() and not noun:
        weight = min(
            weight,
            2
            if amount > 99
            else 1
            if ordinal or len(written) > 1 or (counter and counter["noun"] in _SAFE)
            else 0,
        )
    if noun in _MEASURED and amount == 1:
        weight = max(weight, 1)
    keys: set[Key] = {("n", amount)}
    if tail == "半" and noun in UNITS and UNITS[noun].kind in CONVERTIBLE:
        keys = {("n", amount + Fraction(1, 2))}
        amount += Fraction(1, 2)
        weight = max(weight, 3 if written[0].isdigit() else 2)
    elif noun == "世紀":
        ordinal = True
        if not text.startswith(("も", "間", "に", "以上"), counter.end() if counter else end):
            keys.add(("n", (amount - 1) * 100))
    elif noun in ("ダース",):
        keys.add(("n", amount * 12))
    if noun == "年" and not tail and (10 <= amount < 100 or written[0] in "0０"):
        keys |= {("n", 1900 + amount), ("n", 2000 + amount)}
    if noun == "年" and not tail and 2 <= amount < 65:
        keys |= {("n", before + amount) for before in MODERN.values()}
        if _REIGN.search(text, max(0, start - 2), start):
            weight = 1
    if _BY_YEARS.search(text, max(0, start - 6), start):
        keys.add(("n", amount - 1))
    if noun == "分" and amount < 10 and not written[0].isdigit():
        keys.add(("p", amount * 10))
    if noun == "度" and "アルコール" in text:
        keys.add(("p", amount))
    if noun in ("人", "名") and text.startswith(("ら", "含め", "含めて"), max(0, start - 3)):
        keys.add(("n", amount - 1))
    if text.startswith("ら", start - 1) and noun in ("人", "名"):
        keys.add(("n", amount - 1))
    if more := _SHARED.match(text, end):
        keys |= _as_the_next(amount, more)
    if noun in ("年生", "代目"):
        ordinal = True
    keys |= _rhythm(text, counter.end() if counter else end, amount, noun)
    if noun == "ダース":
        keys.add(("n", amount * 12))
    stop = counter.end() if counter and noun else end
    return Value(
        Kind.NUMBER, amount, Span(start, stop), text[start:stop], frozenset(keys), weight,
        noun=noun, unit=_unit(text, start, noun), ordinal=ordinal,
        length=tail == "間" or noun in _LENGTHS or (noun in ("度", "℃", "°C") and bool(_WARMER.match(text, stop))),
        scaled=any(c in "万億兆京千" for c in written),
    )  # fmt: skip


_EVERY = re.compile(r"(?:間)?(?P<how>おき|置き|ごと|毎(?![日週月年])|間隔|に(?:[1１一]))")
_IN_THE_NEXT = {"分": 60, "分間": 60, "秒": 60, "時間": 24, "か月": 12, "ヶ月": 12, "カ月": 12, "ヵ月": 12}


def _rhythm(text: str, end: int, amount: Fraction, noun: str) -> set[Key]:
    """Other readings of what comes round: 15分おき is four an hour, 1日おき every two days."""
    match = _EVERY.match(text, end) if amount else None
    if not match:
        return set()
    more: set[Key] = set()
    if noun in _IN_THE_NEXT and (_IN_THE_NEXT[noun] / amount).denominator == 1 and amount > 1:
        more.add(("n", _IN_THE_NEXT[noun] / amount))
    if match["how"] in ("おき", "置き") and noun in ("日", "年", "か月", "ヶ月", "カ月", "週", "週間", "日間"):
        more.add(("n", amount + 1))
    return more


_WARMTH = re.compile(
    "気温|温度|体温|水温|室温|油温|高熱|熱|摂氏|華氏|℃|猛暑|真夏日|真冬日|暑|冷|暖房|沸点|融点|氷点|零下|オーブン|予熱|寒"
)


_WARMER = re.compile(
    r"(?:ほど|くらい|ぐらい|近く|以上|余り|も|ずつ|だけ|の|[、 ])?(?:高[いくめか]|低[いくめか]|上昇(?!し?続)|下降|低下|上が[るっりら]|下が[るっりら]|上げ|下げ|暖か|温か|涼し|寒[いくか]|暑[いくか]|上回|下回|差|幅|アップ|ダウン)"
)
"""After degrees that are a difference, not a temperature."""


def _unit(text: str, start: int, noun: str) -> str:
    """The unit of a counter; 度 are degrees of heat only where the text speaks of it."""
    if noun == "度":
        if "華氏" in text[max(0, start - 6) : start]:
            return "°F"
        return noun if _WARMTH.search(text) else ""
    return noun if noun in UNITS else ""


_REIGN = re.compile("[皇王帝宗祖]")
_BY_YEARS = re.compile(r"(?:享年|数え年?で?|行年)\s?\Z")
"""Ages counted from one at birth: English may give the usual ones."""
_SHARED = re.compile(
    r"(?:[~\-、・]|から|と)\d[\d.,]*(?P<place>[万億兆])?\s?(?P<unit>%|パーセント|割|月(?!間)|年(?!間))?"
)
_PLACES = {"万": 10**4, "億": 10**8, "兆": 10**12}


def _as_the_next(amount: Fraction, following: re.Match[str]) -> set[Key]:
    """Readings of the 2 in `2～3万人` and of the 70 in `70～90%`."""
    more: set[Key] = set()
    if place := following["place"]:
        more.add(("n", amount * _PLACES[place]))
    if unit := following["unit"]:
        if unit == "月":
            more.add(("m", amount))
        elif unit == "年":
            more |= {("n", 1900 + amount), ("n", 2000 + amount)} if amount < 100 else set()
        else:
            more.add(("p", amount * (10 if unit == "割" else 1)))
    return more


_MEASURED = frozenset("升斗石貫匁坪里尺寸")
"""Old measures of which even a single one has to be told."""
_SAFE = frozenset("人名本枚匹頭台冊回個種つ件羽軒代度点か所升合尺寸坪里銭厘匁貫")
_FOLLOWED = frozenset("日円銭尺寸丈里町間貫升合斗石匁")
"""Counters after which the next smaller one follows: 一円五十銭."""
_GOES_ON = re.compile(r"[\u4e00-\u9fff々]")
_AFTER_COUNTER = frozenset(
    "以未超弱強余正整取樽瓶入袋近前後間目分程頃内半中当毎約計等全各増減差程度連続程のをはがも第又及並与但上下来位付発着現生也"
)


def _inside_a_word(text: str, end: int, noun: str) -> bool:
    """Whether what looked like a counter is the beginning of a word (三条大橋, 五色沼)."""
    after = text[end : end + 1]
    if noun in ("歳", "才") or (noun in _FOLLOWED and (after in DIGITS or after in SMALL)):
        return False
    return len(noun) == 1 and bool(_GOES_ON.match(after)) and after not in _AFTER_COUNTER
