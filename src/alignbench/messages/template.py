"""Filling a message's template. Pure.

Templates come from translators and, stored, from project files, so this knows less than
`str.format`: a name, and perhaps a number's grouping, width or decimals. It never raises.
"""

import re
from collections.abc import Mapping

Value = object
"""Whatever can be shown with `str`."""

_FIELD = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_]{0,40})(?::([,<>]?\d{0,2},?(?:\.\d)?[dfg%]?))?\}")


def filled(template: str, values: Mapping[str, Value]) -> str:
    """`template` with each `{name}` or `{name:,}` replaced; an unknown name stays as it stands."""
    if "{" not in template and "}" not in template:
        return template

    def field(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        if found[1] not in values:
            return found[0]
        value = values[found[1]]
        try:
            return format(value, found[2]) if found[2] else str(value)
        except (ValueError, TypeError):
            return str(value)

    return _FIELD.sub(field, template)


def escaped(text: str) -> str:
    """`text` as a template that gives just this text."""
    return text.replace("{", "{{").replace("}", "}}")
