"""Or and and, which lawyers and patent translators must not mix up: `law.conjunction`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example, parsed
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_MUST_JA = lazy(
    "なければ(?:なら(?:な|ぬ)|なりま|いけ)[いせぬ]?ん?|なくては(?:なら|いけ)な[いく]|ねばなら[なぬ]い?|なければならず|少なくとも"
)
"""Duties, which are no negations though they have one in them."""
_CONJUNCTIONS = (
    "又は",
    "また",
    "若しく",
    "もしく",
    "及び",
    "およ",
    "並び",
    "なら",
    "か",
    "と",
    "ある",
)
_OR_JA = lazy(
    "いずれか(?=を|で|に|の|一|ひと)|又は|または|若しくは|もしくは|あるいは(?=[一-龠ァ-ヶ])|(?<=[一-龠ァ-ヶー])(?<![何数幾度回])か(?=[一-龠ァ-ヶ])(?![国月所条年])"
)
_AND_JA = lazy(
    "及び|および|並びに|ならびに|かつ|(?<=[一-龠ァ-ヶー])と(?=[一-龠ァ-ヶ])(?![呼言思考称見同共異比違書並知定認話結別申聞判])"
)
_REFUSES_JA = lazy("断[りっら]|遠慮|控え|禁|厳罰|違反|拒")
_REFUSES_EN = lazy(
    r"\b(?:prohibit\w*|forb\w+|ban(?:s|ned)?|refrain\w*|avoid\w*|refus\w*|declin\w*|both|off-limits|barred|abstain\w*)\b",
    re.I,
)
"""Neither is allowed: under a prohibition or and and come to the same."""
_EITHER_SEX = lazy(
    r"\b(?:his or her|her or his|he or she|she or he|him or her|himself or herself|his/her|he/she)\b",
    re.I,
)
_NOT_EN = lazy(r"\b(?:not|never|without|cannot|none|no)\b|n't", re.I)
_OR_EN = lazy(
    r"\b(?:or|nor|either|neither|whether|any|anyone|anything|otherwise|alternatively|alternative\w*|respectively|one of|else|optional\w*"
    r"|vary|varies|sometimes|depending|each|every|various|different|between|among|unless|instead|(?:open|available|free) (?:to|for)|choice|choose|select\w*|prefer\w*)\b|/",
    re.I,
)
_AND_EN = lazy(
    r"\b(?:and|both|as well|together|(?<!comply )(?<!complies )(?<!accordance )(?<!deal )with(?! these| those| this| such)|plus|along|also|all|including|include[sd]?|jointly|likewise|too|each|respectively|in addition|between|while|combin\w+|addition\w*|furthermore|moreover|then)\b|[&+;/]|,(?=[^,]*,)|\b\w+s\b,",
    re.I,
)
_NEGATIVE_JA = lazy(
    "な[いくけかしっ]|ませ[んぬ]|(?<![い必ま先])ず(?!れ)|禁|不|無|未|(?<![解削免排])除|以外|非"
)
_NEGATIVE_EN = lazy(
    r"\b(?:not?|n't|never|without|cannot|none|neither|nor|unless|except|exclud\w+|prohibit\w*|before|if|whether|any|prevent\w*|fail\w*|avoid\w*|refus\w*|un\w+|than|more)\b|n't",
    re.I,
)
_WHICH_JA = lazy("どっち|どちら|いずれ(?=が|に|も)|か否か|かどうか|それぞれ")
_ONE_OF_TWO = lazy(
    r"(?<=[一-龠ァ-ヶー])か[一-龠ァ-ヶー]{1,8}、[^。、]{0,12}どちらか(?:片方|一方|ひとつ|一つ)"
)
_CHOICE_JA = lazy(
    r"(?:又は|または|若しく|もしく|あるい|ない?し(?:は|\b)|いずれ|どちら|ほか|[等か]、|か(?=、)|や(?!か)|など|複数|何|各|[・/／]|以上|以下)"
)
"""What else in the Japanese may stand behind an English or."""
_SUM_JA = lazy(
    r"と(?!き|する|して|し、|な|い[うえ]|も|の間|は|ころ|お)|や|並び|とも|ながら|[てでし]、|[いきしちにひみりえけせてねへめれ]、|かつ|し(?=て)|[がで]、|・|、"
)
"""What else may stand behind an English and."""
_ANY_OR_EN = lazy(
    r"\b(?:or|nor|either|whether|any|one of|else|each|unless|alternatively|other)\b|/", re.I
)
_ANY_AND_EN = lazy(
    r"\b(?:and|both|as well|plus|together|respectively)\b|[&+/]",
    re.I,
)
_PLAIN_AND, _PLAIN_OR = lazy(r"\band\b", re.I), lazy(r"\bor\b", re.I)
_BROAD_NOT_JA = lazy("な[いくけかしっ](?!ら)|ませ[んぬ]|ず(?=[、。に])|禁|不|未|除|以外|非")
_NOUN = lazy("名詞-(?:普通名詞-(?:一般|サ変|形状)|固有名詞)")
_LISTED = lazy(r"\w(?:,?\s)and\s\w")
_PAIRED = lazy(r"\w(?:,?\s)or\s\w")


_OF_CLAUSES = lazy("(?<=[、てでしく])かつ、?(?=[^、。]*[一-龠])")
"""かつ between two clauses, of which each may be denied by itself."""
_JOINS_EN = lazy(
    r"\b(?:and|both|as well|also|in addition|additionally|moreover|furthermore|while|plus|together|then|besides|further|too|yet|but)\b|[;&]",
    re.I,
)
_OR_CLAUSE_EN = lazy(
    r"\bor (?:who|which|that|if|when|where|to|is|are|has|have|had|does|do|did|was|were|can|may|must|fails?|[a-z]+(?<!s)(?:ed|es|s))\b",
    re.I,
)
"""An or before the verb of another clause."""
_PLAIN_OR_JA = lazy("又は|または|若しくは|もしくは|あるいは|ないしは")
_NOUNS_JA = lazy("(?<=[一-龠ァ-ヶー])(?:や|とか|・|、)(?=[一-龠ァ-ヶ])")
_TWO_NOUNS_EN = lazy(
    r"\b(?P<a>an?|the|your|his|her|their|its)\s+(?:[a-z-]+\s)?[a-z-]+\s+and\s+(?P=a)\s+[a-z]", re.I
)


def _surplus(pattern: re.Pattern[str], en: str, allowed: int) -> re.Match[str] | None:
    """The first match beyond those that the Japanese accounts for."""
    found = list(pattern.finditer(en))
    return found[-1] if len(found) > allowed else None


_AND_OR_BOTH = lazy(
    r"\\band\\b(?=[^.;]{3,80},? or both\\b)(?![^.;]{3,80}\\bor\\b[^.;]{1,60},? or both)", re.I
)
"""A sum of which either part alone is meant too."""


class Conjunction(PairCheck):
    """又は stays or, 及び stays and."""

    id = "law.conjunction"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "又は and 若しくは leave a choice, 及び and 並びに take all. The English has only the other "
        "word, where no negation explains it."
    )
    examples = (
        Example(
            "署名又は押印をする。",
            "Sign it or affix your seal.",
            "Sign it and affix your seal.",
        ),
        Example(
            "元本及び利息を支払う。",
            "The principal and interest shall be paid.",
            "The principal or interest shall be paid.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding where a choice became a sum, or a sum a choice."""
        if not pair.en or not any(word in pair.ja for word in _CONJUNCTIONS):
            return
        found = False
        for ja, en in _by_sentence(pair.ja, pair.en):
            for finding in self._compared(ja, en):
                yield finding
                found = True
        if not found and "か" in pair.ja and (turn := self._of_two_nouns(pair)):
            yield turn

    def _of_two_nouns(self, pair: CheckedPair) -> Finding | None:
        """Two nouns with か between them, 手紙かはがき, of which the English has both."""
        if _OR_EN.search(pair.en) or _NOT_EN.search(pair.en) or _WHICH_JA.search(pair.ja):
            return None
        listed = _LISTED.search(pair.en)
        if not listed or _BROAD_NOT_JA.search(pair.ja) or "?" in pair.en:
            return None
        words = parsed(pair)
        for one, choice, two in zip(words, words[1:], words[2:], strict=False):
            nouns = all(_NOUN.match(word.pos) for word in (one, two))
            if choice.surface == "か" and nouns and choice.pos.startswith("助詞"):
                place = re.compile("か").match(pair.ja, choice.start)
                return self._turned(place, listed, "or", "and") if place else None
        return None

    def _compared(self, ja: str, en: str) -> Iterator[Finding]:
        if _WHICH_JA.search(ja) and not _ONE_OF_TWO.search(ja):
            return
        english = _EITHER_SEX.sub(lambda match: " " * len(match[0]), en)
        ja = _MUST_JA.sub(lambda match: "　" * len(match[0]), ja)
        ja_or, ja_and = _OR_JA.search(ja), _AND_JA.search(ja)
        if ja_or and (both := _AND_OR_BOTH.search(english)):
            yield self._turned(ja_or, both, "or", "and")
            return
        negated = _NEGATIVE_JA.search(ja) or _NOT_EN.search(en)
        forbidden = bool(_REFUSES_JA.search(ja) and _REFUSES_EN.search(en))
        clauses, either = _OF_CLAUSES.search(ja), _OR_CLAUSE_EN.search(english)
        if clauses and either and not forbidden and not _JOINS_EN.search(english):
            yield self._turned(clauses, either, "and", "or")
            return
        if ja_or and not _OR_EN.search(english):
            if (found := _LISTED.search(en)) and not negated and not forbidden:
                yield self._turned(ja_or, found, "or", "and")
        elif ja_and and not _AND_EN.search(en):
            found = _surplus(_PAIRED, en, len(_CHOICE_JA.findall(ja)))
            if found and not forbidden and not negated and not _NEGATIVE_EN.search(en):
                yield self._turned(ja_and, found, "and", "or")
        elif turn := (
            self._of_both(ja, english, forbidden=forbidden) or self._of_nouns(ja, english)
        ):
            yield turn

    def _of_both(self, ja: str, en: str, *, forbidden: bool) -> Finding | None:
        """Where a text has both words: the English has one too many, and one too few of the other."""
        ors, ands = len(_OR_JA.findall(ja)), len(_AND_JA.findall(ja))
        if not (ors or ands) or _NOT_EN.search(en) or _BROAD_NOT_JA.search(ja):
            return None
        wide_or, wide_and = len(_ANY_OR_EN.findall(en)), len(_ANY_AND_EN.findall(en))
        if ors and wide_or < ors and len(_PLAIN_AND.findall(en)) > ands + len(_SUM_JA.findall(ja)):
            ours, theirs = _OR_JA.search(ja), _surplus(_LISTED, en, ands)
            return self._turned(ours, theirs, "or", "and") if ours and theirs else None
        if (
            ands
            and not forbidden
            and wide_and < ands
            and len(_PLAIN_OR.findall(en)) > ors + len(_CHOICE_JA.findall(ja))
        ):
            ours, theirs = _AND_JA.search(ja), _surplus(_PAIRED, en, 0)
            return self._turned(ours, theirs, "and", "or") if ours and theirs else None
        return None

    def _of_nouns(self, ja: str, en: str) -> Finding | None:
        """Where a choice between two nouns became both, whatever joins the clauses beside them."""
        ors = list(_PLAIN_OR_JA.finditer(ja))
        said = len(_ANY_OR_EN.findall(en))
        if not ors or said >= len(ors) or _BROAD_NOT_JA.search(ja) or _NOT_EN.search(en):
            return None
        both = list(_TWO_NOUNS_EN.finditer(en))
        due = len(_AND_JA.findall(ja)) + len(_NOUNS_JA.findall(ja))
        return self._turned(ors[0], both[-1], "or", "and") if len(both) > due else None

    def _turned(self, ja: re.Match[str], en: re.Match[str], ours: str, theirs: str) -> Finding:
        return self.finding(
            t("{ja} is “{ours}”; the English has only “{theirs}”.", ja=ja[0], ours=ours,
              theirs=theirs),
            ja=Span(*ja.span()),
            en=Span(en.start() + 1, en.end() - 1),
            ja_value=ja[0],
            en_value=theirs,
            grade=None if len(ja[0]) > 1 else Grade.D3,
        )  # fmt: skip


_SENTENCE_JA = lazy(r"[^。！？!?\n]*[。！？!?\n]*")
_SENTENCE_EN = lazy(
    r".+?(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])[.!?]+[\"”’)]*(?=\s+[A-Z\"“(])|\Z)\s*", re.S
)


def _by_sentence(ja: str, en: str) -> Iterator[tuple[str, str]]:
    """Both texts, or as many of either where they have as many sentences: all but one blank."""
    ours = [match.span() for match in _SENTENCE_JA.finditer(ja) if match[0].strip()]
    theirs = [match.span() for match in _SENTENCE_EN.finditer(en)]
    if len(ours) != len(theirs) or len(ours) < 2:
        yield ja, en
        return
    for one, two in zip(ours, theirs, strict=True):
        yield _only(ja, *one, "　"), _only(en, *two, " ")


def _only(text: str, start: int, end: int, blank: str) -> str:
    """A text of which only a stretch is left in its place."""
    return blank * start + text[start:end]


CHECKS: tuple[type[Check], ...] = (Conjunction,)
