"""Japanese eras: what to add to a year of an era, and when the modern ones began and ended."""

import re
from datetime import date
from fractions import Fraction

_EARLIER = """
    景行70 成務130 応神269 仁徳312 履中399 允恭411 安康453 雄略456 清寧479 顕宗484 仁賢487 継体506 宣化535 欽明539 敏達571
    用明585 舒明628 皇極641 斉明654 弘文671
    崇峻587 推古592 大化644 白雉649 天智661 天武671 朱鳥685 持統686 文武696 大宝700 慶雲703 和銅707 霊亀714 養老716 神亀723
    天平728 天平勝宝748 天平感宝748 天平宝字756 天平神護764 神護景雲766 宝亀769 天応780 延暦781 大同805 弘仁809 天長823 承和833
    嘉祥847 仁寿850 斉衡853 天安856 貞観858 元慶876 仁和884 寛平888 昌泰897 延喜900 延長922 承平930 天慶937 天暦946 天徳956
    応和960 康保963 安和967 天禄969 天延972 貞元975 天元977 永観982 寛和984 永延986 永祚988 正暦989 長徳994 長保998 寛弘1003
    長和1011 寛仁1016 治安1020 万寿1023 長元1027 長暦1036 長久1039 寛徳1043 永承1045 天喜1052 康平1057 治暦1064 延久1068
    承保1073 承暦1076 永保1080 応徳1083 寛治1086 嘉保1093 永長1095 承徳1096 康和1098 長治1103 嘉承1105 天仁1107 天永1109
    永久1112 元永1117 保安1119 天治1123 大治1125 天承1130 長承1131 保延1134 永治1140 康治1141 天養1143 久安1144 仁平1150
    久寿1153 保元1155 平治1158 永暦1159 応保1160 長寛1162 永万1164 仁安1165 嘉応1168 承安1170 安元1174 治承1176 養和1180
    寿永1181 元暦1183 文治1184 建久1189 正治1198 建仁1200 元久1203 建永1205 承元1206 建暦1210 建保1212 承久1218 貞応1221
    元仁1223 嘉禄1224 安貞1226 寛喜1228 貞永1231 天福1232 文暦1233 嘉禎1234 暦仁1237 延応1238 仁治1239 寛元1242 宝治1246
    建長1248 康元1255 正嘉1256 正元1258 文応1259 弘長1260 文永1263 建治1274 弘安1277 正応1287 永仁1292 正安1298 乾元1301
    嘉元1302 徳治1305 延慶1307 応長1310 正和1311 文保1316 元応1318 元亨1320 正中1323 嘉暦1325 元徳1328 元弘1330 正慶1331
    建武1333 延元1335 暦応1337 興国1339 康永1341 貞和1344 正平1345 観応1349 文和1351 延文1355 康安1360 貞治1361 応安1367
    建徳1369 文中1371 天授1374 永和1374 康暦1378 弘和1380 永徳1380 元中1383 至徳1383 嘉慶1386 康応1388 明徳1389 応永1393
    正長1427 永享1428 嘉吉1440 文安1443 宝徳1448 享徳1451 康正1454 長禄1456 寛正1459 文正1465 応仁1466 文明1468 長享1486
    延徳1488 明応1491 文亀1500 永正1503 大永1520 享禄1527 天文1531 弘治1554 永禄1557 元亀1569 天正1572 文禄1591 慶長1595
    元和1614 寛永1623 正保1643 慶安1647 承応1651 明暦1654 万治1657 寛文1660 延宝1672 天和1680 貞享1683 元禄1687 宝永1703
    正徳1710 享保1715 元文1735 寛保1740 延享1743 寛延1747 宝暦1750 明和1763 安永1771 天明1780 寛政1788 享和1800 文化1803
    文政1817 天保1829 弘化1843 嘉永1847 安政1853 万延1859 文久1860 元治1863 慶応1864
"""
"""Eras before 1868, and reigns that years are counted by: the year before each one's first."""

MODERN = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
YEARS_BEFORE = MODERN | {
    match[1]: int(match[2]) for match in re.finditer(r"(\D+?)(\d+)\s+", _EARLIER)
}
LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
ENGLISH = {
    "meiji": "明治", "taisho": "大正", "showa": "昭和", "heisei": "平成", "reiwa": "令和",
}  # fmt: skip
_BEGAN = {
    "明治": date(1868, 1, 25), "大正": date(1912, 7, 30), "昭和": date(1926, 12, 25),
    "平成": date(1989, 1, 8), "令和": date(2019, 5, 1),
}  # fmt: skip
_ENDED = {
    "明治": date(1912, 7, 30), "大正": date(1926, 12, 25), "昭和": date(1989, 1, 7),
    "平成": date(2019, 4, 30),
}  # fmt: skip


def western_year(era: str, year: Fraction | int) -> Fraction:
    """The Western year in which year `year` of `era` mostly lies."""
    return Fraction(YEARS_BEFORE[era]) + year


def outside(era: str, year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether a date lies before or after a modern era; False for eras whose days we don't keep."""
    if era not in MODERN:
        return False
    western = MODERN[era] + year
    try:
        first = date(western, month or 1, day or 1)
        last = date(western, month or 12, day or 28)
    except ValueError:
        return False
    began, ended = _BEGAN[era], _ENDED.get(era, date.max)
    if month and not day:
        first, last = first.replace(day=1), first.replace(day=28)
    return last < began or first > ended
