"""The check that applies the rules which users write themselves."""

from collections.abc import Iterable, Iterator
from typing import Any

from alignbench.checks.check import PairCheck, Reads
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair
from alignbench.checks.rule_errors import RuleError
from alignbench.checks.rule_files import Mode, UserRule
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 20_000
"""Characters of each side that rules look at."""
_SHOWN = 20
"""Characters of a text by which a message names its pair."""
_SECONDS = 0.25
"""Time one pattern may take on one text; a pattern that needs more is a runaway."""


def _begin(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


class UserRegex(PairCheck):
    """The project's own rules."""

    id = "user.regex"
    reads = Reads.AS_WRITTEN
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    of_code = True
    explanation = t(
        "A rule of the project's own: two regular expressions and when they should speak "
        "(both, ja-not-en, en-not-ja, count-differs). In the English one, \\1 is what the first "
        "group of the Japanese one caught."
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """What each rule has to say.

        Raises:
            RuleError: a rule that takes too long on this pair.
        """
        for rule in context.user_rules:
            try:
                yield from self._applied(rule, pair.ja[:_LONGEST], pair.en[:_LONGEST])
            except TimeoutError as error:
                raise RuleError(
                    rule,
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
