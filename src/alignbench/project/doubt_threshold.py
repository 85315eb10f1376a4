"""The confidence below which a project calls a suggestion doubtful."""

from alignbench.domain.doubt import DOUBT_BELOW
from alignbench.store import Store

DOUBT_SETTING = "doubt.threshold"


def doubt_threshold(store: Store) -> float:
    """What the project has set, from 0 to 1; the usual one where that makes no sense."""
    try:
        value = float(store.setting(DOUBT_SETTING, str(DOUBT_BELOW)))
    except ValueError:
        return DOUBT_BELOW
    return value if 0.0 <= value <= 1.0 else DOUBT_BELOW
