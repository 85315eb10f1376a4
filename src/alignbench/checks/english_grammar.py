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
_AMOUNTS = frozenset({
    "percent", "kilometers", "kilometres", "meters", "metres", "kilos", "kilograms", "grams", "liters", "litres", "pounds",
    "feet", "inches", "acres", "euros", "cents", "decades", "centuries", "seconds", "times", "quarters", "thirds",
    "halves", "sizes", "steps", "nights", "semesters", "generations", "hundreds", "thousands", "millions", "points",
})  # fmt: skip
"""Plurals that are one amount: ten miles is far."""
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


_VERBS_S = (
    "runs|goes|comes|takes|makes|gets|gives|says|sees|knows|thinks|wants|needs|uses|works|plays|eats|drinks|reads"
    "|writes|speaks|sings|sleeps|walks|helps|keeps|finds|feels|becomes|leaves|brings|begins|shows|hears|moves|lives"
    "|believes|holds|happens|provides|sits|stands|loses|pays|meets|includes|continues|sets|learns|changes|leads"
    "|understands|watches|follows|stops|creates|allows|adds|spends|grows|opens|wins|offers|remembers|loves"
    "|considers|appears|buys|waits|serves|dies|sends|expects|builds|stays|falls|cuts|reaches|kills|remains|suggests"
    "|raises|passes|sells|requires|reports|decides|pulls|swims|drives|flies|catches|teaches|tells|does|has|is|was|are|were"
)
_MODAL_FORM = re.compile(
    rf"\b(?:can|could|would|should|shall|must|cannot|can['’]t|couldn['’]t|won['’]t|wouldn['’]t|shouldn['’]t|mustn['’]t"
    rf"|(?i:I|you|he|she|it|we|they|who|which|that|this) (?:will|may|might))(?: not| never| also| only)? (?:{_VERBS_S})\b(?! (?:not|the same))"
    rf"|\b(?:[Dd]oes|[Dd]oesn['’]t|[Dd]id|[Dd]idn['’]t|[Dd]on['’]t)(?: not)? (?:he|she|it|they|we|you|I)? ?(?:goes|comes|takes|makes|gets|gives|says|sees|knows|thinks|wants|runs|has)\b"
    r"|\b(?:can|could|should|shall|would|must) to [a-z]"
    r"|\b(?:has|have|had)(?: not| never| already| just)? (?:went|ate|took|saw|wrote|drank|drove|gave|knew|sang|spoke|broke|began|chose|fell|flew|forgot|rode|swam|wore|did|was|were)\b(?! up| in the)"
    rf"|\b[Tt]here (?:is|was) (?:many|several|two|three|four|five|six)\b(?! (?:or|to)\b)"
    rf"|{_SENTENCE}(?:He|She|It) (?:go|come|make|take|get|want|need|say|think|know|live|work|play|eat|see|give|use|write|speak)\b"
    rf"|{_SENTENCE}Its (?:a|an|the|my|mine|not|very|too|been|going)\b"
    r"|\b(?:am|is|are|was|were) (?:go|take|eat|give|write|speak|know|think|bring|buy)\b"
    r"|\b(?:childs|mans|womans|peoples (?:are|have)|foots|tooths|mouses|sheeps|informations|feets|childrens|mens)\b(?!['’])"
    r"|\blooking forward to (?:see|meet|hear|work|visit|receive|go|be|have|get|read|talk)\b"
    r"|\b(?:less|more|rather|better|worse|larger|smaller|higher|lower|older|younger|faster|greater|longer|shorter|fewer|earlier|later) then (?:the|a|an|\d|I|you|he|she|it|we|they|any|usual|before|expected)\b"
    r"|\b[Tt]heir (?:is|are|was|were) (?:a|an|no|many|some|two|three|several|also)\b|\bit['’]s own\b|\balot of\b|\b(?:[Mm]uch|[Ll]ittle) (?:people|things|books|cars|students|children|years|days|houses|countries|companies)\b"
    r"|\b[Mm]any (?:water|money|information|advice|furniture|equipment|news|homework|traffic|luggage|evidence|knowledge|work)\b"
    r"|\b(?:[Aa]nother|[Tt]his|[Ee]ach|[Ee]very) (?:people|children|men|women|students|books|things|rules|houses|companies|employees|members|users|files|pages|documents|questions|problems|results)\b(?! of the)"
    r"|\b(?:[Tt]hese|[Tt]hose|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Bb]oth) (?:book|rule|house|company|employee|member|user|file|page|document|question|problem|result|student|child|man|woman|car|city|country|thing|word|room|day|week|month)\b(?![-'’–]| (?:old|long|term|plan|period|stay|trip|tour|course|pass|ticket|limit|one|and|event|notice|visit|break|run|rule|delay|war|race|contract))"
    r"|\b(?:a|an) (?:news|information|advice|furniture|equipment|homework|luggage|baggage|evidence|knowledge|scissors|trousers|clothes)\b(?! (?:agency|conference|item|report|source|desk|system|technology|program\w*|center|centre|story|stories|store|maker|company|service|outlet|release|officer|session|board|room|base|bulletin|network|site|channel|anchor|article|exchange|gap|line|shop|factory|worker|security|processing|letter|column|bureau|leak|overload|package|kit|management|assistant|magazine|sheet|rack|carousel|allowance|carrier|tag|cart))"
)
_NUMBERED = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Tt]wenty|[Mm]any|[Ss]everal|[Bb]oth|[Tt]hese|[Tt]hose) "
    r"((?!of )[a-z]+s) (has|was|is|does)(?= [a-z])"
)
_CAPITAL = re.compile(
    r"(?<![.\w])(?!(?:vs|etc|cf|al|approx|inc|corp|dept|est|fig|figs|govt|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec|prof|resp|univ|vol|ext|min|max|misc|incl|excl|ibid|mrs|ltd|col|gen|capt|viz|max|avg|temp|tel|appt)\.)"
    r"[a-z]{4,}[.] (?!(?:iP|e[A-Z]|i[A-Z]|de|von|van|der|al)\b)([a-z]{2,})(?![\w.(]|['’][A-Z])"
)
"""A sentence that begins small; abbreviations end none."""


def grammar(en: str) -> Iterator[Slip]:
    """Slips of grammar, in no order."""
    for match in _PLURAL_SUBJECT.finditer(en):
        noun, verb = match[1], match[2]
        if noun not in _ONE_ALL_THE_SAME and _is_plural(noun):
            yield _slip(match, 1, t("“{noun}” is plural; “{verb}” is not.", noun=noun, verb=verb))
    for match in _NUMBERED.finditer(en):
        if match[1] not in _ONE_ALL_THE_SAME and match[1] not in _AMOUNTS and _is_plural(match[1]):
            yield _slip(
                match, 1, t("“{noun}” is plural; “{verb}” is not.", noun=match[1], verb=match[2])
            )
    for match in _CAPITAL.finditer(en):
        yield _slip(match, 1, t("“{said}” begins a sentence with a small letter.", said=match[1]))
    for pattern in (_PRONOUNS, _FORMS, _MODAL_FORM):
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
