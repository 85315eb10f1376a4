"""Which encoding the bytes of an RTF file are in: that of the font they are set in."""

import codecs
import re

_CHARSETS = {
    0: "cp1252", 1: "", 77: "mac_roman", 78: "cp932", 79: "euc_kr", 80: "gb2312", 81: "big5",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOLS = 2
"""The charset of fonts whose characters are signs of their own."""
_DOUBLE = frozenset(("cp932", "cp949", "gbk", "cp950", "gb2312", "big5", "euc_kr", "johab"))
_TWO_HIGH = re.compile(rb"[\x80-\xff]{2}")


def codec_of_page(number: int | None) -> str:
    """The codec of a code page; Western if nobody knows it."""
    for name in (f"cp{number}", "cp1252"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"


def codec_of_charset(charset: int, default: str) -> str:
    """The codec of a font's charset; the file's own where it says nothing."""
    return _CHARSETS.get(charset, default) or default


def decoded(data: bytes, codec: str, default: str) -> str:
    """The characters of bytes.

    Japanese programs set Japanese in fonts that they call Western: two high bytes side by side
    in a file whose own encoding has two bytes to a character are one.
    """
    if codec == "cp1252" and default in _DOUBLE and _TWO_HIGH.search(data):
        codec = default
    return data.decode(codec, "replace")
