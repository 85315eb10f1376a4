"""What importing files or folders would take in, and what it would pass over and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.project.document_name import document_name
from alignbench.project.file_pairs import FilePair, is_leftover, pair_up, side_of


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that is not taken in, and why: a clause for people."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Pairs to import, files that hold both languages, and what is passed over."""

    pairs: tuple[FilePair, ...] = ()
    bilingual: tuple[Path, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def import_plan(ja: Path, en: Path | None, known: Collection[str] = ()) -> ImportPlan:
    """The plan for a file or folder of Japanese and one of English; `known` are names in use.

    Without `en`, a file is one that holds both languages, and a folder has the files of both
    sides, told apart by what their names say (`ch04.ja.txt`, `ch04.en.txt`).

    Raises InputError for what is not there, or a file beside a folder.
    """
    for path in (ja, en):
        if path is not None and not path.exists():
            raise InputError(t("There is no {path}.", path=path), t("Check the name."))
    if ja.is_file() and (en is None or en == ja):
        return _known(ImportPlan(bilingual=(ja,)), known)
    if en is not None and ja.is_file() and en.is_file():
        pair = FilePair(document_name(ja.stem), ja, en, imported=False)
        return _known(ImportPlan(pairs=(pair,)), known)
    if ja.is_dir() and (en is None or en == ja):
        return _known(_of_one_folder(ja), known)
    if en is not None and ja.is_dir() and en.is_dir():
        return _known(_of_folders(_files(ja), _files(en)), known)
    raise InputError(
        t("One of the two is a file and the other a folder."), t("Name two files or two folders.")
    )


def _of_one_folder(folder: Path) -> ImportPlan:
    files = _files(folder)
    told = [path for path in files if side_of(path) or is_leftover(path) or path.is_dir()]
    plan = _of_folders(
        [path for path in told if side_of(path) != "en"],
        [path for path in told if side_of(path) == "en"],
    )
    why = t("its name does not say which language it is in, as .ja.txt and .en.txt do")
    silent = (PassedOver(path, why) for path in files if path not in told)
    return ImportPlan(plan.pairs, (), (*plan.passed_over, *silent))


def _of_folders(ja: list[Path], en: list[Path]) -> ImportPlan:
    wanted = {path for path in (*ja, *en) if path.is_file() and not is_leftover(path)}
    pairing = pair_up([p for p in ja if p in wanted], [p for p in en if p in wanted])
    passed = [PassedOver(path, pairing.reasons[path]) for path in pairing.unpaired]
    passed += [PassedOver(path, _no_text(path)) for path in (*ja, *en) if path not in wanted]
    pairs = (FilePair(name, *files, imported=False) for name, files in pairing.pairs.items())
    return ImportPlan(tuple(pairs), (), tuple(passed))


def _no_text(path: Path) -> str:
    if path.is_dir():
        return t("a folder; name it to look into it")
    return t("hidden, or left by an editor")


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise InputError(
            t("{folder} cannot be read: {strerror}.", folder=folder, strerror=error.strerror)
        ) from error


def _known(plan: ImportPlan, known: Collection[str]) -> ImportPlan:
    """The plan without documents whose names are in use, which are passed over."""

    def taken() -> Iterator[PassedOver]:
        why = t("there is a document of this name already")
        yield from (PassedOver(pair.ja, why) for pair in plan.pairs if pair.name in known)
        yield from (PassedOver(p, why) for p in plan.bilingual if document_name(p.stem) in known)

    return ImportPlan(
        tuple(pair for pair in plan.pairs if pair.name not in known),
        tuple(path for path in plan.bilingual if document_name(path.stem) not in known),
        (*plan.passed_over, *taken()),
    )
