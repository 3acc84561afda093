"""Who the example papers are about: an invented agency, its officers, its parties."""

from typing import Any

AGENCY = {"name": "示例市高新区城市管理局", "seal": "specimen"}
PERSON: dict[str, Any] = {
    "kind": "person",
    "name": "张喆堃",
    "gender": "男",
    "birth": "1990-03-07",
    "id_kind": "公民身份号码",
    "id_no": "110101199003077571",
    "address": "示例市高新区示例路100号1单元101室",
    "phone": "13800000000",
}
SHOP: dict[str, Any] = {
    "kind": "sole_trader",
    "name": "高新区示例便利店",
    "id_kind": "统一社会信用代码",
    "id_no": "92650100MA0000000X",
    "representative": "张喆堃",
    "post": "经营者",
    "address": "示例市高新区示例路100号",
    "phone": "13800000000",
}
OFFICERS = [
    {"name": "王示例", "certificate": "示E0001"},
    {"name": "李示例", "certificate": "示E0002"},
]
