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
CASE_EXAMPLES: dict[str, dict[str, Any]] = {"law_comparison": LAW_COMPARISON}
CASE_SENTENCES = {
    "law_comparison": ["新旧规定比较说明", "旧规定处罚较轻，适用旧规定。", "自2026-08-15起停止施行"],
}
