"""Bytes to text: a ladder of guesses that knows Japanese files, never a general detector."""

from dataclasses import dataclass

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b$(D")
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
    for codec in ("utf-8", *_utf16_without_mark(data)):
        content = _try(data, codec)
        if content is not None and not _mostly_nul(content):
            return Decoded(content, codec)
    return _guess_legacy(data, side)


def _guess_legacy(data: bytes, side: str) -> Decoded:
    """Of the encodings before Unicode, the one whose reading looks most like the language."""
    # The last has the marks that Windows adds to EUC-JP too, such as ① and ㈱.
    japanese = ("cp932", "euc_jp", "euc_jis_2004")
    codecs = japanese if side == "ja" else ("cp1252", *japanese)
    readings = [(codec, _try(data, codec)) for codec in codecs]
    fitting = [(codec, content) for codec, content in readings if content is not None]
    if not fitting:
        raise Undecodable(("utf-8", "utf-16", "iso2022_jp", *codecs))
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
