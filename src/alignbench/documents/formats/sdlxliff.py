"""SDLXLIFF: XLIFF 1.2 as Trados Studio writes it; `xliff1` knows its segments by their `mid`."""

from alignbench.documents.formats.reader import Reader
from alignbench.documents.formats.xliff import Xliff


class SdlXliff(Xliff):
    """Reads Trados Studio's bilingual files."""

    name = "sdlxliff"
    suffixes = (".sdlxliff",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `xliff` with Trados' namespace."""
        return super().sniff(head) and b"sdl.com/FileTypes" in head[:4000]


READERS: tuple[type[Reader], ...] = (SdlXliff,)
