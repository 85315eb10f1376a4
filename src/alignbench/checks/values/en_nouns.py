"""What an English number counts: the noun or the unit after it."""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.units import UNITS

_NOUN = lazy(
    r"(?:[\s-]+(?:of\s+)?|)(°?(?:[ckm]?m[23](?![\w])|[A-Za-z][A-Za-z²³'-]*)|[%℃°㎡㎥]|[a-z]+²)"
)
_SQUARES = {
    "meters": "m²", "metres": "m²", "meter": "m²", "metre": "m²", "m": "m²", "kilometers": "km²",
    "kilometres": "km²", "kilometer": "km²", "kilometre": "km²", "km": "km²", "feet": "ft²", "foot": "ft²",
    "ft": "ft²", "yards": "yd²", "yard": "yd²", "miles": "mi²", "mile": "mi²", "centimeters": "cm²",
    "centimetres": "cm²", "centimeter": "cm²", "centimetre": "cm²", "cm": "cm²",
}  # fmt: skip
_KINDS_OF_DAYS = frozenset(
    ["business", "working", "calendar", "full", "consecutive", "solid", "straight", "whole"]
)
_SCALE = lazy(r"\s?(C\b|F\b|Celsius|Fahrenheit|centigrade|[cf](?:elsius|ahrenheit))", re.I)
PERIODS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100, "fortnight": 14}
"""How many years or days the word counts."""


def noun_after(text: str, end: int) -> str:
    """The noun or unit that follows place `end` of `text`, in lower case; empty if there is none."""
    match = _NOUN.match(text, end)
    if not match:
        return ""
    if match[1].lower() in _KINDS_OF_DAYS and (following := _NOUN.match(text, match.end())):
        match = following
    noun = match[1]
    if noun.lower() in ("degrees", "degree", "°", "deg") and (
        scale := _SCALE.match(text, match.end())
    ):
        return f"°{scale[1][0].lower()}"
    if noun.lower().startswith(("square", "sq", "cubic")) and noun.lower() != "squares":
        head, _, rest = noun.partition("-")
        again = _NOUN.match(text[match.end() : match.end() + 20].lstrip("."))
        measure = (rest or (again[1] if again else "")).lower().partition("-")[0]
        unit = _SQUARES.get(measure, "") if head.lower() in ("square", "sq", "cubic") else ""
        noun = head
        return unit.replace("²", "³") if noun.lower() == "cubic" else unit
    return noun if noun in UNITS else noun.lower().rstrip("'-")
