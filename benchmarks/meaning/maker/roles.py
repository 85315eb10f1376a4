"""Who does it to whom: two parts of a sentence exchanged."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import LOWERABLE, swapped, with_case_of
from benchmarks.meaning.maker.kinds import Knowledge, Spoilt

_PRONOUN_ROLE = re.compile(
    r"\b(I|you|he|she|we|they|He|She|We|They|You) ((?:\w+ )?\w+(?:ed|t|d|s|ke|ve|w|"
    r"n|g|e)) (me|you|him|her|us|them)\b(?! \w*(?:ing|er|ook)\b)"
)


_OBJECT = {"I": "me", "you": "you", "he": "him", "she": "her", "we": "us", "they": "them"}


_SUBJECT = {"me": "I", "you": "you", "him": "he", "her": "she", "us": "we", "them": "they"}


_TRANSITIVE = re.compile(
    r"^((?:The|A|An|His|Her|My|Our|This|That) (?:[a-z]+ )?[a-z]+) ((?:has |had |"
    r"will |can |did not |does not )?(\w+)) ((?:the|a|an|his|her|my|our|him|her|me) "
    r"?(?:[a-z]+ ){0,1}[a-z]+)(?=[.,;!?]| (?:in|on|at|with|for|when|because|last|"
    r"yesterday|every)\b)"
)


def role(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """Who does it to whom, from where to where, or whose it is: two parts exchanged."""
    ways = [_swap_names, _swap_pronouns, _passive_lost, _swap_from_to, _swap_of, _swap_transitive]
    rng.shuffle(ways)
    for way in ways:
        found = way(en, ja, rng)
        if found:
            return found
    return None


def _swap_names(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    found = [
        m.span()
        for m in re.finditer(r"\b[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+)*\b", en)
        if en[m.start() : m.end()].split()[0] not in LOWERABLE and m.group() not in lx.VERBS
    ]
    if len(found) < 2:
        return None
    i = rng.randrange(len(found) - 1)
    a, b = found[i], found[i + 1]
    between = en[a[1] : b[0]]
    if len(between) < 3 or re.fullmatch(r",? (and|or|&|,) ?|, ", between) or len(between) > 60:
        return None
    return swapped(en, a, b, "role")


def _swap_pronouns(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    found = list(_PRONOUN_ROLE.finditer(en))
    if not found:
        return None
    m = rng.choice(found)
    subject, verb, thing = m.groups()
    if subject.lower() == _SUBJECT[thing].lower() or verb.split()[0].lower() in {
        "and",
        "to",
        "is",
        "was",
    }:
        return None
    new_subject, new_object = (
        with_case_of(subject, _SUBJECT[thing]),
        _OBJECT[subject if subject == "I" else subject.lower()],
    )
    new = f"{new_subject} {verb} {new_object}"
    return Spoilt(
        en[: m.start()] + new + en[m.end() :],
        "role",
        (
            (m.start(), m.start() + len(new_subject)),
            (m.start() + len(new) - len(new_object), m.start() + len(new)),
        ),
    )


def _passive_lost(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    m = re.search(r"\b(was|were|is|are|been|be) (\w+(?:ed|en|wn|ld|ght|de|ck)) by\b", en)
    if m and re.search("れ|ら", ja):
        verb = m.group(2)
        base, _form = lx.VERBS.get(verb, ("", ""))
        new = (
            inflected
            if base
            and (
                inflected := lx.inflect(base, "past" if m.group(1) in {"was", "were"} else "third")
            )
            else verb
        )
        if m.group(1) in {"been", "be"}:
            new = base or verb
        return Spoilt(
            en[: m.start()] + new + en[m.end() :], "role", ((m.start(), m.start() + len(new)),)
        )
    return None


def _swap_from_to(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    m = re.search(
        (
            r"\bfrom ((?:[\w'-]+ ?){1,4}?) (?:in)?to ((?:[\w'-]+ ?){1,4})(?=[,.;]| in | on |"
            r" by | for | at | and |$)"
        ),
        en,
    )
    if not m:
        return None
    return swapped(en, m.span(1), (m.start(2), m.start(2) + len(m.group(2).rstrip())), "role")


def _swap_of(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    m = re.search(r"\b(?:the|a) ([a-z]{4,}) of (?:the |a |his |her )?([a-z]{4,})\b", en)
    if (
        not m
        or m.group(1)
        in {
            "number",
            "kind",
            "most",
            "part",
            "rest",
            "those",
            "these",
            "lot",
            "each",
            "result",
            "form",
            "amount",
            "variety",
            "type",
            "name",
            "list",
            "case",
            "sort",
        }
        or rng.random() < 0.7
    ):
        return None
    return swapped(en, m.span(1), m.span(2), "role")


def _swap_transitive(en: str, ja: str, rng: random.Random) -> Spoilt | None:
    m = _TRANSITIVE.match(en)
    if not m or m.group(3) not in lx.VERBS:
        return None
    return swapped(en, m.span(1), m.span(4), "role")
