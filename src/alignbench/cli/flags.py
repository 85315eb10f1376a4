"""`alignbench flag`: errors that people have flagged, for scripts."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show, talk
from alignbench.cli.text import printable
from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES, FlagDraft, Severity
from alignbench.domain.text import Side

if TYPE_CHECKING:
    from alignbench.domain.text import Span
    from alignbench.review import ReviewSession, Row


@click.group()
def flag() -> None:
    """List, add and remove flags.

    A flag says what is wrong with the translation of a link: an error type of MQM, a severity,
    and the words concerned.
    """


@flag.command("list")
@click.argument("name")
@json_option
@click.pass_obj
def list_flags(root: Path, name: str, as_json: bool) -> None:
    """Print the flags of a document.

    Each line of document NAME's has the flag's number, the row (from 1), severity, type, the
    words and the comment, with tabs between. The JSON is a list of records with "id", "row",
    "pair" (the link's id in exports), "type", "severity", "comment", "ja" and "en" (start and end
    in the pair's texts, or null), "ja_text", "en_text", "author" and "at".
    """
    from alignbench.review import Project

    with closing(Project.open(root)) as project:
        records = list(flags_of(project.review(name)))
    if as_json:
        show(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for each in records:
        cells = (
            str(each["id"]), str(each["row"]), each["severity"], each["type"], each["ja_text"],
            each["en_text"], each["comment"],
        )  # fmt: skip
        click.echo("\t".join(printable(cell) for cell in cells))
    if not records:
        talk(f"Nothing is flagged in {name}.")


def flags_of(session: "ReviewSession") -> Iterator[dict[str, Any]]:
    """Each flag of a document as JSON holds it, in reading order."""
    from alignbench.exchange.pair import flag_record, pair_from_link
    from alignbench.review.texts import flags_in_view, side_text

    for number, row in enumerate(session.rows, 1):
        if not row.flags:
            continue
        pair = pair_from_link(session.document, row.link, flags_in_view(session.document, row))
        ja, en = (side_text(session.document, row, side).text for side in ("ja", "en"))
        for each, there in zip(row.flags, pair.flag_list, strict=True):
            yield {
                "id": each.id, "row": number, "pair": pair.id, **flag_record(there),
                "ja_text": _words(ja, there.ja), "en_text": _words(en, there.en),
            }  # fmt: skip


def _words(text: str, span: "Span | None") -> str:
    return text[span.start : span.end] if span else ""


@flag.command()
@click.argument("name")
@click.argument("row", type=click.IntRange(1))
@click.option(
    "--type",
    "type_",
    type=click.Choice(list(FLAG_TYPES)),
    default="accuracy/mistranslation",
    show_default=True,
    metavar="TYPE",
    help="The error type.",
)
@click.option(
    "--severity",
    type=click.Choice([each.value for each in Severity]),
    default="minor",
    show_default=True,
    help="How bad it is.",
)
@click.option("--comment", default="", metavar="TEXT", help="What is wrong.")
@click.option("--ja", "ja_words", metavar="WORDS", help="The Japanese words concerned.")
@click.option("--en", "en_words", metavar="WORDS", help="The English words concerned.")
@click.pass_obj
def add(
    root: Path,
    name: str,
    row: int,
    type_: str,
    severity: str,
    comment: str,
    ja_words: str | None,
    en_words: str | None,
) -> None:
    """Flag an error.

    ROW of document NAME is counted from 1, as `flag list` and the report number it. WORDS must
    stand in the row's text; the first place counts. Undo takes it back, as in the workbench.
    """
    from alignbench.review import Project

    with closing(Project.open(root)) as project:
        session = project.review(name)
        if row > len(session.rows):
            raise InputError(f"{name} has no row {row}.", f"Its last one is {len(session.rows)}.")
        there = session.rows[row - 1]
        ja = _found(session, there, "ja", ja_words)
        en = _found(session, there, "en", en_words)
        session.flag(row - 1, FlagDraft(type_, Severity(severity), comment, ja, en))


def _found(session: "ReviewSession", row: "Row", side: Side, words: str | None) -> "Span | None":
    """Where words stand in a row, as a stretch of the text's content."""
    from alignbench.domain.text import Span
    from alignbench.review.texts import side_text

    if not words:
        return None
    text = side_text(session.document, row, side)
    start = text.text.find(words)
    if start < 0:
        raise InputError(f"{words!r} does not stand in this row: {text.text or 'nothing does'}.")
    return text.in_content(Span(start, start + len(words)))


@flag.command()
@click.argument("name")
@click.argument("number", type=int)
@click.pass_obj
def remove(root: Path, name: str, number: int) -> None:
    """Remove a flag of document NAME by its number."""
    from alignbench.review import Project

    with closing(Project.open(root)) as project:
        project.review(name).unflag(number)
