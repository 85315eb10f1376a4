"""Whether a text denies or forbids, and whether its English does."""

import re
from collections.abc import Iterable

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.sentences import signal
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_forms import negations
from alignbench.language.morphology import Morpheme, morphemes
from alignbench.messages import t

_ASKS = re.compile(r"[?？]")
_NEGATED = re.compile(
    r"(?:ない|なかった|なく(?!な)|ませんでした|ません|[ぁ-ん]ず(?=[、。に])|ぬ。|まい。)"
)
_NAME_PARTICLE = re.compile(r"(?<=[A-Z]{2} )no(?= [A-Z])")


_PLAIN = re.compile(
    r"[一-龠ァ-ヶー](?:を|が|は|も)?(?:して(?:い|おり)?|し|され(?:てい)?|でき|出来)"
    r"(?:ない(?!か|と|よう)|なかった|ません(?!か))"
)
"""A verb of kanji or katakana denied in plain words (機能しない): no turn of speech hides in it."""


class Polarity(PairCheck):
    """The Japanese denies, and nothing in the English does."""

    id = "neg.polarity"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = (
        "The Japanese denies once and the English has no negative word at all. "
        "Phrases that English turns round (不備のない: complete) are let pass; "
        "what is denied by other than a plain verb (機能しない) is only a hint."
    )
    examples = (
        Example("この券は対象になりません。", "This ticket is not valid.", "This ticket is valid."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """One negation in the Japanese, none in the English."""
        match = _NEGATED.search(pair.ja)
        en = _NAME_PARTICLE.sub("--", pair.en)
        if not match or not en.strip() or negations(en):
            return
        if signal("negative word").search(en) or _ASKS.search(en) or _ASKS.search(pair.ja):
            return
        if signal("paraphrased").search(pair.ja) or not _denies(pair):
            return
        yield self.finding(
            t(
                "The Japanese denies ({rstrip}), the English does not.",
                rstrip=match[0].rstrip("。"),
            ),
            ja=Span(*match.span()),
            ja_value="negative",
            en_value="affirmative",
            hint=not _PLAIN.search(pair.ja),
        )


def parsed(pair: CheckedPair) -> tuple[Morpheme, ...]:
    """The morphemes of the Japanese, parsed once for all checks."""
    return pair.remember("morphemes", lambda: morphemes(pair.ja))


def _denies(pair: CheckedPair) -> bool:
    """Whether exactly one morpheme negates: two may take each other back."""
    found = [m for m in parsed(pair) if m.lemma in ("ない", "無い", "ず", "まい")]
    return len(found) == 1


_FORBIDS = re.compile(
    r"不可(?![能欠解避思侵分視逆抗知])|厳禁|(?<!解)禁止(?!され?て(?:い)?な|せず|しな|の?解|を解|令を解)"
    r"|べからず|立入禁|ご遠慮(?:くださ|下さ|願|いただ)|(?:お控え|控えて)(?:くださ|下さ|願)"
    r"|(?<!忘れ)(?<!心配し)(?<!気にし)(?<!気に)(?<!無理し)(?<!遠慮し)(?<!急が)(?<!あわて)(?<!慌て)(?<!動か)(?<!離さ)(?<!行か)(?<!切ら)(?<!黙ってい)(?<!諦め)(?<!あきらめ)(?<!泣か)(?<!待た)"
    r"(?:ない)で(?:くだ|下)さ(?!る|い(?:ます|ました|と|って))|ないようにして(?:くだ|下)さ|ないこと(?=。|\Z)"
)
"""Prohibitions and requests not to do something. Left out are those that English turns into their
positive: 忘れないで is “be sure to remember”.
"""


_NOT_FORBIDDING = re.compile(
    r"\b(?:until|too|down|against|far from|out of|difficult\w*|sorry|little|few|less|hidden|empty"
    r"|temporar\w*|wrong|missing)\b",
    re.IGNORECASE,
)
"""Words that deny elsewhere and forbid nothing."""


class Prohibition(PairCheck):
    """The Japanese forbids, and nothing in the English does."""

    id = "neg.prohibition"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = (
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
        match = _FORBIDS.search(pair.ja)
        if not match or not pair.en.strip() or negations(pair.en):
            return
        en = _NOT_FORBIDDING.sub(" ", pair.en)
        if signal("negative word").search(en) or signal("forbidding word").search(en):
            return
        yield self.finding(
            t("{said} forbids; nothing in the English does.", said=match[0]),
            ja=Span(*match.span()),
            ja_value="negative",
            en_value="affirmative",
        )


CHECKS = (Polarity, Prohibition)
