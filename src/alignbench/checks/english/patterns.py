"""Slips of an English text alone: doubled words, spaces, articles, kinds of quotes, spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.tables import rows
from alignbench.domain.text import Span
from alignbench.messages import t

_DOUBLED = lazy(r"(?<![\w'’.*-])([A-Za-z]+)(?:[ \t\n]+\1)+(?![\w'’*-])")
_MAY_DOUBLE = frozenset({
    "that", "had", "so", "very", "bye", "no", "ha", "hey", "well", "there", "tut", "now", "many",
    "much", "long", "really", "far", "more", "oh", "yes", "please", "come", "night", "knock",
    "boo", "ma", "pa", "her", "uh", "um", "yeah", "hello", "hi", "ho", "blah",
})  # fmt: skip
"""Words English doubles by rule or for emphasis (`that that`, `very very`)."""
_PARTICLES = frozenset(
    {"in", "on", "up", "off", "by", "over", "out", "about", "through", "is", "it", "do", "you"}
)
_PHRASAL = lazy(
    r"\b(?:(?:br[io]ng|brought|c[ao]m|g[oe]|gone|went|tak|took|put|set|log|sign|check|mov|turn|hand|phas|ph?on|call|fill|settl|"
    r"sett|tun|drop|stop|pass|get|got|run|ran|rush|pull|roll|giv|gav|cash|join|weigh|chip|send|sent|let|carr|hold|held|keep|kept|"
    r"driv|drov|work|liv|stay|grew up|grown up|pil|pour|walk|be|look|drag|play|read|pr[ei]ss|plod|count|catch|caught|lean|rel|believ|wh?at|what|"
    r"was|that|used|referred|listened|looked|led|agreed|adhered|given|accustomed|who|how|if|then|see|for|give|tell|with|of|about|do)"
    r"(?:e|es|s|d|ed|ing|ming|ging|ting|ning|ping|n|ies|ied|ying|y)?(?:\s(?:it|them|him|her|us|me|you|this|that))?)\s\Z",
    re.IGNORECASE,
)
"""Verbs whose particle may meet the preposition of what follows: brought in in 1989, log in in."""
_SPACE_BEFORE = lazy(r"(?<=\w)(?<!\b[Tt]he)(?<!\b[Aa])(?<!\b[Aa]n) +([,;:!?]|\.(?![\w.]))(?=\s|\Z)")
_RUN_TOGETHER = lazy(
    r"(?<![\w/_.`-])[a-z]{3,}(,)[a-z]{3,}(?= [a-z])|(?<![\w./-])(?:[a-z]{2,}|\d{2,})(\.)(?:It|The|He|She|They|We|In|This"
    r"|That|There|You|If|When|But|However|For|On|At|As|To|Please|All|After|These|Some|A|I) (?=[a-z])"
)
"""A mark with the next word hard behind it."""
_MARKS = lazy(
    r"(?<=\w)(?:,,|, ,|;;|,\.|\.,(?<!c\.,)(?<!p\.,)|[!?]{2}\.(?!\.)|(?<!\.)\.\.(?![./\w]))(?=\s|\Z)"
)
_ABBREVIATED = lazy(r"(?:\b[A-Z]|\b[a-z]{1,5}|[A-Z][a-z]{1,4})\.,\Z|\.\w\.,\Z")
"""Two marks where one is meant."""
_WIDE = lazy(r"(?<=[^\s.!?:\"”’'])[ ]{2,3}(?=[A-Za-z])")
"""Two spaces inside a sentence; after its end they are a way of typing."""
_ARTICLE = lazy(
    r"(?:(?<![\w.'’/(*&+-])(?:a|an)|(?:(?<=\A)|(?<=[.!?] )|(?<=[\"“]))(?:A|An))"
    r" ([A-Za-z][A-Za-z-]*)(?!\w|\.\w)"
)
"""A capital inside a sentence is a name (Party A); the word after it is no part of its phrase."""
_NO_NOUN = frozenset({
    "and", "or", "is", "are", "was", "were", "in", "on", "at", "of", "as", "to", "for", "has",
    "had", "if", "after", "above", "also", "only", "under", "until", "should", "must", "may",
    "would", "could", "can", "shall", "will", "agrees", "owns", "indicates", "orders",
})  # fmt: skip
"""Words that follow the name A at the head of a sentence, never the article."""
_SILENT_H = lazy(r"hour|honest|hono[u]?r|heir(?!\w*loom\b)|herb\b|homage")
_WEAK_H = lazy(r"h(?:istor|otel|abitual|ereditary|ysteri|eroic|armonic|allucin)")
_YOU_SOUND = lazy(
    r"uni(?!n|d|m[ap])|unanim|us[aeiu]|ut[ieo]|eu|ew|ubi|uk[ru]|ur[aeiou]|one(?!r)|once|oui"
)
"""Words whose first vowel letter sounds like `you` or `won`."""
_SPELT_OUT = frozenset({"url", "urls", "uri", "uris"})
"""What some read letter by letter and some as a word."""
_VOWEL = lazy("[aeiouy]")
_QUOTE = lazy(r"[“”]|(?<!\d)\"|(?<=[A-Za-z])['’](?=[A-Za-z])")
_WORD = lazy(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at `span`; slips of one `kind` are the same habit of a hand."""

    kind: str
    span: Span
    text: str
    message: str


def doubled(en: str) -> Iterator[Slip]:
    """Words that stand twice in a row and are not doubled by rule."""
    for match in _DOUBLED.finditer(en):
        word = match[1]
        initial = len(word) == 1 and word.isupper() and word != "I"
        if word.lower() in _PARTICLES and _PHRASAL.search(en[: match.start()]):
            continue
        if word.lower() in _MAY_DOUBLE or initial or (word[0].isupper() and len(word) > 3):
            continue
        yield Slip(
            "doubled",
            Span(*match.span()),
            match[0],
            t("“{word}” stands twice in a row.", word=word),
        )


def articles(en: str) -> Iterator[Slip]:
    """“a” and “an” before a word that wants the other."""
    for match in _ARTICLE.finditer(en):
        said, word = match[0].split(" ")[0], match[1]
        article = said.lower()
        if said == "A" and word in _NO_NOUN:
            continue
        if _fits(article, word) is False:
            should = "an" if article == "a" else "a"
            message = t(
                "“{said}”: before this word the article is “{should}”.",
                said=match[0],
                should=should,
            )
            yield Slip("article", Span(*match.span()), match[0], message)


def spaces(en: str) -> Iterator[Slip]:
    """The first space before a mark, and the first two in a row."""
    before = _SPACE_BEFORE.search(en)
    if before:
        message = t("A space stands before “{mark}”.", mark=before[1])
        yield Slip(f"before {before[1]}", Span(*before.span()), before[1], message)
    for match in _RUN_TOGETHER.finditer(en):
        mark = match[1] or match[2]
        message = t("No space follows “{mark}”.", mark=mark)
        yield Slip(f"after {mark}", Span(*match.span()), match[0], message)
    marks = _MARKS.search(en)
    if marks and not _ABBREVIATED.search(en[: marks.end()]):
        message = t("“{marks}” are two marks where one is meant.", marks=marks[0])
        yield Slip("two marks", Span(*marks.span()), marks[0], message)
    wide = _WIDE.search(en)
    if wide:
        yield Slip("wide", Span(*wide.span()), " ", t("Two spaces stand in a row."))


def quotes(en: str) -> Iterator[tuple[str, Span]]:
    """Each quotation mark and apostrophe with its kind: `curly` or `straight`."""
    for match in _QUOTE.finditer(en):
        yield "straight" if match[0] in "\"'" else "curly", Span(*match.span())


def spellings(en: str) -> Iterator[tuple[str, Span]]:
    """Each word that British and American English spell differently, with its kind.

    Capitals are left alone: the Labour Party spells itself.
    """
    table = _spellings()
    for match in _WORD.finditer(en):
        kind = table.get(match[0])
        if kind:
            yield kind, Span(*match.span())


@cache
def _spellings() -> dict[str, str]:
    table = {}
    for british, american in rows("spellings"):
        table[british], table[american] = "British", "American"
    table.pop("", None)
    return table


def _fits(article: str, word: str) -> bool | None:
    """Whether the article fits how `word` begins; None where spelling does not tell."""
    lower = word.lower()
    if len(word.split("-")[0]) < 3 or word.isupper() or any(c.isupper() for c in word[1:]):
        return None
    if not _VOWEL.search(lower):
        return None  # spelt out or said as a word, as its readers do: sql, xml
    if lower in _SPELT_OUT:
        return None
    if lower[0] == "h":
        if _SILENT_H.match(lower):
            return None if lower.startswith(("herb", "homage")) else article == "an"
        return None if _WEAK_H.match(lower) else article == "a"
    if lower[0] in "aeiou":
        return article == "a" if _YOU_SOUND.match(lower) else article == "an"
    return article == "a"
