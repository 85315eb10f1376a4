"""Aozora ruby and notes: where they stand, and what they say."""

import re
from dataclasses import dataclass

_BASE = r"[々〆〇ヶヵ一-鿿㐀-䶿豈-﫿]{1,40}"
RUBY = re.compile(
    rf"(?P<mark>｜(?P<marked>[^｜《》\n]{{1,40}})|(?P<kanji>{_BASE}))《(?P<reading>[^《》\n]{{1,60}})》"
)
NOTE = re.compile(r"［＃[^［］\n]{0,200}］")


@dataclass(frozen=True, slots=True)
class Ruby:
    """A reading over the characters `start..end` of the text it was found in."""

    start: int
    end: int
    reading: str


def readings(text: str) -> list[Ruby]:
    """Every reading given in `text`, in order."""
    return [
        Ruby(*(match.span("marked") if match["marked"] else match.span("kanji")), match["reading"])
        for match in RUBY.finditer(text)
    ]


def markup_spans(text: str) -> list[tuple[int, int]]:
    """Stretches of `text` that are ruby or notes and not the text itself, in order."""
    spans = [match.span() for match in NOTE.finditer(text)]
    for match in RUBY.finditer(text):
        base = match.span("marked") if match["marked"] else match.span("kanji")
        spans.append((match.start(), base[0]))
        spans.append((base[1], match.end()))
    return sorted(span for span in spans if span[0] < span[1])
