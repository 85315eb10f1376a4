"""Modality, tense and aspect: may for must, will for did, already for not yet."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import exchanged, phrase_rule
from benchmarks.meaning.maker.kinds import WORD, Knowledge, Spoilt

_modality = phrase_rule("modality", lx.table(lx.words_of("modality")))


_tense_words = phrase_rule("tense", lx.table(lx.words_of("tense")))


aspect = phrase_rule("aspect", lx.table(lx.words_of("aspect")))


def modality(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """May for must, perhaps for certainly; or a plain verb given a modal."""
    if rng.random() < 0.2 and not re.search(
        "かもしれ|だろう|でしょう|べき|なければ|必要|できる|でき|可能|らしい|よう|はず|たい", ja
    ):
        found = list(re.finditer(r"\b(is|are|was|were)\b(?! (?:going|able|likely))", en))
        if found:
            m = rng.choice(found)
            new = rng.choice(
                ["may be", "should be", "is said to be", "must be", "could be"]
                if m.group() in {"is", "are"}
                else ["may have been", "should have been", "was said to be"]
            )
            return exchanged(en, m.start(), m.end(), new, "modality")
    return _modality(en, ja, rng, know)


def tense(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A past for a present or a future, and the other way."""
    if rng.random() < 0.6:
        found = [
            m
            for m in WORD.finditer(en)
            if lx.VERBS.get(m.group(), ("", ""))[1] in {"past", "third"} and m.start() > 0
        ]
        found = [
            m
            for m in found
            if not re.search(
                r"\b(is|are|was|were|be|been|being|has|have|had|by|to|the|a|did|not)\s$",
                en[: m.start()].lower(),
            )
        ]
        if found:
            m = rng.choice(found)
            base, form = lx.VERBS[m.group()]
            if form == "past":
                new = rng.choice(["will " + base, lx.inflect(base, "third"), "will " + base])
            else:
                new = rng.choice(
                    [lx.inflect(base, "past"), lx.inflect(base, "past"), "will " + base]
                )
            if new != m.group():
                return exchanged(en, m.start(), m.end(), new, "tense")
    made = _tense_words(en, ja, rng, know)
    return (
        None
        if made
        and en.endswith("?")
        and re.match(r"(Will|Did|Was|Has|Had)\b", made.text[made.spans[0][0] :])
        and made.spans[0][0] == 0
        else made
    )
