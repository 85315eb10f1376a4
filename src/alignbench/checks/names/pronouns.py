"""He or she: as the Japanese says, or as the document has called the person so far."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.names import proper_nouns
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_PRONOUNS = {
    "she": lazy(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    "he": lazy(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
}
_SAID = {
    "she": lazy(r"彼女(?!ら|たち|達)"),
    "he": lazy(r"(?<![一-龠])彼(?!女|ら|岸|方|たち|達|[一-龠])"),
}
_ANYONE = r"[氏親孫客様君者人尼僧]|さん|ちゃん|だれ|誰|(?<![様調椅帽])子(?![供孫])"
_MEN = r"[父兄弟夫男僕俺王翁爺帝皇主]|彼(?!女|岸|方)|くん"
_WOMEN = r"[母姉妹妻娘女嬢姫后妃婦婆嫁]"
_MAY_BE = {"he": lazy(f"{_ANYONE}|{_MEN}"), "she": lazy(f"{_ANYONE}|{_WOMEN}")}
"""Who else in the Japanese may be meant by a pronoun."""
_OTHER = {"he": "she", "she": "he"}
_SETTLED, _SURE = 4, 0.8
"""Pairs with one person and a pronoun, and the share of them with the same, to know who is who."""


class Gender(DocumentCheck):
    """She became he, or he she."""

    id = "subj.gender"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese has 彼女 or 彼 and no other person, the English only the other pronoun. As a "
        "hint: a person who is “he” in most of the document is “she” here, or the reverse."
    )
    examples = (Example("彼女は窓を開けた。", "She opened the window.", "He opened the window."),)

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs that contradict their own Japanese, then those that contradict the rest."""
        people: dict[str, list[tuple[int, str]]] = {}
        for at, pair in enumerate(pairs):
            used = [which for which, pattern in _PRONOUNS.items() if pattern.search(pair.en)]
            if len(used) != 1:
                continue
            said = [which for which, pattern in _SAID.items() if pattern.search(pair.ja)]
            if said == [_OTHER[used[0]]]:
                match = _SAID[said[0]].search(pair.ja)
                rest = _SAID[said[0]].sub("", pair.ja)
                if match and not _MAY_BE[used[0]].search(rest) and not proper_nouns(pair):
                    yield at, self._turned(pair, used[0], match[0], Span(*match.span()))
            elif not said and (person := _only_person(pair)):
                people.setdefault(person, []).append((at, used[0]))
        for person, places in people.items():
            usual, count = Counter(which for _, which in places).most_common(1)[0]
            if count < _SETTLED or _SURE * len(places) > count or count == len(places):
                continue
            for at, which in places:
                if which != usual:
                    start = pairs[at].ja.find(person)
                    span = Span(start, start + len(person))
                    yield at, self._turned(pairs[at], which, person, span, hint=True)

    def _turned(
        self, pair: CheckedPair, used: str, person: str, ja: Span, *, hint: bool = False
    ) -> Finding:
        match = _PRONOUNS[used].search(pair.en)
        here = "elsewhere " if hint else ""
        return self.finding(
            t(
                "{person} is {here}“{other}”; the English has “{used}”.",
                person=person,
                here=here,
                other=_OTHER[used],
                used=used,
            ),
            ja=ja,
            en=Span(*match.span()) if match else None,
            ja_value=_OTHER[used],
            en_value=used,
            hint=hint,
        )


def _only_person(pair: CheckedPair) -> str:
    """The one person whose name stands in the Japanese, if nobody else does."""
    people = {noun.surface for noun in proper_nouns(pair) if not noun.place}
    if len(people) != 1:
        return ""
    (person,) = people
    rest = pair.ja.replace(person, "")
    return "" if any(pattern.search(rest) for pattern in _MAY_BE.values()) else person


CHECKS = (Gender,)
