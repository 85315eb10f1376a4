"""Why a candidate may answer a link: one line for people. Pure."""

from collections.abc import Iterable, Sequence

from alignbench.domain.links import Candidate
from alignbench.domain.text import Document, Side
from alignbench.language.keys import keys

SHOWN = 2
"""Values named at most."""
SHORT, LONG = 0.6, 1.6
"""English characters against what the document leads one to expect: outside, worth a word."""
TELLING = 30
"""English characters from which on a length says anything."""


class Reasons:
    """Words for the candidates of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        ja, en = (self._length(side, range(len(document.side(side).segments))) for side in SIDES)
        self._ratio = en / ja if ja else 1.0

    def reason(self, candidate: Candidate) -> str:
        """Shared and missing values, likeness, lengths: `same 65 20, meaning .74, length fits`."""
        if not candidate.ja or not candidate.en:
            return ""
        ja, en = self._keys("ja", candidate.ja), self._keys("en", candidate.en)
        same = _names(ja & en)
        months = {f"n:{key[2:]}" for key in en if key.startswith("m:")}
        lost = _names(key for key in ja - en - months if key.startswith("n:"))
        words = [f"same {_some(same)}"] if same else []
        words += [f"without {_some(lost)}"] if lost else []
        words += [f"meaning {max(candidate.similarity, 0.0):.2f}".replace("0.", ".")]
        return ", ".join([*words, *self._fit(candidate)])

    def _fit(self, candidate: Candidate) -> list[str]:
        expected = self._length("ja", candidate.ja) * self._ratio
        share = self._length("en", candidate.en) / expected if expected else 1.0
        if expected < TELLING:
            return []
        if share < SHORT:
            return ["too short"]
        return ["too long"] if share > LONG else ["length fits"]

    def _keys(self, side: Side, run: Iterable[int]) -> set[str]:
        segments = self._document.side(side).segments
        return {key for at in run for key in keys(segments[at].view, side)}

    def _length(self, side: Side, run: Iterable[int]) -> int:
        segments = self._document.side(side).segments
        return sum(len(segments[at].view) for at in run)


SIDES: tuple[Side, Side] = ("ja", "en")


def _names(found: Iterable[str]) -> list[str]:
    """Numbers and Latin words as people write them, numbers first; sounds are not readable."""
    split = [key.split(":", 1) for key in found]
    numbers = sorted(
        (name for kind, name in split if kind == "n"), key=lambda name: (len(name), name)
    )
    words = sorted(name for kind, name in split if kind == "w")
    return [*numbers, *(word.upper() if len(word) < 6 else word.title() for word in words)]


def _some(names: Sequence[str]) -> str:
    return " ".join(names[:SHOWN])
