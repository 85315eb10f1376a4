"""`alignbench search`: places of a text in the project, as text or JSON."""

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show, talk
from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.review import SearchHit


@click.command()
@click.argument("query")
@click.option("--side", type=click.Choice(["ja", "en"]), help=t("Look on this side only."))
@click.option("--document", metavar="NAME", help=t("Look in this document only."))
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=200,
    show_default=True,
    help=t("Show at most so many."),
)
@json_option
@click.pass_obj
def search(
    root: Path, query: str, side: Side | None, document: str | None, limit: int, as_json: bool
) -> None:
    """Find QUERY in the project's texts.

    Each line says document, side, segment number and segment. Width, case and kana make no
    difference: ＡＢＣ finds abc, らじお finds ラジオ. The JSON is a list of records with
    "document", "side", "segment", "link_id", "start", "end" and "view"; start and end are the
    place in the view.
    """
    from alignbench.project import Project

    if not query.strip():
        raise click.UsageError(t("Say what to look for."))
    with Project.open(root) as project:
        hits = project.search(query, side=side, document=document, limit=limit)
    if as_json:
        found = [dataclasses.asdict(hit) for hit in hits]
        show(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for hit in hits:
        click.echo(hit_line(hit))
    if not hits:
        talk(t("Nothing found for {query}.", query=query))


def hit_line(hit: "SearchHit") -> str:
    """A find with its place; what was found is set off in a terminal."""
    before, found, after = (
        printable(part)
        for part in (hit.view[: hit.start], hit.view[hit.start : hit.end], hit.view[hit.end :])
    )
    marked = click.style(found, bold=True, underline=True)
    return f"{printable(hit.document)}:{hit.side}:{hit.segment}: {before}{marked}{after}"
