"""Moses: two files of lines that answer each other, and the ids of the lines beside them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import printable

_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def files(pairs: Sequence[Pair], options: ExportOptions) -> Mapping[str, bytes]:  # noqa: ARG001
    """`.ja`, `.en` and `.ids`; a line break inside a text becomes a space."""
    return {
        ".ja": _lines(pair.ja for pair in pairs),
        ".en": _lines(pair.en for pair in pairs),
        ".ids": _lines(pair.id for pair in pairs),
    }


def _lines(texts: Iterable[str]) -> bytes:
    return "".join(f"{printable(_BREAKS.sub(' ', text))}\n" for text in texts).encode()
