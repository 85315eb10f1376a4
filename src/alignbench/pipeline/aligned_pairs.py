"""Two texts to pairs of texts, for those who use alignbench as a library."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import InputError
from alignbench.domain.links import Bead, reading_order
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import (
    Document,
    Kind,
    Paragraph,
    Segment,
    Side,
    Span,
    Text,
    joined_view,
)
from alignbench.messages import t
from alignbench.pipeline.file_alignment import ReadOptions, read_document

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """Japanese and English that say the same; one of them is empty where nothing answers.

    `ja_positions` and `en_positions` count the segments of either text from 0; `confidence` is
    the probability, 0 to 1, that exactly this pair is right.
    """

    ja: str
    en: str
    confidence: float
    ja_positions: tuple[int, ...]
    en_positions: tuple[int, ...]


def align_files(
    ja: str | PathLike[str],
    en: str | PathLike[str],
    *,
    model: "str | Encoder | None" = None,
    ja_encoding: str | None = None,
    en_encoding: str | None = None,
    segmented: bool = False,
    progress: Progress = silent,
) -> list[AlignedPair]:
    """The pairs of two files, in the order of the Japanese.

    `model` is a model by name or folder, or one that is loaded; None is the bundled one.
    Encodings are found out unless given; `segmented` files have a segment on each line.

    Raises:
        InputError: a file cannot be read, or each is in the other's language.
        ModelError: the model is not there or cannot be used.
    """
    options = ReadOptions(ja_encoding, en_encoding, segmented)
    return _aligned(read_document(Path(ja), Path(en), options), model, progress)


def align_texts(
    ja: Sequence[str],
    en: Sequence[str],
    *,
    model: "str | Encoder | None" = None,
    progress: Progress = silent,
) -> list[AlignedPair]:
    """The pairs of two texts given sentence by sentence, in the order of the Japanese.

    Raises:
        InputError: a text has no sentence, or one that is empty.
        ModelError: the model is not there or cannot be used.
    """
    return _aligned(Document("", _text("ja", ja), _text("en", en)), model, progress)


def _aligned(
    document: Document, model: "str | Encoder | None", progress: Progress
) -> list[AlignedPair]:
    from alignbench import embedding
    from alignbench.pipeline.document_alignment import suggest

    encoder = embedding.load(model, progress) if model is None or isinstance(model, str) else model
    found = suggest(document, encoder, progress=progress)
    return [_pair(document, bead) for bead in reading_order(found.beads)]


def _pair(document: Document, bead: Bead) -> AlignedPair:
    ja = joined_view([document.ja.segments[at] for at in bead.ja], "ja").rstrip(" ")
    en = joined_view([document.en.segments[at] for at in bead.en], "en")
    return AlignedPair(ja, en, bead.confidence, bead.ja, bead.en)


def _text(side: Side, sentences: Sequence[str]) -> Text:
    """A text whose segments are these sentences, each a line of it."""
    views = [" ".join(sentence.split()) for sentence in sentences]
    if not views or not all(views):
        raise InputError(
            t("Each side needs a sentence, and no sentence may be empty."),
            t("Leave empty ones out."),
        )
    segments = []
    at = 0
    for view in views:
        end = at + len(view)
        segments.append(Segment(at, end, Kind.SENTENCE, 0, view, runs=(Span(at, end),)))
        at = end + 1
    content = "\n".join(views)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    paragraph = Paragraph(0, len(content), Kind.SENTENCE)
    return Text(side, content, digest, "utf-8", None, (paragraph,), tuple(segments))
