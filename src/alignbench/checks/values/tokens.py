"""Codes and ids: what a translation copies as it stands, of which no number is to be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.folded_text import value_view
from alignbench.domain.text import Span

_URL = r"(?:https?://|www\.)[!-;=?-_a-z{-~]+"
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
_HASHTAG = r"(?<![\w&])#[A-Za-z_][A-Za-z0-9_]{0,60}"
_VERSION = r"(?<![\w.])(?!(?:1[89]|20)\d\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])(?![\d.]*\d))(?![0-6]\d\.(?:0[1-9]|1[0-2])\.(?:3[01]|[12]\d|0[1-9])(?![\d.]*\d))[vV]?\d{1,5}(?:\.\d{1,5}){2,4}(?:[.-]?(?:preview|rc|alpha|beta|pre|dev|post)[.-]?\d{0,4})?(?![\w.]*\d)"
_PHONE = (
    r"(?<![\d-])(?:\+\d{1,3}-)?\d{2,4}[-ー]\d{2,4}[-ー]\d{3,4}(?![\d-])"
    r"|\(0\d{1,4}\)\s?\d{1,4}-\d{4}(?![\d-])|(?<![\d-])0\d{1,4}\(\d{1,4}\)\d{4}(?![\d-])"
)
_POSTCODE = r"〒\s?\d{3}-?\d{4}|(?<![\d-])\d{3}-\d{4}(?![\d-])"
_FILE = r"(?<![\w./\\])[A-Za-z0-9_-]{1,60}\.(?:pdf|docx?|xlsx?|txt|csv|zip|json|xml|html?|exe|dll|cs|py|jpe?g|png)(?![\w])"
_CODE = (
    r"(?<![A-Za-z0-9_])(?=[A-Za-z_./-]{0,60}\d)(?![MTSHR]\d{1,2}\s?(?:年|[./]\d|卒|入[社学]|生まれ?|度|築|製|竣工|[春夏秋冬]|末|頃))(?:[A-Za-z]{1,40}(?:[-_./][A-Za-z]{1,40}){0,6}[-_/]?\d[A-Za-z0-9_]{0,30}(?:[-_./][A-Za-z0-9_]{1,30}){0,6}"
    r"|\d{1,6}(?!(?:st|nd|rd|th|s|km|kg|cm|mmHg|mmol|mmAq|cmH2O|mEq|mAh|Ah|kVA|VA|IU|mol|dpi|ppi|fps|psi|kgf|mm|mg|ml|mL|dL|kL|µL|nm|µm|μm|nF|pF|mV|kV|mA|dB|rpm|k?Pa|[MGh]Pa|ms|ns|lx|lm|kN|N|Pa|kl|ha|[kMGT]?W|kWh|pp[mb]|[GMKT]B|[kMG]?Hz|[mnµ]s|k?cal|bps?|hPa|m|g|t|L|l|V|A|am|pm|a|p|AM|PM|bn|mn|k|K|M|x|X|[mb]illion|trillion|thousand|lbs?|ft|yen|min|hrs?|nd|years?)(?![A-Za-z]))[A-Za-z]{1,12}[A-Za-z0-9_-]{0,30})(?![A-Za-z0-9_])"
)
_HINT = lazy(r"\d|@|://|www\.|#[A-Za-z]|\.[a-z]{2,4}\b")
_TOKENS = lazy(
    f"(?P<url>{_URL})|(?P<mail>{_MAIL})|(?P<phone>{_PHONE})|(?P<postcode>{_POSTCODE})|(?P<file>{_FILE})|"
    f"(?P<version>{_VERSION})|(?P<hashtag>{_HASHTAG})|(?P<code>{_CODE})"
)
_NOT_CODES = lazy(
    r"[IVX]+-\d+|(?:No|Nos|Vol|Fig|Figs|pp?|vol|no|ch|Ch|art|Art|sec|Sec|FY|CY|Q|US|USD|JPY|EUR|AD|BC|ca?|circa|to|and|or|of|in|at|on|the)\.?-?\d+"
    r"|(?:[kcmµ]?g/)?[kcm]?m[23]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A code or an id, `folded` for comparison."""

    kind: str
    text: str
    folded: str
    span: Span


def tokens(text: str) -> Iterator[Token]:
    """The codes and ids of `text`, in its order."""
    view = value_view(text)
    if not _HINT.search(view.text):
        return
    for match in _TOKENS.finditer(_TIMES.sub("×", view.text)):
        kind = match.lastgroup or ""
        if kind == "code" and _NOT_CODES.fullmatch(match[0]):
            continue
        written = match[0].rstrip(".,;:!?)") if kind == "url" else match[0]
        span = Span(*view.source_span(match.start(), match.start() + len(written)))
        yield Token(kind, written, folded(written), span)


_ESCAPES = lazy(r"\x1b\[[0-?]{0,40}[ -/]{0,8}[@-~]")
"""Terminal escapes: the 31 of a red text is no number."""
_ENDLESS = lazy(r"\d{31,}")
_TIMES = lazy(r"(?<!\b0)(?<=[\dm])x(?=\d)")


def blanked(view: str) -> str:
    """A view with its codes blanked out, so that no number is read from them; `4x5` is 4 × 5."""
    if "x" in view:
        view = _TIMES.sub("×", view)
    if "\x1b" in view:
        view = _ESCAPES.sub(lambda match: "\x00" * len(match[0]), view)
    if not _HINT.search(view):
        return view
    view = _ENDLESS.sub(lambda match: "\x00" * len(match[0]), view)

    def blank(match: re.Match[str]) -> str:
        if match.lastgroup == "code" and _NOT_CODES.fullmatch(match[0]):
            return match[0]
        return "\x00" * len(match[0])

    return _TOKENS.sub(blank, view)


_SEPARATORS = lazy(r"[\s\-_./,'()〒+ー]")


def folded(text: str) -> str:
    """Without case and separators: `COVID-19` and `Covid 19` are the same code."""
    return _SEPARATORS.sub("", text).casefold()
