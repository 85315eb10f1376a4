"""Upper and lower limits that are said in words: 上限, 下限, 遅くとも, を超えて, を下回って."""

from alignbench.checks.poles import Axis, axis

_LIMIT = axis(
    "上下最限",
    (
        "the most",
        r"上限|限度(?:と(?:する|し)|額|で[すあ]|だ|。|です)|限り(?=。|です|と[さす]|、|\Z)(?<=[個点枚名人回冊本台箱様]限り)"
        r"|最大(?=\s?[\d０-９])|最高(?=限|額|\d)|最長(?=\s?[\d０-９])|最多(?=\s?[\d０-９])|せいぜい|たかだか|多くとも|多くて",
        r"\b(?:no more than|not more than|up to|most|(?<!lower )limit\w*|within|exceed\w*|not over|under|below|less than|top|high\w*|longest"
        r"|as (?:many|much|long) as|largest|greatest|peak|until|through|allow\w*|only|restrict\w*|barely|hardly|outside)\b",
        r"\b(?:max\w*|upper (?:\w+ )?(?:limit|bound)s?|ceilings?|caps?|capped|at (?:the )?most)\b",
    ),
    (
        "the least",
        r"下限|最低(?=限|額|\s?[\d０-９])|最小(?=限|\s?[\d０-９])|最短(?=\s?[\d０-９])|最少(?=\s?[\d０-９])|少なくとも|少なくも",
        r"\b(?:no less than|not less than|no fewer than|least|bottom|low\w*|shortest|smallest|or more|or over|from|as little as"
        r"|as few as|more than|over|above|fewest|quickest|fastest|required?|need\w*|must)\b",
        r"\b(?:minim\w*|min\.?|lower (?:\w+ )?(?:limit|bound)s?|floors?|at (?:the )?least)\b(?!\s+\d+\s?F\b)",
    ),
)
_PASSED = axis(
    "超越上下割",
    (
        "above",
        r"を(?:大幅に|大きく|はるかに|やや)?(?:[超越こ]え(?!な|ず|ぬ|ら[れな]|て(?:は|い?な|も))|上回(?!ら))|を超過(?!し?(?:な|ては))|オーバー(?:し|する)",
        r"\b(?:exceed\w*|over\w*|above|beyond|more|surpass\w*|outstrip\w*|top\w*|outnumber\w*|past|greater|higher|larger|longer|older|heavier|outpac\w+"
        r"|better|cross\w*|pass\w*|broke\w*|break\w*|transcend\w*|overc[oa]me|excess\w*|up|upwards?|hit|reach\w*|across|out|too|not|never|no|beat\w*|outweigh\w*|another|plus|further|go\w*|went|outliv\w+|another|extra|super\w*)\b|n't",
        r"\b(?:exceed\w*|surpass\w*|outstrip\w*|(?:rise|rises|rose|risen|went|goes|climb\w*) (?:well )?above|topp?ed)\b",
    ),
    (
        "below",
        r"を(?:大幅に|大きく|はるかに|やや)?(?:下回(?!ら)|割(?:った|る|って|り込[みむん])(?!当|引|振)|切(?:った|って(?!い?な))(?=[。、]|た[。、]))",
        r"\b(?:below|under\w*|less|fewer|lower|short\w*|beneath|miss\w*|smaller|trail\w*|lag\w*|behind|worse|weaker|not|never|no|fail\w*|break\w*|broke\w*|lose|lost|losing|fell|fall\w*|drop\w*|down|within|slow\w*|shy|inside|sub\w*|cut\w*|split\w*|smash\w*|crack\w*|divid\w*|slic\w*|chop\w*)\b|n't",
        r"\b(?:fall|falls|fell|fallen|drop\w*|dip\w*|sank|came in|stay\w*|remain\w*) (?:well )?(?:below|under|short)\b|\b(?:paid|below|under) the (?:minimum|lower)\b",
    ),
)
_FORBIDDEN = axis(
    "超越上下回",
    (
        "no less",
        r"(?<!\d)を下回(?:らな|っては(?:なら|いけ)|らぬ|ることはでき|ることができな)",
        r"\b(?:below|under|less|lower|fall\w*|short|(?<!than the )minimum|fewer|not (?:\w+ )?drop)\b",
        r"\b(?:no|not|never) (?:be |go |fall |drop )?(?:below|under|less than|lower than)\b|\bat least\b",
    ),
    (
        "no more",
        r"(?<!\d)を(?:超え|上回)(?:な[いけく]|らな|ては(?:なら|いけ)|っては(?:なら|いけ)|ることはでき|ることができな)",
        r"\b(?:exceed\w*|over|more|higher|most|within|maximum|until|by|no later|no longer)\b",
        r"\b(?:no|not|never) (?:be |go |rise )?(?:above|over|more than|higher than)\b|\bat (?:the )?most\b|\bup to\b",
    ),
)
_LATEST = axis(
    "遅早最",
    (
        "at the latest",
        "遅くとも|遅くも|遅くて(?:も)?|最遅でも",
        r"\b(?:by|before|latest|later than|until|within|late\w*|slow\w*|prior)\b",
        r"\b(?:at the (?:very )?latest|(?:no|not) later than)\b",
    ),
    (
        "at the earliest",
        "早くとも|早くても|早くて(?=[、もで])|最短でも|早ければ(?!早)",
        r"\b(?:as early as|possibly|could|may|might|earliest|earlier than|sooner than|soonest|before|fastest|least|until|from|at best|quick\w*|early|only|even)\b",
        r"\b(?:at the (?:very )?earliest|(?:no|not) (?:earlier|sooner) than|not before)\b",
    ),
)
_UNLIMITED = axis(
    "限制",
    ("no upper limit", "上限(?:は|を|が)?(?:特に)?(?:な[いくし]|あり?ま?せん|設け(?:な|てい?(?:な|ま))|定め(?:な|てい?(?:な|ま)))|青天井|無制限",
     r"(?<!no lower )(?<!lower )\b(?:limit\w*|unlimited|cap|caps|capped|ceiling|maximum|open-ended|boundless|endless\w*|freely)\b", r"\bno (?:upper limit|cap|ceiling|maximum)\b"),
    ("no lower limit", "下限(?:は|を|が)?(?:特に)?(?:な[いくし]|あり?ま?せん|設け(?:な|てい?(?:な|ま))|定め(?:な|てい?(?:な|ま)))",
     r"(?<!upper )\blimit\w*|\bfloor\b", r"\bno (?:lower limit|floor|minimum)\b"),
)  # fmt: skip
_NOT_PASSED = axis(
    "超越上下",
    (
        "not above",
        r"(?:を(?:超え|越え|こえ)|上回ら?っ?)(?:な[いくけ]|ず|ては(?:な|い))",
        r"\b(?:exceed\w*|more|over|above|beyond|limit\w*|within|up to|most|maximum|caps?|capped|past|longer|larger|greater|higher|older|surpass\w*|outnumber\w*|better|top\w*|outgrow\w*|under|below|less)\b",
        r"\bnot (?:be |exceed )?(?:more|over|above|exceed\w*)\b",
    ),
    (
        "not below",
        r"を?下回(?:らな[いくけ]|らず|っては(?:な|い))",
        r"\b(?:below|under|less|fewer|lower|least|short|floor|above|meet|or more|smaller|shorter|trail\w*|lag\w*|behind|over|more)\b",
        r"\b(?:not|never|n't) (?:fall|drop|go|be|dip|come) (?:below|under|less)\b",
    ),
)
_SCHOOL = axis(
    "以",
    ("and older", "(?:学生|校生|[0-9０-９一二三四五六]年生|園児|幼児)以上", r"\b(?:or (?:older|above|higher|over|up)|and (?:older|up|above|over|higher)|at least|from|upwards?|onwards?|older)\b(?! than)",
     r"\b(?:or|and) (?:older|above|higher|over|up)\b"),
    ("and younger", "(?:学生|校生|[0-9０-９一二三四五六]年生|園児|幼児)(?:以下|未満)", r"\b(?:or (?:younger|below|under|lower)|and (?:younger|below|under|down)|up to|at most|younger|under)\b",
     r"\b(?:or|and) (?:younger|below|under)\b|\b(?:older|higher) than (?:[a-z]+ ){0,3}(?:students?|pupils?|children|grad\w+)"),
)  # fmt: skip
LIMIT_WORDS: tuple[Axis, ...] = (
    _SCHOOL,
    _FORBIDDEN,
    _UNLIMITED,
    _LIMIT,
    _PASSED,
    _NOT_PASSED,
    _LATEST,
)
