"""XLSX: workbooks, sheet by sheet; pairs where a sheet has both languages."""

from alignbench.documents.formats.archive import Archive
from alignbench.documents.formats.columns import (
    Columns,
    blocks_of_rows,
    columns_of,
    pairs_of_rows,
)
from alignbench.documents.formats.languages import pairs_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.rows import Row
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, PairBlock, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text
from alignbench.messages import t


class Xlsx:
    """Reads Excel workbooks."""

    name = "xlsx"
    suffixes = (".xlsx", ".xlsm", ".xltx", ".xltm")

    def sniff(self, head: bytes) -> bool:
        """Whether the archive's first names are a workbook's."""
        return head.startswith(b"PK\x03\x04") and b"xl/" in head[:20_000]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The cells of a workbook, or one side of its pairs."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        tally = Tally()
        blocks: list[Block] = []
        for rows in _sheets(file, tally):
            blocks += blocks_of_rows(rows, tally)
        return text_of_blocks(file, side, self.name, blocks, tally.told())

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The pairs of the sheets in both languages; other sheets are said."""
        tally = Tally()
        sheets: list[tuple[list[Row], Columns | None]]
        sheets = [(rows, columns_of(rows)) for rows in _sheets(file, tally)]
        pairs: list[PairBlock] = []
        others = 0
        for rows, columns in sheets:
            if columns is None:
                others += sum(len(cell.text) for row in rows for cell in row.values())
            else:
                pairs += pairs_of_rows(rows, columns, tally)
        if not pairs or others > sum(_length(rows) for rows, columns in sheets if columns):
            return None
        for rows, columns in sheets:
            if columns is None:
                for row in rows:
                    for cell in row.values():
                        tally.add(t("sheets in one language"), cell.text)
        return pairs_of(file, self.name, pairs, tally.told())


def _length(rows: list[Row]) -> int:
    return sum(len(cell.text) for row in rows for cell in row.values())


def _sheets(file: SourceFile, tally: Tally) -> list[list[Row]]:
    from alignbench.documents.formats.xlsx.workbook import Workbook

    return Workbook(Archive(file), tally).sheets()


READERS: tuple[type[Reader], ...] = (Xlsx,)
