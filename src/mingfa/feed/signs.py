"""Signs that look alike or are not seen: one table for what is typed at the bureau and asked on the portal.

Unicode's own folding (NFKC) leaves most of the radicals U+2E80-2EF3 that PDF files give for characters; their
equivalents are those of Unicode's EquivalentUnifiedIdeograph.txt.
"""

import unicodedata

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱"
    "⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡"
    "⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_CHARACTERS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓"
    "罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐"
    "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
OPENING, CLOSING = "([{（［｛〔【〖〘﹙﹛﹝⦅❨❲⟮", ")]}）］｝〕】〗〙﹚﹜﹞⦆❩❳⟯"
DOTS = "·．・･•‧∙⋅ㆍ᛫⸱"
DASHES = "‐‑‒–—―−﹣－"

# Of category Cf, but seen: the number signs of Arabic, Syriac and Kaithi.
_SEEN = frozenset(map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)))
# Of another category, but never seen: fillers, the empty Braille cell, joiners and variation selectors.
_UNSEEN = frozenset(map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0))) | frozenset(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
# NFKC gives the old forms 戶 and 靑 for these two; a mainland font shows 户 and 青.
_MAINLAND = {"\u2f3e": "户", "\u2fad": "青"}
RADICALS = dict(zip(_RADICALS, _CHARACTERS, strict=True)) | _MAINLAND
"""Radical -> the character that is meant."""


def unseen(sign: str) -> bool:
    """Say whether a sign shows nothing and takes no room: it is typed by no one and pasted by many."""
    return sign in _UNSEEN or (unicodedata.category(sign) == "Cf" and sign not in _SEEN)


def one_character(sign: str) -> str:
    """Return the unified character of a radical or a compatibility ideograph; any other sign as it is."""
    if sign in RADICALS:
        return RADICALS[sign]
    at = ord(sign)
    alike = 0x2F00 <= at <= 0x2FD5 or 0xF900 <= at <= 0xFAFF or 0x2F800 <= at <= 0x2FA1D
    return unicodedata.normalize("NFKC", sign) if alike else sign


def clean(text: str) -> str:
    """Take out what is not seen and write every radical as its character; nothing that is seen is lost."""
    if text.isascii():
        return text
    return "".join(one_character(sign) for sign in text if not unseen(sign))
