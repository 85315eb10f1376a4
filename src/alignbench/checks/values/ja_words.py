"""What stands before and after a Japanese numeral: counters, units, about and at most."""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.model import Approx, Bound

_COUNTERS = """
か月 ヶ月 カ月 ヵ月 箇月 ケ月 ヶ年 か年 カ年 箇年 か国 ヶ国 カ国 ヵ国 箇国 か所 ヶ所 カ所
ヵ所 箇所 箇条 ヶ条 か条 カ条 か村 ヶ村 カ村 か寺 ヶ寺 カ寺 か村 ヶ町 か町 ヶ岳 週間 時間
世紀 世代 年代 年間 年度 年生 年目 日間 人目 番目 回目 つ目 代目 度目 本目 枚目 日目 件目
周年 回忌 キログラム キロメートル キロワット キロバイト センチメートル ミリメートル
ミリリットル ミリグラム ミリ秒 センチ ミリ 平方メートル 平方キロメートル 平方キロ
立方メートル 平方マイル 平米 メートル グラム リットル ヘクタール アール トン キロ 頁
マイル フィート フート インチ ヤード ポンド オンス ガロン エーカー ノット ドル ユーロ
ウォン ルピー ペソ セント ルーブル フラン マルク 人民元 米ドル 香港ドル カラット ワット
ボルト アンペア ヘルツ カロリー バイト ビット ギガバイト メガバイト テラバイト ページ
ポイント パーセント ケース チーム クラス グループ ステップ 立方メートル ガロン オンス 海里 町歩 バーツ 頭身 進数 進法 項目 レベル セット 営業日 稼働日 分間 秒間 デシベル カプセル 種類 系統 段階
都市 地域 大学 学校 団体 社会 会派 部門 分野 項目 点 年 月 日 時 分 秒 週 人 名 個 回 歳
才 円 銭 元 冊 本 枚 台 軒 戸 棟 匹 頭 羽 艘 隻 杯 皿 膳 着 足 件 通 社 校 局 店 館 院 寺
社 国 州 県 市 町 村 区 島 郡 家 門 派 種 類 部 巻 章 節 条 項 号 編 款 首 句 曲 幕 場 話
段 級 階 層 位 等 番 代 度 泊 畳 坪 町 反 丈 尺 寸 間 里 石 升 合 斗 貫 匁 斤 両 文 度 倍
割 厘 つ ヶ 口 機 基 門 丁 字 文字 行 列 語 票 席 室 面 体 柱 振 腹 丁目 番地 号室 両日 点
次 名様 組 対 ダース 束 袋 箱 缶 玉 粒 滴 錠 包 便 鉢 貼 拍 打 敗 勝 km kg cm mm mg ml mL dL kL kl nm µm μm mV kV mA dB rpm Pa kPa MPa GPa hPa ms ns lx lm ha kW MW GW kWh
兄弟 姉妹 尊 尊像 銭 景 境 世 座 流 皇子 王子 天皇 女神 将 部作 宗 宗派 神社 家老 節句 卿 箇
GB MB KB TB ppm ppb Hz kHz MHz GHz cal kcal hPa m2 km2 cm2 m3 cm3 m² km² m³ ㎡ ㎥ m g t L l V W A
% ℃ °C °F °
"""
COUNTERS = frozenset(_COUNTERS.split())
_ALTERNATIVES = "|".join(
    re.escape(word) for word in sorted(COUNTERS, key=lambda word: (-len(word), word))
)
COUNTER = lazy(rf"\s?(余り?|数|強|弱)?(?P<noun>{_ALTERNATIVES})(?P<tail>目|間|生|半)?")

ABOUT_BEFORE = lazy(
    r"(?:(?<![規条契公予節制婚密誓盟要集倹特違成解協])約|およそ|おおよそ|凡そ|だいたい|大体|ほぼ|概ね|おおむね|ざっと|推定|大凡|略)の?\s?$"
)
_NAMED = r"(?:は|が|を|も|:|の|として|として、|は、|、)?\s?(?:金|約|年|月|各|計|一?人|1人|1日|一日|時給)?\s?$"
AT_LEAST_BEFORE = lazy(
    r"(?:少なくとも|少なくも|最低でも|最低限?|最少|最小限?|最短で?も?|(?:短|安|少な|早|軽|低)くても|下限[値額数]?|最短期間|最低額)"
    + _NAMED
)
AT_MOST_BEFORE = lazy(
    r"(?:最大でも|最大で|最大限?|最高で|最高限?|最長で?も?|(?:高|長|重|遅|多|大き)くても|長くて|高くて|最多|多くとも|多くて|せいぜい|たかだか|高々|上限[値額数]?|限度[額数]|最高額)"
    + _NAMED
)
ORDINAL_BEFORE = lazy(r"第\s?$")

_BOUND_AFTER: tuple[tuple[str, Bound], ...] = (
    ("以上", Bound.AT_LEAST), ("以下", Bound.AT_MOST), ("以内", Bound.AT_MOST), ("未満", Bound.BELOW),
    *((f"{particle}満た{ending}", Bound.BELOW) for particle in ("に", "にも") for ending in "なず"),
    ("を割り込", Bound.BELOW), ("を下回", Bound.BELOW), ("を超え", Bound.ABOVE), ("を越え", Bound.ABOVE), ("をこえ", Bound.ABOVE),
    ("を上回", Bound.ABOVE), ("超", Bound.ABOVE), ("を突破", Bound.ABOVE), ("オーバー", Bound.ABOVE),
    ("以降", Bound.AT_LEAST), ("以後", Bound.AT_LEAST), ("以前", Bound.AT_MOST), ("まで", Bound.AT_MOST),
    ("を上限", Bound.AT_MOST), ("が上限", Bound.AT_MOST), ("を限度", Bound.AT_MOST), ("が限度", Bound.AT_MOST),
    ("を下限", Bound.AT_LEAST), ("が下限", Bound.AT_LEAST), ("止まり", Bound.AT_MOST), ("どまり", Bound.AT_MOST),
    *((f"{particle}{stem}", Bound.AT_LEAST) for particle in ("を", "は")
      for stem in ("下ら", "下るま", "下ることはな", "くだら", "割らな", "割るま", "割り込まな", "切らな")),
    *((f"{particle}切って{ending}", Bound.AT_LEAST) for particle in ("を", "は") for ending in ("いな", "ない", "おら")),
    *((f"を{stem}", Bound.BELOW) for stem in ("切", "割る", "割っ", "割れ", "割り込", "下る")),
    *((f"に{also}{stem}", Bound.BELOW) for also in ("", "は", "も")
      for stem in ("届か", "達しな", "達せ", "達してい", "達しま", "達さ", "及ば", "至ら")),
    *((f"{also}{stem}", Bound.BELOW) for also in ("と", "も", "とは")
      for stem in ("待たされな", "待たな", "持たな", "もたな", "続かな", "離れていな", "かから", "たたな", "たたず", "経たな", "経たず", "しなか", "しない", "しませ")),
    *((f"{also}足ら{end}", Bound.BELOW) for also in ("に", "にも", "には") for end in "なずぬ"),
    *((f"より{stem}", Bound.BELOW) for stem in ("少な", "小さ", "低", "短", "軽", "若", "安")),
    *((f"より{stem}", Bound.ABOVE) for stem in ("多", "大き", "高", "長", "重")),
)  # fmt: skip
BOUNDS = dict(_BOUND_AFTER)
_WORDS = "|".join(word for word, _ in sorted(_BOUND_AFTER, key=lambda item: -len(item[0])))
BOUND_AFTER = lazy(
    rf"\s?(?:分|の者|の方|[ァ-ヺー]{{2,6}}(?=を(?:[下上]回|超|割|切)|以[上下]|未満)|[\u4e00-\u9fff](?=以[上下内降前]|未満|を[超越こ]え))?(?:か|または|又は)?(?:それ)?({_WORDS})(?!当|え|離|断|替|除|開)"
)
_APPROX_AFTER: tuple[tuple[str, Approx], ...] = (
    ("弱", Approx.UNDER), ("足らず", Approx.UNDER), ("近く", Approx.UNDER), ("近い", Approx.UNDER),
    ("余り", Approx.OVER), ("あまり", Approx.OVER), ("余", Approx.OVER), ("強", Approx.OVER),
    ("超", Approx.OVER), ("ほど", Approx.ABOUT), ("程度", Approx.ABOUT), ("程", Approx.ABOUT),
    ("くらい", Approx.ABOUT), ("ぐらい", Approx.ABOUT), ("前後", Approx.ABOUT),
    ("頃", Approx.ABOUT), ("ごろ", Approx.ABOUT), ("ころ", Approx.ABOUT), ("内外", Approx.ABOUT),
)  # fmt: skip
APPROXES = dict(_APPROX_AFTER)
APPROX_AFTER = lazy(
    rf"の?({'|'.join(word for word, _ in _APPROX_AFTER)})(?![いくめ震化調制行者力度引])"
)

NEGATED_LIMIT = lazy(
    "を(?:超え|越え|こえ|上回|下回|突破|切|割|割り込)(?:な[いくけか]|まな[いくけか]|ず|ぬ|る?まい|ら[なずぬ]|ませ|りませ|しな|って?も?はな[らり]|ても?はな[らり]|ってもな[らり]|てもな[らり]"
    "|て(?:い|お)(?:な|ら|り?ま?せ)|って(?:い|お)(?:な|ら|り?ま?せ)|[らりっ]?て?は?(?:いけ|だめ|なり)|って?は(?:いけ|だめ|なり)|ては(?:いけ|だめ)"
    "|て[^。、]{1,14}(?:[てで]は(?:なら|なり|いけ)|こと[はが]?でき(?:な|ま)|ないこと)|る?こと(?:が|は|の|も)?(?:でき(?:な|ず|ませ)|な[いくか]|ありませ|あってはな|許され))"
    "|より(?:少な|小さ|低|短|軽|若|安|多|大き|高|長|重)く(?:は|も)?(?:な[いくか]|ありませ|なし)"
    "|を(?:超え|越え|上回|下回|切|割|下)(?:る|った|た)[^。、]{0,5}(?:は|も|が)(?:まず|ほとんど|一度も|めったに|滅多に)?(?:な[いかく]|ありませ|い(?:な|ませ))"
    "|を(?:超え|越え)られ(?:な|ませ|ず)|(?:に満たな|を(?:超え|上回っ|下回っ|切っ|割っ|割り込ん))(?:かっ)?[ただ][^。、]{0,6}(?:は|も)(?:一度も)?(?:な[いくか]|ありませ)"
)
WORDS_WITH_FIGURES = lazy(
    r"(?<!\d)(?:\d{1,2}分(?:割|化|裂|離|岐|断|派|袖|咲き|搗き|づき|がゆ|粥)|\d人称|5月雨|(?P<even>\d)分(?P=even)分)"
)
"""Words with figures that measure nothing: 2分割, 7分袖, 5分5分."""
NOT_NUMBERS = lazy(
    r"(?<![\d〇一二三四五六七八九十百千第])(?:一(?:般|部(?!\\d)|緒|応|致|定|層|切|旦|瞬|種|連|体|括|番(?!地|目)|方|見|帯|向|貫|同|族|門|円(?![一二三四五六七八九十百]+銭)|環|端|段|斉|"
    "覧|律|概|挙|気|途|様|躍|時(?!間|半|\\d|ごろ|頃)|度に|ヶ所に|人ひとり|人一人|つ一つ|つひとつ|人前|人暮|"
    "生|味|言|面|角|因|員|例|存|読|身|存|任|説|首|献|文字|日中|昨|両日|間|新|際|流|線|級品|握り|休|"
    "心|手に|手|息|存|乗寺|条|橋|宮|遍|向|揆|門|向|式|家|行)"
    "|[三五六七]七日|三振|四球|四死球|八千代|千[一二三四五六七八九]郎|唯一|統一|単一|同一|均一|随一|万一|万が一|画一|第三者|第一人者|第三国|十分(?!間|ほど(?!に|の)|ばかり|以[上内下]|足らず|弱|おき|置き|ごと|過ぎ|回[っる]|後|遅れ|前[にの、])|不十分|充分|千葉|三重|四国|九州|"
    "八百屋|百貨店|七夕|八幡|三菱|三井|三越|百科|百姓|千代|万歳|万葉|万能|万全|万国|万人|二酸化|一酸化|三権|"
    "四季|四方|四半期|五輪|六本木|七宝|八景|八方|九条|十字|十二単|百人一首|千羽|千鳥|千秋|千手|万博|億劫|"
    "三味線|三昧|三宝|三蔵|三十三間堂|二条城|[一二三四五六七八九十]条|三河|三島|三田|三木|三原|三浦|三好|三宅|"
    "四天王|五山|五摂家|五行|五感|六波羅|六道|六角|七福神|八雲|八坂|八代|八重|八卦|八王子|十津川|十和田|"
    "二人三脚|二度と|二の|三つ巴|三角|四角|六角|八角|二世帯|二次|一次|三次|二期|"
    "[一二三四五六七八九十]郎|[一二三四五六七八九]丸|百済|千家|千利休|千住|五月雨|五月晴|三日月|一昨|一日も早|"
    "十日町|四日市|五日市|八日市|二日酔|十三夜|百舌鳥|千早|千島|千駄|千歳|一日千秋|百聞|一見|"
    "参(?=[加考照議拝道戦入上政勤内詣観同画集列席拾])|参議|拾遺|拾い|捨て|零細|(?<!氏)零度|零落|零れ)"
)
"""Words with numerals that no translation renders by a number, and names."""
