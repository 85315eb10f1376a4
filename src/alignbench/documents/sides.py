"""Whether a Japanese text is Japanese and its English version English."""

import re

from alignbench.domain.errors import InputError
from alignbench.domain.text import Text
from alignbench.messages import t

_JAPANESE_LETTERS = re.compile(
    "[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u4e00-\u9fff\u3400-\u4dbf\uff66-\uff9f々〆〇]"
)


def check_sides(ja: Text, en: Text) -> None:
    """Raise InputError when the sides look swapped, or both are in one language."""
    japanese, english = japanese_share(ja), japanese_share(en)
    if japanese < 0.1 and english > 0.3:
        raise InputError(
            t("{path} looks English and {path2} looks Japanese.", path=ja.path, path2=en.path),
            t("Give the Japanese file first, then the English one."),
        )
    if japanese < 0.02:
        raise InputError(
            t("{path} has hardly any Japanese in it.", path=ja.path),
            t("Give the Japanese file first."),
        )
    if english > 0.3:
        raise InputError(
            t("{path} looks Japanese.", path=en.path), t("Give its English version second.")
        )


def japanese_share(text: Text) -> float:
    """Kana and kanji among the letters of a text."""
    letters = sum(map(str.isalpha, text.content))
    return len(_JAPANESE_LETTERS.findall(text.content)) / max(1, letters)
