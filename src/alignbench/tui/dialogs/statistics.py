"""Statistics as a table: what there is, what is left, the pace. Pure."""

from collections.abc import Mapping

from rich.console import Group
from rich.table import Table
from rich.text import Text

from alignbench.messages import t, tn
from alignbench.review.statistics import Statistics
from alignbench.system.safe_text import printable
from alignbench.tui.widgets.truncation import cut

HEADINGS = (
    t("links left"), t("characters left"), t("words left"), t("an hour"), t("hours left")
)  # fmt: skip
NAME = 24
"""Cells of a document's name."""
NARROW = 76


def statistics_table(documents: Mapping[str, Statistics], width: int) -> Group:
    """A line a document, all of them together below, and what the columns mean.

    On a screen less than `NARROW` cells wide it is told only what is left, and not of how much.
    """
    of_all = width >= NARROW
    padding = (0, 2 if of_all else 1, 0, 0)
    table = Table(box=None, padding=padding, pad_edge=False, header_style="dim")
    table.add_column(t("document"), no_wrap=True)
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    total = Statistics()
    for name, each in documents.items():
        total += each
        table.add_row(Text(cut(printable(name), NAME), "bold"), *_numbers(each, of_all=of_all))
    if len(documents) > 1:
        table.add_row(Text(t("all"), "bold"), *_numbers(total, of_all=of_all))
    return Group(table, Text(f"\n{_said(total)}"), Text(f"\n{_explained()}", "dim"))


def _numbers(each: Statistics, *, of_all: bool) -> tuple[str, ...]:
    pace, hours = each.an_hour, each.hours_left
    counts = (
        (each.links_left, each.links),
        (each.characters_left, each.characters),
        (each.words_left, each.words),
    )
    return (
        *(f"{left:,}/{there:,}" if of_all else f"{left:,}" for left, there in counts),
        "-" if pace is None else f"{pace:,.0f}",
        "-" if hours is None else f"{hours:,.1f}",
    )


def _said(total: Statistics) -> str:
    parts = (
        tn("{count:,} link in doubt", "{count:,} links in doubt", total.doubtful),
        tn("{count:,} flag", "{count:,} flags", total.flags),
        tn("{count:,} better English", "{count:,} better English", total.proposals),
        tn("{count:,} note", "{count:,} notes", total.notes),
    )
    return ", ".join(parts) + "."


def _explained() -> str:
    return t(
        "Left is what nobody has confirmed or declared. Characters are Japanese without "
        "punctuation, words English. Links an hour counts decisions that followed another one "
        "within five minutes; it needs a minute of them."
    )
