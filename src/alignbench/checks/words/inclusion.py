"""Including and excluding, with tax and without: `lex.inclusion`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import Axis, axis, turns
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.words.charges import CHARGES
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_OF_MEMBERS = axis(
    "除含外",
    (
        "including",
        r"(?<!不)含め(?!な|ず|ま?せ|られな)|含(?:む(?!ことが?で?きない)|んだ|まれ(?!て?[いお]?ら?ま?(?:な|ず|せ))|み(?!ま?せん))",
        r"\b(?:is|are|be) (?:also )?(?:covered|eligible)|\bcount(?:s|ed|ing)?\b|\bcontain\w*|\bwith\b|\bamong\b|\bamongst\b"
        r"|\bcompris\w+|\bconsist\w*|\bcover\w*|\bencompass\w*|\binvolv\w+|\bothers?\b|\bpart of\b|\bfall\w* under\b|\bimpl\w+|\bsuch as\b|\bhas\b|\bhave\b|\balso\b|\bof which\b|\bwithin\b|\beven\b|\bfrom\b[^.;]*\bto\b",
        r"(?<!not )(?<!n't )(?<!never )(?<!without )\b(?:including|includes?|included|inclusive)\b|\bas well as\b|\bas well\b|\beven (?:over|on|during|to)\b|\balso (?:to|for|on|during)\b",
    ),
    (
        "excluding",
        r"を除[くきいけ]|を?除外|対象外|含[まめみ]れ?(?:て(?:い|お))?ら?ま?(?:な[いかくけ]|ず|せん)",
        r"\bbut\b|\bbesides\b|\bexempt\w*|\bremov\w+|\b(?:outside|beyond|minus|ineligible|less|unless|rest|other|others|not?|n't|never|none|neither|nor|without|only|omit\w*|delet\w+|eliminat\w+|exceptional\w*|ex-\w+|un\w+|non-?\w+)\b|n't|\b\w+-free\b|\bfree (?:of|from)\b|\bextract\w*|\bsubtract\w*|\bexpel\w*|\bcut\w*|\bstrip\w*|\bsave for\b",
        r"\b(?:exclu(?:des?|ded|ding|sive|sion) |exclu(?:des?|ded|ding)\b|except(?:ed|ing|ions?)?\b|other than\b|(?:all|every\w*|any\w*) but\b|apart from\b|aside from\b)",
    ),
)  # fmt: skip
_COVERED = axis(
    "対適",
    (
        "in scope",
        "(?<!適用)対象(?:に含|[とに]な(?!ら|りませ)|とし|です|であ|だ)",
        r"(?<!not )(?<!n't )(?<!not be )\b(?:cover\w*|appl\w+|target\w*|eligible|include\w*|qualif\w+)\b",
        r"\b(?:are|is|be) (?:also )?(?:covered|included|eligible)\b|\b(?:comes?|falls?|brought|bring|brings|placed) (?:\w+ )?under\b|\bsubject to\b",
    ),
    (
        "out of scope",
        "対象外|対象(?:に|とは)な(?:らな|りませ)|適用(?:から|を)?除外|適用外|適用し(?:な|ませ)|適用され(?:な|ませ|ず)",
        r"\b(?:not?|never|except\w*|outside|without|neither|nor|beyond|out of)\b|n't|\bun(?!der)\w+|\bnon\w+",
        r"\b(?:not|n't) (?:be )?(?:covered|eligible|included|entitled|deductible|applicable)\b|\bexclud\w+|\bexempt\w*|\bineligible\b",
    ),
)  # fmt: skip


_ONLY = axis(
    "外",
    ("only", "(?!)", "(?!)", r"\bonly\b"),
    (
        "all but",
        r"以外(?:は|の日|なら|も|の(?:方|人|者)も)(?!.*(?:禁|断|な[いくか]|ず|ませ|不可))",
        r"\b(?:except\w*|other|but|besides|exclud\w+|not|no|apart|aside|outside|without|closed|else|rest|beyond|never|un\w+|non\w*)\b|n't",
        r"\bexcept\b",
    ),
)  # fmt: skip


_PLAINLY_TURNED = (
    (
        lazy(r"を除(?:いて|く|き)(?!去)|以外(?:の|は)|を除外"),
        lazy(r"(?<!not )(?<!n't )\bincluding\b|\bas well as\b", re.I),
        lazy(r"\b(?:exce\w*|exclu\w*|other than|apart|aside|but|without|save|unless|only|remov\w*|omit\w*|neither|nor|outside|non-?\w*|eliminat\w*|beyond|besides|all)\b", re.I),
    ),
    (
        lazy(r"[（(][^（）()含]{2,20}を除く。?[)）]"),
        lazy(r"\((?:but )?including\b[^()]*\)", re.I),
        lazy(r"\b(?:exce\w*|exclu\w*|other than|apart from|aside from)\b", re.I),
    ),
    (
        lazy(r"を含(?:む|め(?:て|、|た))|も含め"),
        lazy(r"\bexcluding\b|\bexcept(?:ing| for)?\b|\bnot (?:counting|including)\b|\bapart from\b|\bother than\b|\baside from\b", re.I),
        lazy(r"\b(?:inclu\w*|with|contain\w*|among|as well|also|plus|even|count\w*|not|no|none)\b", re.I),
    ),
)  # fmt: skip
"""What keeps in or leaves out, what says the opposite plainly, and what may stand for it."""
_LEFT_OUT = lazy(r"を除(?:く|き|いて|いた|いては)(?=[、。各全す他そ]|$)")


class Inclusion(PairCheck):
    """Including stays including, excluding excluding."""

    id = "lex.inclusion"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "除く, 対象外 and 含まない exclude, 含む includes; 税込 is with tax, 税別 and 税抜 without. "
        "The English says only the opposite."
    )
    examples = (
        Example(
            "祝日を除く毎日、開いています。",
            "Open every day except holidays.",
            "Open every day, including holidays.",
        ),
        Example("料金は500円（税込）です。", "The fee is ¥500, tax included.", "The fee is ¥500 plus tax."),
    )  # fmt: skip
    _AXES: tuple[Axis, ...] = (*CHARGES, _COVERED, _OF_MEMBERS, _ONLY)
    _SIGNS = lazy("[除含込別抜税料費代]|対象|手取|以外")

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding where the English includes what the Japanese excludes, or the reverse."""
        if not pair.en or not self._SIGNS.search(pair.ja):
            return
        view = value_view(pair.ja)
        for turn in turns(self._AXES, view.text, pair.en):
            yield self.finding(
                t("{ja} is “{ours}”; the English says “{en}”.", ja=turn.ja[0], ours=turn.ours,
                  en=turn.en[0]),
                ja=Span(*view.source_span(*turn.ja.span())),
                en=Span(*turn.en.span()),
                ja_value=turn.ja[0],
                en_value=turn.en[0],
            )  # fmt: skip
            return
        for ja, contrary, answers in _PLAINLY_TURNED:
            said, read = ja.search(view.text), contrary.search(pair.en)
            if said and read and not answers.search(contrary.sub(" ", pair.en)):
                yield self.finding(
                    t("{ja} is turned round: the English says “{en}”.", ja=said[0], en=read[0]),
                    ja=Span(*view.source_span(*said.span())),
                    en=Span(*read.span()),
                    ja_value=said[0],
                    en_value=read[0],
                )
                return
        left_out = _LEFT_OUT.search(view.text)
        if left_out and not _OF_MEMBERS.second.en.search(pair.en):
            yield self.finding(
                t("{ja} leaves something out; nothing in the English does.", ja=left_out[0]),
                ja=Span(*view.source_span(*left_out.span())),
                ja_value=left_out[0],
                grade=Grade.D3,
            )


CHECKS: tuple[type[Check], ...] = (Inclusion,)
