"""Japanese sentences: a stack of brackets, and terminators that count only outside them."""

import re

_PAIRS = dict(zip("「『（【〔［〈《｛(“‘", "」』）】〕］〉》｝)”’", strict=True))
_CLOSERS = frozenset(_PAIRS.values())
_QUOTES = frozenset("」』")
_ENDS = frozenset("。｡．！？!?")
_TAIL = frozenset("。｡．！？!?…‥―—～〜♪♡☆★　 \t\n")
# What may follow a quotation or an exclamation without beginning a new sentence.
_GOES_ON = re.compile(
    r"[\s　]*(?:[とっなはがをにのもでだかやらよねへ、，,…‥]|から|まで|など|くら|ぐら|ばか|ほど)"
)
# Names that carry a full stop of their own.
_NAMES = re.compile(
    r"モーニング娘。(?!\s*$)|ゲスの極み乙女。(?!\s*$)|ぼくのりりっくのぼうよみ。(?!\s*$)"
)

Pieces = list[tuple[int, int]]


def split_japanese(text: str) -> Pieces:
    """Sentences of one paragraph, as `(start, end)` offsets that join to the whole text.

    A terminator ends a sentence only outside brackets, so 「あ。い。」と言った stays whole; a
    bracket that never closes is taken for an ordinary character. Space after a sentence belongs
    to it. Linear in the length of the text.
    """
    partner = _matched(text)
    guarded = {match.end() - 1 for match in _NAMES.finditer(text)}
    pieces: Pieces = []
    start = at = 0
    while at < len(text):
        end = _boundary_at(text, at, start, partner, guarded)
        if end is None:
            at = partner.get(at, at) + 1 if text[at] in _PAIRS else at + 1
            continue
        pieces.append((start, end))
        start = at = end
    if start < len(text):
        pieces.append((start, len(text)))
    return pieces


def _matched(text: str) -> dict[int, int]:
    """Positions of brackets that find their partner, both ways."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    for at, character in enumerate(text):
        if character in _PAIRS:
            stack.append(at)
        elif character in _CLOSERS:
            depth = next(
                (i for i in range(len(stack) - 1, max(-1, len(stack) - 9), -1)
                 if _PAIRS[text[stack[i]]] == character),
                None,
            )  # fmt: skip
            if depth is not None:
                partner[stack[depth]] = at
                del stack[depth:]
    return partner


def _boundary_at(
    text: str, at: int, start: int, partner: dict[int, int], guarded: set[int]
) -> int | None:
    """Where the sentence ends if the character at `at` closes it, else None."""
    character = text[at]
    if character in _PAIRS and at in partner:
        return _after_group(text, at, partner[at], start)
    if character not in _ENDS or at in guarded or _is_decimal_point(text, at):
        return None
    end = at + 1
    while end < len(text) and (text[end] in _TAIL or (text[end] in _CLOSERS)):
        end += 1
    if character in "！？!?" and _goes_on(text, at, end):
        return None
    return end


def _after_group(text: str, opening: int, closing: int, start: int) -> int | None:
    """Where a bracketed group ends its sentence: a turn before another, or an utterance alone."""
    end = closing + 1
    if (
        text[closing] in _QUOTES
        and text[end : end + 1] in ("「", "『")
        and not text[start:opening].strip()
    ):
        return end
    alone = not text[start:opening].strip("　 \t\n")
    complete = text[closing - 1] in "。｡！？!?…"
    if not (alone and complete) or end >= len(text) or _GOES_ON.match(text, end):
        return None
    if text[end] in _ENDS:
        return None
    while end < len(text) and text[end] in "　 \t\n":
        end += 1
    return end


def _is_decimal_point(text: str, at: int) -> bool:
    """Whether a full-width point stands between digits or Latin letters."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return (
        text[at] == "．"
        and len(around) == 2
        and around.isalnum()
        and all(c.isdigit() or c.isascii() or "Ａ" <= c <= "ｚ" for c in around)
    )


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether the sentence goes on after a ！ or ？: えっ！と叫んだ, Yahoo!ニュース."""
    if (
        text[at] in "!?"
        and text[at - 1 : at].isascii()
        and text[at + 1 : at + 2].strip("　 \t\n!?！？")
    ):
        return True
    return text[end - 1] not in "　 \t\n。" and bool(
        re.match(r"(?:と(?!は|も|て|に|き|こ)|って|など|の(?!ち))", text[end : end + 3])
    )
