"""A commentary invented for the tests: good English, and twelve errors to plant in it.

The Japanese has ruby as Aozora Bunko writes it. `PAIRS` are right; `PLANTED` maps the number of a
pair to English that is wrong and to the kind of the error.
"""

JA_EN = """\
真鍋《まなべ》澄江《すみえ》の長篇『霧の岬』は、港町で育った姉妹の二十年を描く。|Sumie Manabe’s long novel “Cape of Fog” follows two sisters raised in a port town over twenty years.
初出は同人誌だったが、のちに大きく書き改められた。|It first appeared in a coterie magazine but was later rewritten at length.
題名の岬は実在しない。|The cape of the title does not exist.
とはいえ、地形の描写は作者の故郷によく似ている。|Even so, the lie of the land closely resembles the author’s home town.
物語は、姉の千鶴《ちづる》が島から帰る朝に始まる。|The story begins on the morning the elder sister, Chizuru, returns from the island.
船着き場には誰もいない。|There is nobody at the landing.
千鶴は荷物を置き、しばらく海を見ている。|Chizuru puts down her luggage and looks at the sea for a while.
この冒頭は、作者が最も長く手を入れた箇所である。|This opening is the passage the author worked on longest.
草稿では、季節は冬だった。|In the draft the season was winter.
妹の千尋《ちひろ》は、家で母の看病をしている。|The younger sister, Chihiro, is at home nursing their mother.
二人は三年前から口をきいていない。|The two have not spoken for three years.
理由は第二章まで明かされない。|The reason is not revealed until the second chapter.
読者は、手紙の断片からそれを推し量るほかない。|Readers can only infer it from fragments of letters.
手紙はすべて千尋の手で書かれている。|The letters are all in Chihiro’s hand.
祖父の古い机の引き出しに、その一通が残っていた。|One of them was left in a drawer of their grandfather’s old desk.
そこには「なぜ黙っていたのですか」とある。|“Why did you keep silent?” it says.
答えは、ついに書かれない。|The answer is never written.
評論家の沖田《おきた》は、この沈黙を作品の中心と見た。|The critic Okita saw this silence as the centre of the work.
しかし、その読みがいつも正しいとは限らない。|That reading, however, is not always right.
沈黙はむしろ、町の人びとのものである。|The silence belongs rather to the people of the town.
町の人びとは、事故について決して語ろうとしない。|The townspeople will never speak of the accident.
事故とは、造船所で起きた火事のことだ。|The accident is a fire that broke out at the shipyard.
火事のあと、町の人口は急に減少した。|After the fire the population of the town fell sharply.
残ったのは、一部の漁師とその家族だけだった。|Only some of the fishermen and their families remained.
父は翌年、町を去る。|The father leaves town the following year.
母は彼を責めなかった。|The mother did not blame him.
作者はここで、視点を静かに移す。|Here the author quietly shifts the point of view.
語り手は千鶴から隣家の老人に変わる。|The narrator changes from Chizuru to the old man next door.
老人は毎朝、灯台、市場、郵便局の三か所を歩いて回る。|Every morning the old man walks to three places: the lighthouse, the market and the post office.
その道順は、地図で確かめることができる。|His route can be traced on a map.
老人の視線は低く、ゆっくりしている。|The old man’s gaze is low and slow.
彼は若いころ、造船所で働いていた。|When he was young he worked at the shipyard.
火事の夜、彼は門の外にいた。|On the night of the fire he was outside the gate.
門を開けるべきだったと、彼は今も考える。|He still thinks he should have opened the gate.
会社の規則では、夜間に門を開けてはならなかった。|Under the company’s rules the gate must not be opened at night.
規則を守った者が、最後に悔いる。|It is the one who kept the rules who regrets it in the end.
この逆説は、作品全体に響いている。|This paradox echoes through the whole work.
第三章では、姉妹の従姉が町を訪れる。|In the third chapter a cousin of the sisters visits the town.
従姉は都会のマンションで一人で暮らしている。|The cousin lives alone in a city apartment.
彼女は火事のことを何も知らない。|She knows nothing of the fire.
無知であることが、彼女を自由にする。|Her ignorance sets her free.
彼女の質問は、町の人びとを困らせる。|Her questions embarrass the townspeople.
ある晩、彼女は港の食堂で老人に出会う。|One evening she meets the old man at a diner by the harbour.
老人は初めて、あの夜の話をする。|For the first time the old man tells of that night.
この場面は、静かな文体で書かれている。|The scene is written in a quiet style.
会話は短く、説明はほとんどない。|The dialogue is short, and there is hardly any explanation.
作者の推敲の跡は、ここに最もよく見える。|Here the traces of the author’s revision show most clearly.
翌朝、老人は姿を消す。|The next morning the old man is gone.
村の祭りは来週に延期される。|The village festival is put off until next week.
祭りの太鼓だけが、霧の中に聞こえる。|Only the festival drums are heard in the fog.
千尋は、その音で目を覚ます。|Chihiro wakes to the sound.
彼女は姉の部屋の戸をたたく。|She knocks at the door of her sister’s room.
返事はない。|There is no answer.
しかし、戸には鍵がかかっていなかった。|But the door was not locked.
机の上に、白い封筒が置かれている。|On the desk lies a white envelope.
封筒の中身を、作者は最後まで明かさない。|The author never reveals what is in the envelope.
それでも、結末は明るい。|Even so, the ending is bright.
霧が晴れ、岬の先に船が見える。|The fog lifts, and beyond the cape a ship comes into view.
この船を希望の象徴と読む人は多い。|Many read this ship as a symbol of hope.
だが作者は、解釈を読者に委ねなければならないと述べている。|But the author says that the interpretation must be left to the reader."""

PAIRS = [tuple(line.split("|")) for line in JA_EN.split("\n")]

PLANTED: dict[int, tuple[str, str]] = {
    4: (
        "The story begins on the morning the elder sister, Chizuyo, returns from the island.",
        "name",
    ),
    14: ("One of them was left in a drawer of their grandmother’s old desk.", "kinship"),
    15: ("“You kept silent,” it says.", "question"),
    20: ("The townspeople will speak of the accident.", "negation"),
    22: ("After the fire the population of the town rose sharply.", "opposite"),
    23: ("All of the fishermen and their families remained.", "quantifier"),
    28: ("Every morning the old man walks to the lighthouse and the market.", "list"),
    34: ("Under the company’s rules the gate did not have to be opened at night.", "obligation"),
    38: ("The cousin lives alone in a city mansion.", "false friend"),
    46: ("Here the traces of the author’s 推敲 show most clearly.", "untranslated"),
    48: ("The village festival was put off last week.", "relative time"),
    51: ("Chihiro wakes to the sound.", "duplicate"),
}

TURNED: dict[int, tuple[str, str]] = {
    2: ("The cape of the title exists.", "neg.polarity"),
    4: ("It begins on the evening the elder sister, Chizuru, returns.", "lex.relative_time"),
    8: ("In the draft the season was summer.", "lex.antonym"),
    9: ("The younger sister, Chihiro, is at home nursing their father.", "kin.terms"),
    12: ("Readers cannot infer it from fragments of letters.", "neg.partial"),
    22: ("After the fire the population of the town slowly fell.", "lex.antonym"),
    24: ("The father leaves town the previous year.", "lex.relative_time"),
    25: ("The mother blamed him.", "neg.polarity"),
    26: ("Here the author noisily shifts the point of view.", "lex.antonym"),
    29: ("His route can not be traced on a map.", "mod.obligation"),
    31: ("When he was old he worked at the shipyard.", "lex.antonym"),
    32: ("On the night of the fire he was inside the gate.", "lex.antonym"),
    33: ("He still thinks he should have closed the gate.", "lex.antonym"),
    37: ("In the third chapter an aunt of the sisters visits the town.", "kin.terms"),
    39: ("She knows everything about the fire.", "lex.antonym"),
    42: ("One morning she meets the old man at a diner.", "lex.relative_time"),
    49: ("The festival drums are heard in the fog.", "lex.quantifier"),
    51: ("He knocks at the door of his sister’s room.", "subj.gender"),
    59: (
        "But the author says that the interpretation may be left to the reader.",
        "mod.obligation",
    ),
}
"""One thing turned round in each, with the check that is meant to see it."""
