"""A message: a text in the reader's language that remembers its id and arguments."""

import json
from collections.abc import Mapping
from typing import Any

from alignbench.messages.catalogue import plural, singular
from alignbench.messages.template import Value, escaped, filled

Plural = tuple[str, int]
"""The template for several, and how many there are."""


class Message(str):
    """A text said to people: a `str`, with the template it was made from and what filled it.

    `id` is the English template (gettext's msgid), `values` its named arguments and `several`,
    for a counted message, the template for more than one with the count.
    """

    id: str
    values: Mapping[str, Value]
    several: Plural | None

    def __new__(
        cls, id: str, values: Mapping[str, Value] | None = None, several: Plural | None = None
    ) -> "Message":
        """The message of this template in the language of the one who reads."""
        values = values or {}
        template = singular(id) if several is None else plural(id, *several)
        made = super().__new__(cls, filled(template, values))
        made.id, made.values, made.several = id, values, several
        return made

    def __reduce__(self) -> tuple[type["Message"], tuple[object, ...]]:
        """Pickled as id and arguments."""
        return type(self), (self.id, dict(self.values), self.several)


def t(id: str, /, **values: Value) -> Message:
    """The message `id` with its named arguments filled in, in the reader's language."""
    return Message(id, values)


def tn(one: str, many: str, count: int, /, **values: Value) -> Message:
    """The message for `count` things; both templates may say `{count:,}`."""
    return Message(one, {"count": count, **values}, (many, count))


def stored(text: str) -> str:
    """`text` as it is stored: id and arguments as JSON, if it is a message; messages in it too."""
    return json.dumps(_parts(text), ensure_ascii=False, separators=(",", ":"))


def restored(text: str) -> Message:
    """The message that `stored` wrote; anything else is taken as the text of one."""
    try:
        return _made(json.loads(text))
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError):
        return Message(escaped(text))


def _parts(text: str) -> list[object]:
    message = text if isinstance(text, Message) else Message(escaped(text))
    values = {name: _plain(value) for name, value in message.values.items()}
    return [message.id, values, *([list(message.several)] if message.several else [])]


def _plain(value: Value) -> object:
    if isinstance(value, Message):
        return _parts(value)
    return value if isinstance(value, int | float) else str(value)


def _made(parts: Any) -> Message:
    id_, values, *more = parts
    several = (str(more[0][0]), int(more[0][1])) if more else None
    if not isinstance(id_, str):
        raise TypeError
    inner = {
        str(name): _made(value) if isinstance(value, list) else value
        for name, value in values.items()
    }
    return Message(id_, inner, several)
