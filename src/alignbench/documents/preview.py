"""What reading a file makes of it, before anything is done with it: block by block, or in pairs."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from alignbench.documents.segmentation.account import Account, account_of
from alignbench.documents.sides import japanese_share
from alignbench.documents.text_files import read, read_bilingual
from alignbench.domain.bilingual import BilingualText, FilePair
from alignbench.domain.text import JOINTS, NOWHERE, Kind, LeftOut, Segment, Side, Text, joined_view
from alignbench.messages import t

_OWN_CHARACTERS = frozenset({"text", "segmented", "aozora", "markdown", "mdx", "rst"})
"""Formats whose content is the file itself, so that its lines are the file's."""
_SOME_JAPANESE = 0.02
"""Share of kana and kanji among letters from which a file is read as Japanese."""


@dataclass(frozen=True, slots=True)
class BlockPreview:
    """A paragraph, heading, cell or the like; `readings` are its bases with their readings."""

    kind: str
    text: str
    where: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairPreview:
    """A pair of a bilingual file."""

    ja: str
    en: str
    status: str
    note: str
    where: str
    id: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All that reading a file gives, in order. `account` is that of a text in one language."""

    format: str
    parts: tuple[BlockPreview | PairPreview, ...]
    left_out: tuple[LeftOut, ...]
    account: Account | None


def preview(path: Path, *, encoding: str | None = None, segmented: bool = False) -> Preview:
    """What reading `path` gives, whichever language it is in.

    Raises:
        InputError: what is wrong with the file.
    """
    pairs = None if segmented else read_bilingual(path, encoding=encoding)
    if pairs is not None:
        left_out = (*pairs.left_out, *pairs.ja.left_out, *pairs.en.left_out)
        return Preview(pairs.ja.format, tuple(_pairs(pairs)), left_out, None)
    text = read(path, "ja", encoding=encoding, segmented=segmented)
    if japanese_share(text) < _SOME_JAPANESE:
        text = read(path, "en", encoding=encoding, segmented=segmented)
    return Preview(text.format, tuple(_blocks(text)), text.left_out, account_of(text))


def _blocks(text: Text) -> Iterator[BlockPreview]:
    shown = [segment for segment in text.segments if segment.kind is not Kind.FURNITURE]
    line_ends = [at for at, character in enumerate(text.content) if character == "\n"]
    for _, group in groupby(shown, key=lambda segment: segment.paragraph):
        segments = list(group)
        kind = "paragraph" if segments[0].kind is Kind.SENTENCE else str(segments[0].kind)
        yield BlockPreview(
            kind,
            _as_written(text, segments),
            _where(text, segments[0], line_ends),
            tuple(_readings(segments)),
        )


def _as_written(text: Text, segments: Sequence[Segment]) -> str:
    """The segments of a block with what the file has between them: a space, a wide one, or none."""
    if text.side == "en":
        return joined_view(segments, "en")
    parts: list[str] = []
    for number, segment in enumerate(segments):
        parts.append(segment.view)
        if number + 1 < len(segments) and segment.runs and segments[number + 1].runs:
            between = text.content[segment.runs[-1].end : segments[number + 1].runs[0].start]
            spaces = "".join(filter(str.isspace, between))
            if spaces and "\n" not in spaces and not segment.view.endswith(" "):
                parts.append("\u3000" if "\u3000" in spaces else " ")
    return "".join(parts)


def _pairs(pairs: BilingualText) -> Iterator[PairPreview]:
    for pair in pairs.pairs:
        sides: tuple[tuple[Side, Text, tuple[int, ...]], ...] = (
            ("ja", pairs.ja, pair.ja),
            ("en", pairs.en, pair.en),
        )
        segments = {side: [text.segments[at] for at in run] for side, text, run in sides}
        texts = {side: joined_view(segments[side], side) for side in JOINTS}
        both = (*segments["ja"], *segments["en"])
        yield PairPreview(
            texts["ja"],
            texts["en"],
            _status(pair),
            pair.note,
            next((s.location.plain for s in both if s.location != NOWHERE), ""),
            pair.id,
            tuple(_readings(both)),
        )


def _status(pair: FilePair) -> str:
    return f"{pair.state}, locked" if pair.locked else str(pair.state)


def _readings(segments: Iterable[Segment]) -> Iterator[tuple[str, str]]:
    for segment in segments:
        for reading in segment.readings:
            yield segment.view[reading.start : reading.end], reading.reading


def _where(text: Text, segment: Segment, line_ends: list[int]) -> str:
    """A segment's location, or its line in a file that is text."""
    if segment.location.plain or text.format not in _OWN_CHARACTERS:
        return segment.location.plain
    return t("line {line}", line=bisect_left(line_ends, segment.start) + 1)
