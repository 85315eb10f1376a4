"""Roles and directives that docutils does not know: those of Sphinx and its extensions."""

import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles

_ROLE = re.compile(r":([A-Za-z][\w:+.-]*):`|`:([A-Za-z][\w:+.-]*):")
_DIRECTIVE = re.compile(r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w:+.-]*)[ \t]?::", re.M)
_TITLED = re.compile(r"^(?P<title>.+?)\s*<(?P<target>[^<>]+)>$", re.DOTALL)
CODE = frozenset(
    ["code-block", "sourcecode", "code", "highlight", "literalinclude", "math", "graphviz",
     "mermaid", "doctest", "testcode", "testoutput", "testsetup", "prompt", "productionlist",
     "uml", "digraph", "plot", "ipython", "console"]
)  # fmt: skip
"""Directives whose content is no prose."""
SILENT = frozenset(
    ["contents", "sectnum", "include", "raw", "meta", "class", "role", "default-role", "header",
     "footer", "toctree", "index", "currentmodule", "module", "tabularcolumns", "automodule",
     "autoclass", "autofunction", "rst-class", "highlightlang", "target-notes"]
)  # fmt: skip
"""Directives that say how a page is made, not what it says."""
_VERSIONS = frozenset(["versionadded", "versionchanged", "deprecated", "versionremoved"])
_PROSE_ARGUMENTS = frozenset(
    ["admonition", "topic", "sidebar", "rubric", "seealso", "dropdown", "tab", "card", "tab-item",
     "grid-item-card", "details", "collapse", "centered"]
)  # fmt: skip
_SIGNATURES = frozenset(
    ["function", "class", "method", "classmethod", "staticmethod", "attribute", "data", "exception",
     "property", "decorator", "option", "program", "envvar", "confval", "describe", "object",
     "cmdoption", "type", "macro", "struct", "enum", "var", "member"]
)  # fmt: skip
"""Directives whose argument is shown as it is written, above what they say of it."""
_PROSE = re.compile(r"[ぁ-んァ-ヶ一-鿿]|[^\W\d_]{2,} [^\W\d_]{2,}")


class left_out(nodes.General, nodes.Element):
    """A directive that no page shows; `what` is its name."""


class _Anything(dict[str, Any]):
    """Options of every name, as they stand."""

    def __missing__(self, _name: str) -> Any:
        return directives.unchanged


class AnyDirective(Directive):
    """What a directive is that nobody registered: a box with what is in it."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _Anything({"name": directives.unchanged})

    def run(self) -> list[nodes.Node]:
        """Its content as text, as code, or as something that is left out."""
        name = self.name.rpartition(":")[2]
        if name in SILENT:
            said = [name, *self.arguments, *map(str, self.options.values()), *self.content]
            return [left_out("", what=" ".join(said))]
        if name in CODE:
            text = "\n".join(self.content)
            code = nodes.literal_block(text, text) if text else left_out("", what=name)
            return [*self._titles(self.options.get("caption", "")), code]
        box = nodes.container()
        box += self._named(name)
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]

    def _named(self, name: str) -> list[nodes.Node]:
        """What the argument says; it may go on below, where no blank line ends it."""
        argument = self.arguments[0] if self.arguments else ""
        named = bool(self.block_text.partition("::")[2].partition("\n")[0].strip())
        first, rest = argument.split("\n", 1) if named and "\n" in argument else (argument, "")
        made: list[nodes.Node] = []
        if not named:
            first, rest = "", argument
        elif name in _VERSIONS:
            version, _, first = first.partition(" ")
            made.append(left_out("", what=version))
            first, rest = "", f"{first}\n{rest}".strip()
        elif name in _SIGNATURES or ":" in self.name:
            signatures = f"{first}\n{rest}".strip()
            made.append(nodes.literal_block(signatures, signatures))
            first = rest = ""
        elif name not in _PROSE_ARGUMENTS and not _PROSE.search(first):
            made.append(left_out("", what=f"{name} {first}"))
            first = ""
        elif name not in _PROSE_ARGUMENTS or name == "seealso":
            first, rest = "", argument
        titles = (first, self.options.get("title", ""), self.options.get("caption", ""))
        made += self._titles(*titles)
        if rest:
            inline, messages = self.state.inline_text(rest, self.lineno)
            made += [nodes.paragraph(rest, "", *inline), *messages]
        return made

    def _titles(self, *titles: str) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for title in filter(None, titles):
            inline, messages = self.state.inline_text(title, self.lineno)
            made += [nodes.rubric(title, "", *inline), *messages]
        return made


def any_role(
    name: str, rawtext: str, text: str, *_: Any, **__: Any
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """What a role is that nobody registered: its words, as a reference where it has a target."""
    plain = text.replace("\x00", "\\")
    titled = _TITLED.match(plain)
    shown = titled["title"] if titled else plain.removeprefix("!").removeprefix("~")
    kind = name.rpartition(":")[2]
    target = titled["target"] if titled else plain
    if kind in ("ref", "doc", "term", "numref", "download", "any") or titled:
        return [nodes.reference(rawtext, shown, refuri=target)], []
    return [nodes.literal(rawtext, shown, role=kind)], []


def know_names_of(source: str) -> None:
    """Let docutils take the roles and directives of `source` that it does not know."""
    for match in _ROLE.finditer(source):
        name = (match[1] or match[2]).lower()
        if name not in roles._roles and name not in roles._role_registry:
            roles.register_local_role(name, any_role)
    for match in _DIRECTIVE.finditer(source):
        name = match[1].lower()
        known = name in directives._directive_registry
        if name not in directives._directives and (not known or name in SILENT | CODE):
            directives.register_directive(name, AnyDirective)
