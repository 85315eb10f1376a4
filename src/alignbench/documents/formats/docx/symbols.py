"""Signs of the fonts Symbol and Wingdings, which have no code points of their own in Word."""

_WINGDINGS = {
    0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x71: "□", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0x6C: "●",
    0x6E: "■", 0xA7: "▪", 0x75: "◆", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE8: "➔",
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0xAB: "★", 0x9F: "•",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xD7: "×", 0xB4: "×", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xB0: "°",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0x6D: "μ", 0x61: "α", 0x62: "β", 0x67: "γ",
    0x64: "δ", 0x70: "π", 0x57: "Ω", 0x44: "Δ", 0x53: "Σ", 0xA5: "∞", 0xD2: "®", 0xD3: "©",
}  # fmt: skip


def symbol(font: str, code: str) -> str | None:
    """The character that stands for a sign; None where nobody knows one."""
    try:
        point = int(code, 16)
    except ValueError:
        return None
    if not 0xF000 <= point <= 0xF0FF:
        return chr(point) if 0x20 <= point < 0xD800 else None
    table = _WINGDINGS if "wingdings" in font.lower() else _SYMBOL
    return table.get(point - 0xF000)
