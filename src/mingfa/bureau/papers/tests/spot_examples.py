"""Full example facts for the papers of a penalty on the spot: invented persons, invented places."""

from typing import Any

from .parties import AGENCY, OFFICERS, PERSON

CAUSE = "占道经营案"
NUMBER = "高新城管当罚字〔2026〕第1号"
FINDINGS = "当事人未经批准在示例路100号门前人行道摆摊售卖水果，占用人行道约2平方米。"
BASIS = "《城市市容和环境卫生管理条例》第三十六条第二项"
AT = "2026-09-05T10:20:00+08:00"
DECISION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": NUMBER,
    "date": "2026-09-05",
    "cause": CAUSE,
    "party": PERSON,
    "at": AT,
    "place": "示例街道示例路100号门前",
    "findings": FINDINGS,
    "violated": "《城市市容和环境卫生管理条例》第十四条",
    "penalty_basis": BASIS,
    "discretion": "参照本机关公布的裁量基准，属于“一般”阶次（责令改正后未改正，占用面积不足十平方米）。",
    "statement": (
        "执法人员出示了执法证件，告知当事人拟作出的行政处罚内容及事实、理由、依据，以及依法享有的陈述、"
        "申辩的权利。当事人没有提出陈述、申辩意见。"
    ),
    "penalties": [{"kind": "罚款", "amount": 5000}],
    "correction": "责令当事人立即改正：立即清理占道物品，恢复道路原状。",
    "payment": (
        "自收到本决定书之日起十五日内，持本决定书到示例银行高新支行（账户名称：示例区财政局，账号：0000 0000 "
        "0000 0000）缴纳，也可以通过电子支付系统缴纳。"
    ),
    "reconsideration_to": "示例市高新区人民政府",
    "reconsideration_first": True,
    "court": "示例市高新区人民法院",
    "officers": OFFICERS,
    "refusal": "",
}
REPORT: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管当备字〔2026〕第1号",
    "date": "2026-09-08",
    "cause": CAUSE,
    "party": PERSON,
    "decision_no": NUMBER,
    "decided_at": "2026年9月5日10时20分",
    "place": DECISION["place"],
    "findings": FINDINGS,
    "basis": BASIS,
    "outcome": "罚款人民币伍拾元整（¥50.00）",
    "execution": "2026年9月5日当场收缴50.00元，专用票据号示例票000001；2026年9月7日交至本机关。",
    "disclosure": "按简易程序处罚计入执法统计，不逐件公示当事人；属于轻微失信信息，原则上不在信用网站公示。",
    "term": "自作出决定之日起三个工作日，至2026年9月9日。",
    "remark": "无。",
    "officers": OFFICERS,
}
COLLECTION: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管当缴字〔2026〕第1号",
    "date": "2026-09-05",
    "cause": CAUSE,
    "party": PERSON,
    "decision_no": NUMBER,
    "amount": "人民币伍拾元整（¥50.00）",
    "collected_at": "2026年9月5日10时30分",
    "ground": "当场收缴（一百元以下罚款）",
    "reason": "无。",
    "basis": "《中华人民共和国行政处罚法》第六十八条",
    "receipt": "省、自治区、直辖市人民政府财政部门统一制发的专用票据，票据号示例票000001",
    "term": "自收缴之日起二个工作日内（2026年9月8日前）交至本机关；本机关二个工作日内缴付银行。",
    "officers": OFFICERS,
}
SPOT_EXAMPLES = {"spot_decision": DECISION, "spot_report": REPORT, "spot_collection": COLLECTION}
SPOT_SENTENCES = {
    "spot_decision": [
        "当场行政处罚决定书",
        "高新城管当罚字〔2026〕第1号",
        "2026年9月5日10时20分",
        "罚款人民币伍拾元整（¥50.00）",
        "六十日内向示例市高新区人民政府申请行政复议",
        "依法应当先申请行政复议，不得直接提起行政诉讼",
        "每日按罚款数额的百分之三加处罚款",
        "王示例（执法证号：示E0001）",
    ],
    "spot_report": ["当场行政处罚备案表", "三个工作日", "原则上不在信用网站公示"],
    "spot_collection": ["当场收缴罚款记录", "票据号示例票000001", "二个工作日"],
}
