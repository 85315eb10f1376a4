"""The checks that users write themselves, as their files hold them: a TSV of two patterns."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import regex

from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES, Severity
from alignbench.messages import t

COLUMNS = ("id", "ja", "en", "mode", "message", "severity", "type")
_MANY = 1_000
"""Times that a rule may ask for something to be repeated, repeats of repeats multiplied."""
_LONGEST_PATTERN = 4_000
_LONGEST_CAUGHT = 20_000
"""Characters that what a group caught may become where it is repeated."""
_COUNT = regex.compile(r"(?<!\\)(?:\\\\)*(\)?)\{(\d*)(?:,(\d*))?\}")
_REFERENCE = regex.compile(r"(?<!\\)((?:\\\\)*)\\([1-9])")


class Mode(StrEnum):
    """When a rule speaks."""

    BOTH = "both"
    """Both patterns match: a pairing that should not be."""
    JA_NOT_EN = "ja-not-en"
    EN_NOT_JA = "en-not-ja"
    COUNT_DIFFERS = "count-differs"


@dataclass(frozen=True, slots=True)
class UserRule:
    """One rule; `where` names file and line for messages."""

    id: str
    ja: Any
    en: str
    mode: Mode
    message: str
    severity: Severity
    type: str
    where: str

    def english(self, groups: Sequence[str | None] = ()) -> Any:
        r"""The English pattern, with `\\1` … `\\9` replaced by what the Japanese groups caught.

        Raises:
            TimeoutError: they caught so much that the pattern would be too large to be made.
        """
        times = max([1, *(int(found[2] or found[3] or 1) for found in _COUNT.finditer(self.en))])
        if "\\" in self.en and sum(len(each or "") for each in groups) * times > _LONGEST_CAUGHT:
            raise TimeoutError

        def caught(reference: Any) -> str:
            at = int(reference[2]) - 1
            text = groups[at] if at < len(groups) else None
            plain = unicodedata.normalize("NFKC", text or "")
            forms = dict.fromkeys(form for form in (text or "", plain) if form)
            return str(reference[1]) + f"(?:{'|'.join(map(regex.escape, forms)) or '(?!)'})"

        return regex.compile(_REFERENCE.sub(caught, self.en))


def read_rules(content: str, name: str) -> tuple[UserRule, ...]:
    r"""Rules from TSV: id, Japanese, English, mode, message; severity and type may follow.

    The first line may name the columns; lines that begin with # are notes. `\1` in the English
    pattern stands for what the first group of the Japanese one caught.

    Raises:
        InputError: a line that is no rule; names line and column.
    """
    rules = []
    for number, line in enumerate(content.lstrip("\ufeff").splitlines(), 1):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#") or tuple(cells[:3]) == COLUMNS[:3]:
            continue
        rules.append(_rule(cells, name, number))
    return tuple(rules)


def _rule(cells: list[str], name: str, number: int) -> UserRule:
    cells = [*(cell.strip() for cell in cells), *[""] * len(COLUMNS)]
    id_, ja, en, mode, message, severity, type_ = cells[: len(COLUMNS)]
    where = f"{name}, line {number}"
    if not id_:
        raise InputError(t("{where}, column id: a rule needs a name.", where=where))
    compiled = _compiled(ja, f"{where}, column ja")
    _compiled(_REFERENCE.sub(r"\g<1>x", en), f"{where}, column en")
    references = [int(found[2]) for found in _REFERENCE.finditer(en)]
    if max(references, default=0) > compiled.groups:
        raise InputError(
            t(
                "{where}, column en: \\{max} stands for a group that ja does not have.",
                where=where,
                max=max(references),
            )
        )
    if mode not in list(Mode):
        raise InputError(
            t(
                "{where}, column mode: {mode} is none of {mode2}.",
                where=where,
                mode=repr(mode),
                mode2=", ".join(Mode),
            )
        )
    if references and Mode(mode) is Mode.EN_NOT_JA:
        raise InputError(
            t(
                "{where}, column en: in {mode} nothing is caught that \\1 could mean.",
                where=where,
                mode=mode,
            )
        )
    if severity and severity not in list(Severity):
        raise InputError(
            t(
                "{where}, column severity: {severity} is none of {severity2}.",
                where=where,
                severity=repr(severity),
                severity2=", ".join(Severity),
            )
        )
    if type_ and type_ not in FLAG_TYPES:
        raise InputError(
            t("{where}, column type: there is no error type {type}.", where=where, type=repr(type_))
        )
    return UserRule(
        id_,
        compiled,
        en,
        Mode(mode),
        message or f"Rule {id_}",
        Severity(severity or "minor"),
        type_ or "accuracy/mistranslation",
        where,
    )


def _bound(pattern: str, where: str) -> None:
    """Raise InputError for a pattern that may take very much memory to make."""
    nested = 1
    for found in _COUNT.finditer(pattern):
        most = max(int(count[:9]) for count in (found[2] or "1", found[3] or "1"))
        nested *= max(1, most) if found[1] else 1
        if most > _MANY or nested > _MANY:
            raise InputError(
                t("{where}: repeats by the thousand are not run.", where=where),
                t("Use * or + where the number does not matter."),
            )
    if len(pattern) > _LONGEST_PATTERN:
        raise InputError(
            t("{where}: the pattern is longer than {most:,}.", where=where, most=_LONGEST_PATTERN),
            t("Divide the rule."),
        )


def _compiled(pattern: str, where: str) -> Any:
    if not pattern:
        raise InputError(t("{where}: the pattern is empty.", where=where))
    _bound(pattern, where)
    try:
        return regex.compile(pattern)
    except RecursionError:
        raise InputError(t("{where}: the pattern is nested too deeply.", where=where)) from None
    except regex.error as error:
        raise InputError(f"{where}: {error}.", t("See the pattern at that position.")) from error
