"""What people read goes through `t` and `tn`, or translators never see it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "alignbench"
ERRORS = {
    "AlignbenchError", "InputError", "OutputError", "StoreError", "ConflictError", "EditError",
    "ModelError", "Cancelled", "UsageError", "BadParameter",
}  # fmt: skip
POSITIONS = {"talk": (0,), "finding": (0,), "relink": (1,), "Edit": (1,), "alter": (1,)}
"""Functions that say something to people, and which of their arguments they say."""
OPTIONS = {"option", "argument", "command", "group"}


def name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def said(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that people are going to read."""
    name = name_of(call)
    if name in ERRORS:
        yield from call.args
    for at in POSITIONS.get(name, ()):
        yield from call.args[at : at + 1]
    if name in OPTIONS:
        yield from (each.value for each in call.keywords if each.arg == "help")


def plain(expression: ast.expr) -> bool:
    """Whether an expression is a text with words in it that no catalogue knows."""
    if isinstance(expression, ast.IfExp):
        return plain(expression.body) or plain(expression.orelse)
    if isinstance(expression, ast.Constant):
        return isinstance(expression.value, str) and _has_words(expression.value)
    return isinstance(expression, ast.JoinedStr) and any(
        isinstance(part, ast.Constant) and _has_words(str(part.value)) for part in expression.values
    )


def _has_words(text: str) -> bool:
    return re.search(r"[A-Za-z]{2}", text) is not None


def strays(source: str) -> list[int]:
    return [
        expression.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        for expression in (*said(node), node)
        if plain(expression) or _is_built(expression)
    ]


def _is_built(expression: ast.expr) -> bool:
    """Whether a text is put together before a catalogue is asked for it, which never knows it."""
    if not (isinstance(expression, ast.Call) and name_of(expression) in ("t", "tn")):
        return False
    templates = expression.args[: 2 if name_of(expression) == "tn" else 1]
    return any(isinstance(each, (ast.JoinedStr, ast.BinOp)) for each in templates)


def test_no_text_for_people_bypasses_the_messages() -> None:
    found = {
        str(path.relative_to(SOURCE)): lines
        for path in sorted(SOURCE.rglob("*.py"))
        if (lines := strays(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_a_bare_sentence_would_be_seen() -> None:
    assert strays('raise InputError(f"{name} is empty.")') == [1]
    assert strays('title = t(f"{name} is empty.")') == [1]
    assert strays('talk("Done." if done else t("Not done."))') == [1]
    assert strays('raise InputError(t("{name} is empty.", name=name), str(error))') == []
