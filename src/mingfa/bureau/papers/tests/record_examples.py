"""Full example facts for the records of what the party said, paid and corrected: invented throughout."""

from typing import Any

from .parties import AGENCY, OFFICERS, SHOP

CASE: dict[str, Any] = {
    "agency": AGENCY,
    "date": "2026-09-18",
    "cause": "擅自占用人行道堆放物料",
    "party": SHOP,
}
ORIGINAL = {"number": "高新城管罚决字〔2026〕第0001号", "date": "2026-09-28"}
NOTICE = "高新城管罚告字〔2026〕第0001号"
RECORD_EXAMPLES: dict[str, dict[str, Any]] = {
    "statement_record": {
        **CASE,
        "document_no": "高新城管陈申字〔2026〕第0001号",
        "notice": NOTICE,
        "made_on": "2026-09-18",
        "by": "张示例（经营者本人）",
        "form": "口头",
        "points": ["面积测量偏大，应当扣除台阶部分。", "初次违法，已经清理，请求从轻处罚。"],
        "hearing": "未要求",
        "officers": OFFICERS,
        "material": "示例笔录.pdf",
    },
    "statement_review": {
        **CASE,
        "document_no": "高新城管复核字〔2026〕第0001号",
        "answers": [
            {"words": "面积测量偏大。", "adopted": "不予采纳", "reason": "经复测，面积为12.5平方米。"},
            {"words": "已经清理。", "adopted": "采纳", "reason": "复查属实，予以考虑。"},
        ],
        "officers": OFFICERS,
        "remark": "共2条意见，采纳1条。",
    },
    "rights_waiver": {
        **CASE,
        "document_no": "高新城管弃权字〔2026〕第0001号",
        "notice": NOTICE,
        "made_on": "2026-09-18",
        "by": "张示例（经营者本人）",
        "rights": "陈述、申辩、要求听证",
        "material": "示例声明书.pdf",
    },
    "payment_record": {
        **CASE,
        "document_no": "高新城管缴登字〔2026〕第0001号",
        "original": ORIGINAL,
        "paid_on": "2026-10-12",
        "sum": "人民币叁佰元整（¥300.00）",
        "surcharge": "人民币玖元整（¥9.00）",
        "channel": "指定银行缴纳",
        "bank": "示例银行高新支行",
        "receipt_no": "示例0001",
        "left": "人民币贰佰元整（¥200.00）",
        "remark": "2026年10月9日至2026年10月10日不计加处罚款（示例复议受理通知）",
        "clerk": "王示例",
    },
    "correction_check": {
        **CASE,
        "document_no": "高新城管改复字〔2026〕第0001号",
        "original": ORIGINAL,
        "checked_at": "2026-10-12T10:00:00+08:00",
        "officers": OFFICERS,
        "findings": "门前人行道堆放的纸箱、塑料筐已经清除，路面恢复原状。",
        "result": "已经改正",
        "media": ["示例照片.jpg（abababab）"],
    },
    "complaint_record": {
        "agency": AGENCY,
        "document_no": "高新城管举登字〔2026〕第0001号",
        "date": "2026-09-05",
        "cause": "擅自占用人行道堆放物料",
        "found_at": "2026-09-05T10:20:00+08:00",
        "act_on": "2026-09-05",
        "place": "示例路100号门前",
        "suspect": SHOP["name"],
        "summary": "来电反映便利店门前堆放纸箱，影响通行。",
        "clerk": "王示例",
    },
}
RECORD_SENTENCES = {
    "statement_record": ["陈述申辩笔录", "面积测量偏大", "已阅看（向本人宣读）"],
    "statement_review": ["复核表", "不予采纳", "不得因当事人陈述、申辩而给予更重的处罚"],
    "rights_waiver": ["放弃权利声明", "自愿明确放弃陈述、申辩、要求听证的权利"],
    "payment_record": ["缴款登记", "人民币叁佰元整（¥300.00）", "执法人员没有收取罚款"],
    "correction_check": ["改正情况复查记录", "路面恢复原状", "已经改正"],
    "complaint_record": ["举报（投诉）登记表", "影响通行", "身份信息依法保密"],
}
