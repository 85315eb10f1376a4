"""Checks that do not fit a text: they fire so often that the check is the likelier fault."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alignbench.messages import Message, t

_FEWEST_PAIRS = 50
"""Pairs of a document below which a share says nothing."""
_FEWEST = 8
"""Pairs that a check must doubt at the least."""
_MOST = 0.05
"""Share of a document's pairs from which a check probably does not fit it."""
_TOLD_OF_THE_LINKS = frozenset(["cov.omission", "cov.addition", "user.regex", "term.glossary"])
"""What says how the document is, or what its owner asked for, however often it speaks."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A check, and how many of a document's pairs it doubts."""

    check: str
    pairs: int
    total: int

    def said(self) -> Message:
        """One line for people."""
        return t(
            "{check} doubts {pairs} of {total} pairs: it probably does not fit this text.",
            check=self.check,
            pairs=self.pairs,
            total=self.total,
        )

    def in_short(self) -> Message:
        """The same where there is little room, with what switches it off."""
        return t(
            '{check} probably does not fit this text; off = ["{check}"] in alignbench.toml',
            check=self.check,
        )

    def advice(self) -> Message:
        """How to switch it off."""
        return t(
            'Switch it off with `off = ["{check}"]` under [checks] in alignbench.toml, or --skip '
            "{check}.",
            check=self.check,
        )


def misfits(found: Iterable[tuple[int, str]], total: int) -> tuple[Misfit, ...]:
    """The checks that doubt too many of `total` pairs, the worst first.

    `found` gives the number of a pair and the id of a check for each finding that is no hint.
    """
    if total < _FEWEST_PAIRS:
        return ()
    counts = Counter(check for _, check in set(found))
    return tuple(
        Misfit(check, pairs, total)
        for check, pairs in counts.most_common()
        if pairs >= max(_FEWEST, _MOST * total) and check not in _TOLD_OF_THE_LINKS
    )
