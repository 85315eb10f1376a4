"""Errors made on the Japanese side, so that good English does not say it."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.kinds import Spoilt

_JA_SWAP = lx.pairs(lx.words_of("ja_swaps"), both=False)


_JA_PATTERN = re.compile("|".join(re.escape(k) for k in sorted(_JA_SWAP, key=len, reverse=True)))


def spoil_ja(ja: str, en: str, rng: random.Random, other: str) -> Spoilt | None:
    """An error made on the Japanese side, so that good English does not say it.

    A word exchanged (its Japanese is unsaid), a clause of another sentence put in (omission), or
    a clause taken out (the English adds).
    """
    u = rng.random()
    if u < 0.52:
        found = list(_JA_PATTERN.finditer(ja))
        found += list(re.finditer(r"[0-9０-９]+", ja)) if rng.random() < 0.15 else []
        if found:
            m = rng.choice(found)
            if m.group()[0] in "0123456789０１２３４５６７８９":
                new = str(rng.randrange(1, 10 ** min(4, len(m.group()))))
                kind = "number"
            else:
                new = rng.choice(_JA_SWAP[m.group()])
                kind = "opposite"
            if new == m.group():
                return None
            return Spoilt(
                ja[: m.start()] + new + ja[m.end() :], kind, ((m.start(), m.start() + len(new)),)
            )
    if u < 0.8:
        parts = list(re.findall(r"[^、。]{3,25}、", other))
        if parts:
            part = rng.choice(parts)
            spots = [0] + [m.end() for m in re.finditer("、", ja)]
            at = rng.choice(spots)
            return Spoilt(ja[:at] + part + ja[at:], "omission", ((at, at + len(part) - 1),))
    parts = list(re.finditer(r"(?:^|(?<=、))[^、。]{4,40}、", ja))
    if parts and len(ja) > 18:
        m = rng.choice(parts)
        text = ja[: m.start()] + ja[m.end() :]
        if len(text) >= 6:
            return Spoilt(text, "addition")
    return None
