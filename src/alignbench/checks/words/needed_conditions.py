"""A denial that stands under a denied condition: 申請しなければ受けられない, one must apply to get it."""

import re

from alignbench.checks.lazy_pattern import lazy

_UNLESS = lazy(
    r"(?:なけれ?ば|なきゃ|なくては|なくちゃ|ないと|ないことには|ない限り|ないかぎり|ないうちは|なしに(?:は)?|なしでは|なくして(?:は)?|抜きでは|ずには"
    r"|ぬうちは|ぬ限り|ませんと)(?!なら|なりま|いけ|だめ|駄目|ダメ|の|も|い[うっわ]|述|思|考|し[たてま])"
)


def needs_a_condition(ja: str, denial: int) -> bool:
    """Whether a denied condition stands before the denial at `denial`, in its sentence.

    English tells such a pair of denials as what is needed: “you must apply”, “only if”.
    """
    start = max(ja.rfind(mark, 0, denial) for mark in "。！？!?") + 1
    return _UNLESS.search(ja, start, denial) is not None


def is_a_condition(ja: str, start: int, end: int) -> bool:
    """Whether the denial at `start` is such a condition itself, with a denial behind it."""
    stops = [at for mark in "。！？!?" if (at := ja.find(mark, end)) >= 0]
    stop = min(stops, default=len(ja))
    return bool(
        _UNLESS.match(ja, start)
        and re.search(
            r"な[いかくけ]|ませ[んで]|ず(?=[、。に]|$)|ぬ(?=[、。]|$)|不[可能要]|禁止|無効",
            ja[end:stop],
        )
    )
