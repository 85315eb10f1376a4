"""`alignbench export --into`: the bilingual file that a document came from, with what changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.output import opened, talk
from alignbench.domain.errors import InputError
from alignbench.messages import t, tn

if TYPE_CHECKING:
    from alignbench.domain.identity import Identity
    from alignbench.review import ReviewSession


def write_into(session: "ReviewSession", who: "Identity", source: Path, output: Path) -> None:
    """Write the file `source` with the review's changes to `output`.

    Raises:
        InputError: it is not the file that the document came from, its format has no way back,
            or nothing has changed. OutputError: it cannot be written.
    """
    from alignbench.documents import read_bilingual
    from alignbench.documents.source_file import open_file
    from alignbench.documents.updates import updated
    from alignbench.review.file_changes import file_changes, is_same_text
    from alignbench.system.clock import now

    document = session.document
    if output.exists() and output.samefile(source):
        raise InputError(
            t("{path} is to stay as it is.", path=source), t("Write to another file with -o.")
        )
    file = open_file(source)
    if file.sha256 != document.ja.sha256 or file.sha256 != document.en.sha256:
        raise InputError(
            t("{path} is not the file that {name} came from.", path=source, name=document.name),
            t("Name the bilingual file that was imported, as it was then."),
        )
    encoding = document.ja.encoding or None
    pairs = read_bilingual(source, encoding=encoding)
    if pairs is None or not is_same_text(session.rows, pairs):
        raise InputError(
            t("{path} is not read as it was when it was imported.", path=source),
            t("Import it anew under another name."),
        )
    found = file_changes(session.rows, pairs, author=who.name, at=now())
    made = updated(file, document.ja.format, pairs.pairs, found.changes, encoding=encoding)
    if made.data == file.data:
        raise InputError(
            t(
                "There is nothing to write: nothing has changed since {path} was imported.",
                path=source,
            ),
            t("Confirm links, accept proposals or write notes first."),
        )
    with opened(output) as out:
        out.write(made.data)
    count = len(found.changes)
    talk(tn("{count} pair has changes.", "{count:,} pairs have changes.", count))
    left_out: dict[str, tuple[int, ...]] = {
        t("the link is no pair of the file any more"): found.other_links,
        t("the file has the pair locked"): found.locked,
    }
    rows = dict(zip((change.place for change in found.changes), found.rows, strict=True))
    for place, why in made.left_out:
        left_out[why] = (*left_out.get(why, ()), rows[place])
    for why, numbers in left_out.items():
        if numbers:
            links = ", ".join(str(number + 1) for number in numbers)
            talk(t("Left out of the file, links {links}: {why}.", links=links, why=why))
