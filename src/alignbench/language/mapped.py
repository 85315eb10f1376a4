"""Text seen through a change that remembers where each character came from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True)
class MappedText:
    """`text` as shown or compared; `offsets[i]` is where its character `i` stands in the source."""

    text: str
    offsets: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that `text[start:end]` stands for."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else self._end()
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1

    def slice(self, start: int, end: int) -> "MappedText":
        """The same view of `text[start:end]` alone."""
        return MappedText(self.text[start:end], self.offsets[start:end])

    def strip(self, characters: str) -> "MappedText":
        """Without `characters` at either end."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, max(start, len(self.text.rstrip(characters))))

    def rstrip(self, characters: str) -> "MappedText":
        """Without `characters` at the end."""
        return self.slice(0, len(self.text.rstrip(characters)))

    def map(self, change: Callable[[str], str]) -> "MappedText":
        """With each character replaced by `change` of it: none, one or several characters."""
        pieces = [(change(c), at) for c, at in zip(self.text, self.offsets, strict=True)]
        return MappedText(
            "".join(piece for piece, _ in pieces),
            tuple(at for piece, at in pieces for _ in piece),
        )

    def _end(self) -> int:
        return self.offsets[-1] + 1 if self.offsets else 0


def identity(text: str, base: int = 0) -> MappedText:
    """`text` as itself, its first character standing at `base`."""
    return MappedText(text, tuple(range(base, base + len(text))))


def without(text: MappedText, spans: Iterable[tuple[int, int]]) -> MappedText:
    """`text` less the given stretches of it, which are in order and do not overlap."""
    kept: list[MappedText] = []
    at = 0
    for start, end in spans:
        kept.append(text.slice(at, start))
        at = end
    if not kept:
        return text
    kept.append(text.slice(at, len(text.text)))
    return join(kept)


def join(pieces: Iterable[MappedText]) -> MappedText:
    """The pieces one after another."""
    listed = [piece for piece in pieces if piece.text]
    if len(listed) == 1:
        return listed[0]
    return MappedText(
        "".join(piece.text for piece in listed),
        tuple(chain.from_iterable(piece.offsets for piece in listed)),
    )
