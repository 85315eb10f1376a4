"""A word for its opposite, its sister, its neighbour, what is above it, another sense, a name."""

import random
import re
from typing import Final

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import exchanged, with_case_of, words_in
from benchmarks.meaning.maker.kinds import FUNCTION, WORD, Knowledge, Spoilt

_OPPOSITE = {
    k.lower(): v for k, v in {**lx.pairs(lx.words_of("opposites")), **lx.verb_opposites()}.items()
}


SISTER_WORDS: Final = lx.sisters()


_HIGHER = {
    a: (b.replace("_", " "),) for a, b in (e.split(":") for e in lx.words_of("higher").split())
}


_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*\b")


def opposite(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A word for its opposite."""
    found = words_in(en, _OPPOSITE)
    if not found:
        return None
    m = rng.choice(found)
    return exchanged(
        en,
        m.start(),
        m.end(),
        with_case_of(m.group(), rng.choice(_OPPOSITE[m.group().lower()])),
        "opposite",
    )


def sister(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A word for its co-hyponym, of our lists or mined from sentences that differ in one word."""
    found = [
        m
        for m in WORD.finditer(en)
        if m.group() in SISTER_WORDS
        or (
            m.group().lower() in know.mined
            and m.group().lower() not in FUNCTION
            and m.group().islower()
        )
    ]
    if not found:
        return None
    m = rng.choice(found)
    word = m.group()
    if word in SISTER_WORDS and (rng.random() < 0.6 or word.lower() not in know.mined):
        new = rng.choice(SISTER_WORDS[word])
    elif word.lower() in know.mined:
        new = rng.choice(know.mined[word.lower()])
        if (
            new in FUNCTION
            or not new.isalpha()
            or new[:5] in know.allowed(ja)
            or (word.lower(), new) in know.same
        ):
            return None
    else:
        return None
    return exchanged(en, m.start(), m.end(), with_case_of(word, new), "sister")


def neighbour(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A word for its neighbour in the space of embeddings, unless the dictionary allows it."""
    found = [
        m
        for m in WORD.finditer(en)
        if m.group() in know.neighbours and m.group().lower() not in FUNCTION
    ]
    if not found:
        return None
    m = rng.choice(found)
    new = rng.choice(know.neighbours[m.group()] or [""])
    if (
        not new
        or new[:5].lower() in know.allowed(ja)
        or (m.group().lower(), new.lower()) in know.same
    ):
        return None
    return exchanged(en, m.start(), m.end(), new, "neighbour")


def higher(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A word for its hypernym."""
    found = words_in(en, _HIGHER)
    if not found:
        return None
    m = rng.choice(found)
    return exchanged(
        en, m.start(), m.end(), with_case_of(m.group(), _HIGHER[m.group().lower()][0]), "higher"
    )


def sense(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A word rendered in another sense of the Japanese word it stands for."""
    terms = [t for t in know.terms(ja) if len(t) > 1 or "\u4e00" <= t <= "\u9fff"]
    rng.shuffle(terms)
    here = {m.group().lower(): m for m in WORD.finditer(en) if m.group().lower() not in FUNCTION}
    for term in terms[:10]:
        options = [re.sub(r"^(to|a|an|the) ", "", g) for g in know.glosses[term]]
        for i in rng.sample(range(len(options)), len(options)):
            right = options[i]
            if right not in here:
                continue
            near = {b for a, b in know.same if a == right} | set(know.neighbours.get(right, ())[:4])
            other = [
                g
                for j, g in enumerate(options)
                if abs(j - i) >= 3
                and " " not in g
                and g.isascii()
                and g.isalpha()
                and g not in near
                and g not in FUNCTION
                and g[:4] != right[:4]
                and g not in here
            ]
            if other:
                m = here[right]
                return exchanged(
                    en, m.start(), m.end(), with_case_of(m.group(), rng.choice(other)), "sense"
                )
    return None


def name(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A proper name for another."""
    found = [m for m in _NAME.finditer(en) if m.group() not in lx.VERBS]
    if not found:
        return None
    m = rng.choice(found)
    old = m.group()
    common = lx.words_of("common_names").split()
    if old in common:
        new = rng.choice(common)
    else:
        new = rng.choice(know.names) if know.names else rng.choice(common)
        new = " ".join(new.split()[: len(old.split())])
    if new in old or old in new:
        return None
    return exchanged(en, m.start(), m.end(), new, "name")
