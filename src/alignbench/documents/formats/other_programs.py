"""Files of programs whose own formats are not read: what to save them as."""

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

_IN_ARCHIVE = {
    b"application/vnd.adobe.indesign-idml-package": ".idml",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
}
"""Kinds of archives by what their first part says."""


class OtherPrograms:
    """Refuses, and names the program and the format that helps."""

    name = "other"
    suffixes: tuple[str, ...] = (
        ".idml", ".icml", ".indd", ".ods", ".odp", ".pages", ".numbers", ".key", ".jtd",
        ".jtdc", ".mif",
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as a file of one of these programs."""
        return _kind_of(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """Refuse. Raises InputError."""
        kind = _kind_of(file.head) or file.suffix
        program, format = _advice(kind)
        raise InputError(
            t("{path} is a file of {program}, which is not read.", path=file.path, program=program),
            t("Open it in {program} and save or export it as {format} first.",
              program=program, format=format),
        )  # fmt: skip


def _kind_of(head: bytes) -> str | None:
    if head.startswith(b"PK\x03\x04"):
        return next((end for kind, end in _IN_ARCHIVE.items() if kind in head[:200]), None)
    text = head.removeprefix(b"\xef\xbb\xbf")
    if b"<?aid " in text[:600]:
        return ".icml"
    return None


def _advice(kind: str) -> tuple[str, str]:
    match kind:
        case ".idml" | ".icml" | ".indd":
            return "InDesign", t("HTML or PDF")
        case ".ods":
            return t("LibreOffice Calc"), ".xlsx"
        case ".odp":
            return t("LibreOffice Impress"), ".pptx"
        case ".pages":
            return "Pages", t("Word (.docx)")
        case ".numbers":
            return "Numbers", t("Excel (.xlsx)")
        case ".key":
            return "Keynote", t("PowerPoint (.pptx)")
        case ".jtd" | ".jtdc":
            return "一太郎", t("Word (.docx)")
        case ".mif":
            return "FrameMaker", t("HTML or PDF")
        case _:
            return t("Word or LibreOffice Writer"), ".docx"


READERS = (OtherPrograms,)
