"""Aozora Bunko's texts: ruby, notes for typesetters, the legend above and the colophon below."""

import re

from alignbench.documents.formats.plain import PlainText
from alignbench.documents.formats.reader import Reader
from alignbench.language.ruby import NOTE, RUBY

_LEGEND = re.compile("《》：ルビ|［＃］：入力者注")
_CODECS = ("utf-8", "cp932")


class AozoraText(PlainText):
    """Reads text with Aozora's marks. Plain text knows them too; this says that they are there."""

    name = "aozora"
    suffixes: tuple[str, ...] = ()

    def sniff(self, head: bytes) -> bool:
        """Whether the legend, a note and a reading, or several readings are there."""
        return any(_marked(head.decode(codec, "ignore")) for codec in _CODECS)


def _marked(text: str) -> bool:
    notes = NOTE.search(text) is not None
    readings = sum(1 for _ in zip(RUBY.finditer(text), range(3), strict=False))
    return bool(_LEGEND.search(text)) or (notes and readings > 0) or readings == 3


READERS: tuple[type[Reader], ...] = (AozoraText,)
