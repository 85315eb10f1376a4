"""`alignbench flag add` and `flag edit`: what a flag says, put on the command line."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES, Flag, FlagDraft, Severity
from alignbench.domain.text import Document, Side
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.domain.text import Span
    from alignbench.review import Row
    from alignbench.review.selected_rows import SelectedRows

SEVERITIES = [each.value for each in Severity]


@click.command()
@click.argument("name")
@click.argument("link", type=click.IntRange(1))
@click.option(
    "--type",
    "type_",
    type=click.Choice(list(FLAG_TYPES)),
    show_default=True,
    default="accuracy/mistranslation",
    metavar="TYPE",
    help=t("The error type."),
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="minor",
    show_default=True,
    help=t("How bad it is."),
)
@click.option("--comment", default="", metavar="TEXT", help=t("What is wrong."))
@click.option("--ja", "ja_words", metavar="WORDS", help=t("The Japanese words concerned."))
@click.option("--en", "en_words", metavar="WORDS", help=t("The English words concerned."))
@click.pass_obj
def add(
    root: Path,
    name: str,
    link: int,
    type_: str,
    severity: str,
    comment: str,
    ja_words: str | None,
    en_words: str | None,
) -> None:
    """Flag an error.

    LINK of document NAME is counted from 1, as in the workbench and in the text that `check` and
    `flag list` print; their jsonl and tsv count from 0. WORDS must stand in the pair's text; the
    first place counts. Undo takes it back, as in the workbench.
    """
    from alignbench.project import Project

    with Project.open(root) as project:
        selected = project.rows(name, link - 1, to_change=True)
        if link > selected.count:
            raise InputError(
                t("{name} has no link {link}.", name=name, link=link),
                t("Its last is {count}.", count=selected.count),
            )
        there = selected.rows[link - 1]
        ja = _found(selected.document, there, "ja", ja_words)
        en = _found(selected.document, there, "en", en_words)
        selected.flag(link - 1, FlagDraft(type_, Severity(severity), comment, ja, en))


@click.command()
@click.argument("name")
@click.argument("number", type=int, metavar="ID")
@click.option(
    "--type",
    "type_",
    type=click.Choice(list(FLAG_TYPES)),
    metavar="TYPE",
    help=t("The error type."),
)
@click.option("--severity", type=click.Choice(SEVERITIES), help=t("How bad it is."))
@click.option("--comment", metavar="TEXT", help=t('What is wrong; "" for no comment.'))
@click.option(
    "--ja", "ja_words", metavar="WORDS", help=t('The Japanese words concerned; "" for none.')
)
@click.option(
    "--en", "en_words", metavar="WORDS", help=t('The English words concerned; "" for none.')
)
@click.pass_obj
def edit(
    root: Path,
    name: str,
    number: int,
    type_: str | None,
    severity: str | None,
    comment: str | None,
    ja_words: str | None,
    en_words: str | None,
) -> None:
    """Change what a flag of document NAME says; ID is its number in `flag list`.

    What no option names stays as it is, and so do the flag's author, its date and its status.
    WORDS must stand in the pair's text; the first place counts. Undo takes it back, as in the
    workbench.
    """
    from alignbench.project import Project

    if all(each is None for each in (type_, severity, comment, ja_words, en_words)):
        raise click.UsageError(
            t("Say what to change: --type, --severity, --comment, --ja or --en.")
        )
    with Project.open(root) as project:
        flagged = project.rows(name, to_change=True)
        ((row, flag),) = standing(flagged, name, [number])
        draft = flag.draft
        draft = draft if type_ is None else replace(draft, type=type_)
        draft = draft if severity is None else replace(draft, severity=Severity(severity))
        draft = draft if comment is None else replace(draft, comment=comment)
        if ja_words is not None:
            draft = replace(draft, ja=_found(flagged.document, row, "ja", ja_words))
        if en_words is not None:
            draft = replace(draft, en=_found(flagged.document, row, "en", en_words))
        flagged.edit_flag(number, draft)


def standing(
    flagged: "SelectedRows", name: str, numbers: Collection[int]
) -> "list[tuple[Row, Flag]]":
    """Flags of document `name` by number, each with its row. Raises InputError if one is gone."""
    there = {each.id: (row, each) for row in flagged.rows.values() for each in row.flags}
    if gone := [number for number in numbers if number not in there]:
        raise InputError(
            t("{name} has no flag {gone}.", name=name, gone=gone[0]),
            t("`alignbench flag list` has them."),
        )
    return [there[number] for number in numbers]


def _found(document: Document, row: "Row", side: Side, words: str | None) -> "Span | None":
    """Where words stand in a row, as a stretch of the text's content."""
    from alignbench.domain.text import Span
    from alignbench.review.row_text import side_text

    if not words:
        return None
    text = side_text(document, row, side)
    start = text.text.find(words)
    if start < 0:
        raise InputError(
            t(
                "{words} does not stand in this pair: {value}.",
                words=repr(words),
                value=text.text or "nothing does",
            )
        )
    return text.in_content(Span(start, start + len(words)))
