"""Bytes to text: a ladder of guesses that knows Japanese files, never a general detector."""

import re
from dataclasses import dataclass

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b$(D")
_KANA_OF_EUC = re.compile(rb"(?:[\x00-\x7f]|\x8e[\xa1-\xdf])*")
"""Half-width katakana in EUC-JP; in cp932 the same bytes would be rare kanji and nothing else."""
_CUT_CHARACTER = 3
"""Bytes of UTF-8 that may stand at the end of a file that was cut."""
_COMMON = frozenset("、。「」『』（）・ー…々")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and Python's name of the codec that gave it."""

    content: str
    encoding: str


class Undecodable(ValueError):
    """No encoding of the ladder fits; `tried` names them."""

    def __init__(self, tried: tuple[str, ...]) -> None:
        super().__init__(", ".join(tried))
        self.tried = tried


def decode(data: bytes, side: str, encoding: str | None = None) -> Decoded:
    """The text in `data`. Raises Undecodable; an `encoding` given is the only one tried."""
    if encoding is not None:
        content = _try(data, encoding)
        if content is None:
            raise Undecodable((encoding,))
        return Decoded(content, encoding)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            content = _try(data, codec)
            if content is not None:
                return Decoded(content, codec)
    return _guess(data, side)


def _guess(data: bytes, side: str) -> Decoded:
    if any(mark in data for mark in _ISO_2022_JP):
        for codec in ("iso2022_jp", "iso2022_jp_ext"):
            content = _try(data, codec)
            if content is not None:
                return Decoded(content, codec)
        content = _try(_as_cp932(data), "cp932")
        if content is not None:
            return Decoded(content, "iso2022_jp")
    for codec in ("utf-8", *_utf16_without_mark(data)):
        content = _try(data, codec)
        if content is not None and not _mostly_nul(content):
            return Decoded(content, codec)
    cut = _cut_utf8(data)
    return Decoded(cut, "utf-8") if cut is not None else _guess_legacy(data, side)


def _cut_utf8(data: bytes) -> str | None:
    """UTF-8 that ends in the middle of a character, with U+FFFD for what is left of that one."""
    if data.isascii():
        return None
    for length in range(1, _CUT_CHARACTER + 1):
        content = _try(data[:-length], "utf-8")
        if content and data[-length] >= 0xC2 and not content.isascii():
            return content + "\ufffd"
    return None


def _as_cp932(data: bytes) -> bytes:
    """ISO-2022-JP as the cp932 of the same characters, ① and ㈱ among them, which Python lacks.

    Row and cell of JIS X 0208 to Shift_JIS: https://encoding.spec.whatwg.org/#shift_jis-encoder
    """
    out = bytearray()
    for part in re.split(rb"(?=\x1b)", data):
        if part[:3] in (b"\x1b$B", b"\x1b$@"):
            pairs = part[3:]
            for first, second in zip(pairs[::2], pairs[1::2], strict=False):
                if not (0x21 <= first <= 0x7E and 0x21 <= second <= 0x7E):
                    out += bytes((first, second))
                    continue
                row, cell = first - 0x21, second - 0x21
                lead, trail = row // 2, cell + (94 if row % 2 else 0)
                out.append(lead + (0x81 if lead < 0x1F else 0xC1))
                out.append(trail + (0x40 if trail < 0x3F else 0x41))
            out += pairs[len(pairs) // 2 * 2 :]
        elif part[:3] == b"\x1b(I":
            out += bytes(byte | 0x80 if 0x21 <= byte <= 0x5F else byte for byte in part[3:])
        else:
            out += part[3:] if part[:1] == b"\x1b" else part
    return bytes(out)


def _guess_legacy(data: bytes, side: str) -> Decoded:
    """Of the encodings before Unicode, the one whose reading looks most like the language."""
    # The last has the marks that Windows adds to EUC-JP too, such as ① and ㈱.
    japanese = ("cp932", "euc_jp", "euc_jis_2004")
    codecs = japanese if side == "ja" else ("cp1252", *japanese)
    readings = [(codec, _try(data, codec)) for codec in codecs]
    fitting = [(codec, content) for codec, content in readings if content is not None]
    if not fitting:
        raise Undecodable(("utf-8", "utf-16", "iso2022_jp", *codecs))
    if b"\x8e" in data and _KANA_OF_EUC.fullmatch(data):
        return Decoded(data.decode("euc_jp"), "euc_jp")
    if side == "en":
        return Decoded(fitting[0][1], fitting[0][0])
    codec, content = max(fitting, key=lambda fit: _likeness(fit[1]))
    return Decoded(content, codec)


def _likeness(content: str) -> float:
    """How much a reading looks like Japanese prose: kana for it, half-width kana against."""
    score = 0.0
    for character in content:
        if "\u3041" <= character <= "\u3096" or character in _COMMON:
            score += 2
        elif "\u30a1" <= character <= "\u30fa" or "\u4e00" <= character <= "\u9fff":
            score += 1
        elif "\uff61" <= character <= "\uff9f":
            score -= 2
        elif "\ue000" <= character <= "\uf8ff":
            score -= 4
    return score / max(1, len(content))


def _utf16_without_mark(data: bytes) -> tuple[str, ...]:
    """UTF-16 codecs that the places of the NUL bytes speak for."""
    sample = data[:4096]
    if len(data) % 2 or b"\0" not in sample:
        return ()
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 50:
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _mostly_nul(content: str) -> bool:
    return content.count("\0") * 50 > len(content)


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
