"""Whether an English word is spelled as a dictionary has it, and what it was probably meant to be.

The dictionary is Hunspell's American one. British spellings are known by rule and by the table of
words that the two spell differently.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import Any

from alignbench.language.letter_runs import LetterRuns

_SHORTEST_PART = 3
_BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=\Z|s|ed|ing|er|ful|less|able|ite|abl|hood|y\b|i)", "or"),
        (r"is(?=e\Z|ed\Z|es\Z|er\Z|ers\Z|ing\Z|abl[ey]\Z|ation|ability)", "iz"),
        (r"ys(?=e\Z|ed\Z|es\Z|ers?\Z|ing\Z)", "yz"),
        (r"(?<=[bcgthv])re(?=\Z|s\Z|d\Z|goer|glass|piece)", "er"),
        (r"ll(?=ed\Z|ing\Z|ers?\Z|ors?\Z|ous|ist|y\Z|ery\Z|ens?\Z)", "l"),
        (r"l(?=ments?\Z|ful|s?\Z)", "ll"),
        (r"kilful", "killful"),
        (r"ogue", "og"),
        (r"ence(?=\Z|s\Z|less)", "ense"),
        (r"(?:ae|oe)", "e"),
        (r"oeuv", "euv"),
        (r"oeuvr(?=ed|ing|able|abil)", "euver"),
        (r"ey(?=\Z|s\Z|ing|ed|ish)", "ay"),
        (r"mme(?=\Z|s\Z)", "m"),
        (r"ou(?=ld|lt)", "o"),
        (r"que(?=\Z|s\Z|d\Z)", "ck"),
        (r"pp(?=ed\Z|ing\Z|er)", "p"),
        (r"tyre", "tire"),
        (r"pyjama", "pajama"),
        (r"aluminium", "aluminum"),
        (r"mould", "mold"),
        (r"plough", "plow"),
        (r"moustache", "mustache"),
        (r"sceptic", "skeptic"),
        (r"kerb", "curb"),
        (r"(?<=[dm])gement", "gment"),
        (r"eable", "able"),
        (r"(?<=practi)s", "c"),
        (r"sulph", "sulf"),
        (r"artefact", "artifact"),
        (r"\Aenquir", "inquir"),
        (r"\Adraught", "draft"),
        (r"\Aaeroplan", "airplan"),
        (r"\Acos(?=y\Z|i)", "coz"),
        (r"\Astorey(?=s?\Z)", "story"),
        (r"\Astoreyed", "storied"),
        (r"yoghurt", "yogurt"),
        (r"x(?=ion)", "ct"),
        (r"t\Z", "ed"),
        (r"st\Z", ""),
    )
)
_ENDINGS = frozenset(
    {
        "able",
        "ant",
        "ally",
        "full",
        "ism",
        "ions",
        "ion",
        "ten",
        "ting",
        "mans",
        "mens",
        "red",
        "tor",
    }
)
"""Words that are no second half of a compound but an ending after a slip: visable."""
_PARTS = """
    air all any arm art ash axe bad bag bar bat bay bed bee big bit bow box boy bud bug bus buy
    can cap car cat cow cup cut day den dew dog dot dry ear eel egg elk end eye fan far fat fig
    fir fit fly fog for fox fun fur gas gem gun gut hat hay hen her him hip hit hog hot how hub
    ice ill ink ivy jam jar jaw jet job joy keg key kid kit lab lap law leg lid lip log lot low
    man map mat max may men mid mix mob mop mud mug nap net new nor not now nut oak oar oat off
    oil old one our out owl own pad pan paw pay pea pen pet pie pig pin pit pop pot pre pub rag
    ram rat raw red rib rig rim rip rod row rub rug rum run rye saw sea set she shy six sky sly
    son soy spa sty sub sum sun tab tan tap tar tax tea ten the tie tin tip toe top tow toy try
    tub tug two use van vat war wax way web wet who wig win wit yes you zip zoo
"""
_SHORT_PARTS = frozenset(_PARTS.split())
"""Words of three letters that compounds are made of."""
_BESIDE_ON_KEYBOARD = {
    "a": "s", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o",
    "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc",
    "y": "tu", "z": "x",
}  # fmt: skip
"""Keys left and right of a letter's."""
_SOUND_ALIKE = (("c", "s"), ("s", "c"), ("s", "z"), ("z", "s"), ("k", "c"), ("c", "k"), ("g", "j"),
                ("j", "g"), ("i", "y"), ("y", "i"), ("m", "n"), ("n", "m"))  # fmt: skip
_VOWELS = "aeiou"
_SHORTEST_OPEN = 6
"""Letters from which a letter left out or one too many tells what was meant."""


_DICTIONARY = "en_US"


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    """Hunspell with its American dictionary; None where it is not installed for this machine."""
    try:
        import hunspell
    except ImportError:
        return None
    return hunspell.Hunspell(_DICTIONARY)


def has_dictionary() -> bool:
    """Whether there is a dictionary to ask; without one every word passes for English."""
    return _dictionary() is not None


@lru_cache(maxsize=16_384)
def is_word(word: str) -> bool:
    """Whether lower-case `word` is in the dictionary itself."""
    dictionary = _dictionary()
    return dictionary is None or bool(dictionary.spell(word))


@lru_cache(maxsize=16_384)
def is_english(word: str) -> bool:
    """Whether lower-case `word` is in the dictionary, in American or British spelling.

    A compound of two words written as one is, too (candyfloss, namespace); of words of three
    letters only those that make compounds count, or most slips would be two words (pro-ram).
    """
    dictionary = _dictionary()
    if dictionary is None or dictionary.spell(word) or dictionary.spell(word.capitalize()):
        return True
    if any(map(dictionary.spell, _american(word))):
        return True
    return any(
        _is_part(word[:at]) and _is_part(word[at:]) and word[at:] not in _ENDINGS
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_part(word: str) -> bool:
    """Whether a word is one that compounds are made of."""
    return word in _SHORT_PARTS if len(word) == _SHORTEST_PART else is_word(word)


def _american(word: str) -> Iterator[str]:
    """What `word` is in American spelling, if it differs from it by one rule or by two."""
    once = {british.sub(american, word) for british, american in _BRITISH} - {word}
    yield from once
    for changed in once:
        for british, american in _BRITISH:
            twice = british.sub(american, changed)
            if twice not in (changed, word):
                yield twice


@lru_cache(maxsize=10_000)
def meant(word: str) -> str | None:
    """The one word of the dictionary that lower-case `word` is a slip of the hand away from.

    Slips are two letters exchanged, a letter doubled or single, a vowel for another, a key
    hit beside, a letter left out or one too many, in this order. None where no such word is known.
    """
    dictionary = _dictionary()
    if dictionary is None:
        return None
    may_be = _may_be_a_word() if meant.cache_info().misses > _ASKED_AT_ONCE else _anything
    return next((slip for slip in _slips(word) if may_be(slip) and dictionary.spell(slip)), None)


_ASKED_AT_ONCE = 250
"""Words for which Hunspell alone takes less time than it takes to know its runs of letters."""


def _anything(_: str) -> bool:
    return True


@lru_cache(maxsize=1)
def _may_be_a_word() -> Callable[[str], bool]:
    """Tells what the dictionary surely does not have."""
    try:
        return LetterRuns(_DICTIONARY).may_have
    except OSError:  # it is elsewhere on this machine
        return _anything


def _slips(word: str) -> Iterator[str]:
    """Words that a hand may have meant by `word`, the likeliest first."""
    for at, (one, two) in enumerate(pairwise(word)):
        if one != two:
            yield word[:at] + two + one + word[at + 2 :]
    single, double = list(_singled(word)), list(_doubled(word))
    yield from (*single, *double)
    for once in single:
        yield from _doubled(once)
    for once in double:
        yield from _doubled(once)
    for at, letter in enumerate(word):
        if letter in _VOWELS:
            yield from (word[:at] + other + word[at + 1 :] for other in _VOWELS if other != letter)
    if len(word) < _SHORTEST_OPEN:
        return
    for at, letter in enumerate(word):
        yield from (
            word[:at] + other + word[at + 1 :] for one, other in _SOUND_ALIKE if one == letter
        )
    for at in range(1, len(word)):
        hit = _BESIDE_ON_KEYBOARD.get(word[at], "")
        yield from (word[:at] + other + word[at + 1 :] for other in hit)
    for at in range(1, len(word) + 1):
        yield from (word[:at] + letter + word[at:] for letter in ascii_lowercase)
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _singled(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word) - 1) if word[at] == word[at + 1])


def _doubled(word: str) -> Iterator[str]:
    return (word[:at] + word[at] + word[at:] for at in range(1, len(word)))
