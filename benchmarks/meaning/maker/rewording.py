"""The same said in other words: what the reader must not take for an error."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import (
    any_phrase_of,
    exchanged,
    lower_first,
    upper_first,
    with_case_of,
)
from benchmarks.meaning.maker.kinds import Knowledge
from benchmarks.meaning.maker.quantities import NUMBER_WORDS, THAN

_SYN = lx.pairs(lx.words_of("synonyms"), both=False)


_HARMLESS = [line.rsplit("|", 1) for line in lx.words_of("harmless_phrases").strip().splitlines()]


_HARMLESS_PATTERN = re.compile("|".join(f"({a})" for a, _ in _HARMLESS))


_SYN_FULL = {**_SYN, **{k[:1].upper() + k[1:]: v for k, v in _SYN.items() if k != "may"}}


_SYN_PATTERN = any_phrase_of(_SYN_FULL)


_DIGITS = {str(i): w for i, w in enumerate(NUMBER_WORDS[:12], 1)}


_CONVERSE = {
    "bigger": "smaller",
    "larger": "smaller",
    "older": "younger",
    "taller": "shorter",
    "higher": "lower",
    "faster": "slower",
    "better": "worse",
    "heavier": "lighter",
    "longer": "shorter",
    "younger": "older",
    "smaller": "larger",
    "stronger": "weaker",
    "earlier": "later",
    "richer": "poorer",
}


def _order(en: str, rng: random.Random) -> str | None:
    """The clauses in the other order: 'If A, B' as 'B if A'."""
    m = re.match(
        (
            r"^(If|When|Because|Although|Unless|Since|While|After|Before|As soon as|Though|"
            r"Once|Until) ([^,]{5,90}), ([^,]{5,120}?)([.!?]?)$"
        ),
        en,
    )
    if m:
        return f"{upper_first(m.group(3))} {m.group(1).lower()} {m.group(2)}{m.group(4)}"
    m = re.match(
        (
            r"^([^,]{8,120}?) (if|when|because|although|unless|while|after|before|as soon "
            r"as|though|once|until) ([^,]{5,90}?)([.!?]?)$"
        ),
        en,
    )
    if (
        m
        and re.match(
            r"(?:I|you|he|she|it|we|they|the|a|this|that|there|his|her|my|your|[A-Z])", m.group(3)
        )
        and en[-1:] != "?"
    ):
        return f"{upper_first(m.group(2))} {m.group(3)}, {lower_first(m.group(1))}{m.group(4)}"
    m = re.match(
        (
            r"^(In|On|At|During|Yesterday|Today|Last \w+|Every \w+|This \w+) ?([^,]{0,40}), "
            r"([^,]{8,150}?)\.$"
        ),
        en,
    )
    if m:
        head = m.group(1)[:1].lower() + m.group(1)[1:]
        return f"{upper_first(m.group(3))} {head} {m.group(2)}".rstrip() + "."
    m = re.match(r"^(.{8,120}?),? because (?!of\b)(.{6,120}?)([.])$", en)
    if m:
        return f"{upper_first(m.group(2))}, so {lower_first(m.group(1))}."
    m = re.match(r"^(.{8,120}?), so (?!that\b)(.{6,120}?)([.])$", en)
    if m:
        return f"{upper_first(m.group(2))} because {lower_first(m.group(1))}."
    return None


def _turn(en: str, rng: random.Random) -> str | None:
    """The same from the other side: 'A is older than B' as 'B is younger than A', passives."""
    m = THAN.match(en)
    if m:
        word = next((w for w in m.group(3).split() if w in _CONVERSE), None)
        if word and m.group(2) in {"is", "was"}:
            first = {"me": "I", "him": "he", "her": "she"}.get(m.group(4), m.group(4))
            if first in {"I", "we", "they", "you"}:
                return None
            second = {"I": "me", "He": "him", "She": "her"}.get(m.group(1), lower_first(m.group(1)))
            turned = m.group(3).replace(word, _CONVERSE[word])
            return f"{upper_first(first)} {m.group(2)} {turned} than {second}{en[m.start(5) :]}"
    m = re.match(
        (
            r"^((?:The|A|This|His|Her|My|[A-Z]\w+)(?: [\w'-]+){0,3}) (was|is) (\w+(?:ed|en|"
            r"wn|ld|ght|de)) by ((?:the |a |his |her |my )?[\w'-]+(?: [\w'-]+)?)( (?:in|on|"
            r"at)\b[^,.]*)?\.$"
        ),
        en,
    )
    if m and m.group(3) in lx.VERBS:
        base = lx.VERBS[m.group(3)][0]
        agent = m.group(4)
        agent = {"me": "I", "him": "he", "her": "she", "them": "they", "us": "we"}.get(agent, agent)
        verb = lx.inflect(base, "past" if m.group(2) == "was" else "third")
        return f"{upper_first(agent)} {verb} {lower_first(m.group(1))}{m.group(5) or ''}."
    m = re.match(
        (
            r"^((?:The|A|This|His|Her|My|[A-Z]\w+|He|She|They|I|We)(?: [a-z]+){0,2}) (\w+) "
            r"((?:the|a|an|this|his|her|my) (?:[a-z]+ )?[a-z]+)( (?:in|on|at|last|"
            r"yesterday)\b[^,.]*)?\.$"
        ),
        en,
    )
    if (
        m
        and lx.VERBS.get(m.group(2), ("", ""))[1] == "past"
        and lx.VERBS[m.group(2)][0]
        not in {"have", "go", "be", "become", "come", "die", "live", "say", "want", "seem"}
    ):
        base = lx.VERBS[m.group(2)][0]
        part = next(
            (f for f, (b, k) in lx.VERBS.items() if b == base and k == "part"),
            lx.inflect(base, "past"),
        )
        agent = {"He": "him", "She": "her", "They": "them", "I": "me", "We": "us"}.get(
            m.group(1), lower_first(m.group(1))
        )
        return f"{upper_first(m.group(3))} was {part} by {agent}{m.group(4) or ''}."
    m = re.match(
        (
            r"^(\w+(?: \w+)?) (gave|sold|lent|told|showed|sent|taught) (him|her|me|us|them|"
            r"[A-Z]\w+) ((?:a|an|the|his|her|my|some) [\w' -]+?)([.,].*)$"
        ),
        en,
    )
    if m:
        return f"{m.group(1)} {m.group(2)} {m.group(4)} to {m.group(3)}{m.group(5)}"
    m = re.match(
        r"^((?:The|A|His|Her|My|[A-Z]\w+|He|She)(?: [a-z]+)?) said,? \"(.+?)[.,]?\"\.?$", en
    )
    if m:
        return f'"{m.group(2)}," said {lower_first(m.group(1))}.'
    m = re.match(r"^According to ([^,]+), (.+)\.$", en)
    if m:
        return f"{upper_first(m.group(2))}, according to {m.group(1)}."
    m = re.match(
        r"^There (is|are|was|were) (.+?) (in|on|at) ((?:the|this|my|his|her|our) [\w' -]+)\.$", en
    )
    if m:
        return f"{upper_first(m.group(3))} {m.group(4)} there {m.group(1)} {m.group(2)}."
    return None


def reword(en: str, ja: str, rng: random.Random, know: Knowledge, times: int = 1) -> str | None:
    """The English said in other words with the same meaning; None where no rewording applies."""
    text, done = en, 0
    for _ in range(times + 2):
        u = rng.random()
        new: str | None = None
        if u < 0.22:
            new = _order(text, rng)
        elif u < 0.40:
            new = _turn(text, rng)
        if new is None and u < 0.72:
            found = list(_SYN_PATTERN.finditer(text))
            if found:
                m = rng.choice(found)
                put = exchanged(
                    text,
                    m.start(),
                    m.end(),
                    with_case_of(m.group(), rng.choice(_SYN_FULL[m.group()])),
                    "right",
                )
                new = put.text
        if new is None:
            found = list(_HARMLESS_PATTERN.finditer(text))
            if found:
                m = rng.choice(found)
                new = text[: m.start()] + _HARMLESS[(m.lastindex or 1) - 1][1] + text[m.end() :]
        if new is None and rng.random() < 0.5:
            digit = re.search(r"(?<![\d.,])\b([1-9]|1[0-2])\b(?![\d.,:%])", text)
            if digit and not re.search(r"[A-Z]\w* $", text[: digit.start()]):
                new = text[: digit.start()] + _DIGITS[digit.group(1)] + text[digit.end() :]
        if new and new != text:
            text, done = new, done + 1
            if done >= times:
                break
    return text if done else None
