"""Which of our two languages a code, a heading or a text is in."""

import re
from collections.abc import Iterable
from pathlib import Path

from alignbench.documents.formats.block_writer import shown_of
from alignbench.documents.segmentation.blocks import PairBlock, Piece, bilingual_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import LeftOut, Side, Text
from alignbench.language.normalise import has_japanese
from alignbench.messages import t

_NAMES: dict[str, Side] = {
    **dict.fromkeys(("ja", "jp", "jpn", "japanese", "日本語", "和文", "日文", "邦文"), "ja"),
    **dict.fromkeys(("en", "eng", "english", "英語", "英文", "英訳"), "en"),
}
_HEADINGS: dict[str, Side] = {
    **_NAMES,
    **dict.fromkeys(("日本語原文", "日本語テキスト", "日本語文", "ja_text", "text_ja"), "ja"),
    **dict.fromkeys(("英語訳", "英語テキスト", "en_text", "text_en"), "en"),
}
OTHER_LANGUAGES = frozenset((
    "fr", "de", "es", "it", "pt", "nl", "ru", "pl", "cs", "sv", "zh", "ko", "th", "vi", "id",
    "french", "german", "spanish", "italian", "chinese", "korean", "zh-cn", "zh-tw", "zh-hans",
    "zh-hant", "fr-fr", "de-de", "pt-br", "es-es", "ko-kr", "da", "fi", "nb", "uk", "tr", "ar",
    "he", "hu", "el", "ro", "ca", "hr", "sk", "ms", "pt-pt",
))  # fmt: skip
"""Codes and names of some languages that are neither of ours."""
_NAMED = re.compile(
    r"(?P<name>japanese|english|日本語|英語|和文|英文|(?<![a-z])(?:ja|jp|jpn|en|eng)(?![a-z]))"
    r"(?:[-_](?:jp|us|gb|uk)(?![a-z]))?"
)
_BESIDE_NAME = re.compile(
    r"(?:terms?|texts?|words?|names?|titles?|strings?|sentences?|segments?|translations?|source|"
    r"target|original|version|language|用語|原語|訳語|語|名称?|訳文?|翻訳|原文|原稿|文言?|表記|"
    r"テキスト|タイトル|見出し|版|側|[\s_:：/／・()（）\[\]【】-])*"
)
"""What may stand in a heading beside the name of a language: anything else is no heading."""
_REGION = re.compile(r"[-_].*$")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def side_of_code(code: str | None) -> Side | None:
    """The side that a code such as `ja-JP` or `EN_us` names."""
    return _NAMES.get(_REGION.sub("", (code or "").strip().lower()))


def side_of_heading(heading: str) -> Side | None:
    """The side that the heading of a column names: `Japanese`, `英語`, `en-US`, `日本語 (ja)`."""
    words = heading.strip().lower()
    bare = re.sub(r"\s*[（(].{0,20}[)）]$", "", words)
    return _HEADINGS.get(words) or _HEADINGS.get(bare) or side_of_code(words)


def side_in_heading(heading: str) -> Side | None:
    """The side that a heading names among other words: `Term (EN)`, `Japanese text`, `英語表記`."""
    words = heading.strip().lower()
    found = {_NAMES[match["name"]] for match in _NAMED.finditer(words)}
    if len(found) != 1 or not _BESIDE_NAME.fullmatch(_NAMED.sub("", words)):
        return None
    return found.pop()


def side_of_text(text: str) -> Side | None:
    """Japanese if it has kana or kanji, English if it has words in Latin letters."""
    if has_japanese(text):
        return "ja"
    return "en" if _LATIN.search(text) else None


def shown(pieces: Iterable[Piece]) -> str:
    """The text of pieces."""
    return "".join(map(shown_of, pieces))


def pairs_of(
    file: SourceFile,
    format: str,
    pairs: list[PairBlock],
    left_out: tuple[LeftOut, ...],
    *,
    encoding: str = "",
) -> BilingualText:
    """The pairs of a file that must hold both languages.

    Raises:
        InputError: there is nothing in it, or no Japanese.
    """
    said = any(shown(pair.ja).strip() or shown(pair.en).strip() for pair in pairs)
    if not said and left_out:
        raise InputError(
            t("{path} has no pair of Japanese and English in it.", path=file.path),
            t("Give a file whose languages are Japanese and English."),
        )
    if not said:
        raise InputError(
            t("{path} has no text in it.", path=file.path), t("Give a file with text in it.")
        )
    if not any(has_japanese(shown(pair.ja)) for pair in pairs):
        raise not_japanese(file.path)
    return bilingual_of(file, format, pairs, left_out, encoding=encoding)


def not_japanese(path: Path) -> InputError:
    """What is said of a bilingual file in two other languages."""
    return InputError(
        t("{path} has no Japanese in it.", path=path),
        t("Give a file whose languages are Japanese and English."),
    )


def one_side(pairs: BilingualText | None, side: Side, path: Path) -> Text:
    """One language of a bilingual file. Raises InputError: it has none."""
    if pairs is None:
        raise InputError(
            t("{path} has no text in it.", path=path), t("Give a file with text in it.")
        )
    return pairs.ja if side == "ja" else pairs.en
