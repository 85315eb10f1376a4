"""`alignbench doctor`: whether everything that is needed is there, and how this terminal draws."""

import functools
import platform
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from alignbench.cli.open import has_terminal
from alignbench.cli.output import show
from alignbench.cli.terminal import measured_width
from alignbench.domain.errors import AlignbenchError, StoreError
from alignbench.messages import t
from alignbench.version import __version__

PACKAGES = (
    "textual", "sentence-transformers", "torch", "fugashi", "unidic-lite", "sqlite-utils",
    "numpy", "tokenizers", "safetensors", "click", "lxml", "sentencex", "jinja2",
)  # fmt: skip
_LEAST_FREE = 100_000_000
"""Bytes on the disk below which it is told: a copy of the database may need as much."""
AMBIGUOUS = "○●※…“”—→①α±"
"""Characters that some terminals draw over one cell and others over two."""


@click.command()
@click.option(
    "--repair",
    "wants_repair",
    is_flag=True,
    help=t("First put right what can be: indexes, half-written files; a copy is made before."),
)
@click.pass_obj
def doctor(root: Path, wants_repair: bool) -> None:
    """Check whether all is in order.

    That is the installation, the project's database, glossary, rules and settings, and how wide
    this terminal draws what it may draw either way. Exits with 1 if anything fails.
    """
    click.echo(f"alignbench {__version__}, Python {platform.python_version()}, {platform.system()}")
    for name in PACKAGES:
        click.echo(f"  {name:22} {_version(name)}")
    if wants_repair:
        from alignbench.project.repair import repair

        for done in repair(root):
            show(f"  {t('repaired'):22} {done}")
    failed = [name for name, check in _checks(root) if not _passes(name, check)]
    for line in terminal_lines():
        click.echo(line)
    if failed:
        raise AlignbenchError(t("Not in order: {failed}.", failed=", ".join(failed)))


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return t("not installed")


def _checks(root: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    yield t("bundled model"), _model
    yield "dictionary", _dictionary
    if (root / "db" / "alignbench.db").exists():  # or asking would make one
        yield "database", lambda: _database(root)
        yield "backups", lambda: _backups(root)
        yield t("free space"), lambda: _free_space(root)
        yield t("project's model"), lambda: _chosen_model(root)
    yield from _own_files(root)


def _own_files(root: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """The files that the project's owner wrote, those that are there."""
    from alignbench.project.user_files import GLOSSARIES, RULES, SETTINGS

    for name in GLOSSARIES:
        if (root / name).is_file():
            yield name, functools.partial(_glossary, root / name)
    if (root / RULES).is_file():
        yield RULES, lambda: _rules(root / RULES)
    if (root / SETTINGS).is_file():
        yield SETTINGS, lambda: _settings(root)


def _glossary(path: Path) -> str:
    from alignbench.project.user_files import read_glossary

    read = read_glossary(path)
    return f"{len(read.terms) if read else 0} terms"


def _rules(path: Path) -> str:
    from alignbench.project.user_files import read_rules_file

    return f"{len(read_rules_file(path))} rules"


def _settings(root: Path) -> str:
    from alignbench.checks import all_checks
    from alignbench.project.settings import settings_of

    settings = settings_of(root)
    checks = all_checks()
    return t("{on} of {all} checks on", on=sum(map(settings.runs, checks)), all=len(checks))


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        show(f"  {name:22} {check()}")
    except Exception as error:  # whatever it is, it is what the doctor was asked for
        show(f"  {name:22} FAILED: {error}")
        return False
    return True


def _model() -> str:
    from alignbench import embedding

    encoder = embedding.load()
    return f"{encoder.name}, {encoder.dimension} dimensions"


def _dictionary() -> str:
    from alignbench.language.lemmas import words

    return t("UniDic, {count} words in a short sentence", count=len(words("図書館が開く。", "ja")))


def _database(root: Path) -> str:
    from alignbench.project import Project

    with Project.open(root) as project:
        condition, many = project.condition(), len(project.documents())
        if condition != "ok":
            raise StoreError(
                t("{path} is damaged: {condition}.", path=project.database, condition=condition),
                t("`alignbench restore` lists the copies that can be put back."),
            )
        if project.is_read_only:
            return t(
                "{path}, {count} documents, only to be read", path=project.database, count=many
            )
        return f"{project.database}, {many} documents"


def _backups(root: Path) -> str:
    from alignbench.project.backups import backups_in

    kept = backups_in(root)
    if not kept:
        return t("none yet: one is made before the first review of a day")
    return t("{count}, the latest of {at}", count=len(kept), at=kept[0].at)


def _free_space(root: Path) -> str:
    """Room on the project's disk. Raises StoreError if there is hardly any."""
    import shutil

    free = shutil.disk_usage(root).free
    said = t("{size:,.1f} GB", size=free / 1_000_000_000)
    if free < _LEAST_FREE:
        raise StoreError(t("Only {size} are free on the project's disk.", size=said))
    return said


def _chosen_model(root: Path) -> str:
    """The project's model by name; none but the bundled one is loaded, which may take long."""
    from alignbench.project import Project

    try:
        project = Project.open(root)
    except StoreError:
        return t("not known")  # the database has failed already
    with project:
        if (outdated := project.models.outdated()) is not None:
            raise outdated
        return project.models.chosen or "bundled"


def terminal_lines() -> Iterator[str]:
    """How wide this terminal draws what it may draw either way, under a ruler."""
    yield ""
    yield "  1234567890123456789012"
    yield f"  {AMBIGUOUS}|"
    if not has_terminal():
        yield t("  (no terminal: widths not measured)")
        return
    width = measured_width(AMBIGUOUS)
    if width is None:
        yield t("  This terminal does not say where its cursor is: the | should stand under 1.")
    elif width == len(AMBIGUOUS):
        yield t("  Each takes one cell, as it should.")
    else:
        yield t(
            "  They take {width} cells, not {ambiguous}: columns will not stand straight.",
            width=width,
            ambiguous=len(AMBIGUOUS),
        )
        yield t("  Set your terminal to draw ambiguous-width characters as narrow.")
