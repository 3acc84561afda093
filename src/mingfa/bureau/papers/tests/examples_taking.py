"""Full example facts for the papers of taking, keeping and giving back: invented persons, invented places."""

from typing import Any

AGENCY = {"name": "示例市高新区城市管理局", "seal": "specimen"}
PARTY = {
    "kind": "sole_trader",
    "name": "高新区示例便利店",
    "id_kind": "统一社会信用代码",
    "id_no": "92650100MA0000000X",
    "representative": "张喆堃",
    "post": "经营者",
    "address": "示例市高新区示例路100号",
    "phone": "13800000000",
}
THINGS = [
    {"name": "移动烧烤炉", "spec": "长1.2米", "quantity": 1, "per": "台", "condition": "八成新"},
    {"name": "活鱼", "spec": "", "quantity": 12, "per": "条", "condition": "鲜活"},
]
OFFICERS = [
    {"name": "王示例", "certificate": "示E0001"},
    {"name": "李示例", "certificate": "示E0002"},
]
BASE: dict[str, Any] = {"agency": AGENCY, "date": "2026-09-07", "party": PARTY}
APPROVAL: dict[str, Any] = {
    **BASE,
    "document_no": "高新城管登审字〔2026〕第0001号",
    "cause": "擅自占用人行道堆放物料案",
    "measure": "先行登记保存",
    "things": "移动烧烤炉1台",
    "reason": {
        "text": "现场物品随时可能被转移，证据可能灭失。",
        "by": ["王示例", "李示例"],
        "at": "2026-09-07",
    },
    "basis": "《中华人民共和国行政处罚法》第五十六条",
    "opinions": {"head": {"text": "同意。", "by": ["赵示例"], "at": "2026-09-07"}},
}
ORIGINAL = {"number": "高新城管查扣字〔2026〕第0001号", "date": "2026-09-07"}
CUSTODY: dict[str, Any] = {
    **BASE,
    "document_no": "高新城管保管字〔2026〕第0001号",
    "measure": "扣押",
    "original": ORIGINAL,
    "kind": "拍卖、变卖鲜活或者不易保管的物品",
    "things": THINGS[1:],
    "detail": "活鱼不易保管，当日委托示例市场变卖。",
    "keeper": "钱示例",
    "sold_amount": 12000,
    "recorder": "李示例",
}
DISPOSAL: dict[str, Any] = {
    **BASE,
    "document_no": "高新城管查处字〔2026〕第0001号",
    "measure": "扣押",
    "original": ORIGINAL,
    "how": "依法销毁",
    "basis": "《中华人民共和国生态环境法典》第五百六十二条",
    "document": "示例销毁记录001号",
    "detail": "由两名执法人员监督，在示例处置中心销毁。",
    "things": THINGS[:1],
    "officers": OFFICERS,
    "reconsideration_to": "示例市高新区人民政府",
    "court": "示例市高新区人民法院",
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "custody_record": CUSTODY,
    "disposal_decision": DISPOSAL,
    "measure_approval": {
        **APPROVAL,
        "document_no": "高新城管措审字〔2026〕第0001号",
        "measure": "扣押",
        "basis": "《中华人民共和国生态环境法典》第五百六十二条",
        "taken_at": "2026-09-07T09:40:00+08:00",
        "emergency": "当事人正在转移工具。",
    },
    "preservation_approval": APPROVAL,
}
