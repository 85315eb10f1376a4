"""What a text must hold for a regular expression to match in it: told from the expression alone.

Most of the thousands of patterns here match in few texts. What `(?:more|less) than (?:one|two)`
matches holds "more than " or "less than ", and a text with neither need not be searched for it;
of many patterns at once this is told in one pass. After the prefilters of Google's RE2.
"""

import re
from dataclasses import dataclass
from itertools import product

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<name>\(\?P=\w+\))|(?P<flags>\(\?[aimsux]+\))|(?P<if>\(\?\()"
    r"|(?P<open>\((?:\?(?:[aimsux]*(?:-[imsx]+)?:|P<\w+>|>))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|\\(?P<escape>.)|(?P<anchor>[\^$])|(?P<any>\.)"
    r"|(?P<char>[^\\\[\](){}|*+?.^$]+(?![*+?{])|.)",
    re.DOTALL,
)
_REPEAT = re.compile(r"([*+?]|\{(\d*)(,?)\d*\})[?+]?")
_MARKS = frozenset("AbBZ")
"""Escapes that match no character."""
_SETS = frozenset("dDsSwW")
_END_OF_ESCAPE = re.compile(r"\{[A-Z -]+\}|\d*")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_CLASS_PART = re.compile(r"\\(.)|([^\\])", re.DOTALL)
_MOST, _LONGEST = 48, 12
"""Strings that a part of a pattern may stand for before they are counted no more, and their length.
"""
_PLAIN = re.compile(r"[\x20-\x7e\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]*")
"""Characters whose small letters are no matter of rules: the Kelvin sign is a k, ſ is an s."""
_COMMON_STRINGS = """
    the of and to in a is was for that on with as by at it from he be are this or an his were
    which not have has had but they one all she who its their her you we can will no so if
    ing tion er es ed en re st nd ent ter ati ha th nt ou al le ro ve li ra
"""
_COMMON = frozenset(_COMMON_STRINGS.split())
_OFTEN = 0.02
"""Share of the places of a text from which a string stands in nearly every text."""
_KANA = 0.02


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of a pattern: all that it can match, and what every match holds."""

    whole: frozenset[str] | None
    held: frozenset[str] | None


_NOTHING = _Part(frozenset({""}), None)
_ANYTHING = _Part(None, None)


def needed_text(pattern: str, flags: int = 0, *, at_most: float = _OFTEN) -> frozenset[str] | None:
    """Strings in lower case of which every text that `pattern` matches in holds one, itself in
    lower case; None where nothing need stand in it but what most texts have.

    `at_most` is the share of the places of a text at which one of them may be expected.
    """
    if flags & re.VERBOSE:
        return None
    part, _ = _alternatives(pattern, 0)
    held = _rarest(part.held, part.whole)
    if held is None or _frequency(held) > at_most:
        return None
    return held


def _alternatives(pattern: str, at: int) -> tuple[_Part, int]:
    """The part from `at` to its closing bracket or the end, and where that ends."""
    branches: list[_Part] = []
    while True:
        branch, at = _sequence(pattern, at)
        branches.append(branch)
        if not pattern.startswith("|", at):
            return _either(branches), at
        at += 1


def _either(branches: list[_Part]) -> _Part:
    if len(branches) == 1:
        return branches[0]
    whole: set[str] | None = set()
    held: set[str] | None = set()
    for branch in branches:
        if whole is not None:
            whole = None if branch.whole is None else whole | branch.whole
        if held is not None:
            least = _rarest(branch.held, branch.whole)
            held = None if least is None else held | least
    if whole is not None and len(whole) > _MOST:
        whole = None
    return _Part(
        None if whole is None else frozenset(whole), None if held is None else frozenset(held)
    )


def _sequence(pattern: str, at: int) -> tuple[_Part, int]:
    """The parts from `at` to the next bar or closing bracket, one after another."""
    run: frozenset[str] | None = _NOTHING.whole
    only = True  # whether the run is all there is so far
    held: frozenset[str] | None = None
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None or token.lastgroup in ("close", "bar"):
            break
        part, at = _one(pattern, token)
        if (repeat := _REPEAT.match(pattern, at)) and token.lastgroup not in ("look", "flags"):
            at = repeat.end()
            part = _repeated(part, repeat)
        held = _rarest(held, part.held)
        joined = _joined(run, part.whole)
        if joined is None:
            held = _rarest(held, run)
            only = False
            run = part.whole if part.whole is not None else _NOTHING.whole
        else:
            run = joined
    return _Part(run if only else None, _rarest(held, run)), at


def _one(pattern: str, token: re.Match[str]) -> tuple[_Part, int]:
    """The part that a token begins, and where it ends."""
    kind, at = token.lastgroup, token.end()
    if kind == "char":
        return _written(token[0]), at
    if kind == "open":
        part, at = _alternatives(pattern, at)
        return part, at + 1
    if kind in ("look", "if"):
        if kind == "if":
            at = pattern.index(")", at) + 1
        _, at = _alternatives(pattern, at)
        return (_NOTHING if kind == "look" else _ANYTHING), at + 1
    if kind == "class":
        return _class(token[0][1:-1]), at
    if kind == "escape":
        return _escape(pattern, token)
    return (_NOTHING if kind in ("anchor", "flags") else _ANYTHING), at


def _written(characters: str) -> _Part:
    if not _PLAIN.fullmatch(characters):
        return _ANYTHING
    return _Part(frozenset({characters.lower()}), None)


def _escape(pattern: str, token: re.Match[str]) -> tuple[_Part, int]:
    escaped, at = token["escape"], token.end()
    if escaped in _MARKS:
        return _NOTHING, at
    if escaped in _SETS:
        return _ANYTHING, at
    if escaped in "xuU":
        return _ANYTHING, at + {"x": 2, "u": 4, "U": 8}[escaped]
    if escaped.isdigit() or escaped == "N":
        return _ANYTHING, _END_OF_ESCAPE.match(pattern, at).end()
    return _written(_CONTROLS.get(escaped, escaped)), at


def _class(inside: str) -> _Part:
    """Any one of a few characters, or of many."""
    if inside.startswith("^") or len(inside) > _MOST or "-" in inside[1:-1]:
        return _ANYTHING
    characters: set[str] = set()
    for part in _CLASS_PART.finditer(inside):
        escaped, plain = part[1], part[2]
        if escaped and (escaped in _SETS or escaped in "bxuUN" or escaped.isdigit()):
            return _ANYTHING
        character = _CONTROLS.get(escaped, escaped) if escaped else plain
        if not _PLAIN.fullmatch(character):
            return _ANYTHING
        characters.add(character.lower())
    return _Part(frozenset(characters), None)


def _repeated(part: _Part, repeat: re.Match[str]) -> _Part:
    """A part that may stand several times or not at all."""
    least = 0 if repeat[1] in ("*", "?") else 1 if repeat[1] == "+" else int(repeat[2] or 0)
    if repeat[1] == "?" and part.whole is not None:
        return _Part(part.whole | {""}, None)
    if least == 0:
        return _ANYTHING
    if repeat[1] == "{1}":
        return part
    return _Part(None, _rarest(part.held, part.whole))


def _joined(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Every string of `one` before every one of `other`; None where they are too many or long."""
    if one is None or other is None or len(one) * len(other) > _MOST:
        return None
    made = frozenset(left + right for left, right in product(one, other))
    return None if max(map(len, made), default=0) > _LONGEST else made


def _rarest(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set of which a text least likely holds a string; an empty string is in every text."""
    telling = [each for each in (one, other) if each is not None and "" not in each]
    return min(telling, key=_frequency, default=None)


def _frequency(strings: frozenset[str]) -> float:
    """How often one of `strings` stands at a place of a text, roughly."""
    return sum(map(_chance, strings))


def _chance(string: str) -> float:
    if string.strip() in _COMMON:
        return _OFTEN
    chance = 1.0
    for character in string:
        if character.isascii():
            chance *= 0.06 if character.isalpha() or character == " " else 0.01
        else:
            chance *= _KANA if character < "\u3400" else 0.002
    return chance
