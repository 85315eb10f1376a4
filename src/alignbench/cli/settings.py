"""`alignbench settings`: what is set, where it is said, and a schema for editors."""

import json
from pathlib import Path

import click

from alignbench.cli.options import json_option
from alignbench.cli.output import show
from alignbench.messages import t


@click.command()
@json_option
@click.option(
    "--schema",
    "as_schema",
    is_flag=True,
    help=t("Print a JSON schema of alignbench.toml, for editors."),
)
@click.pass_obj
def settings(root: Path, as_json: bool, as_schema: bool) -> None:
    """Print every setting and the file that it comes from.

    The JSON is a list of records with "setting", "value", "default", "type" and "file".
    """
    from alignbench.project.setting_list import schema, settings_now, shown
    from alignbench.project.settings import settings_of

    if as_schema:
        show(json.dumps(schema(), ensure_ascii=False, indent=2))
        return
    found = list(settings_now(root))
    settings_of(root)  # which says what is wrong, by line
    if as_json:
        records = [
            {
                "setting": f"{each.setting.table}.{each.setting.key}", "value": each.value,
                "default": each.setting.default, "type": each.setting.schema,
                "file": each.file and str(each.file),
            }
            for each in found
        ]  # fmt: skip
        show(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for each in found:
        where = each.file.name if each.file else t("as it comes")
        name = f"{each.setting.table}.{each.setting.key}"
        show(f"{name:20}  {shown(each.value):24}  {where:16}  {each.setting.about}")
