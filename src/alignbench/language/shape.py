"""What a sentence looks like apart from its words: how long it is, and how it is cut.

A heading and the sentence that explains it share their words; their lengths tell them apart. What
length answers what length is learned, so either language has its own features.
"""

import math
import re

from alignbench.domain.text import Side

_STEPS = 3
"""Lengths told apart between one and its double."""
_MOST = 9
_STOP = re.compile(r"[。.!?！？]+(?:\Z|(?<=[。！？])|(?=\s))")
_COMMA = re.compile(r"[、,]")


def shape(text: str, side: Side) -> tuple[str, ...]:
    """The features of NFKC `text`: its length in characters, its stops and commas, a last stop.

    `q:jl20` is a Japanese length of about a hundred characters, `q:ec2` two English commas,
    `q:s1` one stop in either language, `p:.` a full stop at the end.
    """
    language = side[0]
    length = round(_STEPS * math.log2(len(text) + 1))
    found = (
        f"q:{language}l{length}",
        f"q:{language}c{min(len(_COMMA.findall(text)), _MOST)}",
        f"q:s{min(len(_STOP.findall(text)), _MOST)}",
    )
    return (*found, "p:.") if text.rstrip()[-1:] in (".", "。") else found
