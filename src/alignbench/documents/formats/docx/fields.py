"""Fields of Word: of instruction and result, the result is text."""

import re
from dataclasses import dataclass, field

from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Piece, Ruby
from alignbench.messages import t

# EQ \* jc2 \* hps10 \o\ad(\s\up 9(かん),漢): the ruby of Word before 2000.
_EQ_RUBY = re.compile(
    r"\\o\s*(?:\\a[a-z]\s*)?\(\s*\\s\s*\\up\s*[\d.]*\s*\(([^()]{1,80})\)\s*[,;]\s*([^()]{1,80})\)"
)
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)?\"([^\"]+)\"", re.IGNORECASE)
_EQ_ENCLOSED = re.compile(r"\\o\s*(?:\\a[a-z]\s*)?\(\s*[○◯□△◇]\s*[,;]\s*([^()]{1,8})\)")


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False


class Fields:
    """The fields that are open where the reader stands; they may run over paragraphs."""

    def __init__(self, tally: Tally) -> None:
        self._open: list[_Field] = []
        self._tally = tally

    @property
    def in_instruction(self) -> bool:
        """Whether what comes is no text but part of an instruction."""
        return any(not one.in_result for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether what comes is a table of contents that Word has made."""
        return any(one.in_result and _name(one) in ("TOC", "INDEX") for one in self._open)

    @property
    def address(self) -> str:
        """Where the innermost field leads that is a link; empty if it is none."""
        link = _LINK.match("".join(self._open[-1].instruction)) if self._open else None
        return link[1] if link else ""

    def mark(self, kind: str) -> list[Piece]:
        """A `begin`, `separate` or `end`; an instruction that is shown itself gives its pieces."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            closed = self._open.pop()
            if not closed.in_result:
                return self._shown(closed)
        return []

    def instruct(self, text: str) -> None:
        """Words of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def _shown(self, closed: _Field) -> list[Piece]:
        instruction = "".join(closed.instruction)
        if not self.in_instruction and _name(closed) == "EQ":
            if match := _EQ_RUBY.search(instruction):
                return [Ruby(match[2], match[1])]
            if match := _EQ_ENCLOSED.search(instruction):
                return [match[1]]
            self._tally.add(t("formulas (EQ fields)"), instruction)
        elif _name(closed) in ("XE", "TC", "TA"):
            self._tally.add(t("entries for an index"), instruction)
        return []


def _name(one: _Field) -> str:
    words = "".join(one.instruction).split(maxsplit=1)
    return words[0].upper() if words else ""
