"""Names that a document teaches by itself: the English spells them as the Japanese reads."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from alignbench.checks.names.names import SHORTEST, Name, cased, latin_words, proper_nouns
from alignbench.checks.pair import CheckedPair
from alignbench.language.romanisation import looks_japanese, plain_letters, spellings

_AGREED = 0.75
"""Share of a name's pairs that must have it by its reading: 日本 is Japan, not Nippon."""


def learned(pairs: Iterable[CheckedPair], least: int = 1) -> tuple[Name, ...]:
    """Names that `pairs` themselves render by their reading, `least` times or more.

    The spelling that stands most often comes first and is the one proposed.
    """
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    pairs_with: Counter[str] = Counter()
    others: list[CheckedPair] = []
    for pair in pairs:
        written = may_be_names(pair.en)
        if not written:
            others.append(pair)
            continue
        nouns = {(noun.surface, noun.reading): noun for noun in proper_nouns(pair)}
        pairs_with.update({surface for surface, _ in nouns})
        for noun in nouns.values():
            for form in spellings(noun.reading) & written.keys():
                counted[noun.surface, noun.reading][cased(written[form])] += 1
    taught = re.compile("|".join({re.escape(surface) for surface, _ in counted}) or r"(?!)")
    for pair in others:  # parsing costs most of all this: only pairs with such a name need it
        if taught.search(pair.ja):
            pairs_with.update({noun.surface for noun in proper_nouns(pair)})
    return tuple(
        Name(ja, reading, (forms.most_common(1)[0][0],), sure=False)
        for (ja, reading), forms in _best_reading(counted)
        if sum(forms.values()) >= max(least, _AGREED * pairs_with[ja])
    )


def may_be_names(en: str) -> dict[str, str]:
    """Words with a capital that may be Japanese names, by their plain letters."""
    written = ((plain_letters(word), word) for word in latin_words(en) if word[0].isupper())
    return {plain: word for plain, word in written if _is_name_like(plain)}


@lru_cache(maxsize=8192)
def _is_name_like(plain: str) -> bool:
    return len(plain) >= SHORTEST and ("cch" in plain or looks_japanese(plain))


def _best_reading(
    counted: dict[tuple[str, str], Counter[str]],
) -> Iterator[tuple[tuple[str, str], Counter[str]]]:
    """One reading for each Japanese form: the one most often written."""
    best: dict[str, tuple[str, Counter[str]]] = {}
    for (ja, reading), forms in counted.items():
        if ja not in best or sum(forms.values()) > sum(best[ja][1].values()):
            best[ja] = (reading, forms)
    for ja, (reading, forms) in best.items():
        yield (ja, reading), forms
