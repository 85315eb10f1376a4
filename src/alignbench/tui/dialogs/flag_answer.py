"""What the dialog for a flag answers, and its form as a draft. Pure."""

import json
from collections.abc import Mapping

from alignbench.domain.flags import FLAG_TYPES, Severity
from alignbench.domain.text import Side, Span

Answer = tuple[str, Severity, str, dict[Side, Span | None]]
"""Type, severity, comment, and what is marked in the row's two texts as they are read."""


def as_text(answer: Answer) -> str:
    """The answer as a draft is kept."""
    kind, severity, comment, spans = answer
    ends = {side: [span.start, span.end] for side, span in sorted(spans.items()) if span}
    return json.dumps([kind, str(severity), comment, ends], ensure_ascii=False)


def from_text(text: str, sides: Mapping[Side, Span | None]) -> Answer | None:
    """The answer that a draft keeps, with a span or None for each of `sides`; None for no draft."""
    try:
        kind, severity, comment, ends = json.loads(text)
        spans = {side: Span(*map(int, ends[side])) if side in ends else None for side in sides}
        answer = str(kind), Severity(severity), str(comment), spans
    except (ValueError, TypeError, KeyError):
        return None
    return answer if kind in FLAG_TYPES else None
