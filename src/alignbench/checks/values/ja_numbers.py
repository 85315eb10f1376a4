"""Numbers, ratios and labels in a Japanese text, with the counters and units they stand with."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from alignbench.checks.values.ja_dates import weight_of
from alignbench.checks.values.ja_words import COUNTER, ORDINAL_BEFORE
from alignbench.checks.values.kanji import DIGITS, NUMERALS, RUN, WHOLE_RUN, numeral, numerals
from alignbench.checks.values.model import Key, Kind, Value
from alignbench.checks.values.units import UNITS
from alignbench.domain.text import Span

Add = Callable[[Value], None]
_N = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})"
_TENTHS = re.compile(rf"(?P<w>{_N})割(?:(?P<b>{_N})分)?(?:(?P<r>{_N})厘)?(?![りれっ])(?P<half>半)?")
_PERCENT = re.compile(rf"(?P<n>{WHOLE_RUN})\s?(?P<unit>%|パーセント|ポイント)(?P<point>ポイント)?")
_TIMES = re.compile(rf"(?P<n>{WHOLE_RUN})倍(?P<half>半)?")
_DOUBLE = re.compile(rf"(?<![\d.{NUMERALS}数何])倍(?=[のに増以近])")
_FRACTION = re.compile(rf"(?P<d>{WHOLE_RUN})分の(?P<n>{RUN})")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")
_HALF = re.compile("半(?:分|数|額|減|値|世紀|年|日|月(?!板)|時間|ダース)")
_VAGUE = re.compile(
    rf"(?<![\d{''.join(DIGITS)}])(?P<a>数|何)(?P<p>[十百千万億兆]{{1,2}})|(?P<teen>十数|10数)|(?P<odd>[二三四五六七八九2-9]十数)|"
    r"(?P<few>数)(?=[人名個件回度年日週本冊枚台軒匹頭点社校種分秒](?!学|値|字|列|式))|数(?=か月|ヶ月|カ月|時間|週間|ヶ国|か国)|(?<![\d一二三四五六七八九十])(?P<dozen>ダース)"
)
_CIRCLED = re.compile("[①-⑳㉑-㉟㊱-㊿]")
_BRACKETED = re.compile(r"(?P<open>[(\[])(?P<n>\d{1,2})(?P<close>[)\]])")
_LABEL = re.compile(
    rf"(?P<head>図表?|表|別表|別紙|様式|注|※|第|資料|付録|例|式|問|No\.?\s?|№\s?)\s?(?P<n>{RUN})"
    rf"(?P<tail>号|条|項|章|節|編|款|巻|回|図|表)?"
)
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_RUN = re.compile(RUN)
_MEASURE = "パーセント|%|割|度|メートル|キロ|センチ|倍|点|秒|トン|リットル|ポイント|m|km|kg|cm"
_DECIMAL = re.compile(
    rf"(?<![{''.join(DIGITS)}十百千万億・])(?P<a>[〇零一二三四五六七八九十]{{1,3}})・(?P<b>[〇一二三四五六七八九]{{1,4}})"
    rf"(?={_MEASURE})|(?<![\d・/.-])(?P<c>(?:\d+万)?\d{{1,6}})・(?:(?P<d>\d{{2,4}})|(?P<e>\d)(?={_MEASURE}))(?![\d・])"
)
_POINT = re.compile(r"(?<![A-Za-z0-9_.])\.(\d{1,4})(?![\d.A-Za-z])")
_NEXT = re.compile(r"(?<!\d)(?P<a>\d{1,3})、(?P<b>\d)(?=[歳才年人日個回か])")
_PAIR = re.compile(
    r"(?<![一二三四五六七八九十百千〇\d])(一二|二三|三四|四五|五六|六七|七八|八九)(?=[人日年度回個本枚か十百千軒])"
)
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
    for pattern, handler in (
        (_CIRCLED, _circled), (_BRACKETED, _bracketed), (_FRACTION, _fraction), (_SLASHED, _slashed), (_DECIMAL, _decimal),
        (_NEXT, _next), (_POINT, _point), (_TENTHS, _tenths), (_PERCENT, _percent), (_TIMES, _times), (_DOUBLE, _double), (_VAGUE, _vague), (_HALF, _half),
        (_PAIR, _pair), (_LABEL, _label), (_RUN, _number),
    ):  # fmt: skip
        text = pattern.sub(lambda match, handler=handler: _replaced(match, handler, add), text)  # type: ignore[misc]


def _replaced(
    match: re.Match[str], handler: Callable[[re.Match[str]], Iterator[Value]], add: Add
) -> str:
    found = list(handler(match))
    for value in found:
        add(value)
    return "\x00" * len(match[0]) if found else match[0]


def _of(
    match: re.Match[str], kind: Kind, amount: Fraction, keys: set[Key], weight: int, **more: object
) -> Value:
    span = Span(*match.span())
    return Value(kind, amount, span, match[0], frozenset(keys), weight).but(**more)


def _circled(match: re.Match[str]) -> Iterator[Value]:
    code = ord(match[0])
    first, base = next(
        (first, base) for first, base in ((0x32B1, 36), (0x3251, 21), (0x2460, 1)) if code >= first
    )
    n = Fraction(code - first + base)
    yield _of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 2, noun="①")


def _bracketed(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(match["n"])
    first = match.start() == 0 or match.string[match.start() - 1] in "。、,:；; \n"
    keys: set[Key] = {("l", n)} if first else {("l", n), ("n", n)}
    yield _of(match, Kind.LABEL, n, keys, 1, noun="()")


def _label(match: re.Match[str]) -> Iterator[Value]:
    head, tail = match["head"].strip(), match["tail"] or ""
    n = numeral(match["n"])
    if n is None or n.denominator != 1:
        return
    if head == "第":
        if tail not in ("号", "条", "項", "章", "節", "編", "款", "図", "表"):
            return
    elif (
        tail not in ("", "号")
        or (not match["n"].isascii()
        and head not in ("別表", "注", "図", "表"))
    ):
        return
    after = match.string[match.end() : match.end() + 1]
    if head != "第" and after and after in "人名個件回度年月日時分秒円歳":
        return
    weight = min(weight_of(match["n"], n) if match["n"].isascii() else 2, 3)
    yield _of(match, Kind.LABEL, n, {("l", n), ("n", n)}, max(weight, 1), noun=head + tail)


def _tenths(match: re.Match[str]) -> Iterator[Value]:
    places = ((match["w"], 10), (match["b"], 1), (match["r"], Fraction(1, 10)))
    amount = Fraction(0)
    for written, worth in places:
        if written and (n := numeral(written)) is not None:
            amount += n * worth
    amount += 5 if match["half"] else 0
    keys: set[Key] = {("p", amount), ("n", amount / 100)}
    yield _of(match, Kind.RATIO, amount, keys, 2, noun="割")


def _percent(match: re.Match[str]) -> Iterator[Value]:
    found = list(numerals(match["n"]))
    for start, end, n in found:
        unit = "ポイント" if match["point"] or match["unit"] == "ポイント" else "%"
        keys: set[Key] = {("n", n), ("pp", n)} if unit == "ポイント" else {("p", n), ("n", n / 100)}
        if match["point"]:
            keys = {("pp", n)}
        span = Span(
            match.start() + start, match.end() if end == len(match["n"]) else match.start() + end
        )
        yield _of(match, Kind.RATIO, n, keys, 3, noun=unit, span=span)


def _times(match: re.Match[str]) -> Iterator[Value]:
    n = numeral(match["n"])
    if n is None:
        return
    n += Fraction(1, 2) if match["half"] else 0
    yield _of(
        match, Kind.RATIO, n, {("x", n), ("n", n)}, max(weight_of(match["n"], n), 1), noun="倍"
    )


def _double(match: re.Match[str]) -> Iterator[Value]:
    two = Fraction(2)
    yield _of(match, Kind.RATIO, two, {("x", two), ("n", two)}, 1, noun="倍")


def _fraction(match: re.Match[str]) -> Iterator[Value]:
    below, above = numeral(match["d"]), numeral(match["n"])
    if below and above is not None:
        n = above / below
        keys: set[Key] = {("n", n), ("p", n * 100), ("x", n)}
        yield _of(match, Kind.RATIO, n, keys, 2, noun="分の")


def _slashed(match: re.Match[str]) -> Iterator[Value]:
    if below := Fraction(match[2]):
        n = Fraction(match[1]) / below
        yield _of(match, Kind.RATIO, n, {("n", n), ("p", n * 100), ("x", n)}, 2, noun="/")


def _half(match: re.Match[str]) -> Iterator[Value]:
    half = Fraction(1, 2)
    keys: set[Key] = {("n", half), ("p", Fraction(50)), ("x", half)}
    if match[0] == "半年":
        keys.add(("n", Fraction(6)))
    if match[0] == "半世紀":
        keys.add(("n", Fraction(50)))
    yield _of(match, Kind.RATIO, half, keys, 0, noun=match[0])


def _vague(match: re.Match[str]) -> Iterator[Value]:
    power = Fraction(1)
    for character in match["p"] or "":
        power *= _POWERS[character]
    if match["teen"]:
        power = Fraction(11)
    if match["odd"]:
        power = numeral(match["odd"][:-1]) or Fraction(10)
    if match["dozen"]:
        keys: set[Key] = {("n", Fraction(12)), ("v", Fraction(10))}
        yield _of(match, Kind.VAGUE, Fraction(12), keys, 0, noun="ダース")
        return
    yield _of(match, Kind.VAGUE, power, {("v", power)}, 1, noun=match["a"] or "数")


def _decimal(match: re.Match[str]) -> Iterator[Value]:
    whole = numeral(match["a"] or match["c"])
    if whole is not None:
        places = "".join(str(DIGITS.get(c, c)) for c in match["b"] or match["d"] or match["e"])
        n = whole + Fraction(int(places), 10 ** len(places))
        value = _measured(match, match.start(), match.end(), n, match[0], 3 if match["c"] else 2)
        if value.noun in ("%", "パーセント"):
            value = value.but(kind=Kind.RATIO, keys=frozenset({("p", n), ("n", n / 100)}))
        elif value.noun == "ポイント":
            value = value.but(kind=Kind.RATIO, keys=frozenset({("pp", n), ("n", n)}))
        yield value


def _point(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(f"0.{match[1]}")
    yield _of(match, Kind.NUMBER, n, {("n", n), ("p", n * 100)}, 3)


def _next(match: re.Match[str]) -> Iterator[Value]:
    """`62、3歳`: 62 or 63."""
    first, second = Fraction(match["a"]), Fraction(match["b"])
    if second != first % 10 + 1:
        return
    for n, group in ((first, "a"), (first + 1, "b")):
        yield _of(
            match, Kind.NUMBER, n, {("n", n)}, 2, span=Span(*match.span(group)), text=match[group]
        )


def _pair(match: re.Match[str]) -> Iterator[Value]:
    for at, character in enumerate(match[0]):
        n = Fraction(DIGITS[character])
        span = Span(match.start() + at, match.start() + at + 1)
        yield _of(match, Kind.NUMBER, n, {("n", n)}, 0, span=span, text=character)


def _number(match: re.Match[str]) -> Iterator[Value]:
    for start, end, amount in numerals(match[0]):
        written = match[0][start:end]
        weight = weight_of(written, amount)
        start, end = match.start() + start, match.start() + end
        value = _measured(match, start, end, amount, written, weight)
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
        noun, tail, weight = "", "", min(weight, 1) if noun in _SAFE else 0
    if counter and noun and noun[-1] == "目":
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
    keys: set[Key] = {("n", amount)}
    if tail == "半" and noun in UNITS and UNITS[noun].kind == "time":
        keys = {("n", amount + Fraction(1, 2))}
        amount += Fraction(1, 2)
    elif noun == "世紀":
        ordinal = True
        if not text.startswith(("も", "間", "に", "以上"), counter.end() if counter else end):
            keys.add(("n", (amount - 1) * 100))
    elif noun in ("ダース",):
        keys.add(("n", amount * 12))
    if noun == "年" and not tail and (10 <= amount < 100 or written[0] in "0０"):
        keys |= {("n", 1900 + amount), ("n", 2000 + amount)}
    if text.startswith("ら", start - 1) and noun in ("人", "名"):
        keys.add(("n", amount - 1))
    if more := _SHARED.match(text, end):
        keys |= _as_the_next(amount, more)
    if noun in ("年生", "代目"):
        ordinal = True
    if noun == "ダース":
        keys.add(("n", amount * 12))
    stop = counter.end() if counter and noun else end
    return Value(
        Kind.NUMBER, amount, Span(start, stop), text[start:stop], frozenset(keys), weight,
        noun=noun, unit=noun if noun in UNITS else "", ordinal=ordinal,
        length=tail == "間" or noun in _LENGTHS,
        scaled=any(c in "万億兆京千" for c in written),
    )  # fmt: skip


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


_SAFE = frozenset("人名本枚匹頭台冊回個種つ件羽軒代度点か所")
_GOES_ON = re.compile(r"[\u4e00-\u9fff々]")
_AFTER_COUNTER = frozenset(
    "以未超弱強余近前後間目分程頃内半中当毎約計等全各増減差程度連続程のをはがも第又及並与但上下来位付発着現生"
)


def _inside_a_word(text: str, end: int, noun: str) -> bool:
    """Whether what looked like a counter is the beginning of a word (三条大橋, 五色沼)."""
    after = text[end : end + 1]
    return len(noun) == 1 and bool(_GOES_ON.match(after)) and after not in _AFTER_COUNTER
