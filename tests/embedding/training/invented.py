"""Some hundred pairs of invented sentences, enough for a model of a few dimensions."""

import itertools
import random
from pathlib import Path

NOUNS = [
    ("犬", "dog"), ("猫", "cat"), ("鳥", "bird"), ("先生", "teacher"), ("医者", "doctor"),
    ("子供", "child"), ("船", "ship"), ("電車", "train"), ("川", "river"), ("社長", "president"),
]  # fmt: skip
VERBS = [
    ("走った", "ran"), ("眠った", "slept"), ("歌った", "sang"), ("止まった", "stopped"),
    ("消えた", "vanished"), ("笑った", "laughed"), ("待った", "waited"), ("帰った", "returned"),
]  # fmt: skip
TIMES = [("昨日", "yesterday"), ("今朝", "this morning"), ("三月", "in March"), ("夜", "at night")]


def sentences(seed: int = 0) -> list[tuple[str, str]]:
    """All 320 combinations, in an order that depends on `seed`."""
    pairs = [
        (f"{time[0]}、{noun[0]}が{verb[0]}。", f"The {noun[1]} {verb[1]} {time[1]}.")
        for noun, verb, time in itertools.product(NOUNS, VERBS, TIMES)
    ]
    random.Random(seed).shuffle(pairs)
    return pairs


def table(path: Path, pairs: list[tuple[str, str]], source: str = "invented") -> Path:
    """The pairs as a file."""
    path.write_text("".join(f"{source}\t{ja}\t{en}\n" for ja, en in pairs), encoding="utf-8")
    return path
