"""MQXLIFF: XLIFF 1.2 as memoQ writes it; `xliff1` knows its states and comments."""

from alignbench.documents.formats.reader import Reader
from alignbench.documents.formats.xliff import Xliff


class MqXliff(Xliff):
    """Reads memoQ's bilingual files."""

    name = "mqxliff"
    suffixes = (".mqxliff",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `xliff` with memoQ's namespace."""
        return super().sniff(head) and b"MQXliff" in head[:4000]


READERS: tuple[type[Reader], ...] = (MqXliff,)
