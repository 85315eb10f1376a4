"""Groups that a pair decides by itself: right and wrong English of one Japanese."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.meaning.maker.clauses import add_clause
from benchmarks.meaning.maker.japanese import spoil_ja
from benchmarks.meaning.maker.kinds import Spoilt
from benchmarks.meaning.maker.rewording import reword
from benchmarks.meaning.maker.rules import spoil
from benchmarks.meaning.training.corpus import Corpus
from benchmarks.meaning.training.examples import Example, Group, Row
from benchmarks.meaning.training.packing import GROUP

_PRONOUN = re.compile(
    r"i|he|she|we|they|you|me|him|her|us|them|my|his|your|our|their|tom|mary|it|this|that"
    r"|mine|yours|hers",
    re.IGNORECASE,
)
_STATED = re.compile(
    "彼|私|僕|俺|君|あなた|トム|メアリ|我々|わたし|ぼく|これ|それ|あれ|この|その|あの"
)
_WORD = re.compile(r"[A-Za-z0-9']+")
_ARTICLE = re.compile(r"^(?:to|an?|the) ")
_CUT = ("omission", "item", "condition", "exception")
"""Kinds that may leave nothing in the English to point at."""
_WHOLE = ("question", "cause")
"""Kinds that may turn a whole sentence round, so that no word of it is the wrong one."""
_LONGEST_SPAN = 25
_NOUN_FRAMES = (
    ("これは{}です。", "This is {}."),
    ("{}について話した。", "We talked about {}."),
    ("{}の歴史", "the history of {}"),
    ("{}が必要だ。", "{} is needed."),
    ("{}に関する本を読んだ。", "I read a book about {}."),
    ("{}とは何ですか。", "What is {}?"),
)
_VERB_FRAMES = (
    ("{}ことができる。", "You can {}."),
    ("{}つもりだ。", "I am going to {}."),
    ("{}必要がある。", "It is necessary to {}."),
    ("{}のは難しい。", "It is hard to {}."),
)


def by_rules(corpus: Corpus, rng: random.Random) -> Group | None:
    """Right, reworded, and two wrong ones by rule; half of the time by a rule that is rare."""
    scarce = rng.choice(list(corpus.rare)) if corpus.rare and rng.random() < 0.5 else ""
    at = rng.choice(corpus.rare[scarce]) if scarce else corpus.draw(rng)
    row = corpus.rows[at]
    base = row.en
    if rng.random() >= 0.7:
        base = reword(row.en, row.ja, rng, corpus.know) or row.en
    second = None
    if rng.random() < 0.85:
        second = reword(base, row.ja, rng, corpus.know, rng.choice((1, 1, 2, 3)))
    wrong: list[Example] = []
    if scarce:
        text = second if second and rng.random() < 0.3 else base
        if made := spoil(text, row.ja, rng, corpus.know, (scarce,)):
            wrong.append(of_rule(row, made))
    wanted = 2 if second else 3
    for _ in range(7):
        text = base if not second or rng.random() < 0.7 else second
        if one := one_wrong(corpus, at, text, rng):
            wrong.append(one)
        if len(wrong) >= wanted:
            break
    good = [Example(row.ja, each, 0.0) for each in (base, second) if each]
    return four([*good, *wrong], corpus.before(at, rng))


def by_contrast(corpus: Corpus, rng: random.Random) -> Group | None:
    """Two good pairs that differ in one word, crossed: both sides are fluent, two are wrong."""
    if not corpus.contrasts:
        return None
    first, second = (corpus.rows[at] for at in rng.choice(corpus.contrasts))
    words = [list(_WORD.finditer(row.en)) for row in (first, second)]
    if len(words[0]) != len(words[1]):
        return None
    differ = [(a, b) for a, b in zip(*words, strict=True) if a.group().lower() != b.group().lower()]
    if len(differ) != 1:
        return None
    ((a, b),) = differ
    is_pronoun = any(_PRONOUN.fullmatch(word.group()) for word in (a, b))
    if is_pronoun and not (_STATED.search(first.ja) and _STATED.search(second.ja)):
        return None
    return (
        Example(first.ja, first.en, 0.0),
        Example(second.ja, second.en, 0.0),
        Example(first.ja, second.en, 1.0, "contrast", None, (b.span(),)),
        Example(second.ja, first.en, 1.0, "contrast", None, (a.span(),)),
    )


def by_alternative(corpus: Corpus, rng: random.Random) -> Group | None:
    """Two translators' English of one Japanese, and each of them spoilt."""
    if not corpus.alternatives:
        return None
    at = rng.choice(list(corpus.alternatives))
    row, other = corpus.rows[at], corpus.rows[rng.choice(corpus.alternatives[at])]
    tried = (one_wrong(corpus, at, text, rng) for text in (row.en, other.en, other.en))
    wrong = [each for each in tried if each][:2]
    return four([Example(row.ja, row.en, 0.0), Example(row.ja, other.en, 0.0), *wrong])


def by_revision(corpus: Corpus, rng: random.Random) -> Group | None:
    """A reviser's English, what it was before, and the reviser's reworded or spoilt."""
    if not corpus.revisions:
        return None
    ja, before, after = rng.choice(corpus.revisions)
    made = spoil(after, ja, rng, corpus.know)
    other = reword(after, ja, rng, corpus.know)
    examples = [Example(ja, after, 0.0), Example(ja, before, 0.9, "human", None, None)]
    if made:
        examples.append(Example(ja, made.text, 1.0, made.kind, None, made.spans or ()))
    if other:
        examples.append(Example(ja, other, 0.0))
    while 2 < len(examples) < GROUP:
        examples.append(Example(ja, after, 0.0))
    return four(examples)


def by_term(corpus: Corpus, rng: random.Random) -> Group | None:
    """A dictionary term in a plain frame, with its glosses and with others'."""
    know = corpus.know
    if not know.glosses:
        return None
    term = rng.choice(list(know.glosses))
    glosses = [each for each in know.glosses[term] if each.isascii() and len(each) > 2]
    if not glosses or len(term) < 2:
        return None
    is_verb = glosses[0].startswith("to ")
    words = [_ARTICLE.sub("", each) for each in glosses[:3] if each.startswith("to ") == is_verb]
    ja_frame, en_frame = rng.choice(_VERB_FRAMES if is_verb else _NOUN_FRAMES)
    ja, place = ja_frame.format(term), en_frame.index("{}")
    allowed = know.allowed(ja)
    wrong: list[Example] = []
    for _ in range(6):
        word = _another_word(corpus, words[0], rng)
        if word.isascii() and not {word[:5].lower(), word.split()[-1][:5].lower()} & allowed:
            text = _capitalised(en_frame.format(word))
            spans = ((place, place + len(word)),)
            wrong.append(Example(ja, text, 1.0, "neighbour", None, spans))
        if len(wrong) == 2:
            break
    good = (_capitalised(en_frame.format(each)) for each in (words[0], rng.choice(words)))
    return four([*(Example(ja, text, 0.0) for text in good), *wrong])


def one_wrong(corpus: Corpus, at: int, en: str, rng: random.Random) -> Example | None:
    """A wrong example of a row with the English `en`, by one of the makers."""
    row, chance = corpus.rows[at], rng.random()
    if chance < 0.13:
        made = spoil_ja(row.ja, row.en, rng, corpus.other(at, rng).ja)
        if not made:
            return None
        lost: tuple[()] | None = () if made.kind == "omission" else None
        return Example(made.text, en, 1.0, made.kind, made.spans, lost)
    if chance < 0.19:
        made = add_clause(en, row.ja, rng, corpus.other(at, rng).en)
        return Example(row.ja, made.text, 1.0, "addition", (), made.spans) if made else None
    if chance < 0.205:
        far = corpus.other(at, rng)
        is_other = far.ja != row.ja and far.en != row.en
        return Example(row.ja, far.en, 1.0, "foreign", None, None) if is_other else None
    made = spoil(en, row.ja, rng, corpus.know)
    twice = made if made and made.spans and rng.random() < 0.06 else None
    if twice and (again := spoil(twice.text, row.ja, rng, corpus.know)):
        return Example(row.ja, again.text, 1.0, again.kind, None, None)
    return of_rule(row, made) if made else None


def of_rule(row: Row, made: Spoilt) -> Example:
    """An example of a spoilt English, with what is known of the words of both sides."""
    spans: tuple[tuple[int, int], ...] | None = made.spans
    if made.kind in _CUT and not made.spans:
        spans = ()
    elif made.kind in _WHOLE and made.spans:
        start, end = made.spans[0]
        spans = made.spans if end - start < _LONGEST_SPAN else None
    unsaid: tuple[()] | None = () if made.kind == "addition" else None
    return Example(row.ja, made.text, 1.0, made.kind, unsaid, spans)


def four(examples: Sequence[Example], before: tuple[str, str] = ("", "")) -> Group | None:
    """A group of four after one sentence; None for fewer. One's own sentence before stays."""
    if len(examples) != GROUP:
        return None
    if not before[0]:
        return tuple(examples)
    return tuple(
        each if each.before_ja else replace(each, before_ja=before[0], before_en=before[1])
        for each in examples
    )


def _another_word(corpus: Corpus, word: str, rng: random.Random) -> str:
    know = corpus.know
    near: list[str] = [*know.neighbours.get(word, ()), *know.mined.get(word, ())]
    if near and rng.random() < 0.6:
        return rng.choice(near)
    glosses = know.glosses[rng.choice(list(know.glosses))]
    return _ARTICLE.sub("", str(rng.choice(glosses)))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
