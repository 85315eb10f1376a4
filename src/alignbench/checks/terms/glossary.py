"""Terms that a project has settled: Japanese forms, approved and forbidden English ones."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from alignbench.domain.text import Span
from alignbench.language.english_forms import stems

_KATAKANA = re.compile(r"[ァ-ヺ]")
_KANJI = re.compile(r"[一-龠々髙﨑]{2}")
_OKURIGANA = re.compile(r"(?<=[一-龠々])[ぁ-ん]{1,2}(?=[一-龠々]|\Z)")
_VARIANTS = {
    char: group
    for group in (
        "高髙", "崎﨑碕", "島嶋嶌", "斎齋斉齊", "辺邊邉", "沢澤", "浜濱濵", "国國", "広廣", "桜櫻",
        "竜龍", "滝瀧", "万萬", "与與", "学學", "会會", "実實", "円圓", "県縣", "恵惠", "栄榮",
        "真眞", "条條", "鉄鐵", "豊豐", "関關", "徳德", "吉𠮷", "富冨", "峰峯", "館舘", "渋澁",
    )
    for char in group
}  # fmt: skip
_NEW = str.maketrans({char: group[0] for char, group in _VARIANTS.items()})
_LATIN_NAME = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Term:
    """A Japanese term with one English form, approved or forbidden."""

    ja: str
    en: str
    forbidden: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the glossary says of one Japanese term."""

    ja: str
    approved: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True)
class Glossary:
    """The terms of a project. `found` gives the longest ones in a text, spelling variants too."""

    terms: tuple[Term, ...]

    def found(self, ja: str) -> Iterator[tuple[Span, Entry]]:
        """Terms in `ja`, the longest first where several begin, none inside another."""
        if self.terms:
            for match in self._pattern.finditer(ja):
                entry = self._entries.get(_key(match[0]))
                if entry:
                    yield Span(*match.span()), entry

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        by_ja: dict[str, list[Term]] = {}
        for term in self.terms:
            if _key(term.ja):
                by_ja.setdefault(_key(term.ja), []).append(term)
        return {
            key: Entry(
                listed[0].ja,
                tuple(term.en for term in listed if not term.forbidden),
                tuple(term.en for term in listed if term.forbidden),
            )
            for key, listed in by_ja.items()
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted({term.ja.strip() for term in self.terms if _key(term.ja)}, key=len)
        return re.compile("|".join(_spellings(form) for form in reversed(forms)) or r"(?!)")

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The stems of each English form, worked out once."""
        return {term.en: stems(term.en) for term in self.terms}


def _key(ja: str) -> str:
    """What spellings of one term share: NFKC, no okurigana inside, no long katakana vowels."""
    folded = unicodedata.normalize("NFKC", ja).translate(_NEW).strip().casefold()
    return re.sub(r"(?<=[ァ-ヺ])ー|・|\s", "", _OKURIGANA.sub("", folded))


def _spellings(form: str) -> str:
    """A pattern for a term and its variants: 取り扱い/取扱い/取扱, サーバ/サーバー, full width.

    A katakana term is no part of a longer katakana word, a Latin one of a longer Latin word.
    """
    pieces = []
    for at, char in enumerate(form):
        optional = any(m.start() <= at < m.end() for m in _OKURIGANA.finditer(form))
        if char == "ー":
            pieces.append("ー?")
        elif char in " 　・":
            pieces.append("[ 　・]?")
        else:
            pieces.append(_either(char) + ("?" if optional else ""))
            if _KANJI.match(form[at : at + 2]):
                pieces.append("[いりしえみきけちれげべめ]?")
    pattern = "".join(pieces)
    first, last = form[0], form[-1]
    if _KATAKANA.match(first) or first == "ー":
        pattern = r"(?<![ァ-ヺー])" + pattern
    if _KATAKANA.match(last) or last == "ー":
        pattern += ("" if last == "ー" else "ー?") + r"(?![ァ-ヺー])"
    if _LATIN_NAME.match(last):
        pattern += r"(?![A-Za-z])"
    if _LATIN_NAME.match(first):
        pattern = r"(?<![A-Za-z])" + pattern
    return pattern


def _either(char: str) -> str:
    """A character in its half- and full-width form, a kanji in its old and its new one."""
    if char in _VARIANTS:
        return f"[{_VARIANTS[char]}]"
    wide = chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char
    plain = unicodedata.normalize("NFKC", char)
    forms = dict.fromkeys([char, wide, plain if len(plain) == 1 else char])
    return re.escape(char) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


def glossary(terms: Iterable[Term]) -> Glossary:
    """A glossary of `terms`, each kept once."""
    return Glossary(tuple(dict.fromkeys(terms)))
