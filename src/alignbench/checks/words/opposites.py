"""Words that exclude each other: opposites, kin, relative times, quantifiers.

The table `tables/opposites.tsv` holds groups of members. A pair is doubted when its English has
fewer places of a member than its Japanese, and more of another than its Japanese accounts for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import turns
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.times.nth_weekdays import other_week
from alignbench.checks.times.relative_times import POINTS, displaced
from alignbench.checks.times.weekday_runs import other_days
from alignbench.checks.triggers import ByTrigger
from alignbench.checks.words.phrases import unanswered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_NEGATED = lazy(
    r"(?:\b(?:not|no(?! (?-i:[A-Z]))|never|without|neither|nor|nothing(?! (?:can|could|will|would|seems to) (?:stop|halt|curb|slow|prevent|check))|nobody|none|cannot|hardly|less|(?-i:un)|non)\b|n['’]t\b)"
    r"(?:\W+\w+){0,3}\W*\Z",
    re.IGNORECASE,
)
_DENIED = lazy(
    r"[^。、]{0,4}?(?:(?<!少)(?<!絶え)な[いくか]|ません|ず[、。に]|ぬ[。、])|[^。、]{0,3}では(?:な|あり)"
)
"""A negation close behind a word: 困難なく means easily."""
_LATIN = lazy("[A-Za-z]+")
"""English that the Japanese itself gives, in brackets or as a name."""
_MUST = lazy(
    r"(?:なけれ?ば|なくては|ないと|なきゃ|ねば)(?:なら|なりま|いけ|いかん|だめ|駄目|ダメ|困)"
)
"""A denial of a denial, which demands: 承認されなければならない."""
_LONGEST = 20_000
"""Characters of each side that are looked at: more is no sentence."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group: how the two languages name it, and what else may lead to the English."""

    group: str
    name: str
    ja: re.Pattern[str]
    en: re.Pattern[str]
    ja_also: re.Pattern[str]
    answers: re.Pattern[str]
    """What in the English may stand for it: `en`, and what is too vague to be held against
    another member.
    """


Groups = tuple[tuple[Member, ...], ...]


@cache
def groups(check: str) -> Groups:
    """The groups of one check, in the order of the table."""
    found: dict[str, list[Member]] = {}
    for id_, group, name, ja, en, ja_also, *en_also in rows("opposites"):
        if id_ == check:
            answers = english("|".join((en, *en_also)))
            member = Member(group, name, japanese(ja), english(en), japanese(ja_also), answers)
            found.setdefault(group, []).append(member)
    return tuple(tuple(members) for members in found.values())


@cache
def _members(check: str) -> ByTrigger[tuple[tuple[Member, ...], Member]]:
    """Each member with its group."""
    return ByTrigger(
        (member.ja.pattern, (members, member)) for members in groups(check) for member in members
    )


class Opposites(PairCheck):
    """What the four checks of this family share."""

    grade: ClassVar[Grade] = Grade.D3
    type: ClassVar[str] = "accuracy/mistranslation"
    severity = Severity.MAJOR

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """A finding for each group of the table of which the English has another member."""
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        if not ja or not en:
            return
        told: set[int] = set()
        for members, said in _members(self.id).in_text(ja):
            meant = said.ja.search(ja)
            if not meant or _DENIED.match(ja, meant.end()):
                continue
            if _MUST.search(ja, meant.start(), meant.end() + 8):
                continue
            for found in self._exchanged(members, said, meant, ja, en):
                places = set(range(*meant.span()))
                if told.isdisjoint(places):
                    yield found
                told |= places

    def _exchanged(
        self, members: tuple[Member, ...], said: Member, meant: re.Match[str], ja: str, en: str
    ) -> Iterator[Finding]:
        for other in members:
            if other is said:
                continue
            read = _affirmed(other.en, en)
            if read and _outnumbered(said, other, _less(ja, meant), en):
                yield self.finding(
                    t(
                        "{meant} is “{name}”, “{read}” is “{name2}”.",
                        meant=meant[0],
                        name=said.name,
                        read=read[0],
                        name2=other.name,
                    ),
                    ja=Span(*meant.span()),
                    en=Span(*read.span()),
                    ja_value=said.name,
                    en_value=other.name,
                )
                return


def _outnumbered(said: Member, other: Member, rest: str, en: str) -> bool:
    """Whether the English has fewer of `said` and more of `other` than the Japanese accounts for.

    `rest` is the Japanese without one place of `said`.
    """
    due = 1 + len(said.ja.findall(rest))
    explained = len(other.ja_also.findall(rest)) + len(other.ja.findall(rest))
    explained += len(other.en.findall(" ".join(_LATIN.findall(rest))))
    return len(said.answers.findall(en)) < due and len(other.en.findall(en)) > explained


def _affirmed(pattern: re.Pattern[str], en: str) -> re.Match[str] | None:
    """The first match that no negation shortly before it turns round."""
    for match in pattern.finditer(en):
        if not _NEGATED.search(en[max(match.start() - 40, 0) : match.start()]):
            return match
    return None


def _less(ja: str, meant: re.Match[str]) -> str:
    """`ja` without the word in question, whose own characters explain nothing."""
    return ja[: meant.start()] + "・" + ja[meant.end() :]


class Antonym(Opposites):
    """Increase and decrease, export and import, left and right."""

    id = "lex.antonym"
    explanation = t(
        "The Japanese has one of two opposites, the English has the other and nothing that could "
        "stand for the first."
    )
    examples = (
        Example("来館者は前年より減少した。", "Visits decreased.", "Visits increased."),
        Example("三年続けて赤字だった。", "Three years of deficit.", "Three years of surplus."),
        Example("角を右に曲がる。", "Turn right at the corner.", "Take the corner on the left."),
    )


class Kin(Opposites):
    """Brothers and sisters, older and younger, by blood and by marriage."""

    id = "kin.terms"
    explanation = t(
        "A word of kinship changed its sex, its generation or its age: Japanese tells older from "
        "younger brothers and sisters, and the English may leave that out but not turn it round."
    )
    examples = (
        Example("弟が迎えに来た。", "My younger brother met us.", "My older brother met us."),
        Example("祖母の家に泊まる。", "We stay at Grandma's.", "We stay at my grandfather's."),
    )


class RelativeTime(Opposites):
    """Last year and next year, early and late in the month, weekly and every other week."""

    id = "lex.relative_time"
    explanation = t(
        "A word for a time seen from now (一昨年, 翌週, 下旬) or for a rhythm (隔週) has an "
        "English counterpart that means another time or rhythm."
    )
    examples = (
        Example("来週の会議で決める。", "We decide next week.", "We decided last week."),
        Example("会報は隔週で出る。", "It appears every other week.", "It appears every week."),
        Example("七月下旬に開く。", "It opens in late July.", "It opens in early July."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Times at another offset, at another end of their period, and rhythms that changed."""
        yield from super().check(pair, at, context)
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        if not en:
            return
        for _, (_, meant), (_, read) in displaced(ja, en):
            yield self.finding(
                t("{ja} is another time than “{en}”.", ja=meant[0], en=read[0]),
                ja=Span(*meant.span()),
                en=Span(*read.span()),
                ja_value=meant[0],
                en_value=read[0],
            )
            return
        if weeks := other_week(ja, en) or other_days(ja, en):
            meant, read = weeks
            yield self.finding(
                t("{ja} is another time than “{en}”.", ja=meant[0], en=read[0]),
                en=Span(*read.span()),
                ja_value=meant[0],
                en_value=read[0],
            )
            return
        for turn in turns(POINTS, ja, en):
            yield turn.finding(self)
            return


class Quantifier(Opposites):
    """All and some, most and half, at least and at most."""

    id = "lex.quantifier"
    explanation = t(
        "How much or how many is meant (すべて, 一部, ほとんど, 少なくとも) was exchanged."
    )
    examples = (
        Example("申込みは窓口のみ。", "Apply at the counter only.", "Apply at the counter."),
        Example("一部の店舗で扱う。", "Some shops carry it.", "All shops carry it."),
        Example("少なくとも三日かかる。", "It takes at least three days.", "Up to three days."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """Exchanged quantifiers, and restrictions (のみ, だけ, に限る) that the English drops."""
        yield from super().check(pair, at, context)
        if "のみ" in pair.ja or "だけ" in pair.ja or "に限" in pair.ja:
            for name, span in unanswered(self.id, pair):
                said = pair.ja[span.start : span.end]
                yield self.finding(
                    t(
                        "{said} restricts; nothing in the English says “{name}”.",
                        said=said,
                        name=name,
                    ),
                    ja=span,
                    ja_value=name,
                )


CHECKS = (Antonym, Kin, RelativeTime, Quantifier)
