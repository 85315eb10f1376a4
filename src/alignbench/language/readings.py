"""How kanji are read: as the file's own ruby says, else as UniDic does."""

import re
from collections.abc import Sequence

from alignbench.domain.text import Reading, Span
from alignbench.language.morphology import morphemes

_KANJI = re.compile(r"[㐀-䶿一-鿿々〆ヶ豈-﫿]")
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def readings(text: str, given: Sequence[Reading] = ()) -> list[Reading]:
    """Readings in hiragana of the kanji in `text`, in order; those `given` come first.

    A reading stands over the kanji of a word and the kana between them, and not over the kana at
    its ends: 飛び降りる has とびお over 飛び降.
    """
    found = list(given)
    if not _KANJI.search(text):
        return found
    for word in morphemes(text):
        if not word.reading or not _KANJI.search(word.surface):
            continue
        if any(each.start < word.end and word.start < each.end for each in given):
            continue
        kana = word.reading.translate(_TO_HIRAGANA)
        plain = word.surface.translate(_TO_HIRAGANA)
        first = last = 0
        while first < len(kana) and first < len(plain) and kana[first] == plain[first]:
            first += 1
        most = min(len(kana), len(plain)) - first
        while last < most and kana[-1 - last] == plain[-1 - last]:
            last += 1
        said = kana[first : len(kana) - last]
        if said and first + last < len(plain):
            found.append(Reading(word.start + first, word.end - last, said))
    return sorted(found, key=lambda each: each.start)


def read_aloud(text: str, span: Span, given: Sequence[Reading] = ()) -> str:
    """A stretch of `text` in kana where its kanji have readings; empty if it has no kanji.

    A reading that stands over more than the stretch is given whole.
    """
    if not _KANJI.search(text[span.start : span.end]):
        return ""
    out, at = "", span.start
    for each in readings(text, given):
        if each.end <= at or each.start >= span.end:
            continue
        out += text[at : max(at, each.start)] + each.reading
        at = each.end
    return out + text[at : span.end]
