"""What is no prose and is not read: markup, programs, XML of other kinds. Never taken for text."""

import re

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

_LATEX = re.compile(rb"\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|begin\{document\})")
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\s|!DOCTYPE\s)")
_GLOSSARY = re.compile(rb"<(?:martif|tbx)[\s>]")
_PROGRAM = re.compile(rb"(?:\xef\xbb\xbf)?(?:#!\s?/|<\?php)")


class _Refused:
    """A kind of file that is told by its name or its beginning, and not read."""

    name = ""
    suffixes: tuple[str, ...] = ()

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never, if the kind has no beginning of its own."""
        return False

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        raise NotImplementedError

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """Refuse."""
        raise self.refusal(file)


class LaTeX(_Refused):
    """LaTeX, and text that begins as LaTeX does."""

    name = "latex"
    suffixes = (".tex", ".latex", ".ltx")

    def sniff(self, head: bytes) -> bool:
        """Whether a document begins."""
        return _LATEX.match(head) is not None

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        return _of_markup(file, "LaTeX")


class OtherMarkup(_Refused):
    """Kinds that are rarer, lyrics with their times among them."""

    name = "markup"
    suffixes = (
        ".org", ".textile", ".mediawiki", ".wiki", ".typ", ".pod", ".man", ".creole",
        ".lrc", ".smi", ".sami", ".sub", ".stl", ".re", ".dtd", ".svg",
    )  # fmt: skip

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        return _of_markup(file, t("markup of another kind"))


class Programs(_Refused):
    """Source text of programs, and tables of strings that are written as programs or settings."""

    name = "program"
    suffixes = (
        ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx", ".py", ".php", ".rb", ".java", ".kt",
        ".swift", ".go", ".rs", ".c", ".h", ".cc", ".cpp", ".hpp", ".m", ".mm", ".cs", ".vb", ".pl",
        ".lua", ".sh", ".bash", ".ps1", ".bat", ".cmd", ".css", ".scss", ".less", ".sass", ".sql",
        ".vue", ".svelte", ".toml", ".ini", ".cfg", ".conf", ".ftl", ".lang", ".json5",
        ".rc", ".dart", ".scala", ".hs", ".erl", ".ex", ".exs", ".clj", ".el", ".vim", ".xaml",
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Whether a script begins."""
        return _PROGRAM.match(head) is not None

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        return InputError(
            t("{path} is a program or its settings, whose code would be taken for text.",
              path=file.path),
            t("Export its strings as JSON, YAML, PO, XLIFF or CSV first."),
        )  # fmt: skip


class Glossary(_Refused):
    """TBX, which holds terms and no text."""

    name = "tbx"
    suffixes = (".tbx",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is that of a glossary."""
        return _GLOSSARY.search(head.replace(b"\0", b"")[:2000]) is not None

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        return InputError(
            t("{path} is a glossary, not a text.", path=file.path),
            t("Take its terms into a project with `alignbench term import`."),
        )


class UnknownXml(_Refused):
    """XML that no other reader knows, whatever its name."""

    name = "xml"

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as XML does."""
        return _XML.match(head.lstrip(b"\xff\xfe").replace(b"\0", b"")) is not None

    def refusal(self, file: SourceFile) -> InputError:
        """What is said."""
        return unknown_xml(file)


def unknown_xml(file: SourceFile) -> InputError:
    """What is said of XML of other kinds."""
    return InputError(
        t("{path} is XML of a kind that is not known here.", path=file.path),
        t(
            "Known are TEI, InterText, XCES, XLIFF, TMX, TTML, laws of e-Gov, exports of "
            "WordPress, Qt's, Android's, Apple's and .NET's strings."
        ),
    )


def _of_markup(file: SourceFile, language: str) -> InputError:
    return InputError(
        t("{path} is {language}, which is not read: its markup would be taken for text.",
          path=file.path, language=language),
        t("Convert it to HTML, DOCX or Markdown first, both sides in the same way."),
    )  # fmt: skip


READERS: tuple[type[Reader], ...] = (LaTeX, OtherMarkup, Programs, Glossary)
LAST: tuple[type[Reader], ...] = (UnknownXml,)
"""Asked after all that know XML of their own kinds."""
