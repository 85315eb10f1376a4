"""Grammar slips that a rule tells surely: a verb that does not agree, a form that is no word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from alignbench.checks.english.agreement import disagreeing
from alignbench.checks.english.patterns import Slip
from alignbench.checks.english.slips import turns
from alignbench.checks.lazy_pattern import lazy
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_english
from alignbench.messages import t

_STARTS = lazy(r"[.!?] {1,2}|[\"“]")
"""What stands before a sentence."""
_SINGULAR_VERB = (
    "is|was|has|does|applies|requires|includes|contains|provides|needs|goes|comes|makes|shows"
    "|becomes|remains|takes|gives|gets|consists|depends|seems|appears|follows|begins|varies"
)
_PLURAL_SUBJECT = lazy(
    rf"(?:The|These|Those|Many|Several|Both|All|Most|Our|Their|His|Her|My|Your) "
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
_MODAL = "can could would should shall must cannot couldn won wouldn shouldn mustn will may might"
_BE = "am is are was were"
_VERBS_S = (
    "runs|goes|comes|takes|makes|gets|gives|says|sees|knows|thinks|wants|needs|uses|works|plays|eats|drinks|reads"
    "|writes|speaks|sings|sleeps|walks|helps|keeps|finds|feels|becomes|leaves|brings|begins|shows|hears|moves|lives"
    "|believes|holds|happens|provides|sits|stands|loses|pays|meets|includes|continues|sets|learns|changes|leads"
    "|understands|watches|follows|stops|creates|allows|adds|spends|grows|opens|wins|offers|remembers|loves"
    "|considers|appears|buys|waits|serves|dies|sends|expects|builds|stays|falls|cuts|reaches|kills|remains|suggests"
    "|raises|passes|sells|requires|reports|decides|pulls|swims|drives|flies|catches|teaches|tells|does|has|is|was|are|were"
)
_TOLD = "went|came|saw|took|gave|made|knew|wrote|ate|said|told|had|was|were"
_GOT = "got|found|thought|felt|left|began|became|chose|spoke|understood|met|sent|brought|bought"
_GONE = "went|ate|took|saw|wrote|drank|drove|gave|knew|sang|spoke|broke|began|chose|fell|flew|forgot|rode|swam|wore|did|was|were"
_BARE = "go|come|make|take|get|want|need|say|think|know|live|work|play|eat|see|give|use|write|speak|depend|like|look|seem|belong|happen|mean|cost|feel|contain|include|consist|require|love|hate|remain|become|appear|exist"
_FEW = "many|several|two|three|four|five|six"
_MUCH = "people|things|books|cars|students|children|years|days|houses|countries|companies"
_UNCOUNTED = "water|money|information|advice|furniture|equipment|news|homework|traffic|luggage|evidence|knowledge|work"
_PLURALS = "people|children|men|women|students|books|things|rules|houses|companies|employees|members|users|files|pages|documents|questions|problems|results"
_SINGULARS = "book|rule|house|company|employee|member|user|file|page|document|question|problem|result|student|child|man|woman|car|city|country|thing|word|room|day|week|month"
_NO_SINGULAR = "news|information|advice|furniture|equipment|homework|luggage|baggage|evidence|knowledge|scissors|trousers|clothes"


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is no English grammar, and sets of words of each of which a text must have one."""

    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]
    opens: bool = False
    """Whether it stands at the beginning of a sentence."""


def _rule(pattern: str, *needed: str, opens: bool = False) -> _Rule:
    """A rule; the words of a set are parted by spaces or bars."""
    words = (frozenset(each.replace("|", " ").lower().split()) for each in needed)
    return _Rule(lazy(pattern), tuple(words), opens)


_RULES = (
    _rule(r"\b(?:[Tt]hey|(?<!\w )We|(?<!\w )You) (?:is|was|has|does(?! it\b))\b",
          "they we you", "is was has does"),
    _rule(r"(?:He|She|It) (?:are|have|do|don['’]t|were(?= (?:a|an|the|in|at|on)\b))\b",
          "he she it", "are have do don were", opens=True),
    _rule(r"I (?:is|are|has)\b", "i", "is are has", opens=True),
    _rule(r"\b(?:could|should|would|must) of\b(?! course)", "could should would must", "of"),
    _rule(r"\b(?:[Mm]ore|[Mm]ost) (?:better|best|easier|easiest|bigger|biggest|larger|largest|faster"
          r"|fastest|cheaper|cheapest|higher|highest|lower|lowest|older|oldest|stronger|strongest)\b",
          "more most", "better best easier easiest bigger biggest larger largest faster fastest cheaper"
          " cheapest higher highest lower lowest older oldest stronger strongest"),
    _rule(r"\b(?:informations|equipments|furnitures|advices|softwares|hardwares|knowledges"
          r"|luggages|baggages|sceneries|machineries)\b",
          "informations equipments furnitures advices softwares hardwares knowledges luggages baggages"
          " sceneries machineries"),
    _rule(rf"\bdid(?:n['’]t| not) (?:{_TOLD}|{_GOT})\b", "did didn", f"{_TOLD}|{_GOT}"),
    _rule(r"\b(?:could|would|should)(?:n['’]t| not)? (?:is|was|are|were|has|went|came|saw|took|gave|made"
          r"|knew|wrote|ate|said|did)\b", "could would should couldn wouldn shouldn",
          "is was are were has went came saw took gave made knew wrote ate said did"),
    _rule(r"\b[Dd]espite of\b|\bdiscuss(?:ed|es|ing)? about\b|\bmention(?:ed|s)? about\b",
          "of about", "despite discuss discussed discusses discussing mention mentioned mentions"),
    _rule(r"(?<![\w-])(?:[Aa]n?|[Oo]ne|[Ee]ach|[Ee]very) (?:children|men|women|teeth|criteria|mice)\b(?!['’-])",
          "a an one each every", "children men women teeth criteria mice"),
    _rule(r"\b(?:can|could|would|should|shall|must|cannot|can['’]t|couldn['’]t|won['’]t|wouldn['’]t|shouldn['’]t|mustn['’]t"
          rf"|(?i:I|you|he|she|it|we|they|who|which|that|this) (?:will|may|might))(?: not| never| also| only)? (?:{_VERBS_S})\b(?! (?:not|the same))",
          _MODAL, _VERBS_S),
    _rule(r"\b(?:[Dd]oes|[Dd]oesn['’]t|[Dd]id|[Dd]idn['’]t|[Dd]on['’]t)(?: not)? (?:he|she|it|they|we|you|I)? ?(?:goes|comes|takes|makes|gets|gives|says|sees|knows|thinks|wants|runs|has)\b",
          "does doesn did didn don", "goes comes takes makes gets gives says sees knows thinks wants runs has"),
    _rule(r"\b(?:can|could|should|shall|would|must) to [a-z]", _MODAL, "to"),
    _rule(rf"\b(?:has|have|had)(?: not| never| already| just)? (?:{_GONE})\b(?! up| in the)", "has have had", _GONE),
    _rule(rf"\b[Tt]here (?:is|was) (?:{_FEW})\b(?! (?:or|to)\b)", "there", _FEW),
    _rule(rf"(?:He|She|It) (?:{_BARE})\b", "he she it", _BARE, opens=True),
    _rule(r"Its (?:a|an|the|my|mine|not|very|too|been|going)\b", "its", opens=True),
    _rule(r"\b(?:am|is|are|was|were) (?:go|take|eat|give|write|speak|know|think|bring|buy)\b",
          _BE, "go take eat give write speak know think bring buy"),
    _rule(r"\b(?:childs|mans|womans|peoples (?:are|have)|foots|tooths|mouses|sheeps|informations|feets|childrens|mens)\b(?!['’])",
          "childs mans womans peoples foots tooths mouses sheeps informations feets childrens mens"),
    _rule(r"\b(?:has|have|had) (?:already|just|never|recently|long) (?:leave|go|take|see|do|eat|write|give|know|speak|break|choose|fall|begin|forget|arrive|finish|start|receive|send|make)\b",
          "has have had", "already just never recently long", "leave go take see do eat write give know speak break choose fall begin forget arrive finish start receive send make"),
    _rule(r"\b(?:am|is|are|was|were|be|been)(?: very| so| not| quite| also| often)? (?:surprise (?:at|by|to)|disappoint|satisfy|confuse|excite|locate|require|expect|allow|permit|prepare|examine|provide|include|describe|publish|complete (?:by|in \d))\b",
          _BE + " be been", "surprise disappoint satisfy confuse excite locate require expect allow permit prepare examine provide include describe publish complete"),
    _rule(rf"\b(?:and|but|because|when|while|so) (?:he|she|it) (?:{_BARE})\b", "he she it", _BARE),
    _rule(r"\b(?:has|have|had) been (?:decide|take|make|give|see|build|send|find|hold|keep|sell|buy|tell|show|write|choose|cancel|confirm|announce|publish|release|improve|increase|reduce|remove|move|start|finish|receive|submit|approve|reject|accept|include|provide|require|delete|create|update|replace|repair)\b",
          "has have had", "been", "decide take make give see build send find hold keep sell buy tell show write choose cancel confirm announce publish release improve increase reduce remove move start finish receive submit approve reject accept include provide require delete create update replace repair"),
    _rule(r"\blooking forward to (?:see|meet|hear|work|visit|receive|go|be|have|get|read|talk)\b", "forward"),
    _rule(r"\b(?:less|more|rather|better|worse|larger|smaller|higher|lower|older|younger|faster|greater|longer|shorter|fewer|earlier|later) then (?:the|a|an|\d|I|you|he|she|it|we|they|any|usual|before|expected)\b",
          "then"),
    _rule(r"\b[Tt]heir (?:is|are|was|were) (?:a|an|no|many|some|two|three|several|also)\b", "their", _BE),
    _rule(r"\bit['’]s own\b", "own"),
    _rule(r"\balot of\b", "alot"),
    _rule(r"\b(?:may|might|will) of (?:been|had|got|gone|done|made|taken|come|seen|known|to|lost|left)\b",
          "of", "been had got gone done made taken come seen known to lost left"),
    _rule(rf"\b[Pp]lease (?:contacts|confirms|sends|refers|{_VERBS_S.replace('|is|was|are|were', '')})\b(?! (?:is|are)\b)", "please"),
    _rule(r"\b(?:of|in|on|for|with|by|to|from|at|under|during|lost|published|released|changed|announced|opened|closed|held|made|kept|raised|cut"
          r"|reached|celebrated|increased|reduced|moved|improved|launched|extended|completed|began|started|has|have|had) it['’]s (?!a\b|an\b|the\b|not\b|been\b|also\b|just\b|all\b|time\b|too\b|so\b|\w+ing\b|\w+ (?:to|that)\b)[a-z]",
          "it", "s"),
    _rule(r"\b(?!(?:reported|announced|confirmed|claimed|noted|stated|warned|realized|realised|decided|noticed|learned|insisted|admitted|believed|assumed|showed|suggested|indicated|argued|feared|agreed|promised|hoped|guessed|explained|said) )(?:[a-z]{3,}ed|left|gave|took|sold|built|lost|met|used|sent|paid|spent) it['’]s (?!(?:a|an|the|not|been|also|just|all|time|too|so|as|only|really|very|more|most|no|up|in|on|at|to)\b|\w+ing\b|\w+ (?:to|that|for)\b)[a-z]",
          "it", "s"),
    _rule(r"\b[Aa]ll (?:of )?(?:the|these|those|its|their|his|her|our|my) (?:[a-z]+['’]s? )?(?:[a-z]+ )?[a-z]{2,}(?<![suih])s (?:is|was|has)\b(?! (?:it|he|she|this|that)\b)",
          "all", "is was has"),
    _rule(r"\b(?:less|more|rather|better|worse|larger|smaller|higher|lower|older|younger|faster|greater|longer|shorter|fewer|earlier|later|cheaper|slower|harder|easier) (?:\w+ )?then (?:anyone|anybody|anything|ever|those|that of|most|last|in (?:the|any|previous)|before|planned|necessary|required|expected|we|they|he|she|you|I)\b(?! (?:again|on)\b)",
          "then"),
    _rule(r"\b[Yy]our (?:welcome|right that|wrong)\b(?!['’])|\b[Tt]here own\b", "your there"),
    _rule(r"\b[Ww]ho['’]s (?:name|names|house|car|job|work|father|mother|son|daughter|parents|children|aim|purpose|role|opinion|fault|idea) (?:is|are|was|were|has|have)\b", "who"),
    _rule(r"\b(?:is|are|was|were|be|been|far|much|a little|arrived|came) to (?:late|early|much|many|expensive|small|large|big|heavy|long|short|hot|cold|difficult|hard|far|soon|often)\b(?! (?:for the|to|and|er)\b| \w+(?:ing|s)\b)",
          "to", "late early much many expensive small large big heavy long short hot cold difficult hard far soon often"),
    _rule(r"\b(?:is|are|was|were|be|been) (?:consist|consists|belong|belongs|happened|occurred|depend|depends|existed|exist|appear|seem)\b",
          "is are was were be been", "consist consists belong belongs happened occurred depend depends existed exist appear seem"),
    _rule(r"\b(?:enjoy|enjoys|enjoyed|finish|finished|avoid|avoids|avoided|suggest|suggests|suggested) to (?:be|go|see|do|make|take|use|have|get|read|eat|play|work|travel|visit|meet|buy|try|watch|write|talk|stay|leave)\b",
          "enjoy enjoys enjoyed finish finished avoid avoids avoided suggest suggests suggested", "to"),
    _rule(r"\b(?:to|will|would|can|could|may|might|must|should|did not|didn['’]t|does not|doesn['’]t|do not|don['’]t) (?:went|took|gave|knew|wrote|ate|spoke|chose|drove|began|bought|brought|thought|taught|caught|met|sent|told|said|sold|found|kept|felt|understood)\b",
          "to will would can could may might must should did didn does doesn do don",
          "went took gave knew wrote ate spoke chose drove began bought brought thought taught caught met sent told said sold found kept felt understood"),
    _rule(r"\b(?:will|would|to|can|could|may|might|must|shall|should|not|do|did|don['’]t|didn['’]t) loose (?:the|a|an|his|her|their|its|your|our|my|your|money|weight|control|access|all|any|data|it|them)\b", "loose"),
    _rule(r"\b(?:an?|some|any|much|my|your|his|her|their|our|good|legal|of|the) advise\b", "advise"),
    _rule(r"\b(?:will|would|can|could|may|might|must|shall|should|not|to) effect (?:the|a|an|his|her|their|its|your|our|all|any|this|these|those)\b(?! (?:change|transfer|payment|repair|cure|purpose|result)\w*)|\b(?:an|the|no|any|little|side|adverse|its|their|this) affects? (?:on|of|is|was)\b",
          "effect affect affects"),
    _rule(r"(?:He|She|It|This) (?:don['’]t|haven['’]t|aren['’]t|weren['’]t)\b", "don haven aren weren", opens=True),
    _rule(r"\bdifferent then\b", "different", "then"),
    _rule(r"\b(?:[Ee]ach|[Ee]very|[Oo]ne) of the [a-z]+s (?:are|were|have)\b(?! (?:been|also) \w+ed by)|\b[Ee]very(?:one|body|thing) (?:are|were|have)\b", "each every one everyone everybody everything", "are were have"),
    _rule(rf"\b[Mm]uch (?:{_MUCH})\b", "much", _MUCH),
    _rule(rf"\b[Mm]any (?:{_UNCOUNTED})\b", "many", _UNCOUNTED),
    _rule(rf"\b(?:[Aa]nother|[Tt]his|[Ee]ach|[Ee]very) (?:{_PLURALS})\b(?! of the)",
          "another this each every", _PLURALS),
    _rule(rf"\b(?:[Tt]hese|[Tt]hose|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Bb]oth) (?:{_SINGULARS})\b(?![-'’–]| (?:old|long|term|plan|period|stay|trip|tour|course|pass|ticket|limit|one|and|event|notice|visit|break|run|rule|delay|war|race|contract))",
          f"these those both {_FEW}", _SINGULARS),
    _rule(rf"\b(?:a|an) (?:{_NO_SINGULAR})\b(?! (?:agency|conference|item|report|source|desk|system|technology|program\w*|center|centre|story|stories|store|maker|company|service|outlet|release|officer|session|board|room|base|bulletin|network|site|channel|anchor|article|exchange|gap|line|shop|factory|worker|security|processing|letter|column|bureau|leak|overload|package|kit|management|assistant|magazine|sheet|rack|carousel|allowance|carrier|tag|cart))",
          "a an", _NO_SINGULAR),
)  # fmt: skip
_DETERMINER_WORDS = "the these those many several both all most our their his her my your"
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())
_SINGULAR = frozenset(_SINGULAR_VERB.split("|"))
_PLURAL_WORDS = (
    "two three four five six seven eight nine ten twelve twenty many several both these those"
)
_PLURAL_NUMBERS = frozenset(_PLURAL_WORDS.split())
_AGREEING = frozenset({"is", "was", "has", "are", "were", "have"})
_COMMON_WORDS = """
    a an and are as be can do for had has have he her his i in is it not of on one or s she that
    the their there they this to was we were will with you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = lazy("[a-z]+")
_CODE = lazy(r"//|->|::|[{}$]|\w/\w|#")
"""A comment ends in code that does not begin with a capital."""
_SMALL_START = lazy("[a-z]{4}[.] [a-z]")
_NUMBERED = lazy(
    r"(?<![Oo]n )(?<![Ii]n )(?<!of )(?<!to )(?<!by )(?<!for )(?<!with )(?<!from )(?<!at )\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve|[Tt]wenty|[Mm]any|[Ss]everal|[Bb]oth|[Tt]hese|[Tt]hose) "
    r"((?!of )[a-z]+s) (has|was|is|does)(?= [a-z])(?! (?:it|he|she|the|this|that|each|your|an?|one)\b)"
)
_CAPITAL = lazy(
    r"(?<![.\w])(?!(?:vs|etc|cf|al|approx|inc|corp|dept|est|fig|figs|govt|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec|prof|resp|univ|vol|ext|min|max|misc|incl|excl|ibid|mrs|ltd|col|gen|capt|viz|max|avg|temp|tel|appt)\.)"
    r"[a-z]{4,}[.] (?!(?:iP|e[A-Z]|i[A-Z]|de|von|van|der|al)\b)([a-z]{2,})(?![\w.(]|['’][A-Z])"
)
"""A sentence that begins small; abbreviations end none."""


def grammar(en: str) -> Iterator[Slip]:
    """Slips of grammar, in no order, each place once."""
    told: list[Span] = []
    for slip in _slips(en):
        if not any(slip.span.start < span.end and span.start < slip.span.end for span in told):
            told.append(slip.span)
            yield slip


def _rules_for(words: frozenset[str]) -> Iterator[_Rule]:
    """The rules of which a text with these words may break one, in order."""
    by_word = _by_word()
    places = {place for word in words & by_word.keys() for place in by_word[word]}
    for rule in (_RULES[place] for place in sorted(places)):
        if not any(words.isdisjoint(needed) for needed in rule.needed):
            yield rule


@cache
def _by_word() -> dict[str, list[int]]:
    """The places of the rules under the words of their rarest set: of each rule, one must stand."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(_RULES):
        rarest = min(rule.needed, key=lambda words: (len(words & _COMMON), len(words)))
        for word in rarest:
            found.setdefault(word, []).append(place)
    return found


def _slips(en: str) -> Iterator[Slip]:
    words = frozenset(_WORD.findall(en.lower()))
    starts = (0, *(match.end() for match in _STARTS.finditer(en)))
    if words & _DETERMINERS and words & _SINGULAR:
        found = (match for start in starts if (match := _PLURAL_SUBJECT.match(en, start)))
        yield from _singular(found, _ONE_ALL_THE_SAME)
    if words & _PLURAL_NUMBERS and words & _SINGULAR:
        yield from _singular(_NUMBERED.finditer(en), _ONE_ALL_THE_SAME | _AMOUNTS)
    if _SMALL_START.search(en) and not _CODE.search(en):
        for match in _CAPITAL.finditer(en):
            message = t("“{said}” begins a sentence with a small letter.", said=match[1])
            yield _slip(match, 1, message)
    for rule in _rules_for(words):
        opening = (match for start in starts if (match := rule.pattern.match(en, start)))
        for match in opening if rule.opens else rule.pattern.finditer(en):
            yield _not_grammar(en, match)
    if words & _AGREEING:
        yield from disagreeing(en)
    for match in turns(en):
        yield _not_grammar(en, match)


def _singular(found: Iterable[re.Match[str]], let_pass: frozenset[str]) -> Iterator[Slip]:
    """Plural nouns with a verb in the singular."""
    for match in found:
        noun, verb = match[1], match[2]
        if noun not in let_pass and _is_plural(noun):
            yield _slip(match, 1, t("“{noun}” is plural; “{verb}” is not.", noun=noun, verb=verb))


def _not_grammar(en: str, match: re.Match[str]) -> Slip:
    said = en[match.start() : match.end()]
    message = t("“{said}” is not English grammar.", said=said)
    return Slip("grammar", Span(*match.span()), said, message)


def _slip(match: re.Match[str], start: int, message: str) -> Slip:
    span = Span(match.start(start), match.end())
    return Slip("grammar", span, match.string[span.start : span.end], message)


def _is_plural(noun: str) -> bool:
    """Whether `noun` is a plural in -s; None of those in -ss, -us and -is is taken for one."""
    if noun.endswith(("ss", "us", "is", "ous")) or not has_dictionary():
        return False
    return is_english(noun) and is_english(noun[:-1])
