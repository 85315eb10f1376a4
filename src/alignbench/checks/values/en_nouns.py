"""What an English number counts: the noun or the unit after it."""

import re

from alignbench.checks.values.units import UNITS

_NOUN = re.compile(
    r"(?:[\s-]+(?:of\s+)?|)(°?(?:[ckm]?m[23](?![\w])|[A-Za-z][A-Za-z²³'-]*)|[%℃°㎡㎥]|[a-z]+²)"
)
_SQUARES = {
    "meters": "m²", "metres": "m²", "meter": "m²", "metre": "m²", "m": "m²", "kilometers": "km²",
    "kilometres": "km²", "kilometer": "km²", "kilometre": "km²", "km": "km²",
}  # fmt: skip
_SCALE = re.compile(r"\s?(C\b|F\b|Celsius|Fahrenheit|centigrade|[cf](?:elsius|ahrenheit))", re.I)
PERIODS = {"decade": 10, "decades": 10, "century": 100, "centuries": 100, "fortnight": 14}
"""How many years or days the word counts."""


def noun_after(text: str, end: int) -> str:
    """The noun or unit that follows place `end` of `text`, in lower case; empty if there is none."""
    match = _NOUN.match(text, end)
    if not match:
        return ""
    noun = match[1]
    if noun.lower() in ("degrees", "degree", "°", "deg") and (
        scale := _SCALE.match(text, match.end())
    ):
        return f"°{scale[1][0].lower()}"
    if noun.lower() in ("square", "sq", "cubic"):
        following = _NOUN.match(text[match.end() : match.end() + 20].lstrip("."))
        unit = _SQUARES.get(following[1].lower(), "") if following else ""
        return unit.replace("²", "³") if noun.lower() == "cubic" else unit
    return noun if noun in UNITS else noun.lower().rstrip("'-")
