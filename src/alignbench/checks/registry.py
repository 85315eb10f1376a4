"""The one place where checks are registered: ours, and those that installed packages bring."""

from collections.abc import Iterable
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points

from alignbench.checks import embedding_outliers, meaning, punctuation, speech, user_rules
from alignbench.checks.check import Check
from alignbench.checks.codes import ids, key_names, labels, placeholders, screen_labels
from alignbench.checks.english import mechanics, misspellings
from alignbench.checks.exchanges import exchanged_items, exchanged_persons, exchanged_sides
from alignbench.checks.law import conjunctions, parties, provisions
from alignbench.checks.names import (
    honorifics,
    latin_names,
    misreadings,
    missing_names,
    pronouns,
    registered_names,
)
from alignbench.checks.omissions import clause_omission, coverage, lists, lost_clauses, untranslated
from alignbench.checks.places import addresses, compass, country_names
from alignbench.checks.quantities import (
    approximations,
    changes,
    limits,
    measures,
    numbers,
    rates,
    relations,
    seismic_intensity,
    signs,
)
from alignbench.checks.terms import consistency, term_consistency, terminology
from alignbench.checks.times import dates, time_sides
from alignbench.checks.words import (
    contradictions,
    denied_predicates,
    inclusion,
    modality,
    negation,
    opposites,
    phrases,
    sentences,
)
from alignbench.domain.errors import InputError
from alignbench.domain.flags import FLAG_TYPES
from alignbench.messages import t
from alignbench.system.other_packages import in_bounds

GROUP = "alignbench.checks"
"""Entry points of this group name a Check class, or a function that gives several checks."""

OURS: tuple[type[Check], ...] = (
    *numbers.CHECKS,
    *signs.CHECKS,
    *limits.CHECKS,
    *approximations.CHECKS,
    *dates.CHECKS,
    *time_sides.CHECKS,
    *changes.CHECKS,
    *relations.CHECKS,
    *lists.CHECKS,
    *rates.CHECKS,
    *seismic_intensity.CHECKS,
    *labels.CHECKS,
    *provisions.CHECKS,
    *conjunctions.CHECKS,
    *parties.CHECKS,
    *inclusion.CHECKS,
    *ids.CHECKS,
    *key_names.CHECKS,
    *addresses.CHECKS,
    *latin_names.CHECKS,
    *screen_labels.CHECKS,
    *placeholders.CHECKS,
    *measures.CHECKS,
    *coverage.CHECKS,
    *lost_clauses.CHECKS,
    *untranslated.CHECKS,
    *terminology.CHECKS,
    *term_consistency.CHECKS,
    *consistency.CHECKS,
    *registered_names.CHECKS,
    *missing_names.CHECKS,
    *misreadings.CHECKS,
    *honorifics.CHECKS,
    *opposites.CHECKS,
    *compass.CHECKS,
    *exchanged_sides.CHECKS,
    *exchanged_persons.CHECKS,
    *country_names.CHECKS,
    *contradictions.CHECKS,
    *phrases.CHECKS,
    *modality.CHECKS,
    *sentences.CHECKS,
    *negation.CHECKS,
    *denied_predicates.CHECKS,
    *pronouns.CHECKS,
    *exchanged_items.CHECKS,
    *punctuation.CHECKS,
    *speech.CHECKS,
    *mechanics.CHECKS,
    *misspellings.CHECKS,
    *user_rules.CHECKS,
    *embedding_outliers.CHECKS,
    *clause_omission.CHECKS,
    *meaning.CHECKS,
)


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check there is, ours first, in the order of the reference."""
    return (*(check() for check in OURS), *_installed())


def chosen(only: Iterable[str] = (), skip: Iterable[str] = ()) -> tuple[Check, ...]:
    """The checks with these ids (all if `only` is empty), less those to skip.

    An id may end in `.*` for a whole family.

    Raises:
        InputError: an id that no check has.
    """
    checks = all_checks()
    wanted = matching(checks, only) if (only := tuple(only)) else {check.id for check in checks}
    wanted -= matching(checks, tuple(skip))
    return tuple(check for check in checks if check.id in wanted)


def matching(checks: Iterable[Check], ids: Iterable[str]) -> set[str]:
    """The ids of those checks that `ids` name; `num.*` names a family.

    Raises:
        InputError: an id that none of them has.
    """
    checks = tuple(checks)
    found: set[str] = set()
    for id_ in ids:
        family = id_.removesuffix("*") if id_.endswith(".*") else None
        hits = {c.id for c in checks if c.id == id_ or (family and c.id.startswith(family))}
        if not hits:
            raise InputError(
                t("There is no check {name}.", name=repr(id_)),
                t("`alignbench check --list` names them."),
            )
        found |= hits
    return found


def _installed() -> Iterable[Check]:
    for point in entry_points(group=GROUP):
        try:
            checks = in_bounds(t("the package {name}", name=point.value), partial(_loaded, point))
        except Exception as error:  # whatever another package's code does
            raise InputError(
                t(
                    "The checks called {name} ({value}) cannot be loaded: {error}.",
                    name=repr(point.name),
                    value=point.value,
                    error=error,
                ),
                t("Update the package that brings them, or uninstall it."),
            ) from error
        yield from (_usable(check, point.name) for check in checks)


def _loaded(point: EntryPoint) -> list[Check]:
    made = point.load()()
    return [made] if isinstance(made, Check) else list(made)


def _usable(check: Check, package: str) -> Check:
    if check.type not in FLAG_TYPES:
        raise InputError(
            t(
                "The check {name} of {package} has an unknown error type, {type}.",
                name=check.id,
                package=repr(package),
                type=repr(check.type),
            ),
            t("Its author should use one of: {flag_types}.", flag_types=", ".join(FLAG_TYPES)),
        )
    return check
