"""A limit that one language forbids and the other tells by what it leaves.

十五歳未満お断り turns away those under fifteen, and so admits those aged fifteen and over: under a
prohibition the complement of a limit is as right as the limit itself, and the limit without a
prohibition is wrong.
"""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.ja_words import NEGATED_LIMIT
from alignbench.checks.values.value import Bound, Value

_FORBIDS_JA = lazy(
    r"お?断り|(?:で|を|も|が|は|に)き(?:ない|ません)(?!でした)|できず|出来(?:ない|ません)|不可|禁止|厳禁|禁じ|(?:なら|いけ)(?:ない|ません|ぬ)|べからず|ご?遠慮"
    r"|許(?:され|可し)(?:ない|ません)|認め(?:られ)?(?:ない|ません)|[らなせてけめべげれえ]れ(?:ない|ません)|受け?付け(?:ない|ません)|"
    r"(?:込|飲|通|渡|使|送|買|預か|入|乗)[りれめえ](?:ない|ません)|いただけ(?:ない|ません)|お控え|対象外|(?:出せ|払え|使え|待て|持て|借り?られ|貸せ|泊まれ|運べ|歩け|走れ|食べられ|飲め|乗れ|入れ|買え|送れ|積め|載せられ)(?:ない|ません)|[さかたわばまら]ない(?:。|\\Z|よう)|しない(?:。|\\Z|よう)|ないで(?:くだ|下)さ|ないこと(?:。|\Z|と)"
)
_LIMIT_ITSELF = lazy(r"[^。、]{0,4}?(?:満た|足ら|届か|及ば|達し)(?:ない|ず|ぬ|ません)")
"""A negation that makes the limit and forbids nothing: に満たない."""
_CONDITION_DENIED = lazy(
    r"(?:以[上下内降後前])[^。、]{0,8}?(?:な(?:けれ?ば(?!なら|なりま|いけ)|い(?:と(?!い[うけっ]|思|の)|場合|とき|時|人|者|方|もの|限り|まま|ため|ので|から)|かった(?:場合|とき|人|者|ら))|ませんと|ずに|ず、)"
)
"""七割以上できていなければ: who falls short is spoken of, and English may name their limit."""
_FORBIDS_EN = lazy(
    r"\b(?:not|never|no(?! (?:more|less|fewer|later|longer|older|younger|higher|lower|larger|smaller|greater|heavier))|cannot|without|none"
    r"|prohibit\w*|forb\w+|ban(?:s|ned)?|barred|refus\w*|declin\w*|exclu\w+|unable|off-limits|closed|reject\w*|turn\w* away|unless|except|deny|denie[sd]"
    r"|refrain\w*|avoid\w*|illegal|unlawful|ineligible|impossible|against|neither|nor|unavailable|exempt\w*|disallow\w*|nobody)\b|n['’]t\b",
    re.I,
)
_LIMITS_EN = lazy(
    r"\b(?:limit\w*|restrict\w*|only|capp?\w*|maximum|max|minimum|at most|at least|up to|within|must|have to)\b",
    re.I,
)
_OVER_EN = lazy(
    r"\b(?:more than|over|above|exceeding|beyond|in excess of|after|past|longer than|older than|larger than|heavier than|upwards of)\s+\W?\Z",
    re.I,
)
_UNDER_EN = lazy(
    r"\b(?:less than|under|below|fewer than|younger than|before|earlier than|shorter than|smaller than|lighter than)\s+(?:the age of )?\W?\Z",
    re.I,
)
_COMPLEMENT = {
    Bound.BELOW: Bound.AT_LEAST, Bound.AT_LEAST: Bound.BELOW,
    Bound.ABOVE: Bound.AT_MOST, Bound.AT_MOST: Bound.ABOVE,
}  # fmt: skip
_OPPOSITE = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}
_SENTENCE = lazy(r"[.;!?](?=\s|\Z)")
_FAR = 60


def forbidden(ja: str, limit: Value) -> bool:
    """Whether the sentence of a limit forbids what the limit speaks of."""
    end = ja.find("。", limit.span.end)
    rest = ja[limit.span.end : min(len(ja) if end < 0 else end, limit.span.end + _FAR)]
    if not limit.bound or NEGATED_LIMIT.match(rest):
        return False
    if limit.bound not in (Bound.BELOW, Bound.ABOVE) and not rest.startswith(
        ("以上", "以下", "以内", "以降", "以後", "以前")
    ):
        return False
    if condition_denied(ja, limit):
        return True
    own = _LIMIT_ITSELF.match(rest)
    return bool(_FORBIDS_JA.search(rest, own.end() if own else 0))


def condition_denied(ja: str, limit: Value) -> re.Match[str] | None:
    """Where the limit is denied as a condition or as what describes somebody: 以上でなければ."""
    return _CONDITION_DENIED.match(ja, limit.span.end)


def _is_required(ja: str, limit: Value) -> bool:
    """Whether a second denial makes the limit a condition: 七十点以上でなければ合格できない."""
    denied = condition_denied(ja, limit)
    end = ja.find("。", limit.span.end)
    rest = ja[denied.end() : len(ja) if end < 0 else end] if denied else ""
    return bool(_FORBIDS_JA.search(rest) or _SECOND_DENIAL_JA.search(rest))


_SECOND_DENIAL_JA = lazy(
    r"な(?:い(?!よう)|らな|りませ)|ませ[んぬ]|ず(?=[、。]|\Z)|不[可合]|失格|落第|無効|対象外|却下"
)


def _sentence(en: str, value: Value) -> str:
    """The English sentence in which a value stands."""
    start = 0
    for end in _SENTENCE.finditer(en, 0, value.span.start):
        start = end.end()
    stop = _SENTENCE.search(en, value.span.end)
    return en[start : stop.start() if stop else len(en)]


def told_by_complement(pair: CheckedPair, ja: Value, en: Value) -> bool:
    """Whether the English admits what the Japanese, by forbidding the rest, admits too."""
    fewer = ja.bound is Bound.BELOW and en.bound is Bound.AT_LEAST
    if fewer and _CALLED_OFF.search(pair.ja) and _NEEDED.search(pair.en):
        return True
    if not ja.bound:
        return False
    if en.bound is _COMPLEMENT[ja.bound] and _under_unless(pair.en, en):
        return not condition_denied(pair.ja, ja)
    if not forbidden(pair.ja, ja):
        return False
    loosely = _OPPOSITE.get(ja.bound)  # "no more than" where 以上 is forbidden
    if en.bound is not _COMPLEMENT[ja.bound] and (not loosely or en.bound is not loosely):
        return False
    sentence = _sentence(pair.en, en)
    if condition_denied(pair.ja, ja) and _is_required(pair.ja, ja):
        return bool(_FORBIDS_EN.search(sentence) or _FAILS_EN.search(sentence))
    before = pair.en[max(0, en.span.start - 40) : en.span.start]
    denied = _OVER_EN if en.bound is Bound.AT_MOST else _UNDER_EN
    if denied.search(before):
        return True
    return not _FORBIDS_EN.search(sentence) or _denied_twice(sentence)


_FAILS_EN = lazy(
    r"\b(?:fail\w*|disqualif\w+|void|invalid|lose[sd]?|lost|short|miss\w*|cancel\w*|deni\w+|rejected|out)\b",
    re.I,
)
_UNDER_UNLESS = lazy(r"\b(?:unless|except (?:if|when|where))\b[^.;]{0,70}\Z", re.I)


def _under_unless(text: str, en: Value) -> bool:
    """Whether an English limit stands in a clause with unless, and so means its complement."""
    return bool(_UNDER_UNLESS.search(text, max(0, en.span.start - 80), en.span.start))


_UNLESS_EN = lazy(r"\b(?:unless|until|without|except|only (?:if|when|with|those|after))\b", re.I)
_REFUSES_EN = lazy(r"\b(?:not|never|cannot|no|nobody)\b|n['’]t\b", re.I)


def _denied_twice(sentence: str) -> bool:
    """Whether a limit is told as the condition without which nothing is allowed: not unless."""
    return bool(_UNLESS_EN.search(sentence) and _REFUSES_EN.search(_UNLESS_EN.sub(" ", sentence)))


_SHORT_OF = lazy(
    r"[^。、0-9０-９]{0,4}に(?:は|も)?(?:届か|達し?(?:な|ま|て(?:い|お))|達せ|達さ|満た|及ば)"
)
_REACHES = lazy(
    r"\b(?:reach(?:es|ed)?|attain(?:s|ed)?|hits?|meets?|met|gets? to|got to)\s+(?:the\s+|a\s+)?\W?\Z",
    re.I,
)


def reached(pair: CheckedPair, ja: Value, en: Value) -> str:
    """What in the English reaches a number that the Japanese falls short of; empty if nothing does."""
    if ja.bound is not Bound.BELOW or not _SHORT_OF.match(pair.ja, ja.span.end):
        return ""
    before = _REACHES.search(pair.en[max(0, en.span.start - 24) : en.span.start])
    return before[0].strip() if before and not _FORBIDS_EN.search(_sentence(pair.en, en)) else ""


_REQUIRES_EN = lazy(
    r"\b(?:unless|until|without|only|except|if|fail\w*|short|lack\w*|must|need\w*|requir\w*|have to|has to|anyone|those|who|other than|but)\b",
    re.I,
)


def prohibition_lost(pair: CheckedPair, ja: Value, en: Value) -> bool:
    """Whether the English has the limit that the Japanese forbids, and allows it."""
    if not ja.bound or en.bound is not ja.bound or not forbidden(pair.ja, ja):
        return False
    if condition_denied(pair.ja, ja):
        sentence = _sentence(pair.en, en)
        if _is_required(pair.ja, ja):
            return len(_REFUSES_EN.findall(sentence)) == 1 and not _REQUIRES_EN.search(sentence)
        return not (_FORBIDS_EN.search(sentence) or _FAILS_EN.search(sentence) or "?" in pair.en)
    before = pair.en[max(0, en.span.start - 40) : en.span.start]
    if ja.bound is Bound.AT_LEAST and _UNDER_EN.search(before):
        return True  # 千円以上は出せない as "cannot pay less than"
    if ja.bound not in (Bound.BELOW, Bound.ABOVE):
        return False
    return not (_FORBIDS_EN.search(pair.en) or _LIMITS_EN.search(pair.en) or "?" in pair.en)


def admits_the_rest(pair: CheckedPair) -> bool:
    """Whether the English of a prohibition tells what is allowed: it need not deny anything then."""
    return any(told_by_complement(pair, ja, en) for ja, en in compared(pair).agreed if ja.bound)


_CALLED_OFF = lazy(
    "中止|取りやめ|取り止め|行いません|実施しません|催行しません|開催しません|不成立"
)
_NEEDED = lazy(r"\b(?:requir\w*|need\w*|minimum|necessary|must|only if|go ahead|held if)\b", re.I)
_NOT_TO = lazy(
    r"\b(?:do|does|must|may|shall|should|can|will) ?not\b|\bnever\b|n['’]t\b|\bcannot\b", re.I
)


def denied_beyond(text: str, ja: Value, en: Value) -> bool:
    """Whether “do not use more than ten” and the like say the limit that the Japanese has."""
    turned = (ja.bound, en.bound) in (
        (Bound.AT_MOST, Bound.ABOVE),
        (Bound.AT_LEAST, Bound.BELOW),
    )
    before = re.split(r"[.;!?]\s", text[: en.span.start])[-1] if turned else ""
    return bool(turned and _NOT_TO.search(before))


def stands_elsewhere(pair: CheckedPair, ja: Value) -> bool:
    """Whether the limit is one of the English values that are left over: "3. … three or more"."""
    values = compared(pair)
    agreed = {id(en) for _, en in values.agreed}
    return bool(ja.bound) and any(
        en.amount == ja.amount and en.bound is ja.bound and id(en) not in agreed for en in values.en
    )
