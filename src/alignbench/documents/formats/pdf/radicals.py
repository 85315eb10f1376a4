"""Characters that PDFs have in the place of others: radicals for kanji, ligatures for letters.

Kangxi radicals are as NFKC has them; of the CJK radicals NFKC maps two alone, the others are as
Unicode's list of equivalent unified ideographs has them.
"""

import unicodedata

_CJK = (
    "⺁厂⺄乙⺈刀⺊卜⺍小⺎兀⺒巳⺓幺⺗心⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺯糸⺶羊⺷羊⺼肉⺽臼⻁虎⻂衤⻃覀"
    "⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣"
    "⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_MAP = dict(zip(_CJK[::2], _CJK[1::2], strict=True))
GONE = frozenset("\u00ad\ufffe\uffff\0\ufffd")
"""What stands for a hyphen at a line's end, or for nothing."""


def plain(character: str) -> str:
    """The characters that people read."""
    if "\u2e80" <= character <= "\u2eff":
        return _MAP.get(character, character)
    if "\u2f00" <= character <= "\u2fd5" or "\ufb00" <= character <= "\ufb06":
        return unicodedata.normalize("NFKC", character)
    return character
