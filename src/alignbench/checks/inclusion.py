"""Including and excluding, with tax and without: `lex.inclusion`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import Axis, axis, turns
from alignbench.checks.values.view import value_view
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_FEES = "税|送料|手数料|サービス料|料金|運賃|保険料"
_CHARGED = "tax(?:es)?|VAT|GST|shipping|postage|delivery|fees?|charges?|service|insurance|freight"
_OF_TAX = axis(
    "込含別抜",
    (
        "included",
        rf"(?:{_FEES})(?:等)?(?:は|が|を)?\s?(?:込|含[むみめ]|無料)",
        rf"\b(?:{_CHARGED})[- ](?:is |are |was |were )?(?:already )?(?:incl\w*|free)|\bincl[\w.]*"
        rf"(?:\s+of)?(?:\s+\w+)?\s+(?:{_CHARGED})|\b(?:{_CHARGED}) included|\bwith (?:{_CHARGED})\b"
        rf"|\bafter tax|\bfree (?:{_CHARGED})|\btax[- ]inclusive",
    ),
    (
        "not included",
        rf"(?:{_FEES})(?:等)?(?:は|が|を)?\s?(?:別|抜|含まな|含みま?せ|含まず|加算|除)|別途[^。]{{0,6}}(?:{_FEES})",
        rf"\bexcl[\w.]*(?:\s+of)?(?:\s+\w+)?\s+(?:{_CHARGED})|\b(?:before|plus|without) (?:\w+ )?(?:{_CHARGED})\b"
        rf"|\b(?:{_CHARGED})(?: \w+)? (?:not|extra|separate\w*|excluded|additional)|\btax[- ]exclusive"
        rf"|\b(?:{_CHARGED})\b[^.;]{{0,30}}\b(?:not|n't)\s(?:be\s)?includ|\b(?:{_CHARGED})\b[^.;]{{0,30}}\b(?:extra|separate\w*|added|exclu\w+)\b"
        rf"|\b(?:not|n't)\sincluding (?:\w+ )?(?:{_CHARGED})|\bnet of tax|\badditional (?:{_CHARGED})|\bexcl\w*\b",
    ),
)  # fmt: skip
_OF_MEMBERS = axis(
    "除含外",
    (
        "including",
        r"(?<!不)含め(?!な|ず)|含(?:む(?!ことが?で?きない)|んだ|まれ(?!な|ず|ませ)|み(?!ま?せん))|(?<!適用)(?<!\w)対象(?:に含|とな|とし|です|であ|だ)",
        r"(?<!not )(?<!n't )(?<!never )\bincl(?:ud\w+|usive|\.)|\bas well as\b|\b(?:is|are|be) (?:also )?(?:covered|eligible)"
        r"|\bcount(?:s|ed|ing)?\b|\bcontain\w*|\bwith\b|\bamong\b|\bamongst\b|\bcompris\w+|\bconsist\w*|\bcover\w*|\bencompass\w*|\binvolv\w+|\band\b[^.;]{0,20}\bothers?\b|\bpart of\b|\bencapsul\w+|\bfall\w* under\b",
    ),
    (
        "excluding",
        r"を除[くきいけ]|を?除外|対象外|含ま(?:な|ず|れな|れず)|含め(?:な|ず)|含みません",
        r"\bexclu\w+|\bexcept\w*|\bbut\b|\bother than\b|\bapart from\b|\baside from\b|\bwithout\b|\bsave for\b|\bbesides\b|\bexempt\w*|\bremov\w+"
        r"|\b(?:not|n't|never|neither|nor|no longer|no)\b[^.;]{0,40}\b(?:includ\w+|cover\w*|eligible|appl\w+|subject|contain\w*|qualif\w+|count\w*)|\b(?:outside|beyond)\b|\bminus\b|\bineligible\b|\bless\b|\bunless\b"
        r"|\bomit\w*|\bdelet\w+|\beliminat\w+|\bfree (?:of|from)\b|\b\w+-free\b|\bnon-\w+|\bnot\b|\brest\b|\bexcise\w*|\bother\b|\bex-\w+",
    ),
)  # fmt: skip


class Inclusion(PairCheck):
    """Including stays including, excluding excluding."""

    id = "lex.inclusion"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = (
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
    _AXES: tuple[Axis, ...] = (_OF_TAX, _OF_MEMBERS)
    _SIGNS = re.compile("[除含込別抜]|対象")

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


CHECKS: tuple[type[Check], ...] = (Inclusion,)
