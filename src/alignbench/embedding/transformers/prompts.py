"""What goes before each text: as the model's own files say, or as its family is known to need.

Finding translations is a symmetric task, so both languages get the same prompt.
"""

import re
from collections.abc import Mapping
from pathlib import Path

TASK = "Retrieve parallel sentences."
"""What instructed models are told in the bitext mining tasks of MTEB, their benchmark."""

_SYMMETRIC = ("bitextmining", "bitext", "sts", "similarity")
_DOCUMENT = ("document", "passage", "corpus")
_INSTRUCTED = re.compile(r"Instruct: .*?(\n *Query: ?)", re.DOTALL)

_FAMILIES = (
    # Their model cards: https://huggingface.co/intfloat/multilingual-e5-large-instruct,
    # https://huggingface.co/Qwen/Qwen3-Embedding-0.6B
    (re.compile(r"e5.*instruct|qwen3?-?embedding", re.IGNORECASE), f"Instruct: {TASK}\nQuery: "),
    # "Use 'query: ' prefix for symmetric tasks": https://huggingface.co/intfloat/multilingual-e5-large
    (re.compile(r"(^|[-_])e5[-_]", re.IGNORECASE), "query: "),
)


def prompt_for(name: str, prompts: Mapping[str, str], default: str | None = None) -> str:
    """The prompt of the model called `name` for finding translations; empty if it needs none.

    Args:
        name: the model's name or folder.
        prompts: the prompts in its own files, by task.
        default: the one that its files choose for texts of no task, if they do.
    """
    own = {re.sub(r"[^a-z]", "", task.lower()): prompt for task, prompt in prompts.items()}
    for task in _SYMMETRIC:
        if own.get(task):
            return own[task]
    query = own.get("query", "")
    if instructed := _INSTRUCTED.match(query):
        return f"Instruct: {TASK}{instructed[1]}"
    if default and prompts.get(default):
        return prompts[default]
    if query:
        # A prompt for queries alone is for searching; two sentences are then both documents.
        return query if any(own.get(task) for task in _DOCUMENT) else ""
    family = Path(name).name
    return next((prompt for sign, prompt in _FAMILIES if sign.search(family)), "")
