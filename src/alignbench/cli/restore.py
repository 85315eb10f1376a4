"""`alignbench restore`: copies of the database listed, and put back."""

from pathlib import Path

import click

from alignbench.cli.output import show, talk
from alignbench.messages import t

_MEGABYTE = 1_000_000


@click.command()
@click.option("--backup", metavar="NAME", help=t("The copy to put back, as the list names it."))
@click.pass_obj
def restore(root: Path, backup: str | None) -> None:
    """Put a copy of the database back, or list the copies there are.

    A copy is made before the first review of a day, and before a newer alignbench changes the
    database; the last ten are kept in db/backups. What is there now is kept as a copy too.
    """
    from alignbench.project import backups

    if backup is not None:
        found = backups.restore(root, backup)
        talk(t("This project is as it was at {at}.", at=found.at))
        return
    kept = backups.backups_in(root)
    for each in kept:
        show(f"{each.path.name}  {each.at}  {each.size / _MEGABYTE:,.1f} MB")
    if not kept:
        talk(t("There is no backup yet: one is made before the first review of a day."))
