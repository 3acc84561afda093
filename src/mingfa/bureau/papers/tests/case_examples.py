"""Full example facts for the forms of a case's side paths: invented persons, invented places."""

from typing import Any

from .parties import AGENCY, OFFICERS, SHOP

LAW_COMPARISON: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管法比字〔2026〕第0001号",
    "date": "2026-09-10",
    "cause": "夜间施工噪声",
    "party": SHOP,
    "happened_on": "2026年7月20日",
    "changes": "《中华人民共和国噪声污染防治法》自2026-08-15起停止施行，由《中华人民共和国生态环境法典》替代",
    "old_text": "（照录违法行为发生时有效的条文，示例。）",
    "old_source": "示例公报2022年第1期",
    "new_law": "《中华人民共和国生态环境法典》第五百六十二条",
    "new_text": "（系统收录的条文，示例。）",
    "result": "旧规定处罚较轻，适用旧规定。",
    "reason": "旧规定罚款幅度的下限和上限均低于新规定。",
    "basis": "《中华人民共和国行政处罚法》第三十七条",
    "officers": OFFICERS,
}
NOT_FILING: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管不立审字〔2026〕第0001号",
    "date": "2026-09-10",
    "cause": "占道经营",
    "source": "投诉举报",
    "received_at": "2026-09-07",
    "happened_at": "2026年9月7日",
    "place": "示例路100号门前",
    "suspect": "高新区示例便利店",
    "reason": "经核查，所堆放物料在当事人院内，没有占用公共场地，不存在违法事实。",
    "basis": "《中华人民共和国行政处罚法》第五十四条第二款",
    "opinions": {"head": {"text": "同意不予立案。", "by": ["赵示例"], "at": "2026-09-10"}},
}
REFERRAL: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管案移字〔2026〕第0001号",
    "date": "2026-09-10",
    "to": "示例市示例区城市管理局",
    "cause": "占道经营",
    "suspect": "高新区示例便利店",
    "happened_at": "2026年9月7日，示例路100号门前",
    "suspected": "《城市市容和环境卫生管理条例》第十四条",
    "summary": "经勘查，违法行为发生地在你区辖区内。",
    "reason": "违法行为发生地不在本机关管辖区域",
    "basis": "《中华人民共和国行政处罚法》第二十二条",
    "materials": [{"name": "案件来源登记表"}, {"name": "现场照片四张"}],
    "phone": "0991-0000000",
}
CRIME: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管涉罪移字〔2026〕第0001号",
    "date": "2026-09-10",
    "to": "示例市公安局高新区分局",
    "cause": "擅自倾倒建筑垃圾",
    "suspect": "示例建筑某公司",
    "crime": "污染环境罪",
    "summary": "经查，当事人倾倒的渣土中混有危险废物三吨以上。",
    "basis": "《中华人民共和国行政处罚法》第二十七条第一款",
    "handed_at": "2026-09-10T15:00:00+08:00",
    "attachments": [{"name": "涉嫌犯罪案件情况的调查报告：一份"}, {"name": "涉案物品：渣土运输车一辆"}],
    "copied": True,
    "officers": OFFICERS,
}
TERM: dict[str, Any] = {
    "agency": AGENCY,
    "document_no": "高新城管延期审字〔2026〕第0001号",
    "date": "2026-09-10",
    "filing_no": "高新城管立字〔2026〕第0001号",
    "cause": "占道经营案",
    "filed_on": "2026-06-15",
    "days": "30日",
    "until": "2026-10-13",
    "reason": "需要等待鉴定意见。",
    "basis": "《中华人民共和国行政处罚法》第六十条；示例：本局办案规定（虚构）",
    "opinions": {"head": {"text": "同意延长。", "by": ["赵示例"], "at": "2026-09-10"}},
}
CASE_EXAMPLES: dict[str, dict[str, Any]] = {
    "law_comparison": LAW_COMPARISON,
    "not_filing_approval": NOT_FILING,
    "referral_letter": REFERRAL,
    "crime_transfer": CRIME,
    "term_extension": TERM,
}
CASE_SENTENCES = {
    "term_extension": ["延长办案期限审批表", "需要等待鉴定意见。", "2026年10月13日"],
    "not_filing_approval": ["不予立案审批表", "同意不予立案。", "高新区示例便利店"],
    "referral_letter": ["案件移送函", "现将本案移送你机关处理", "回执"],
    "crime_transfer": ["涉嫌犯罪案件移送书", "涉嫌构成污染环境罪", "抄送：同级人民检察院", "三日内审查"],
    "law_comparison": ["新旧规定比较说明", "旧规定处罚较轻，适用旧规定。", "自2026-08-15起停止施行"],
}
