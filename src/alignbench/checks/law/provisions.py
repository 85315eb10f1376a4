"""Provisions and how they are pointed to: `law.reference`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import axis
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_PART = "(?:各)?(?:条|項|号|章|節|款|編|段落?|文|頁|ページ|図|表|行|ステップ|問)"
_SOME = "[一二三四五六七八九十2-9２-９数各両]?\\s?"
_FAR = r"(?<![以事直午生年月日従空人手現戦目眼名食一十百千\d])"
_TOWARDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "preceding",
        lazy(
            rf"{_FAR}前{_SOME}{_PART}(?![数帳前])|{_FAR}前[記述掲](?!入)|上[記述掲](?!入)|先に(?:述べ|触れ|見|説明し)た|以上(?:の(?:こと|とおり|点|結果|理由)|から|により)"
        ),
        lazy(
            r"\b(?:preced\w+|previous\w*|foregoing|prior|above\w*|last|earlier|before|former\w*|already|aforesaid|aforementioned|these|those|described|listed|that|this|thus|therefore|said|mentioned|such)\b",
            re.I,
        ),
        lazy(
            r"\b(?:preced\w+|previous|foregoing|prior) (?:[a-z]+ ){0,2}(?:article|paragraph|item|chapter|section|subsection|clause|sentence|page|figure|table|line|step|provision)s?\b|\b(?:above|aforementioned|aforesaid|earlier|foregoing)\b|\blast (?:chapter|section|article|paragraph|page)\b",
            re.I,
        ),
    ),
    (
        "following",
        lazy(
            rf"(?<![一目年漸順取逐月席相])次{_SOME}{_PART}(?![数元男女])|次の{_SOME}(?:各)?{_PART}(?![数])|後[記述掲](?!者)|下[記掲](?!り)|以下の(?!通り?り)(?:手順|方法|とおり|例|表|図|項目|点|各|コード|リスト|一覧|グラフ|写真|欄|式|画像|リンク|文|コマンド|設定|メソッド)"
        ),
        lazy(
            r"\b(?:follow\w*|next|subsequent\w*|below|hereafter|hereinafter|later|listed|ensuing|succeeding|these|come|come to)\b|:\s*$",
            re.I,
        ),
        lazy(
            r"\b(?:following|next|succeeding|subsequent) (?:[a-z]+ ){0,2}(?:article|paragraph|item|chapter|section|subsection|clause|sentence|page|figure|table|line|step|provision)s?\b|\b(?:below|what follows|as follows|the following)\b",
            re.I,
        ),
    ),
    (
        "same",
        lazy(rf"同{_PART}|同法"),
        lazy(
            r"\b(?:same|that|said|those|such|these|this|its|ibid\w*|of the Act|thereof|therein|the (?:Article|Paragraph|Item|Section|Act|Law))\b",
            re.I,
        ),
        lazy(
            r"\b(?:same|said) (?:article|paragraph|item|chapter|section|subsection|clause|act|provision)s?\b",
            re.I,
        ),
    ),
)
"""Ways in which a provision points to another: in Japanese, what may say so, what surely does."""
_STRICTLY = {
    "preceding": lazy(
        r"\b(?:preced\w+|previous\w*|foregoing|prior|above\w*|last|earlier|before|former\w*|already|aforesaid|aforementioned|mentioned)\b",
        re.I,
    ),
    "following": lazy(
        r"\b(?:follow\w*|next|subsequent\w*|below|hereafter|later|ensuing|succeeding)\b", re.I
    ),
}
"""What may say so where 同項 has the vaguer words (that, this) for itself."""
_TWO_BACK = lazy(r"(?P<way>[前次])(?P<n>[二三四五六2-6２-６]|各)(?:条|項|号)")
_SINGULAR = {
    "前": lazy(r"\b(?:preceding|previous|foregoing) (?:article|paragraph|item)\b", re.I),
    "次": lazy(r"\b(?:following|next|succeeding) (?:article|paragraph|item)\b", re.I),
}
_SAME_JA = lazy("[前同本][条項号](?!目)")
_ON_JA = lazy("次|後|以下|左|下記|翌|続|各号|掲げ|つぎ")
_HALVES = axis(
    "前後段",
    ("the first sentence", "前段", r"\b(?:first|former|earlier|preceding|opening|main|above|beginning)\b",
     r"\b(?:first|former) (?:sentence|part|half|clause)\b"),
    ("the second sentence", "後段", r"\b(?:second|latter|last|later|following|final|end)\b",
     r"\b(?:second|latter) (?:sentence|part|half|clause)\b"),
)  # fmt: skip
_BRANCH = lazy(
    r"(?:(?P<head>別表)第|第)\s?(?P<n>[\d０-９]{1,4}|[一二三四五六七八九十百]{1,6})\s?(?P<level>条|項|号|章|節|款|目|表)?"
    r"の\s?(?P<m>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})(?![\d０-９一二三四五六七八九十]|つ|人|名|者(?!の)|年|月|日|回|点|割|分|倍|種|方|本|部|丁|番|階|画|条件|の(?:項|欄|部|款))"
)
"""A branch number: 第3条の2 is an article of its own between articles 3 and 4."""
_DEEP = lazy(
    r"第\s?(?P<n>[\d０-９]{1,4}|[一二三四五六七八九十百]{1,6})\s?条の\s?(?P<m>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})の\s?(?P<k>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})"
)
_PARAGRAPH = lazy(
    r"第\s?(?P<n>[\d０-９]{1,4}|[一二三四五六七八九十百]{1,6})\s?条\s?第?\s?(?P<m>[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s?項"
)
_OF_A_PATENT = lazy("\\s*[【［]\\s?([0０][\\d０-９]{3})\\s?[】］]")
"""How the paragraphs of a patent are numbered."""
_LATIN = {2: "bis", 3: "ter", 4: "quater", 5: "quinquies", 6: "sexies", 7: "septies"}


_EARLIER_JA = lazy("前の(?:各)?(?:章|節|条|項|頁|ページ|図|表|段落|回)|先に|先の(?:章|節)")
"""A second reference, which points back."""
_WITHOUT = lazy(
    r"\b(?:the|of the|in the|this) (?=(?:preceding|following|next|previous|last|foregoing)\b)|\b(?:last|earlier|previous|preceding) (?:year|month|week|day|fiscal)\w*",
    re.I,
)


class NeighbouringProvision(PairCheck):
    """前条 is the preceding article, 次条 the next, 第3条の2 is Article 3-2."""

    id = "law.reference"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "前条, 前項 and 前章 point back, 次条, 次項 and 次章 on; the English points the other way. "
        "第3条の2 is an article of its own, Article 3-2; the English makes it a paragraph or drops it."
    )
    examples = (
        Example(
            "前条の規定を準用する。",
            "The provisions of the preceding Article apply.",
            "The provisions of the following Article apply.",
        ),
        Example("第3条の2による。", "Under Article 3-2.", "Under Article 3, paragraph (2)."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for a reference that points the other way, or that loses its branch."""
        if not pair.en:
            return
        towards = list(self._towards(pair))
        yield from towards
        for turn in _HALVES.turned(pair.ja, pair.en):
            yield turn.finding(self)
        yield from self._numbered(pair)
        if "第" in pair.ja:
            if "の" in pair.ja:
                yield from self._branches(pair)
            yield from self._paragraphs(pair)
        if not towards:
            yield from self._same(pair)

    def _numbered(self, pair: CheckedPair) -> Iterator[Finding]:
        """The number of a paragraph of a patent, 【0002】, which the English leaves out."""
        match = _OF_A_PATENT.match(pair.ja)
        if match and not re.search(rf"(?<!\d)0*{int(match[1])}(?!\d)", pair.en):
            yield self.finding(
                t("{text} is not in the English.", text=match[0]),
                ja=Span(*match.span()),
                ja_value=match[0],
            )

    def _towards(self, pair: CheckedPair) -> Iterator[Finding]:
        """References that point the other way, or to one provision instead of several."""
        if _EARLIER_JA.search(pair.ja) and "次" in pair.ja:
            return
        said = [
            (name, match, may) for name, ja, may, _ in _TOWARDS if (match := ja.search(pair.ja))
        ]
        same = [each for each in said if each[0] == "same"]
        others = [each for each in said if each[0] != "same"]
        if same and len(others) == 1:
            said = [(others[0][0], others[0][1], _STRICTLY[others[0][0]])]
        if len(said) == 1:
            name, match, may = said[0]
            if not may.search(_WITHOUT.sub("", pair.en)):
                for other, _, _, sure in _TOWARDS:
                    if other != name and (read := sure.search(pair.en)):
                        yield self._told(match, read, name, other)
                        return
        several = _TWO_BACK.search(pair.ja)
        if several and len(_TWO_BACK.findall(pair.ja)) == 1:
            one = _SINGULAR[several["way"]].search(pair.en)
            if one and not re.search(
                r"\b(?:each|every|all|any|paragraphs|items|articles|two|three)\b", pair.en, re.I
            ):
                yield self._told(several, one, "several", "one")

    def _told(self, ja: re.Match[str], en: re.Match[str], ours: str, theirs: str) -> Finding:
        return self.finding(
            t("{ja} is “{ours}”; the English says “{en}”.", ja=ja[0], ours=ours, en=en[0]),
            ja=Span(*ja.span()),
            en=Span(*en.span()),
            ja_value=ja[0],
            en_value=theirs,
        )

    def _paragraphs(self, pair: CheckedPair) -> Iterator[Finding]:
        """第5条第2項 that became Article 5-2, an article of its own."""
        for match in _PARAGRAPH.finditer(pair.ja):
            n, m = whole(match["n"]), whole(match["m"])
            found = re.search(rf"\b(?:Articles?|Art\.|Section)\s{n}[-–]{m}\b(?!\d)", pair.en)
            if found and not re.search(r"\b(?:para\w*|subsection)\b", pair.en, re.I):
                yield self.finding(
                    t(
                        "{text} is a paragraph; {en} is an article of its own.",
                        text=match[0],
                        en=found[0],
                    ),
                    ja=Span(*match.span()),
                    en=Span(*found.span()),
                    ja_value=match[0],
                    en_value=found[0],
                )

    def _same(self, pair: CheckedPair) -> Iterator[Finding]:
        """A "following" paragraph in a text that points back and to the same one only."""
        back, on = _SAME_JA.search(pair.ja), _SINGULAR["次"].search(pair.en)
        if back and on and not _ON_JA.search(pair.ja):
            yield self._told(back, on, "same" if back[0][0] == "同" else "preceding", "following")

    def _branches(self, pair: CheckedPair) -> Iterator[Finding]:
        for match in _DEEP.finditer(pair.ja):
            n, m, k = (whole(match[part]) for part in "nmk")
            short = re.search(rf"(?<!\d){n}-{m}(?![\d-])|(?<!\d){n}-{k}-{m}(?!\d)", pair.en)
            parent = f"{n}-{m}"
            if short and not re.search(rf"(?<!\d){n}[-.]{m}[-.]{k}(?!\d)", pair.en):
                yield self.finding(
                    t("{text} has a number of its own, {n}-{m}; the English has only {n}.",
                      text=match[0], n=parent, m=k),
                    ja=Span(*match.span()),
                    en=Span(*short.span()),
                    ja_value=f"{n}-{m}-{k}",
                    en_value=short[0],
                )  # fmt: skip
        yield from self._other_branch(pair)
        for match in _BRANCH.finditer(pair.ja):
            if not (match["head"] or match["level"]):
                continue
            n, m = whole(match["n"]), whole(match["m"])
            if n is None or m is None or m < 2:
                continue
            kept = (
                rf"(?<!\d){n}\s?[-–‐‑.―]\s?{m}(?!\d)|(?<!\d){n}[\s-]?{_LATIN.get(m, 'no-word')}\b"
            )
            kept += rf"|(?<!\d){n}[\s-]?{chr(63 + m)}\b|(?<!\d){n}\s?[\[(](?:{m}|{_LATIN.get(m, 'no-word')})[\])](?:\s?(?:bis)?(?=\))|(?!\())"
            alone = rf"\b(?:Table|Form|Schedule|Appendix|Article|Annex)\s{m}(?![\d.-])"
            named = re.search(rf"(?<![\d.-]){n}(?![\d.])", pair.en) or re.search(alone, pair.en)
            if named and not re.search(kept, pair.en, re.I):
                yield self.finding(
                    t("{text} has a number of its own, {n}-{m}; the English has only {n}.",
                      text=match[0], n=n, m=m),
                    ja=Span(*match.span()),
                    en=Span(*named.span()),
                    ja_value=f"{n}-{m}",
                    en_value=named[0],
                )  # fmt: skip

    def _other_branch(self, pair: CheckedPair) -> Iterator[Finding]:
        """A branch number of an article of the Japanese that the Japanese does not have."""
        ours = {
            (whole(match["n"]), whole(match["m"])): match
            for match in _BRANCH.finditer(pair.ja)
            if match["level"] == "条"
        }
        for read in _ARTICLE_EN.finditer(pair.en):
            number = int(read["n"]), int(read["m"])
            match = next((each for (n, _), each in ours.items() if n == number[0]), None)
            if (
                match
                and number not in ours
                and not re.search(rf"第?{_any(number[0])}条第?{_any(number[1])}項", pair.ja)
            ):
                yield self._told(match, read, match[0], read[0])
                return


_ARTICLE_EN = lazy(r"(?<![\d.-])(?P<n>\d{1,4})[-–‐](?P<m>\d{1,2})(?![\d.-])")


def _any(number: int) -> str:
    return rf"(?:{number}|[\d０-９一二三四五六七八九十百千]+)"


def whole(written: str) -> int | None:
    """The whole number that digits or kanji say."""
    from alignbench.checks.values.folded_text import value_view
    from alignbench.checks.values.kanji import numeral

    amount = numeral(value_view(written).text)
    return int(amount) if amount is not None and amount.denominator == 1 else None


CHECKS: tuple[type[Check], ...] = (NeighbouringProvision,)
