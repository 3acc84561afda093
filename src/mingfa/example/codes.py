"""Invented numbers of the example: zeros where real ones tell something, with the right check digit."""

from mingfa.bureau.lib.identity import unified_code_mark


def credit_code(number: int, *, unit: bool = False) -> str:
    """Return the numbered invented unified social credit code, of a unit or of a sole trader (GB 32100)."""
    body = f"{'91' if unit else '92'}650104MA{number:07d}"
    return body + unified_code_mark(body)
