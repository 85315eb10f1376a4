"""Sentences of either language."""

from alignbench.domain.text import Side
from alignbench.language.normalise import has_japanese


def split_sentences(text: str, side: Side) -> list[tuple[int, int]]:
    """Sentences of one paragraph, as `(start, end)` offsets that join to the whole text.

    A paragraph of a Japanese text without kana or kanji is split as English.
    """
    if side == "ja" and has_japanese(text):
        from alignbench.language.japanese_sentences import split_japanese

        return split_japanese(text)
    from alignbench.language.english_sentences import split_english

    return split_english(text)
