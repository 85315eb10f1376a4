"""What each value check takes for right and what it doubts, phenomenon by phenomenon."""

import pytest

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import chosen
from alignbench.domain.findings import Finding
from alignbench.domain.flags import Severity
from tests.checks.asking import found_at

VALUES = chosen(["num.*", "date.*", "time.*", "unit.*", "id.*", "struct.*", "cov.list"])


def findings(ja: str, en: str) -> list[Finding]:
    return [finding for _, finding in run_checks([CheckedPair(ja, en)], VALUES)]


CASES = [
    ("num.value", "北の島を三度訪れた。", "She visited the northern island three times.", "She visited the northern island eight times."),
    ("num.boundary", "バージョン3.2.1以降で使える。", "Available in version 3.2.1 or later.", "Available in version 3.2.1 or earlier."),
    ("num.counter", "第九章は十一行である。", "Chapter nine has eleven lines.", "Chapter nine has eleven pages."),
    ("cov.list", "東町、西町、南町の3町で行う。", "Held in three towns: Higashi, Nishi and Minami.", "Held in three towns: Higashi and Minami."),
    ("num.approx", "駅から3km歩く。", "Walk 3 km from the station.", "Walk about 3 km from the station."),
    ("num.approx", "約3km歩く。", "Walk about 3 km.", "Walk 3 km."),
    ("num.approx", "350余名が集まった。", "A little over 350 people came.", "Just under 350 people came."),
    ("num.approx", "約1万年前までに滅びた。", "Extinct by about 10,000 years ago.", "Extinct by 10,000 years ago."),
    ("num.boundary", "濃度150ppm未満がよい。", "A hardness of less than 150 ppm is best.", "A hardness of 150 ppm is best."),
    ("num.boundary", "風速25m以上で視界が50m以下の日", "Days with winds of 25 m or more and a view of at most 50 m", "Days with winds of 25 m or more and a view of 50 m"),
    ("num.ordinal", "7月第4週に開く。", "Held in the fourth week of July.", "Held in the four weeks of July."),
    ("num.approx", "会員は200人弱だ。", "There are just under 200 members.", "There are a little over 200 members."),
    ("num.approx", "数十人が集まった。", "Dozens of people gathered.", "Several people gathered."),
    ("num.approx", "十数冊の本がある。", "There are more than ten books.", "There are ten books."),
    ("num.approx", "数千円かかる。", "It costs several thousand yen.", "It costs several hundred yen."),
    ("num.enum", "次の（イ）による。", "According to (b) below.", "According to (d) below."),
    ("num.enum", "（ア）氏名、（イ）住所", "(a) name, (b) address", "(a) name, (c) address"),
    ("num.enum", "乙は甲に代金を払う。", "B shall pay A the price.", "C shall pay A the price."),
    ("num.enum", "甲は納入する。", "Party A shall deliver.", "Party B shall deliver."),
    ("num.enum", "上記③を参照。", "See (3) above.", "See (5) above."),
    ("num.enum", "上記⑩による。", "According to (x) above.", "According to (xi) above."),
    ("num.enum", "※2の条件。", "The condition in note 2.", "The condition in note 3."),
    ("num.enum", "別表第3を見よ。", "See Attached Table 3.", "See Attached Table 4."),
    ("num.enum", "第2号様式で出す。", "Submit Form No. 2.", "Submit Form No. 3."),
    ("id.placeholder", "○○課に届け出る。", "Report to the [name] Division.", "Report to the division."),
    ("id.placeholder", "●●町の人口", "Population of XX Town", "Population of 0 0 Town"),
    ("id.placeholder", "△△小学校", "△△ Elementary School", "Elementary School"),
    ("id.placeholder", "□ 同意する □ 同意しない", "□ I agree  □ I do not agree", "□ I agree  I do not agree"),
    ("id.placeholder", "氏名＿＿＿＿", "Name ____", "Name"),
    ("id.placeholder", "%s件が見つかりました", "Found %s items", "Found items"),
    ("id.placeholder", "<b>注意</b>：必ず読む", "<b>Note</b>: be sure to read", "<b>Note: be sure to read"),
    ("id.placeholder", "{name}さん、こんにちは", "Hello, {name}", "Hello, {user}"),
    ("num.boundary", "65歳以上が対象です。", "For people 65 or older.", "For people who are 65."),
    ("num.boundary", "6か月未満の子は無料。", "Free for children under six months.", "Free for children of six months."),
    ("num.boundary", "3年以内に返す。", "To be repaid within three years.", "To be repaid in over three years."),
    ("num.boundary", "5月10日までに出す。", "Submit by May 10.", "Submit before May 10."),
    ("num.boundary", "4月1日以降に生まれた子", "Children born on or after April 1", "Children born after April 1"),
    ("num.boundary", "10人を超える団体", "Groups of more than 10 people", "Groups of 10 or more people"),
    ("num.boundary", "18歳の学生", "Students who are 18", "Students 18 or older"),
    ("num.range", "3月から5月まで開く。", "Open from March to May.", "Open in March and May."),
    ("num.range", "月・水・金に開く。", "Open on Mondays, Wednesdays and Fridays.", "Open from Monday to Wednesday and on Friday."),
    ("num.range", "小学2～6年生", "Pupils in grades 2 to 6", "Pupils in grades 2 and 6"),
    ("date.md", "2024年3月4日（月）", "Monday, March 4, 2024", "Tuesday, March 4, 2024"),
    ("time.clock", "翌1時30分（25時30分）", "1:30 a.m. the next day (25:30)", "2:30 a.m. the next day (25:30)"),
    ("time.clock", "24時まで営業", "Open until midnight", "Open until noon"),
    ("time.clock", "27時に終わる。", "It ends at 3 a.m.", "It ends at 5 a.m."),
    ("date.era", "令和元年の調査", "The survey of 2019", "The survey of 2018"),
    ("date.era", "平成元年4月1日", "April 1, 1989", "April 1, 1988"),
    ("date.era", "令和7年（2025年）", "Reiwa 7 (2025)", "Reiwa 8 (2026)"),
    ("num.enum", "第3四半期の売上", "Sales in the third quarter", "Sales in the second quarter"),
    ("num.enum", "第1四半期は赤字", "A loss in Q1", "A loss in Q2"),
    ("unit.class", "2合の米", "two go of rice", "two liters of rice"),
    ("unit.class", "30坪の家", "a house of about 99 m²", "a house of 30 m²"),
    ("unit.class", "6畳の部屋", "a six-mat room", "a six-meter room"),
    ("unit.class", "3升の酒", "5.4 liters of sake", "3 liters of sake"),
    ("unit.class", "2里歩く", "walk about 8 km", "walk 2 km"),
    ("unit.class", "10町歩の田", "about 10 hectares of paddy", "10 acres of paddy"),
    ("unit.class", "5貫の荷", "a load of about 19 kg", "a load of 5 kg"),
    ("unit.class", "身長六尺", "1.8 m tall", "6 m tall"),
    ("unit.class", "3万元", "30,000 yuan", "30,000 yen"),
    ("unit.class", "500ウォン", "500 won", "500 yen"),
    ("unit.class", "20ポンドの罰金", "a fine of £20", "a fine of $20"),
    ("num.ratio", "3分の1を補助", "One third is subsidised.", "One quarter is subsidised."),
    ("num.ratio", "4分の3が賛成", "Three quarters were in favour.", "Two thirds were in favour."),
    ("num.ratio", "3割5分の増加", "an increase of 35%", "an increase of 3.5%"),
    ("num.ratio", "2ポイント下がった", "fell by 2 percentage points", "fell by 2%"),
    ("num.ratio", "5割増し", "an increase of 50%", "an increase of 5%"),
    ("num.ordinal", "5年ぶりに開く。", "Open for the first time in five years.", "It opened five years ago."),
    ("num.value", "1人当たり3個まで", "Up to three per person", "Up to four per person"),
    ("time.clock", "受付は9:00～17:30", "Reception: 9:00 - 17:30", "Reception: 9:00 - 18:30"),
    ("time.clock", "開館時間 午前9時から午後5時", "Open from 9 a.m. to 5 p.m.", "Open from 9 a.m. to 5 a.m."),
    ("num.value", "申請は2通必要です。", "Two copies of the application are needed.", "Three copies of the application are needed."),
    ("num.value", "百二十三人", "123 people", "132 people"),
    ("num.scale", "3万5千円", "35,000 yen", "350,000 yen"),
    ("num.ordinal", "第3子から無料", "Free from the third child", "Free for three children"),
    ("num.counter", "本を3冊", "three books", "three machines"),
    ("struct.legal", "第5条第2項第3号", "Article 5, paragraph 2, item 3", "Article 5, item 2, paragraph 3"),
    ("id.token", "電話 03-1234-5678", "Tel. 03-1234-5678", "Tel. 03-1234-5687"),
    ("id.token", "info@example.jp", "info@example.jp", "infor@example.jp"),
    ("date.md", "毎月第2・第4土曜", "the second and fourth Saturdays of each month", "the second and fourth Sundays of each month"),
    ("num.value", "毎月第2・第4土曜", "the second and fourth Saturdays of each month", "the second and third Saturdays of each month"),
    ("date.md", "12月29日～1月3日は休み", "Closed December 29 to January 3", "Closed December 29 to January 5"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "ja", "right", "wrong"), CASES)
def test_a_right_version_passes_and_a_wrong_one_does_not(
    check: str, ja: str, right: str, wrong: str
) -> None:
    assert findings(ja, right) == []
    assert check in {finding.check for finding in findings(ja, wrong)}


@pytest.mark.parametrize(
    ("check", "ja", "en"),
    [
        ("date.md", "2024年3月5日（月）に開く。", "It opens on Monday, March 5, 2024."),
        ("date.md", "締め切りは2月30日です。", "The deadline is February 30."),
        ("date.md", "2023年2月29日の記録", "Records of February 29, 2023"),
        ("date.md", "10月5日～10月1日に開く。", "Open from October 5 to October 1."),
        ("date.era", "平成35年3月末まで", "Until the end of March 2023"),
        ("date.era", "平成元年（1999年）に始まった。", "It began in 1989."),
        ("num.range", "2024年から2020年まで続いた。", "It lasted from 2024 to 2020."),
        ("num.range", "50～30人が来る。", "50 to 30 people come."),
    ],
)
def test_slips_of_the_japanese_are_notes(check: str, ja: str, en: str) -> None:
    (found,) = findings(ja, en)
    assert (found.check, found.type, found.severity) == (
        check, "other/source-error", Severity.NEUTRAL,
    )  # fmt: skip


@pytest.mark.parametrize(
    "ja",
    ["2024年2月29日", "天明3年2月30日", "11月30日～12月2日", "22時から5時まで", "1998～05年", "昭和64年1月7日", "11月～3月"],
)  # fmt: skip
def test_dates_that_only_look_wrong_are_no_slips(ja: str) -> None:
    assert [f for f in findings(ja, "On that day.") if f.type == "other/source-error"] == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("道のりは9里（約35km）ある。", "The way is about 35 km long."),
        ("高さは5～6尺（1.5～1.8m）だ。", "It is 1.5 to 1.8 m high."),
        ("重さ2匁5分の銀", "silver weighing 2.5 monme"),
        ("幅三尺三寸の板", "a board one meter wide"),
        ("8年（1833年）に没した。", "She died in 1833."),
        ("文政3年に始まり、8年に終わった。", "It began in 1820 and ended in 1825."),
        ("享年80であった。", "He died at the age of 79."),
        ("打率・318の打者", "a batter hitting .318"),
        ("10～11月に開く。", "Open in October and November."),
        ("17・18日に開く。", "Held on the 17th and 18th."),
        ("30分歩いた。", "We walked for half an hour."),
        ("16進数で書く。", "Write it in hexadecimal."),
        ("1833-34年ごろの作。", "Made around 1833-34."),
        ("数十年にわたる。", "It goes on for a few decades."),
        ("天正10年6月2日（1582年6月21日）の変", "The incident of July 1, 1582 (Gregorian)"),
        ("文化5年8月15日に来航した。", "The ship arrived on October 4, 1808."),
        (
            "1206年6月5日（1206年7月12日）に没した。",
            "He died on 19 July 1206 in the Gregorian calendar.",
        ),
        ("今、8時15分前です。", "It is a quarter to eight."),
        ("平均は1万8250・75ドルだった。", "The average was $18,250.75."),
        ("過去5年の成果", "the work of the last half-decade"),
        ("昭和40年代の写真", "a photograph of the late 1960s"),
        ("休みは5月16日だ。", "The holiday is on May sixteenth."),
        ("店は4日目に閉じた。", "The shop closed four days later."),
        ("2、3分待った。", "We waited a few minutes."),
        (
            "2月1日に開き、2400万円から1800万円に減った。",
            "It opened on February 1 and fell from 24 million to 18 million yen.",
        ),
        ("人口密度は40人/km2だ。", "There are 40 people per square kilometer."),
    ],
)
def test_what_is_said_in_another_way_is_right(ja: str, en: str) -> None:
    assert findings(ja, en) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("天正10年6月2日（1582年6月21日）の変", "The incident of July 1, 1582"),
        ("1206年6月5日（1206年7月12日）に没した。", "He died on 19 July 1206."),
    ],
)
def test_a_western_day_that_the_japanese_gives_is_not_reckoned_anew(ja: str, en: str) -> None:
    assert {finding.check for finding in findings(ja, en)} == {"date.md"}


def test_a_date_the_moon_does_not_allow_is_doubted() -> None:
    assert findings("文化5年8月15日に来航した。", "The ship arrived on October 14, 1808.")


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("文字は2バイト以上になることもある。", "A character may take up more than 1 byte."),
        ("組は4人以下とする。", "A team has fewer than five members."),
    ],
)
def test_a_limit_may_be_told_by_the_number_beside_it(ja: str, en: str) -> None:
    assert found_at("num.value", [(ja, en)]) == []
    assert found_at("num.boundary", [(ja, en)]) == []


def test_two_values_compared_make_no_range() -> None:
    pair = ("検査では50と38を比べる。", "The test compares 50 to 38.")
    assert found_at("num.range", [pair]) == []
    assert found_at("num.range", [("50と38です。", "It goes from 50 to 38.")]) == [0]


def test_not_smaller_than_is_at_least() -> None:
    said = ("8は5より小さくない。", "8 is not less than 5.")
    assert found_at("num.boundary", [said]) == []
    assert found_at("num.boundary", [("8は5より小さい。", "8 is not less than 5.")]) == [0]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("画面は2分割されている。", "The screen is split."),
        ("社会は2分化した。", "Society became polarised."),
        ("7分袖の上着を着た。", "She wore a jacket with three-quarter sleeves."),
        ("勝負は5分5分だ。", "It is an even match."),
    ],
)
def test_parts_are_no_minutes(ja: str, en: str) -> None:
    assert found_at("num.value", [(ja, en)]) == []
