"""Jupyter notebooks: cells of Markdown as Markdown, code as code."""

import json
import re
from collections.abc import Iterator
from typing import Any

from alignbench.documents.encoding import Decoded
from alignbench.documents.formats.markdown.page import Page
from alignbench.documents.formats.markdown.parser import check_length
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.parts import Parts
from alignbench.documents.segmentation.text_of_passages import text_of_passages
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Side, Text
from alignbench.messages import t

_BEGINS = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:cells|worksheets|metadata|nbformat)"\s*:')
_OF_OUTPUT = ("text/markdown", "text/latex", "text/plain", "text/html")


class Jupyter:
    """Reads notebooks of Jupyter and of its like."""

    name = "jupyter"
    suffixes = (".ipynb",)

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as notebooks do and speaks of cells."""
        return _BEGINS.match(head) is not None and b'"cell_type"' in head

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a notebook.

        Raises:
            InputError: it is no JSON, or no notebook.
        """
        decoded = file.decoded(side, options.encoding)
        check_length(file, decoded.content)
        tally = Tally()
        parts = Parts()
        for cell in _cells(_loaded(decoded.content, file), file):
            source = _text(cell.get("source", cell.get("input")))
            match cell.get("cell_type"):
                case "markdown":
                    page = Page(source)
                    parts.add(source, page.passages, page.asides)
                case "heading":
                    parts.add_whole(source, Kind.HEADING)
                case _:
                    parts.add_whole(source, Kind.CODE)
            for output in _outputs(cell):
                tally.add(t("outputs of code"), output)
        return text_of_passages(
            file,
            side,
            self.name,
            Decoded(parts.content, decoded.encoding),
            parts.passages,
            parts.asides,
            marks=t("Markdown marks"),
            told=tally.told(),
        )


def _loaded(content: str, file: SourceFile) -> Any:
    try:
        return json.loads(content.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            t("{path} is damaged: it is no JSON.", path=file.path),
            t("Save the notebook anew, or export it as Markdown."),
        ) from error


def _cells(notebook: Any, file: SourceFile) -> list[dict[str, Any]]:
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict):  # before the fourth version
        sheets = notebook.get("worksheets")
        held = [s.get("cells") for s in sheets or () if isinstance(s, dict)]
        cells = [cell for each in held if isinstance(each, list) for cell in each]
    if not isinstance(cells, list) or not cells:
        raise InputError(
            t("{path} is no notebook: it has no cells.", path=file.path),
            t("Save the notebook anew, or export it as Markdown."),
        )
    return [cell for cell in cells if isinstance(cell, dict)]


def _text(value: Any) -> str:
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _outputs(cell: dict[str, Any]) -> Iterator[str]:
    """What code has written; of several versions of one thing, one."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else ():
        if isinstance(output, dict):
            data = output.get("data")
            versions = data if isinstance(data, dict) else {}
            shown = next((versions[kind] for kind in _OF_OUTPUT if kind in versions), None)
            yield _text(output.get("text")) or _text(shown) or _text(output.get("evalue"))


READERS: tuple[type[Reader], ...] = (Jupyter,)
