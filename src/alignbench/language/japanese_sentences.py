"""Japanese sentences: a stack of brackets, and terminators that count only outside them."""

import re

_PAIRS = dict(zip("「『（【〔［〈《｛(“‘〝｢", "」』）】〕］〉》｝)”’〟｣", strict=True))
_CLOSERS = frozenset(_PAIRS.values())
_QUOTES = frozenset("」』｣")
_STRAIGHT = "\"'"
_DOUBLE = re.compile('"')
_SINGLE = re.compile(r"(?<![A-Za-z0-9])'|'(?![A-Za-z])")
"""Not the apostrophe of *don't*."""
_LONGEST_QUOTE = 400
_ENDS = frozenset("。｡．！？!?")
_TAIL = frozenset("。｡．！？!?…‥―—～〜♪♡☆★　 \t\n")
_NEXT_BEGINS = re.compile(r"(?<=[。｡])[‥…―—]+[ \u3000]*$|(?<=[！？!?])[―—]+[ \u3000]*$")
"""A dash or dots between a full stop and more: 去った。――返事はない。"""
# What may follow a quotation or an exclamation without beginning a new sentence.
_NOTE_MARKS = re.compile(
    r"(?:(?:※|＊|\*|†)[0-9０-９]{1,3}|\[[0-9]{1,3}\]|［[0-9０-９]{1,3}］|〔[0-9０-９]{1,3}〕|"
    r"〔[一二三四五六七八九十]{1,3}〕|[†‡]|[（(](?:[0-9０-９]{1,3}[）)]$|(?:注|※)[0-9０-９]{0,3}[）)])|"
    r"[¹²³⁰⁴-⁹]+)+(?![ \u3000\t]+\S|[0-9０-９]|[^\W\d_]*[:：])"
)
# A line of song or of chat may end in one of these, after what a sentence can end in.
_SIGN = re.compile(
    r"(?:[♪♫♬♡♥❤☆★✨]|[\U0001f300-\U0001faff])[\ufe0f\u200d♪♫♬♡♥❤☆★✨\U0001f300-\U0001faff]*"
)
_SIGNS = "♪♫♬♡♥❤☆★✨\U0001f300-\U0001faff"
_STOP = re.compile(f"[{''.join(_PAIRS)}{_STRAIGHT}{''.join(_ENDS)}.{_SIGNS}]")
"""Where a sentence can end: at no other character is there anything to look at."""
_BRACKET = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}{_STRAIGHT}]")
_BEFORE_SIGN = re.compile(r"[ぁ-んー〜～。！？!?っw笑）)」]$")
_AFTER_SIGN = re.compile(r"(?![とっなはがをにのもでへ、，,)）」』])[\s\u3000]*[^\W\d_「『]")
_SHORTEST_BEFORE_SIGN = 5
# A face of brackets and signs: (^^), (>_<), m(_ _)m
_FACE = re.compile(
    r"[(（](?=[^)）]{0,8}[\^;_´｀><ω▽∀°T])[^)）\u3041-\u30ff一-鿿0-9]{2,8}[)）][mｍノ/!！]{0,2}"
)
_LIST_NUMBER = re.compile(r"[\s　]*(?:[0-9０-９]{1,3}|[A-Za-zＡ-Ｚａ-ｚ])")
_NEXT_NUMBER = re.compile(r"[\u3000\t][0-9０-９]{1,2}$")
"""The number of the next of several answers on one line: １．雨　２．風."""
_INITIAL = re.compile(r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ]$")
# An English sentence between Japanese ones.
_LATIN_END = re.compile(r"[a-z]{2,}[.!?][\"”’)]*$")
_LATIN_SENTENCE = re.compile(r"[\"“‘(]?[A-Z][\w'’]*(?:[\s,;:\"“”'’()-]+[\w'’&/-]+){2,}")
_LATIN_NAMES = re.compile(
    r"\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|vs|etc|No|Vol|Fig|cf|al|ed|eds|pp|Jr|Sr|Bros)\.$"
)
_PARTICLE = re.compile(r"[のはがをにでともへやよかねって]|という|から|まで|など|より")
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
    aside = _whole_aside(text, partner)
    if aside is not None:
        first, last = aside
        inside = text[first + 1 : last]
        inner = [(a + first + 1, b + first + 1) for a, b in _sentences(inside, _matched(inside))]
        if len(inner) > 1:
            return [(0, inner[0][1]), *inner[1:-1], (inner[-1][0], len(text))]
    return _sentences(text, partner)


def _sentences(text: str, partner: dict[int, int]) -> Pieces:
    guarded = {match.end() - 1 for match in _NAMES.finditer(text)}
    pieces: Pieces = []
    start = at = 0
    while stop := _STOP.search(text, at):
        at = stop.start()
        end = _boundary_at(text, at, start, partner, guarded)
        if end is None:
            at = partner[at] + 1 if _opens(at, partner) else at + 1
            continue
        pieces.append((start, end))
        start = at = end
    if start < len(text):
        pieces.append((start, len(text)))
    return pieces


def _whole_aside(text: str, partner: dict[int, int]) -> tuple[int, int] | None:
    """The brackets that a whole paragraph stands in, which make none of its sentences one."""
    first = len(text) - len(text.lstrip(" \t\n\u3000"))
    last = len(text.rstrip(" \t\n\u3000")) - 1
    if first >= last or text[first] not in "（(〔［" or partner.get(first) != last:
        return None
    return first, last


def _matched(text: str) -> dict[int, int]:
    """Positions of brackets that find their partner, both ways."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    straight = _straight_quotes(text, _DOUBLE) | _straight_quotes(text, _SINGLE)
    for mark in _BRACKET.finditer(text):
        at, character = mark.start(), mark.group()
        if character in _PAIRS:
            stack.append(at)
        elif at in straight:
            partner[at] = straight[at]
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


def _straight_quotes(text: str, mark: re.Pattern[str]) -> dict[int, int]:
    """Straight quotation marks by twos, both ways; none where one of them stands alone."""
    marks = [found.start() for found in mark.finditer(text)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or any(last - first > _LONGEST_QUOTE for first, last in pairs):
        return {}
    return dict(pairs) | {last: first for first, last in pairs}


def _opens(at: int, partner: dict[int, int]) -> bool:
    """Whether a bracket or quotation mark at `at` opens a group that is closed."""
    return partner.get(at, -1) > at


def _closes(text: str, at: int, partner: dict[int, int]) -> bool:
    return text[at] in _CLOSERS or -1 < partner.get(at, -1) < at


def _boundary_at(
    text: str, at: int, start: int, partner: dict[int, int], guarded: set[int]
) -> int | None:
    """Where the sentence ends if the character at `at` closes it, else None."""
    character = text[at]
    if _opens(at, partner):
        face = _FACE.match(text, at)
        if face:
            return _after_face(text, face, start)
        return _after_group(text, at, partner[at], start)
    if character == "." or character in "!?":
        end = _after_latin(text, at, start)
        if end is not None or character == ".":
            return end
    if character not in _ENDS:
        return _after_sign(text, at, start)
    if at in guarded or _is_decimal_point(text, at):
        return None
    if character == "．" and (
        _LIST_NUMBER.fullmatch(text, start, at)
        or _NEXT_NUMBER.search(text[max(0, at - 4) : at])
        or (_INITIAL.search(text[max(0, at - 2) : at]) and text[at + 1 : at + 2].strip())
    ):
        return None
    end = at + 1
    while end < len(text) and (text[end] in _TAIL or _closes(text, end, partner)):
        end += 1
    if character in "！？!?" and _goes_on(text, at, end):
        return None
    return _after_marks(text, start, _before_dash(text, at, end))


def _before_dash(text: str, at: int, end: int) -> int:
    """Before a dash or dots after a full stop, if more comes: the next sentence begins so."""
    opening = _NEXT_BEGINS.search(text, at, end)
    return opening.start() if opening and end < len(text) else end


def _after_marks(text: str, start: int, end: int) -> int:
    """Past marks of notes and the end of bold type, which belong to the sentence before them."""
    emphasis = re.compile(r"\*{1,3}|_{1,3}").match(text, end)
    if emphasis and text.count(emphasis.group(), start, end) % 2:
        end = emphasis.end()
    note = _NOTE_MARKS.match(text, end)
    if note:
        end = note.end()
        while end < len(text) and text[end] in " \u3000":
            end += 1
    return end


def _after_latin(text: str, at: int, start: int) -> int | None:
    """Where an English sentence ends that stands among Japanese ones."""
    said = text[start : at + 1]
    after = re.compile(r"[\s\u3000]+").match(text, at + 1)
    if (
        not after
        or not said.lstrip().isascii()
        or not _LATIN_END.search(said)
        or not _LATIN_SENTENCE.match(said.lstrip())
        or _LATIN_NAMES.search(said)
        or _PARTICLE.match(text, after.end())
    ):
        return None
    return after.end()


def _after_sign(text: str, at: int, start: int) -> int | None:
    """Where a sentence ends in a note of music, a star, a heart or a picture."""
    sign = _SIGN.match(text, at)
    if not sign or at - start < _SHORTEST_BEFORE_SIGN or not _BEFORE_SIGN.search(text[at - 1 : at]):
        return None
    end = sign.end()
    if end >= len(text) or not _AFTER_SIGN.match(text, end):
        return None
    while end < len(text) and text[end] in " \u3000":
        end += 1
    return end


def _after_face(text: str, face: re.Match[str], start: int) -> int | None:
    """Where a sentence ends in a face of signs."""
    bows = text[face.start() - 1 : face.start()] in ("m", "ｍ")
    at = face.start() - bows
    if at - start < _SHORTEST_BEFORE_SIGN or not _BEFORE_SIGN.search(text[at - 1 : at]):
        return None
    if not _AFTER_SIGN.match(text, face.end()):
        return None
    spaces = re.compile(r"[ \u3000]*").match(text, face.end())
    return spaces.end() if spaces else face.end()


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
