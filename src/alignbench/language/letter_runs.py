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
        lines = folder.joinpath(f"{name}.dic").read_text("iso8859-1").split("\n")[1:]
        parted = [line.rstrip("\r").partition("/") for line in lines]
        words = "".join(f"{START}{word}{END}" for word, _, _ in parted).lower()
        self._known = {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
        ends = {(f"{START}{word}"[-_RUN - 2 :].lower(), flags) for word, _, flags in parted}
        for end, flags in ends:
            for taken, put in (each for flag in flags for each in suffixes.get(flag, ())):
                rest = end.removesuffix(taken)[-_RUN + 1 :]
                self._known.update(_runs(f"{rest}{put}{END}"))
        before = frozenset(prefixes)
        for word, _, flags in parted:
            if before.isdisjoint(flags):
                continue
            forms = {word.lower()[:_RUN]}
            if len(word) < _RUN:  # what stands before it and behind it meet in one run
                forms.update(_with_suffixes(word.lower(), flags, suffixes))
            for form in forms:
                for _, put in (each for flag in flags for each in prefixes.get(flag, ())):
                    self._known.update(_runs(f"{START}{put}{form}"))

    def may_have(self, word: str) -> bool:
        """Whether a word in lower case can be one of the dictionary's."""
        known, text = self._known, f"{START}{word}{END}"
        return all(text[at : at + _RUN] in known for at in range(len(text) - _RUN + 1))


def _with_suffixes(word: str, flags: str, suffixes: "_Affixes") -> Iterator[str]:
    """A word with each suffix that it may have."""
    for suffix in flags:
        for taken, put in suffixes.get(suffix, ()):
            yield word.removesuffix(taken) + put


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
