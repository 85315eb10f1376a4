"""What puts a row where it stands in the order of risk when nothing speaks against it. Pure."""

from alignbench.messages import t, tn
from alignbench.review import Row
from alignbench.tui.review.candidate_lines import share

SURE = 0.9
"""From this confidence on, the link itself is no reason."""
LONG = 300
"""English characters from which a link is long to read."""


def placed_by(row: Row, *, is_read: bool) -> list[str]:
    """What is known of a row without any reason to doubt it: the link, its length, its reading."""
    link = row.link
    reasons: list[str] = []
    if link.is_null:
        reasons.append(t("one side has nothing"))
    elif link.confidence is not None and link.confidence < SURE:
        reasons.append(t("the aligner is only {share} sure", share=share(link.confidence)))
    segments = len(link.ja) + len(link.en)
    length = sum(len(each.view) for each in row.en)
    if segments > 2:
        reasons.append(tn("{count} segment", "{count} segments", segments))
    if length >= LONG:
        reasons.append(t("a long link: {count} characters", count=length))
    if not is_read:
        reasons.append(t("not read for meaning yet"))
    return reasons or [t("nothing speaks against it; it is the next in order")]
