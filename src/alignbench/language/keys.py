"""Keys of a sentence that survive translation: numbers by value, Latin words, names by sound.

A key says its kind with its first letter: `n:65` a number, `m:4` a month, `w:foip` a Latin word,
`s:knsrt` the consonants of a word that Japanese writes in katakana. Two sentences that share
rare keys probably belong together; the aligner weighs them by how rare they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from alignbench.domain.text import Side
from alignbench.language.loanwords import romanise
from alignbench.language.spelled_numbers import MONTHS, SCALES, SMALL, kanji_value, plain

_COMMAS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_KANJI = "〇零一二三四五六七八九十百千"
_JA_NUMBER = re.compile(rf"[\d{_KANJI}](?:[\d.{_KANJI}]*[\d{_KANJI}])?(?:[万億兆][\d{_KANJI}]*)*")
_COUNTED = frozenset(
    "年月日時分秒人名件つ個回歳才円割条項章部節番号階倍度点本冊枚台軒匹頭週世代カか箇ヶ畳里尺坪"
)
_NOT_NUMBERS = re.compile(
    r"一(?:般|部|方|度|時|番|人|つ|行|部|体|種|連|切|応|層|致|定|緒|々|日中)|十分|千葉|万一|三重"
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})(元|[\d{_KANJI}]+)年")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")
_EN_TOKEN = re.compile(r"(\d[\d,]*(?:\.\d+)?|[A-Za-z][A-Za-z0-9]*)")
_SHORTEST_SOUND = 3


def keys(text: str, side: Side) -> frozenset[str]:
    """The keys of one segment's text, spelled alike for both languages."""
    plain_text = _COMMAS.sub("", unicodedata.normalize("NFKC", text))
    return frozenset(_japanese(plain_text) if side == "ja" else _english(_unaccented(plain_text)))


def _japanese(text: str) -> Iterator[str]:
    for match in _ERA_YEAR.finditer(text):
        year = Decimal(1) if match[2] == "元" else kanji_value(match[2])
        if year is not None:
            yield f"n:{plain(year + _ERAS[match[1]])}"
    for match in _JA_NUMBER.finditer(_NOT_NUMBERS.sub("・", text)):
        yield from _japanese_number(match[0], match.string[match.end() : match.end() + 1])
    for match in _LATIN.finditer(text):
        yield f"w:{match[0].lower()}"
        yield from _sound(match[0])
    for match in _KATAKANA.finditer(text):
        sound = skeleton(romanise(match[0].strip("ー")))
        if len(sound) >= _SHORTEST_SOUND:
            yield f"s:{sound}"


def _japanese_number(run: str, after: str) -> Iterator[str]:
    """A number, unless it is one kanji that counts nothing; 割 are tenths, 月 are months."""
    if len(run) == 1 and not run.isdigit() and after not in _COUNTED:
        return
    value = kanji_value(run)
    if value is None:
        return
    if after == "割":
        value *= 10
    yield f"n:{plain(value)}"
    if after == "月" and 1 <= value <= 12:
        yield f"m:{plain(value)}"


def _english(text: str) -> set[str]:
    parts = _EN_TOKEN.split(text)  # what stands between words, a word, and so on
    words, between = parts[1::2], parts[2::2]
    found: set[str] = set()
    found.update(*map(_of_words.__getitem__, words))
    capitals = [
        word + after
        for word, gap, after in zip(words, between, words[1:], strict=False)
        if after < "[" and len(gap) == 1 and after >= "A"
    ]
    found.update(*map(_joined_sound, capitals))
    if not _numeric.isdisjoint(words):
        found.update(_english_numbers(text))
    return found


def _english_numbers(text: str) -> Iterator[str]:
    """Numbers and months, in figures and in words."""
    value: Decimal | None = None
    end = 0
    for match in _EN_TOKEN.finditer(text):
        word = match[0]
        if word not in _numeric:
            continue  # it stands between the number before it and the next one
        joined = text[end : match.start()] in (" ", "-")
        end = match.end()
        if word[0].isdigit():
            value = Decimal(plain(word.rstrip(",")))
            yield f"n:{plain(value)}"
            continue
        lower = word.lower()
        if lower in MONTHS and _names_month(text, match):
            yield f"m:{MONTHS.index(lower) + 1}"
        value = _spelled(lower, value if joined else None)
        if value is not None and (value > 1 or lower == "first"):
            yield f"n:{plain(value)}"


class _Words(dict[str, tuple[str, ...]]):
    """The keys that each Latin word met so far has anywhere."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
            _numeric.clear()
        lower = word.lower()
        if word[0].isdigit() or lower in SCALES or lower in SMALL or lower in MONTHS:
            _numeric.add(word)
        own = (f"w:{lower}", *_sound(word)) if len(word) > 1 and not word[0].isdigit() else ()
        self[word] = own
        return own


_MOST = 1 << 17
_of_words = _Words()
_numeric: set[str] = set()
"""Words met so far that are numbers or may be, or months."""


@lru_cache(maxsize=1 << 16)
def _joined_sound(word: str) -> tuple[str, ...]:
    return tuple(_sound(word))


def _spelled(word: str, before: Decimal | None) -> Decimal | None:
    """The value that `word` makes together with the number before it, if it is one."""
    if word in SCALES:
        return (before if before is not None else Decimal(1)) * SCALES[word]
    if word not in SMALL:
        return None
    number = Decimal(SMALL[word])
    if before is not None and number < 10 and before in range(20, 100, 10):
        return before + number
    return number


def _names_month(text: str, match: re.Match[str]) -> bool:
    """Whether the name of a month means one: it is capitalised, and "May" beside a number."""
    word = match[0]
    if not word[0].isupper():
        return False
    if word != "May":
        return True
    around = text[max(match.start() - 4, 0) : match.start()] + text[match.end() : match.end() + 4]
    return any(char.isdigit() for char in around)


def _sound(word: str) -> Iterator[str]:
    """How katakana would sound out a Latin word, which Japanese writes without its plural s."""
    lower = word.lower()
    for form in {lower, lower.removesuffix("s")}:
        sound = skeleton(form)
        if len(sound) >= _SHORTEST_SOUND:
            yield f"s:{sound}"


_SOUNDS = (
    ("s", re.compile(r"tion|sion"), "sn"), ("t", re.compile(r"tion"), "sn"),
    ("h", re.compile(r"ph"), "f"), ("h", re.compile(r"th|sh|sch"), "s"),
    ("h", re.compile(r"tch|ch"), "c"), ("k", re.compile(r"ck"), "k"), ("q", re.compile(r"q"), "k"),
    ("c", re.compile(r"c(?=[eiy])"), "s"), ("c", re.compile(r"c(?!$)(?=[^eiy])|c$"), "k"),
    ("x", re.compile(r"x"), "ks"), ("j", re.compile(r"j"), "z"),
    ("g", re.compile(r"dge|dg|g(?=[eiy])"), "z"),
    ("r", re.compile(r"(?<=[aeiou])r(?=[^aeiouy]|$)"), ""),
    ("m", re.compile(r"m(?=[pbm])"), "n"), ("s", re.compile(r"ts"), "t"),
    ("g", re.compile(r"gh"), ""),
)  # fmt: skip
"""A letter that must be there, what is looked for, and what stands for it: most words are spared
most of the searches."""
_SILENT = dict.fromkeys(map(ord, "aeiouyw0123456789'.-"))
_FIRST = _SILENT | str.maketrans({"v": "b", "l": "r", "z": "s", "f": "h"})
_REST = _FIRST | dict.fromkeys(map(ord, "fh"))
"""What a first letter and the others become: voiced and foreign consonants are folded as katakana
folds them, and an h is heard at the beginning only."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(spelling: str) -> str:
    """The consonants a katakana spelling and its English original share: `konsert` → `knsrt`.

    Rough on purpose.
    """
    for letter, pattern, replacement in _SOUNDS:
        if letter in spelling:
            spelling = pattern.sub(replacement, spelling)
    kept = spelling[:1].translate(_FIRST) + spelling[1:].translate(_REST)
    return _DOUBLED.sub(r"\1", kept)


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
