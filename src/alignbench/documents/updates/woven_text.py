"""New words for an element whose text has codes in it: the codes stay beside their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape

from alignbench.documents.updates.xml_places import Place, XmlSource, escaped, local_name

_ROUND_TEXT = frozenset(("g", "pc", "hi", "mrk", "seg"))
_BREAKS = re.compile(
    r"""<[^>]*\b(?:ctype|subType|type)\s*=\s*["'](?:lb|x-html-br|x-br|fmt:lb|pb)["']"""
)
_PIECE = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|(?P<entity>&[#\w]{1,12};)|(?P<char>.)",
    re.DOTALL,
)
_WORD = re.compile(r"\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch as it is written, and what it shows: a character, or nothing for a code."""

    written: str
    shown: str = ""
    opens: bool = False
    closes: bool = False
    """Whether it is the end of an element round text, which stays with the words before it."""


def tokens_of(source: XmlSource, place: Place) -> list[Token]:
    """What is inside an element."""
    tokens: list[Token] = []
    at = place.inner_start
    for below in place.children:
        tokens += _characters(source.text(at, below.start))
        deleted = b"x-sdl-deleted" in source.bytes[below.start : below.inner_start]
        if local_name(below) in _ROUND_TEXT and not below.is_one_tag and not deleted:
            tokens.append(Token(source.text(below.start, below.inner_start), opens=True))
            tokens += tokens_of(source, below)
            tokens.append(Token(source.text(below.inner_end, below.end), closes=True))
        else:
            written = source.text(below.start, below.end)
            tokens.append(Token(written, " " if _BREAKS.match(written) else ""))
        at = below.end
    return [*tokens, *_characters(source.text(at, place.inner_end))]


def woven(tokens: Sequence[Token], text: str) -> str:
    """`text` as it is written, with the codes among `tokens` where their words went.

    Codes keep their order, so that what was well-formed stays so. White space round the old text
    stays too.
    """
    head, tokens, tail = _unwrapped(tokens)
    letters = [token for token in tokens if token.shown]
    codes: list[list[Token]] = [[]]
    for token in tokens:
        if token.shown:
            codes.append([])
        else:
            codes[-1].append(token)
    old = "".join(" " if letter.shown.isspace() else letter.shown for letter in letters)
    bare = old.strip()
    lead, trail = old.partition(bare)[::2] if bare else ("", "")
    made = [head]
    for same, a, b, new in _steps(old, f"{lead}{text}{trail}"):
        if same:
            for at in range(a, b):
                made += [*_taken(codes, at, at + 1), letters[at].written]
        elif a == b:
            closers = [code for code in codes[a] if code.closes]
            codes[a] = [code for code in codes[a] if not code.closes]
            made += [*(code.written for code in closers), escaped(new)]
        else:
            made += _taken(codes, a, a + 1)
            inside = _taken(codes, a + 1, b, until_close=True)
            made += [*inside, escaped(new), *_taken(codes, a + 1, b)]
    return "".join([*made, *_taken(codes, 0, len(codes)), tail])


def _taken(
    codes: list[list[Token]], first: int, last: int, *, until_close: bool = False
) -> list[str]:
    """The codes of these gaps, which are gone then; perhaps only those before the first end."""
    made: list[str] = []
    for at in range(first, last):
        while codes[at]:
            if until_close and codes[at][0].closes:
                return made
            made.append(codes[at].pop(0).written)
    return made


def _unwrapped(tokens: Sequence[Token]) -> tuple[str, Sequence[Token], str]:
    """The elements round all of the text, what is in them, and their ends."""
    head, tail = "", ""
    while len(tokens) > 1 and tokens[0].opens and _partner(tokens) == len(tokens) - 1:
        head, tail = head + tokens[0].written, tokens[-1].written + tail
        tokens = tokens[1:-1]
    return head, tokens, tail


def _partner(tokens: Sequence[Token]) -> int:
    """Where the element that begins first ends."""
    depth = 0
    for at, token in enumerate(tokens):
        depth += token.opens - token.closes
        if not depth:
            return at
    return -1


def _steps(old: str, new: str) -> Iterator[tuple[bool, int, int, str]]:
    """Words that stay and words that change: whether they stay, where in `old`, and the new."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    places = [0]
    for word in before:
        places.append(places[-1] + len(word))
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield kind == "equal", places[a], places[b], "".join(after[c:d])


def _characters(written: str) -> Iterator[Token]:
    for piece in _PIECE.finditer(written):
        if piece["cdata"] is not None:
            yield from (Token(escaped(character), character) for character in piece["cdata"])
        elif piece["char"] or piece["entity"]:
            yield Token(piece[0], unescape(piece[0]))
        else:
            yield Token(piece[0])
