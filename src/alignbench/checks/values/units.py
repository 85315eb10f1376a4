"""Units of both languages: their class and their size, for comparing and converting."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """`size` of them make one of the class's base unit; currencies are classes of their own."""

    kind: str
    size: Fraction = Fraction(1)


_TABLE = """
length 1 m メートル metre metres meter meters
length 1/100 cm センチ センチメートル centimetre centimetres centimeter centimeters
length 1/1000 mm ミリ ミリメートル millimetre millimetres millimeter millimeters
length 1000 km キロメートル kilometre kilometres kilometer kilometers
length 1000 キロ
length 1609.344 mi マイル mile miles
length 0.3048 ft フィート フート foot feet
length 0.0254 インチ inch inches
length 0.9144 yd ヤード yard yards
length 10/33 尺 shaku
length 1/33 寸 sun
length 100/33 丈
length 20/11 間 ken
length 1200/11 町 cho
length 43200/11 里 ri
length 1852 海里 knot knots kt ノット
length 1609.344 mph
length 1000 kph km/h kmh
area 1 m² m2 ㎡ 平方メートル 平米 sqm
area 1000000 km² km2 平方キロメートル 平方キロ
area 0.09290304 ft² sqft
area 0.83612736 yd²
area 2589988.11 mi² 平方マイル
area 0.0001 cm² cm2 平方センチ 平方センチメートル
area 10000 ha ヘクタール hectare hectares
area 4046.856 エーカー acre acres
area 400/121 坪 tsubo
area 162/100 畳 tatami mats mat
area 120000/121 反 tan
area 1200000/121 町歩
volume 1 L l リットル litre litres liter liters
volume 1/1000 ml mL ミリリットル millilitre milliliter milliliters
volume 2401/1331 升 sho
volume 24010/1331 斗
volume 240100/1331 石 koku
volume 2401/13310 合
volume 1000 ㎥ m³ m3 立方メートル
volume 0.946352946 quart quarts
volume 0.473176473 pint pints
volume 3.785411784 ガロン gallon gallons
mass 1 kg キログラム kilogram kilograms kilo kilos
mass 1/1000 g グラム gram grams
mass 1/1000000 mg ミリグラム milligram milligrams
mass 1000 t トン ton tons tonne tonnes
mass 0.45359237 ポンド pound pounds lb lbs
mass 3.75 貫 kan
mass 0.00375 匁 monme momme
mass 0.028349523125 オンス ounce ounces oz
mass 0.6 斤
temperature 1 ℃ °C °c 度 degrees degree °
temperature-f 1 °F °f ℉
money-yen 1 円 yen ¥ jpy
money-yen 1/100 銭 sen
money-yen 1/1000 厘 rin
money-dollar 1 ドル 米ドル dollar dollars $ usd us$ bucks
money-dollar 1/100 cents
money-pound 1 英ポンド £ gbp sterling
money-euro 1 ユーロ euro euros € eur
money-yuan 1 人民元 元 yuan rmb renminbi
money-franc 1 フラン franc francs
money-peso 1 ペソ peso pesos
money-baht 1 バーツ baht
money-won 1 ウォン won
money-rupee 1 ルピー rupee rupees
money-ruble 1 ルーブル ruble rubles rouble roubles
time 1/60 秒 秒間 second seconds sec secs
time 1 分 分間 minute minutes min mins
time 1/60000 ミリ秒 millisecond milliseconds ms
time 60 時間 hour hours hr hrs
time 1440 日 日間 day days
time 10080 週 週間 week weeks
time 43830 か月 ヶ月 カ月 ヵ月 箇月 ケ月 month months
time 525960 年 年間 か年 ヶ年 カ年 year years
data 1 バイト byte bytes
data 1000 KB kb キロバイト kilobyte kilobytes
data 1000000 MB mb メガバイト megabyte megabytes
data 1000000000 GB gb ギガバイト gigabyte gigabytes
data 1000000000000 TB tb テラバイト terabyte terabytes
people 1 人 名 people persons person men women students members participants residents
age 1 歳 才
"""

UNITS: dict[str, Unit] = {}
for _line in _TABLE.strip().splitlines():
    _kind, _size, *_names = _line.split()
    for _name in _names:
        UNITS.setdefault(_name, Unit(_kind, Fraction(_size)))

OLD = frozenset(
    [
        "尺",
        "寸",
        "丈",
        "間",
        "里",
        "町歩",
        "坪",
        "升",
        "斗",
        "石",
        "合",
        "貫",
        "匁",
        "斤",
        "反",
        "銭",
        "厘",
    ]
)
"""Measures that few texts still have, and none without meaning them."""
CONVERTIBLE = frozenset({"length", "area", "volume", "mass", "time"})
MEASURES = (
    CONVERTIBLE
    | {"data", "temperature", "temperature-f"}
    | {unit.kind for unit in UNITS.values() if "money" in unit.kind}
)
"""Classes that a translation must keep; people and ages are said in too many ways."""


_WEEK = 10080
_CALENDAR = 0.09
"""Share by which months and weeks may differ: six weeks are a month and a half."""
_ROUNDED = 3
_HALF = Fraction(1, 2)


def converts(amount: Fraction, unit: str, other: Fraction, other_unit: str, within: float) -> bool:
    """Whether two measures in different units are the same, `within` a share of the first."""
    ours, theirs = UNITS.get(unit), UNITS.get(other_unit)
    if (
        not ours
        or not theirs
        or ours.kind != theirs.kind
        or ours.kind not in (*CONVERTIBLE, "money-yen")
    ):
        return False
    if ours.size == theirs.size:
        return False
    left, right = amount * ours.size, other * theirs.size
    if ours.kind == "money-yen":
        return left == right
    if (
        ours.kind == "time"
        and max(ours.size, theirs.size) >= _WEEK > min(ours.size, theirs.size) / 7
    ):
        within = max(within, _CALENDAR)
    rounded = (
        unit in OLD
        and other.denominator == 1
        and other >= _ROUNDED
        and abs(left / theirs.size - other) <= _HALF
    )
    return rounded or abs(left - right) <= abs(left) * Fraction(within)


_NEAR_DEGREES = Fraction(3)
"""Degrees Fahrenheit by which a round figure may miss; a finer one has to be exact."""
_NEAR_SHARE = Fraction(1, 40)
_ROUGH_DEGREES = Fraction(5)
CELSIUS = frozenset(name for name, unit in UNITS.items() if unit.kind == "temperature")
FAHRENHEIT = frozenset(name for name, unit in UNITS.items() if unit.kind == "temperature-f")


def same_temperature(
    amount: Fraction,
    unit: str,
    other: Fraction,
    other_unit: str,
    difference: bool = False,
    *,
    roughly: bool = False,
) -> bool:
    """Whether degrees of one scale are as hot as degrees of the other, or as many steps.

    `amount` is below zero where the text says so; `other` has no sign. `roughly` for a text that
    says nearly or over.
    """
    if unit in FAHRENHEIT:
        return other_unit in CELSIUS and same_temperature(
            other, other_unit, amount, unit, difference
        )
    if unit not in CELSIUS or other_unit not in (*FAHRENHEIT, "degree", "degrees", "°"):
        return False
    if difference:
        return abs(amount * 9 / 5 - other) <= Fraction(3, 5)
    right = amount * 9 / 5 + 32 if amount >= 0 else abs(amount * 9 / 5 + 32)
    if roughly and other % 5 == 0:
        slack = _ROUGH_DEGREES
    elif other.denominator > 1:
        slack = Fraction(3, 10)
    elif other % 5 == 0:
        slack = max(_NEAR_DEGREES, abs(right) * _NEAR_SHARE)
    else:
        slack = Fraction(1)
    return abs(right - other) <= slack
