"""Texts inside a file, one behind another, as the content of one text."""

from collections.abc import Iterable
from dataclasses import replace

from alignbench.documents.segmentation.account import Aside
from alignbench.documents.segmentation.passages import Passage
from alignbench.domain.text import Kind, Span
from alignbench.language.mapped import MappedText, identity
from alignbench.language.normalise import without_controls


class Parts:
    """Gathers parts, with blank lines between them; passages and asides are moved along."""

    def __init__(self) -> None:
        self.content = ""
        self.passages: list[Passage] = []
        self.asides: list[Aside] = []

    def add(self, content: str, passages: Iterable[Passage], asides: Iterable[Aside] = ()) -> None:
        """A part with what was read of it, by places in that part."""
        base = len(self.content)
        self.passages += [_moved(passage, base) for passage in passages]
        self.asides += [Aside(base + a.start, base + a.end, a.what) for a in asides]
        self.content += content.rstrip("\n") + "\n\n"

    def add_whole(self, content: str, kind: Kind) -> None:
        """A part that is one thing."""
        view = without_controls(identity(content, 0)).strip("\n" if kind is Kind.CODE else " \t\n")
        self.add(content, [Passage(0, len(content), kind, view)] if view.text.strip() else [])


def _moved(passage: Passage, by: int) -> Passage:
    return replace(
        passage,
        start=passage.start + by,
        end=passage.end + by,
        view=MappedText(passage.view.text, tuple(at + by for at in passage.view.offsets)),
        cuts=tuple(Span(cut.start + by, cut.end + by) for cut in passage.cuts),
        placeholders=tuple(
            replace(mark, start=mark.start + by, end=mark.end + by) for mark in passage.placeholders
        ),
        readings=tuple(
            replace(each, start=each.start + by, end=each.end + by) for each in passage.readings
        ),
    )
