"""Carrying an example inspection from act to act: every step with invented facts that pass."""

from typing import Any

RESTAURANT_ITEM: dict[str, Any] = {
    "code": "650104-JC-0001",
    "name": "餐饮服务单位油烟排放和餐厨垃圾检查",
    "field": "市容环境",
    "basis": ["市容条例 4", "生态环境法典 562"],
    "subjects": "辖区内的餐饮服务单位",
    "how": "either",
    "contents": ["油烟净化设施的安装和使用", "餐厨垃圾的收集和交付"],
    "yearly_cap": 2,
    "conditions": "检查对象在本辖区内从事餐饮服务。",
    "time_limit": "自进入现场之日起十五个工作日内告知检查结果",
    "valid_from": "2026-08-15",
}
