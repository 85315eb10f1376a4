"""A preposition or conjunction for another; cause and effect exchanged."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import exchanged, lower_first, phrase_rule, upper_first
from benchmarks.meaning.maker.kinds import Knowledge, Spoilt

relation = phrase_rule("relation", lx.table(lx.words_of("relation")))


_BECAUSE = re.compile(
    r"^(?!However|But|And|So\b)([^.!?;]{8,120}?)(?:,? (?=because|since|so that)|, "
    r"(?=so|there|and)) ?(because|since|so that|so|therefore|and therefore|and so|"
    r"as a result) (?!of\b|much\b|many\b|far\b)([^.!?;]{6,120}?)([.!?]?)$"
)


_BECAUSE_HEAD = re.compile(r"^(Because|Since|As) ([^,]{8,100}), (.{8,120}?)([.!?]?)$")


_BECAUSE_OF = re.compile(
    r"\b(because of|due to|owing to|thanks to|as a result of|caused by|resulting "
    r"from|led to|caused|resulted in|brought about|causes|cause of|result of)\b"
)


_CAUSE_WORDS = {
    "because of": ["in spite of", "and caused", "regardless of"],
    "due to": ["despite", "leading to"],
    "owing to": ["despite"],
    "thanks to": ["despite"],
    "as a result of": ["as a cause of", "despite"],
    "caused by": ["the cause of", "unrelated to"],
    "resulting from": ["resulting in"],
    "led to": ["resulted from", "prevented"],
    "caused": ["was caused by", "prevented"],
    "resulted in": ["resulted from"],
    "brought about": ["was brought about by"],
    "causes": ["is caused by", "prevents"],
    "cause of": ["result of"],
    "result of": ["cause of"],
}


def cause(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """Cause and effect exchanged, or the link made another."""
    if not re.search(
        "から|ので|ため|為|よって|によ|ゆえ|せい|おかげ|原因|理由|て、|もたら|引き起", ja
    ):
        return None
    m = _BECAUSE.match(en)
    if m:
        a, link, b, end = m.groups()
        if rng.random() < 0.7:
            comma = "" if link in ("because", "since") else ","
            text = f"{upper_first(b)}{comma} {link} {lower_first(a)}{end}"
            return Spoilt(text, "cause", ((0, len(text)),))
        new = rng.choice(
            {"because": ["although", "so", "even though"], "since": ["although"]}.get(
                link, ["because", "although"]
            )
        )
        return exchanged(en, m.start(2), m.end(2), new, "cause")
    m = _BECAUSE_HEAD.match(en)
    if m:
        link, a, b, end = m.groups()
        if rng.random() < 0.6:
            text = f"{link} {lower_first(b)}, {a}{end}"
            return Spoilt(text, "cause", ((0, len(text)),))
        return exchanged(en, m.start(1), m.end(1), rng.choice(["Although", "Even though"]), "cause")
    found = list(_BECAUSE_OF.finditer(en))
    if found:
        m = rng.choice(found)
        return exchanged(en, m.start(), m.end(), rng.choice(_CAUSE_WORDS[m.group()]), "cause")
    return None
