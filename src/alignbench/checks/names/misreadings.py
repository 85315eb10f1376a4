"""Romanised words that are a letter off what the Japanese is read as: `name.romanised`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from alignbench.checks.check import Check, DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names import unanswered_readings
from alignbench.checks.names.bracketed_names import given_in_full, read_otherwise
from alignbench.checks.names.learned_names import may_be_names
from alignbench.checks.names.misread_names import misread, read_by_rule, slip_of_a_given_name
from alignbench.checks.names.name_spellings import registry
from alignbench.checks.names.names import Names, latin_words, proper_nouns
from alignbench.checks.names.near_readings import sounds
from alignbench.checks.names.other_names import names_in_kana, other_person
from alignbench.checks.pair import CheckedPair, Example, parsed
from alignbench.checks.tables import rows
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_english, is_word
from alignbench.language.morphology import Morpheme, morphemes
from alignbench.language.romanisation import looks_japanese, plain_letters, shortest, spellings
from alignbench.language.ruby import bracketed, readings
from alignbench.messages import t

_LONGEST = 600
"""Japanese characters that are parsed at a time."""
_SHORTEST, _SHORTEST_SURE = 4, 4
"""Letters of a romanised word that may be misspelt; where kana give the reading, fewer do."""
_SHORTEST_READ = 3
_VOICED = frozenset(map(frozenset, ("kg", "sz", "td", "hb", "pb", "hp", "fb", "sj", "td", "tz")))
"""Consonants that one name may have in either way: Nakata, Nakada."""
_SURELY_READ = lazy("地名|人名-姓|普通名詞")
"""Nouns that are mostly read as the parser reads them, or nearly so."""
_PLACE = lazy("地名|人名")
_PLACE_WORDS = frozenset("寺城山川駅島橋宮院社港湖町村")
_KANA_NAME = lazy("・|さん|さま|様|氏|くん|君|ちゃん")
"""What tells that a word in katakana is a person's name."""
_KANA = lazy(r"[ァ-ヶぁ-んー・]+")
_GIVEN = lazy(r"《[^《》\n]*》|[｜]|[（(][ぁ-んァ-ヶー・ \u3000]{1,20}[）)]")
_NAME_ENDS = lazy(
    r"[（(《][^）)》]*[）)》](?:[はがをのにへともや、。」』！？・\s]|\Z|[川山駅寺家市町村区県島橋城藩氏宿港湖峠]|さん|君|様|先生|殿|ちゃん|神社|温泉|祭)"
)
"""What follows a reading whose base is a noun: a particle, a title, a word for a place."""
_LETTERS = lazy(r"[^a-z]")
_ALIKE = 0.7
_OWN = 2
"""Pairs from which a word is the document's own way of reading it."""
_GIVEN_NAME = lazy(r"\w(?:ko|suke|hiko|tar[ou]|jiro|ichi)\Z")
_PLACES_ENGLISH_ADDS = frozenset({"tokyo", "kyoto", "edo", "nara"})


class Misreading(DocumentCheck):
    """A Japanese name or word whose romanisation is a letter off, or read another way."""

    id = "name.romanised"
    grade = Grade.D3
    type = "terminology/wrong-term"
    severity = Severity.MAJOR
    explanation = t(
        "A romanised word of the English is one letter off the reading of a word of the Japanese "
        "(Morioko for 盛岡), is a well-known place the Japanese does not name but nearly (Osaka for "
        "大塚), or stands where ruby gives another reading. Voiced consonants (Nakada, Nakata) and "
        "long vowels are let pass."
    )
    examples = (
        Example("盛岡に着いた。", "We arrived in Morioka.", "We arrived in Morioko."),
        Example(
            "御手洗《みたらし》川を渡る。", "We cross the Mitarashi.", "We cross the Mitarai River."
        ),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """One such word a pair."""
        if not has_dictionary():
            return
        names = registry(pairs, context)
        romanised = [_romanised(pair.en) if pair.ja else [] for pair in pairs]
        count = Counter(word for words in romanised for word in set(words))
        for at, (pair, words) in enumerate(zip(pairs, romanised, strict=True)):
            if len(pair.ja) > _LONGEST or not pair.en:
                continue
            if known := misread(pair):
                yield at, self._finding(pair, *known)
                continue
            named = may_be_names(pair.en) and (
                any(not noun.place for noun in proper_nouns(pair)) or names_in_kana(pair.ja)
            )
            if named and (other := other_person(pair, parsed(pair))):
                yield at, self._finding(pair, *other)
                continue
            given = given_in(pair.ja)
            if given and (other := read_otherwise(pair)):
                yield at, self._finding(pair, *other)
                continue
            if not words and not given:
                continue
            strange = [
                word for word in words if count[word] < _OWN and word.lower() not in pair.ja.lower()
            ]
            if (strange or given) and (found := self._of_pair(pair, strange, names, context)):
                yield at, found

    def _of_pair(
        self, pair: CheckedPair, words: Sequence[str], names: Names, context: Context
    ) -> Finding | None:
        given = _given(pair, context)
        if read := read_by_rule(pair, given):
            return self._finding(pair, *read)
        heard = _sound(pair, given)
        full = given_in_full(pair)
        given = {base: reading for base, reading in given.items() if base not in full}
        forms = _readings(pair, given)
        by_sound = sounds(heard)
        written = _LETTERS.sub("", plain_letters(pair.en))
        for word in words:
            plain = plain_letters(word)
            if numbered := unanswered_readings.misread_numbered_place(pair, word):
                return self._finding(pair, *numbered, word)
            answered = any(plain in spellings(reading) for _, reading, _ in forms)
            known = plain in heard or plain in names.by_spelling or sounds(word) in by_sound
            if answered or known:
                continue
            for span, reading, sure in forms:
                if len(plain) < (_SHORTEST_SURE if sure else _SHORTEST):
                    continue
                near = [form for form in spellings(reading) if _one_off(plain, form)]
                answered = any(form in written for form in spellings(reading))
                if near and not answered and not _may_be_a_name(word, span, pair):
                    return self._finding(pair, span, shortest(near), word)
            if near_noun := unanswered_readings.nearly_read(pair, word):
                return self._finding(pair, *near_noun, word)
            if word[0].isupper() and (place := _place_for(plain, pair, forms)):
                return self._finding(pair, *place, word)
        if slip := slip_of_a_given_name(pair, words, parsed(pair)):
            return self._finding(pair, *slip)
        strange = [w for w in words if w[0].isupper() and sounds(w) not in by_sound]
        if len(strange) == 1 and (place := unanswered_readings.another_place(pair, strange[0])):
            return self._finding(pair, *place, strange[0])
        return self._misread(pair, words, given, heard)

    def _misread(
        self, pair: CheckedPair, words: Sequence[str], given: dict[str, str], heard: str
    ) -> Finding | None:
        """A base whose given reading the English has nowhere, and the one word no other explains."""
        strange = [
            word
            for word in words
            if word[0].isupper()
            and plain_letters(word) not in heard
            and sounds(word) not in sounds(heard)
            and len(word) >= _SHORTEST_READ
        ]
        if len(strange) != 1:
            return None
        for base, reading in given.items():
            forms = spellings(reading)
            plain = _LETTERS.sub("", plain_letters(pair.en))
            at = pair.ja.find(base)
            if not forms or at < 0 or any(form in plain for form in forms):
                continue
            if _NAME_ENDS.match(pair.ja, at + len(base)):
                return self._finding(pair, Span(at, at + len(base)), shortest(forms), strange[0])
        return None

    def _finding(self, pair: CheckedPair, span: Span, right: str, word: str) -> Finding:
        start = pair.en.find(word)
        return self.finding(
            t("{ja} is read “{right}”; the English has “{word}”.",
              ja=pair.ja[span.start : span.end], right=right, word=word),
            ja=span,
            en=Span(start, start + len(word)),
            ja_value=right,
            en_value=word,
        )  # fmt: skip


def given_in(ja: str) -> bool:
    """Whether a Japanese text gives readings."""
    return bool(_GIVEN.search(ja)) or "{" in ja


def _romanised(en: str) -> list[str]:
    """Words of Japanese syllables that are no English words."""
    return [word for word in latin_words(en) if _is_romanised(word)]


@lru_cache(maxsize=8192)
def _is_romanised(word: str) -> bool:
    plain = plain_letters(word)
    if len(plain) < _SHORTEST_READ or word.isupper() or not looks_japanese(plain):
        return False
    if is_word(plain) or not (word[0].isupper() or len(plain) >= _SHORTEST):
        return False
    return plain in _places() or bool(_GIVEN_NAME.search(plain)) or not is_english(plain)


def _given(pair: CheckedPair, context: Context) -> dict[str, str]:
    """Bases with the readings that the text itself gives."""
    found = {name.ja: name.reading for name in (context.names.names if context.names else ())
             if name.sure and name.reading}  # fmt: skip
    for ruby in (*readings(pair.ja), *bracketed(pair.ja)):
        found[pair.ja[ruby.start : ruby.end]] = ruby.reading
    return {base: reading for base, reading in found.items() if base in pair.ja}


def _sound(pair: CheckedPair, given: dict[str, str]) -> str:
    """The Japanese as it is read, in Latin letters, with given readings for the parser's own."""
    if not given:
        return "".join(shortest(spellings(m.reading)) for m in parsed(pair))
    text = _GIVEN.sub("", pair.ja)
    for base, reading in sorted(given.items(), key=lambda each: -len(each[0])):
        text = text.replace(base, f"、{reading}、")
    return "".join(shortest(spellings(m.reading or m.surface)) for m in morphemes(text))


def _readings(pair: CheckedPair, given: dict[str, str]) -> list[tuple[Span, str, bool]]:
    """Nouns and runs of two nouns with their readings; whether kana or ruby give it surely."""
    found: list[tuple[Span, str, bool]] = []
    for base, reading in given.items():
        at = pair.ja.find(base)
        found.append((Span(at, at + len(base)), reading, True))
    last: Morpheme | None = None
    for m in parsed(pair):
        noun = m.pos.startswith("名詞") and not m.pos.startswith("名詞-数")
        if not noun or not m.reading or any(m.surface in base for base in given):
            last = None
            continue
        kana = bool(_KANA.fullmatch(m.surface)) and bool(
            _KANA_NAME.search(pair.ja[max(m.start - 1, 0) : m.end + 2])
        )
        if kana or _SURELY_READ.search(m.pos):
            found.append((Span(m.start, m.end), m.reading, kana))
        if (
            last is not None
            and last.end == m.start
            and (_PLACE.search(last.pos + m.pos) or m.surface in _PLACE_WORDS)
        ):
            found.append((Span(last.start, m.end), last.reading + m.reading, False))
        last = m
    return found


def _may_be_a_name(word: str, span: Span, pair: CheckedPair) -> bool:
    """Whether a common noun stands for a name here, and is read as its bearer reads it."""
    common = any(m.start == span.start and "普通名詞" in m.pos for m in parsed(pair))
    return common and bool(
        re.search(rf"\b[A-Z]\w+ {re.escape(word)}\b|\b{re.escape(word)} [A-Z]\w+", pair.en)
    )


def _one_off(one: str, other: str) -> bool:
    """Whether two spellings differ by one letter that is no matter of voicing or length."""
    if one == other or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    if len(one) == len(other):
        differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(differing) == 2 and differing[0] == differing[1][::-1]:
            return True
        return len(differing) == 1 and frozenset(differing[0]) not in _VOICED
    long, short = (one, other) if len(one) > len(other) else (other, one)
    for at in range(len(long)):
        if long[:at] + long[at + 1 :] == short:
            return long[at] not in "hounmyt" and not (at and long[at - 1] == long[at])
    return False


def _place_for(
    plain: str, pair: CheckedPair, forms: Sequence[tuple[Span, str, bool]]
) -> tuple[Span, str] | None:
    """The unanswered place of the Japanese that is nearly the well-known place `plain`."""
    if plain not in _places() or plain in _PLACES_ENGLISH_ADDS:
        return None
    if re.search(_places()[plain], pair.ja):
        return None
    written = plain_letters(pair.en)
    for span, reading, _ in forms:
        for form in spellings(reading):
            alike = SequenceMatcher(None, form, plain, autojunk=False).ratio()
            if form in written or len(form) < _SHORTEST_READ:
                continue
            if form in _places() or (form[0] == plain[0] and alike >= _ALIKE and len(form) > 4):
                return span, form
    return None


@cache
def _places() -> dict[str, str]:
    """Well-known places by their plain spelling: what in the Japanese names them."""
    return {en: ja for en, ja, *_ in rows("places")}


CHECKS: tuple[type[Check], ...] = (Misreading,)
