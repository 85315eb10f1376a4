"""Where the segments of a joined text begin, for formats that hold a side as one string."""

from itertools import pairwise

from alignbench.domain.text import JOINTS, Side


def breaks_of(segments: tuple[str, ...], side: Side) -> tuple[int, ...]:
    """Offsets into the joined text at which the second and later segments begin."""
    if len(segments) < 2:
        return ()
    offsets, at = [], 0
    for segment in segments[:-1]:
        at += len(segment) + len(JOINTS[side])
        offsets.append(at)
    return tuple(offsets)


def split_at(text: str, breaks: tuple[int, ...], side: Side) -> tuple[str, ...]:
    """The segments of a joined text; the inverse of joining them and taking `breaks_of`.

    Raises:
        ValueError: the breaks do not fit the text.
    """
    if not text:
        return ()
    joint = JOINTS[side]
    bounds = (0, *breaks, len(text) + len(joint))
    segments = tuple(text[start : end - len(joint)] for start, end in pairwise(bounds))
    if not all(segments) or joint.join(segments) != text:
        raise ValueError(f"breaks {breaks} do not fit a text of {len(text)} characters")
    return segments
