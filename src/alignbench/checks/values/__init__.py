"""The value engine: numbers, dates, times, ratios, labels and measures of both languages, exactly.

`read_japanese` and `read_english` give the values of a text with offsets into it; `compared`
lines them up for a pair. A value may have several readings; all arithmetic is exact.
"""

from alignbench.checks.values.comparison import Comparison, compare, compared
from alignbench.checks.values.english import read_english
from alignbench.checks.values.japanese import read_japanese
from alignbench.checks.values.value import Approx, Bound, Kind, Value

__all__ = [
    "Approx",
    "Bound",
    "Comparison",
    "Kind",
    "Value",
    "compare",
    "compared",
    "read_english",
    "read_japanese",
]
