"""Who owes what to whom, where a contract names its two sides: `law.parties`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.law.transfers import Role, acts, transfers
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.triggers import ByTrigger
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_TABLE = """
甲|Party A|A|Kō; 乙|Party B|B|Otsu
甲|Party A|A|Kō; 丙|Party C|C|Hei
乙|Party B|B|Otsu; 丙|Party C|C|Hei
売主|売り主|売渡人|売り手|seller|vendor; 買主|買い主|買受人|買い手|buyer|purchaser
貸主|賃貸人|家主|大家|転貸人|lessor|landlord|landlady|owner|sublessor; 借主|賃借人|借家人|転借人|lessee|tenant|renter|sublessee|subtenant
貸主|貸付人|貸金業者|貸し手|lender; 借主|借入人|借受人|借り手|borrower
発注者|注文者|施主|client|customer|orderer|owner|employer|ordering party|purchaser; 受注者|請負人|請負者|contractor|supplier
委託者|委任者|client|consignor|principal|customer|entrustor|company; 受託者|受任者|contractor|consignee|agent|entrusted party|trustee|provider
使用者|雇用主|雇い主|事業主|雇用者|employer; 労働者|従業員|被用者|被雇用者|employee|worker
債権者|creditor|obligee; 債務者|debtor|obligor
原告|plaintiff; 被告|defendant
控訴人|appellant; 被控訴人|appellee
上告人|appellant; 被上告人|appellee
申立人|請求人|petitioner|applicant|claimant; 相手方|被申立人|respondent|other party
譲渡人|assignor|transferor; 譲受人|assignee|transferee
保証人|guarantor; 債務者|主債務者|debtor
債権者|creditor; 保証人|guarantor
相続人|heir|successor|inheritor; 被相続人|decedent|deceased|ancestor
抵当権者|mortgagee; 抵当権設定者|mortgagor
質権者|pledgee; 質権設定者|pledgor
寄託者|depositor|bailor; 受寄者|depositary|bailee
荷送人|送り主|荷主|shipper|consignor|sender; 荷受人|受取人|consignee|recipient
荷主|shipper; 運送人|carrier
送信者|差出人|sender; 受信者|受取人|recipient|addressee|receiver
保険者|保険会社|insurer; 被保険者|保険契約者|insured|policyholder
許諾者|ライセンサー|licensor; 被許諾者|ライセンシー|licensee
フランチャイザー|franchisor; フランチャイジー|franchisee
開示者|開示当事者|disclosing party|discloser; 受領者|受領当事者|receiving party|recipient
贈与者|donor; 受贈者|donee
出品者|seller|lister; 落札者|winning bidder|buyer
派遣元|dispatching company; 派遣先|client company
親会社|parent company|parent; 子会社|subsidiary
加害者|perpetrator|offender|assailant; 被害者|victim
"""
_PEOPLE = """
医師|医者|doctor|physician; 患者|patient
教師|教員|先生|teacher|instructor; 生徒|学生|児童|student|pupil
上司|boss|supervisor|superior; 部下|subordinate
夫|husband; 妻|wife
父|父親|father|dad; 息子|娘|son|daughter
母|母親|mother|mom|mum; 息子|娘|子ども|son|daughter|child
親|保護者|parent; 子|子ども|子供|child
兄|姉|older brother|older sister|elder brother|elder sister|big brother|big sister; 弟|妹|younger brother|younger sister|little brother|little sister
検察|検察官|prosecutor|prosecution; 弁護人|弁護側|defense|defence|counsel
"""


def _role(names: str) -> Role:
    parts = [part.strip() for part in names.split("|")]
    return Role(
        tuple(part for part in parts if not part.isascii() and part != "Kō"),
        tuple(part.lower() for part in parts if part.isascii()),
    )


Roles = tuple[Role, Role]


def _roles(table: str) -> list[Roles]:
    halves = (line.split(";") for line in table.strip().splitlines())
    return [(_role(first), _role(second)) for first, second in halves]


ROLES = _roles(_TABLE)
PEOPLE = _roles(_PEOPLE)
"""Who are no sides of a contract: only what passes from one to the other is compared."""
_SIGNS = lazy(
    "甲|乙|丙|[売買貸借]り?[主手]|[者人]|従業員|被?告|ライセン|フランチ|会社|派遣|医師|教[師員]|先生|生徒|学生|上司|部下"
    "|夫|妻|父|母|息子|娘|子|兄|弟|姉|妹|検察|弁護|相手方|送り主"
)
_PARTICLE = lazy("[はがのにへ]")
_MODAL = r"(?:also |then |hereby |each )?(?:shall|must|may|will|can|cannot|should|agrees?|undertakes?|warrants?|represents?|is (?:responsible|liable|required|obliged|entitled|obligated)|has the (?:right|obligation)|owns?|pays?|provides?|grants?|delivers?|leases?|lends?|sells?|entrusts?|bears?|retains?|(?:is|are|was|were) (?:now |currently |also |still )?(?!being)[a-z]{3,}ing|(?:has|have|had) (?:already |also |not |never )?[a-z]{3,}(?:ed|en|ght|aid|old)(?! by)|(?:argued|claimed|demanded|sued|sought|refused|agreed|filed|appealed|submitted|paid|sent|received|signed|breached|failed|notified|contended|denied|admitted|alleged|insisted|maintained|accepted|rejected|asked)(?! by)|(?!was\b|has\b|its\b|this\b)[a-z]{3,}[^s\W]s)\b"
_BY = r"\bby (?:the )?"
_GIVEN_JA = lazy("(?P<from>[甲乙])[がは、]{1,2}(?:甲|乙)に")
_GIVEN_EN = lazy(r"\bby (?:Party )?(?P<from>[AB]) to (?:Party )?[AB]\b")
_PASSIVE_JA = lazy(
    "受け|受領(?!後|日|し(?:た(?:とき|時|日|後|場合)|て))|され|られ|得(?:る|た|て)|もら"
)
"""A side that receives may be the object of an English passive."""


class Parties(PairCheck):
    """The side that acts in the Japanese acts in the English."""

    id = "law.parties"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "甲 and 乙, 売主 and 買主, 貸主 and 借主 are the sides of a contract. The one that is the "
        "topic (は) of the Japanese does or owes something; in the English the other one does."
    )
    examples = (
        Example(
            "甲は、乙に代金を支払う。",
            "Party A shall pay the price to Party B.",
            "Party B shall pay the price to Party A.",
        ),
        Example(
            "貸主は借主に鍵を渡す。",
            "The keys shall be handed to the lessee by the lessor.",
            "The lessee shall hand the keys to the lessor.",
        ),
    )

    def _other_side(self, pair: CheckedPair, sides: Sequence[Roles]) -> Iterator[Finding]:
        """A text with one side only that names the other; "by B to A" for 甲が乙に."""
        for roles in sides:
            ours = [_has(role, pair.ja) for role in roles]
            if bool(ours[0]) != bool(ours[1]):
                theirs = [_called(role, pair.en) for role in roles]
                ja, en = ours[0] or ours[1], theirs[1] if ours[0] else theirs[0]
                if ja and en and not (theirs[0] if ours[0] else theirs[1]):
                    yield self._exchanged(ja, ja[0], en, en[0])
                    return
        given, taken = _GIVEN_JA.search(pair.ja), _GIVEN_EN.search(pair.en)
        if given and taken and ("甲", "乙").index(given["from"]) != "AB".index(taken["from"]):
            yield self._exchanged(given, given[0], taken, taken[0])

    def _other_consent(self, pair: CheckedPair) -> Finding | None:
        """The consent of one side that became the other side's."""
        if not _CONSENT_JA.search(pair.ja):
            return None
        for roles in _roles_by_name().in_text(pair.ja):
            (ours, theirs), (others, other) = (_consents(role, pair.ja, pair.en) for role in roles)
            if ours and other and not theirs and not others:
                return self._exchanged(ours, ours[0], other, other[0])
            if others and theirs and not other and not ours:
                return self._exchanged(others, others[0], theirs, theirs[0])
        return None

    def _exchanged(self, ja: re.Match[str], ours: str, en: re.Match[str], theirs: str) -> Finding:
        return self.finding(
            t("The sides are exchanged: {ja} in the Japanese, “{en}” in the English.", ja=ours,
              en=theirs),
            ja=Span(*ja.span()),
            en=Span(*en.span()),
            ja_value=ours,
            en_value=theirs,
        )  # fmt: skip

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding where the actor of a clause with one topic is the other side."""
        if not pair.en or not _PARTICLE.search(pair.ja) or not _SIGNS.search(pair.ja):
            return
        if consent := self._other_consent(pair):
            yield consent
            return
        named = [roles for roles in _roles_by_name().in_text(pair.ja) if _either(roles, pair.ja)]
        sides = [roles for roles in named if roles not in PEOPLE]
        for found in transfers(pair.ja, pair.en, named):
            if found.same and _BY_THE_WAY.match(pair.en, found.en.end()):
                break
            if found.same:
                return
            yield self._exchanged(found.ja, found.ja[0], found.en, found.en[0])
            return
        if (turned := acts(pair.ja, pair.en, sides)) is not None:
            yield self._exchanged(turned.ja, turned.ja[0], turned.en, turned.en[0])
            return
        yield from self._other_side(pair, sides)
        for roles in sides:
            topics = [_topic(role, pair.ja) for role in roles]
            if bool(topics[0]) == bool(topics[1]):
                continue
            ours, theirs = (0, 1) if topics[0] else (1, 0)
            actors = [_actor(role, pair.en) for role in roles]
            topic, actor = topics[ours], actors[theirs]
            if topic and actor and _who(roles[ours], pair.en):
                continue
            if topic and actor and not actors[ours] and not _PASSIVE_JA.search(pair.ja):
                yield self.finding(
                    t("In the Japanese {ja} acts, in the English “{en}”.", ja=topic[0][:-1],
                      en=actor["who"]),
                    ja=Span(*topic.span()),
                    en=Span(*actor.span("who")),
                    ja_value=topic[0],
                    en_value=actor["who"],
                )  # fmt: skip
                return


@cache
def _roles_by_name() -> ByTrigger[Roles]:
    both = ((roles, (*roles[0].ja, *roles[1].ja)) for roles in (*ROLES, *PEOPLE))
    return ByTrigger(("|".join(names), roles) for roles, names in both)


def _either(roles: Roles, ja: str) -> bool:
    return _named(roles[0], ja) or _named(roles[1], ja)


def _named(role: Role, ja: str) -> bool:
    return any(name in ja for name in role.ja)


def _has(role: Role, ja: str) -> re.Match[str] | None:
    return _alone(role).search(ja) if _named(role, ja) else None


@cache
def _alone(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?<![一-龠ァ-ヶー])(?:{'|'.join(role.ja)})(?![一-龠])")


def _called(role: Role, en: str) -> re.Match[str] | None:
    names = "|".join(name for name in role.en if name not in _MANIFOLD)
    return re.search(rf"\b(?:{names})\b", en, re.I) if names else None


_MANIFOLD = frozenset(["a", "b", "owner", "client", "customer", "company", "principal", "agent", "employer", "recipient", "provider",
                       "supplier", "contractor", "purchaser", "orderer"])  # fmt: skip
"""English names that more than one Japanese one may have."""


def _topic(role: Role, ja: str) -> re.Match[str] | None:
    """Where a role is the topic, not inside a longer word (保険契約者は is not 契約者は)."""
    return _as_topic(role).search(ja) if _named(role, ja) else None


@cache
def _as_topic(role: Role) -> re.Pattern[str]:
    return re.compile(rf"(?<![一-龠ァ-ヶー])(?:{'|'.join(role.ja)})(?:ら|等)?は")


def _who(role: Role, en: str) -> bool:
    """Whether a relative clause stands between a side and what it does."""
    names = "|".join(name for name in role.en if name != "a")
    return bool(
        re.search(rf"\b(?:{names})s? (?:who|that|which|intending|wishing|seeking)\b", en, re.I)
    )


_SUBORDINATE = lazy(
    r"\b(?:because|if|when|whenever|as|since|after|before|until|till|that|which|who|where|while|unless|whether|though|although|what|once)\s+(?:the\s+|an?\s+|any\s+)?(?:Party\s+)?\Z",
    re.I,
)
"""Before a side that acts in a clause of its own, not as the one who is spoken of."""
_BY_THE_WAY = lazy(
    r"(?:es|s)?\s(?:shall|must|may|will)\s(?!be\b)[^.;]{0,80}?\b(?:submitted|provided|delivered|sent|issued|supplied|furnished|given|paid|lent|presented|disclosed)\sby\s",
    re.I,
)
"""What one side has given, in a sentence about a duty of the other."""
_CONSENT_JA = lazy(
    r"の(?:書面による|事前の|明示の|文書による|書面での|事前の書面による)*(?:許可|承諾|同意|承認|了解|許し|了承|合意)(?=[をがのなにも])"
)
_CONSENT_EN = r"(?:prior |written |express |explicit |advance )*(?:consent|permission|approval|authori[sz]ation|agreement|leave)"


def _consents(role: Role, ja: str, en: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Where each text says that a side's consent is needed or given."""
    ours = re.search(rf"(?:{'|'.join(role.ja)}){_CONSENT_JA.pattern}", ja)
    names = "|".join(name for name in role.en if name != "a")
    theirs = re.search(
        rf"\b(?:{names})s?['’]s?\s{_CONSENT_EN}|\b{_CONSENT_EN}\s(?:of|from|by)\s(?:the\s|an?\s)?(?:{names})\b",
        en,
        re.I,
    )
    return ours, theirs


def _actor(role: Role, en: str) -> re.Match[str] | None:
    """Where a role does something: before a verb of duty in the active, or after "by"."""
    plain = [name for name in role.en if name != "a"]
    names = "|".join(plain)
    found = re.finditer(
        rf"\b(?P<who>{names})s?(?:,[^,.]{{1,60}},)?\s+{_MODAL}(?!\s+(?:not\s+)?(?:also\s+)?be\s+(?P<passive>\w+(?:ed|en|wn|ld|nt|id|de|ught)\b))",
        en, re.I,
    )  # fmt: skip
    active = next((m for m in found if not _SUBORDINATE.search(en, 0, m.start())), None)
    return active or re.search(
        rf"\b(?:be|is|are|been)\s(?!\w+ing\b)(?:\w+\s){{1,6}}?by\s(?:the\s)?(?P<who>{names})\b",
        en,
        re.I,
    )


CHECKS: tuple[type[Check], ...] = (Parties,)
