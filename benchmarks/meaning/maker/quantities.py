"""Figures, units, quantities, degrees and comparisons."""

import calendar
import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import exchanged, lower_first, phrase_rule, with_case_of
from benchmarks.meaning.maker.kinds import WORD, Knowledge, Spoilt

NUMBER_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "thousand",
]


_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]


_MONTHS = list(calendar.month_name)[1:]


degree = phrase_rule("degree", lx.table(lx.words_of("degree")))


quantity = phrase_rule("quantity", lx.table(lx.words_of("quantity")))


rise = phrase_rule("rise", lx.table(lx.words_of("rises")))


_unit_words = phrase_rule("unit", lx.table(lx.words_of("units")))


_compare_words = phrase_rule("comparison", lx.table(lx.words_of("compare")))


THAN = re.compile(
    r"^((?:The |A |My |His |Her |This |That |Our )?[\w'-]+(?: [\w'-]+)?) (is|was|"
    r"are|were|has|looks|runs|swims|works|speaks) ([^.,]*?\b(?:\w+er|more|less|"
    r"better|worse)\b[^.,]*?) than ((?:the |a |my |his |her |this |that |our "
    r")?[\w'-]+(?: [\w'-]+)?)([.,]|$)"
)


def unit(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A unit for another, beside a number."""
    made = _unit_words(en, ja, rng, know)
    if (
        made
        and made.spans
        and re.search(
            (
                r"(\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|"
                r"hundred|several|few|a|an|per|thousand|million|half)) ?$"
            ),
            made.text[: made.spans[0][0]],
        )
    ):
        return made
    return None


def number(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A figure, a number word, a month or an ordinal changed."""
    found = list(re.finditer(r"\d+", en)) + [
        m
        for m in WORD.finditer(en)
        if m.group().lower() in NUMBER_WORDS + _ORDINALS or m.group() in _MONTHS
    ]
    if not found:
        return None
    m = rng.choice(found)
    old = m.group()
    if old.isdigit():
        u = rng.random()
        if len(old) > 1 and u < 0.3:
            i = rng.randrange(len(old) - 1)
            new = old[:i] + old[i + 1] + old[i] + old[i + 2 :]
        elif u < 0.65:
            i = rng.randrange(len(old))
            new = old[:i] + str(rng.randrange(1, 10)) + old[i + 1 :]
        elif u < 0.8:
            new = old + "0" if len(old) < 4 else old[:-1]
        else:
            new = str(max(1, int(old) + rng.choice([-10, -2, -1, 1, 2, 10])))
    elif old in _MONTHS:
        new = rng.choice(_MONTHS)
    elif old.lower() in _ORDINALS:
        new = rng.choice(_ORDINALS)
    else:
        new = rng.choice(
            NUMBER_WORDS[1:10] if old.lower() in NUMBER_WORDS[:12] else NUMBER_WORDS[12:]
        )
    if new == old.lower() or new == old or (old.lower() == "may" and not re.search("5|５|五", ja)):
        return None
    if old.lower() == "one" and not re.search("[1１一]", ja):
        return None
    return exchanged(en, m.start(), m.end(), with_case_of(old, new), "number")


def comparison(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A comparison turned round: its word or its two sides."""
    m = THAN.match(en)
    if m and rng.random() < 0.7:
        swapped = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
        a, b = m.group(1), m.group(4)
        first = swapped.get(b, b)
        second = {"I": "me", "He": "him", "She": "her", "We": "us", "They": "them"}.get(
            a, lower_first(a)
        )
        first = first[:1].upper() + first[1:]
        text = f"{first} {m.group(2)} {m.group(3)} than {second}{en[m.start(5) :]}"
        return Spoilt(
            text,
            "comparison",
            (
                (0, len(first)),
                (
                    len(text) - len(en[m.start(5) :]) - len(second),
                    len(text) - len(en[m.start(5) :]),
                ),
            ),
        )
    made = _compare_words(en, ja, rng, know)
    if (
        made
        and made.spans[0][1] - made.spans[0][0] == 6
        and made.text[slice(*made.spans[0])] == "not as"
        and not re.search(r"\bas \w+ as\b", en)
    ):
        return None
    return made
