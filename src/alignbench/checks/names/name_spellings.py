"""Whether a name is spelled in an English text: rightly, in part, or as what is near it."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from alignbench.checks.context import Context
from alignbench.checks.names.learned_names import learned
from alignbench.checks.names.names import Name, Names, accepted
from alignbench.checks.pair import CheckedPair
from alignbench.language.romanisation import looks_japanese, plain_letters

_SEEN = 3
"""Pairs that must agree on a name before a document without a registry holds to it."""
HABIT = 3
"""Places without its reading from which a name is rendered otherwise on purpose, and told once."""
_CLOSE, _CLOSE_TO_SURE = 0.8, 0.7
"""Likeness from which a word is a name misspelt; a reading given in ruby is no guess."""


def registry(pairs: Sequence[CheckedPair], context: Context) -> Names:
    """The project's names, and beside them those that the document itself renders alike."""
    known = context.names or Names()
    first = pairs[0] if pairs else CheckedPair("", "")
    return first.remember("names", lambda: known.beside(learned(pairs, _SEEN)))


def spelled_somewhere(pairs: Sequence[CheckedPair], names: Names) -> set[str]:
    """Japanese forms of names that the English spells by their reading in any pair."""
    found: set[str] = set()
    for pair in pairs:
        for _, name in names.found(pair):
            if name.ja not in found and inside(name, pair.en):
                found.add(name.ja)
    return found


def misspelt(plain: str, name: Name) -> bool:
    """Whether a word that is no spelling of `name` is meant to be one."""
    if len(plain) < 5 or plain in accepted(name):
        return False
    if plain[0] != name.en[0][0].lower() or not looks_japanese(plain):
        return False
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(plain)
    for form in accepted(name):
        matcher.set_seq1(form)
        enough = _CLOSE_TO_SURE if name.sure else _CLOSE
        if abs(len(form) - len(plain)) <= 2 and matcher.ratio() >= enough:
            return True
    return False


def inside(name: Name, en: str) -> bool:
    """Whether a spelling stands in `en` at all, as a part of a longer word too."""
    text = plain_letters(en)
    return any(
        form in text or form.replace(" ", "") in text or _of_a_house(form, text)
        for form in accepted(name)
    )


def _of_a_house(form: str, text: str) -> bool:
    """Whether a text has a name that no joins to a house apart, or what follows it: Yoritomo."""
    parts = _JOINED.fullmatch(form)
    return parts is not None and parts[2] in text


_JOINED = re.compile("([a-z]{4,}?)no([a-z]{5,})")
