"""Changing one setting in `alignbench.toml`; all else in the file, comments too, stays as it is."""

import json
from pathlib import Path
from typing import Any

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.project.setting_list import Setting
from alignbench.project.settings import read_settings
from alignbench.project.user_files import SETTINGS
from alignbench.system.atomic_files import change_file


def change_setting(root: Path, setting: Setting, value: Any) -> None:
    """Give a setting of the project in `root` a value; None: as it comes.

    Raises:
        InputError: the value, or what the file says already, makes no sense; nothing is written.
        OutputError: the file cannot be written.
    """
    change_file(root / SETTINGS, lambda data: _changed(data, setting, value))


def _changed(data: bytes, setting: Setting, value: Any) -> bytes:
    """The file's bytes with the setting changed."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        file = tomlkit.parse(data.decode("utf-8"))
        if value is None:
            if setting.table in file:
                file[setting.table].pop(setting.key, None)
        else:
            if setting.table not in file:
                file[setting.table] = tomlkit.table()
            file[setting.table][setting.key] = value
        text = tomlkit.dumps(file)
    except (TOMLKitError, UnicodeDecodeError, TypeError, AttributeError) as error:
        raise InputError(
            t("{name} is not TOML: {error}.", name=SETTINGS, error=error),
            t("docs/settings.md has them all."),
        ) from error
    read_settings(text)
    return text.encode()


def typed_value(setting: Setting, text: str) -> Any:
    """What was typed as a value of the setting's type; None for nothing: as it comes.

    Lists are typed with commas between, a severity for each check as `num.value = minor`.

    Raises:
        InputError: it is no value of that type.
    """
    words = text.strip()
    if not words:
        return None
    kind = setting.schema.get("type", "string")
    try:
        if kind == "boolean":
            return {"true": True, "false": False}[words]
        if kind == "number":
            return float(words)
        if kind == "array":
            return json.loads(words) if words.startswith("[") else _parts(words)
        if kind == "object":
            pairs = [part.split("=", 1) for part in _parts(words)]
            return {key.strip(): value.strip() for key, value in pairs}
    except (ValueError, KeyError) as error:
        raise InputError(
            t("{text} is no value of this kind: {kind}.", text=words, kind=setting.kind)
        ) from error
    return words


def typed_form(value: Any) -> str:
    """A value as `typed_value` reads it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ", ".join(f"{key} = {each}" for key, each in value.items())
    if isinstance(value, list):
        has_commas = any("," in str(each) for each in value)
        return json.dumps(value, ensure_ascii=False) if has_commas else ", ".join(map(str, value))
    return str(value)


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]
