"""Which English goes out: that of the file, or the better one that is proposed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignbench.exchange.formats import FORMATS
from alignbench.exchange.pair import Pair
from alignbench.messages import tn

ENGLISH = ("file", "proposed")
"""What the English of a pair may be, by the names people choose it by."""


def as_proposed(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs with the better English in place of the file's, where one is not refused.

    It is one segment, however many it replaces. Flags and findings on it keep their words in the
    Japanese and lose those in the English, which is another one now.
    """
    return tuple(_proposed(pair) if pair.proposal else pair for pair in pairs)


def _proposed(pair: Pair) -> Pair:
    found = pair.findings
    return replace(
        pair,
        en_segments=(pair.proposal,),
        proposal="",
        flag_list=tuple(replace(flag, en=None) for flag in pair.flag_list),
        findings=None if found is None else tuple(replace(each, en=None) for each in found),
    )


def wordings_told(pairs: Sequence[Pair], format_name: str, english: str) -> str:
    """What becomes of the better English of these pairs, for people; empty where there is none."""
    many = sum(bool(pair.proposal) for pair in pairs)
    if not many:
        return ""
    if english == "proposed":
        return tn(
            "{count:,} better English wording is written in place of the file's.",
            "{count:,} better English wordings are written in place of the file's.",
            many,
        )
    about = FORMATS.get(format_name)
    if about is not None and about.tracks_changes:
        return tn(
            "{count:,} better English wording is a tracked change, to be accepted or rejected.",
            "{count:,} better English wordings are tracked changes, to be accepted or rejected.",
            many,
        )
    if about is not None and about.holds_proposals:
        return tn(
            "{count:,} better English wording goes beside the English of the file.",
            "{count:,} better English wordings go beside the English of the file.",
            many,
        )
    return tn(
        "{count:,} better English wording is left out: this format has the English of the file.",
        "{count:,} better English wordings are left out: this format has the English of the file.",
        many,
    )
