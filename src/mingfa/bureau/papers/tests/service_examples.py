"""Full example facts for the papers of service: invented persons, invented places."""

from typing import Any

from .parties import AGENCY, SHOP

SERVICE_EXAMPLES: dict[str, dict[str, Any]] = {
    "public_service_notice": {
        "agency": AGENCY,
        "document_no": "高新城管送公字〔2026〕第0001号",
        "date": "2026-09-28",
        "cause": "擅自占用人行道堆放物料案",
        "party": {"name": SHOP["name"], "kind": "unit"},
        "original": {
            "title": "行政处罚决定书",
            "number": "高新城管罚决字〔2026〕第0001号",
            "date": "2026-09-21",
        },
        "reason": "受送达人已搬离住所，下落不明，直接送达、邮寄送达均未成功。",
        "basis": "《中华人民共和国民事诉讼法》第九十五条",
        "until": "2026-10-28",
        "place": "本机关公告栏、示例路100号门前",
        "phone": "0991-0000000",
        "address": "示例市高新区示例路1号",
    },
    "address_confirmation": {
        "agency": AGENCY,
        "document_no": "高新城管送址字〔2026〕第0001号",
        "date": "2026-09-08",
        "cause": "擅自占用人行道堆放物料案",
        "recipient": SHOP["name"],
        "address": "示例市高新区示例路100号",
        "phone": "13800000000",
        "designated": "李示例",
        "electronic": "同意",
        "electronic_to": "示例政务服务平台消息箱",
        "by": "张示例",
        "relation": "本人（经营者本人）",
        "signed_on": "2026-09-08",
    },
}
SERVICE_SENTENCES = {
    "public_service_notice": [
        "自发出本公告之日起，经过三十日，即视为送达",
        "期满之日为2026年10月28日",
        "行政处罚决定书",
    ],
    "address_confirmation": ["送达地址确认书", "示例政务服务平台消息箱", "送达地址由受送达人确认"],
}
