"""Sketch Engine: two corpora in its prevertical form, whose `align` structures answer each other.

Each side is plain text with structures, one `align` a pair, which Sketch Engine takes apart into
words itself ("Setting up parallel corpora", its documentation).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from alignbench.domain.text import Side
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import one_line, xml_text


def files(pairs: Sequence[Pair], options: ExportOptions) -> Mapping[str, bytes]:  # noqa: ARG001
    """`.ja.txt` and `.en.txt`."""
    return {f".{side}.txt": "".join(_corpus(pairs, side)).encode() for side in ("ja", "en")}


def _corpus(pairs: Sequence[Pair], side: Side) -> Iterable[str]:
    for document, own in groupby(pairs, key=lambda pair: pair.document):
        yield f"<doc id={_quoted(document)}>\n"
        for pair in own:
            segments = pair.ja_segments if side == "ja" else pair.en_segments
            yield f"<align id={_quoted(pair.id)}>\n"
            for text in segments:
                yield f"<s>\n{escape(xml_text(one_line(text)))}\n</s>\n"
            yield "</align>\n"
        yield "</doc>\n"


def _quoted(text: str) -> str:
    return quoteattr(xml_text(one_line(text)))
