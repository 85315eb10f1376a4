"""The settings of a project as a table. Pure."""

from pathlib import Path

from rich.console import Group
from rich.table import Table
from rich.text import Text

from alignbench.messages import t
from alignbench.project.setting_list import settings_now, shown
from alignbench.project.settings import settings_of
from alignbench.project.user_files import SETTINGS
from alignbench.system.safe_text import printable


def settings_text(root: Path) -> Group:
    """Every setting, its value, its type and where it is said. Raises InputError."""
    found = list(settings_now(root))
    settings_of(root)  # which says what is wrong, by line
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading in (t("setting"), t("value"), t("from"), t("may be")):
        table.add_column(heading, overflow="fold")
    for each in found:
        name = f"{each.setting.table}.{each.setting.key}"
        value = Text(printable(shown(each.value)), "bold" if each.file else "")
        where = each.file.name if each.file else t("as it comes")
        about = Text(f"{each.setting.kind}\n", no_wrap=False).append(each.setting.about, "dim")
        table.add_row(name, value, Text(where, "" if each.file else "dim"), about)
    where = t(
        "They stand in {path}; edit it, and F5 in a document reads it again. `alignbench settings "
        "--schema` gives editors a schema. `alignbench locate keys` says where your keys stand.",
        path=root.resolve() / SETTINGS,
    )  # fmt: skip
    return Group(table, Text(printable(where), "dim"))
