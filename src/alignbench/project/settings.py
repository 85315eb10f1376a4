"""A project's settings for checks: which run, how bad their findings are, how names are written.

They stand in `alignbench.toml` in the project's folder; docs/settings.md is the page for users.
"""

import os
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from alignbench.checks.check import Check
from alignbench.checks.names.names import Honorifics, Order, Policy
from alignbench.domain.errors import InputError
from alignbench.domain.flags import Severity
from alignbench.language.romanisation import Macrons
from alignbench.messages import t
from alignbench.project.user_files import SETTINGS, read_text
from alignbench.project.word_lookup import (
    PLACE,
    WordLookUp,
    trouble_of_program,
    trouble_of_url,
)

Choice = TypeVar("Choice", bound=StrEnum)

_PAGE = t("docs/settings.md has them all.")


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What `alignbench.toml` says; without it, or with an empty one, all as it comes.

    `off` are ids of checks that do not run. `on` stay on although `off` names their family, and
    their hints count as findings. `severity` is what a check's findings have, whatever it thinks.
    """

    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    reads_meaning: bool = True
    """Whether rows are read for meaning in the workbench."""
    per_hundred: float = 2.0
    """How many of a hundred good pairs the reader of meaning may hint at."""
    lookup: WordLookUp = WordLookUp()  # noqa: RUF009 - frozen
    """Where words are looked up."""

    def runs(self, check: Check) -> bool:
        """Whether a check is switched on."""
        return check.id in self.on or check.id not in self.off

    def adjusted(self, check: Check) -> Check:
        """A check with the severity it has here, its hints shown if it is in `on`."""
        severity, shown = self.severity.get(check.id), check.id in self.on
        return check.adjusted(severity, shown=shown) if severity or shown else check

    def applied(self, checks: Iterable[Check]) -> tuple[Check, ...]:
        """Those of `checks` that are switched on, adjusted."""
        return tuple(self.adjusted(check) for check in checks if self.runs(check))


def settings_of(root: Path) -> CheckSettings:
    """The settings of the project in `root`.

    Raises:
        InputError: the file cannot be read, or something in it makes no sense; names line and key.
    """
    path = root / SETTINGS
    return read_settings(read_text(path), path.name) if os.path.lexists(path) else CheckSettings()


def read_settings(content: str, name: str = SETTINGS) -> CheckSettings:
    """Settings from TOML; `name` is the file's, for messages. Raises InputError as above."""
    try:
        found = tomllib.loads(content)
    except (ValueError, RecursionError) as error:  # ValueError: a number of thousands of digits too
        raise InputError(
            t("{name} is not TOML: {error}.", name=name, error=error), _PAGE
        ) from error
    file = _File(content, name)
    file.known((), found, ("checks", "names", "meaning", "lookup"))
    checks = file.table(("checks",), found)
    names = file.table(("names",), found)
    file.known(("checks",), checks, ("off", "on", "severity"))
    file.known(("names",), names, ("macrons", "order", "honorifics"))
    meaning = file.table(("meaning",), found)
    file.known(("meaning",), meaning, ("read", "per_hundred"))
    lookup = file.table(("lookup",), found)
    file.known(("lookup",), lookup, ("url", "program"))
    return CheckSettings(
        file.ids(("checks", "off"), checks),
        file.ids(("checks", "on"), checks),
        file.severities(checks),
        Policy(
            file.choice(("names", "macrons"), names, Macrons),
            file.choice(("names", "order"), names, Order),
            file.choice(("names", "honorifics"), names, Honorifics),
        ),
        file.switch(("meaning", "read"), meaning),
        file.share(("meaning", "per_hundred"), meaning),
        WordLookUp(
            file.url(("lookup", "url"), lookup), file.program(("lookup", "program"), lookup)
        ),
    )


Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """The text of the settings beside what TOML made of it: it knows lines, TOML does not."""

    content: str
    name: str

    def known(self, at: Keys, table: Mapping[str, Any], keys: Collection[str]) -> None:
        for key in table:
            if key not in keys:
                where = f"[{'.'.join(at)}]" if at else "it"
                raise self.wrong(
                    (*at, key),
                    t(
                        "there is no such setting; {where} may have {keys}",
                        where=where,
                        keys=", ".join(keys),
                    ),
                )

    def table(self, at: Keys, found: Mapping[str, Any]) -> Mapping[str, Any]:
        value = found.get(at[-1], {})
        if not isinstance(value, dict):
            raise self.wrong(at, t("this is a table: write its settings under it, one a line"))
        return value

    def choice(self, at: Keys, table: Mapping[str, Any], kind: type[Choice]) -> Choice:
        value = table.get(at[-1], "any")
        if not isinstance(value, str) or value not in list(kind):
            raise self.wrong(
                at, t("{value} is none of {kind}", value=repr(value), kind=", ".join(kind))
            )
        return kind(value)

    def switch(self, at: Keys, table: Mapping[str, Any]) -> bool:
        value = table.get(at[-1], True)
        if not isinstance(value, bool):
            raise self.wrong(at, t("it is true or false"))
        return value

    def share(self, at: Keys, table: Mapping[str, Any]) -> float:
        """A number of a hundred."""
        value = table.get(at[-1], 2.0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
            raise self.wrong(at, t("a number from 0 to 100 is needed"))
        return float(value)

    def url(self, at: Keys, table: Mapping[str, Any]) -> str:
        """An address with a place for a word; empty if there is none."""
        value = table.get(at[-1], "")
        if not isinstance(value, str):
            raise self.wrong(at, t("an address in quotation marks is needed"))
        if trouble := trouble_of_url(value):
            raise self.wrong(at, trouble)
        return value

    def program(self, at: Keys, table: Mapping[str, Any]) -> tuple[str, ...]:
        """A program and its arguments, with a place for a word; empty if there is none."""
        value = table.get(at[-1], [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(at, t('a list is needed, as in ["dict", "{place}"]', place=PLACE))
        if trouble := trouble_of_program(value):
            raise self.wrong(at, trouble)
        return tuple(value)

    def ids(self, at: Keys, table: Mapping[str, Any]) -> frozenset[str]:
        value = table.get(at[-1], [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(at, t('a list of checks is needed, as in ["num.value", "en.*"]'))
        return frozenset(id_ for each in value for id_ in self.checks((*at, each), each))

    def severities(self, checks: Mapping[str, Any]) -> dict[str, Severity]:
        """Severity by check. A check's own line counts more than its family's."""
        at = ("checks", "severity")
        given = dict(_flat(self.table(at, checks)))
        found: dict[str, Severity] = {}
        for id_ in sorted(given, key=lambda id_: not id_.endswith("*")):
            value = given[id_]
            if not isinstance(value, str) or value not in list(Severity):
                raise self.wrong(
                    (*at, id_),
                    t(
                        "{value} is none of {severity}",
                        value=repr(value),
                        severity=", ".join(Severity),
                    ),
                )
            found |= dict.fromkeys(self.checks((*at, id_), id_), Severity(value))
        return found

    def checks(self, at: Keys, id_: str) -> set[str]:
        try:
            from alignbench.checks.registry import all_checks, matching

            return matching(all_checks(), [id_])
        except InputError as error:
            raise self.wrong(at, t("there is no check {id_}", id_=repr(id_)), error.hint) from error

    def wrong(self, at: Keys, what: str, hint: str = _PAGE) -> InputError:
        key = ".".join(at[:2] if at[:2] in (("checks", "off"), ("checks", "on")) else at)
        line = self.line(at)
        return InputError(f"{self.name}{line and f', line {line}'}, {key}: {what}.", hint)

    def line(self, at: Keys) -> int:
        """The line on which a key stands: its parts are looked for one after another."""
        lines = self.content.splitlines()
        number = 0
        for part in at:
            after = range(max(number - 1, 0), len(lines))
            number = next((each + 1 for each in after if _has(lines[each], part)), number)
        return number


def _has(line: str, part: str) -> bool:
    return part in line.partition("#")[0]


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """`num.value = …` without quotation marks is a table in a table to TOML: here one key."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def switched_off(root: Path) -> tuple[str, ...]:
    """Ids of the checks that the project in `root` has switched off."""
    from alignbench.checks.registry import all_checks

    settings = settings_of(root)
    return tuple(check.id for check in all_checks() if not settings.runs(check))
