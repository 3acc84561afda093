"""Money in integer 分: how it is printed, written in capitals, and read from what a user typed.

Capitals follow 《正确填写票据和结算凭证的基本规定》, which decisions and receipts keep to.
"""

import re
import unicodedata

LARGEST_FEN = 100_0000_0000 * 100

_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_TYPED = re.compile(r"¥?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?(?P<unit>万)?元?(?:整|正)?")


def yuan(fen: int) -> str:
    """Print 12345 as 123.45: always two decimals, no separators."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100}.{fen % 100:02d}"


def yuan_grouped(fen: int) -> str:
    """Print 123456700 as 1,234,567.00, for tables on screen."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{fen // 100:,}.{fen % 100:02d}"


def capital(fen: int) -> str:
    """Write 30000 as 叁佰元整; for 0 up to the largest amount."""
    if not 0 <= fen <= LARGEST_FEN:
        raise ValueError(f"金额应在零至{capital(LARGEST_FEN)}之间")
    whole, part = divmod(fen, 100)
    jiao, cents = divmod(part, 10)
    if not fen:
        return "零元整"
    written = f"{_whole(whole)}元" if whole else ""
    if not part:
        return written + "整"
    if jiao:
        written += f"{_CAPITALS[jiao]}角"
    elif whole:
        written += _CAPITALS[0]
    return written + (f"{_CAPITALS[cents]}分" if cents else "")


def _whole(number: int) -> str:
    """Write the 元: groups of four digits; one 零 for any run of zeros inside, none at the end."""
    groups = [number // 10_000**place % 10_000 for place in range(len(_GROUPS))]
    written, gap = "", False
    for place in reversed(range(len(groups))):
        group = groups[place]
        if not group:
            gap = bool(written)
            continue
        if written and (gap or group < 1000 or groups[place + 1] % 10 == 0):
            written += _CAPITALS[0]
        written += _group(group) + _GROUPS[place]
        gap = False
    return written


def _group(number: int) -> str:
    written = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += _CAPITALS[digit] + _PLACES[place]
        elif written and not written.endswith(_CAPITALS[0]):
            written += _CAPITALS[0]
    return written.rstrip(_CAPITALS[0])


def parse_yuan(typed: str) -> int:
    """Read what a user typed (300, 1,234.5, ￥300元, 1.5万元, full-width digits) as 分.

    Raises ValueError with a sentence for the form: not an amount, more than two decimals, or too large.
    """
    text = unicodedata.normalize("NFKC", typed).replace(" ", "")
    if text.startswith("-"):
        raise ValueError("金额不能为负，请核对")
    match = _TYPED.fullmatch(text)
    if not match:
        raise ValueError("金额写法不对，请填写数字，例如：300 或者 1234.50")
    whole, part = match["whole"].replace(",", ""), match["part"] or ""
    decimals = 6 if match["unit"] else 2
    if len(part.rstrip("0")) > decimals:
        raise ValueError("金额最多精确到分，请核对小数位数")
    fen = int(whole + part[:decimals].ljust(decimals, "0"))
    if fen > LARGEST_FEN:
        raise ValueError("金额不能超过一百亿元，请核对")
    return fen
