"""Every setting that there is: its type, what it is now, and the file that says so."""

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alignbench.checks.names.names import Honorifics, Order
from alignbench.domain.errors import InputError
from alignbench.domain.flags import Severity
from alignbench.language.romanisation import Macrons
from alignbench.messages import Message, t
from alignbench.project.user_files import SETTINGS, read_text
from alignbench.project.word_lookup import PLACE

SCHEMA_ID = "alignbench.schema.json"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of `alignbench.toml`: its place, a JSON schema of its values, the default."""

    table: str
    key: str
    about: Message
    schema: Mapping[str, Any]
    default: Any

    @property
    def kind(self) -> str:
        """The type, for people."""
        if "enum" in self.schema:
            return " | ".join(map(str, self.schema["enum"]))
        if self.table == "lookup":
            return {
                "string": t("an address with {place}", place=PLACE),
                "array": t("program and arguments with {place}", place=PLACE),
            }[str(self.schema["type"])]
        return {
            "array": t("list of checks"), "object": t("a severity for each check"),
            "boolean": "true | false", "number": "0 - 100",
        }[str(self.schema["type"])]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SettingValue:
    """What a setting is now."""

    setting: Setting
    value: Any
    file: Path | None
    """The file that says so; None: it is as it comes."""


def _settings() -> tuple[Setting, ...]:
    checks = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
    severities = [each.value for each in Severity]
    return (
        Setting("checks", "off", t("Checks that do not run."), checks, []),
        Setting("checks", "on", t("Checks that run although off names their family."), checks, []),
        Setting(
            "checks", "severity", t("How bad the findings of a check are."),
            {"type": "object", "additionalProperties": {"enum": severities}}, {},
        ),
        Setting(
            "names", "macrons", t("How long vowels of names are written."),
            {"enum": [each.value for each in Macrons]}, "any",
        ),
        Setting(
            "names", "order", t("The order of family name and given name."),
            {"enum": [each.value for each in Order]}, "any",
        ),
        Setting(
            "names", "honorifics", t("Whether san and the like stay."),
            {"enum": [each.value for each in Honorifics]}, "any",
        ),
        Setting(
            "meaning", "read", t("Whether rows are read for meaning in the workbench."),
            {"type": "boolean"}, True,
        ),
        Setting(
            "meaning", "per_hundred",
            t("How many of a hundred good pairs the reader of meaning may hint at."),
            {"type": "number", "minimum": 0, "maximum": 100}, 2.0,
        ),
        Setting(
            "lookup", "url", t("The address at which words are looked up in the browser."),
            {"type": "string"}, "",
        ),
        Setting(
            "lookup", "program",
            t("The program, with arguments, that looks words up instead of the browser."),
            {"type": "array", "items": {"type": "string"}}, [],
        ),
    )  # fmt: skip


def settings_now(root: Path) -> Iterator[SettingValue]:
    """Every setting of the project in `root`. Raises InputError for a file that is not TOML."""
    path = root / SETTINGS
    found: dict[str, Any] = {}
    if os.path.lexists(path):
        try:
            found = tomllib.loads(read_text(path))
        except (ValueError, RecursionError) as error:
            raise InputError(
                t("{name} is not TOML: {error}.", name=path.name, error=error),
                t("docs/settings.md has them all."),
            ) from error
    for setting in _settings():
        table = found.get(setting.table, {})
        there = isinstance(table, dict) and setting.key in table
        value = table[setting.key] if there else setting.default
        yield SettingValue(setting, value, path if there else None)


def schema() -> dict[str, Any]:
    """A JSON schema of `alignbench.toml`, for editors that help with what they know."""
    from alignbench.checks.registry import all_checks

    ids = sorted(check.id for check in all_checks())
    families = sorted({f"{id_.partition('.')[0]}.*" for id_ in ids})
    tables: dict[str, Any] = {}
    for each in _settings():
        known = dict(each.schema)
        if known.get("uniqueItems"):
            known["items"] = {"anyOf": [{"enum": [*families, *ids]}, {"type": "string"}]}
        properties = tables.setdefault(
            each.table, {"type": "object", "additionalProperties": False, "properties": {}}
        )["properties"]
        properties[each.key] = known | {"description": str(each.about), "default": each.default}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_ID,
        "title": "alignbench.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": tables,
    }


def shown(value: Any) -> str:
    """A value as the file has it."""
    return json.dumps(value, ensure_ascii=False)
