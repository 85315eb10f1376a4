"""What a paragraph is, by how it looks: prose, heading, list item, byline, caption, furniture."""

import re

from alignbench.domain.text import Kind

_HEADING = re.compile(
    r"^(?:第[0-9０-９一二三四五六七八九十百]{1,5}[章節編部話回条]|"
    r"[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){0,4}[.．]?[　 ]{1,3}\S|"
    r"(?:Chapter|CHAPTER|Part|PART|Section)\s+\w|[IVXⅠ-Ⅻ]{1,5}[.．]\s?|[一二三四五六七八九十]{1,3}$)"
)
_CAPTION = re.compile(
    r"^(?:図|表|写真|資料|Figure|Fig\.|Table|Photo|Chart)\s?[0-9０-９一二三四五六七八九十]{1,3}"
    r"(?![.．\-‐－][0-9０-９]{1,3}[はがをにのとでもへやか、]|[はがをにのとでもへやか、]|,? [a-z])"
)
_LIST = re.compile(
    r"^(?:(?!\*\*|--|\+\+)[・●○■◆▪•‣–\-*+][　 ]?(?=\S)|[①-⑳⑴-⒇㋐-㋾]|"
    r"[（(][0-9０-９a-zア-ンイロハ一二三四五六七八九十注※]{1,4}[）)]|"
    r"[0-9０-９]{1,3}(?:[.．)）、][　 ]|）(?=\S))|[ア-ンa-z][　.．)）][　 ]?(?=\S)|※)"
)
_NUMBER = "[0-9０-９元〇一二三四五六七八九十]"
_DATE = re.compile(
    rf"^[（(]?(?:(?:{_NUMBER}{{4}}|(?:明治|大正|昭和|平成|令和){_NUMBER}{{1,3}})年"
    rf"(?:\s?{_NUMBER}{{1,3}}月(?:\s?{_NUMBER}{{1,3}}日)?)?(?:[（(][月火水木金土日][）)])?|"
    r"(?:[A-Z][a-z]{2,8},? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4})|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[）)]?$"
)
_BYLINE = re.compile(
    r"^(?:by\s|By\s|BY\s|文[　・/＝]|著者|執筆|訳[　者・/]|取材)|"
    r"(?:教授|研究員|弁護士|記者|講師|市長|大臣|編集長|所長|代表|博士|"
    r"Professor|Fellow|Lecturer|Correspondent|Mayor\b.{0,40})[)）、,\s]?$"
)
_DRAWN_NUMBER = re.compile(
    r"^(?:[-–—‐－―*~〜]\s{0,2}(?P<dashed>[0-9０-９]{1,4})\s{0,2}[-–—‐－―*~〜]|"
    r"(?:p\.|P\.)\s?(?P<p>\d{1,4})|(?P<ja>[0-9０-９]{1,4})\s?(?:ページ|頁)|"
    r"(?P<of>[0-9０-９]{1,4})\s?[/／]\s?(?P<all>[0-9０-９]{1,4}))$"
)
_BARE_NUMBER = re.compile(r"^(?:[Pp]age\s)?(?P<bare>[0-9０-９]{1,4})(?:\s(?:of|/)\s\d{1,4})?$")
_HEADING_LINE = re.compile(
    r"^(?:#{1,6}\s|第\s?[0-9０-９一二三四五六七八九十百千]{1,6}\s?[章節編部話回条款項号幕場]|"
    r"(?:Chapter|Part|Section|Lesson|Unit|Act|Scene|Article|Clause|Paragraph|Figure|Fig\.|Table|"
    r"Step|Question|Problem|Exercise|Example|Appendix|Volume|Book|Day|Week|Episode|Level|Stage|"
    r"Phase|Case|Theorem|Item|No\.|Fiscal|FY)\b|"
    r"(?:図|表|写真|手順|質問|問題?|例題?|付録|別表|別紙|資料|ステップ|レッスン|その|巻|Q|A)\s?"
    r"[0-9０-９一二三四五六七八九十]|(?:明治|大正|昭和|平成|令和|[0-9０-９]{4}).{0,4}年)",
    re.IGNORECASE,
)
_SHORT_HEADING = re.compile(
    r"^(?:第\s?[0-9０-９一二三四五六七八九十百千]{1,6}\s?[章節編部話回条款](?:の[0-9０-９一二三四五六七八九十]{1,3})?|"
    r"(?:Chapter|Part|Section|Lesson|Unit|Act|Scene|Article|Step|Question|Appendix)\s"
    r"(?:\d{1,4}|[IVXLC]{1,7}|[A-Z])[.:]?)$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"^(?:[-=*_~―—─]{3,}|[*＊◇◆☆★§†※×＋#~]|"
    r"[*＊◇◆☆★§†※×＋#~○●□■](?:[ \u3000]{0,4}[*＊◇◆☆★§†※×＋#~○●□■]){1,11}|"
    r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?)$"
)
_ENDS = re.compile(
    r"[。｡．.!?！？…」』）)”\"’:：;；](?:[*※†][0-9０-９]{1,2}|\*{1,3}|\[\d{1,3}\])?$"
)
_PROSE_MARK = re.compile(r"[。、｡､]|[a-z][.!?]$|[a-z], [a-z]")


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not said: `---`, `===`, a table's rule."""
    return bool(_RULE.match(line))


def page_number(line: str) -> tuple[int, bool] | None:
    """The number that a line is and nothing else, and whether it is drawn as of a page: `- 7 -`."""
    if drawn := _DRAWN_NUMBER.match(line):
        whole = drawn["all"]
        value = int(drawn["dashed"] or drawn["p"] or drawn["ja"] or drawn["of"])
        return (value, True) if not whole or value <= int(whole) > 1 else None
    bare = _BARE_NUMBER.match(line)
    return (int(bare["bare"]), False) if bare else None


def is_heading_line(line: str) -> bool:
    """Whether a line begins as numbered headings do: never furniture, however often it comes."""
    return bool(_HEADING_LINE.match(line) or _LIST.match(line))


def is_short_heading(line: str) -> bool:
    """Whether a line is a heading of a number alone, to which no next line belongs."""
    return bool(_SHORT_HEADING.match(line))


def is_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(_DATE.match(line))


def ends_sentence(view: str) -> bool:
    """Whether `view` ends as a sentence does."""
    return bool(_ENDS.search(view))


def kind_of(view: str, *, before_prose: bool, marked_heading: bool, marked_item: bool) -> Kind:
    """What a paragraph is that reads `view`.

    `before_prose`: no prose has come yet, so names, posts and dates are a byline.
    """
    if marked_heading:
        return Kind.HEADING
    if marked_item:
        return Kind.LIST_ITEM
    if _CAPTION.match(view) and len(view) < 120 and not view.endswith(("。", "．")):
        return Kind.CAPTION
    short = len(view) <= 60 and not _PROSE_MARK.search(view)
    if _DATE.match(view) or (before_prose and len(view) < 160 and _BYLINE.search(view)):
        return Kind.BYLINE
    if _SHORT_HEADING.match(view):
        return Kind.HEADING
    if short and _HEADING.match(view) and not ends_sentence(view):
        return Kind.HEADING
    if _LIST.match(view):
        return Kind.LIST_ITEM
    return Kind.HEADING if short and _stands_as_title(view) else Kind.SENTENCE


def _stands_as_title(view: str) -> bool:
    return not ends_sentence(view) and not re.match(r"[「『“\"（(]", view)
