"""Grammar slips that a rule tells surely: a verb that does not agree, a form that is no word."""

import re
from collections.abc import Iterator

from alignbench.checks.english_patterns import Slip
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_english
from alignbench.messages import t

_SENTENCE = r"(?:(?<=\A)|(?<=[.!?] )|(?<=[.!?]  )|(?<=[\"“]))"
_SINGULAR_VERB = (
    "is|was|has|does|applies|requires|includes|contains|provides|needs|goes|comes|makes|shows"
    "|becomes|remains|takes|gives|gets|consists|depends|seems|appears|follows|begins|varies"
)
_PLURAL_SUBJECT = re.compile(
    rf"{_SENTENCE}(?:The|These|Those|Many|Several|Both|All|Most|Our|Their|His|Her|My|Your) "
    rf"(?:(?!(?:of|in|for|on|with|to|and|or|that|who|which|by|from|at|as|than|over|under|between) )"
    rf"[a-z]+(?<!s) ){{0,2}}([a-z]{{3,}}s) ({_SINGULAR_VERB})(?= [a-z])(?! s?he| it | they )"
)
_ONE_ALL_THE_SAME = frozenset({
    "news", "means", "series", "species", "headquarters", "mathematics", "physics", "politics",
    "economics", "ethics", "whereas", "crossroads", "works", "gallows", "athletics", "statistics",
    "linguistics", "electronics", "acoustics", "mechanics", "measles", "diabetes", "rabies",
    "shambles", "barracks", "innings", "lens", "perhaps", "sometimes", "always", "besides",
    "days", "weeks", "months", "years", "hours", "minutes", "miles", "dollars", "yen", "degrees",
    "as", "this", "us", "its", "others", "ones", "does", "pants", "lies", "yours", "ours",
    "theirs", "hers", "his", "mess", "dynamics", "logistics", "graphics",
})  # fmt: skip
"""Nouns in -s that take a singular verb, amounts that may, and words that are no nouns."""
_PRONOUNS = re.compile(
    r"\b(?:[Tt]hey|(?<!\w )We|(?<!\w )You) (?:is|was|has|does(?! it\b))\b"
    rf"|{_SENTENCE}(?:He|She|It) (?:are|have|do|don['’]t|were(?= (?:a|an|the|in|at|on)\b))\b"
    rf"|{_SENTENCE}I (?:is|are|has)\b"
)
_FORMS = re.compile(
    r"\b(?:could|should|would|must) of\b(?! course)"
    r"|\b(?:[Mm]ore|[Mm]ost) (?:better|best|easier|easiest|bigger|biggest|larger|largest|faster"
    r"|fastest|cheaper|cheapest|higher|highest|lower|lowest|older|oldest|stronger|strongest)\b"
    r"|\b(?:informations|equipments|furnitures|advices|softwares|hardwares|knowledges"
    r"|luggages|baggages|sceneries|machineries)\b"
    r"|\bdid(?:n['’]t| not) (?:went|came|saw|took|gave|made|knew|wrote|ate|said|told|had|was|were"
    r"|got|found|thought|felt|left|began|became|chose|spoke|understood|met|sent|brought|bought)\b"
    r"|\b(?:could|would|should)(?:n['’]t| not)? (?:is|was|are|were|has|went|came|saw|took|gave|made"
    r"|knew|wrote|ate|said|did)\b"
    r"|\b[Dd]espite of\b|\bdiscuss(?:ed|es|ing)? about\b|\bmention(?:ed|s)? about\b"
    r"|(?<![\w-])(?:[Aa]n?|[Oo]ne|[Ee]ach|[Ee]very) (?:children|men|women|teeth|criteria|mice)\b(?!['’-])"
)


def grammar(en: str) -> Iterator[Slip]:
    """Slips of grammar, in no order."""
    for match in _PLURAL_SUBJECT.finditer(en):
        noun, verb = match[1], match[2]
        if noun not in _ONE_ALL_THE_SAME and _is_plural(noun):
            yield _slip(match, 1, t("“{noun}” is plural; “{verb}” is not.", noun=noun, verb=verb))
    for pattern in (_PRONOUNS, _FORMS):
        for match in pattern.finditer(en):
            yield _slip(match, 0, t("“{said}” is not English grammar.", said=match[0]))


def _slip(match: re.Match[str], start: int, message: str) -> Slip:
    span = Span(match.start(start), match.end())
    return Slip("grammar", span, match.string[span.start : span.end], message)


def _is_plural(noun: str) -> bool:
    """Whether `noun` is a plural in -s; None of those in -ss, -us and -is is taken for one."""
    if noun.endswith(("ss", "us", "is", "ous")) or not has_dictionary():
        return False
    return is_english(noun) and is_english(noun[:-1])
