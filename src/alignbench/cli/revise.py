"""`alignbench revise`: better English that revisers propose, from the shell."""

import json
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import opened, output_option, show, talk
from alignbench.domain.errors import InputError
from alignbench.domain.proposals import PROPOSAL_STATES
from alignbench.messages import t, tn
from alignbench.system.identity import local_identity
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from alignbench.review import ReviewSession


@click.group()
def revise() -> None:
    """List, write, settle and carry out better English.

    A proposal says what the English of a link should read. It is open until somebody accepts or
    refuses it. The English file itself is never altered: `revise write` makes a new text of it.
    """


@revise.command("list")
@click.argument("names", nargs=-1, metavar="[NAME ...]")
@json_option
@click.pass_obj
def list_proposals(root: Path, names: Sequence[str], as_json: bool) -> None:
    """Print what is proposed in documents NAME, or in all.

    Links are numbered from 1, as in the workbench. The JSON is a list of records with "document",
    "link", "en", "proposal", "state", "author" and "at".
    """
    from alignbench.project import Project

    with Project.open(root, local_identity()) as project:
        found = [
            record
            for name in names or [summary.name for summary in project.documents()]
            for record in _records(name, project.review(name))
        ]
    if as_json:
        show(json.dumps(found, ensure_ascii=False, indent=2))
    for record in found if not as_json else ():
        show(printable(f"{record['document']}  {record['link']}  {record['state']}"))
        show(printable(f"  - {record['en']}"))
        show(printable(f"  + {record['proposal']}"))
    talk(tn("{count} proposal.", "{count:,} proposals.", len(found)))


def _records(name: str, session: "ReviewSession") -> Iterator[dict[str, str | int]]:
    from alignbench.review.row_text import read_text

    for number, row in enumerate(session.rows, 1):
        if (said := row.link.proposal) is not None:
            yield {
                "document": name, "link": number, "en": read_text(row, "en"), "proposal": said.text,
                "state": said.state, "author": said.author, "at": said.at,
            }  # fmt: skip


@revise.command()
@click.argument("name", metavar="NAME")
@click.argument("link", type=click.IntRange(1), metavar="LINK")
@click.argument("text", metavar="TEXT")
@click.pass_obj
def propose(root: Path, name: str, link: int, text: str) -> None:
    """Say what the English of a link should read; an empty TEXT withdraws it."""
    from alignbench.project import Project

    with Project.open(root, local_identity()) as project:
        talk(f"{project.review(name).proposals.propose(link - 1, text).label}.")


@revise.command()
@click.argument("name", metavar="NAME")
@click.argument("link", type=click.IntRange(1), metavar="LINK")
@click.argument("state", type=click.Choice(list(PROPOSAL_STATES)), metavar="STATE")
@click.pass_obj
def settle(root: Path, name: str, link: int, state: str) -> None:
    """Say what becomes of a proposal: accepted, refused, or open again."""
    from alignbench.project import Project

    with Project.open(root, local_identity()) as project:
        talk(f"{project.review(name).proposals.settle(link - 1, state).label}.")


@revise.command("write")
@click.argument("name", metavar="NAME")
@output_option
@click.option("--accepted", is_flag=True, help=t("Only proposals that are accepted."))
@click.option("--patch", is_flag=True, help=t("Write a unified diff and not the whole text."))
@click.pass_obj
def write_text(root: Path, name: str, output: Path, accepted: bool, patch: bool) -> None:
    """Write the English of a document with its proposals, in UTF-8.

    Refused ones are left out, and so are those of links whose sentences do not stand together in
    the file, or stand there with markup among them; it is said which.
    """
    from alignbench.project import Project
    from alignbench.review.revision import revised

    with Project.open(root, local_identity()) as project:
        session = project.review(name)
    document = session.document
    made = revised(document, session.rows, accepted_only=accepted)
    if not made.placed and not made.left_out:
        raise InputError(
            t("Nothing is proposed for {name}.", name=name),
            t("In the workbench, b writes a better English."),
        )
    text = made.text
    if patch:
        file = Path(document.en.path).name if document.en.path else f"{name}.txt"
        lines = (document.en.content.splitlines(True), made.text.splitlines(True))
        text = "".join(unified_diff(*lines, f"a/{file}", f"b/{file}"))
    with opened(output) as out:
        out.write(text.encode())
    placed = len(made.placed)
    talk(tn("{count} proposal in the text.", "{count:,} proposals in the text.", placed))
    if made.left_out:
        links = ", ".join(str(at + 1) for at in made.left_out)
        talk(
            tn(
                "Left out, for it has no place of its own in the file: link {links}.",
                "Left out, for they have no place of their own in the file: links {links}.",
                len(made.left_out), links=links,
            )
        )  # fmt: skip


@revise.command("read")
@click.argument("name", metavar="NAME")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.pass_obj
def read_table(root: Path, name: str, file: Path) -> None:
    """Read a Word table back that `export -f docx` wrote and somebody worked in.

    Where its English is another than the link's, that is a proposal; tracked changes that were
    accepted or rejected settle one. Comments become the link's note. Each can be undone.
    """
    from alignbench.exchange.formats import read
    from alignbench.project import Project
    from alignbench.review.read_back import read_back

    bitext = read(file)
    with Project.open(root, local_identity()) as project:
        found = read_back(project.review(name), bitext.pairs)
    talk(t("{said}.", said=found.said))
