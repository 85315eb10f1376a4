"""The words that formats and people have for how far a pair has come."""

import re

from alignbench.domain.bilingual import PairState

_CONFIRMED = frozenset((
    "final", "signedoff", "approved", "approvedsignoff", "approvedtranslation",
    "confirmed", "manuallyconfirmed", "proofread", "reviewer1confirmed", "reviewer2confirmed",
    "reviewed", "validated", "done", "ok", "checked", "accepted", "complete", "completed", "確定",
    "承認", "承認済", "承認済み", "確認済", "確認済み", "完了", "済", "済み", "校了",
))  # fmt: skip
_UNTRANSLATED = frozenset((
    "new", "initial", "untranslated", "notstarted", "unspecified", "none", "empty", "todo",
    "missing", "nottranslated", "未訳", "未翻訳", "未着手", "未",
))  # fmt: skip
_ASIDE = re.compile(r"\s*[（(].{0,20}[)）]\s*$|[\s_-]+")


def state_of(word: str | None, *, translated: bool) -> PairState:
    """The state that a file's own word means; without one, a translated pair is a draft."""
    known = _ASIDE.sub("", (word or "").strip().lower())
    if not translated:
        return PairState.UNTRANSLATED
    if known in _CONFIRMED:
        return PairState.CONFIRMED
    return PairState.UNTRANSLATED if known in _UNTRANSLATED else PairState.DRAFT
