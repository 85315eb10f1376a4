"""Classes of bead shapes that share weights."""

Shape = tuple[int, int]


def group(shape: Shape) -> str:
    """The class of bead shapes that share weights."""
    a, b = shape
    if min(a, b) == 0:
        return "null"
    if max(a, b) == 1:
        return "11"
    return "1n" if min(a, b) == 1 else "mn"


def bias(shape: Shape) -> str:
    """The name of the prior weight of a shape."""
    a, b = shape
    if max(a, b) <= 2 or (min(a, b) == 1 and max(a, b) == 3):
        return f"{a}-{b}"
    return "1-many" if a == 1 else "many-1" if b == 1 else "many"
