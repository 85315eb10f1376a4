"""Words that carry grammar and not content, by their features of `language.lemmas`.

Closed classes, written out: no tagger tells a particle from a noun for both languages alike. A
translation renders them freely, so nothing can be concluded where one has no counterpart.
"""

from collections.abc import Sequence
from enum import IntEnum


class WordClass(IntEnum):
    """How much a word says on its own."""

    FUNCTION = 0
    """Particles, auxiliaries, articles, prepositions: not worth linking."""
    LIGHT = 1
    """Pronouns, negation, light verbs, formal nouns: worth linking, not worth missing."""
    CONTENT = 2
    """All others: a translation that does not answer them may lack something."""


def word_class(features: Sequence[str]) -> WordClass:
    """The class of a word, which is the highest of its parts' ("doesn't" negates);
    a number word by its spelling ("one" is light, "1" is content).

    A Japanese word is judged by its lemma alone, whatever loan-word keys it brings along.
    """
    if features and features[0].startswith("j:"):
        return _CLASSES.get(features[0], WordClass.CONTENT)
    spelled = [feature for feature in features if feature[0] not in _NOT_SPELLINGS] or features
    return max((_CLASSES.get(f, WordClass.CONTENT) for f in spelled), default=WordClass.FUNCTION)


_NOT_SPELLINGS = frozenset("nbxrsy")
"""Kinds of features that stand beside a word's spelling."""

_JAPANESE_FUNCTION = (
    "の に は を が と で も へ や か から まで より ば て た だ です ます ず ぬ べし り む"
    " まい らしい れる られる せる させる てる けり なり たり ほど って くらい ばかり だけ のみ"
    " など しか さえ すら こそ ずつ なんて なんか し ながら とも けれど つつ けん にて ね よ な"
    " ぞ い さ わ け もの じ つう き 為る 居る 有る 成る 事 物 所 訳 様 為 そう みたい 御 等 的"
    " さん 此の 其の 彼の 其れ 此れ 言う 因る 於く 就く 御座る 致す 又 及び えー んー えーと"
    " あー まー うー いー おー まあ ええ はい ああ うん そして 奴 つ 気 風 つて 取る 於ける"
    " 拘わる 関する 対する 通り 際 共 ちゃう たがる 性 化"
)
_JAPANESE_LIGHT = (
    "ない 無い たい 私 彼 彼女 何 貴方 此処 我々 誰 何れ 其処 何処 何方 何時 僕 此方 俺 君"
    " 自分 達 者 出来る 行く 下さる 見る 来る 遣る 置く 付ける 掛ける 得る 上げる 呉れる 仕舞う"
    " 過ぎる 付く 出す 貰う 頂く 願う 掛かる 続く 終わる 為さる 込む どう もう より 然し 或いは"
    " 但し 若しくは 更に 唯 猶 且つ 即ち 一方 或る こんな そんな どんな あんな 同じ 何の"
    " 如何なる 色んな 本 各 時 中 上 内 間 後 前 方 場合 人 日 年 月 回 他 次 点 事柄 位 頃 迄"
    " 全て 皆 毎 第 約 未だ 既に 良く 余り 可成 少し 一寸 迚も 特に 最も 例えば 若し 矢張り"
    " 寧ろ 正に 勿論 思う 知れる 良い 持つ 使う 用いる 行う 呼ぶ 言い 成し 迎える 当たる 基づく"
    " 名 号 市 県 国 町 村 氏 個 員 回り 辺り 分 目 円 歳 才 件 枚 冊 一 一つ 不 非"
)
_ENGLISH_FUNCTION = (
    "a an the of to in on at by for from with as and or but nor so than then that this these"
    " those which who whom whose what is are was were be been being am do does did done have"
    " has had having will would shall should may might must can could there it its into onto"
    " upon over under about up out off down if because while when where whether though although"
    " also too very just only own such s re ve ll um uh mm hmm oh well yeah okay ok through via"
    " per both either each some any other another how why among within"
    " since throughout let d t m etc eg ie vs et al"
)
_ENGLISH_LIGHT = (
    "i you he she we they me him her us them my your his our their mine yours hers ours theirs"
    " myself yourself himself herself itself ourselves themselves not no never none nothing"
    " nobody one ones get gets got getting go goes going went gone make makes made making take"
    " takes took taken taking give gives given gave put come comes came become becomes became"
    " use used uses using know known say says said tell told think thought want wanted need"
    " needs like see seen saw look looks called call thing things something anything everything"
    " someone anyone everyone here now again even still already yet ever always often all many"
    " much more most few less least same so-called way ways case cases time times order kind"
    " kinds sort part parts people person man year years day days without before after between"
    " against until during whose new first please able really quite rather almost perhaps maybe"
    " however therefore thus hence instead later"
)

_CLASSES = {
    **{f"j:{word}": WordClass.LIGHT for word in _JAPANESE_LIGHT.split()},
    **{f"j:{word}": WordClass.FUNCTION for word in _JAPANESE_FUNCTION.split()},
    **{f"e:{word}": WordClass.FUNCTION for word in _ENGLISH_FUNCTION.split()},
    **{f"e:{word}": WordClass.LIGHT for word in _ENGLISH_LIGHT.split()},
}
