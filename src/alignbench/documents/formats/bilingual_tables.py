"""Documents of word processors that are a table in both languages."""

from collections.abc import Iterable
from typing import Protocol

from alignbench.documents.formats.columns import columns_of, pairs_of_rows
from alignbench.documents.formats.languages import pairs_of, shown
from alignbench.documents.formats.rows import Row
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import PairBlock
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.messages import t

SHARE_OF_TABLES = 0.6
"""Of a document's text that its bilingual tables must hold for it to be read as pairs."""


class Tabular(Protocol):
    """A document with tables."""

    tally: Tally

    @property
    def has_tables(self) -> bool:
        """Whether a table stands at the top of the body."""

    def tables(self) -> Iterable[list[Row]]:
        """The tables at the top of the body, cell by cell."""

    def outside_tables(self) -> list[str]:
        """The text that stands in no table."""


def pairs_of_tables(file: SourceFile, format: str, document: Tabular) -> BilingualText | None:
    """The pairs of a document that is a table in both languages; None if it is none."""
    if not document.has_tables:
        return None
    tally = document.tally
    pairs: list[PairBlock] = []
    for rows in document.tables():
        columns = columns_of(rows)
        if columns is not None:
            pairs += pairs_of_rows(rows, columns, tally)
        else:
            for row in rows:
                for cell in row.values():
                    tally.add(t("text outside of the bilingual tables"), cell.text)
    outside = document.outside_tables()
    inside = sum(len(shown(pair.ja) + shown(pair.en)) for pair in pairs)
    if not pairs or inside < SHARE_OF_TABLES * (inside + sum(map(len, outside))):
        return None
    for text in outside:
        tally.add(t("text outside of the bilingual tables"), text)
    return pairs_of(file, format, pairs, tally.told())
