"""Where a passage's sentences end, and whether a sentence goes on in the next passage."""

import re
from collections.abc import Sequence
from itertools import pairwise

from alignbench.documents.segmentation.kinds import ends_sentence
from alignbench.domain.text import PlaceholderKind, Side
from alignbench.language.normalise import has_japanese
from alignbench.language.sentences import split_sentences

_CUT_WORD = re.compile(r"[ぁ-んァ-ヶ一-鿿々、ー]$")
_OPEN_WORD = re.compile(r"(?:[をはがにのとへでもて、]|から|まで|より|という)$")
_CUT_TAIL = re.compile(r"[をんっゃゅょー]|が(?!ん)")
_OPAQUE = frozenset({PlaceholderKind.CODE, PlaceholderKind.VARIABLE, PlaceholderKind.TAG})
"""Whose characters are no punctuation of the sentence round them."""
_PUNCTUATION = re.compile(r"[^\w]|_")
_CREDIT = re.compile(
    r"(?<=[.!?。！？])\s*(?=(?:Photos?|Photographs?|Images?|Picture|Illustrations?|Credit|Source|"
    r"Courtesy|写真|撮影|提供|出典|画像|図版|作図)(?:\s(?:by|credit|courtesy of))?[:：／=＝])"
)
"""Between what a caption says and the name of who made the picture."""


def sentences_of(
    text: str, side: Side, placeholders: Sequence[tuple[int, int, PlaceholderKind]] = ()
) -> list[tuple[int, int]]:
    """Sentences of one passage, as `(start, end)` offsets that join to the whole text.

    A question mark inside inline code ends no sentence.
    """
    for start, end, kind in placeholders:
        if kind in _OPAQUE and start < end:
            text = text[:start] + _PUNCTUATION.sub("x", text[start:end]) + text[end:]
    return split_sentences(text, side)


def credits_of(caption: str) -> list[tuple[int, int]]:
    """A caption and who made the picture, as `(start, end)` offsets that join to the whole."""
    places = [0, *(match.start() for match in _CREDIT.finditer(caption)), len(caption)]
    return [(start, end) for start, end in pairwise(places) if start < end]


def is_cut(head: str, tail: str, page_between: bool) -> bool:
    """Whether a passage that reads `tail` goes on with the sentence in which `head` breaks off.

    `page_between` is whether a page is known to end between them.
    """
    if ends_sentence(head):
        return False
    if not has_japanese(head):
        start = tail[:1]
        return len(head) > 40 and (
            start.islower() or (page_between and (start.isdigit() or start == '"'))
        )
    if page_between:
        return bool(_CUT_WORD.search(head) and "。" in tail)
    # A paragraph may well end without a full stop: in a noun, a picture's name, a verb's stem.
    said_before = "。" in head or len(head) >= 60
    goes_on = _OPEN_WORD.search(head) or _CUT_TAIL.match(tail)
    return bool(said_before and goes_on and _CUT_WORD.search(head) and "。" in tail)
