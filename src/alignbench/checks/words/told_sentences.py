"""Japanese that tells, sentence by sentence, so that nothing in its English can ask."""

import re

from alignbench.checks.lazy_pattern import lazy

_UNIT = lazy(r"[^。．！!？?「」『』“”\n]*[^。．！!？?「」『』“”\n\s][。．！!？?…]*")
_MARKS = "。．！!…—―ー～〜っッ 　"
_ASKS = lazy(
    r"[?？⁇⁈⁉‽]|何|誰|だれ|なに|なん(?!と?か)|どこ|どう(?!ぞ|も|せ|やら|か)|どの|どれ|どち|どっち|どなた|いつ(?!も)|いく[つら]|なぜ|なんで|いかが|いかに|幾|どんな"
    r"|か(?=[とをはがもっな]|\Z)|かい(?:\Z|と)|[だのたる]って|と(?:[云言い答]|申|思)|だい\Z|かしら|かな|かね|かも|っけ|疑問|問[いうわえ]|尋ね|聞|訊|もし|だろ|でしょ|まい\Z|べき"
)
_TELLS = lazy(
    r"(?:(?:です|ます|ました|でした|ません|た|だ|る|ある|う|く|す|つ|む|ぶ|ぐ|ぬ|いる|ない|い)(?:よ|ぞ|ぜ|さ|わ|わよ|のだ|んだ|のです|んです|んだよ|のよ|からね|から|よお|よう)?"
    r"|(?<=[一-龠ァ-ヺー])(?:だ|です|だよ|だぞ|だわ|よ))\Z"
)
_LEADS = lazy(
    r"(?:と[^。「」]{0,12}|[はがも、][^。「」]{0,30}|(?:て|で|に|を|から|ながら)[^。「」]{0,20})\Z"
)
_COMMANDS = lazy(r"[ろえけせてねめれげべ]\Z")
_EXPLAINS = lazy(r"(?:の|ん)(?:よ|だ|です|だよ|ですよ|だぞ|だわ)\Z")
_REQUESTS = lazy(r"(?:ください|下さい|なさい|くれ|ちょうだい|お願いします)\Z")
_COMPANY = lazy(
    r"(?:ください|下さい|くれ|ちょうだい|頂戴|なさい|ましょう|ほしい|欲しい|お願い|願い|(?<!でし)(?<!だろ)[おこそとのほもろよごぞぼ]う"
    r"|じゃない|ではない|じゃん|ね|な|の|ん|え|や|って|もの|もん|くせに|のに|けど|はず(?:だ|です)?|とは|ものか|もんか|たい(?:です|んだ|のです)?|た方がいい|たほうがいい|ばいい|たらいい|たら)"
    r"(?:よ|わ|んだ|です|が)?\Z"
)
"""Ends at which English asks for company, to invite or to request: nothing is known of them."""


def tells_throughout(ja: str, *, requests: bool = False) -> bool:
    """Whether every sentence and quotation of a text surely tells something, or requests it."""
    units = [match[0] for match in _UNIT.finditer(ja)]
    told = 0
    for unit in units:
        bare = unit.strip().rstrip(_MARKS)
        if not bare:
            continue
        if _ASKS.search(bare) or "？" in unit or "?" in unit:
            return False
        if _EXPLAINS.search(bare) or (requests and _REQUESTS.search(bare)):
            told += 1
            continue
        if _COMPANY.search(bare):
            return False
        if _TELLS.search(bare) or (_COMMANDS.search(bare) and ("！" in unit or "!" in unit)):
            told += 1
        elif not _LEADS.search(bare) and not re.search(r"[一-龠ァ-ヺ]\Z", bare):
            return False
    return told > 0
