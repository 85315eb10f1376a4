"""The name of an era without a year that is another era's: 大正デモクラシー as Meiji democracy."""

from collections.abc import Iterator

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.eras import ENGLISH, MODERN
from alignbench.checks.values.value import Value
from alignbench.domain.text import Span

_NAMES = lazy(r"\b(?:Meiji|Taisho|Showa|Heisei|Reiwa)\b")
_PLAIN = str.maketrans("ōŌūŪ", "oOuU")


def other_era(ja: str, en: str) -> Iterator[tuple[str, Span, Span, str]]:
    """The Japanese era, both places, and the English one, where each text names eras in its stead."""
    ours = {era for era in MODERN if era in ja}
    if not ours:
        return
    theirs = {ENGLISH[match[0].lower()]: match for match in _NAMES.finditer(en.translate(_PLAIN))}
    strange, lost = theirs.keys() - ours, ours - theirs.keys()
    if strange and lost and len(ours) == len(theirs):
        era, match = min(lost), theirs[min(strange)]
        at = ja.find(era)
        yield era, Span(at, at + len(era)), Span(*match.span()), match[0]


def said_year(value: Value) -> str:
    """The Western year of a year of an era, and the era it was in."""
    western = int(value.amount)
    for era, before in reversed(MODERN.items()):
        if western > before and era != value.era:
            return f"{western}, {era}{western - before}"
    return str(western)
