"""Where things stand on a page that is shown turned."""

Box = tuple[float, float, float, float]


def as_shown(box: Box, turned: int, page_size: tuple[float, float]) -> Box:
    """Left, bottom, right and top on a page that is shown turned clockwise by so many degrees."""
    left, bottom, right, top = box
    width, height = page_size
    if turned == 90:
        return bottom, height - right, top, height - left
    if turned == 180:
        return width - right, height - top, width - left, height - bottom
    if turned == 270:
        return width - top, left, width - bottom, right
    return box
