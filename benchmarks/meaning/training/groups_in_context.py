"""Groups that only the sentence before decides: who is meant, and in which sense."""

import random
import re
from dataclasses import replace

from benchmarks.meaning.maker.kinds import FUNCTION
from benchmarks.meaning.maker.reference import referent
from benchmarks.meaning.maker.rewording import reword
from benchmarks.meaning.maker.rules import spoil
from benchmarks.meaning.maker.words import SISTER_WORDS
from benchmarks.meaning.training.corpus import PERSONS, Corpus
from benchmarks.meaning.training.examples import Example, Group
from benchmarks.meaning.training.groups_of_pairs import four, one_wrong

_GENDERS = {
    "he": "she", "she": "he", "his": "her", "him": "her", "He": "She", "She": "He", "His": "Her",
}  # fmt: skip
_GENDERED = re.compile(r"\b(?:he|she|his|him|He|She|His)\b")
_SOMEBODY = re.compile("彼|私|僕|俺|君|あなた")
_SEX = re.compile(
    r"\b(?:man|woman|wife|husband|girl|boy|mother|father|men|women|himself|herself)\b"
)


def by_person(corpus: Corpus, rng: random.Random) -> Group | None:
    """A dropped subject: only the sentence before says who it is."""
    persons = [each for each in PERSONS if corpus.begun.get(each) and corpus.about.get(each)]
    if not persons:
        return None
    person = rng.choice(persons)
    at = rng.choice(corpus.begun[person])
    row = corpus.rows[at]
    ja = re.sub(rf"^(?:{PERSONS[person]})[はがも]、?", "", row.ja)
    if len(ja) < 5 or _SOMEBODY.search(ja) or _SEX.search(row.en):
        return None
    made = referent(row.en, ja, rng, corpus.know, stated=False)
    if not made or not made.spans or made.spans[0][0] != 0:
        return None
    before = corpus.rows[rng.choice(corpus.about[person])]
    right = Example(ja, row.en, 0.0, before_ja=before.ja, before_en=before.en)
    wrong = Example(ja, made.text, 1.0, "context", (), made.spans, before.ja, before.en)
    twin = made.text.split(" ")[0].rstrip(",").replace("He", "he").replace("She", "she")
    twin = {"They": "they", "We": "we"}.get(twin, twin)
    if twin != person and corpus.about.get(twin):
        far = corpus.rows[rng.choice(corpus.about[twin])]
        first = ((0, len(row.en.split(" ")[0])),)
        return (
            right,
            wrong,
            Example(ja, made.text, 0.0, before_ja=far.ja, before_en=far.en),
            Example(ja, row.en, 1.0, "context", (), first, far.ja, far.en),
        )
    other = one_wrong(corpus, at, row.en, rng)
    if not other or other.ja != row.ja:
        return None
    return right, wrong, Example(ja, row.en, 0.0), replace(other, ja=ja)


def by_gender(corpus: Corpus, rng: random.Random) -> Group | None:
    """He for she in a document whose sentence before says which."""
    if not corpus.gendered:
        return None
    at = rng.choice(corpus.gendered)
    row, before = corpus.rows[at], corpus.rows[at - 1]
    text, spans = "", []
    last = 0
    for match in _GENDERED.finditer(row.en):
        text += row.en[last : match.start()] + _GENDERS[match.group()]
        spans.append((len(text) - len(_GENDERS[match.group()]), len(text)))
        last = match.end()
    text += row.en[last:]
    other = one_wrong(corpus, at, row.en, rng)
    if not spans or not other:
        return None
    second = reword(row.en, row.ja, rng, corpus.know) or row.en
    wrong = Example(row.ja, text, 1.0, "context", (), tuple(spans))
    good = [Example(row.ja, each, 0.0) for each in (row.en, second)]
    return four([*good, wrong, other], (before.ja, before.en))


def by_topic(corpus: Corpus, rng: random.Random) -> Group | None:
    """A word that the Japanese leaves out, since the sentence before has it, said as another."""
    if not corpus.topics:
        return None
    at, word = rng.choice(corpus.topics)
    row, before, know = corpus.rows[at], corpus.rows[at - 1], corpus.know
    others = [*know.neighbours.get(word, ()), *know.mined.get(word.lower(), ())]
    others += SISTER_WORDS.get(word, ())
    allowed = know.allowed(row.ja)
    others = [
        each
        for each in others
        if each.lower() not in FUNCTION
        and each[:5].lower() not in allowed
        and each not in before.en
    ]
    there = re.search(rf"\b{re.escape(word)}\b", row.en)
    other = one_wrong(corpus, at, row.en, rng)
    if not others or not there or not other:
        return None
    new = rng.choice(others)
    text = row.en[: there.start()] + new + row.en[there.end() :]
    spans = ((there.start(), there.start() + len(new)),)
    second = reword(row.en, row.ja, rng, know) or row.en
    good = [Example(row.ja, each, 0.0) for each in (row.en, second)]
    wrong = Example(row.ja, text, 1.0, "context", (), spans)
    return four([*good, wrong, other], (before.ja, before.en))


def by_sense(corpus: Corpus, rng: random.Random) -> Group | None:
    """A sentence of several senses after the sentence that decides."""
    if not corpus.senses:
        return None
    sense = rng.choice(corpus.senses)
    at = rng.randrange(len(sense.readings))
    en, befores = sense.readings[at]
    before = rng.choice(befores)
    second = (reword(en, sense.ja, rng, corpus.know) if rng.random() < 0.3 else None) or en

    def after(text: str, wrong: float, kind: str, said: tuple[str, str]) -> Example:
        unknown: tuple[()] | None = None if wrong else ()
        return Example(sense.ja, text, wrong, kind, unknown, unknown, *said)

    if len(sense.readings) == 1:
        far = rng.choice(corpus.senses).readings[0][0]
        made = spoil(en, sense.ja, rng, corpus.know)
        if far == en:
            return None
        return (
            after(en, 0.0, "right", before),
            Example(sense.ja, second, 0.0),
            after(far, 1.0, "foreign", before),
            after(made.text if made else far, 1.0, "sense", before),
        )
    other, other_befores = rng.choice([each for each in sense.readings if each[0] != en])
    other_before = rng.choice(other_befores)
    if rng.random() < 0.75:
        return (
            after(second, 0.0, "right", before),
            after(other, 1.0, "context", before),
            after(other, 0.0, "right", other_before),
            after(en, 1.0, "context", other_before),
        )
    return (  # by themselves both may be right, the more so the less is known
        Example(sense.ja, en, 0.1),
        Example(sense.ja, other, 0.1),
        after(other, 1.0, "context", before),
        after(en, 0.0, "right", before),
    )
