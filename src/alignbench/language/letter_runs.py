"""Four letters in a row that words of a Hunspell dictionary have, its inflected forms included.

Hunspell takes long to say that it does not know a string; of strings made at random most have a
run of letters that no word has, which is told at once.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

START, END = "^", "$"
_RUN = 4
_Affixes = dict[str, list[tuple[str, str]]]
"""What is taken off and what is put in its place, by the flag that lets a word have it."""


class LetterRuns:
    """The runs of a dictionary, the beginning and the end of a word counted as letters."""

    def __init__(self, name: str) -> None:
        """Of a dictionary of the package `hunspell`. Raises OSError if it is not there."""
        folder = files("hunspell").joinpath("dictionaries")
        prefixes, suffixes = _affixes(folder.joinpath(f"{name}.aff").read_text("iso8859-1"))
        self._known: set[str] = set()
        heads: set[tuple[str, str]] = set()
        tails: set[tuple[str, str]] = set()
        for line in folder.joinpath(f"{name}.dic").read_text("iso8859-1").splitlines()[1:]:
            written, _, flags = line.partition("/")
            word = f"{START}{written.lower()}"
            self._known.update(_runs(f"{word}{END}"))
            for flag in flags:
                heads.add((word[1 : 1 + _RUN], flag))
                tails.add((word[-_RUN - 2 :], flag))
            if len(written) < _RUN:  # what stands before it and behind it meet in one run
                heads.update(_with_suffixes(written.lower(), flags, suffixes))
        for head, flag in heads:
            for _, put in prefixes.get(flag, ()):
                self._known.update(_runs(f"{START}{put}{head}"))
        for tail, flag in tails:
            for taken, put in suffixes.get(flag, ()):
                rest = tail.removesuffix(taken)[-_RUN + 1 :]
                self._known.update(_runs(f"{rest}{put}{END}"))

    def may_have(self, word: str) -> bool:
        """Whether a word in lower case can be one of the dictionary's."""
        known, text = self._known, f"{START}{word}{END}"
        return all(text[at : at + _RUN] in known for at in range(len(text) - _RUN + 1))


def _with_suffixes(word: str, flags: str, suffixes: "_Affixes") -> Iterator[tuple[str, str]]:
    """A word with each suffix that it may have, and each flag that may give it a prefix."""
    for suffix in flags:
        for taken, put in suffixes.get(suffix, ()):
            yield from ((word.removesuffix(taken) + put, flag) for flag in flags)


def _runs(text: str) -> Iterator[str]:
    return (text[at : at + _RUN] for at in range(len(text) - _RUN + 1))


def _affixes(rules: str) -> tuple[_Affixes, _Affixes]:
    """Prefixes and suffixes. On which letters they depend is left aside: more is let pass."""
    prefixes: _Affixes = defaultdict(list)
    suffixes: _Affixes = defaultdict(list)
    for line in rules.splitlines():
        kind, *given = line.split() or [""]
        if kind in ("PFX", "SFX") and len(given) > 3:
            flag, taken, put = given[:3]
            kept = prefixes if kind == "PFX" else suffixes
            kept[flag].append((taken.replace("0", ""), put.replace("0", "")))
    return prefixes, suffixes
