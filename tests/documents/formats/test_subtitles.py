"""Subtitles are read as a player shows them."""

from tests.documents.formats.made import left_out, pairs, read, readings, views

ONE, TWO, THREE = (f"00:00:0{n},000 --> 00:00:0{n},900" for n in (1, 2, 3))


def test_times_are_kept_aside_and_tags_are_gone() -> None:
    text = read("a.srt", f"1\n{ONE}\n<i>逃げろ！</i>\n\n2\n{TWO}\n{{\\an8}}1 < 2 だ。\n")
    assert [(s.view, s.location.time) for s in text.segments] == [
        ("逃げろ！", (1000, 1900)),
        ("1 < 2 だ。", (2000, 2900)),
    ]


def test_a_sentence_over_several_cues_is_one() -> None:
    made = (
        f"1\n{ONE}\n私が橋を\n渡ったのは、\n\n2\n{TWO}\n次の朝でした。\n\n3\n{THREE}\n雨でした。\n"
    )
    text = read("a.srt", made)
    assert [(s.view, s.location.time) for s in text.segments] == [
        ("私が橋を渡ったのは、次の朝でした。", (1000, 2900)),
        ("雨でした。", (3000, 3900)),
    ]


def test_cues_stay_apart_where_the_file_ends_no_sentence() -> None:
    assert views("a.srt", f"1\n{ONE}\n鬼がいた\n\n2\n{TWO}\n山の奥に\n") == ["鬼がいた", "山の奥に"]


def test_speakers_on_lines_with_dashes_are_segments_of_their_own() -> None:
    made = f"1\n{ONE}\n- Who is it?\n- It is me.\n"
    assert views("a.srt", made, "en") == ["- Who is it?", "- It is me."]


def test_notes_styles_and_names_of_webvtt_are_said() -> None:
    made = (
        "WEBVTT\n\nNOTE 夜の場面\n\nSTYLE\n::cue {}\n\nSTYLE\n"
        "00:01.000 --> 00:02.000 line:0\n<v 老人>止まれ &amp; 待て\n\n"
        "00:03.000 --> 00:04.000\n<ruby>狐<rt>きつね</rt></ruby>だ<00:03.500>よ\n"
    )
    text = read("a.vtt", made)
    assert [segment.view for segment in text.segments] == ["止まれ & 待て", "狐だよ"]
    assert readings(text) == [("狐", "きつね")]
    assert left_out(text) == {
        "notes (comments)": "夜の場面",
        "style sheets and regions": "STYLE ::cue {}",
        "names of cues": "STYLE",
        "positions of cues": "line:0",
        "names of speakers": "老人",
    }


def test_ass_shows_dialogue_without_overrides_and_drawings() -> None:
    made = (
        "[Script Info]\nTitle: 夜\n[Events]\nFormat: Start, End, Name, Text\n"
        "Comment: 0:00:01.00,0:00:02.00,,汽笛\n"
        "Dialogue: 0:00:03.00,0:00:04.00,船長,{\\b1}錨を\\N上げろ{\\p1}m 0 0{\\p0}\n"
    )
    text = read("a.ass", made)
    assert [segment.view for segment in text.segments] == ["錨を上げろ"]
    assert {"comments", "names of speakers", "drawings"} <= set(left_out(text))


def test_captions_that_roll_are_read_once() -> None:
    made = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n \n今<00:01.500><c>日</c>は\n\n"
        "00:02.000 --> 00:02.010\n今日は\n \n\n00:02.010 --> 00:04.000\n今日は\n船<c>が</c>出る\n\n"
        "00:04.000 --> 00:04.010\n船が出る\n"
    )
    text = read("a.vtt", made)
    assert [segment.view for segment in text.segments] == ["今日は", "船が出る"]
    assert left_out(text) == {"lines that stay on from the cue before": "今日は"}


def test_a_line_that_is_said_again_stays_where_captions_do_not_roll() -> None:
    made = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n待て！\n\n00:02.000 --> 00:03.000\n待て！\n\n"
        + "".join(
            f"00:0{n}.000 --> 00:0{n}.900\n{word}。\n\n"
            for n, word in enumerate(("雨", "風", "雪"), 4)
        )
    )
    assert views("a.vtt", made) == ["待て！", "待て！", "雨。", "風。", "雪。"]


def test_srt_of_editors_and_pages_shows_breaks_and_entities() -> None:
    made = f"1\n{ONE}\n止まれ\\N待て\\h&quot;今&quot;\n\n2\n{TWO}\nA&B & C\n"
    assert views("a.srt", made) == ['止まれ待て "今"', "A&B & C"]


def test_two_speakers_with_labels_are_segments_of_their_own() -> None:
    made = f"1\n{ONE}\n船長：錨を\n水夫：はい\n\n2\n{TWO}\n注意：海は\n荒れている\n"
    assert views("a.srt", made) == ["船長：錨を", "水夫：はい", "注意：海は荒れている"]


def test_subtitles_in_both_languages_at_once_are_pairs() -> None:
    made = f"1\n{ONE}\n船が出る。\nThe ship\nis leaving.\n\n2\n{TWO}\n待て！\nWait!\n"
    assert pairs("a.srt", made) == [
        ("船が出る。", "The ship is leaving.", "draft"),
        ("待て！", "Wait!", "draft"),
    ]


def test_captions_of_youtube() -> None:
    text = read("a.sbv", "0:00:01.000,0:00:02.500\n船が出る。\n\n0:00:03.000,0:00:04.000\n待て！\n")
    assert [(s.view, s.location.time) for s in text.segments] == [
        ("船が出る。", (1000, 2500)),
        ("待て！", (3000, 4000)),
    ]


def test_timed_text_with_ruby_and_frames() -> None:
    made = (
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" '
        'xmlns:tts="http://www.w3.org/ns/ttml#styling" '
        'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25"><body><div>\n'
        '<p begin="00:00:01:05" end="2.5s">\n<span tts:ruby="container"><span tts:ruby="base">狐'
        '</span><span tts:ruby="text">きつね</span></span>が<br/>\n  いる。</p>'
        '<p begin="00:00:03.000" dur="1s"><span>待て！</span></p></div></body></tt>'
    )
    text = read("a.ttml", made)
    assert [(s.view, s.location.time) for s in text.segments] == [
        ("狐がいる。", (1200, 2500)),
        ("待て！", (3000, 4000)),
    ]
    assert readings(text) == [("狐", "きつね")]


def test_signs_and_songs_of_ass_are_nobodys_sentence() -> None:
    made = (
        "[Events]\nFormat: Start, End, Style, Name, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Default,,船が出る。\n"
        "Dialogue: 0:00:03.00,0:00:04.00,Sign,,岬灯台\n"
        "Dialogue: 0:00:05.00,0:00:06.00,Default,,海は荒れ\n"
        "Dialogue: 0:00:06.50,0:00:07.00,Default,,ている。\n"
    )
    assert views("a.ass", made) == ["船が出る。", "岬灯台", "海は荒れている。"]


def test_timed_text_may_name_the_parts_of_ruby_by_styles() -> None:
    styles = "".join(
        f'<style xml:id="{name}" tts:ruby="{role}"/>'
        for name, role in (("c", "container"), ("b", "base"), ("t", "text"))
    )
    made = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling">'
        f'<head><styling>{styles}</styling></head><body><div><p begin="1s" end="2s">'
        '<span style="red c"><span style="b">艀</span><span style="t">はしけ</span></span>が来た'
        "</p></div></body></tt>"
    )
    text = read("a.ttml", made)
    assert [segment.view for segment in text.segments] == ["艀が来た"]
    assert readings(text) == [("艀", "はしけ")]


def test_voices_are_told_apart_and_one_that_goes_on_is_one() -> None:
    made = (
        "WEBVTT\n\n00:01.000 --> 00:04.000\n"
        "<v 丙田>今日は<b>海</b>の</v>\n<v 丙田>話をします。</v>\n\n"
        "00:05.000 --> 00:08.000\n<v 丙田>雨ですか。</v> <v 丁原>まだです。</v>\n"
    )
    assert views("a.vtt", made) == ["今日は海の話をします。", "雨ですか。", "まだです。"]
