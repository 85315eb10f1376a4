"""Must, may, must not, need not: what the Japanese demands or allows, and what the English does."""

import re
from collections.abc import Iterable, Iterator

from alignbench.checks.check import CheckedPair, Context, Example, PairCheck
from alignbench.checks.phrases import unanswered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span

NAMES = {
    "must": "obligation",
    "must_not": "prohibition",
    "may": "permission",
    "need_not": "no obligation",
}
_JAPANESE = re.compile(
    r"(?P<need_not>(?:なく|ず)(?:とも|ても)(?:よい|よく|良い|いい|構わ|かまわ|差し支え)|必要(?:は"
    r"|も|が|性は|性が)"
    r"(?:全く|まったく|特に)?(?:な[いくかけ]|ありませ|無[いくか])|(?:するに|には)及(?:ばな|びませ))"
    r"|(?P<must_not>て(?:は|も)(?:なら(?:な|ぬ|ず)|なりませ|いけ(?:な|ま))|[てで]は(?:なら(?:な"
    r"|ぬ|ず)|なりませ"
    r"|いけ(?:な|ま))|ちゃ(?:いけ|だめ|ダメ|駄目)|べきで(?:は|も)?(?:な|あり)|べからず"
    r"|ないでください|ないで下さい)"
    r"|(?P<must>なけれ?ば(?:なら|なりま|いけ)|なく[てち]ゃ?は?(?:なら|なりま|いけ)|ねばなら"
    r"|ねばなりま"
    r"|必要(?:が|も)(?:ある|あり|あっ|生じ)|必要と(?:する|し|なる|なり)|必須(?:で|と|の)"
    r"|義務(?:が|を|と|で)|べき(?![かだ地]|で(?:は|も)?な)(?=だ|で|と|の|もの|こと|。|です"
    r"|である))"
    r"|(?P<may>て(?:も)(?:よい|よく|良い|いい|構わ|かまわ|差し支え)|てよい|(?:こと|事)が(?:でき"
    r"|出来|可能)"
    r"|(?:が|も)可能(?:です|だ|で|に|と)|許(?:さ|可)(?:れ|さ)(?:る|れる|てい|ます|た))"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<need_not>(?:do|does|did|will|would|should)(?: not|n['’]t) (?:\w+ )?(?:have|need"
    r"|be required) to"
    r"|need(?: not|n['’]t)|no (?:need|necessity)|(?:not|\w+n['’]t) (?:\w+ )?(?:necessar\w+"
    r"|required|obliged|needed|needs?"
    r"|mandatory)|unnecessary|needless|optional|no longer (?:\w+ )?(?:have|has|had|needs?|needed"
    r"|required?)"
    r"|without (?:having|needing) to)"
    r"|(?P<must_not>(?:must|may|should|shall|can|ought)(?: ?not|n['’]t)|can['’]t|prohibit\w*"
    r"|forb[ai]d\w*|bann\w*"
    r"|not (?:be )?(?:allowed|permitted|supposed))"
    r"|(?P<no>not|no|never|\w+n['’]t|avoid\w*|refrain\w*|illegal\w*|unable|impossible|without"
    r"|cannot|nor|neither|only|un\w+|too)"
    r"|(?P<must>must|ha(?:ve|s|d) (?:\w+ )?to|having to|shall|should|ought to|need(?:s|ed)? to"
    r"|required)"
    r"|(?P<demand>gotta|got to|needs?|needed|requir\w+|oblig\w*|necess\w*|mandatory|essential"
    r"|dut(?:y|ies)|compulsory"
    r"|had better|supposed|sure|bound|forced|crucial|vital|imperative|demand\w*|responsib\w*"
    r"|worth\w*|to be"
    r"|deserv\w*|important|call\w*|compel\w*|prerequisite\w*|want\w*|due|ha(?:ve|s) got|gets? to"
    r"|is to|are to|let['’]s|will|ensure)"
    r"|(?P<may>may|can|could|might|allowed|permitted)"
    r"|(?P<can>able|allow\w*|permi\w*|possib\w*|enabl\w*|lets?|right|free|alright|okay|ok|fine"
    r"|available|capab\w*"
    r"|option\w*|succeed\w*|manag\w*|welcome|\w+[ai]bl[ey]|would))\b",
    re.IGNORECASE,
)
_AGREES = {
    "must": {"must", "demand"},
    "must_not": {"must_not", "no"},
    "need_not": {"need_not", "may", "can"},
    "may": {"may", "can"},
}
_CONTRADICTS = {
    "must": {"need_not", "may", "must_not"},
    "must_not": {"need_not", "must", "may"},
    "need_not": {"must", "must_not"},
    "may": {"must", "must_not"},
}
"""Kinds of English phrases that a Japanese kind can become, and those it never becomes."""
_DENIED = re.compile(r"[^。]{0,4}?(?:な[いかく]|ませ|ず|ぬ|まい)|[^。]*(?:か。?\Z|？|\?)")


class Obligation(PairCheck):
    """Must became may, must not became need not."""

    id = "mod.obligation"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = (
        "The Japanese demands, forbids, allows or excuses (なければならない, てはならない, "
        "てもよい, "
        "必要はない), and the English has only a phrase that says otherwise; or a danger "
        "(おそれがある) is told as a fact."
    )
    examples = (
        Example("ここに立ち入ってはならない。", "You must not enter.", "You do not have to enter."),
        Example("全員が登録しなければならない。", "All must register.", "All may register."),
        Example(
            "靴を脱ぐ必要はない。", "You need not take off your shoes.", "Take off shoes: a must."
        ),
        Example("凍るおそれがある。", "It may freeze.", "It freezes."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Modal phrases without an answer that agrees with them."""
        if "おそれ" in pair.ja or "恐れ" in pair.ja:
            for name, span in unanswered(self.id, pair):
                yield self.finding(f"The English does not speak of a {name}.", ja=span)
        yield from self._exchanged(pair)

    def _exchanged(self, pair: CheckedPair) -> Iterator[Finding]:
        said = list(_JAPANESE.finditer(pair.ja))
        kinds = {match.lastgroup for match in said}
        if len(kinds) != 1 or _denied(said[-1], pair):
            return
        meant = said[0].lastgroup or ""
        read = list(_ENGLISH.finditer(pair.en))
        found = {match.lastgroup for match in read}
        for match in () if found & _AGREES[meant] else read:
            kind = match.lastgroup or ""
            if kind in _CONTRADICTS[meant]:
                yield self.finding(
                    f"{said[0][0]}: {NAMES[meant]}. “{match[0]}”: {NAMES[kind]}.",
                    ja=Span(*said[0].span()),
                    en=Span(*match.span()),
                    ja_value=NAMES[meant],
                    en_value=NAMES[kind],
                )
                return


def _denied(said: re.Match[str], pair: CheckedPair) -> bool:
    """Whether a negation or a question turns round what is demanded or allowed."""
    if "?" in pair.en:
        return True
    return said.lastgroup == "may" and bool(_DENIED.match(pair.ja, said.end()))


CHECKS = (Obligation,)
