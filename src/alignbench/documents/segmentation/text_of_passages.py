"""Passages of a text file to a Text, with an account of what they leave out."""

from collections.abc import Iterable, Sequence

from alignbench.documents.encoding import Decoded
from alignbench.documents.segmentation.account import Aside, left_out_of
from alignbench.documents.segmentation.bounds import check_passages
from alignbench.documents.segmentation.passages import Passage, segments_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import LeftOut, Side, Text
from alignbench.messages import t


def text_of_passages(
    file: SourceFile,
    side: Side,
    format: str,
    decoded: Decoded,
    passages: Sequence[Passage],
    asides: Iterable[Aside] = (),
    *,
    marks: str = t("marks"),
    told: Sequence[LeftOut] = (),
) -> Text:
    """The text of a file whose content is its own characters.

    `format` is the reader's name. What no passage shows is left out: the `asides` by their names,
    other punctuation as `marks`, and letters that a reader forgot as "other text". `told` is what
    was set aside before there was a content.
    """
    check_passages(file, passages)
    paragraphs, segments = segments_of(decoded.content, passages, side)
    return Text(
        side,
        decoded.content,
        file.sha256,
        decoded.encoding,
        file.name,
        paragraphs,
        segments,
        format,
        (*left_out_of(decoded.content, segments, asides, marks), *told),
    )
