"""ASS and SSA taken apart."""

import re

from alignbench.documents.formats.cues import Cue
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Mark, Piece
from alignbench.domain.text import PlaceholderKind
from alignbench.messages import t

_OVERRIDE = re.compile(r"\{[^{}]{0,2000}\}")
_DRAWING = re.compile(r"\\p([0-9])")
_TIME = re.compile(r"^\s*(\d{1,3}):(\d{2}):(\d{2})[.,](\d{2,3})\s*$")
_FORMAT = "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"


def ass_cues(content: str, tally: Tally) -> list[Cue]:
    """The lines of dialogue, by the time they come; everything else in the file is said."""
    names = _names(_FORMAT)
    cues: list[Cue] = []
    in_events = False
    for line in re.split(r"\r\n|\n|\r", content.removeprefix("\ufeff")):
        kind, _, rest = line.partition(":")
        if line.startswith("["):
            in_events = line.strip().lower() == "[events]"
        elif not in_events:
            tally.add(t("script info and styles"), line)
        elif kind == "Format":
            names = _names(rest)
        elif kind in ("Dialogue", "Comment"):
            fields = dict(zip(names, rest.split(",", len(names) - 1), strict=False))
            words = fields.get("text", "")
            if kind == "Comment":
                tally.add(t("comments"), _OVERRIDE.sub("", words))
                continue
            name = fields.get("name", fields.get("actor", ""))
            tally.add(t("names of speakers"), name)
            pieces = _pieces(words, tally)
            if any(isinstance(piece, str) and piece.strip() for piece in pieces):
                start = _milliseconds(fields.get("start", ""))
                # A sign or a song goes on with nobody's sentence.
                voice = f"{fields.get('style', '')}:{name}"
                cues.append(Cue(start, _milliseconds(fields.get("end", "")), pieces, voice))
        else:
            tally.add(t("other lines"), line)
    return sorted(cues, key=lambda cue: cue.start)


def _pieces(words: str, tally: Tally) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    drawing = False
    at = 0
    for match in [*_OVERRIDE.finditer(words), None]:
        text = words[at : match.start() if match else len(words)]
        if drawing:
            tally.add(t("drawings"), text)
        elif text:
            pieces.append(text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " "))
        if match is None:
            break
        if found := _DRAWING.search(match[0]):
            drawing = found[1] != "0"
        pieces.append(Mark("", PlaceholderKind.TAG, match[0]))
        at = match.end()
    return tuple(pieces)


def _names(line: str) -> list[str]:
    return [name.strip().lower() for name in line.split(",")]


def _milliseconds(clock: str) -> int:
    match = _TIME.match(clock)
    if match is None:
        return 0
    hours, minutes, seconds = int(match[1]), int(match[2]), int(match[3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(match[4].ljust(3, "0"))
