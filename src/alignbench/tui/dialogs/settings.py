"""The settings of a project: each with its value and the file that it comes from, to be changed."""

from pathlib import Path
from typing import Any

from rich.text import Text
from textual.app import App

from alignbench.domain.errors import AlignbenchError
from alignbench.messages import t
from alignbench.project.setting_change import change_setting, typed_form, typed_value
from alignbench.project.setting_list import SettingValue, settings_now, shown
from alignbench.project.settings import settings_of
from alignbench.project.user_files import SETTINGS
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.notices import complain
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

NAME, VALUE, LESS = 21, 22, 14
"""Cells of the columns for names and values, and for values in a narrow terminal."""
NARROW = 80
"""Cells of a terminal below which values have less."""


async def ask_settings(app: App[Any], root: Path) -> None:
    """List every setting of the project in `root`, and change those that are chosen.

    Raises InputError for a file that is no TOML or makes no sense.
    """
    at, note = 0, _where(root)
    while True:
        found = list(settings_now(root))
        settings_of(root)  # which says what is wrong, by line
        chooser = Chooser(
            t("Settings of this project"), [_line(each, app.size.width) for each in found],
            t("enter changes one   x: as it comes   / looks for words   esc leaves"),
            keys="x", at=at, note=note, details=[_about(each) for each in found],
        )  # fmt: skip
        answer = await app.push_screen_wait(chooser)
        if answer is None:
            return
        key, at = answer
        if key == "x" or await _ask_value(app, root, found[at]):
            note = _changed(app, root, found[at], key) or note


def _changed(app: App[Any], root: Path, was: SettingValue, key: str) -> str:
    """Take a setting back where that was asked for; says what it is now."""
    setting = was.setting
    if key == "x":
        try:
            change_setting(root, setting, None)
        except AlignbenchError as error:
            complain(app, error)
            return ""
    now = next(each for each in settings_now(root) if each.setting == setting)
    name = f"{setting.table}.{setting.key}"
    return t(
        "{name} is {value} now. F5 in a document runs the checks by it.",
        name=name, value=shown(now.value),
    )  # fmt: skip


async def _ask_value(app: App[Any], root: Path, was: SettingValue) -> bool:
    """Ask for another value, by choice where there are few; whether there is one."""
    setting = was.setting
    title = f"{setting.table}.{setting.key}: {setting.about}"
    values = [str(each) for each in setting.schema.get("enum", ())]
    if setting.schema.get("type") == "boolean":
        values = ["true", "false"]
    if values:
        now = typed_form(was.value)
        answer = await app.push_screen_wait(
            Chooser(
                title, [Text(value) for value in values], t("enter keeps it   esc leaves"),
                at=values.index(now) if now in values else 0,
            )
        )  # fmt: skip
        return answer is not None and _keep(app, root, was, values[answer[1]])
    typed = typed_form(was.value)
    while True:
        answer_text = await app.push_screen_wait(TextQuestion(title, typed, str(setting.kind)))
        if answer_text is None:
            return False
        if _keep(app, root, was, answer_text):
            return True
        typed = answer_text


def _keep(app: App[Any], root: Path, was: SettingValue, text: str) -> bool:
    """Write a value into the file; whether it could be."""
    try:
        change_setting(root, was.setting, typed_value(was.setting, text))
    except AlignbenchError as error:
        complain(app, error)
        return False
    return True


def _line(each: SettingValue, width: int) -> Text:
    """`checks.off   ["num.*"]   alignbench.toml`, on a screen `width` cells wide."""
    setting, room = each.setting, VALUE if width >= NARROW else LESS
    value = cut(printable(shown(each.value)), room)
    where = each.file.name if each.file else str(t("as it comes"))
    line = Text(no_wrap=True, overflow="ellipsis")
    line.append(f"{setting.table}.{setting.key}".ljust(NAME))
    line.append(value + " " * (room - cells(value)), "bold" if each.file else "")
    return line.append(f"  {where:<{len(SETTINGS)}}", "" if each.file else "dim")


def _about(each: SettingValue) -> str:
    """`Checks that do not run. (list of checks)`."""
    return f"{each.setting.about} ({each.setting.kind})"


def _where(root: Path) -> str:
    where = t(
        "They stand in {path}. `alignbench settings --schema` gives editors a schema; `alignbench "
        "locate keys` says where your keys stand.",
        path=root.resolve() / SETTINGS,
    )  # fmt: skip
    return printable(where)
