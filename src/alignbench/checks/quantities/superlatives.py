"""The most and the least of things, first and last, at both ends: words that name an extreme.

Each axis has what surely names an end, and what else may stand for it; a sentence that has both ends
is left in peace.
"""

from alignbench.checks.poles import Axis, axis

_AGE = axis(
    "年",
    ("the youngest", "最年少|最も若い|一番若い", r"\b(?:young\w*|earliest|junior)\b", r"\byoungest\b"),
    ("the oldest", "最年長|最高齢|最長老", r"\b(?:old\w*|eld\w+|senior\w*|longest-lived|aged)\b", r"\b(?:oldest|eldest)\b"),
)  # fmt: skip
_COUNT = axis(
    "多少",
    ("the most", "最多", r"\b(?:more|largest|highest|biggest|greatest|record|top|leading|busiest|maxim\w*|frequent\w*|lead\w*|peak\w*|plurality|joint|equal\w*|best|multi\w*)\b", r"\bmost\b(?! of)"),
    ("the fewest", "最少", r"\b(?:less|lowest|smallest|record|few|low\w*|minim\w*|only|mere|just)\b", r"\b(?:fewest|least)\b"),
)  # fmt: skip
_PRICE = axis(
    "安高",
    ("the lowest price", "最安値?|最低価格|底値|安値", r"\b(?:low\w*|cheap\w*|bottom\w*|least|floor|trough|weak\w*|budget|bargain\w*|affordable|best|inexpensive|fell|fall\w*|drop\w*)\b", r"\b(?:lowest|cheapest)\b"),
    ("the highest price", "最高値|最高価格|最高額|高値", r"\b(?:high\w*|dear\w*|top\w*|peak\w*|most|record|maxim\w*|ceiling|strong\w*|expensive|best|rose|ris\w*|up)\b", r"\b(?:highest|priciest|dearest|most expensive)\b"),
)  # fmt: skip
_WORTH = axis(
    "最良悪善",
    ("the best", "(?:史上|過去|世界|日本|今季|自己)?最高の(?!気温|裁|血圧)|最良|最善|ベスト(?!セ|テ|ン)", r"\b(?:best|top|greatest|highest|finest|ideal|perfect|wonderful|supreme|record|most|fantastic|excellent|great|peak|ultimate|amazing|utmost|optim\w+|better|maxim\w*|absolute)\b", r"\bthe best\b|\bbest ever\b"),
    ("the worst", "最悪|ワースト", r"\b(?:worst|terribl\w*|awful\w*|horribl\w*|worse|bad|nightmar\w*|lowest|disast\w*|dire|grim\w*|bottom|poor\w*|deadli\w*|miserabl\w*|highest|most|record|evil|rotten|sucks?|crisis|catastroph\w*|at least)\b", r"\bthe worst\b|\bworst ever\b"),
)  # fmt: skip
_RANK = axis(
    "位尾頭首",
    ("first place", "首位|単独トップ|トップ(?:に立|タイ|通過|当選)|最上位", r"\b(?:first|top\w*|lead\w*|led|1st|number one|no\. ?1|head\w*|ahead|front|pole|best|highest|champion\w*|capital|uppermost)\b", r"\b(?:first place|top of the|in first|the lead)\b"),
    ("last place", "最下位|最後尾|ビリ(?!ヤ|オ|ン|ー)|どん尻", r"\b(?:last|bottom|lowest|rear|tail|back|cellar|worst|end|wooden spoon|final)\b", r"\b(?:last place|bottom of the|in last|dead last)\b"),
)  # fmt: skip
_ORDER = axis(
    "初後",
    ("the first", "最初(?:に来|に着|の(?:一人|問|客|人|章|行|ページ|試合))|一番乗り|先頭", r"\b(?:first|earliest|initial\w*|begin\w*|start\w*|opening|lead\w*|head|front|original\w*|early|outset|former)\b", r"\bthe first (?:to|person|question|guest|chapter|line|page|one|game|match|day)\b"),
    ("the last", "最後(?:に来|に着|の(?:一人|問|客|人|章|行|ページ|試合))|最終(?:章|回|ページ|行|日|戦)|しんがり|末尾", r"\b(?:last|final\w*|end\w*|clos\w+|latest|conclud\w*|ultimate\w*|rear|tail|eventual\w*|later)\b", r"\bthe last (?:to|person|question|guest|chapter|line|page|one|game|match)\b"),
)  # fmt: skip
_DEPTH = axis(
    "深浅",
    ("the deepest", "最深部?", r"\b(?:deep\w*|depth|inner\w*|latest|late|maxim\w*|bottom)\b", r"\b(?:deepest|innermost)\b"),
    ("the shallowest", "最浅部?|最も浅い", r"\b(?:shallow\w*|minim\w*)\b", r"\bshallowest\b"),
)  # fmt: skip
_PACE = axis(
    "速遅早",
    ("the fastest", "最速|最も[速早]|最短", r"\b(?:fast\w*|quick\w*|speed\w*|short\w*|rapid\w*|earl\w*|minim\w*|swift\w*|soon\w*|as little as|direct|least|top|record|best)\b", r"\b(?:fastest|quickest|shortest)\b"),
    ("the slowest", "最遅|最も遅|最長", r"\b(?:slow\w*|late\w*|long\w*|last|maxim\w*|most|record|furthest|up to|by)\b", r"\b(?:slowest|longest)\b"),
)  # fmt: skip
_STRENGTH = axis(
    "強弱",
    ("the strongest", "最強|最も強", r"\b(?:strong\w*|power\w*|might\w*|best|top|greatest|tough\w*|maxim\w*|intense\w*|fierc\w*|high\w*|ultimate|invincib\w*|full|unbeatable)\b", r"\bstrongest\b"),
    ("the weakest", "最弱|最も弱", r"\b(?:weak\w*|feebl\w*|worst|minim\w*|low\w*|least)\b", r"\bweakest\b"),
)  # fmt: skip
_WEIGHT = axis(
    "軽重",
    ("the lightest", "最軽量|最も軽", r"\b(?:light\w*|weigh\w* (?:only|just|as little)|featherweight|minimum)\b", r"\blightest\b"),
    ("the heaviest", "最重量|最も重(?!要|視)|最重[^要点症]", r"\b(?:heav\w*|weight\w*|most|maximum|grave\w*|serious\w*|sever\w*)\b", r"\bheaviest\b"),
)  # fmt: skip
_CEILING = axis(
    "天底頭",
    ("a ceiling", "天井(?:が決|知らず|を打|なし)|頭打ち|青天井", r"\b(?:ceiling\w*|cap\w*|limit\w*|peak\w*|top\w*|plateau\w*|high|maximum|bounds?|unlimited|endless\w*|level\w* off|stop\w*|stall\w*|skyrocket\w*|soar\w*|sky)\b", r"\b(?:a ceiling|peaked|hit (?:a )?ceiling|topped out)\b"),
    ("the bottom", "底(?:を打|打ち|値|入れ|堅)|下げ止ま", r"\b(?:bottom\w*|floor|trough\w*|low\w*|firm\w*|stop\w*|turn\w*|recover\w*|halt\w*|solid|resilien\w*|level\w*|out|end\w*|stabili[sz]\w*)\b", r"\b(?:a floor|bottom(?:ed|ing)? out|hit (?:the )?bottom)\b"),
)  # fmt: skip
_CHARGE = axis(
    "ミマM最",
    ("the minimum", "ミニマム|最低(?:賃金|料金|金額|運賃|金利|限度)|下限|MIN(?![A-Z])", r"\b(?:minim\w*|low\w*|least|floor|basic|base|bottom)\b", r"\b(?:minimum|lower limit)\b"),
    ("the maximum", "マキシマム|マックス|最高(?:料金|金額|限度)|上限|MAX(?![A-Z])", r"\b(?:max\w*|high\w*|most|ceiling|cap\w*|top|up to|limit\w*|peak\w*)\b", r"\b(?:maximum|upper limit)\b"),
)  # fmt: skip
_SPEED = axis(
    "制法速",
    ("a speed limit", "(?:制限|法定|最高)(?:速度|時速)|速度制限", r"\b(?:limit\w*|maximum|top|max|highest|legal|restrict\w*|speed(?:ed|ing)|exceed\w*|cap\w*)\b", r"\b(?:maximum speed|top speed|speed limit)\b"),
    ("a least speed", "最低速度|最低時速", r"\b(?:minimum|least|lowest|slowest)\b", r"\bminimum (?:legal )?speed\b"),
)  # fmt: skip
_DISTANCE = axis(
    "遠近寄",
    ("the farthest", "最遠|最も遠", r"\b(?:far\w*|furthest|distan\w*|remot\w*|outermost|long\w*)\b", r"\b(?:farthest|furthest|most (?:distant|remote))\b"),
    ("the nearest", "最寄り?|最も近", r"\b(?:near\w*|clos\w*|short\w*|local|most recent|latest|lately|adjacent)\b", r"\b(?:nearest|closest)\b"),
)  # fmt: skip
SUPERLATIVES: tuple[Axis, ...] = (
    _AGE, _COUNT, _PRICE, _WORTH, _RANK, _ORDER, _DEPTH, _PACE, _STRENGTH, _WEIGHT, _CEILING, _CHARGE, _SPEED, _DISTANCE,
)  # fmt: skip
