"""Parquet, for data tools; needs pyarrow, the extra `parquet`."""

from collections.abc import Sequence
from typing import BinaryIO

from alignbench.domain.errors import InputError
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.messages import t
from alignbench.system.safe_text import whole


def write(pairs: Sequence[Pair], out: BinaryIO, options: ExportOptions) -> None:  # noqa: ARG001
    """Write one table, a row a pair.

    Raises:
        InputError: pyarrow is not installed.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputError(
            t("Parquet needs the package pyarrow."), t("Run `pip install alignbench[parquet]`.")
        ) from error
    columns = {
        "id": [whole(pair.id) for pair in pairs],
        "document": [whole(pair.document) for pair in pairs],
        "ja": [whole(pair.ja) for pair in pairs],
        "en": [whole(pair.en) for pair in pairs],
        "status": [pair.status.value for pair in pairs],
        "confidence": [pair.confidence for pair in pairs],
        "ja_positions": [list(pair.ja_positions) for pair in pairs],
        "en_positions": [list(pair.en_positions) for pair in pairs],
        "flags": [pair.flags for pair in pairs],
        "note": [whole(pair.note) for pair in pairs],
    }
    numbers = pyarrow.list_(pyarrow.int64())
    types = {"confidence": pyarrow.float64(), "ja_positions": numbers, "en_positions": numbers}
    types["flags"] = pyarrow.int64()
    fields = [(name, types.get(name, pyarrow.string())) for name in columns]
    parquet.write_table(pyarrow.table(columns, schema=pyarrow.schema(fields)), out)
