"""The files in a project's folder that its owner writes: glossary, rules, settings."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.checks.rule_files import UserRule
    from alignbench.checks.terms.glossary import Glossary

GLOSSARIES = ("glossary.tsv", "glossary.tbx")
RULES = "checks.tsv"
REPLACEMENTS = "replacements.tsv"
SETTINGS = "alignbench.toml"
"""Their names; docs/own-checks.md, guide.md and settings.md say what may stand in them."""
OWN_FILES = frozenset({*GLOSSARIES, RULES, REPLACEMENTS, SETTINGS})
LARGEST = 16_000_000
"""Bytes of such a file that are read: some 300,000 terms."""


def is_project(root: Path) -> bool:
    """Whether a folder is a project: it has texts of both sides, a database, or settings."""
    texts = all((root / "data" / side).is_dir() for side in ("ja", "en"))
    return texts or (root / "db" / "alignbench.db").is_file() or (root / SETTINGS).is_file()


def read_glossary(path: Path) -> "Glossary | None":
    """The glossary in a TSV or TBX file, or in a pipe; None if there is no such file.

    Raises:
        InputError: it cannot be read; names the line.
    """
    from alignbench.checks.terms.glossary_formats import from_tbx, from_tsv

    if not os.path.lexists(path):
        return None
    if path.suffix.lower() == ".tbx":
        return from_tbx(read_bytes(path), path.name)
    return from_tsv(read_text(path), path.name)


def read_rules_file(path: Path) -> "tuple[UserRule, ...]":
    """The rules in a TSV file. Raises InputError for what is wrong in it, with line and column."""
    from alignbench.checks.rule_files import read_rules

    return read_rules(read_text(path), path.name)


def read_bytes(path: Path) -> bytes:
    """What stands in a file, or comes out of a pipe.

    In a project's folder only a file is read: a pipe put there by somebody would never end.

    Raises:
        InputError: it cannot be read, or is larger than any such file may be.
    """
    try:
        if path.is_dir() or (path.name in OWN_FILES and not path.is_file()):
            raise InputError(t("{path} is not a file.", path=path), t("Put a file there."))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(
            t("Could not read {path}: {value}.", path=path, value=error.strerror or error)
        ) from error
    if len(data) > LARGEST:
        raise InputError(
            t("{path} is larger than {size} MB.", path=path, size=LARGEST // 1_000_000),
            t("Divide it, or leave out what is not needed."),
        )
    return data


def read_text(path: Path) -> str:
    """A file's text, without a byte order mark. Raises InputError if it is not UTF-8."""
    return decoded(read_bytes(path), path)


def decoded(data: bytes, path: Path) -> str:
    """The text of a file's bytes, as `read_text` gives it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            t(
                "{name} is not UTF-8 (byte {start} cannot be read).",
                name=path.name,
                start=error.start,
            ),
            t("Save it as UTF-8."),
        ) from error
