"""`alignbench export --into`: the bilingual file that a document came from, with what changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.cli.output import opened, talk

if TYPE_CHECKING:
    from alignbench.domain.identity import Identity
    from alignbench.review import ReviewSession


def write_into(session: "ReviewSession", who: "Identity", source: Path, output: Path) -> None:
    """Write the file `source` with the review's changes to `output`.

    Raises:
        InputError: as `bilingual_update` does. OutputError: it cannot be written.
    """
    from alignbench.review.bilingual_update import bilingual_update
    from alignbench.system.clock import now

    made = bilingual_update(session, source, output, author=who.name, at=now())
    with opened(output) as out:
        out.write(made.data)
    for line in made.said:
        talk(line)
