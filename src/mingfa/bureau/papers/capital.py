"""Sums of money in capital numerals (大写), after 正确填写票据和结算凭证的基本规定."""

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def capital(amount: int) -> str:
    """Return a sum in 分 in words: 50000 is 伍佰元整, 10050 is 壹佰元零伍角, 1 is 壹分."""
    if not 0 <= amount < 10**14:
        raise ValueError(f"金额超出可书写的范围：{amount}分")
    yuan, cents = divmod(amount, 100)
    jiao, fen = divmod(cents, 10)
    whole = _whole(yuan) + "元" if yuan else ""
    if not cents:
        return (whole or "零元") + "整"
    gap = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    return whole + gap + (f"{_DIGITS[jiao]}角" if jiao else "") + (f"{_DIGITS[fen]}分" if fen else "")


def _whole(number: int) -> str:
    groups = []
    while number:
        number, low = divmod(number, 10000)
        groups.append(low)
    words = ""
    for place in range(len(groups) - 1, -1, -1):
        low = groups[place]
        if low and words and (low < 1000 or groups[place + 1] % 10 == 0):
            words += "零"
        words += _four(low) + (_GROUPS[place] if low else "")
    return words


def _four(number: int) -> str:
    words = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += _DIGITS[digit] + _PLACES[place]
        elif words and number % 10**place:
            words += "" if words.endswith("零") else "零"
    return words
