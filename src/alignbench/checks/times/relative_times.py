"""Which week, which year: words for times counted from now or from then, with their offsets.

翌週 and 来週 are one week on (+1), 先々週 two back (-2), 今週 the week itself (0); so are “the following
week”, “two weeks earlier” and “this week”. A pair is doubted when both texts place the same unit and
no place agrees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.poles import Axis, axis

Placed = tuple[int, re.Match[str]]
"""An offset in units, and where the text says it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: its Japanese words by offset, and its English noun."""

    name: str
    ja: tuple[tuple[int, re.Pattern[str]], ...]
    en: tuple[tuple[int, re.Pattern[str]], ...]
    signs: str


_BACK = {
    -2: r"two {u}s (?:ago|before|earlier|previously|prior)|(?:the )?{u} before (?:last|that)|(?:the )?last {u} but one|(?:the )?{u} two before",
    -1: r"(?<!before )(?:last(?! day)|previous|preceding|prior|foregoing|past) {u}(?! but one|['’]s (?:eve|day))|(?<!two )(?<!three )(?:an?|one|the|that) {u} (?:ago|before(?! last| that)|earlier|previously)|{u} just (?:past|ended)",
    0: r"(?:this|current|present|same|that(?! same)) (?:very |coming )?{u}|{u} (?:in question|concerned|itself)",
    1: r"(?:next|following|coming|ensuing|subsequent|upcoming|succeeding) {u}(?! but one)|(?<!two )(?<!three )(?:an?|one|the) {u} (?:later|after(?! next| that)|afterwards?|from now|hence)",
    2: r"two {u}s (?:later|after|from now|hence|on)|in two {u}s(?! time)|(?:the )?{u} after next|(?:the )?next {u} but one|in two {u}s['’]? time",
}  # fmt: skip


def _english(noun: str, more: dict[int, str]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    found = (
        {offset: pattern.replace("{u}", noun) for offset, pattern in _BACK.items()} if noun else {}
    )
    for offset, extra in more.items():
        found[offset] = "|".join(filter(None, (found.get(offset, ""), extra)))
    return tuple(
        (offset, lazy(rf"\b(?:{pattern})\b", re.I)) for offset, pattern in sorted(found.items())
    )


def _unit(
    name: str, signs: str, ja: dict[int, str], noun: str, en: dict[int, str] | None = None
) -> Unit:
    return Unit(
        name,
        tuple((offset, lazy(pattern)) for offset, pattern in ja.items()),
        _english(noun, en or {}),
        signs,
    )


_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEASONS = "spring|summer|autumn|fall|winter"
_UNITS: tuple[Unit, ...] = (
    _unit("day", "日昨明さおきあ", {
        -3: "さきおととい|一昨々日|一昨昨日", -2: "一昨日|(?<!さき)おととい|前々日|前前日", -1: "(?<!一)(?<!一昨)昨日|きのう|前日(?!比)", 0: "今日(?!的|では|まで)|本日|当日|同日|即日|その日(?!暮)",
        1: "(?<!平)(?<!未)明日(?!香)|あした(?!ば)|(?<!しあさって)あす(?=[はのにもを、])|翌日|次の日", 2: "明後日|(?<!し)あさって|翌々日|翌翌日|中一日", 3: "しあさって|明々後日|明明後日"},
        "day", {-3: "three days (?:ago|before|earlier)|two days before yesterday", -2: "day before yesterday", -1: "(?<!before )yesterday|the eve", 0: "today|on the day(?! before| after| of the)",
        1: "(?<!after )tomorrow|the morrow", 2: "day after tomorrow|the day after next", 3: "three days (?:from now|later|hence)|in three days"}),
    _unit("night", "夜晩べ", {
        -2: "一昨夜|一昨晩|(?:おととい|一昨日)の[夜晩]", -1: "昨夜|昨晩|ゆうべ|前夜(?!祭)|前の晩|前の夜|(?<!一)昨日の[夜晩]|前日の[夜晩]", 0: "今夜|今晩|当夜|その夜|その晩|同夜",
        1: "明晩|明夜|翌晩|翌夜|明日の[夜晩]|次の[夜晩]|翌日の[夜晩]"},
        "(?:night|evening)", {-1: "(?<!before )yesterday (?:evening|night)|the eve", 0: "tonight", 1: "tomorrow (?:night|evening)"}),
    _unit("morning", "朝", {
        -1: "昨朝|前の朝|(?<!一)昨日の朝|前日の朝", 0: "今朝|けさ|その朝|同朝", 1: "明朝|翌朝|明日の朝|次の朝|翌日の朝"},
        "morning", {-1: "yesterday morning", 1: "tomorrow morning|the morning after|(?:next|following) day|the morrow"}),
    _unit("week", "週", {
        -2: "先々週(?!末)|先先週|前々週", -1: "(?<!々)(?<!先)先週(?!末)|前週|先の週", 0: "今週(?!末)|当週|同週|本週", 1: "(?<!再)(?<!さ)来週(?!末)|(?<!翌)(?<!々)翌週(?!末)|次週|次の週",
        2: "再来週|さ来週|翌々週"}, "week", {1: "a week from (?:today|now)", 2: "fortnight (?:later|from now|hence)|in a fortnight", -2: "a fortnight (?:ago|before|earlier)"}),
    _unit("weekend", "末", {-1: "先週末|前週末|この前の週末", 0: "今週末|この週末", 1: "(?<!再)来週末|翌週末|次の週末"}, "weekend",
          {1: "weekend after (?:this|next)"}),
    _unit("month", "月", {
        -2: "先々月|前々月", -1: r"(?<!々)(?<!先)先月|(?<![\dかヶカヵ々一二三四五六七八九十数])前月|去月", 0: r"今月|当月|本月|同月(?!\d)", 1: "(?<!再)来月|(?<!翌)(?<!々)翌月(?!曜)|次の月(?!曜)", 2: "再来月|さ来月|翌々月"},
        "month"),
    _unit("year", "年期", {
        -2: "一昨年|おととし|前々年|一昨年度|前々年度", -1: r"(?<!一)昨年|去年|(?<!々)(?<!前)(?<!\d)(?<!生)(?<!年)前年|旧年|昨年度|前年度", 0: "今年|本年|ことし(?=[はのも、])|当年|同年(?!代|齢|輩)|今年度|本年度|当年度|同年度",
        1: "(?<!再)(?<!さ)来年|(?<!々)(?<!翌)翌年|明年|来年度|翌年度|次年度", 2: "再来年|さ来年|翌々年|再来年度|翌々年度"},
        "(?:fiscal |financial |academic |school |business )?year", {-1: "last (?:fiscal|FY)|yesteryear", 1: "(?:coming|next) (?:fiscal|FY)"}),
    _unit("term", "期", {-1: r"(?<!年)(?<!前)(?<!々)前期(?=比|末|の|は|に|と|、|\Z)|先期", 0: "今期|当期(?!純)", 1: r"来期|次期(?=[のはに、計]|\Z)|翌期"},
          "(?:accounting |fiscal )?(?:term|period|season)", {-1: "first half|first semester|early (?:period|days|years)|former", 1: "incoming|-elect|designate"}),
    _unit("century", "世紀", {-1: "前世紀|先世紀", 0: "今世紀", 1: "来世紀|次世紀|翌世紀|次の世紀"}, "century"),
    _unit("business day", "業", {-1: "前営業日", 0: "当営業日|同営業日", 1: "翌営業日|次の営業日"}, "(?:business|working|trading) day"),
    _unit("time", "回", {-2: "前々回", -1: r"(?<!々)(?<!\d)前回", 0: "今回(?!の)", 1: "次回"},
          "(?:time|meeting|session|issue|edition|round|survey|episode|instal+ment|visit|occasion|lesson|class|conference|event|election|game|match|one)",
          {0: "here|now"}),
    *(_unit(season, ja, {-2: f"一昨年の{ja}|おととしの{ja}|一昨{ja}|前々年の{ja}", -1: f"(?<!一)昨{ja}|去年の{ja}|(?<!一)昨年の{ja}|前年の{ja}", 0: f"今{ja}|この{ja}|今年の{ja}|同年の?{ja}|その年の{ja}", 1: f"来{ja}|来年の{ja}|翌{ja}|翌年の{ja}"},
            f"(?:{en})", {-1: f"(?:{en}) of (?:last|the previous) year", 0: f"(?:{en}) of (?:this|the same) year", 1: f"(?:{en}) of (?:next|the following) year"})
      for season, ja, en in (("spring", "春", "spring"), ("summer", "夏", "summer"), ("autumn", "秋", "autumn|fall"), ("winter", "冬", "winter"))),
    _unit("weekday", "曜月", {
        -2: "先々週の?[月火水木金土日]曜", -1: "(?<!先)(?<!々)先週の?[月火水木金土日]曜|(?:この)?(?<![週午])前の[月火水木金土日]曜|前週の?[月火水木金土日]曜|去る[月火水木金土日]曜",
        0: "今週の?[月火水木金土日]曜|(?<!上)この[月火水木金土日]曜|今度の[月火水木金土日]曜", 1: "(?<!再)(?<!さ)来週の?[月火水木金土日]曜|(?<!その)次の[月火水木金土日]曜|翌週の?[月火水木金土日]曜|翌[月火水木金土日]曜",
        2: "再来週の?[月火水木金土日]曜"},
        _DAYS, {-2: rf"{_DAYS},? (?:of )?(?:the )?week before last|{_DAYS} two weeks ago", -1: rf"{_DAYS},? (?:of )?(?:last|the (?:previous|preceding)) week|{_DAYS} last(?= week|[,.]|\Z)|last week['’]s {_DAYS}|{_DAYS} (?:before|a week ago)",
        0: rf"{_DAYS},? (?:of )?this week|this week['’]s {_DAYS}", 1: rf"{_DAYS},? (?:of )?(?:next|the (?:following|coming)) week|{_DAYS} next(?! to)|{_DAYS} week\b|next week['’]s {_DAYS}|{_DAYS} after next",
        2: rf"{_DAYS},? (?:of )?(?:the )?week after next|{_DAYS} after next|{_DAYS} two weeks from now"}),
)  # fmt: skip
_OTHER_WAYS = {
    -1: lazy(
        "前の|[前昨去先旧](?=[年月週日夜晩])(?<!午前)|か?[年月日週]間?前|さきの|過去|最後|ぶり|比|以来|同期"
    ),
    0: lazy("同じ|その[日年月週]|この|[今本当同](?=[年月週日夜晩])"),
    1: lazy(
        "次の(?=[日週月年朝晩夜])|[翌来明後次](?=[年月週日朝晩々]|[月火水木金土日]曜)|[年月日週]間?後|明け|今後|先の|あと|のち|その後"
    ),
}
"""What else in the Japanese may lead to an earlier, the same or a later time."""


_THE_NEXT = lazy(r"\b(?:the|its|their) (?:next|following)(?: one)?(?=[,.;:]|\Z)")
"""The next time, its unit having been said: “opens that day and closes the next”."""


def displaced(ja: str, en: str) -> Iterator[tuple[Unit, Placed, Placed]]:
    """Units whose Japanese and English places differ, with the first place of either side."""
    for unit in _UNITS:
        if not any(sign in ja for sign in unit.signs):
            continue
        ours = [(offset, match) for offset, pattern in unit.ja if (match := pattern.search(ja))]
        if not ours or len({offset for offset, _ in ours}) > 1:
            continue
        theirs = [(offset, match) for offset, pattern in unit.en if (match := pattern.search(en))]
        offset, match = ours[0]
        if offset == 1 and _THE_NEXT.search(en):
            continue
        if offset and not theirs and (bare := _bare_end(unit.name, offset, ja, en)):
            yield unit, (offset, match), (0, bare)
            continue
        if not theirs or offset in {each for each, _ in theirs}:
            continue
        rest = f"{ja[: match.start()]}・{ja[match.end() :]}"
        other = next((each for each in theirs if not _explained(each[0], rest)), None)
        if other and not _that_one(unit.name, offset, ja[: match.start()], other[1][0]):
            yield unit, (offset, match), other


def _that_one(name: str, offset: int, before: str, said: str) -> bool:
    """Whether English points at the morning after a night by “that morning”, as it may."""
    after_a_night = name in ("morning", "day") and offset == 1
    return after_a_night and bool(before) and said.lower().startswith("that ")


_END_JA = lazy(
    "(?P<way>翌|来|前|先)(?P<unit>[月年])の?(?:末|初め|はじめ|半ば|中旬|上旬|下旬|[\\d０-９一二三四五十]+日)"
)
_END_EN = lazy(
    r"\b(?:end|close|beginning|start|middle|first day|last day|\d+(?:st|nd|rd|th)(?: day)?) of the (?P<unit>month|year)\b(?! (?:after|before|following|next|preceding|in question|to come))",
    re.I,
)
_ELSEWHERE = lazy(
    r"\b(?:next|following|coming|ensuing|subsequent|upcoming|succeeding|previous|preceding|prior|last(?! day)|after|later|before|earlier|ago)\b",
    re.I,
)


def _bare_end(name: str, offset: int, ja: str, en: str) -> re.Match[str] | None:
    """Where the Japanese has the end of the next month (翌月末) and the English that of “the month”."""
    said, read = _END_JA.search(ja), _END_EN.search(en)
    alike = (
        said
        and read
        and {"月": "month", "年": "year"}[said["unit"]] == name == read["unit"].lower()
    )
    return read if alike and offset in (-1, 1) and not _ELSEWHERE.search(en) else None


def _explained(offset: int, rest: str) -> bool:
    side = (offset > 0) - (offset < 0)
    return bool(_OTHER_WAYS[side].search(rest))


POINTS: tuple[Axis, ...] = (
    axis("年初明末", ("start of a year", "年明け|年初(?!来)|年頭|年の初め|新年早々",
         r"\b(?:beginning|start\w*|early|new|first|January|turn|begin\w*|open\w*|since)\b", r"\b(?:beginning|start) of (?:the|next|this) year\b|\bearly (?:in|next|this) (?:the )?(?:new )?year\b|\bNew Year"),
         ("end of a year", "年末(?!年始)|年の瀬|年の暮れ|歳末|暮れに", r"\b(?:end\w*|late\w*|close\w*|year-end|December|last|holiday\w*|Christmas|out)\b", r"\b(?:end|close) of (?:the|last|this) year\b|\byear-end\b|\blate (?:last|this) year\b")),
    axis("月初末頭", ("start of a month", "月初(?!旬)|月の初め|月頭|月初め|[月年]はじめ", r"\b(?:beginning|start\w*|early|first|begin\w*|top)\b", r"\b(?:beginning|start) of (?:the|each|every|next|this|last) month\b|\bearly (?:in|next|this|last) (?:the )?month\b"),
         ("end of a month", "月末", r"\b(?:end\w*|late\w*|close\w*|last|month-end|through)\b", r"\b(?:end|close) of (?:the|each|every|next|this|last) month\b|\bmonth-end\b|\blate (?:next|this|last) month\b")),
    axis("週明末", ("start of a week", "週明け|週初め?|週の初め|週の頭", r"\b(?:beginning|start\w*|early|first|Monday|next|new|open\w*|begin\w*)\b", r"\b(?:beginning|start) of (?:the|next|this) week\b"),
         ("end of a week", "週末(?!明け)|週の終わり|週の後半", r"\b(?:end\w*|late\w*|weekend\w*|Saturday\w*|Sunday\w*|Friday\w*|close)\b", r"\bweekdays?\b|\bend of the week\b")),
    axis("平週日末祝", ("weekdays", "平日|ウィークデー|月曜(?:日)?(?:から|～|〜|-)金曜", r"\b(?:weekday\w*|Monday\w*|working days?|business days?|week)\b", r"\bweekdays?\b|\bMonday (?:to|through) Friday\b"),
         ("weekends", "週末(?!明け)|土日|休日|土・日", r"\b(?:weekend\w*|Saturday\w*|Sunday\w*|holiday\w*|off|end)\b", r"\bweekends?\b|\bSaturdays? and Sundays?\b")),
    axis("将来過去", ("in the future", "将来(?!性)|未来|今後|これから(?=[のはも、])", r"\b(?:futur\w*|ahead|later|someday|one day|will|going|come|coming|eventual\w*|going forward|henceforth|now on|hereafter|tomorrow|next|further|plan\w*|would|shall|from now|onward\w*|potential\w*|prospect\w*)\b|['’]ll\b", r"\bin the future\b|\bfrom now on\b"),
         ("in the past", r"過去|かつて|以前(?=[は、のか]|\Z)(?<![年月日時分秒降]以前)", r"\b(?:past|once|former\w*|previous\w*|ago|before|earlier|last|used|long|history|historical\w*|prior|back|old|already|precedent\w*|was|were|had|ever|never|over|recent\w*)\b", r"\bin the past\b|\bpreviously\b|\bformerly\b")),
    axis("先近間", ("lately", "先日|先ごろ|先頃|先だって|この間(?=[、は])|このあいだ", r"\b(?:other day|recent\w*|lately|ago|just|last|earlier|before|previous\w*|yesterday|while|past|the day)\b", r"\bthe other day\b|\brecently\b|\blately\b"),
         ("soon", "近日|近いうち|近々|まもなく|間もなく|もうすぐ", r"\b(?:soon\w*|near\w*|shortly|short|days|about|coming|upcoming|almost|presently|minute|moment|before long|imminent\w*|will|next|quick\w*|immediate\w*|brief\w*|forthcoming|close|verge|soon|later|after)\b", r"\bsoon\b|\bshortly\b|\bbefore long\b")),
    axis("その後以降前", ("afterwards", "その後|それ以降|それから(?=[はの、])|以後(?=[、は])", r"\b(?:after\w*|later|since|then|subsequent\w*|next|following|follow\w*|from\s+\w+\s+on\w*|went on|now|thereupon|henceforth|on|latter|once|finally|eventually|until|further|again)\b", r"\bafter that\b|\bafterwards?\b|\blater\b|\bsince then\b"),
         ("beforehand", r"その前|それ以前|それまで|以前(?=[、はの]|\Z)(?<![年月日時分秒降]以前)", r"\b(?:before\w*|previous\w*|earlier|until|prior|once|former\w*|already|used|past|ago|then|till|so far|up to|ahead|old|ever|in front|preced\w+|was|had|up)\b", r"\bbefore that\b|\bpreviously\b|\bbeforehand\b|\buntil then\b")),
    axis("来去る", ("coming", r"来たる(?=[\d０-９一二三四五六七八九十])|きたる(?=[\d０-９])", r"\b(?:coming|next|upcoming|this|on|forthcoming|will)\b", r"\b(?:next|this coming) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"),
         ("gone", r"去る(?=[\d０-９一二三四五六七八九十])|さる(?=[\d０-９])", r"\b(?:last|past|on|ago|back|was|were|in)\b", r"\blast (?:January|February|March|April|May|June|July|August|September|October|November|December)\b")),
)  # fmt: skip
"""Beginnings and ends, before and after, soon and lately."""
