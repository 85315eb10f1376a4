"""The project's glossary as people change it: terms in and out of `glossary.tsv`.

The file is its owner's: what stands in it besides the changed terms (notes, order, other columns)
stays as it is.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from alignbench.checks.terms.glossary import Term
from alignbench.checks.terms.glossary_formats import LONGEST_TERM, as_tsv, from_tsv, term_of_line
from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.project.user_files import GLOSSARIES, decoded, read_glossary
from alignbench.system.atomic_files import change_file
from alignbench.system.safe_text import whole

HEADER = "ja\ten\tforbidden\tnote"
TSV, TBX = GLOSSARIES


class GlossaryFile:
    """The glossary of the project in a folder: its TSV, which we write, and its TBX, which not."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.path = root / TSV

    def terms(self) -> list[Term]:
        """All terms, those of the TSV first. Raises InputError for a file that cannot be read."""
        found = [read_glossary(self._root / name) for name in GLOSSARIES]
        return [term for each in found if each for term in each.terms]

    def add(self, terms: Iterable[Term]) -> int:
        """Put terms into the TSV, all or none; one with the same two forms is written anew.

        Returns:
            How many are new.

        Raises:
            InputError: a form is empty, too long or cannot stand in a table; or the file there
                cannot be read.
            OutputError: it cannot be written.
        """
        coming = {(term.ja, term.en): term for term in map(_sound, terms)}
        new: dict[tuple[str, str], Term] = {}

        def put(lines: list[str]) -> list[str]:
            nonlocal new
            new = dict(coming)
            for at, line in enumerate(lines):
                there = term_of_line(line)
                if there and (again := new.pop((there.ja, there.en), None)):
                    lines[at] = as_tsv(again)
            if new:
                lines = (lines or [HEADER]) + [as_tsv(term) for term in new.values()]
            return lines

        self._change(put)
        return len(new)

    def remove(self, ja: str, en: str | None = None) -> int:
        """Take a term out of the TSV, or one English form of it.

        Returns:
            How many lines went.

        Raises:
            InputError: it is not there; OutputError: the file cannot be written.
        """
        gone = 0

        def take(lines: list[str]) -> list[str]:
            nonlocal gone
            kept = [line for line in lines if not _is(term_of_line(line), ja, en)]
            gone = len(lines) - len(kept)
            if not gone:
                raise self._not_there(ja, en)
            return kept

        self._change(take)
        return gone

    def _not_there(self, ja: str, en: str | None) -> InputError:
        elsewhere = any(_is(term, ja, en) for term in self.terms())
        return InputError(
            t("There is no term {ja} with {en} in {tsv}.", ja=ja, en=repr(en), tsv=TSV) if en
            else t("There is no term {ja} in {tsv}.", ja=ja, tsv=TSV),
            t("It stands in {tbx}: change it there.", tbx=TBX) if elsewhere
            else t("`alignbench term list` shows those there are."),
        )  # fmt: skip

    def _change(self, change: Callable[[list[str]], list[str]]) -> None:
        """Change the lines of the TSV, whatever else writes it meanwhile.

        Raises:
            InputError: it is no glossary. OutputError: it cannot be written.
        """

        def changed(data: bytes) -> bytes:
            from_tsv(decoded(data, self.path), self.path.name)
            lines = change(decoded(data, self.path).splitlines())
            return "".join(f"{line}\n" for line in lines).encode()

        change_file(self.path, changed)


def _is(term: Term | None, ja: str, en: str | None) -> bool:
    return term is not None and term.ja == ja and en in (None, term.en)


def _sound(term: Term) -> Term:
    """A term without spaces around it. Raises InputError for what no line of a table can hold."""
    for side, text in (("Japanese", term.ja), ("English", term.en)):
        if not text.strip():
            raise InputError(t("The {side} term is empty.", side=side), t("Say what it is."))
        if len(text) > LONGEST_TERM:
            raise InputError(
                t(
                    "The {side} term has more than {longest_term} characters.",
                    side=side,
                    longest_term=LONGEST_TERM,
                )
            )
        if whole(text) != text:
            raise InputError(t("The {side} term holds bytes that are no text.", side=side))
        if "\t" in text or len(text.splitlines()) > 1:
            raise InputError(t("The {side} term has a tab or a line break in it.", side=side))
    if term.ja.lstrip().startswith("#"):
        raise InputError(t("The Japanese term begins with #, which begins a note in the file."))
    note = " ".join(whole(term.note).split())
    return Term(term.ja.strip(), term.en.strip(), term.forbidden, note)
