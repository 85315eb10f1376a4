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
SAID = {"t", "tn"}
NOT_SPEECH = {
    "compile", "lazy", "axis", "_unit", "frozenset", "Example", "debug", "info", "warning",
    "exception", "AssertionError", "AttributeError", "IndexError", "KeyError", "TypeError",
    "NotImplementedError", "ValueError",
}  # fmt: skip
"""Calls whose texts are patterns, examples of a check, or for who reads the log or the code."""
NO_SPEECH = re.compile(
    r"[\\$]|</|\(\?|\|\w+\||\w\[|\b(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|FROM)\b"
)
"""What only patterns, types, markup and SQL have."""
STYLE = re.compile("CSS|STYLE|COLUMNS|REST")
TEXT_FILES = (
    "checks/english/grammar.py", "checks/law/parties.py", "checks/reference.py", "checks/values/",
    "language/", "alignment/scoring/", "documents/formats/markdown/", "documents/updates/",
    "embedding/available_models.py", "embedding/transformers/prompts.py", "exchange/docx.py",
    "exchange/html_table.py", "cli/reference.py", "tui/reference.py",
)  # fmt: skip
"""Files that hold lists of words, markup, samples or whole pages in English."""


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


def sentences(source: str) -> list[int]:
    """The lines of texts that read like speech, and that nothing says through `t`."""
    tree = ast.parse(source)
    above: dict[ast.AST, ast.AST] = {}

    def is_known(expression: ast.expr) -> bool:
        if not above:
            above.update(
                (child, node) for node in ast.walk(tree) for child in ast.iter_child_nodes(node)
            )
        node: ast.AST = expression
        while (node := above.get(node, tree)) is not tree:
            if isinstance(node, ast.Call) and name_of(node) in (*SAID, *NOT_SPEECH):
                return True
            if isinstance(node, ast.keyword) and node.arg == "classes":
                return True
            if isinstance(node, (ast.Expr, ast.JoinedStr, ast.FormattedValue, ast.Compare)):
                return True  # a docstring, a part of a text that is looked at whole, a key
            if isinstance(node, (ast.Assign, ast.AnnAssign)):
                return any(STYLE.search(ast.unparse(each)) for each in targets(node))
        return False

    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, (ast.Constant, ast.JoinedStr))
        and reads_as_speech(node)
        and not is_known(node)
    ]


def targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]


def reads_as_speech(expression: ast.Constant | ast.JoinedStr) -> bool:
    if isinstance(expression, ast.JoinedStr):
        parts = expression.values
        text = "".join(str(each.value) if isinstance(each, ast.Constant) else "…" for each in parts)
    else:
        text = expression.value if isinstance(expression.value, str) else ""
    speech = len(re.findall(r"[A-Za-z]{2,}", text)) > 2 and re.search(r"[a-z]{2,},? [a-z…“]", text)
    return bool(speech) and not NO_SPEECH.search(text)


def test_no_text_for_people_bypasses_the_messages() -> None:
    found = {
        str(path.relative_to(SOURCE)): lines
        for path in sorted(SOURCE.rglob("*.py"))
        if (lines := strays(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_no_sentence_stands_in_the_source_as_it_is() -> None:
    found = {
        name: lines
        for path in sorted(SOURCE.rglob("*.py"))
        if not (name := path.relative_to(SOURCE).as_posix()).startswith(TEXT_FILES)
        if (lines := sentences(path.read_text(encoding="utf-8")))
    }
    assert not found, found


def test_a_sentence_is_seen_wherever_it_stands() -> None:
    assert sentences('NO_PAIRS = "There are no pairs yet."') == [1]
    assert sentences('said = f"The limit {value} is reached"') == [1]
    assert sentences('said = t("The limit {value} is reached", value=value)') == []
    assert sentences('def f():\n    """A docstring is for us."""') == []


def test_a_bare_sentence_would_be_seen() -> None:
    assert strays('raise InputError(f"{name} is empty.")') == [1]
    assert strays('title = t(f"{name} is empty.")') == [1]
    assert strays('talk("Done." if done else t("Not done."))') == [1]
    assert strays('raise InputError(t("{name} is empty.", name=name), str(error))') == []
