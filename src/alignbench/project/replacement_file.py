r"""Named sets of replacements, as a project keeps them in `replacements.tsv`.

A line is the name of its set, what to find, what to put, and how it is found: `words` or
`pattern`, and beside it `any-case` where case makes no difference and `whole` where only whole
words are meant. The file is its owner's: notes
that begin with # and the order of the lines stay.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.project.user_files import REPLACEMENTS, decoded, read_text
from alignbench.review.replacements import Replacement
from alignbench.system.atomic_files import change_file
from alignbench.system.safe_text import whole

HEADER = "set\tfind\treplace\thow"
_HOW = ("words", "pattern")
_ANY_CASE = "any-case"
_WHOLE = "whole"


class ReplacementFile:
    """The sets of the project in a folder."""

    def __init__(self, root: Path) -> None:
        self.path = root / REPLACEMENTS

    def sets(self) -> Mapping[str, Sequence[Replacement]]:
        """The steps of each set, in the order of the file; none without a file.

        Raises InputError for a file that cannot be read; it names the line.
        """
        return self._read(read_text(self.path)) if self.path.exists() else {}

    def add(self, name: str, step: Replacement) -> None:
        """Put a step at the end of a set, which it begins if there is none of this name.

        Raises:
            InputError: the name or the step cannot stand in a table, or the file is none.
            OutputError: it cannot be written.
        """
        how = " ".join(
            (
                _HOW[step.is_pattern],
                *((_ANY_CASE,) * step.ignores_case), *((_WHOLE,) * step.is_whole),
            )
        )  # fmt: skip
        cells = (name.strip(), step.find, step.put, how)
        if not cells[0] or not step.find:
            raise InputError(t("A set needs a name, and something to find."))
        if cells[0].startswith("#") or any(whole(c) != c or _breaks(c) for c in cells):
            raise InputError(t("A name or a replacement has a tab, a line break or # in it."))

        def put(data: bytes) -> bytes:
            text = decoded(data, self.path)
            self._read(text)
            lines = text.splitlines() or [HEADER]
            return "".join(f"{line}\n" for line in [*lines, "\t".join(cells)]).encode()

        change_file(self.path, put)

    def _read(self, text: str) -> dict[str, list[Replacement]]:
        found: dict[str, list[Replacement]] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#") or line == HEADER:
                continue
            cells = line.split("\t")
            how = cells[3].split() if len(cells) == 4 else []
            if (
                len(cells) != 4
                or not cells[0]
                or not cells[1]
                or how[:1] not in ([h] for h in _HOW)
            ):
                raise InputError(
                    t("Line {number} of {name} is no replacement.", number=number,
                      name=self.path.name),
                    t("It has four columns: set, find, replace, and words or pattern."),
                )  # fmt: skip
            step = Replacement(
                cells[1], cells[2], how[0] == "pattern", _ANY_CASE in how, _WHOLE in how
            )
            found.setdefault(cells[0], []).append(step)
        return found


def _breaks(cell: str) -> bool:
    return "\t" in cell or len(cell.splitlines()) > 1
