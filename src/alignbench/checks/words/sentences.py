"""What kind of sentence it is, and who is speaking."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from alignbench.checks.check import DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.words.told_sentences import tells_throughout
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_CLOSING = "。．.！!」』）)”\"'’〟… 　"
_ASKS = lazy(r"[?？]")
_ASKED = lazy(r"(?<!が)[ぁ-んァ-ヴー一-龠々a-zA-Z0-9０-９][？?]\Z")
_POLITE_QUESTION = lazy(
    r"(?:ます|です|でしょう|ました|でした|ません|ましょう|だろう|かい|のです)か[。」]?\Z"
)
_MAY_DIRECT = lazy(
    r"[?？]|\bplease\b|\bwonder\b|\blet\b|\btell\b|\bask\w*|\bwhether\b|\bif\b", re.I
)
_ASKING_SPEECH = lazy(r"(?:か|[?？]|の|ね|な|だ|え|よ|ん)[。…]?[」』”\"]")
_TELLS = lazy(r"(?:た|である|だ|る|です|ます|ました|でした|れる|ない)[。．]?\Z")
_TAG = lazy(
    r"(?:n['’]t|not) \w+\?|, (?:is|are|do|does|did|was|were|will|can) \w+\?|Why don"
    r"|, (?:ok|okay|right|huh|eh|yes|no)\?",
    re.IGNORECASE,
)
_REQUESTS = lazy(
    r"もんだ。\Z|か(?:ね|ねえ|な|い)?と[^。、]{0,8}(?:聞|尋|問|訊)|(?:誰|どこ|何|なぜ|どうして|どんな)[^。]*(?:んだ|のだ)。\Z|と[^。、]{0,4}(?:聞|尋|訊|問)(?:い|ね|う|か)|ものか|もんか|まいし|くださ|下さ|お願い|ましょう|か(?:と|を|、)?(?:聞|尋|問|訊)|もしもし|のですが|んですが"
)
_ASKED_SPEECH = lazy(
    r"「[^「」]{0,40}(?:なぜ|何故|どうして|誰|だれ|どこ|いつ(?!も)|何[をがは]|どう)[^「」]{0,60}か[。？?]?」"
    r"|「[^「」]{0,20}(?:なぜ|何故|どうして|なんで)[^「」。]{1,40}[だいるたの][!！]?」"
    r"|「[^「」]{0,20}(?:どこ(?![かも]|でも)|誰(?![かも]|でも)(?=[がにを])|何(?=を|が)|いつ(?![かも]|でも))[^「」。、]{1,20}(?:んだ|のだ|の)[!！]?」"
)
_SHORT = 8
"""Words that a heading has at the most: those of manuals ask in Japanese and name in English."""
_ASKED_IN_SPEECH = lazy(
    r"(?:^|[\"“‘,:—] ?)(?:Hey, |Oh, |So |And |But |Well, |\w+, )?(?:(?:did|do|does|is|are|am|was|were|has|have|had|should|shall|may|must)\b)(?! ?n['’]t\b)(?!n['’]t)"
    r"[^.!?]*\?[\"'”’)]*(?:\Z|\s)",
    re.I,
)
"""A question that is to be answered by yes or no, and no sigh."""
_OF_THE_PAST = lazy(r"\b(?:did|has|have|had|was|were)\b", re.I)
"""What a question begins with that is no request."""
_POLITE_SPEECH = lazy(
    r"「[^「」]{2,60}(?<!そう)(?<!ではない)(?<!じゃない)(?:(?<!の)(?<!ん)ですか|(?<!ませ)ますか|ましたか|でしたか|のですか|んですか|(?:(?<!な)(?<!もの)の|たの)か(?!い?[もね]))[。]?」"
    r"(?!と(?:気|悟|分|わか|知|納得|合点))"
)
"""Speech that asks politely, or a question with のか."""
_INVITES = lazy(
    r"(?:て|で)み(?:る|ません)か[？?。！!]*\Z|(?:ご一緒に|いっしょに)[^。]*ませんか[？?。]?\Z"
)
_OPEN = lazy(r"果たして[^。]*(?:か|だろうか)。\Z|(?:言え|でき|許され|足り)るか。\Z")
"""Questions put in writing, without a mark."""
_ASKED_WITHIN = lazy(
    r"(?:何|誰|だれ|どこ|なぜ|どうして|いつ(?!も)|どう(?!か)|どの|どれ|いくら|どんな|どちら)(?!か|も|でも)[^。、！？「」]{1,40}"
    r"(?:のか|だろうか|でしょうか|(?:ます|です|まし?た|た|る)か)。(?=.)"
)
"""A sentence that asks before the last one."""
_SPOKEN_QUESTION = lazy(r"「[^「」]{2,80}[?？]」")
_REALLY_ASKS = lazy(
    r"(?<!ない)(?<!ないん)(?<!のでは)(?<!もの)(?<!こと)(?:でしょう|だろう)か。?\Z|(?<!な)(?:の|ん)ですか。?\Z"
)
"""Questions without their mark that are no mere politeness (ではないでしょうか)."""
_HEDGES = lazy(
    r"\b(?:may|might|perhaps|maybe|could|would|should|please|seem\w*|probabl\w*|possibl\w*|suppose|guess|likely|think|believe"
    r"|know|can|remain\w*|uncertain|unclear|unsure|sure|doubt\w*|curious|if|whether|wonder\w*|ask\w*|tell|let|must|want\w*"
    r"|need\w*|find out|check\w*|appreciat\w*|grateful|glad|how|what|wh(?:y|ere|en|o|ich))\b",
    re.I,
)
_WONDERS = lazy(
    r"\b(?:wh(?:y|at|o|om|ose|ere|en|ich|ether)|how|if|ask\w*|wonder\w*|question\w*)\b",
    re.IGNORECASE,
)
"""Words by which English reports a question without its mark."""
_ECHO = lazy(r"(?:そう(?:なん)?です|いいです|よろしいです)か。\Z|よね?[？?]\Z|か[!！][」』]?")
"""Asked for form's sake: そうですか is “I see”."""
_INTERROBANG = lazy(r"[!！]+[?？]+[!！]*|[?？]+[!！]+|[?？]{2,}|[⁇⁈⁉‽]")
_CRIES_ASKING = lazy(
    r"(?<![」』）)])⁉(?:[」』）)\"”’]*\Z|(?=[\s　])|(?=い(?:え|や)|違|ちが|そんな|まさか|うそ|嘘|ほんと|本当|なんと|どう|はい|うん|ええ))"
)
_EXCLAIMED = lazy(
    r"\A[「『“\"]?(?:なん|何)(?:だ|です)(?:って|と)|\A[「『]?(?:え|えっ|ええ|はあ|はぁ|うそ|嘘|ウソ|まさか|マジ|まじ|ほんと|本当|なに|何|まった?く|そんな|ばかな|馬鹿な)[っッー～…]*⁉"
)
_AMAZED = lazy(
    r"(?:you don['’]t say|you(?:['’]re| are| must be| have to be|['’]ve got to be) (?:kidding|joking)|you can['’]?t be serious"
    r"|no way|unbelievable|i can(?:['’]t|not) believe|good (?:heavens|grief|lord)|my god|how dare|impossible"
    r"|don['’]t tell me|i don['’]t believe|well i never|that can['’]?t be)\b",
    re.I,
)
"""Cries that ask in Japanese and exclaim in English."""
"""A question cried out: no form of words, however rhetorical, goes without its mark."""
_MARKED = lazy(r"[?？⁇⁈⁉‽]")
_QUOTATION = lazy(r"「[^「」]{2,80}」|歟|乎")
_LONG = 25
"""Characters from which a sentence that ends as a statement is one, whatever stands in it."""


@cache
def signal(name: str) -> re.Pattern[str]:
    """The patterns of table `signals` under this name, as one."""
    joined = "|".join(pattern for row, pattern in rows("signals") if row == name)
    return english(joined) if joined.isascii() else japanese(joined)


class SentenceType(PairCheck):
    """A question became a statement, or a statement a question."""

    id = "sent.type"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese asks (か。, ？) and the English does not, or the English asks and nothing in "
        "the Japanese does. Rhetorical questions, requests and quotations are let pass."
    )
    examples = (
        Example("明日も行きますか。", "Are you going tomorrow, too?", "I am going tomorrow, too."),
        Example("切符は窓口で買います。", "We buy tickets here.", "Do we buy tickets here?"),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The ends of both texts compared."""
        ja, en = pair.ja.strip(), pair.en.strip()
        ja = _INTERROBANG.sub("⁉", ja)
        quoted = _ASKED_SPEECH.search(pair.ja) or _SPOKEN_QUESTION.search(pair.ja)
        if quoted and en and not _ASKS.search(en) and not _WONDERS.search(en):
            yield self._turned(Span(*quoted.span()), Grade.D3)
        asks = bool(_ASKS.search(en))
        within = None if asks or _WONDERS.search(en) else _ASKED_WITHIN.search(pair.ja)
        if within and en:
            yield self._turned(Span(within.end() - 2, within.end()), Grade.D3)
        cried = ja and en and not asks and _CRIES_ASKING.search(ja)
        if cried and not (_AMAZED.search(en) and ("!" in en or _EXCLAIMED.search(ja))):
            yield self._turned(_last_mark(pair.ja))
        if cried:
            return
        if not ja or not en:
            return
        told = asks and not _TAG.search(en) and _ASKED_IN_SPEECH.search(en)
        if told and tells_throughout(ja, requests=bool(_OF_THE_PAST.search(told[0]))):
            yield self._asked(pair.en, Grade.D3)
            return
        spoken = None if asks or _WONDERS.search(en) else _POLITE_SPEECH.search(ja)
        if spoken and not (quoted or within):
            yield self._turned(Span(*spoken.span()), Grade.D3)
            return
        if _ASKING_SPEECH.search(ja) or _ECHO.search(ja):
            return
        asked = bool(_ASKED.search(ja.rstrip(_CLOSING)))
        polite = bool(_POLITE_QUESTION.search(ja)) and not signal("rhetorical").search(ja)
        heading = not re.search(r"[.!?:;]", en) and "。" not in ja and len(en.split()) <= _SHORT
        if heading or _INVITES.search(ja):
            return
        if (asked or polite) and not asks and not _MAY_DIRECT.search(en):
            yield self._turned(_asking(pair.ja))
        elif (_REALLY_ASKS.search(ja) and not asks and not _HEDGES.search(en)) or (
            _OPEN.search(ja) and not asks and not _WONDERS.search(en)
        ):
            yield self._turned(_asking(pair.ja), Grade.D3)
        elif ja.endswith(("。", "！")) and len(ja) > 5 and _asks_at_end(en) and not _may_ask(ja):
            yield self._asked(pair.en)

    def _asked(self, en: str, grade: Grade | None = None) -> Finding:
        mark = en.rfind("?")
        return self.finding(
            t("The English asks, the Japanese does not."),
            en=Span(mark, mark + 1),
            ja_value="statement",
            en_value="question",
            grade=grade,
        )

    def _turned(self, span: Span, grade: Grade | None = None) -> Finding:
        return self.finding(
            t("The Japanese asks, the English does not."),
            ja=span,
            ja_value="question",
            en_value="statement",
            grade=grade,
        )


def _last_mark(ja: str) -> Span:
    """Where the last question mark of `ja` stands."""
    *_, last = _MARKED.finditer(ja)
    return Span(*last.span())


def _asking(ja: str) -> Span:
    """The last question mark of a question, or the か it ends with, not the bracket after it."""
    end = len(ja.rstrip(_CLOSING))
    return Span(max(end - 1, 0), end)


def _asks_at_end(en: str) -> bool:
    """Whether the English ends as a question, other than one hung on for company (isn't it?)."""
    return en.rstrip("\"'”’)").endswith("?") and not _TAG.search(en)


def _may_ask(ja: str) -> bool:
    """Whether `ja` may be a question: by its end alone where it is long and ends as a statement."""
    told = len(ja) > _LONG and _TELLS.search(ja)
    if any(signal("may ask").search(quoted) for quoted in _QUOTATION.findall(ja)):
        return True
    return bool(_REQUESTS.search(ja) or signal("may ask").search(ja[-4:] if told else ja))


_FIRST_PERSON = lazy(
    r"\b(?:I(?!/O)|I['’](?:m|ve|d|ll)|my|me|myself|we|our|ours|us|ourselves|we['’](?:re|ve|d|ll))\b"
)
_RARE = 0.1
"""Share of pairs above which a document simply speaks in the first person."""


class InventedSubject(DocumentCheck):
    """I or we, and nobody in the Japanese who would say so."""

    id = "subj.invented"
    grade = Grade.D3
    type = "accuracy/addition"
    severity = Severity.MINOR
    hint = True
    explanation = t(
        "The English says “I” or “we” where nothing in the Japanese speaks of oneself, in a "
        "document that hardly ever does: a left-out subject was guessed."
    )
    examples = (
        Example(
            "喫煙は決められた場所で行う。",
            "Smoke in designated areas only.",
            "I smoke in designated areas only.",
        ),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs that stand out by a first person of their own."""
        found, spoken = [], 0
        for at, pair in enumerate(pairs):
            match = _FIRST_PERSON.search(pair.en)
            spoken += bool(match)
            around = pairs[max(at - 2, 0)].ja + pairs[max(at - 1, 0)].ja if at else ""
            if match and len(pair.ja) > 8 and not signal("oneself").search(pair.ja + around):
                found.append((at, match))
        if spoken > max(_RARE * len(pairs), 1):
            return
        for at, match in found:
            yield (
                at,
                self.finding(
                    t("“{match}” has no counterpart in the Japanese.", match=match[0]),
                    en=Span(*match.span()),
                    en_value=match[0],
                ),
            )


CHECKS = (SentenceType, InventedSubject)
