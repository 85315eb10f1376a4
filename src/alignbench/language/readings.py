"""How kanji are read: as the file's own ruby says, else as UniDic does."""

import re
from collections.abc import Sequence

from alignbench.domain.text import Reading, Span
from alignbench.language.morphology import Morpheme, morphemes

_KANJI = re.compile(r"[㐀-䶿一-鿿々〆ヶ豈-﫿]")
_KANA_TAIL = re.compile(r"[ぁ-ゖァ-ヶ]*$")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_TO_KATAKANA = {hiragana: katakana for katakana, hiragana in _TO_HIRAGANA.items()}
_ALIKE = frozenset(("ハワ", "ヘエ", "ヲオ", "ヅズ", "ヂジ"))
"""A kana and how it may sound."""
_BEFORE_COUNTERS = {
    "四": {"月": "シ", "時": "ヨ", "年": "ヨ", "人": "ヨ"},
    "七": {"月": "シチ", "時": "シチ"},
    "九": {"月": "ク", "時": "ク"},
}
"""Numerals that are read otherwise before some counters than alone, where UniDic gives the one."""


def readings(text: str, given: Sequence[Reading] = ()) -> list[Reading]:
    """Readings in hiragana of the kanji in `text`, in order; those `given` come first.

    A reading stands over the kanji of a word and the kana between them, and not over the kana at
    its ends: 飛び降りる has とびお over 飛び降.
    """
    found = list(given)
    if not _KANJI.search(text):
        return found
    for word in morphemes(text):
        before_counter = _BEFORE_COUNTERS.get(word.surface, {}).get(text[word.end : word.end + 1])
        if before_counter:
            word = word._replace(reading=before_counter)
        if not word.reading or not _KANJI.search(word.surface):
            continue
        if any(each.start < word.end and word.start < each.end for each in given):
            continue
        kana = _as_it_stands(word).translate(_TO_HIRAGANA)
        plain = word.surface.translate(_TO_HIRAGANA)
        first = last = 0
        while first < len(kana) and first < len(plain) and kana[first] == plain[first]:
            first += 1
        most = min(len(kana), len(plain)) - first
        while last < most and kana[-1 - last] == plain[-1 - last]:
            last += 1
        said = kana[first : len(kana) - last]
        if said and first + last < len(plain):
            found.append(Reading(word.start + first, word.end - last, said))
    return sorted(found, key=lambda each: each.start)


def has_kanji(text: str) -> bool:
    """Whether there is anything in `text` that a dictionary may have a reading for."""
    return _KANJI.search(text) is not None


def _as_it_stands(word: Morpheme) -> str:
    """The reading of a word in its form: 止まっ is とまっ, 来 in 来ない is こ.

    Words that do not inflect keep their reading: the sound of 本 in 三本 is UniDic's guess.

    UniDic gives the reading of the dictionary form, and the sound of this one, in which long
    vowels are not spelled: their letters are those of the reading, else of the word's own kana.
    """
    reading, spoken = word.reading, word.spoken
    tail = _KANA_TAIL.search(word.surface)
    kana = tail[0].translate(_TO_KATAKANA) if tail else ""
    if not (spoken and word.form) or (reading.endswith(kana) and _sounds(reading, spoken)):
        return reading
    if not _sounds(kana, spoken[len(spoken) - len(kana) :]):
        return reading
    stem = spoken[: len(spoken) - len(kana)]
    spelled = reading[: len(stem)]
    return (spelled if _sounds(spelled, stem) else stem) + kana


def _sounds(spelled: str, spoken: str) -> bool:
    """Whether kana may sound so."""
    return len(spelled) == len(spoken) and all(
        one == other or (other == "ー" and one in "アイウエオ") or one + other in _ALIKE
        for one, other in zip(spelled, spoken, strict=True)
    )


def read_aloud(text: str, span: Span, given: Sequence[Reading] = ()) -> str:
    """A stretch of `text` in kana where its kanji have readings; empty if it has no kanji.

    A reading that stands over more than the stretch is given whole.
    """
    if not _KANJI.search(text[span.start : span.end]):
        return ""
    out, at = "", span.start
    for each in readings(text, given):
        if each.end <= at or each.start >= span.end:
            continue
        out += text[at : max(at, each.start)] + each.reading
        at = each.end
    return out + text[at : span.end]
