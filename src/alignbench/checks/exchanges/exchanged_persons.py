"""Who did it to whom: `role.exchange`.

Japanese marks the one who acts with は or が and the one acted on with に or を, wherever they stand;
English goes by their order. Where a sentence names two persons once each on both sides, does
something active with them, and the English begins with the one acted on, the two were exchanged.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example, parsed
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import plain_letters, spellings
from alignbench.messages import t

_LONGEST = 120
"""Japanese characters beyond which a sentence has more than one clause for two persons."""
_TITLE = "(?:さん|氏|君|くん|様|さま|ちゃん|たち|ら|先生|課長|部長|係長|社長|教授|選手|議員)?"
_ACTS = lazy(rf"{_TITLE}(?:は|が)")
_IS_ACTED_ON = lazy(rf"{_TITLE}(?:[にを])(?![もはよ対関つと従比似]|会|なつ|代わ)")
_RECEIVES = lazy(
    r"[らかさたなまわがばせけ]れ(?!ば)|られ|もら[いうっわ]|いただ|頂|借り|教わ|習|受け|聞[いくき]|似て|会[いうっえ]|出会"
    r"|預か|買[いうっ]|見えた|なつ|慣れ|[とて]思|憧れ|ほしい|欲しい|好き|嫌い|てほし|たい(?=[。、と])|せ(?:た|る|て)|化け|なっ|なり|なる"
)
"""Where the one with に gives or does, or where two only meet."""
_SUBJECT = lazy(
    r"(?:\A|[.,;:!?]\s|[\"“”'’—–]\s?|\b(?:and|but|that|when|as|so|while|because|then)\s)"
    r"(?:(?:the|an?|my|his|her|our|their|your|old|mr\.?|mrs\.?|ms\.?|dr\.?|professor|section chief)\s)*\Z",
    re.I,
)
_NO_ACT = lazy(
    r"\b(?:am|is|are|was|were|be|been|being|and|or|with|who|whom|whose|which|that|of|by|than|as|receiv\w+|borrow\w+|heard"
    r"|hears?|got|gets?|learn\w*|bought|met|lik\w+|lov\w+|had|has|have|like|between|before|after|when|if|not|unlike)\b"
    r"|['’]s\b|[,;:.?!()\"“”—]",
    re.I,
)
"""What between two persons makes the first no actor on the second."""
_FAR = 60


@dataclass(frozen=True, slots=True)
class Person:
    """A person or an animal, as the two languages name it."""

    ja: re.Pattern[str]
    en: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Named:
    """Where a person stands in both texts."""

    ja: Span
    en: Span


@cache
def _persons() -> ByTrigger[Person]:
    return ByTrigger((ja, Person(japanese(ja), english(en))) for ja, en in rows("persons"))


class ExchangedPersons(PairCheck):
    """The one who acts in the Japanese acts in the English."""

    id = "role.exchange"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A sentence names two persons, one with は or が who does something to the other with に or "
        "を, and in the English the other one does it."
    )
    examples = (
        Example(
            "母が祖母に電話した。",
            "My mother called my grandmother.",
            "My grandmother called my mother.",
        ),
        Example("犬が猫を追いかけた。", "The dog chased the cat.", "The cat chased the dog."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """One finding for a sentence whose persons were exchanged."""
        ja, en = pair.ja, pair.en
        if len(ja) > _LONGEST or not en or _RECEIVES.search(ja):
            return
        persons = [*_named(ja, en), *_by_name(pair)]
        actors = [each for each in persons if _ACTS.match(ja, each.ja.end)]
        others = [each for each in persons if _IS_ACTED_ON.match(ja, each.ja.end)]
        if len(actors) != 1 or len(others) != 1 or actors[0].en == others[0].en:
            return
        actor, other = actors[0], others[0]
        between = en[other.en.end : actor.en.start]
        if (
            0 < len(between) <= _FAR
            and _SUBJECT.search(en[: other.en.start])
            and not _NO_ACT.search(between)
            and re.search("[a-z]{2}", between.replace("the", "").replace("my", ""))
        ):
            doing, done = ja[actor.ja.start : actor.ja.end], en[other.en.start : other.en.end]
            yield self.finding(
                t("In the Japanese {ja} acts, in the English “{en}”.", ja=doing, en=done),
                ja=actor.ja,
                en=other.en,
                ja_value=doing,
                en_value=done,
            )


def _named(ja: str, en: str) -> Iterator[Named]:
    """Persons of the table that stand once in each text."""
    for person in _persons().in_text(ja):
        ours, theirs = person.ja.findall(ja), person.en.findall(en)
        if len(ours) == len(theirs) == 1:
            meant, read = person.ja.search(ja), person.en.search(en)
            if meant and read:
                yield Named(Span(*meant.span()), Span(*read.span()))


def _by_name(pair: CheckedPair) -> Iterator[Named]:
    """Persons with a name that the English spells by its reading, once in each text."""
    if not re.search(
        r"(?:さん|氏|君|くん|様|ちゃん|課長|部長|係長|社長|教授|先生|選手)[はがにを]", pair.ja
    ):
        return
    for m in parsed(pair):
        if "人名" not in m.pos or not m.reading or pair.ja.count(m.surface) != 1:
            continue
        forms = spellings(m.reading)
        found = [w for w in re.finditer(r"[A-Z][\w’'-]+", pair.en) if plain_letters(w[0]) in forms]
        if len(found) == 1:
            yield Named(Span(m.start, m.end), Span(*found[0].span()))


CHECKS: tuple[type[Check], ...] = (ExchangedPersons,)
