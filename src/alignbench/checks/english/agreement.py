"""A verb that agrees with the last noun before it and not with its subject: the boxes on the shelf is."""

from collections.abc import Iterator

from alignbench.checks.english.patterns import Slip
from alignbench.checks.lazy_pattern import lazy
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_english
from alignbench.messages import t

_WORD = (
    r"(?!(?:and|or|but|that|who|whom|whose|which|what|when|where|while|if|as|than|is|are|was|were|has|have|had|be"
    r"|been|do|does|did|will|would|can|could|may|might|must|shall|should|not|to|it|he|she|they|we|you|i) )[A-Za-z][a-z'’-]*"
)
_BEHIND = rf"(?:of|in|on|for|from|at|with|by|under|near|behind) (?:{_WORD} ){{1,5}}"
_PLURAL = lazy(
    rf"(?:The|These|Those|My|Our|Your|His|Her|Their|Most|Many|Several|All|Some|Both) (?:[a-z]+ )?(?P<noun>[a-z]{{3,}}s|people|children|women|men) {_BEHIND}"
    r"(?P<verb>is|was|has)(?= (?!not only)[a-z])"
)
_NOUNS = (
    "manager|director|president|owner|teacher|leader|head|author|mayor|driver|captain|purpose|aim|goal|cause|result|effect|reason|use|price"
    "|cost|name|address|size|length|height|width|weight|depth|quality|roof|door|colour|color|shape|date|location|number|report|plan|law|rule"
    "|temperature|level|amount|content|title|meaning|value|surface|entrance|window|lid|handle|key|box|book|page|room|house|building|office"
    "|shop|station|road|bridge|garden|tree|flower|car|train|bus|ship|design|structure|history|origin|condition|performance|speed|taste|smell"
    "|sound|sale|delivery|payment|decision|opinion|answer|question|problem|solution|method|function|role|operation|opening|closing|start|end"
    "|deadline|period|duration|contract|agreement|application|photograph|picture|map|list|table|sign|letter|message|quantity|speech|voice"
    "|safety|health|population|development|production|growth|rise|fall|increase|decrease|decline|use|spread|lack|presence|absence|arrival"
    "|departure|return|collapse|construction|repair|inspection|treatment|introduction|publication|release"
)
_SINGULAR = lazy(
    rf"(?:The|This|That|A|An|Each|Every|My|Our|Your|His|Her|Their|Its) (?:(?!number )[a-z]+ )?(?P<noun>{_NOUNS}) {_BEHIND}"
    r"(?P<verb>are|were|have)(?= [a-z])"
)
_FEW = lazy(r"\A(?:A|An) (?:[a-z]+ )?(?:number|list|quantity|range) ")
_OPENS = lazy(r"(?:\A|[.!?][\"”’)]* {1,2}|[\"“])(?=[A-Z])")
_ONE = frozenset({
    "news", "means", "series", "species", "headquarters", "mathematics", "physics", "politics", "economics", "ethics",
    "works", "athletics", "statistics", "linguistics", "electronics", "thanks", "crossroads", "access", "process", "business",
    "success", "address", "class", "loss", "mass", "press", "stress", "progress", "campus", "bus", "virus", "status", "focus",
    "basis", "analysis", "crisis", "thesis", "emphasis", "kindness", "illness", "happiness", "darkness", "weakness", "awareness",
    "glass", "grass", "boss", "dress", "guess", "princess", "actress", "goddess", "gas", "lens", "canvas", "atlas", "bias", "census",
    "consensus", "corps", "chaos", "logistics", "graphics", "dynamics", "tactics", "hours", "minutes", "years", "days", "months",
    "weeks", "miles", "dollars", "degrees", "percent", "rest", "tours", "times", "lots", "plenty", "others",
})  # fmt: skip
"""Nouns in -s that are no plurals, and amounts that take either."""


def disagreeing(en: str) -> Iterator[Slip]:
    """Verbs at which the number of the subject was forgotten, in order."""
    for start in (match.end() for match in _OPENS.finditer(en)):
        if (match := _PLURAL.match(en, start)) and _is_plural(match["noun"]):
            message = t(
                "“{noun}” is plural; “{verb}” is not.", noun=match["noun"], verb=match["verb"]
            )
        elif (match := _SINGULAR.match(en, start)) and not _FEW.match(match[0]):
            message = t(
                "“{noun}” is singular; “{verb}” is not.", noun=match["noun"], verb=match["verb"]
            )
        else:
            continue
        yield Slip("grammar", Span(*match.span("verb")), match["verb"], message)


def _is_plural(noun: str) -> bool:
    if noun in ("people", "children", "women", "men"):
        return True
    if noun in _ONE or not has_dictionary():
        return False
    stems = {noun[:-1], noun.removesuffix("es"), noun.removesuffix("ies") + "y"}
    return any(stem != noun and is_english(stem) for stem in stems)
