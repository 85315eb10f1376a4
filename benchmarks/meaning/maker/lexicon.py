"""Word lists of the rules, read from `lists/`, and the forms of English verbs.

A list has entries parted by space (or lines, where entries have spaces): `a/b` are exchanged both
ways, `a>b` one way, `_` stands for a space inside an entry.
"""

import re
from functools import cache
from pathlib import Path

LISTS = Path(__file__).parent / "lists"


@cache
def words_of(name: str) -> str:
    """The text of a list.

    Raises:
        FileNotFoundError: there is no list of this name.
    """
    return (LISTS / f"{name}.txt").read_text(encoding="utf-8")


def _forms() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Every known form of a verb, as (base, which form); and the past of a base."""
    forms: dict[str, tuple[str, str]] = {}
    past: dict[str, str] = {}

    def third(base: str) -> str:
        if re.search(r"(s|x|z|ch|sh|o)$", base):
            return base + "es"
        return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"

    def ing(base: str) -> str:
        if base.endswith("e") and not base.endswith("ee") and base != "be":
            return base[:-1] + "ing"
        double = base in {
            "begin",
            "run",
            "sit",
            "stop",
            "win",
            "cut",
            "get",
            "hit",
            "plan",
            "drop",
            "swim",
            "shut",
        }
        return base + (base[-1] if double else "") + "ing"

    for entry in words_of("irregular").split():
        base, simple, participle = entry.split(":")
        if base == "be":
            continue
        past[base] = simple
        for form, name in ((base, "base"), (third(base), "third"), (ing(base), "ing")):
            forms.setdefault(form, (base, name))
        forms.setdefault(simple, (base, "past"))
        forms.setdefault(participle, (base, "part"))
    for base in words_of("regular").split():
        if base.endswith("e"):
            simple = base + "d"
        elif re.search(r"[^aeiou]y$", base):
            simple = base[:-1] + "ied"
        else:
            simple = (
                base
                + (
                    base[-1]
                    if base in {"stop", "plan", "drop", "control", "prefer", "transfer"}
                    else ""
                )
                + "ed"
            )
        past[base] = simple
        for form, name in (
            (base, "base"),
            (third(base), "third"),
            (ing(base), "ing"),
            (simple, "past"),
        ):
            forms.setdefault(form, (base, name))
    return forms, past


VERBS, PAST = _forms()
"""VERBS: form -> (base, 'base'|'third'|'ing'|'past'|'part'); PAST: base -> simple past."""


def inflect(base: str, form: str) -> str:
    """The form of a verb: 'third', 'ing', 'past' or 'base'."""
    if form in {"past", "part"}:
        return PAST.get(base, base + ("d" if base.endswith("e") else "ed"))
    if form == "third":
        if re.search(r"(s|x|z|ch|sh|o)$", base):
            return base + "es"
        return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"
    if form == "ing":
        return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"
    return base


def table(text: str) -> dict[str, tuple[str, ...]]:
    """'a_b>c' entries as phrase -> replacements."""
    found: dict[str, list[str]] = {}
    for entry in text.split():
        left, right = entry.split(">", 1)
        found.setdefault(left.replace("_", " ").strip(), []).append(right.replace("_", " ").strip())
    return {left: tuple(right) for left, right in found.items()}


def pairs(text: str, both: bool = True) -> dict[str, tuple[str, ...]]:
    """'a/b' entries as word -> words, in both directions."""
    found: dict[str, list[str]] = {}
    for entry in text.split():
        left, right = (part.replace("_", " ") for part in entry.split("/", 1))
        found.setdefault(left, []).append(right)
        if both:
            found.setdefault(right, []).append(left)
    return {left: tuple(dict.fromkeys(right)) for left, right in found.items()}


def verb_opposites() -> dict[str, tuple[str, ...]]:
    """Opposite verbs in every form."""
    found: dict[str, list[str]] = {}
    for entry in words_of("verb_opposites").split():
        a, b = entry.split("/")
        for x, y in ((a, b), (b, a)):
            for form in ("base", "third", "ing", "past"):
                found.setdefault(inflect(x, form), []).append(inflect(y, form))
    return {left: tuple(dict.fromkeys(right)) for left, right in found.items()}


def sisters() -> dict[str, tuple[str, ...]]:
    """Co-hyponyms: each word of a line with the others of it."""
    found: dict[str, list[str]] = {}
    for line in words_of("sisters").strip().splitlines():
        row = line.split()
        for word in row:
            found.setdefault(word, []).extend(other for other in row if other != word)
    return {left: tuple(dict.fromkeys(right)) for left, right in found.items()}
