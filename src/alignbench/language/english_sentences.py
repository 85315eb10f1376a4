"""English sentences, by sentencex, with offsets."""

import re
from itertools import pairwise

import sentencex

Pieces = list[tuple[int, int]]
_STRETCH = 8_000
"""Characters of a paragraph that are looked at together."""
_FOOTNOTE = re.compile(r"(?<=[.!?\"”’)])((?:\[\d{1,3}\]|[¹²³⁴-⁹]+)+)(\s+)(?=[A-Z\"“‘(])")
# Who spoke, after a question or an exclamation in quotes: "Really?" she asked.
_SPEECH_TAG = re.compile(
    r"(?:(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|(?:[Tt]he|[Mm]y|[Hh]is|[Hh]er)\s\w+|(?:Mr|Mrs|Ms|Dr)\.\s\w+|"
    r"[A-Z]\w+)\s(?:said|asked|answered|replied|cried|called|shouted|whispered|exclaimed|"
    r"retorted|demanded|inquired|muttered|murmured|added|went on|continued|began|thought)\b|"
    r"(?:said|asked|cried|answered|replied)\s)"
)
# Words of every day that sentencex takes for abbreviations (Maine, Senator, Number) even in small
# letters and before a capital: found by trying all words of a large vocabulary.
_EVERYDAY = re.compile(
    r"(?<![\w.])(?:me|sen|may|no|arc|art|con|miss|ill|ark|mar|ore|id)\.[\"”’)]?\s+"
    r"(?=[\"“‘(]?[A-Z][a-z' ])"
)
# Sentences in brackets before another.
_ASIDE = re.compile(r"(?:(?<=^)|(?<=[.!?\"”] ))\([A-Z][^()]{2,400}[.!?]\)\s+(?=[\"“‘(]?[A-Z])")
_BRACKETED = re.compile(r"\((?P<inside>[^()]*[.!?][\"”’]?\s+[\"“‘]?[A-Z][^()]*[.!?][\"”’]?)\)\s*")
# "I" that ends a sentence: than I. Telling
_FIRST_PERSON = re.compile(
    r"\b(?:than|as|and|or|but|am|was|do|did|can|could|will|would|not|so|nor|me|had|have)\sI\.\s+"
    r"(?=[\"“‘(]?[A-Z][a-z])"
)
# One quotation after another: "Yes." "No."
_NEXT_QUOTATION = re.compile(r"[.!?…][\"”]\s+(?=[\"“]\S)")
# A letter that names something and ends a sentence: Party A. The
_LETTER = re.compile(
    r"\b(?:[Vv]itamin|[Pp]lan|[Cc]lass|[Tt]ype|[Gg]roup|[Gg]rade|[Pp]arty|[Ee]xhibit|[Aa]ppendix|"
    r"[Ss]ection|[Pp]art|[Bb]uilding|[Rr]oom|[Cc]ategory|[Oo]ption|[Pp]oint|[Ss]chedule|[Aa]nnex|"
    r"[Cc]olumn|[Ff]igure|[Tt]able|[Zz]one|[Tt]eam|[Uu]nit|[Ss]eries|[Hh]epatitis)\s[A-HJ-Z]\.\s+"
    r"(?=[\"“‘(]?[A-Z][a-z])"
)
# A measure that ends a sentence: for 90 d. Growth was
_MEASURE = re.compile(
    r"\d\s?(?:[dhsgmL]|[kmcµμ][gmL]|m[ls]|wk|mo|yr|min|ha|°C|[kM]?Pa|[kMG]?Hz|[kM]?W|mol|rpm)\.\s+"
    r"(?=[A-Z][a-z]*,?\s[a-z])"
)
# What goes on after a point: a title before a name, a part's name before its number, Mon. to Fri.
_GOES_ON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Messrs|Capt|Lt|Col|Sgt|Rev|Hon)\.\s+(?=[A-Z])|"
    r"\b(?:App|[Ff]igs?|Secs?|Ch|Arts?|[Vv]ols?|Eqs?|Tab|Nos?|[Rr]efs?|Ex|Mk|Op|[Pp]p?)\.\s+"
    r"(?=(?:[A-Z]|[\dIVX]+)\b|[(\[]\d)|"
    r"\b(?:[Aa]pprox|[Cc]a|[Ee]st|[Mm]ax|[Mm]in|[Aa]vg|[Ee]xt|[Tt]el|[Rr]te|[Rr]eg|[Pp]aras?)\.\s+"
    r"(?=(?:[$€£¥]|[A-Z]{1,3}[$€£¥]|[A-Z]{2,3}\s?)?\d)|"
    r"\b(?:[Aa]pprox|[Ii]ncl|[Ee]xcl|ca|viz)\.\s+(?=\w)|"
    r"\b(?:Proc|Trans|Int|Conf|Symp|Univ|Natl?|Assoc|Inst)\.\s+(?=[A-Z][a-z]+)|"
    r"^P\.(?:P\.)?S\.:?\s+(?=[A-Z\"“])|"
    r"\b[A-Z][a-z]{1,4}\.\s+(?=[a-z]+\b))"
)
# A small letter begins no sentence where others begin with capitals: 2 tsp. of salt, Panic! is
_SMALL = re.compile(r"(?![a-z][.)])[a-z]+(?![A-Za-z])")
_JOINING = re.compile(
    r"(?:and|or|nor|than|as|is|are|was|were|has|have|had|will|would|of|in|on|at|to|for|from|with|by|"
    r"that|which|who)\b"
)
_SHORT_WORD = re.compile(r"\b(?:[A-Za-z]{1,4}|[Aa]pprox|[Ii]ncl|[Ee]xcl)\.$")
# A sentence that trails off before one whose first word no name is: over... Or was it?
_TRAILED_OFF = re.compile(
    r"(?<=\w)(?:…|\.{3}|(?: \.){3})\s+(?=(?:The|An?|He|She|It|They|We|You|And|But|Or|So|Then|There|"
    r"This|That|These|Those|What|Why|How|When|Where|Who|Nobody|Nothing|No|Yes|If|Not|Now|"
    r"My|His|Her|Its|Our|Their|Perhaps|Maybe)\b)"
)
# sentencex cuts nowhere in what begins with (a) or (12).
_ITEM = re.compile(r"\A(?P<space>\s*)\((?P<label>[0-9]{1,3}|[A-Za-z]|[ivxIVX]{2,5})\)(?=\s)")
# What may end a sentence, and more behind it: without that there is nothing to split.
_MORE_BEHIND = re.compile(r"[.!?…)\"”’]\s+\S")
_BRACKET = re.compile(r"[<>()\[\]{}]")
_OPENED_BY = {">": "<", ")": "(", "]": "[", "}": "{"}
_FACE = re.compile(r"[:;]-?[()DP](?=\s|$)\s*")
_NUMBER = re.compile(r"[\"“(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\)?\s*$")
_CLOSING_MARKS = re.compile(r"(?:\*{1,3}|_{1,3}|~~)(?=\s|$)\s*")
_WIDE_SPACE = re.compile(r"[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_QUOTED_MARK = re.compile(r"[!?][\"”’']\s*$")


def split_english(text: str) -> Pieces:
    """Sentences of one paragraph, as `(start, end)` offsets that join to the whole text.

    A bracket is one with all that is in it, unless it is the whole paragraph.
    """
    aside = _BRACKETED.fullmatch(text)
    if aside is None:
        return _sentences(text)
    first, last = aside.span("inside")
    inner = [(start + first, end + first) for start, end in _sentences(text[first:last])]
    if len(inner) < 2:
        return [(0, len(text))]
    return [(0, inner[0][1]), *inner[1:-1], (inner[-1][0], len(text))]


def _sentences(text: str) -> Pieces:
    return [
        span
        for piece in _tagged(text, _whole(text, _pieces(text)))
        for part in _after_footnotes(text, *piece)
        for quoted in _after_quotations(text, *part)
        for span in _after_words(text, *quoted)
    ]


def _pieces(text: str) -> Pieces:
    """The sentences that sentencex finds, looking at a stretch of a long paragraph at a time.

    Its time grows with the square of some texts' length. A stretch begins where the last sentence
    of the one before began, and one that is no end of a sentence goes on in the next.
    """
    # sentencex 1.0 panics where a wide space stands between a capital and a full stop.
    plain = _without_stray_brackets(_WIDE_SPACE.sub(" ", text))
    plain = _ITEM.sub(lambda item: f"{item['space']}~{item['label']}~", plain)
    pieces: Pieces = []
    start = 0
    while start < len(plain):
        end = min(start + _STRETCH, len(plain))
        found = _cut(plain, start, end)
        if end < len(plain) and len(found) > 1:
            found.pop()
        pieces += found
        start = pieces[-1][1]
    return pieces


def _without_stray_brackets(text: str) -> str:
    """The text with `~` for every bracket that nothing closes, as in `p < .05`.

    sentencex cuts nowhere between an opening bracket and the next closing one of any kind.
    """
    opened: list[int] = []
    stray: set[int] = set()
    for mark in _BRACKET.finditer(text):
        opening = _OPENED_BY.get(mark.group())
        if opening is None:
            opened.append(mark.start())
        elif any(text[at] == opening for at in opened[-4:]):
            while text[at := opened.pop()] != opening:
                stray.add(at)
    stray.update(opened)
    if not stray:
        return text
    return "".join("~" if at in stray else c for at, c in enumerate(text))


def _cut(plain: str, start: int, end: int) -> Pieces:
    pieces: Pieces = []
    at = start
    for piece in sentencex.segment("en", plain[start:end]):
        stop = at + len(piece)
        if plain[at:stop] != piece:  # never seen; better one long sentence than a lost character
            break
        if piece:
            pieces.append((at, stop))
        at = stop
    if at < end:
        pieces.append((at, end))
    return pieces


def _whole(text: str, pieces: Pieces) -> Pieces:
    """The pieces without cuts inside words, after a list's number, or before closing marks."""
    out: Pieces = []
    for start, end in pieces:
        closing = (_CLOSING_MARKS.match(text, start) or _FACE.match(text, start)) if out else None
        if closing:
            out[-1] = (out[-1][0], closing.end())
            start = closing.end()
        glued = start and not text[start - 1].isspace() and not text[start : start + 1].isspace()
        if out and (
            (glued and text[start : start + 1] != "[")
            or (_NUMBER.match(text[out[-1][0] : start]) and _begins_list(text, out[-1][0]))
            or _goes_on(text, start)
            or _is_mid_sentence(text, out[-1][0], start)
        ):
            out[-1] = (out[-1][0], end)
        elif start < end:
            out.append((start, end))
    return out


def _goes_on(text: str, start: int) -> bool:
    """Whether what begins at `start` goes on with what stands before it."""
    return any(
        match.end() == start for match in _GOES_ON.finditer(text, max(0, start - 12), start + 20)
    )


def _is_mid_sentence(text: str, begun: int, start: int) -> bool:
    """Whether a sentence that begins with a capital goes on at `start` with a small letter."""
    first = _LETTER_OR_DIGIT.search(text, begun, start) if _SMALL.match(text, start) else None
    if first is None or first.group().islower():
        return False
    before = text[max(begun, start - 12) : start].rstrip()
    if before.endswith(("!", "?")):
        return bool(_JOINING.match(text, start))
    return bool(_SHORT_WORD.search(before))


def _begins_list(text: str, start: int) -> bool:
    """Whether a number at `start` can be a list's: at the beginning, or after a whole sentence."""
    return not text[:start].strip() or text[:start].rstrip()[-1:] in ".;:!?"


def _after_quotations(text: str, start: int, end: int) -> Pieces:
    """Split between two quotations that follow each other."""
    cuts = [
        match.end()
        for match in _NEXT_QUOTATION.finditer(text, start, end)
        if "“" in text[match.end() : match.end() + 1]
        or text.count('"', start, match.end()) % 2 == 0
    ]
    return [(a, b) for a, b in pairwise([start, *cuts, end]) if a < b]


def _tagged(text: str, pieces: Pieces) -> Pieces:
    """The pieces with every quotation joined to the words that say who spoke."""
    out: Pieces = []
    for start, end in pieces:
        if (
            out
            and _QUOTED_MARK.search(text[out[-1][0] : start][-8:])
            and _SPEECH_TAG.match(text, start, end)
        ):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _after_footnotes(text: str, start: int, end: int) -> Pieces:
    """Split after a footnote mark that follows a full stop: `... in 1906.[12] The next`."""
    cuts = [match.end() for match in _FOOTNOTE.finditer(text, start, end)]
    bounds = [start, *cuts, end]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _after_words(text: str, start: int, end: int) -> Pieces:
    """Split after an everyday word's full stop, outside quotations: `of me. Exactly`."""
    if not _MORE_BEHIND.search(text, start, end):
        return [(start, end)] if start < end else []
    found = (
        *_EVERYDAY.finditer(text, start, end),
        *_FIRST_PERSON.finditer(text, start, end),
        *_LETTER.finditer(text, start, end),
        *_MEASURE.finditer(text, start, end),
        *_ASIDE.finditer(text, start, end),
        *_TRAILED_OFF.finditer(text, start, end),
    )
    cuts = [
        match.end()
        for match in sorted(found, key=lambda match: match.end())
        if text.count('"', start, match.end()) % 2 == 0
        and text.count("“", start, match.end()) == text.count("”", start, match.end())
    ]
    return [(a, b) for a, b in pairwise([start, *cuts, end]) if a < b]
