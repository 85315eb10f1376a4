"""Reading for meaning as a project wants it: its settings, and what was read before."""

from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.meaning import PairReader
from alignbench.pipeline.meaning_evidence import MeaningEvidence
from alignbench.project.judgement_cache import JudgementCache
from alignbench.store import Store


def meaning_evidence(root: Path, store: Store, reader: PairReader | None) -> MeaningEvidence | None:
    """What `reader` says of the pairs of the project in `root`; None where reading is off."""
    if reader is None:
        return None
    # Only who reads loads the settings: with them come all checks.
    from alignbench.project.settings import CheckSettings, settings_of

    try:
        settings = settings_of(root)
    except InputError:  # is said where the checks are asked for, and ends no review
        settings = CheckSettings()
    if not settings.reads_meaning:
        return None
    return MeaningEvidence(reader, settings.per_hundred, JudgementCache(store))
