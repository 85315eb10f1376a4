"""Ruby and notes of plain text: where they stand, and what they say.

Aozora's 漢字《かんじ》 and ｜漢字《かんじ》, which sites for novels have too; Denden Markdown's
{漢字|かん|じ}; pixiv's [[rb:漢字 > かんじ]]; and HTML's.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from alignbench.language.mapped import MappedText, join

_BASE = r"[々〆〇ヶヵ一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]{1,40}"
_SAME_KIND = rf"{_BASE}|※{{1,5}}|(?<![A-Za-zＡ-Ｚａ-ｚ])[A-Za-zＡ-Ｚａ-ｚ]{{1,40}}"
# A word in 《》 after kanji is ruby if it is kana: 映画《海の底から》 names a film.
_KANA = r"[ぁ-ゖァ-ヺー・゛゜ヽヾゝゞ\s﹅●○◎△]"
RUBY = re.compile(
    r"(?P<mark>[｜|](?P<marked>[^｜|《》\n]{1,40})《(?P<told>[^《》\n]{1,60})》)|"
    rf"(?P<brace>\{{(?P<braced>{_BASE})\|(?P<parts>(?:{_KANA}|\|){{1,60}})\}})|"
    r"(?P<double>\[\[rb:\s{0,3}(?P<named>[^\[\]<>\n]{1,40}?)\s{0,3}>\s{0,3}"
    r"(?P<name>[^\[\]<>\n]{1,60}?)\s{0,3}\]\])|"
    rf"(?P<kanji>{_SAME_KIND})《(?P<reading>{_KANA}{{1,60}})》"
)
_BRACKETED = re.compile(rf"({_BASE})[（(]([ぁ-んー]{{2,20}})[）)]")
_DOTTED = re.compile(r"(《《)[^《》\n]{1,60}(》》)")
"""Words with dots beside them, as sites for novels write emphasis."""
NOTE = re.compile(r"［＃[^［］\n]{0,200}］")
_GAIJI = re.compile(
    r"※［＃[^［］\n]{0,100}?(?:U\+(?P<code>[0-9A-Fa-f]{4,6})|"
    r"(?:第[34]水準)?(?P<plane>[12])-(?P<row>\d{1,2})-(?P<cell>\d{1,2}))[^［］\n]{0,60}］"
)
_HTML_RUBY = re.compile(
    r"<ruby>(?P<base>[^<>\n]{1,40})(?:<rp>[^<>]{0,4}</rp>)?<rt>(?P<reading>[^<>\n]{1,60})</rt>"
    r"(?:<rp>[^<>]{0,4}</rp>)?</ruby>"
)


@dataclass(frozen=True, slots=True)
class Ruby:
    """A reading over the characters `start..end` of the text it was found in."""

    start: int
    end: int
    reading: str


def readings(text: str) -> list[Ruby]:
    """Every reading given in `text`, in order."""
    return [Ruby(*base_span(match), reading_of(match)) for match in rubies(text)]


def rubies(text: str) -> Iterator[re.Match[str]]:
    """Every match of `RUBY`; most lines lack what none is without, and are not searched."""
    if "《" in text or "{" in text or "[[rb:" in text:
        yield from RUBY.finditer(text)


def base_span(ruby: re.Match[str]) -> tuple[int, int]:
    """Where the characters stand whose reading a match of `RUBY` gives."""
    return next(ruby.span(base) for base in ("marked", "braced", "named", "kanji") if ruby[base])


def reading_of(ruby: re.Match[str]) -> str:
    """The reading that a match of `RUBY` gives; that of each character may stand apart."""
    return str(ruby["told"] or ruby["reading"] or ruby["name"] or ruby["parts"].replace("|", ""))


def bracketed(text: str) -> list[Ruby]:
    """Readings given in brackets after the kanji: 松浦（まつうら）."""
    return [Ruby(*match.span(1), match[2]) for match in _BRACKETED.finditer(text)]


def markup_spans(text: str) -> list[tuple[int, int]]:
    """Stretches of `text` that are ruby or notes and not the text itself, in order."""
    spans = [*dotted_spans(text), *(match.span() for match in NOTE.finditer(text))]
    for match in rubies(text):
        base = base_span(match)
        spans.append((match.start(), base[0]))
        spans.append((base[1], match.end()))
    return sorted(span for span in spans if span[0] < span[1])


def dotted_spans(text: str) -> list[tuple[int, int]]:
    """The marks round words with dots beside them."""
    return [match.span(mark) for match in _DOTTED.finditer(text) for mark in (1, 2)]


def html_readings(text: str) -> list[Ruby]:
    """Every reading that `text` gives in HTML's ruby, in order."""
    return [Ruby(*m.span("base"), m["reading"]) for m in _HTML_RUBY.finditer(text)]


def html_spans(text: str) -> list[tuple[int, int]]:
    """Stretches of `text` that are HTML's ruby and not the text itself, in order."""
    spans: list[tuple[int, int]] = []
    for match in _HTML_RUBY.finditer(text):
        spans += [(match.start(), match.start("base")), (match.end("base"), match.end())]
    return spans


def with_gaiji(text: MappedText) -> MappedText:
    """With characters for the notes that describe them: ※［＃「…」、第3水準1-15-8］.

    By Unicode's number if there is one, else by plane, row and cell of JIS X 0213.
    """
    pieces: list[MappedText] = []
    at = 0
    for match in _GAIJI.finditer(text.text):
        character = _character(match)
        if character:
            place = text.offsets[match.start()]
            made = MappedText(character, (place,) * len(character))
            pieces += [text.slice(at, match.start()), made]
            at = match.end()
    return join([*pieces, text.slice(at, len(text.text))]) if pieces else text


def _character(gaiji: re.Match[str]) -> str:
    """The character that a note describes, か゚ in two; empty if its numbers are none."""
    try:
        if gaiji["code"]:
            found = chr(int(gaiji["code"], 16))
        else:
            plane = b"\x8f" if gaiji["plane"] == "2" else b""
            place = bytes((int(gaiji["row"]) + 0xA0, int(gaiji["cell"]) + 0xA0))
            found = (plane + place).decode("euc_jis_2004")
    except (ValueError, OverflowError):
        return ""
    whole = len(found) == 1 or (len(found) == 2 and unicodedata.combining(found[1]))
    return found if whole and found.isprintable() else ""
