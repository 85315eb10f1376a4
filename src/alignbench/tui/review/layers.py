"""What controllers draw upon the texts of a review, one over the other."""

from collections.abc import Callable, Mapping

from alignbench.domain.text import Side
from alignbench.tui.widgets.painter import Spans

Place = tuple[Side, int]
"""A segment: its side and its 0-based number there."""
Layer = Callable[[], Mapping[Place, Spans]]
"""What is drawn upon segments now."""


class Layers:
    """Asked whenever the texts are drawn."""

    def __init__(self) -> None:
        self.over: list[Layer] = []
        """Drawn one over the other, the first at the bottom."""
        self.under: list[Callable[[int], Mapping[Place, Spans]]] = []
        """What is drawn upon the segments of a row, below those; asked when the row is drawn."""
        self.sole: Layer | None = None
        """Drawn instead of those over the texts, while there is one."""

    def below(self, row: int) -> Mapping[Place, Spans]:
        """What is drawn upon a row below everything else."""
        drawn: dict[Place, Spans] = {}
        for layer in self.under:
            drawn |= layer(row)
        return drawn

    def drawn(self) -> Mapping[Place, Spans]:
        """What is drawn upon segments, but for what lies below."""
        if self.sole is not None:
            return self.sole()
        drawn: dict[Place, Spans] = {}
        for layer in self.over:
            for place, spans in layer().items():
                drawn[place] = (*drawn.get(place, ()), *spans)
        return drawn
