"""Markup that is not read yet, and must not be taken for prose."""

import re
from dataclasses import dataclass

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

_LATEX = re.compile(rb"\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|begin\{document\})")
_RTF = re.compile(rb"\{\\rtf")


@dataclass(frozen=True)
class _Refused:
    """A kind of markup by its name, its endings and what a file of it begins with."""

    name: str
    language: str
    suffixes: tuple[str, ...]
    beginning: re.Pattern[bytes] | None = None

    def sniff(self, head: bytes) -> bool:
        """Whether a file begins as one of this kind does."""
        return self.beginning is not None and self.beginning.match(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """Refuse."""
        raise InputError(
            t(
                "{path} is {language}, which is not read: its markup would be taken for text.",
                path=file.path,
                language=self.language,
            ),
            t("Convert it to HTML, DOCX or Markdown first, both sides in the same way."),
        )


class LaTeX(_Refused):
    """LaTeX, and text that begins as LaTeX does."""

    def __init__(self) -> None:
        super().__init__("latex", "LaTeX", (".tex", ".latex", ".ltx"), _LATEX)


class OtherMarkup(_Refused):
    """Kinds that are rarer."""

    def __init__(self) -> None:
        endings = (".org", ".textile", ".mediawiki", ".wiki", ".typ", ".pod", ".man", ".creole")
        super().__init__("markup", "markup of another kind", endings)


READERS: tuple[type[Reader], ...] = (LaTeX, OtherMarkup)
