"""Whether a text denies or forbids, and whether its English does."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.quantities.complements import admits_the_rest
from alignbench.checks.words.denied_predicates import UNASKED
from alignbench.checks.words.needed_conditions import is_a_condition, needs_a_condition
from alignbench.checks.words.phrases import unanswered
from alignbench.checks.words.sentences import signal
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_forms import negations
from alignbench.messages import t

_ASKS = lazy(r"[?？]")
_NEGATED = lazy(
    r"(?<!か)ない(?!か|と(?!述|言|い[うっわ]|思|考|し|する|答|話|語|主張|説|発|み[らて]|見|の(?!こと)|認|判|聞|報|指|感|き[はに、])|ろ|こう|で(?:も|は)?(?:いられ|済|すむ))|なかった|なければ(?!なら|なりま|いけ|いか|ならぬ|なるま|だめ|駄目|ダメ)|なく(?!な|て(?:は|も)|ちゃ|も)|ません(?!か)"
    r"|(?<!は)(?<!必)(?<!ま)(?<![いみ])ず(?=[、。]|に(?!は?[いおす])|\Z)|ぬ(?=[。、]|\Z)"
    r"|(?<=[うくぐすつぬぶむるえけせてねべめれ])(?<!う)まい(?=[。、]|\Z)"
)
_NAME_PARTICLE = lazy(r"(?<=[A-Z]{2} )no(?= [A-Z])")


_BEFORE, _AFTER = 10, 7
"""Characters around a negation in which a turn of speech shows that English may say it positively."""
_NOTHING_BUT = lazy(
    r"(?:[一-龠]{0,3}|こと|もの|わけ|はず|ところ|とき|人)(?:に|で|が|は|も|など|まで|と)*(?:い|あり|なら|いけ|なり|限ら|思え|言え|いえ)?"
)
"""What stands between two negations that take each other back."""
_TWICE = 16
"""Characters within which two negations take each other back."""
_LIMITS = lazy(r"しか|ほとんど|めった|以外|必ずしも|さほど|あまり|それほど|別に")
"""What earlier in a clause makes its negation “only”, “hardly” or “not so”."""


_SURELY = lazy(
    "(?<=[ぁ-ん])ない(?:はず|わけ|訳|道理|(?:わけ|訳|こと)で)[がはも]?(?:な[いくか]|ありませ)"
)
"""喜ばないはずがない: two denials, which affirm."""
_NO_NEGATION = lazy("う?ないくつ|[行伴担補商償]な[いうえおわっ]")
"""のようないくつか, and okurigana of old: 行ないます."""
_NOT_THAT = lazy(
    r"\bnot? (?:that|as if|as though|because|to say|like|reason)\b|n['’]t (?:that|as if|as though|mean)\b",
    re.I,
)
_DENIAL = lazy(
    r"\bno way\b|\b(?:not|never|cannot|nobody|nothing|impossible|unlikely|hardly)\b|n['’]t\b", re.I
)
_SECOND_DENIAL = lazy(
    r"\bwithout\b|\bfail\w*|\bun\w{3,}|\bdis\w{3,}|\bbut\b|\bhelp\w*|\bdoubt\w*|\bwonder\b|\bunless\b|\bno\b"
    r"|\bonly\b|\bmiss\w*|\brefus\w*|\bignor\w*|\black\w*",
    re.I,
)


_COMPARES = lazy(
    r"\b(?:most|best|worst|less|\w{3,}est|\w{2,}er than|unrivall?ed|unique\w*)\b", re.I
)
"""What turns 彼ほど真面目な男はいない: the most serious man."""
_YET = lazy("まだ|未だ|いまだ|今だに|なお")
_GOES_ON = lazy(
    r"\b(?:still|yet|remain\w*|pending|ongoing|under way|underway|continu\w*|in progress|ahead|left|more to|keep\w*)\b",
    re.I,
)


def _denied_once(en: str) -> re.Match[str] | None:
    """The only denial of an English text, if it has just one."""
    found = list(_DENIAL.finditer(en))
    rest = en[: found[0].start()] + en[found[0].end() :] if found else ""
    return found[0] if len(found) == 1 and not _SECOND_DENIAL.search(rest) else None


class Polarity(PairCheck):
    """The Japanese denies, and nothing in the English does."""

    id = "neg.polarity"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = t(
        "The Japanese denies once and the English has no negative word at all. "
        "Phrases that English turns round (不備のない: complete) are let pass."
    )
    examples = (
        Example("この券は対象になりません。", "This ticket is not valid.", "This ticket is valid."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """One negation in the Japanese, none in the English; two of which one is left."""
        if (
            (sure := _SURELY.search(pair.ja))
            and (denial := _denied_once(pair.en))
            and not _NOT_THAT.search(pair.en)
        ):
            yield self.finding(
                t(
                    "{ja} is sure (two denials); the English denies (“{en}”).",
                    ja=sure[0],
                    en=denial[0],
                ),
                ja=Span(*sure.span()),
                en=Span(*denial.span()),
                ja_value="affirmative",
                en_value="negative",
            )
            return
        en = _NAME_PARTICLE.sub("--", pair.en)
        if not en.strip() or not _NEGATED.search(pair.ja) or negations(en):
            return
        if signal("negative word").search(en) or _ASKS.search(en) or _ASKS.search(pair.ja):
            return
        match = _denial(pair.ja)
        if not match or _NO_NEGATION.match(pair.ja, max(match.start() - 1, 0)):
            return
        if admits_the_rest(pair) or _not_yet(pair, match) or "過言" in pair.ja:
            return
        if "ほど" in pair.ja[: match.start()] and _COMPARES.search(en):
            return
        yield self.finding(
            t(
                "The Japanese denies ({rstrip}), the English does not.",
                rstrip=match[0].rstrip("。"),
            ),
            ja=Span(*match.span()),
            ja_value="negative",
            en_value="affirmative",
        )


def _not_yet(pair: CheckedPair, denial: re.Match[str]) -> bool:
    """Whether the English says by what goes on that something is not done: まだ終わっていない, still."""
    clause = re.split(r"[。、「」]", pair.ja[: denial.start()])[-2:]
    return bool(_YET.search("".join(clause)) and _GOES_ON.search(pair.en))


def _takes_back(ja: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether two negations are one assertion: 知らない者はいない."""
    return bool(_NOTHING_BUT.fullmatch(ja[first.end() : second.start()]))


def _is_taken_back(ja: str, found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the negation `at` and one near by, before or after it, are one assertion."""
    this = found[at]
    later = map(found.__getitem__, range(at + 1, len(found)))
    earlier = map(found.__getitem__, range(at - 1, -1, -1))
    after = takewhile(lambda each: each.start() - this.end() < _TWICE, later)
    before = takewhile(lambda each: this.start() - each.end() < _TWICE, earlier)
    return any(_takes_back(ja, this, each) for each in after) or any(
        _takes_back(ja, each, this) for each in before
    )


def _denial(ja: str) -> re.Match[str] | None:
    """The first negation that English may not put positively and that no second one takes back."""
    found = list(_NEGATED.finditer(ja))
    for at, match in enumerate(found):
        around = ja[max(match.start() - _BEFORE, 0) : match.end() + _AFTER]
        clause = ja[
            max(ja.rfind(mark, 0, match.start()) for mark in "。、「」") + 1 : match.start()
        ]
        turned = signal("paraphrased").search(around) or _LIMITS.search(clause)
        condition = needs_a_condition(ja, match.start()) or is_a_condition(ja, *match.span())
        if not turned and not condition and not _is_taken_back(ja, found, at):
            return match
    return None


_FORBIDS = lazy(
    r"不可(?![能欠解避思侵分視逆抗知])|厳禁|(?<!解)禁止(?!され?て(?:い)?な|せず|しな|の?解|を解|令を解)"
    r"|べからず|立ち?入り?禁|禁じ(?:る|ます|られて)|禁ずる?(?=[。、]|\Z)|(?:は|を)ご容赦|お断り"
    r"|ご遠慮(?:くださ|下さ|願|いただ)|(?:お控え|控えて)(?:くださ|下さ|願)"
    r"|(?<!忘れ)(?<!心配し)(?<!気にし)(?<!気に)(?<!無理し)(?<!遠慮し)(?<!急が)(?<!あわて)(?<!慌て)(?<!動か)(?<!離さ)(?<!行か)(?<!切ら)(?<!黙ってい)(?<!諦め)(?<!あきらめ)(?<!泣か)(?<!待た)(?<!超え)(?<!越え)(?<!上回ら)(?<!下回ら)(?<!割ら)(?<!割り込ま)"
    r"(?:ない)で(?:くだ|下)さ(?!る|い(?:ます|ました|と|って))|ないようにして(?:くだ|下)さ|(?<!超え)(?<!越え)(?<!上回ら)(?<!下回ら)(?<!割ら)ないこと(?=。|\Z)"
)
"""Prohibitions and requests not to do something. Left out are those that English turns into their
positive: 忘れないで is “be sure to remember”.
"""


_NOT_FORBIDDING = lazy(
    r"\b(?:until|too|down|against|far from|out of|difficult\w*|sorry|little|few|less|hidden|empty"
    r"|temporar\w*|wrong|missing)\b",
    re.IGNORECASE,
)
"""Words that deny elsewhere and forbid nothing."""


_EITHER_WAY = lazy(
    r"\b(?:with or without|whether or not|or not|without exception|no matter)\b", re.I
)
_ALLOWS = lazy(
    r"\b(?:is|are|be) (?:permitted|allowed|welcome|possible|acceptable|available|fine|free)\b|\bfeel free\b"
    r"|\b(?:may|can)\b",
    re.I,
)
_STILL_FORBIDS = lazy(
    r"\b(?:only|prohib\w*|forbid\w*|forbidden|bann?\w*|refrain\w*|avoid\w*)\b", re.I
)


class Prohibition(PairCheck):
    """The Japanese forbids, and nothing in the English does."""

    id = "neg.prohibition"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = t(
        "The Japanese forbids something or asks not to do it (厳禁, 不可, ないでください), and the "
        "English has no word that denies, forbids or limits."
    )
    examples = (
        Example("返品不可", "Non-returnable", "Returnable"),
        Example(
            "廊下での喫煙は厳禁です。", "No smoking in the halls.", "You may smoke in the halls."
        ),
        Example(
            "運転中は話しかけないでください。",
            "Please do not talk to the driver.",
            "Please talk to the driver.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first prohibition, where the English has none."""
        if pair.en.strip():
            for name, span in unanswered(self.id, pair):
                said = pair.ja[span.start : span.end]
                yield self.finding(
                    t("{said} is “{name}”; the English does not say so.", said=said, name=name),
                    ja=span,
                    ja_value=name,
                    grade=Grade.D3,
                )
                return
        match = _FORBIDS.search(pair.ja)
        en = _EITHER_WAY.sub(" ", pair.en)
        if "無断" in pair.ja or "許可なく" in pair.ja or "断りなく" in pair.ja:
            en = UNASKED.sub(" ", en)
        if not match or not en.strip() or negations(en):
            return
        if (allows := _ALLOWS.search(en)) and en != pair.en and not _STILL_FORBIDS.search(en):
            yield self.finding(
                t("{said} forbids; the English allows (“{en}”).", said=match[0], en=allows[0]),
                ja=Span(*match.span()),
                ja_value="negative",
                en_value="affirmative",
            )
            return
        en = _NOT_FORBIDDING.sub(" ", en)
        if signal("negative word").search(en) or signal("forbidding word").search(en):
            return
        if admits_the_rest(pair):
            return
        yield self.finding(
            t("{said} forbids; nothing in the English does.", said=match[0]),
            ja=Span(*match.span()),
            ja_value="negative",
            en_value="affirmative",
        )


CHECKS = (Polarity, Prohibition)
