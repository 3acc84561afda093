"""Full example facts for every form: invented persons, invented places."""

from typing import Any

AGENCY = {"name": "示例市高新区城市管理局", "seal": "specimen"}
PERSON = {
    "kind": "person",
    "name": "张喆堃",
    "gender": "男",
    "birth": "1990-03-07",
    "id_kind": "公民身份号码",
    "id_no": "110101199003077571",
    "address": "示例市高新区示例路100号1单元101室",
    "phone": "13800000000",
}
SHOP = {
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
FACTS = (
    "2026年9月5日10时20分，本机关执法人员在示例路巡查时发现，当事人未经批准在示例路100号门前人行道堆放纸箱、"
    "塑料筐等物料，占用人行道面积12.5平方米。执法人员当场出示执法证件，责令其立即清理；当日16时复查，当事人仍未清理。\n"
    "经询问，当事人承认上述物料为其所有，自2026年9月1日起堆放。"
)
VIOLATED = "《城市市容和环境卫生管理条例》第十四条“任何单位和个人都不得在街道两侧和公共场地堆放物料”"
BASIS = "《城市市容和环境卫生管理条例》第三十六条第二项"
EVIDENCE = [
    {"name": "现场检查（勘验）笔录（1份2页）", "proves": "占道堆放物料的时间、地点、面积"},
    {
        "name": "现场照片4张、执法记录仪视频1段（12分30秒）",
        "proves": "现场状况，以及表明身份、告知权利的过程",
    },
    {"name": "询问笔录（1份3页）", "proves": "当事人承认物料为其所有及堆放的起始时间"},
]
DECISION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管罚决字〔2026〕第0001号",
    "date": "2026-09-28",
    "cause": "擅自占用人行道堆放物料案",
    "party": SHOP,
    "findings": FACTS,
    "evidence": EVIDENCE,
    "notice": (
        "本机关于2026年9月18日向当事人送达《行政处罚告知书》（高新城管罚告字〔2026〕第0001号），告知拟作出的"
        "行政处罚内容及事实、理由、依据，以及当事人依法享有的陈述、申辩的权利。当事人在规定期限内未提出陈述、申辩。"
    ),
    "violated": VIOLATED,
    "penalty_basis": BASIS,
    "discretion": (
        "当事人占用面积十平方米以上不足二十平方米，责令改正后未当场改正，参照本机关公布的裁量基准，属于“一般”阶次，"
        "对应罚款幅度为三百元以上六百元以下。"
    ),
    "penalties": [{"kind": "警告"}, {"kind": "罚款", "amount": 50000}],
    "performance": (
        "当事人应当自收到本决定书之日起十五日内，持本决定书到示例银行高新支行（账户名称：示例市高新区财政局，"
        "账号：0000 0000 0000 0000）缴纳罚款，也可以通过电子支付系统缴纳。"
    ),
    "reconsideration_to": "示例市高新区人民政府",
    "court": "示例市高新区人民法院",
    "published": True,
}
EXAMPLES: dict[str, dict[str, Any]] = {"penalty_decision": DECISION}
