"""Writing a bitext to where people want it: one file or several that belong together."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.exchange import formats
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.selection import Bitext, Wanted, select
from alignbench.messages import t
from alignbench.system.atomic_files import written_whole

STATES = {
    "confirmed": frozenset({Status.CONFIRMED}),
    "suggested": frozenset({Status.SUGGESTED}),
    "all": frozenset({Status.CONFIRMED, Status.SUGGESTED}),
}
"""The links that go out, by what people call them."""
KINDS = ("1-1", "1-n", "n-1", "n-n", "null")
"""Link shapes, as people filter by them."""


def chosen_pairs(pairs: Sequence[Pair], wanted: Wanted, format_name: str) -> Bitext:
    """The wanted pairs, without null links where the format cannot hold them."""
    about = formats.FORMATS.get(format_name)
    if about is not None and about.both_sides:
        wanted = replace(wanted, both_sides=True)
    return select(pairs, wanted)


def file_names(format_name: str, path: Path) -> tuple[str, str]:
    """The stem of what is written to `path`, and the suffix that it is given where it has none."""
    suffix = formats.FORMATS[format_name].suffix
    stem = path.name[: -len(suffix)] if suffix and path.name.lower().endswith(suffix) else path.name
    return stem, suffix


def write_files(
    format_name: str, pairs: Sequence[Pair], path: Path, options: ExportOptions
) -> tuple[Path, ...]:
    """Write pairs to `path`, or to files beside each other that begin like it; gives their paths.

    Each is put in place when all are whole.

    Raises:
        OutputError: it cannot be written. InputError: there is no pair to write.
    """
    if not pairs:
        raise InputError(t("There is nothing to write."))
    with contextlib.ExitStack() as stack:
        if not formats.FORMATS[format_name].several:
            formats.write(format_name, pairs, stack.enter_context(written_whole(path)), options)
            return (path,)
        stem, _ = file_names(format_name, path)
        made = formats.written(format_name, pairs, replace(options, name=stem))
        paths = {path.with_name(stem + ending): content for ending, content in made.items()}
        for each, content in paths.items():
            stack.enter_context(written_whole(each)).write(content)
        return tuple(paths)


def share_written(pairs: Sequence[Pair], chosen: Bitext) -> str:
    """How much of the texts is in what is chosen of `pairs`: a sentence for people."""
    ja = (sum(len(pair.ja) for pair in chosen.pairs), sum(len(pair.ja) for pair in pairs))
    en = (
        sum(len(pair.en.split()) for pair in chosen.pairs),
        sum(len(pair.en.split()) for pair in pairs),
    )
    return t(
        "{kept:,} of {all:,} pairs written: {ja:.0%} of the Japanese characters, "
        "{en:.0%} of the English words.",
        kept=len(chosen.pairs),
        all=len(pairs),
        ja=ja[0] / ja[1] if ja[1] else 1.0,
        en=en[0] / en[1] if en[1] else 1.0,
    )
