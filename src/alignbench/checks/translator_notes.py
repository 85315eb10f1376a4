"""Notes that a translator adds in brackets (訳注: …), which the other side has no words for."""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.domain.text import Span

_JAPANESE = lazy(
    r"[（(［\[〔【]\s*(?:日本語)?(?:訳者?|編集?者?|監訳者?|校訂者?)(?:[注註]|による[注註])(?![文釈目])"
    r"(?:[^（()）［\]〔〕【】\[］]|[（(［\[〔【][^（()）［\]〔〕【】\[］]*[）)］\]〕】])*[）)］\]〕】]"
)
_ENGLISH = lazy(
    r"[(\[](?:(?:translator|editor|trans|tr|ed)s?(?:['’]s?|\.)?\s+(?:note|comment)|T/?N|N\.? ?B\. by the translator)s?"
    r"\s*[:.,–—-](?:[^()\[\]]|[(\[][^()\[\]]*[)\]])*[)\]]",
    re.IGNORECASE,
)
_WHOLE = lazy(r"[*※＊\s]*(?:日本語)?(?:訳者?|編集?者?|監訳者?)[注註]\s*[:：)）】\]]")
_MAY_JAPANESE = lazy("[注註]")
_MAY_ENGLISH = lazy(r"(?i)note|comment|T/?N\b")


def notes_in_japanese(ja: str, en: str) -> list[Span]:
    """Bracketed notes of a translator in `ja`, unless `en` has one too or they are all there is."""
    if not _MAY_JAPANESE.search(ja) or (_MAY_ENGLISH.search(en) and _ENGLISH.search(en)):
        return []
    found = [Span(*match.span()) for match in _JAPANESE.finditer(ja)]
    if not found and not en and _WHOLE.match(ja):
        return [Span(0, len(ja))]
    return [] if en and _all_there_is(ja, found) else found


def notes_in_english(ja: str, en: str) -> list[Span]:
    """Bracketed notes of a translator in `en`, unless `ja` has one too or they are all there is."""
    if not _MAY_ENGLISH.search(en) or _MAY_JAPANESE.search(ja):
        return []
    found = [Span(*match.span()) for match in _ENGLISH.finditer(en)]
    return [] if ja and _all_there_is(en, found) else found


def _all_there_is(text: str, notes: list[Span]) -> bool:
    """Whether nothing but the notes, spaces and marks stands in `text`."""
    at, rest = 0, ""
    for note in notes:
        rest += text[at : note.start]
        at = note.end
    return bool(notes) and not re.search(r"\w", rest + text[at:])
