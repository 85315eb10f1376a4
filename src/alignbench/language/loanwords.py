"""Spellings that carry over from Japanese to English: loan-word keys and romanised readings."""

import re
from functools import lru_cache

_LOAN = re.compile(r"-([A-Za-z][A-Za-z .'-]*)$")

_KANA = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o",
    "カ": "ka", "キ": "ki", "ク": "ku", "ケ": "ke", "コ": "ko",
    "サ": "sa", "シ": "shi", "ス": "su", "セ": "se", "ソ": "so",
    "タ": "ta", "チ": "chi", "ツ": "tsu", "テ": "te", "ト": "to",
    "ナ": "na", "ニ": "ni", "ヌ": "nu", "ネ": "ne", "ノ": "no",
    "ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho",
    "マ": "ma", "ミ": "mi", "ム": "mu", "メ": "me", "モ": "mo",
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo",
    "ラ": "ra", "リ": "ri", "ル": "ru", "レ": "re", "ロ": "ro",
    "ワ": "wa", "ヰ": "i", "ヱ": "e", "ヲ": "o", "ン": "n",
    "ガ": "ga", "ギ": "gi", "グ": "gu", "ゲ": "ge", "ゴ": "go",
    "ザ": "za", "ジ": "ji", "ズ": "zu", "ゼ": "ze", "ゾ": "zo",
    "ダ": "da", "ヂ": "ji", "ヅ": "zu", "デ": "de", "ド": "do",
    "バ": "ba", "ビ": "bi", "ブ": "bu", "ベ": "be", "ボ": "bo",
    "パ": "pa", "ピ": "pi", "プ": "pu", "ペ": "pe", "ポ": "po",
    "ヴ": "vu", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
    "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa", "ヵ": "ka", "ヶ": "ka",
}  # fmt: skip
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o", "ェ": "e"}
_SMALL_VOWELS = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ュ": "yu"}
_LONG = re.compile(r"ou|oo|uu|aa")


def loan_words(lemma: str) -> tuple[str, ...]:
    """The English words UniDic writes after a loan word's lemma (コンピューター-computer).

    Lower-cased; empty where the lemma has none (円-助数詞 is a note, not a spelling).
    """
    match = _LOAN.search(lemma)
    if match is None:
        return ()
    return tuple(word for word in re.split(r"[^a-z]+", match[1].lower()) if word)


@lru_cache(maxsize=8192)
def romanise(reading: str) -> str:
    """A katakana reading in Hepburn as English texts print it: no macrons, long vowels single.

    タロウ → taro, シンバシ → shimbashi's modern form shinbashi. Empty if `reading` is not kana.
    """
    out: list[str] = []
    double = False
    for char in reading:
        if char == "ー":
            continue
        if char == "ッ":
            double = True
            continue
        syllable = _KANA.get(char)
        if syllable is None:
            return ""
        syllable = _joined(out, char, syllable)
        if double:
            syllable = ("t" if syllable.startswith("ch") else syllable[:1]) + syllable
            double = False
        out.append(syllable)
    return short_vowels("".join(out))


def short_vowels(romanised: str) -> str:
    """`romanised` with its long vowels single: toukyou → tokyo."""
    return _LONG.sub(lambda match: match[0][0], romanised)


def _joined(out: list[str], char: str, syllable: str) -> str:
    """What `char` adds after `out`, whose last syllable a small kana shortens (キャ → kya)."""
    before = out[-1] if out else ""
    if char in _GLIDES and len(before) > 1 and before.endswith("i"):
        stem = before[:-1]
        out[-1] = stem if stem.endswith(("sh", "ch", "j")) or char == "ェ" else stem + "y"
        return _GLIDES[char]
    if char in _SMALL_VOWELS and len(before) > 1 and before[-1] in "uoe":
        out[-1] = {"fu": "f", "vu": "v", "tsu": "ts", "u": "w"}.get(before, before[:-1])
        return _SMALL_VOWELS[char]
    return syllable
