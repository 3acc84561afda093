"""Which signs of what is typed no font at hand shows: named with their place, before any paper needs them.

Asked of what is typed now, never of what the ledger holds: the fonts of another day refuse no record.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from mingfa.bureau.papers.errors import name_of
from mingfa.bureau.papers.typefaces import undrawable

MOST_NAMED = 5
_TODO = (
    "误录的请删去或者改用规范汉字；抄录少数民族文字、外文或者图形的，请写译文或者译音并附照片；"
    "确为人名、地名用字的，请管理员在字库目录中加装含有该字的字体后填写。"
)

Where = tuple[int | str, ...]


def unprintable(value: object, where: Where = (), *, besides: type) -> Iterator[tuple[Where, str]]:
    """Yield where a text stands that cannot be printed, and why; `besides` is not looked at."""
    if isinstance(value, besides):
        return
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from unprintable(getattr(value, field), (*where, field), besides=besides)
    elif isinstance(value, list | tuple):
        for n, one in enumerate(value):
            yield from unprintable(one, (*where, n), besides=besides)
    elif isinstance(value, str) and (strange := undrawable(value)):
        named = "、".join(f"第{value.index(sign) + 1}个字{name_of(sign)}" for sign in strange[:MOST_NAMED])
        yield where, f"现有字库不能打印{named}。{_TODO}"
