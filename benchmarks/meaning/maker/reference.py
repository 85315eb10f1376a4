"""One person for another."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import exchanged, with_case_of
from benchmarks.meaning.maker.kinds import Knowledge, Spoilt

_STATED = {
    "he": "彼(?!女|ら)",
    "she": "彼女(?!ら)",
    "I": "私(?!たち|達)|僕(?!ら)|俺|わたし|ぼく",
    "you": "あなた|君|きみ|お前",
    "we": "私たち|私達|我々|われわれ|僕ら",
    "they": "彼ら|彼女ら|それら",
}


_FORMS = {
    "he": ("he", "him", "his"),
    "she": ("she", "her", "her"),
    "I": ("I", "me", "my"),
    "you": ("you", "you", "your"),
    "we": ("we", "us", "our"),
    "they": ("they", "them", "their"),
}


_PERSON = re.compile(
    r"\b(he|she|I|you|we|they|him|her|me|us|them|his|my|your|our|their|He|She|You|"
    r"We|They|His|Her|My|Your|Our|Their)\b(?!')"
)


_WHOSE = {
    form: (person, index)
    for person, forms in reversed(list(_FORMS.items()))
    for index, form in enumerate(forms)
}


def referent(
    en: str, ja: str, rng: random.Random, know: Knowledge, stated: bool = True
) -> Spoilt | None:
    """One person for another, where the Japanese says who.

    With `stated` off it need not: the sentence before does.
    """
    found = []
    for m in _PERSON.finditer(en):
        person, index = _WHOSE[m.group() if m.group() == "I" else m.group().lower()]
        if m.group().lower() == "her":
            index = 2 if re.match(r" [a-z]", en[m.end() :]) else 1
        if not stated or re.search(_STATED[person], ja):
            found.append((m, person, index))
    kin = re.search(
        (
            r"\b(my|his|her|your|our) (father|mother|brother|sister|son|daughter|wife|"
            r"husband|friend|house|job|name|car|book)\b"
        ),
        en,
    )
    if kin and stated and rng.random() < 0.3 and re.search("私の|彼の|彼女の|君の|あなたの", ja):
        other = rng.choice(
            [w for w in ("my", "his", "her", "your", "our", "their") if w != kin.group(1)]
        )
        return exchanged(en, kin.start(1), kin.end(1), other, "referent")
    if not found:
        return None
    m, person, index = rng.choice(found)
    near = {
        "he": ["she", "she", "they", "I"],
        "she": ["he", "he", "they", "I"],
        "I": ["he", "you", "she", "we"],
        "you": ["I", "he", "we"],
        "we": ["they", "I", "you"],
        "they": ["we", "he", "you"],
    }
    other = rng.choice(near[person])
    new = (
        with_case_of(m.group(), _FORMS[other][index]) if m.group() != "I" else _FORMS[other][index]
    )
    if m.start() == 0:
        new = new[:1].upper() + new[1:]
    end = m.end()
    if index == 0:
        verb = re.match(
            r" (am|is|are|was|were|has|have|do|does|don't|doesn't|isn't|aren't|wasn't|weren't)\b",
            en[end:],
        )
        if verb:
            many, first = other in {"you", "we", "they"}, other == "I"
            forms = {
                "am": 0,
                "is": 0,
                "are": 0,
                "was": 1,
                "were": 1,
                "has": 2,
                "have": 2,
                "do": 3,
                "does": 3,
                "don't": 4,
                "doesn't": 4,
                "isn't": 5,
                "aren't": 5,
                "wasn't": 6,
                "weren't": 6,
            }
            table = (
                ("are", "am", "is"),
                ("were", "was", "was"),
                ("have", "have", "has"),
                ("do", "do", "does"),
                ("don't", "don't", "doesn't"),
                ("aren't", "am not", "isn't"),
                ("weren't", "wasn't", "wasn't"),
            )
            fixed = table[forms[verb.group(1)]][0 if many else 1 if first else 2]
            return exchanged(en, m.start(), end + verb.end(), f"{new} {fixed}", "referent")
        verb = re.match(r" ([a-z]+)\b", en[end:])
        if verb and verb.group(1) in lx.VERBS:
            base, form = lx.VERBS[verb.group(1)]
            if form in {"base", "third"}:
                word = lx.inflect(base, "third" if other in {"he", "she"} else "base")
                return exchanged(en, m.start(), end + verb.end(), f"{new} {word}", "referent")
    return exchanged(en, m.start(), end, new, "referent")
