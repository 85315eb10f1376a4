"""Items of lists that Markdown does not know for such: those of Pandoc, and those of Japanese."""

import re

ITEM = re.compile(
    r"^[ \t]{0,3}(?:\(@[\w-]*\)|#\.|[ivxIVX]{1,5}[.)]|[a-z][.)]|[A-Z]\)|"
    r"[(（][0-9０-９A-Za-zア-ンイロハニ一二三四五六七八九十]{1,3}[)）]|"
    r"[①-⑳]|[・●○■◆])[ \t\u3000]*(?=\S)",
    re.MULTILINE,
)


def has_items(text: str) -> bool:
    """Whether a paragraph begins as an item and holds another."""
    return bool(ITEM.match(text)) and len(ITEM.findall(text)) > 1
