"""`alignbench term`: the project's glossary from the shell."""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show, talk
from alignbench.domain.errors import InputError
from alignbench.messages import t, tn

if TYPE_CHECKING:
    from alignbench.project.glossary_file import GlossaryFile
    from alignbench.project.term_candidates import TermCandidate


@click.group()
def term() -> None:
    """Look after the project's glossary.

    It stands in glossary.tsv in the project's folder, and may be edited there as well; a
    glossary.tbx beside it is read, and left as it is. The check term.glossary holds the English
    to it.
    """


@term.command("list")
@json_option
@click.pass_obj
def list_terms(root: Path, as_json: bool) -> None:
    """Print the glossary.

    As the table that `term import` reads: Japanese, English, forbidden (1 or empty), note. The
    JSON is a list of records with "ja", "en", "forbidden" and "note".
    """
    from alignbench.checks.terms.glossary_formats import as_tsv
    from alignbench.project.glossary_file import HEADER

    terms = _glossary(root).terms()
    if as_json:
        found = [dataclasses.asdict(each) for each in terms]
        show(json.dumps(found, ensure_ascii=False, indent=2))
    elif terms:
        show("\n".join([HEADER, *map(as_tsv, terms)]))
    else:
        talk(t("The glossary is empty. `alignbench term add` or `term import` fills it."))


@term.command()
@click.argument("ja", metavar="JAPANESE")
@click.argument("en", metavar="ENGLISH")
@click.option("--forbidden", is_flag=True, help=t("This English is wrong for the term."))
@click.option("--note", default="", metavar="TEXT", help=t("Why, or where it comes from."))
@click.pass_obj
def add(root: Path, ja: str, en: str, forbidden: bool, note: str) -> None:
    """Approve an English form of a term, or forbid one.

    A term may have several approved forms. The same two forms given again replace the note, and
    whether it is forbidden.
    """
    from alignbench.checks.terms.glossary import Term

    _glossary(root).add([Term(ja, en, forbidden, note)])


@term.command()
@click.argument("ja", metavar="JAPANESE")
@click.argument("en", required=False, metavar="[ENGLISH]")
@click.pass_obj
def remove(root: Path, ja: str, en: str | None) -> None:
    """Remove a term, or one English form of it."""
    count = _glossary(root).remove(ja, en)
    talk(tn("Removed {count} line.", "Removed {count:,} lines.", count))


@term.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def import_terms(root: Path, file: Path) -> None:
    """Bring in a glossary, all of it or nothing.

    FILE is TSV (Japanese, English, forbidden, note; a header may stand first) or TBX. Terms that
    are there already get its note, and are forbidden or not as FILE says.
    """
    from alignbench.project.user_files import read_glossary

    read = read_glossary(file)
    if read is None or not read.terms:
        raise InputError(t("{file} has no Japanese and English terms in it.", file=file))
    new = _glossary(root).add(read.terms)
    talk(
        tn(
            "{count} term read, {new} of them new.",
            "{count:,} terms read, {new} of them new.",
            len(read.terms),
            new=new,
        )
    )


@term.command()
@click.option(
    "--document", "documents", multiple=True, metavar="NAME", help=t("Look in this document only.")
)
@click.option("--suggested", is_flag=True, help=t("Look in links too that nobody has confirmed."))
@click.option(
    "--least", type=click.IntRange(2), default=3, show_default=True, metavar="N",
    help=t("Only terms that stand in so many pairs."),
)  # fmt: skip
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help=t("Print at most so many."),
)
@json_option
@click.pass_obj
def suggest(
    root: Path,
    documents: Sequence[str],
    suggested: bool,
    least: int,
    limit: int,
    as_json: bool,
) -> None:
    """Suggest terms from confirmed links.

    Words of katakana, compounds of kanji and titles in 『』 that come again and again, each with
    the English that mostly goes with it, the surest first; what the glossary has is left out. The
    output is a glossary: send it to a file, take out what is wrong, and `term import` it. The JSON
    is a list of records with "ja", "en", "pairs" (with the term) and "together" (with both).
    """
    from alignbench.checks.terms.glossary_formats import as_tsv
    from alignbench.project.glossary_file import HEADER

    found = _candidates(root, documents, least, suggested=suggested)[:limit]
    if as_json:
        show(json.dumps([dataclasses.asdict(each) for each in found], ensure_ascii=False, indent=2))
    elif found:
        show("\n".join([HEADER, *(as_tsv(each.term()) for each in found)]))
    else:
        hint = "" if suggested else t(" Confirm links, or add --suggested.")
        talk(
            t(
                "No term stands in {least} pairs with the same English.{hint}",
                least=least,
                hint=hint,
            )
        )


def _candidates(
    root: Path, documents: Sequence[str], least: int, *, suggested: bool
) -> "list[TermCandidate]":
    from alignbench.checks.terms.glossary import glossary
    from alignbench.domain.links import Status
    from alignbench.project import Project
    from alignbench.project.term_candidates import term_candidates
    from alignbench.review.row_text import side_text

    known = glossary(_glossary(root).terms())
    with Project.open(root) as project:
        names = documents or [summary.name for summary in project.documents()]
        sessions = [project.review(name) for name in names]
    pairs = [
        (side_text(each.document, row, "ja").text, side_text(each.document, row, "en").text)
        for each in sessions
        for row in each.rows
        if suggested or row.link.status is Status.CONFIRMED
    ]
    return term_candidates(pairs, known, least=least)


def _glossary(root: Path) -> "GlossaryFile":
    """The glossary of the project in `root`. Raises InputError if there is no project."""
    from alignbench.project import Project
    from alignbench.project.glossary_file import GlossaryFile

    Project.open(root).close()
    return GlossaryFile(root)
