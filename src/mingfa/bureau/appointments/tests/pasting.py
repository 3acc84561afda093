"""An invented notice of the holidays of 2027, and what a person sends after pasting it."""

from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.law.time.holiday_notice import read_notice
from mingfa.example.bureau import Stage

TEXT = """国务院办公厅关于2027年部分节假日安排的通知
示例发〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月4日（周四）至10日（周三）放假调休，共7天。1月30日（周六）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。10月9日（周六）上班。
国务院办公厅
2026年11月10日"""


def typed(pasted: str, **over: Any) -> dict[str, Any]:
    """Return what a person would send after pasting this text."""
    read = read_notice(pasted)
    days = [
        {"date": one.date.isoformat(), "status": "work" if one.works else "off", "name": one.name}
        for one in read.days
    ]
    given = {"scope": "national", "text": pasted, "year": read.year, "number": read.number, "days": days}
    return given | {"issued_on": str(read.issued_on)} | over


def announce(stage: Stage, who: int, pasted: str = TEXT, **over: Any) -> int:
    reasons = over.pop("reasons", {})
    return stage.act("calendar.announce", who, **typed(pasted, **over), reasons=reasons).index


def confirm(stage: Stage, who: int, announcement: int, **over: Any) -> Done:
    return stage.act("calendar.confirm", who, **{"announcement": announcement, "compared": True} | over)
