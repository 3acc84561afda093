"""The example permit: its guide, drafted and listed.

It stands on 市容条例 14 (temporary stacking and structures along streets), whose text is at hand; the
bases of approving building-waste disposal (国务院令第412号) and of occupying roads (道路条例) are not.
"""

from typing import Any

from mingfa.example.bureau import Cast, Stage

ITEM: dict[str, Any] = {
    "code": "650104-XK-0001",
    "name": "临时占用街道两侧和公共场地堆放物料、搭建设施审批",
    "field": "市容秩序",
    "kind": "ordinary",
    "basis": ["市容条例 14"],
    "conditions": "因建设等特殊需要；不妨碍交通和消防；有恢复原状的措施。",
    "quantity": "无数量限制",
    "procedure": "窗口接收；受理；两名以上工作人员审查、实地核查；作出决定；颁发许可证件。",
    "days": 10,
    "materials": [
        {"name": "申请书", "form": "原件1份", "sample": "申请人、占用地点、面积、期限、用途、恢复措施。"},
        {"name": "申请人身份证明", "form": "营业执照复印件1份，核对原件"},
        {"name": "占用范围平面图", "form": "原件1份"},
        {"name": "委托代理人的授权委托书", "form": "原件1份", "required": False},
    ],
    "sample_form": "本单位因示例工程建设需要，申请在示例路东侧临时堆放物料，期限90日，期满恢复原状。",
    "licence": "临时占用公共场地许可证",
    "valid_days": 90,
    "on_site": True,
    "valid_from": "2026-09-01",
}


def list_permit(stage: Stage, cast: Cast, **over: Any) -> int:
    """Draft and list the example permit; return the item."""
    unit = cast.units["市容中队"]
    drafted = stage.act("item.draft_permit", cast.reviewers[1], office=unit, **{**ITEM, **over})
    stage.act("item.list", cast.review_head, item=drafted.index)
    return drafted.index
