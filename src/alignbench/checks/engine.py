"""Checks over pairs: one pass, findings in the order of the pairs, each check kept to itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from alignbench.checks.check import Check, DocumentCheck, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.read_pairs import ReadPairs
from alignbench.checks.rule_errors import RuleError
from alignbench.domain.errors import AlignbenchError, Cancelled, InputError
from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Span
from alignbench.messages import t
from alignbench.system.other_packages import OF_A_PAIR, in_bounds, is_ours

if TYPE_CHECKING:
    from alignbench.checks.rule_files import UserRule


NOTHING_KNOWN = Context()
_JAPANESE = lazy("[ぁ-ヺ一-龠]")
_REMEMBERED = 2048
"""Pairs back to which one is known again."""


class FailedChecks:
    """Checks and users' rules that raised or ran out of time: told once, then left alone."""

    def __init__(self) -> None:
        self._checks: set[str] = set()
        self._rules: list[UserRule] = []
        self._untold: list[AlignbenchError] = []

    def take(self) -> list[AlignbenchError]:
        """What has failed since this was last asked, for people."""
        taken, self._untold = self._untold, []
        return taken

    def add(self, check: Check, error: AlignbenchError) -> None:
        """Ask this check no more; where it was a rule of the user's, that rule alone."""
        if isinstance(error, RuleError):
            self._rules.append(error.rule)
        else:
            self._checks.add(check.id)
        self._untold.append(error)

    @property
    def any(self) -> bool:
        """Whether one has failed."""
        return bool(self._checks or self._rules)

    def lets(self, check: Check) -> bool:
        """Whether a check has not failed yet."""
        return check.id not in self._checks

    def without(self, context: Context) -> Context:
        """The context less the rules that have failed; a rule that was changed is another one."""
        if not self._rules:
            return context
        kept = tuple(rule for rule in context.user_rules if rule not in self._rules)
        return replace(context, user_rules=kept)


def run_checks(
    pairs: Sequence[CheckedPair],
    checks: Sequence[Check],
    context: Context = NOTHING_KNOWN,
    progress: Progress = silent,
    failed: FailedChecks | None = None,
    only: range | None = None,
) -> Iterator[tuple[int, Finding]]:
    """Findings of `checks` about `pairs`, each with the number of its pair, in order.

    A check that raises, whoever wrote it, is noted in `failed` and asked no more. `only` these
    pairs are looked at by themselves, if it is given.

    Raises:
        InputError: a check raised and there is no `failed` to note it in.
    """
    if failed is not None:
        context = failed.without(context)
    read = ReadPairs(pairs)
    about: dict[int, list[Finding]] = {}
    together = [check for check in checks if isinstance(check, DocumentCheck)]
    for done, whole in enumerate(together):
        progress("comparing pairs", done, len(together))
        if failed is not None and not failed.lets(whole):
            continue
        try:
            texts = read.all_for(whole)
            still = partial(progress, "comparing pairs", done, len(together))
            compared = _compared(whole, texts, context, still)
        except Exception as error:
            _note(whole, error, failed)
        else:
            for at, finding in compared:
                about.setdefault(at, []).append(read.as_written(whole, at, finding))
    one_by_one = [
        _Asked(check, read.texts_for(check), is_ours(check), not check.needs)
        for check in checks
        if isinstance(check, PairCheck)
    ]
    of_code = [asked for asked in one_by_one if asked.check.of_code]
    said = _Said()
    for at in range(len(pairs)) if only is None else only:
        pair = pairs[at]
        known, new = said.of(pair), {}
        told: list[Finding] = []
        for asked in () if _is_copied(pair) else of_code if pair.is_code else one_by_one:
            if failed is not None and failed.any and not failed.lets(asked.check):
                continue
            check = asked.check
            if known is not None and asked.alone and asked.ours:
                found = known.get(check.id, ())
            else:
                found, context = _answer(asked, at, context, failed, progress)
            if found:
                new[check.id] = found
                written = [read.as_written(check, at, finding) for finding in found]
                if check.gives_way:
                    written = [each for each in written if not _is_told(each, told)]
                told += written
                yield from ((at, finding) for finding in written)
        if at in about:
            yield from ((at, finding) for finding in about[at])
        said.keep(pair, new)
        read.forget(at)
        progress("checking", at + 1, len(pairs))


def _is_told(finding: Finding, told: Iterable[Finding]) -> bool:
    """Whether one of the findings so far is about words of both texts that this one is about."""

    def meet(one: Span | None, other: Span | None) -> bool:
        if one is None or other is None:
            return False
        return one.start < other.end and other.start < one.end

    return any(meet(finding.ja, each.ja) and meet(finding.en, each.en) for each in told)


class _Said:
    """What was found in the last pairs by themselves: what stands twice is checked once."""

    def __init__(self) -> None:
        self._kept: dict[object, dict[str, Sequence[Finding]]] = {}

    def of(self, pair: CheckedPair) -> dict[str, Sequence[Finding]] | None:
        """The findings in a pair like this one, by check; None if none was looked at."""
        return self._kept.get(self._key(pair))

    def keep(self, pair: CheckedPair, found: dict[str, Sequence[Finding]]) -> None:
        """Know the next time what was found in a pair."""
        if len(self._kept) >= _REMEMBERED:
            del self._kept[next(iter(self._kept))]
        self._kept[self._key(pair)] = found

    @staticmethod
    def _key(pair: CheckedPair) -> object:
        return (
            pair.ja, pair.en, pair.declared, pair.confidence, pair.ja_code, pair.en_code,
            pair.is_code,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """A check with the pairs as it reads them: found once, not for every pair."""

    check: PairCheck
    texts: Sequence[CheckedPair]
    ours: bool
    alone: bool
    """Whether it looks at nothing but the pair and what is the same for all pairs."""


def _is_copied(pair: CheckedPair) -> bool:
    """Whether the English is the "Japanese" itself: code or English prose, in which nothing can be
    mistranslated.
    """
    return pair.ja == pair.en != "" and not _JAPANESE.search(pair.ja)


def _answer(
    asked: _Asked, at: int, context: Context, failed: FailedChecks | None, progress: Progress
) -> tuple[Sequence[Finding], Context]:
    """What a check finds in a pair, and the context without rules that fail on it."""
    check, pair = asked.check, asked.texts[at]
    while True:
        try:
            if asked.ours:
                found = list(check.check(pair, at, context))
            else:
                still = partial(progress, "checking", at, len(asked.texts))
                found = _in_bounds(check, pair, at, context, still)
            return (_sound(found, pair) if found else found), context
        except Exception as error:
            context = _note(check, error, failed).without(context)
            if not isinstance(error, RuleError):
                return [], context


def _in_bounds(
    check: PairCheck,
    pair: CheckedPair,
    at: int,
    context: Context,
    still: Callable[[], object],
) -> list[Finding]:
    """What another package's check finds; `still` stops it if nobody waits any more."""
    return in_bounds(_named(check), lambda: list(check.check(pair, at, context)), OF_A_PAIR, still)


def _compared(
    check: DocumentCheck,
    pairs: Sequence[CheckedPair],
    context: Context,
    still: Callable[[], object],
) -> list[tuple[int, Finding]]:
    """What a check finds in all pairs together."""
    if is_ours(check):
        return _sound_of(check.check(pairs, context), pairs)
    return in_bounds(
        _named(check), lambda: _sound_of(check.check(pairs, context), pairs), still=still
    )


def _named(check: Check) -> str:
    return t("the check {check}", check=check.id)


def _note(check: Check, error: Exception, failed: FailedChecks | None) -> FailedChecks:
    """Note that a check raised. Raises what it raised, as a sentence, where nobody notes it."""
    if isinstance(error, Cancelled):
        raise error
    told = error if isinstance(error, AlignbenchError) else _defect(check, error)
    if failed is None:
        raise told from error
    failed.add(check, told)
    return failed


def _defect(check: Check, error: Exception) -> InputError:
    package = type(check).__module__.partition(".")[0]
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return InputError(
        t(
            "The check {check} of the package {package} failed: {error}.",
            check=check.id,
            package=package,
            error=said,
        ),
        t("It is not asked again until alignbench is started anew. Tell its author."),
    )


def _sound(found: Iterable[Finding], pair: CheckedPair) -> list[Finding]:
    """A check's findings about a pair. Raises ValueError for one that points beside the texts."""
    listed = list(found)
    for finding in listed:
        if not (_is_inside(finding.ja, pair.ja) and _is_inside(finding.en, pair.en)):
            raise ValueError("a finding points beside its texts")
    return listed


def _sound_of(
    found: Iterable[tuple[int, Finding]], pairs: Sequence[CheckedPair]
) -> list[tuple[int, Finding]]:
    listed = list(found)
    for at, finding in listed:
        if at < 0:
            raise ValueError("a finding is about no pair")
        _sound((finding,), pairs[at])
    return listed


def _is_inside(span: Span | None, text: str) -> bool:
    return span is None or 0 <= span.start <= span.end <= len(text)
