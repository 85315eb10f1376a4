"""A clause, a phrase or an item of a list lost, or a claim added."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import cut_out, exchanged, lower_first
from benchmarks.meaning.maker.kinds import WORD, Knowledge, Spoilt

_CLAUSE = re.compile(
    r"(?:,| -|;|:) (?:and |but |or |which |who |where |so |while |although |because "
    r"|as |with |including |[a-z]+ing )?[^,;:]{8,120}(?=[,.;!?]|$)|\([^)]{3,60}\)|"
    r"\b(?:which|who|that|where) [^,;.]{8,80}(?=[,.;]|$)|(?<=[.!?] "
    r")[A-Z][^.!?]{8,}[.!?]|\b(?:in|on|at|by|for|with|to|from|of|as|through|during|"
    r"after|before|under|among|into) (?:the |a |an |his |her |its |their "
    r")?(?:[\w'-]+ ){0,3}[\w'-]+(?=[,.;!?]|$| (?:and|in|on|at|to|for|with|by)\b)|"
    r"\band [^,;.]{6,60}(?=[,.;]|$)|^[A-Z][^,.]{6,60}, "
)


_ITEM = r"[\w'-]+(?: [\w'-]+){0,3}?"


_LIST = re.compile(
    rf"({_ITEM}), ({_ITEM}),? (?:and|or) ({_ITEM})"
    rf"(?=[,.;!?]| (?:is|are|was|were|in|on|at|to|for|with|by|have|had|can|will)\b|$)"
    rf"|\b([A-Z]?[\w'-]+) (?:and|or) ([\w'-]+)\b"
    rf"|\bboth ({_ITEM}) and ({_ITEM})\b"
)


_INVENTED = tuple(lx.words_of("invented").strip().splitlines())


_ADJECTIVES = tuple(lx.words_of("adjectives").split())


_ADVERBS = [
    "probably",
    "suddenly",
    "secretly",
    "always",
    "again",
    "immediately",
    "unfortunately",
    "often",
    "deliberately",
    "quietly",
    "only",
    "officially",
    "reluctantly",
    "also",
    "never",
    "soon",
    "finally",
]


def omission(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A clause, a phrase, a sentence or one describing word lost."""
    u = rng.random()
    if u < 0.25:
        found = list(
            re.finditer(
                (
                    r"\b(?:(?<=the )|(?<=his )|(?<=her )|(?<=its )|(?<=are )|(?<=was )|(?<=and "
                    r"))([a-z]{4,}(?:al|ic|ous|ive|ful|ary|ed|ese|ern|ly|ble|ant|ent|ian|ry|less|er|"
                    r"new|old|big|ong|all)) (?=[a-z]{3,})|\b(?:very|also|only|again|even|together|"
                    r"yesterday|today|tomorrow|always|often|already|still|new|old|first|last|former|"
                    r"former|Japanese|main|famous|quickly|suddenly|alone|early|later|just|really|"
                    r"too)\b "
                ),
                en,
            )
        )
        if found:
            m = rng.choice(found)
            return cut_out(en, m.start(), m.end(), "omission")
    found = list(_CLAUSE.finditer(en))
    found = [m for m in found if m.end() - m.start() < 0.75 * len(en)]
    if found:
        m = rng.choice(found)
        return cut_out(en, m.start(), m.end(), "omission")
    words = list(WORD.finditer(en))
    if len(words) < 7:
        return None
    n = rng.randint(1, max(1, len(words) // 3))
    i = rng.randint(1, len(words) - n - 1)
    return cut_out(en, words[i].start(), words[i + n].start(), "omission")


def item(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """One of a list of things lost."""
    found = list(_LIST.finditer(en))
    if not found:
        return None
    m = rng.choice(found)
    if m.group(1):
        which = rng.randrange(2)
        if which == 0:
            return cut_out(en, m.start(2) - 2, m.end(2), "item")
        return (
            exchanged(en, m.end(1), m.start(3), " and ", "item")
            if rng.random() < 0.5
            else cut_out(en, m.end(2), m.end(3), "item")
        )
    a, b = (4, 5) if m.group(4) else (6, 7)
    if rng.random() < 0.5:
        return cut_out(en, m.end(a), m.end(b), "item")
    return cut_out(en, m.start(a), m.start(b), "item")


def addition(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A claim of our own invention added: a phrase at the end, a describing word, an adverb."""
    u = rng.random()
    if u < 0.5:
        m = re.search(r"[.!?]?[\"”]?$", en)
        extra = rng.choice(_INVENTED)
        at = m.start() if m else len(en)
        if not extra.startswith(","):
            extra = " " + extra
            spot = re.search(r",? (?:and|but|because|when|if|which) ", en)
            if spot and rng.random() < 0.4:
                at = spot.start()
        return Spoilt(en[:at] + extra + en[at:], "addition", ((at, at + len(extra)),))
    if u < 0.8:
        found = list(re.finditer(r"\b(?:the|a|his|her|its|their|my|our) (?=[a-z]{3,})", en))
        if found:
            m = rng.choice(found)
            word = rng.choice(_ADJECTIVES)
            return exchanged(en, m.end(), m.end(), word + " ", "addition")
    found = [
        m
        for m in WORD.finditer(en)
        if lx.VERBS.get(m.group(), ("", ""))[1] in {"past", "third"} and m.start() > 0
    ]
    if found:
        m = rng.choice(found)
        return exchanged(en, m.start(), m.start(), rng.choice(_ADVERBS) + " ", "addition")
    return None


def add_clause(en: str, ja: str, rng: random.Random, other: str) -> Spoilt | None:
    """A clause of another sentence said as if it belonged to this one."""
    found = [m for m in _CLAUSE.finditer(other) if 10 < m.end() - m.start() < 90] or [
        m for m in [re.match(r"[A-Z][^.!?]{8,80}(?=[.!?])", other)] if m
    ]
    if not found or not en:
        return None
    extra = rng.choice(found).group().strip(" ,;:")
    end = re.search(r"[.!?]?[\"”]?$", en)
    at = end.start() if end else len(en)
    if extra[:1].isupper() and rng.random() < 0.5 and en[-1:] in ".!?":
        return Spoilt(
            en + " " + extra.rstrip(".") + ".",
            "addition",
            ((len(en) + 1, len(en) + 1 + len(extra)),),
        )
    if not re.match(
        r"(and|but|or|which|who|where|so|while|in|on|at|by|for|with|to|from|as|\(|[a-z]+ing)\b",
        extra,
    ) and not extra.startswith("("):
        extra = "and " + lower_first(extra)
    lead = " " if re.match(r"(in|on|at|by|for|with|to|from|\()", extra) else ", "
    return Spoilt(
        en[:at] + lead + extra.rstrip(".") + en[at:],
        "addition",
        ((at, at + len(lead) + len(extra)),),
    )
