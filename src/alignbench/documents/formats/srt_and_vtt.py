"""SRT, SBV and WebVTT taken apart."""

import re
from dataclasses import replace
from html import unescape

from alignbench.documents.formats.block_writer import shown_of
from alignbench.documents.formats.cues import Cue
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Mark, Piece, Ruby
from alignbench.domain.text import PlaceholderKind
from alignbench.messages import t

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
"""What pages have written into subtitles; players show the character."""
_OF_ASS = re.compile(r"\\([Nnh])")
"""Line breaks and hard spaces of ASS, which SRT of its editors keeps and players show."""
_LABEL = re.compile(r"^\s*(?:<[^<>]{0,200}>\s*)*[^\s：:<>「」]{1,12}(?:<[^<>]{0,200}>\s*)*：")
_SBV_TIMES = re.compile(r"^\s*(\d{1,2}:\d\d:\d\d\.\d{3}),(\d{1,2}:\d\d:\d\d\.\d{3})\s*$")
ROLLING = 0.5
"""Of the cues that must begin with what the one before ended with, that the captions roll."""
_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}(.*)$")
_NUMBER = re.compile(r"^\s*\d{1,7}\s*$")
_SRT_TAG = re.compile(
    r"</?(?:[ibus]|font|em|strong|ruby|rt|rb|rp|c)\b[^<>\n]{0,200}>|\{\\[^{}\n]{1,200}\}",
    re.IGNORECASE,
)
_VTT_TAG = re.compile(r"<[^<>\n]{0,300}>")
_RUBY = re.compile(
    r"<ruby[^<>]{0,100}>(?P<inside>(?:(?!</?ruby).){0,500}?)</ruby>", re.DOTALL | re.IGNORECASE
)
_READING = re.compile(r"(.*?)<rt[^<>]{0,100}>(.*?)(?:</rt>|$)", re.DOTALL | re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})?\s+([^<>\n]{1,100})>")
_SPAN = re.compile(r"(?<=\S)[ \t]*(?=<v[.\s])")
"""Where another voice begins in a line."""
_DASH = re.compile(r"^\s*[-–—－‐]\s*\S")


def srt_cues(content: str, tally: Tally) -> list[Cue]:
    """The cues of an SRT file, empty ones apart."""
    return _cues(_blocks(content), tally, _SRT_TAG, entities=False)


def sbv_cues(content: str, tally: Tally) -> list[Cue]:
    """The cues of YouTube's SBV, whose times are `0:00:01.000,0:00:03.000`."""
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    timed = (_SBV_TIMES.sub(r"\1 --> \2", line) for line in lines)
    return _cues(_blocks("\n".join(timed)), tally, _SRT_TAG, entities=False)


def vtt_cues(content: str, tally: Tally) -> list[Cue]:
    """The cues of a WebVTT file; its notes and style sheets are said."""
    kept: list[list[str]] = []
    for number, block in enumerate(_blocks(content, blank="")):
        head = block[0].strip()
        timed = any(_TIMES.match(line) for line in block[:2])
        if timed:
            kept.append(block)
        elif head.startswith("WEBVTT") and not number:
            tally.add(t("header"), "\n".join(block)[6:])
        elif head.startswith("NOTE"):
            tally.add(t("notes (comments)"), "\n".join(block)[4:])
        elif head.startswith(("STYLE", "REGION")):
            tally.add(t("style sheets and regions"), "\n".join(block))
        else:
            tally.add(t("text outside of cues"), "\n".join(block))
    return _without_repeats(_cues(kept, tally, _VTT_TAG, entities=True), tally)


def _without_repeats(cues: list[Cue], tally: Tally) -> list[Cue]:
    """The cues of captions that roll, as those of YouTube's recogniser, without what stays on.

    There each cue shows the last line of the one before above its own.
    """
    texts = [[line for c in text.split("\n") if (line := c.strip())] for text in map(_shown, cues)]
    rolled = [bool(i and here and texts[i - 1] and here[0] == texts[i - 1][-1])
              for i, here in enumerate(texts)]  # fmt: skip
    if len(cues) < 3 or sum(rolled) < ROLLING * (len(cues) - 1):
        return cues
    fresh: list[Cue] = []
    for cue, lines, again in zip(cues, texts, rolled, strict=True):
        if again:
            tally.add(t("lines that stay on from the cue before"), lines[0])
        if rest := lines[1:] if again else lines:
            fresh.append(replace(cue, pieces=("\n".join(rest),)))
    return fresh


def _shown(cue: Cue) -> str:
    return "".join(map(shown_of, cue.pieces))


def _blocks(content: str, blank: str | None = None) -> list[list[str]]:
    """Lines between blank lines; an SRT cue with blank lines inside is put together again.

    `blank` is what a blank line is, if spaces make none.
    """
    text = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    blocks: list[list[str]] = []
    fresh = True
    for line in text.split("\n"):
        if line == blank or (blank is None and not line.strip()):
            fresh = True
        elif fresh:
            blocks.append([line])
            fresh = False
        else:
            blocks[-1].append(line)
    return blocks


def _cues(
    blocks: list[list[str]], tally: Tally, tags: re.Pattern[str], *, entities: bool
) -> list[Cue]:
    cues: list[Cue] = []
    for block in blocks:
        rest = block
        while rest:
            at = next((i for i, line in enumerate(rest) if _TIMES.match(line)), None)
            if at is None:
                if cues and not entities and rest is block:
                    # A blank line inside of a cue.
                    cues += _spoken(cues[-1].start, cues[-1].end, rest, tally, tags, entities)
                else:
                    tally.add(t("text outside of cues"), "\n".join(rest))
                break
            for line in rest[:at]:
                if not _NUMBER.match(line):
                    tally.add(t("names of cues"), line)
            match = _TIMES.match(rest[at])
            assert match is not None
            start, end = _milliseconds(match, 1), _milliseconds(match, 5)
            tally.add(t("positions of cues"), match[9])
            following = next(
                (i for i in range(at + 1, len(rest)) if _TIMES.match(rest[i])), len(rest)
            )
            last = following
            if following < len(rest) and following > at + 1 and _NUMBER.match(rest[following - 1]):
                last = following - 1
            cues += _spoken(start, end, rest[at + 1 : last], tally, tags, entities)
            rest = rest[last:] if following < len(rest) else []
    return cues


def _spoken(
    start: int, end: int, lines: list[str], tally: Tally, tags: re.Pattern[str], entities: bool
) -> list[Cue]:
    """A cue, or several at one time where several people speak."""
    spoken: list[list[str]] = []
    speakers: list[str] = []
    labelled = len(lines) > 1 and all(_LABEL.match(line) for line in lines)
    if entities:
        lines = [part for line in lines for part in _SPAN.split(line) if part.strip()]
    for line in lines:
        voice = _VOICE.search(line) if entities else None
        if voice:
            tally.add(t("names of speakers"), voice[1])
        same = voice is None or (speakers and voice[1] == speakers[-1])
        if spoken and same and not labelled and not _DASH.match(_bare(line, voice)):
            spoken[-1].append(line)
        else:
            spoken.append([line])
            speakers.append(voice[1] if voice else "")
    cues = []
    for part, speaker in zip(spoken, speakers, strict=True):
        pieces = _pieces("\n".join(part), tags, entities)
        if any(isinstance(p, Ruby) or (isinstance(p, str) and p.strip()) for p in pieces):
            cues.append(Cue(start, end, pieces, speaker))
    return cues


def _bare(line: str, voice: re.Match[str] | None) -> str:
    return line[voice.end() :] if voice else line


def _pieces(text: str, tags: re.Pattern[str], entities: bool) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for match in _RUBY.finditer(text):
        pieces += _plain(text[at : match.start()], tags, entities)
        rest = 0
        for pair in _READING.finditer(match["inside"]):
            base = tags.sub("", pair[1])
            pieces.append(Ruby(_decoded(base, entities), tags.sub("", pair[2]).strip()))
            rest = pair.end()
        pieces += _plain(match["inside"][rest:], tags, entities)
        at = match.end()
    return tuple(pieces + _plain(text[at:], tags, entities))


def _plain(text: str, tags: re.Pattern[str], entities: bool) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for match in tags.finditer(text):
        pieces.append(_decoded(text[at : match.start()], entities))
        pieces.append(Mark("", PlaceholderKind.TAG, match[0]))
        at = match.end()
    pieces.append(_decoded(text[at:], entities))
    return [piece for piece in pieces if piece != ""]


def _decoded(text: str, entities: bool) -> str:
    if not entities:
        text = _OF_ASS.sub(lambda match: " " if match[1] == "h" else "\n", text)
    if "&" not in text:
        return text
    return unescape(text) if entities else _ENTITY.sub(lambda match: unescape(match[0]), text)


def _milliseconds(match: re.Match[str], group: int) -> int:
    hours, minutes, seconds = (int(match[group + i] or 0) for i in range(3))
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(match[group + 3].ljust(3, "0"))
