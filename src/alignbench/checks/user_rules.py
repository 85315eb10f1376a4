"""Checks that users write themselves: pairs of regular expressions in a TSV."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import regex

from alignbench.checks.check import CheckedPair, Context, PairCheck
from alignbench.domain.errors import InputError
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import FLAG_TYPES, Severity
from alignbench.domain.text import Span
from alignbench.messages import t

COLUMNS = ("id", "ja", "en", "mode", "message", "severity", "type")
_LONGEST = 20_000
"""Characters of each side that rules look at."""
_SHOWN = 20
"""Characters of a text by which a message names its pair."""
_SECONDS = 0.25
"""Time one pattern may take on one text; a pattern that needs more is a runaway."""
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
        r"""The English pattern, with `\\1` … `\\9` replaced by what the Japanese groups caught."""

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


def _begin(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _compiled(pattern: str, where: str) -> Any:
    if not pattern:
        raise InputError(t("{where}: the pattern is empty.", where=where))
    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise InputError(f"{where}: {error}.", t("See the pattern at that position.")) from error


class UserRegex(PairCheck):
    """The project's own rules."""

    id = "user.regex"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = (
        "A rule of the project's own: two regular expressions and when they should speak "
        "(both, ja-not-en, en-not-ja, count-differs). In the English one, \\1 is what the first "
        "group of the Japanese one caught."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """What each rule has to say.

        Raises:
            InputError: a rule that takes too long on this pair.
        """
        for rule in context.user_rules:
            try:
                yield from self._applied(rule, pair.ja[:_LONGEST], pair.en[:_LONGEST])
            except TimeoutError as error:
                raise InputError(
                    t(
                        "{where}: the rule {name} takes too long on pair {at} ({begin}).",
                        where=rule.where,
                        name=repr(rule.id),
                        at=at,
                        begin=_begin(pair.ja or pair.en),
                    ),
                    t("Nested repeats such as (a+)+ do that; write the pattern without them."),
                ) from error

    def _applied(self, rule: UserRule, ja: str, en: str) -> Iterator[Finding]:
        if rule.mode is Mode.EN_NOT_JA:
            if not rule.ja.search(ja, timeout=_SECONDS):
                for found in rule.english().finditer(en, timeout=_SECONDS):
                    yield self._said(rule, None, found)
            return
        said = list(rule.ja.finditer(ja, timeout=_SECONDS))
        if rule.mode is Mode.COUNT_DIFFERS:
            pattern = rule.english(said[0].groups() if said else ())
            read = list(pattern.finditer(en, timeout=_SECONDS))
            if len(said) != len(read):
                last = said[-1] if len(said) > len(read) else None
                extra = read[-1] if len(read) > len(said) else None
                yield self._said(rule, last, extra, str(len(said)), str(len(read)))
            return
        for match in said:
            found = rule.english(match.groups()).search(en, timeout=_SECONDS)
            if bool(found) is (rule.mode is Mode.BOTH):
                yield self._said(rule, match, found)

    def _said(
        self, rule: UserRule, ja: Any, en: Any, ja_value: str = "", en_value: str = ""
    ) -> Finding:
        return self.finding(
            f"{rule.id}: {rule.message}",
            ja=Span(*ja.span()) if ja else None,
            en=Span(*en.span()) if en else None,
            ja_value=ja_value or (ja[0][:100] if ja else ""),
            en_value=en_value or (en[0][:100] if en else ""),
            severity=rule.severity,
            type=rule.type,
        )


CHECKS = (UserRegex,)
