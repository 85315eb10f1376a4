"""A clause of a long sentence that nothing in the English answers: `cov.clause`."""

import re
from collections.abc import Iterator
from functools import cache

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.omissions.coverage import length_share
from alignbench.checks.omissions.expected_length import japanese_length
from alignbench.checks.omissions.unanswered_clauses import (
    LONGEST_SHARE,
    clauses_to_answer,
    unanswered,
)
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_SHORTEST = 34
"""Kana and kanji of a sentence that has a clause to lose."""
_SHORTEST_FOR_MODEL = 20
_LONGEST, _LONGEST_FOR_MODEL = 2_000, 600
_SHARE = 0.82
"""Share of the expected length from which an English is long enough for all clauses."""
_SHORT_SHARE = 0.5
"""Share below which one unanswered word of a clause is enough."""
_KATAKANA = lazy("[ァ-ヺー]+")
_KANJI = lazy("[一-龠々]")
_CLAUSE = lazy(r"[^、。，；\n]{6,}")

_BUT = lazy(
    r"(?<!恐れ入りま)(?<!恐縮で)(?<!恐縮ではございま)(?<!すみませ)(?<!申し訳ありませ)(?<!申し訳ございませ)(?<!失礼で)(?<!失礼しま)(?<!勝手で)(?<!勝手ながら)(?<!お手数で)(?<!お手数をおかけしま)(?:[たるいすだんう]|ない)(?:けれども|けれど|けど|が)、(?P<clause>[^。]{7,})"
)
_CONTRASTS = lazy(
    r"\b(?:but|though|although|while|whereas|however|yet|despite|even|still|only|except|nevertheless"
    r"|nonetheless|unlike|in spite|on the other hand|conversely|instead|rather|which|who|whom|whose|where)\b|[;:—–]| - |\.\s",
    re.I,
)
_BUT_SHARE = 0.72
"""Share of the expected length below which a contrast that English never makes was left out: some
five good pairs in 10,000 are so.
"""


class LostClause(PairCheck):
    """No word of a clause is answered, and the English is short."""

    id = "cov.clause"
    grade = Grade.D3
    type = "accuracy/omission"
    severity = Severity.MAJOR
    explanation = t(
        "A clause of a long Japanese sentence has two common words or more that English has usual "
        "words for, and the English, which is short for the sentence, has none of them; or all its "
        "telling words are unlike any of the English, of which nearly every one is explained."
    )
    examples = (
        Example(
            "台風が近づき、県は三つの市に避難指示を出し、高齢者の施設に職員を派遣し、住民に注意を呼びかけた。",
            "As the typhoon neared, the prefecture issued evacuation orders for three cities, sent "
            "staff to homes for the elderly and told residents to take care.",
            "As the typhoon neared, the prefecture issued evacuation orders for three cities and "
            "told residents to take care.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """The first clause that nothing answers."""
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        if not en.strip():
            return
        but = _BUT.search(ja)
        if but and not _CONTRASTS.search(en) and length_share(pair) < _BUT_SHARE:
            yield self.finding(
                t(
                    "The English has nothing for what follows “but”: {clause}.",
                    clause=but["clause"],
                ),
                ja=Span(*but.span("clause")),
                ja_value=but["clause"],
            )
            return
        if "、" not in ja or japanese_length(ja) < _SHORTEST_FOR_MODEL:
            return
        share = length_share(pair)
        if context.answers and len(ja) <= _LONGEST_FOR_MODEL and share < LONGEST_SHARE:
            # The model is slow: it is asked only of what the tables know no answer of.
            clauses = [
                span
                for span in clauses_to_answer(ja, en)
                if not _words(ja[span.start : span.end], en)[1]
            ]
            answers = context.answers.of(ja, en) if clauses else None
            for span in unanswered(clauses, ja, share, answers) if answers else ():
                yield self._untold(ja, span)
                return
        if share > _SHARE or japanese_length(ja) < _SHORTEST:
            return
        for clause in _CLAUSE.finditer(ja):
            known, answered = _words(clause[0], en)
            enough = 1 if share < _SHORT_SHARE else 2
            if len(known) >= enough and not answered:
                yield self.finding(
                    t("Nothing answers {words}, and the English is short: is a clause missing?",
                      words="、".join(known)),
                    ja=Span(*clause.span()),
                    ja_value="、".join(known),
                )  # fmt: skip
                return

    def _untold(self, ja: str, span: Span) -> Finding:
        """A clause that neither the model's words nor the tables know an answer of."""
        clause = ja[span.start : span.end]
        return self.finding(
            t("Nothing in the English answers “{clause}”: is a clause missing?", clause=clause),
            ja=span,
            ja_value=clause,
        )


def _words(clause: str, en: str) -> tuple[list[str], bool]:
    """The common words of a clause in the order of the tables, and whether any is answered."""
    known: list[str] = []
    for ja, answers in _lexicon().in_text(clause):
        match = ja.search(clause)
        if not match or _inside_a_word(match):
            continue
        if answers.search(en):
            return known, True
        if match[0] in _WIDE:
            continue
        if not any(match[0] in word or word in match[0] for word in known):
            known.append(match[0])
    return known, False


_WIDE = frozenset(
    [
        "でき",
        "可能",
        "発生",
        "使用",
        "利用",
        "必要",
        "対応",
        "十分",
        "適切",
        "応じ",
        "指定",
        "表示",
        "確認",
        "問題",
        "影響",
        "行",
        "行い",
        "行っ",
        "よく",
        "多く",
        "恐れ",
        "入り",
        "恐れ入り",
        "願い",
        "成功",
        "混ぜ",
        "変更",
        "採用",
        "考慮",
        "機能",
        "便利",
        "通じ",
        "持っ",
        "生じ",
        "作り",
        "動き",
    ]
)
"""Words that English renders by so many others, or leaves out, that their silence tells nothing."""


def _inside_a_word(match: re.Match[str]) -> bool:
    """Whether it is part of a longer word: one kanji (海 in 海外), katakana (ログ in プログラマ)."""
    text, start = match.string, match.start()
    if _KATAKANA.fullmatch(match[0]):
        around = text[max(start - 1, 0) : start] + text[match.end() : match.end() + 1]
        return _KATAKANA.search(around) is not None
    if len(_KANJI.findall(match[0])) != 1:
        return False
    after = text[start + 1 : start + 2]
    return bool(_KANJI.match(text[max(start - 1, 0) : start]) or _KANJI.match(after))


@cache
def _lexicon() -> ByTrigger[tuple[re.Pattern[str], re.Pattern[str]]]:
    return ByTrigger(
        (ja, (lazy(ja), english(en))) for table in ("nouns", "predicates") for ja, en in rows(table)
    )


CHECKS: tuple[type[Check], ...] = (LostClause,)
