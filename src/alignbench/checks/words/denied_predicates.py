"""A verb that one side denies and the other affirms: `neg.predicate`.

The table `tables/predicates.tsv` says what English calls a Japanese predicate, so that a denial is
compared where it stands: a long sentence has other negatives that say nothing of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.quantities.complements import admits_the_rest
from alignbench.checks.tables import english, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.checks.words.needed_conditions import needs_a_condition
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_JAPANESE = lazy("[ぁ-ヺ一-龠]")
_LONGEST = 2_000
"""Characters of each side that are looked at: more is no sentence."""
_NOT = (
    r"(?:ない(?!か(?!ら|っ)|と(?!い[うっわ]|思|の|し)|うち|ほど|限り|わけ|はず|こと(?:は|も)|で(?:も|は)?(?:いられ|おれ|済|すむ|よ|い)|で(?:は)?な)"
    r"|なかった(?!ら|のか)|なく(?!て(?:は|も)|ちゃ|な[いか]|も|は)|ません(?!か)"
    r"|(?<!は)(?<!かかわら)ず(?!に(?:は)?(?:い|お|済|すむ)|[れとばぼ]|とも)|ぬ(?=[。、]|\Z)|まい(?=[。、]|\Z)|(?<=[うくぐすつぬぶむる])な(?=よ?[。！!」]|\Z))"
)
_REFUSED = r"(?:を|は|が|も)?(?:不可(?![欠能])|不能|禁止|厳禁|お断り|(?:を|は)?ご遠慮|(?:いた|致)?しかね(?!な)|かね(?:ます|る)|(?:し)?難い|(?:し)?がたい)"
_DENIED_AFTER = lazy(
    rf"(?P<gap>[ぁ-ん]{{0,10}}?|[をはがも](?:負|持|取|得|払|果|認|与|及ぼ|示|付|受け)[ぁ-ん]{{0,3}}?){_NOT}|{_REFUSED}"
)
_DENIED_BEFORE = lazy(r"(?<![一-龠])[未不非無]\Z")
_NO_DENIAL = lazy(
    r"はず|ないわけ|ないこと|ないの|かかわらず|かもし|かも|じゃ|ねば|なけれ|なくて|なきゃ|だけ|のみ|ばかり|しか|ほか|すぎ|ちがい|たまら|やま|かね|とは|とも|とき|とばかり|ざる|ないと|ずには|ないでは|てもか|でもか|ても構|でも構|てもよ|てもい"
)
"""What between a predicate and its negation makes it another thing: not only, must, cannot but."""
_ASKS = lazy(r"[？?]|か。?\Z")
"""食べない？ invites."""
_EXCLAIMS = lazy(r"\b(?:how|why|who|what) (?:can|could|would|should|on earth)\b[^.!?]*\?", re.I)
"""A question that is its own denial: how can I let you go?"""
_IDIOM = lazy(
    r"思わず|残らず|知らず(?:知らず|に)|知らぬ間|変わらず|問わず|のみならず|待たずして|言わず(?:と|も)|思いも|間違い|違いな|知らない(?:間|うち)"
    r"|忘れない(?:で|よう)|思いがけ|見分けが|見る影|入らない$|急がず"
)
_SOLELY = lazy(r"しか|ほとんど|めった|以外|(?<!それ)まで(?:は|に)?[^。、一-龠]{0,4}\Z")
_AGAIN = lazy(
    r"(?:[一-龠]{0,3}|こと|もの|わけ|はず|ところ|とき|[ぁ-ん]{0,3})(?:に|で|が|は|も|まで|と)*(?:まず|ほとんど|めったに|滅多に|そう(?:は)?|そうそう|一人も|誰も|一人として|誰一人(?:として)?|どこにも|まったく|全く|もはや|もう)?(?:い|あり|なら|いけ|おら)?(?:な[いかく]|ませ[んぬ]|ず(?!に)|まい|ぬ[。、]|不可|無理)"
)
"""A second negation behind the first takes it back."""
_DENIES = lazy(
    r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely"
    r"|seldom|rarely|unable|only|few|unless|prohibit\w*|forb\w+|impossib\w*|anything but|far from)\b|n['’]t\b",
    re.I,
)
"""What denies a verb anywhere in its sentence."""
_DENIES_NEAR = lazy(
    r"\b(?:fail\w*|refus\w*|declin\w*|stop\w*|prevent\w*|avoid\w*|lack\w*|too(?= \w+ (?:to|for)\b)|little|less|until|before"
    r"|free (?:of|from)|out of|instead|rather|other than|than|except\w*|ban(?:s|ned|ning)?|barred|doubt\w*"
    r"|den(?:y|ies|ied|ial)|reject\w*|exclu\w+|beyond|difficult\w*|hard|ceas\w+|illegal\w*|ignor\w*"
    r"|skip\w*|miss\w*|los[est]\w*|exempt\w*|regardless|despite|still|yet|wrong\w*|zero|absen\w+"
    r"|refrain\w*|keep\w* from|keeps?|kept|remain\w*|leav\w+|left|against|oppos\w+|resist\w*|withh\w+|otherwise"
    r"|trouble|suppress\w*|problem\w*|struggl\w*|wonder\w*|hidden|hid(?:e|es|ing)?|superficial\w*"
    r"|discourag\w*|disabl\w+|dis\w+ed|un(?!fortunat|der(?!a)|til|i[tqvof]|less)\w{3,}|non-?\w*"
    r"|in(?:valid|complet|capab|suffic|activ|correct|accura|eligib|effect|adequa|abil|secur|consist|dependen|appropr|access|differ|visib|fin)\w*"
    r"|im(?:mobil|proper|perfect|mun)\w*|ir(?:regul|relev|respons|revers)\w*|\w+less|if|whether)\b|-free\b",
    re.I,
)
"""What may deny a verb in its own clause."""
UNASKED = lazy(
    r"\bwithout (?:\w+[ -]){0,3}?(?:permission|consent|reservation|booking|appointment|ticket|authori[sz]ation|notice|leave|approval|licen[cs]e)\b",
    re.I,
)
"""What is done unasked, which denies no verb beside it."""
_BEFORE, _AFTER = 70, 40
"""Characters of a sentence before and after a verb that may deny it."""
_SENTENCE_END = lazy(r"(?:(?<!\b[A-Z])\.|[;:!?—])\s")
_DENIED_VERB = (
    r"(?:\b(?:not|never|cannot)|n['’]t)(?! (?:only|just|merely|always|necessarily|until|all|every))"
    r"(?: (?:be|been|being|have|yet|to|do|going|actually|really|even|fully|yet))*? (?:{en})(?!\w)"
)
_STRONG = lazy(
    r"\b(?:(?:is|are|was|were|do|does|did|will|would|can|could|should|has|have|had|must|may) not|cannot"
    r"|never)\b|n['’]t\b",
    re.I,
)
_TURNS = lazy(
    r"\b(?:as (?:if|though)|not only|not just|not until|can['’]?t wait|(?:don['’]t|do not|doesn['’]t) (?:care|mind|know|think)|no good|never mind"
    r"|can['’]?t (?:help|stop|stand|believe)|cannot (?:help|but|overstate)|long before|have to|why don['’]t|not to mention"
    r"|(?:not|n['’]t|never) [^.;,]{1,60} (?:until|till)|don['’]t you|isn['’]t it|won['’]t you|not \w+ly|wasn['’]t the best|never (?:so|more|better)|don['’]t be|don['’]t let)\b",
    re.I,
)
"""Denials that mean something positive, or that English uses where Japanese needs none."""
_MAY_DENY = lazy(
    r"見送|見合わせ|延期|棚上げ|凍結|返上|保留|先送|棄|却|休|廃|伏せ|秘[めし]|黙|怠|滞|渋|躊躇|早くて|早くとも|早くても|反(?!対(?:側|の[手足腕目耳端]|方向|車線|岸))|[うくぐすつぬぶむるん]な|じ[。、]|カラジ|あぐね|いまひとつ|据え置|横ばい|同じ|変わら|今一つ|やっと|[死邪逆隠封殺罷]|後の祭|お預け|そっぽ|馬鹿|ばか|な[いかくけし]|ませ[んぬ]|ん(?=[。、でだか」]|\Z)|[ぁ-ん]ず|ぬ|まい|ね[えぇば]|ざる|[不未非無禁否拒断避嫌難欠違誤停止消失外除限困負絶止空切抜損敗悪脱免耐迷怠惜惑弱退]|以外|しか|だけ|のみ"
    r"|にく|づら|がた|かね|まだ|ほとんど|めった|少な|初めて|[？?]|だろう|でしょう|もし|より|まで|前に|やめ|とても|かえって|遅|ダメ|だめ|駄目|ムリ|ノー|ミス|エラー|むしろ|いや|税[別抜]|別売|別料金|口が[軽重]|生物(?=な|で)|忘|遠慮|控|苦手|代わり|かわり|わり|別途|は別|別で|[のこ]ほかに|[のこ]他に|差し引|控除"
)
"""Any of these may stand behind an English negation."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate: where Japanese names it, how English says it, and how it denies it."""

    ja: re.Pattern[str]
    en: re.Pattern[str]
    en_denied: re.Pattern[str]


@cache
def predicates() -> ByTrigger[Predicate]:
    """The rows of the table."""
    return ByTrigger((ja, _predicate(ja, en)) for ja, en in rows("predicates"))


def _predicate(ja: str, en: str) -> Predicate:
    return Predicate(lazy(ja), english(en), lazy(_DENIED_VERB.format(en=en), re.I))


class DeniedPredicate(PairCheck):
    """What the Japanese denies stands affirmed in the English, or the reverse."""

    id = "neg.predicate"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = t(
        "A verb or adjective is denied wherever it stands in the Japanese (保存されず, 思えない, "
        "返金不可), and the English has its rendering with no negative word near it; or the English "
        "denies one where nothing in the Japanese could."
    )
    examples = (
        Example(
            "接続が切れるとデータは保存されず、エラーになる。",
            "If the connection is lost, the data is not saved and an error occurs.",
            "If the connection is lost, the data is saved and an error occurs.",
        ),
        Example("会議に出席した。", "He attended the meeting.", "He did not attend the meeting."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first predicate that one side denies and the other affirms."""
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        if not ja or not en.strip():
            return
        if _ASKS.search(ja) or _EXCLAIMS.search(en):
            return
        negative = _MAY_DENY.search(ja)
        for each in predicates().in_text(ja):
            found = _affirmed(each, ja, en) if negative else _denied(each, ja, en)
            if found and not admits_the_rest(pair):
                yield self._finding(ja, *found, denied=bool(negative))
                return
        denial = None if negative or "?" in en else _STRONG.search(en)
        if denial and not denial[0].isupper() and _JAPANESE.search(ja) and not _TURNS.search(en):
            yield self.finding(
                t("The English denies (“{en}”); nothing in the Japanese does.", en=denial[0]),
                en=Span(*denial.span()),
                ja_value="affirmative",
                en_value="negative",
            )

    def _finding(self, ja: str, said: Span, en: re.Match[str], *, denied: bool) -> Finding:
        word = ja[said.start : said.end]
        told = (
            t("The Japanese denies {ja}; the English affirms “{en}”.", ja=word, en=en[0])
            if denied
            else t("The English denies {ja} (“{en}”); the Japanese does not.", ja=word, en=en[0])
        )
        return self.finding(
            told,
            ja=said,
            en=Span(*en.span()),
            ja_value="negative" if denied else "affirmative",
            en_value="affirmative" if denied else "negative",
        )


def _affirmed(each: Predicate, ja: str, en: str) -> tuple[Span, re.Match[str]] | None:
    """Where the Japanese denies a predicate throughout and the English affirms it throughout."""
    named = list(each.ja.finditer(ja))
    denials = [denial for match in named if (denial := _denial(match))]
    if not denials or len(denials) < len(named):
        return None
    said = list(each.en.finditer(en))
    if not said or any(_near_a_denial(match, en) for match in said):
        return None
    return denials[0], said[0]


def _denial(named: re.Match[str]) -> Span | None:
    """The place of a predicate with what denies it: behind it, or one character before."""
    ja = named.string
    after = _DENIED_AFTER.match(ja, named.end())
    if after and _DENIED_BEFORE.search(ja, max(named.start() - 2, 0), named.start()):
        return None  # 不可能ではない: two denials
    if after:
        span = Span(named.start(), after.end())
    elif _DENIED_BEFORE.search(ja, max(named.start() - 2, 0), named.start()):
        span = Span(named.start() - 1, named.end())
    else:
        return None
    gap = (after["gap"] or "") if after else ""
    clause = max(ja.rfind(mark, 0, span.start) for mark in "。、「")
    if (
        _NO_DENIAL.search(gap)
        or _IDIOM.search(ja, max(span.start - 2, 0), span.end + 3)
        or _SOLELY.search(ja, clause + 1, span.start)
        or _AGAIN.match(ja, span.end)
        or needs_a_condition(ja, span.start)
    ):
        return None
    return span


def _near_a_denial(match: re.Match[str], en: str) -> bool:
    en = UNASKED.sub(lambda found: "·" * len(found[0]), en)
    start, stop = max(match.start() - _BEFORE, 0), match.end() + _AFTER
    for end in _SENTENCE_END.finditer(en, start, match.start()):
        start = end.end()
    end_after = _SENTENCE_END.search(en, match.end(), stop)
    stop = end_after.start() if end_after else stop
    comma, comma_after = en.rfind(", ", start, match.start()), en.find(", ", match.end(), stop)
    last = stop if comma_after < 0 else comma_after
    near = f"{en[max(comma, start) : match.start()]}·{en[match.end() : last]}"
    return bool(_DENIES.search(en, start, stop) or _DENIES_NEAR.search(near))


def _denied(each: Predicate, ja: str, en: str) -> tuple[Span, re.Match[str]] | None:
    """Where the English denies what the Japanese, which has no negative at all, names."""
    said = each.ja.search(ja)
    denial = each.en_denied.search(en) if said else None
    return (Span(*said.span()), denial) if said and denial and "?" not in en else None


CHECKS = (DeniedPredicate,)
