"""What single formats may be told."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """When it was made (UTC), language codes, a name for what is written, and whether for Excel."""

    when: datetime
    ja_code: str = "ja"
    en_code: str = "en"
    spreadsheet: bool = False
    name: str = "bitext"
    """The stem of file names that stand inside the files, as in TEI's `toDoc`."""
