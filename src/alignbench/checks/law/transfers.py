"""What passes from whom to whom, where a sentence names both: 甲は乙に…, "A shall … to B"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.words.denied_predicates import predicates

_LONGEST = 1_000
"""Characters of each side that are looked at."""
_FAR = 160
"""English characters between two sides of one transfer, at the most."""


@dataclass(frozen=True, slots=True)
class Role:
    """One side of a contract: its Japanese names, and its English ones in lower case."""

    ja: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer that both texts tell, and whether it goes the same way in both."""

    ja: re.Match[str]
    en: re.Match[str]
    same: bool


_RECEIVES_JA = lazy(
    r"受け(?!持|付け|入れ拒)|受領|受取|もら[いうっわ]|いただ|頂[いきく]|借り|借用|買[いうっ]|購入|取得|譲り受|引き?継|相続|教わ|習[いうっ]|聞[いくき]|預か|[させま]れ(?!ば)|られ(?!る(?:とき|場合|もの|範囲))|得[たてる]"
)
_ASKS_OR_HEARS = lazy("に聞[いくきか]")
"""Who asks and who hears are written alike."""
_RECEIVES_EN = lazy(
    r"\b(?:receiv\w+|obtain\w*|borrow\w*|bought|buys?|buying|purchas\w+|accept\w*|gets?|got|acquir\w+|inherit\w*|learn\w*|hears?|heard|taught|rent(?:s|ed)?|leas(?:es|ed)|take(?:s|n)?|took|collect(?:s|ed)?|is given|was given|be given|be paid|is paid|was paid|gain\w*)\b",
    re.I,
)
_DEMANDS_EN = lazy(
    r"\b(?:demand\w*|claim\w*|request\w*|seeks?|sought|requir\w+|ask\w*|recover\w*)\b", re.I
)
_PASSIVE_EN = lazy(
    r"\b(?:be|is|are|was|were|been|being)\s(?:\w+ly\s)?(?:\w+(?:ed|en|wn|ld|nt|id|ught)|sold|lent|given|made|put|set|told|sued)\b",
    re.I,
)
_GIVEN_BY = lazy(
    r"\b(?:submitted|provided|delivered|sent|issued|supplied|furnished|given|paid|lent|presented|notified|disclosed|handed over)\s+by\s(?:the\s)?\Z",
    re.I,
)
"""What one side has given, as a part of a sentence about the other."""
_BREAK = lazy(
    r"[.;:?!]\s|\b(?:if|when|where|unless|who|which|that|after|before|until|and|but)\b", re.I
)


def transfers(ja: str, en: str, roles: Sequence[tuple[Role, Role]]) -> Iterator[Transfer]:
    """The transfers between the two sides of a pair of roles that both texts tell plainly."""
    ja, en = ja[:_LONGEST], en[:_LONGEST]
    if _ASKS_OR_HEARS.search(ja):
        return
    for first, second in roles:
        if not any(name in ja for name in first.ja) or not any(name in ja for name in second.ja):
            continue
        ours = _in_japanese(first, second, ja)
        theirs = _in_english(first, second, en) if ours else None
        if ours and theirs:
            yield Transfer(ours[1], theirs[1], ours[0] == theirs[0])
            return


@lru_cache(maxsize=200)
def _japanese(first: Role, second: Role) -> re.Pattern[str]:
    one, two = (rf"(?<![一-龠ァ-ヶー])(?:{'|'.join(role.ja)})" for role in (first, second))
    return re.compile(
        rf"(?:(?P<a>{one})|(?P<b>{two}))"
        r"(?:ら|たち|等|側|本人)?(?P<particle>に対して|に対し|に対する|への|あてに|宛てに|宛に|から(?:の)?|より|によって|により|には|にも|とは|[はがにへのをと])(?![一-龠]を除)"
    )


def _both_ways(found: Sequence[re.Match[str]], actor: re.Match[str]) -> bool:
    """Whether the topic receives from the other side and gives back to it: no one way is told."""
    particles = {m["particle"] for m in found if bool(m["a"]) != bool(actor["a"])}
    return bool(particles & {"から", "からの", "より"}) and bool(
        particles & {"に", "へ", "に対し", "に対して"}
    )


def _in_japanese(first: Role, second: Role, ja: str) -> tuple[bool, re.Match[str]] | None:
    """Whether it goes from `first` to `second`, with the place that says so."""
    found = list(_japanese(first, second).finditer(ja))
    actor = next((m for m in found if m["particle"] in ("は", "が")), None)
    if actor and _both_ways(found, actor):
        return None
    for match in found:
        particle = match["particle"]
        if particle.startswith(("に", "へ", "あて", "宛")) and particle not in (
            "により",
            "によって",
            "には",
            "にも",
        ):
            other = next((m for m in found if m is not match and bool(m["a"]) != bool(match["a"])
                          and m["particle"] in ("は", "が", "から", "の")), None)  # fmt: skip
            if other is None:
                continue
            if "。" in ja[min(other.end(), match.end()) : max(other.start(), match.start())]:
                continue
            forth = bool(other["a"])
            rest = ja[max(match.end(), other.end()) :].split("。")[0]
            back = (
                other["particle"] in ("は", "が")
                and particle == "に"
                and bool(_RECEIVES_JA.search(rest))
            )
            return forth is not back, match
        if (
            particle in ("から", "より", "からの")
            and actor
            and bool(actor["a"]) != bool(match["a"])
        ):
            rest = ja[match.end() :].split("。")[0]
            if _RECEIVES_JA.search(rest):
                return bool(match["a"]), match
        if particle in ("により", "によって") and actor and bool(actor["a"]) != bool(match["a"]):
            return bool(match["a"]), match
    return None


@lru_cache(maxsize=200)
def _english(first: Role, second: Role) -> re.Pattern[str]:
    one, two = (
        "|".join(re.escape(name) for name in role.en if name != "a" and name not in ("b", "c"))
        for role in (first, second)
    )
    return re.compile(rf"\b(?:(?P<a>{one})|(?P<b>{two}))(?:es|s)?\b(?!['’]s?\s)", re.I)


def _in_english(first: Role, second: Role, en: str) -> tuple[bool, re.Match[str]] | None:
    """The same in English: from the order of the two, their prepositions and the verb."""
    found = list(_english(first, second).finditer(en))
    ways: list[tuple[bool, re.Match[str]]] = []
    for one, two in pairwise(found):
        if bool(one["a"]) == bool(two["a"]):
            continue
        before, between = en[max(one.start() - 24, 0) : one.start()], en[one.end() : two.start()]
        if len(between) > _FAR or re.search(r"[.;?!]\s", between):
            continue
        forth = _forth(before, between)
        if forth is None:
            continue
        ways.append(((bool(one["a"]) if forth else bool(two["a"])), one))
    return ways[0] if ways and len({way for way, _ in ways}) == 1 else None


_ARTICLE = r"\s(?:the\s|an?\s|its\s|his\s|her\s|their\s|such\s|my\s|our\s)?\Z"
_BY, _FROM, _TO = (
    lazy(rf"(?:\A|\W){word}{_ARTICLE}", re.I) for word in ("by", "from", "(?:to|against|upon|on)")
)


def _forth(before: str, between: str) -> bool | None:
    """Whether it goes from the side named first to the other; None where that is not plain."""
    by, from_, to = (bool(word.search(between)) for word in (_BY, _FROM, _TO))
    if _BY.search(before) or _FROM.search(before):
        return True if to else None
    if _TO.search(before):
        return False if by or from_ else None
    if re.search(
        r"\b(?:of|for|with|in|between|and|or|than|as|without)\s(?:the\s|an?\s)?\Z", before, re.I
    ):
        return None
    if _BREAK.search(between.rsplit(",", 1)[-1] if "," in between else between):
        return None
    if by:
        passive = _PASSIVE_EN.search(between) or _GIVEN_BY.search(between)
        return False if passive else None
    if from_:
        if _DEMANDS_EN.search(between):
            return True
        return False if _RECEIVES_EN.search(between) else None
    if _PASSIVE_EN.search(between):
        return None
    if re.search(
        r"\b(?:and|or|with|between|of|than|as|about|for)\s(?:the\s|an?\s|his\s|her\s)?\Z",
        between,
        re.I,
    ):
        return None
    return True if re.search(r"\w", between) else None


def acts(ja: str, en: str, roles: Sequence[tuple[Role, Role]]) -> Transfer | None:
    """Who does what, by verbs that stand once on each side; None where all fit or none tells."""
    ja, en = ja[:_LONGEST], en[:_LONGEST]
    for first, second in roles:
        if not any(name in ja for name in first.ja) or not any(name in ja for name in second.ja):
            continue
        turned: Transfer | None = None
        for each in predicates().in_text(ja):
            said, read = list(each.ja.finditer(ja)), list(each.en.finditer(en))
            if len(said) != 1 or len(read) != 1:
                continue
            ours = _subject_ja(first, second, ja, said[0].start())
            theirs = _subject_en(first, second, en, read[0])
            if ours is None or theirs is None:
                continue
            if bool(ours["a"]) == bool(theirs["a"]):
                return None
            turned = turned or Transfer(ours, theirs, False)
        if turned:
            return turned
    return None


_CLAUSE_ENDS = lazy(
    r"(?:とき|時|場合|ため|ので|から|後|前|うえ|上|たら|れば|なら|限り|まで|ことを|(?:[るたいう])(?=[一-龠ァ-ヶ]{2,}[がをはの]))(?:に|は|には|で|も)?"
)
"""Where a clause ends whose subject has が: what follows has another, the topic."""


def _subject_ja(first: Role, second: Role, ja: str, verb: int) -> re.Match[str] | None:
    """The side before a verb, if it is its topic or subject and no other stands between."""
    before = list(_japanese(first, second).finditer(ja, 0, verb))
    while before and (
        (before[-1]["particle"] == "の" and before[-1].end() != verb)
        or (before[-1]["particle"] == "が" and _CLAUSE_ENDS.search(ja, before[-1].end(), verb))
    ):
        before.pop()
    if not before or "。" in ja[before[-1].end() : verb]:
        return None
    last = before[-1]
    return last if last["particle"] in ("は", "が", "の") else None


def _subject_en(first: Role, second: Role, en: str, verb: re.Match[str]) -> re.Match[str] | None:
    """The side right before a verb in the active, or that "according to" names."""
    if verb[0].lower() == "according to":
        article = en.startswith(" the ", verb.end())
        return _english(first, second).match(en, verb.end() + 5) if article else None
    before = list(_english(first, second).finditer(en, 0, verb.start()))
    if not before:
        return None
    between = en[before[-1].end() : verb.start()]
    preceding = en[max(before[-1].start() - 16, 0) : before[-1].start()]
    if len(between) > 25 or re.search(
        r"[,.;:]|\b(?:be|is|are|was|were|been|being|to|and|of)\b", between
    ):
        return None
    if re.search(r"\b(?:of|by|to|from|with|for|against)\s(?:the\s)?\Z", preceding, re.I):
        return None
    return before[-1]
