"""Taxes and charges: included or extra, free or not, and who pays them."""

from alignbench.checks.poles import Axis, axis

_FEES = "税|送料|手数料|サービス料|料金|運賃|保険料|配送料|送料等|実費|代金?|費用|料"
_FEE = "(?:sales |consumption |bathing |hot[- ]spring |service |value[- ]added )?(?:tax(?:es)?|VAT|GST|shipping|postage|delivery|fees?|charges?|service|insurance|freight|breakfast|meals?|batter(?:y|ies)|handling)"
_NO = r"(?<!not )(?<!n't )(?<!not be )(?<!never )(?<!without )"
_PERCENT = r"(?:\s?[\d０-９.．]+\s?[%％])?"
INCLUDED: Axis = axis(
    "込含別抜外内",
    (
        "included",
        rf"(?:{_FEES})(?:等|など)?(?:は|が|も|を){{0,2}}{_PERCENT}\s?(?:込|含(?:[むめ]|まれ|み)(?!て?[いお]?り?ら?ま?(?:せ|な|ず))|無料)|内税|コミコミ",
        r"(?<!not )(?<!n't )(?<!not be )(?<!never )\b(?:inclu\w+|incl|free (?:of charge|shipping|delivery|postage))\b|\bwith\b|\bcovers?\b",
        rf"\b{_FEE}[- ](?:is |are |was |were )?(?:already )?(?:incl\w*|free)|{_NO}\bincl[\w.]*(?:\s+of)?(?:\s+[\w%]+){{0,3}}?\s+{_FEE}"
        rf"|\b{_FEE} included|\bwith tax\b|\btax[- ]inclusive|\bincluding (?:\w+ )?{_FEE}|\binclud\w+[^.;]{{0,60}} and the [\w -]{{0,20}}tax",
    ),
    (
        "not included",
        rf"(?:{_FEES})(?:等|など)?(?:は|が|も|を){{0,2}}{_PERCENT}\s?(?:別(?!荘)|抜|含ま(?:な|ず|れて?(?:い|お)?り?ら?ま?(?:な|せ|ず))|含みま?せ|加算|除)|別途[^。]{{0,8}}(?:{_FEES})|(?:{_FEES})(?:等)?(?:は|を|が)?別途|外税",
        r"\b(?:excl\w*|before|plus|without|not|extra|separate\w*|additional\w*|net|add(?:ed)?|n't|charged|pay|on top|other than|aside|apart|minus|un\w+)\b|n't",
        rf"\bexcl[\w.]*(?:\s+of)?(?:\s+\w+)?\s+{_FEE}|\b(?:before|plus) (?:[\w%]+ ){{0,3}}?{_FEE}\b"
        rf"|\b{_FEE}(?: (?:is|are|was|were))? (?:not|extra|separate\w*|excluded)|\btax[- ]exclusive"
        rf"|\b(?:not|n't) (?:be )?inclu\w+|\b{_FEE} (?:will be|is|are|shall be) (?:added|charged|payable)",
    ),
)  # fmt: skip
_NET = axis(
    "税手額差引控",
    ("after tax", "税(?:金)?引き?後|手取り|税(?:金)?を(?:差し引|引|控除し)[いたっ]", r"\bnet\b|\btake[- ](?:home|away)\b|\bhome\b|\bclear\b|\bless\b|\bminus\b|\bdeduct\w*|\bsubtract\w*|\bwithh[eo]ld\b(?! tax)", r"\bafter[- ](?:\w+ )?tax(?:es)?\b|\bafter (?:\w+ )?(?:withholding|deduct\w+)\b"),
    ("before tax", "税(?:金)?(?:等)?(?:の)?引き?前|税引前|額面(?!通り)", r"\bpre-?tax\b|\bnominal\b|\bface\b|\bbefore (?:\w+ ){0,3}?tax(?:es)?\b", r"\bbefore[- ](?:\w+ )?tax(?:es)?\b|\bgross\b|\bincluding (?:\w+ )?tax\b"),
)  # fmt: skip
_TAXED = axis(
    "税",
    ("taxed", "課税(?:対象|売上|所得|標準|事業者|取引|され(?!な|ま?せ))|有税", r"\btaxable\b|\btax(?:ed|ation|ing|payer\w*)\b|\b(?:subject|liable) to\b|\blev[iy]\w*|\bimpos\w+|\bcharged?\b|\bdutiable\b",
     rf"{_NO}(?<!un)\btaxable\b|{_NO}\bsubject to (?:\w+ )?tax\w*|{_NO}\btaxed\b|\btaxed at\b|(?<!no )(?<!no income )(?<!no gift )\b(?:tax|duty|VAT) (?:is|are|will be) (?:due|payable|levied|charged|imposed)\b"),
    ("not taxed", "非課税|免税|無税|課税され(?:な|ま?せ)|税(?:は|が)?かか(?:らな|りませ)|不課税", r"\b(?:exempt\w*|free|untaxed|non-?taxable|no|not|without|zero|relief|waive\w*|un\w+|never|exclu\w+|immun\w+|out(?:side)? of)\b|n't|\bduty-free",
     r"\b(?:tax|duty)[- ](?:exempt|free)\b|\bexempt from\b|\bnon-?taxable\b|\bnot (?:be )?(?:taxable|taxed|subject)\b|\bno tax\b"),
)  # fmt: skip
_PAID = axis(
    "無有料",
    ("free", "無料|無償|ただで|タダで|サービスで", r"\b(?:free\w*|complimentary|no (?:charge|cost|fee|extra)|gratis|without (?:charge|cost|payment|compensation|paying|consideration|fee)|gratuitous\w*|waive\w*|not? (?:be )?charg\w*|included|nothing|for nothing|un\w+|costs? nothing|royalty-free|toll-free|no\b)|n't",
     r"\bfree(?: of charge)?\b(?! (?:from|to|will|time|speech|trade|market))|\bcomplimentary\b"),
    ("for a fee", "有料|有償", r"\b(?:fees?|charg\w*|paid|pay\w*|cost\w*|pric\w*|toll|premium|purchase\w*|for value|compensation|consideration|for sale|sold|commercial\w*|subscription|buy\w*|yen|not free)\b|[$¥€£]",
     r"\bfor a (?:fee|charge)\b|\bthere is a (?:fee|charge)\b|\b(?:is|are) charged\b"),
)  # fmt: skip
_BORNE = r"(?:の(?:ご)?負担|負担(?:と|で|願|いただ|くださ)|(?:が|にて|で)(?:ご)?負担|持ち)"
_WHO_PAYS = axis(
    "負担持払",
    (
        "the customer pays",
        rf"(?:お客様|お客さま|購入者|利用者|ご本人|本人|受講者|参加者|借主|借り手|買主|買い手|注文者|委託者|着払|賃借人|貴社|会員)(?:側)?{_BORNE}|着払い|自己負担|実費(?:は|を)?(?:ご)?負担|送料はご負担",
        r"\b(?:you|your|yours|customers?|users?|buyers?|purchasers?|borrowers?|tenants?|lessees?|participants?|recipients?|members?|clients?|their|own|his|her|applicants?|extra|collect|cash on delivery|COD|self-pa\w+|out-of-pocket|co-?pay\w*|bear|bearer|borne by|at the expense|Party [AB]|Licensees?|consignees?)\b",
        r"\byou (?:will |shall |must )?(?:pay|bear|cover)\b|\bat (?:your|the customer['’]s|the buyer['’]s|the tenant['’]s|the borrower['’]s) (?:own )?expense|\bborne by (?:you|the (?:customer|buyer|tenant|borrower|purchaser|lessee))\b|\bpaid by (?:you|the (?:customer|buyer|tenant|borrower))\b|\bthe (?:buyer|customer|tenant|purchaser|borrower|lessee) (?:shall |will |must )?(?:bears?|pays?|covers?)\b",
    ),
    (
        "we pay",
        rf"(?:当社|弊社|当店|当方|会社|売主|売り手|貸主|貸し手|主催者|甲乙|施主|賃貸人|販売者|弊店)(?:側)?{_BORNE}|送料(?:は)?(?:無料|当社|サービス)|元払い?|会社持ち",
        r"\b(?:we|us|our|ours|free|company|sellers?|landlords?|lenders?|lessors?|organi[sz]ers?|shop|store|firm|employer|prepaid|included|no charge|complimentary|host|Party [AB]|manufacturer|vendor|Licensors?)\b",
        r"\b(?:shipping|postage|delivery) (?:is|are|will be) (?:free|included|on us|paid by us)|\bfree (?:of charge|shipping|delivery|postage)\b|\b(?:we|the company|our company|the seller|the landlord|the lender) (?:will |shall )?(?:pays?|bears?|covers?)\b|\bat our (?:own )?expense|\bpaid by (?:us|the seller|the company)\b|\bfree\b",
    ),
)  # fmt: skip
_RATE = axis(
    "軽標税",
    ("reduced rate", "軽減税率", r"\b(?:reduc\w*|lower\w*|special|light\w*|prefer\w*)\b", r"\breduced (?:tax )?rate"),
    ("standard rate", "標準税率", r"\b(?:standard|regular|normal|basic|general|ordinary|full)\b", r"\bstandard (?:tax )?rate"),
)  # fmt: skip
CHARGES: tuple[Axis, ...] = (INCLUDED, _NET, _TAXED, _WHO_PAYS, _PAID, _RATE)
