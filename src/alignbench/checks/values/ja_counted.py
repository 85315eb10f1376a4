"""A Japanese number with the counter or unit behind it, and all that the two may mean."""

import re
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.eras import MODERN
from alignbench.checks.values.ja_words import COUNTER, ORDINAL_BEFORE
from alignbench.checks.values.kanji import DIGITS, SMALL
from alignbench.checks.values.units import CONVERTIBLE, UNITS
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

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


def measured(
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
    if tail == "目" and noun in _WEIGHTS:
        tail = ""
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
    elif noun == "世紀" and tail == "半":
        amount += Fraction(1, 2)
        keys = {("n", amount), ("n", amount * 100)}
        weight = max(weight, 2)
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
    if noun == "分" and amount < 10 and _INTEREST.search(text, max(0, start - 4), start):
        keys = {("p", amount), ("n", amount / 100), ("n", amount)}
    elif noun == "分" and amount < 10 and not written[0].isdigit():
        keys.add(("p", amount * 10))
    if noun == "度" and _PROOF.search(text):
        keys.add(("p", amount))
    if noun in ("人", "名") and (
        _WITH_ONESELF.search(text, max(0, start - 14), start)
        or text.startswith(("兄弟", "姉妹", "きょうだい"), counter.end() if counter else end)
    ):
        keys.add(("n", amount - 1))
    if noun == "人" and _FAMILY.search(text, max(0, start - 8), start):
        keys |= {("n", amount - 1), ("n", amount - 2)}
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
        length=tail == "間" or noun in _LENGTHS or (noun in ("度", "℃", "°C") and _is_a_difference(text, start, stop)),
        scaled=any(c in "万億兆京千" for c in written),
        below_zero=noun in ("度", "℃", "°C") and bool(_BELOW_ZERO.search(text, max(0, start - 5), start)),
    )  # fmt: skip


_WEIGHTS = frozenset("貫匁斤")
"""Weights that 目 follows without making them ordinals: 四貫目."""
_EVERY = lazy(r"(?:間)?(?P<how>おき|置き|ごと|毎(?![日週月年])|間隔|に(?:[1１一]))")
_IN_THE_NEXT = {
    "分": 60,
    "分間": 60,
    "秒": 60,
    "時間": 24,
    "か月": 12,
    "ヶ月": 12,
    "カ月": 12,
    "ヵ月": 12,
}


def _rhythm(text: str, end: int, amount: Fraction, noun: str) -> set[Key]:
    """Other readings of what comes round: 15分おき is four an hour, 1日おき every two days."""
    match = _EVERY.match(text, end) if amount else None
    if not match:
        return set()
    more: set[Key] = set()
    if noun in _IN_THE_NEXT and (_IN_THE_NEXT[noun] / amount).denominator == 1 and amount > 1:
        more.add(("n", _IN_THE_NEXT[noun] / amount))
    if match["how"] in ("おき", "置き") and noun in (
        "日",
        "年",
        "か月",
        "ヶ月",
        "カ月",
        "週",
        "週間",
        "日間",
    ):
        more.add(("n", amount + 1))
    return more


_WARMTH = lazy(
    "気温|温度|平年|平熱|凍[るらりれろっ]|氷|溶け|解け|雪|マイナス[0-9一二三四五六七八九十百]+度|液体窒素|絶対零度|体温|水温|室温|油温|高熱|熱|摂氏|華氏|℃|猛暑|真夏日|真冬日|暑|冷|暖房|沸点|融点|氷点|零下|オーブン|予熱|寒|湯|茶|煮|焼[くきい]|蒸[しす]|炊[きく]|発酵|解凍|沸|低温|高温"
)


_BETWEEN = lazy(r"差(?:は|が|も)?[^。、]{0,6}\Z")


def _is_a_difference(text: str, start: int, stop: int) -> bool:
    """Whether degrees tell how far two temperatures lie apart."""
    return bool(_WARMER.match(text, stop) or _BETWEEN.search(text, max(0, start - 10), start))


_BELOW_ZERO = lazy(r"(?:氷点下|零下|マイナス|[-▲△])(?:約|およそ)?\s?\Z")
_WARMER = lazy(
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


_FAMILY = lazy(r"(?:母子|父子|親子|夫婦|[父母]娘|[父母]と(?:息子|娘|子)|家族|兄弟|姉妹|一家)\Z")
"""Who are counted together, so that English may count the children alone: 母子五人."""
_WITH_ONESELF = lazy(
    r"(?:[一-龠ァ-ヶー]{1,6}|私|わたし|僕|俺|自分|本人|当人|彼女?|[父母兄姉弟妹]|本書|当社|ここ)(?:自身)?(?:も|を|まで)(?:入れ|含め|加え|数え)(?:て|た|ると)?の?、?\Z"
)
"""私を入れて四人: English may count the three others."""
_PROOF = lazy("アルコール|度数|ウイスキー|ウィスキー|焼酎|ウォッカ|泡盛|蒸留酒")
_INTEREST = lazy("(?:年|月|年率|年利|利率|利息)\\Z")
"""年五分: five per cent a year."""
_REIGN = lazy("[皇王帝宗祖]")
_BY_YEARS = lazy(r"(?:享年|数え年?で?|行年)\s?\Z")
"""Ages counted from one at birth: English may give the usual ones."""
_SHARED = lazy(
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


_MEASURED = frozenset("升斗石貫匁坪里尺寸銭厘")
"""Old measures of which even a single one has to be told."""
_SAFE = frozenset("人名本枚匹頭台冊回個種つ件羽軒代度点か所升合尺寸坪里銭厘匁貫")
_FOLLOWED = frozenset("日円銭尺寸丈里町間貫升合斗石匁")
"""Counters after which the next smaller one follows: 一円五十銭."""
_GOES_ON = lazy(r"[\u4e00-\u9fff々]")
_AFTER_COUNTER = frozenset(
    "以未超弱強余正整取樽瓶入袋近前後間目分程頃内半中当毎約計釘等全各増減差程度連続程のをはがも第又及並与但上下来位付発着現生也"
)


_DONE_FOR = frozenset("足置待煮蒸焼茹歩走休寝眠遅早離経続温冷漬浸混練炊揚乗泳話")
"""Verbs that may follow a length of time without a particle: 四十分置く, 二十分足らず."""


_MONEY = frozenset("札紙玉硬切銀金銅貨均分")
_FORMAL = frozenset("壱壹弐貳参伍拾")
"""What follows yen that are a note, a coin or a stamp; numerals that no common word begins with."""


def _inside_a_word(text: str, end: int, noun: str) -> bool:
    """Whether what looked like a counter is the beginning of a word (三条大橋, 五色沼)."""
    after = text[end : end + 1]
    if noun in ("分", "秒", "時間", "日", "週間") and after in _DONE_FOR:
        return False
    if text[end - len(noun) - 1 : end - len(noun)] in _FORMAL or (
        noun in "円銭厘" and after in _MONEY
    ):
        return False
    if noun in ("歳", "才") or (noun in _FOLLOWED and (after in DIGITS or after in SMALL)):
        return False
    return len(noun) == 1 and bool(_GOES_ON.match(after)) and after not in _AFTER_COUNTER
